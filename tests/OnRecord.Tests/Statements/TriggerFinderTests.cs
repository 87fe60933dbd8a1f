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
