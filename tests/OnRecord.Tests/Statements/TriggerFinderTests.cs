namespace OnRecord.Tests.Statements;

/// <summary>What the codebook that ships proposes of a word, and whether the rules alone would take it.</summary>
public sealed class TriggerFinderTests
{
    [Theory]
    // "Rebels overran the base."
    [InlineData("Rebels~rebel/NNS/2:nsubj overran~overrun/VBD/0:root the/DT/4:det base/NN/2:obj", "overran", "capture")]
    // "The troops laid down their arms."
    [InlineData("the/DT/2:det troops~troop/NNS/3:nsubj laid~lay/VBD/0:root down/RP/3:compound:prt their/PRP$=PRON/6:nmod:poss arms~arm/NNS/3:obj", "laid", "surrender")]
    // "Fighting claimed 20 lives."
    [InlineData("Fighting/NN/2:nsubj claimed~claim/VBD/0:root 20/CD/4:nummod lives~life/NNS/2:obj", "claimed", "kill")]
    // "The convoy came under fire."
    [InlineData("the/DT/2:det convoy/NN/3:nsubj came~come/VBD/0:root under/IN/5:case fire/NN/3:obl", "came", "attack")]
    // "Soldiers lost control of Kunduz."
    [InlineData("soldiers~soldier/NNS/2:nsubj lost~lose/VBD/0:root control/NN/2:obj of/IN/5:case Kunduz/NNP/3:nmod", "lost", "capture")]
    // "The army laid siege to Kunduz."
    [InlineData("the/DT/2:det army/NN/3:nsubj laid~lay/VBD/0:root siege/NN/3:obj to/IN/6:case Kunduz/NNP/3:obl", "laid", "besiege")]
    // "The group forced women to marry fighters", hung on the women.
    [InlineData("the/DT/2:det group/NN/3:nsubj forced~force/VBD/0:root women~woman/NNS/3:obj to/TO/6:mark marry/VB/4:acl fighters~fighter/NNS/6:obj", "forced", "sexual_violence")]
    // "The agency stepped up deliveries", "Gaza suffers from outages", "Families sleep in the open", "a town without water"
    [InlineData("agency/NN/2:nsubj stepped~step/VBD/0:root up/RP/2:compound:prt deliveries~delivery/NNS/2:obj", "stepped", "aid")]
    [InlineData("Mali/NNP/2:nsubj asked~ask/VBD/0:root the/DT/4:det UN/NNP/2:obj for/IN/6:case food/NN/2:obl", "asked", "aid")]
    [InlineData("Gaza/NNP/2:nsubj suffers~suffer/VBZ/0:root from/IN/4:case outages~outage/NNS/2:obl", "suffers", "crisis")]
    [InlineData("families~family/NNS/2:nsubj sleep/VBP/0:root in/IN/5:case the/DT/5:det open/NN/2:obl", "sleep", "crisis")]
    [InlineData("the/DT/2:det town/NN/5:nsubj is~be/VBZ=AUX/5:cop without/IN/5:case water/NN/0:root", "water", "crisis")]
    [InlineData("parts~part/NNS/5:nsubj are~be/VBP=AUX/5:cop on/IN/5:case the/DT/5:det brink/NN/0:root of/IN/7:case famine/NN/5:nmod", "brink", "crisis")]
    // "Both sides halted hostilities", "The cabinet approved the truce"
    [InlineData("both/DT/2:det sides~side/NNS/3:nsubj halted~halt/VBD/0:root hostilities~hostility/NNS/3:obj", "halted", "agree")]
    [InlineData("the/DT/2:det cabinet/NN/3:nsubj approved~approve/VBD/0:root the/DT/5:det truce/NN/3:obj", "approved", "agree")]
    // "Officials covered up the deaths", "The colonel orchestrated the massacre", "The victims included children"
    [InlineData("officials~official/NNS/2:nsubj covered~cover/VBD/0:root up/RP/2:compound:prt the/DT/5:det deaths~death/NNS/2:obj", "covered", "responsibility")]
    [InlineData("the/DT/2:det colonel/NN/3:nsubj orchestrated~orchestrate/VBD/0:root the/DT/5:det massacre/NN/3:obj", "orchestrated", "responsibility")]
    [InlineData("the/DT/2:det victims~victim/NNS/3:nsubj included~include/VBD/0:root children~child/NNS/3:obj", "included", "kill")]
    // "Troops crossed the line", "Fighters reached the outskirts of Goma", "Medics led people to safety"
    [InlineData("troops~troop/NNS/2:nsubj crossed~cross/VBD/0:root the/DT/4:det line/NN/2:obj", "crossed", "advance")]
    [InlineData("fighters~fighter/NNS/2:nsubj reached~reach/VBD/0:root the/DT/4:det outskirts/NNS/2:obj of/IN/6:case Goma/NNP/4:nmod", "reached", "advance")]
    [InlineData("medics~medic/NNS/2:nsubj led~lead/VBD/0:root people~person/NNS/2:obj to/IN/5:case safety/NN/2:obl", "led", "evacuate")]
    // "The town houses soldiers", "There are troops in Niger"
    [InlineData("the/DT/2:det town/NN/3:nsubj houses~house/VBZ/0:root soldiers~soldier/NNS/3:obj", "houses", "deploy")]
    [InlineData("there/EX=PRON/2:expl are~be/VBP/0:root troops~troop/NNS/2:nsubj in/IN/5:case Niger/NNP/3:nmod", "are", "deploy")]
    // "The sit-in ended", cut at the hyphens; "The clan was behind the raid"; "Cholera has broken out"; "A mine went off": the mine belongs to the words.
    [InlineData("the/DT/4:det sit/NN/4:compound _-/HYPH=PUNCT/2:punct _in/NN/5:nsubj ended~end/VBD/0:root", "in", "protest")]
    [InlineData("the/DT/2:det clan/NN/6:nsubj was~be/VBD=AUX/6:cop behind/IN/6:case the/DT/6:det raid/NN/0:root", "behind", "responsibility")]
    [InlineData("cholera/NN/3:nsubj has~have/VBZ=AUX/3:aux broken~break/VBN/0:root out/RP/3:compound:prt", "broken", "crisis")]
    public void Idioms_have_their_type(string sentence, string word, string type) => Stage.Of(sentence).Proposal(word).Split([",", ";"], StringSplitOptions.None)[0].ShouldBe(type);

    [Theory]
    // "Rebels launched a website."
    [InlineData("rebels~rebel/NNS/2:nsubj launched~launch/VBD/0:root a/DT/4:det website/NN/2:obj", "launched")]
    // "The army did not respond to a request", "The judge opened an inquiry", "The ministry released a video", "asked not to be named"
    [InlineData("army/NN/4:nsubj did~do/VBD=AUX/4:aux not/RB=PART/4:advmod respond/VB/0:root to/IN/6:case request/NN/4:obl", "respond")]
    [InlineData("rebels~rebel/NNS/2:nsubj opened~open/VBD/0:root inquiry/NN/2:obj", "opened")]
    [InlineData("army/NN/2:nsubj released~release/VBD/0:root a/DT/4:det video/NN/2:obj", "released")]
    [InlineData("man/NN/2:nsubj asked~ask/VBD/0:root not/RB=PART/6:advmod to/TO/6:mark be/VB=AUX/6:aux:pass named~name/VBN/2:xcomp", "named")]
    // "The minister joined the fight against poverty."
    [InlineData("the/DT/2:det minister/NN/3:nsubj joined~join/VBD/0:root the/DT/5:det fight/NN/3:obj against/IN/7:case poverty/NN/5:nmod", "fight")]
    // "He suffered a heart attack."
    [InlineData("he/PRP/2:nsubj suffered~suffer/VBD/0:root a/DT/5:det heart/NN/5:compound attack/NN/2:obj", "attack")]
    // "They met in March.": the month is no march.
    [InlineData("they/PRP/2:nsubj met~meet/VBD/0:root in/IN/4:case March/NNP/2:obl", "March")]
    // "The group executed attacks", "Talks took place", "the release said": nobody is put to death, nothing is taken, nobody is let go.
    [InlineData("group/NN/2:nsubj executed~execute/VBD/0:root attacks~attack/NNS/2:obj", "executed")]
    [InlineData("Talks~talk/NNS/2:nsubj took~take/VBD/0:root place/NN/2:obj", "took")]
    [InlineData("the/DT/2:det release/NN/3:nsubj said~say/VBD/0:root rebels~rebel/NNS/5:nsubj fled~flee/VBD/3:ccomp", "release")]
    // "since the offensive was launched", "the decade-old war", "brought the fire under control", "the resistance fired", "was met with jeers", "The sanctions hit banks"
    [InlineData("people~person/NNS/2:nsubj fled~flee/VBD/0:root since/IN=SCONJ/6:mark the/DT/5:det offensive/NN/6:nsubj began~begin/VBD/2:advcl", "offensive")]
    [InlineData("the/DT/3:det decade-old/JJ/3:amod war/NN/4:nsubj displaced~displace/VBD/0:root millions~million/NNS/4:obj", "war")]
    [InlineData("crews~crew/NNS/2:nsubj brought~bring/VBD/0:root the/DT/4:det fire/NN/2:obj under/IN/6:case control/NN/2:obl", "control")]
    [InlineData("the/DT/2:det resistance/NN/3:nsubj fired~fire/VBD/0:root rockets~rocket/NNS/3:obj", "resistance")]
    [InlineData("minister/NN/3:nsubj:pass was~be/VBD=AUX/3:aux:pass met~meet/VBN/0:root with/IN/5:case jeers~jeer/NNS/3:obl", "met")]
    // "Officials painted the wall."
    [InlineData("officials~official/NNS/2:nsubj painted~paint/VBD/0:root the/DT/4:det wall/NN/2:obj", "painted")]
    public void What_is_no_act_of_the_kind_is_not_proposed(string sentence, string word) => Stage.Of(sentence).Proposal(word).ShouldBe("nothing");

    // "take Kunduz within seven days": the days are no object, and the verb has its own sense.
    [Fact]
    public void A_time_makes_no_idiom() =>
        Stage.Of("rebels~rebel/NNS/2:nsubj took~take/VBD/0:root Kunduz/NNP/2:obj within/IN/6:case seven/CD/6:nummod days~day/NNS/2:obl").Proposal("took").ShouldStartWith("capture");

    [Fact]
    public void The_same_words_of_force_are_proposed() =>
        Stage.Of("rebels~rebel/NNS/2:nsubj launched~launch/VBD/0:root an/DT/4:det offensive/NN/2:obj").Proposal("launched").ShouldStartWith("attack, ");

    [Theory]
    // "The fighting is over", "Troops were in Gao", "Fighters are on their way": left to the judge.
    [InlineData("the/DT/2:det clash/NN/4:nsubj is~be/VBZ=AUX/4:cop over/RB=ADV/0:root", "over", "weak clash, weak breach; left")]
    [InlineData("troops~troop/NNS/4:nsubj were~be/VBD=AUX/4:cop in/IN/4:case Gao/NNP/0:root", "were", "weak deploy; left")]
    [InlineData("fighters~fighter/NNS/5:nsubj are~be/VBP=AUX/5:cop on/IN/5:case their~they/PRP$/5:nmod:poss way/NN/0:root", "are", "weak deploy; left")]
    // "Two of the wounded die in hospital", to the parser a noun; "the sending of troops".
    [InlineData("wounded/JJ/2:amod die/NN/0:root in/IN/4:case hospital/NN/2:nmod", "die", "; left")]
    [InlineData("the/DT/2:det sending~send/NN/5:nsubj of/IN/4:case troops~troop/NNS/2:nmod stopped~stop/VBD/0:root", "sending", "; left")]
    public void What_a_copula_or_a_noun_tells_is_left_to_the_judge(string sentence, string word, string proposed) => Stage.Of(sentence).Proposal(word).ShouldEndWith(proposed);

    // "The report is on their table": nobody is anywhere.
    [Fact]
    public void A_copula_proposes_nothing_where_no_force_is_anywhere() =>
        Stage.Of("report/NN/5:nsubj is~be/VBZ=AUX/5:cop on/IN/5:case the/DT/5:det table/NN/0:root").Proposal("is").ShouldBe("nothing");

    // "Villagers left the hall": to leave can be flight, retreat or rescue, and mostly is none of them.
    [Fact]
    public void A_weak_trigger_proposes_and_is_left_by_the_rules()
    {
        var proposal = Stage.Of("villagers~villager/NNS/2:nsubj left~leave/VBD/0:root the/DT/4:det hall/NN/2:obj").Proposal("left");
        proposal.ShouldContain("weak displace");
        proposal.ShouldEndWith("; left");
    }

    [Fact]
    public void Strong_triggers_stand_before_weak_ones() =>
        Stage.Of("villagers~villager/NNS/2:nsubj left~leave/VBD/0:root their/PRP$=PRON/4:nmod:poss homes~home/NNS/2:obj").Proposal("left").ShouldStartWith("displace, weak ");
}
