namespace OnRecord.Tests.Statements;

/// <summary>Pairs of sentences that differ in little and mean much else.</summary>
public sealed class ModeReaderTests
{
    private const string AttackKunduz = " to/TO/4:mark attack/VB/2:xcomp Kunduz/NNP/4:obj";

    [Theory]
    [InlineData("army/NN/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj", "attacked", "Actual")]
    [InlineData("army/NN/3:nsubj has~have/VBZ=AUX/3:aux attacked~attack/VBN/0:root Kunduz/NNP/3:obj", "attacked", "Actual")]
    [InlineData("army/NN/3:nsubj will/MD/3:aux attack/VB/0:root Kunduz/NNP/3:obj", "attack", "Planned")]
    [InlineData("army/NN/3:nsubj might/MD/3:aux attack/VB/0:root Kunduz/NNP/3:obj", "attack", "Possible")]
    [InlineData("army/NN/3:nsubj could/MD/3:aux attack/VB/0:root Kunduz/NNP/3:obj", "attack", "Possible")]
    [InlineData("army/NN/3:nsubj must/MD/3:aux attack/VB/0:root Kunduz/NNP/3:obj", "attack", "Demand")]
    [InlineData("If/IN=SCONJ/3:mark army/NN/3:nsubj attacks~attack/VBZ/5:advcl rebels/NNS/5:nsubj fled~flee/VBD/0:root", "attacks", "Possible")]
    public void Auxiliaries_and_marks(string sentence, string verb, string expected) => Stage.Of(sentence).Manner(verb).ShouldBe(expected);

    [Theory]
    // "Anyone who attacks Kunduz will be shot, the army said": nobody has yet, and the army will.
    [InlineData("attacks", "Possible")]
    [InlineData("shot", "Threat")]
    public void What_is_threatened_with_a_deed_not_done(string verb, string expected) =>
        Stage.Of("Anyone~anyone/NN=PRON/7:nsubj:pass who/WP/3:nsubj attacks~attack/VBZ/1:acl:relcl Kunduz/NNP/3:obj will/MD/7:aux be/VB=AUX/7:aux:pass shot~shoot/VBN/11:ccomp _,/,/11:punct the/DT/10:det army/NN/11:nsubj said~say/VBD/0:root").Manner(verb).ShouldBe(expected);

    [Fact]
    public void What_a_deadline_is_set_for_is_asked() =>
        Stage.Of("They/PRP/2:nsubj set/VBD/0:root a/DT/4:det deadline/NN/2:obj for/IN/6:case rebels/NNS/4:nmod to/TO/8:mark leave/VB/6:acl Kunduz/NNP/8:obj").Manner("leave").ShouldBe("Demand");

    [Theory]
    [InlineData("plans~plan/VBZ", "Planned")]
    [InlineData("vowed~vow/VBD", "Pledge")]
    [InlineData("threatened~threaten/VBD", "Threat")]
    [InlineData("tried~try/VBD", "Aim")]
    [InlineData("wants~want/VBZ", "Aim")]
    [InlineData("managed~manage/VBD", "Actual")]
    [InlineData("failed~fail/VBD", "Actual not")]
    [InlineData("refused~refuse/VBD", "Actual not")]
    public void Words_that_govern_an_infinitive(string governor, string expected) =>
        Stage.Of($"army/NN/2:nsubj {governor}/0:root" + AttackKunduz).Manner("attack").ShouldBe(expected);

    [Theory]
    // "urged / ordered rebels to attack Kunduz"
    [InlineData("Council/NNP/2:nsubj urged~urge/VBD/0:root rebels/NNS/2:obj to/TO/5:mark attack/VB/2:xcomp Kunduz/NNP/5:obj", "attack", "Appeal")]
    [InlineData("Council/NNP/2:nsubj demanded~demand/VBD/0:root that/IN=SCONJ/5:mark rebels/NNS/5:nsubj attack/VB/2:ccomp Kunduz/NNP/5:obj", "attack", "Demand")]
    // "is expected to attack Kunduz"
    [InlineData("army/NN/3:nsubj:pass is~be/VBZ=AUX/3:aux:pass expected~expect/VBN/0:root to/TO/5:mark attack/VB/3:xcomp Kunduz/NNP/5:obj", "attack", "Forecast")]
    // "came to attack Kunduz": a purpose
    [InlineData("Troops~troop/NNS/2:nsubj came~come/VBD/0:root to/TO/4:mark attack/VB/2:advcl Kunduz/NNP/4:obj", "attack", "Aim")]
    // "will enter Kunduz and attack rebels": the auxiliary is shared
    [InlineData("army/NN/3:nsubj will/MD/3:aux enter/VB/0:root Kunduz/NNP/3:obj and/CC/6:cc attack/VB/3:conj rebels/NNS/6:obj", "attack", "Planned")]
    // "called for a ceasefire"
    [InlineData("Council/NNP/2:nsubj called~call/VBD/0:root for/IN/4:case ceasefire/NN/2:obl", "ceasefire", "Appeal")]
    [InlineData("a/DT/3:det planned/JJ/3:amod attack/NN/0:root", "attack", "Planned")]
    // "The attacks halted flights": they did happen; "fighters halted the attacks": they are over.
    [InlineData("attacks~attack/NNS/2:nsubj halted~halt/VBD/0:root flights~flight/NNS/2:obj", "attacks", "Actual")]
    [InlineData("fighters~fighter/NNS/2:nsubj halted~halt/VBD/0:root attacks~attack/NNS/2:obj", "attacks", "Actual not")]
    // "There is no guarantee that rebels will attack", "no guarantee rebels will attack": they may.
    [InlineData("There/EX=PRON/2:expl is~be/VBZ/0:root no/DT/4:det guarantee/NN/2:nsubj that/IN=SCONJ/8:mark rebels/NNS/8:nsubj will/MD/8:aux attack/VB/4:acl Kunduz/NNP/8:obj", "attack", "Possible")]
    [InlineData("There/EX=PRON/2:expl is~be/VBZ/0:root no/DT/4:det guarantee/NN/2:nsubj rebels/NNS/7:nsubj will/MD/7:aux attack/VB/4:acl:relcl Kunduz/NNP/7:obj", "attack", "Possible")]
    // "stopped a bus, killing passengers"
    [InlineData("Militants~militant/NNS/2:nsubj stopped~stop/VBD/0:root bus/NN/2:obj _,/,/5:punct killing~kill/VBG/2:advcl passengers~passenger/NNS/5:obj", "killing", "Actual")]
    [InlineData("a/DT/3:det possible/JJ/3:amod attack/NN/0:root", "attack", "Possible")]
    // "We will attack Kunduz": of oneself it is a promise
    [InlineData("We/PRP/3:nsubj will/MD/3:aux attack/VB/0:root Kunduz/NNP/3:obj", "attack", "Threat")]
    public void Will_of_others_purpose_and_nouns(string sentence, string trigger, string expected) => Stage.Of(sentence).Manner(trigger).ShouldBe(expected);

    [Theory]
    // "if the fighting goes on"
    [InlineData("army/NN/3:nsubj may/MD/3:aux leave/VB/0:root if/IN=SCONJ/6:mark fighting/NN/6:nsubj continues~continue/VBZ/3:advcl", "fighting", "Possible")]
    [InlineData("Whoever/WP=PRON/2:nsubj attacks~attack/VBZ/0:root Kunduz/NNP/2:obj", "attacks", "Possible")]
    [InlineData("army/NN/3:nsubj is~be/VBZ=AUX/3:cop unlikely/JJ/0:root to/TO/5:mark attack/VB/3:xcomp Kunduz/NNP/5:obj", "attack", "Forecast not")]
    // "wants the army to attack": another's act is asked for
    [InlineData("Council/NNP/2:nsubj wants~want/VBZ/0:root army/NN/2:obj" + AttackKunduzFifth, "attack", "Demand")]
    // "is expected to adopt sanctions"
    [InlineData("Union/NNP/3:nsubj:pass is~be/VBZ=AUX/3:aux:pass expected~expect/VBN/0:root to/TO/5:mark adopt/VB/3:xcomp sanctions~sanction/NNS/5:obj", "sanctions", "Forecast")]
    // "said it was ready to attack", "said it would not attack": one's own promise
    [InlineData("army/NN/2:nsubj said~say/VBD/0:root it/PRP/5:nsubj was~be/VBD=AUX/5:cop ready/JJ/2:ccomp to/TO/7:mark attack/VB/5:xcomp Kunduz/NNP/7:obj", "attack", "Pledge")]
    [InlineData("army/NN/2:nsubj said~say/VBD/0:root it/PRP/6:nsubj would/MD/6:aux not/RB=PART/6:advmod attack/VB/2:ccomp Kunduz/NNP/6:obj", "attack", "Pledge not")]
    // "told to stay or be executed"
    [InlineData("Engineers~engineer/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass told~tell/VBN/0:root to/TO/5:mark stay/VB/3:xcomp or/CC/8:cc be/VB=AUX/8:aux:pass executed~execute/VBN/5:conj", "executed", "Threat")]
    // "gave up its demand that the army attack"
    [InlineData("Council/NNP/2:nsubj dropped~drop/VBD/0:root its/PRP$=PRON/4:nmod:poss demand/NN/2:obj that/IN=SCONJ/7:mark army/NN/7:nsubj attack/VBP/4:acl Kunduz/NNP/7:obj", "attack", "Demand")]
    // "Once the army attacks, rebels flee"; "Once the army had attacked, …"
    [InlineData("Once/IN=SCONJ/3:mark army/NN/3:nsubj attacks~attack/VBZ/5:advcl rebels/NNS/5:nsubj flee/VBP/0:root", "attacks", "Planned")]
    [InlineData("Once/IN=SCONJ/4:mark army/NN/4:nsubj had~have/VBD=AUX/4:aux attacked~attack/VBN/6:advcl rebels/NNS/6:nsubj fled~flee/VBD/0:root", "attacked", "Actual")]
    // "Once the withdrawal is completed, …", "Their demands include attacking", "an agreement to withdraw"
    [InlineData("Once/IN=SCONJ/5:mark the/DT/3:det withdrawal/NN/5:nsubj:pass is~be/VBZ=AUX/5:aux:pass completed~complete/VBN/7:advcl rebels/NNS/7:nsubj flee/VBP/0:root", "withdrawal", "Planned")]
    [InlineData("Their~their/PRP$=PRON/2:nmod:poss demands~demand/NNS/3:nsubj include/VBP/0:root dissolving~dissolve/VBG/3:xcomp parliament/NN/4:obj", "dissolving", "Demand")]
    [InlineData("sides~side/NNS/2:nsubj reached~reach/VBD/0:root an/DT/4:det agreement/NN/2:obj to/TO/6:mark attack/VB/4:acl Kunduz/NNP/6:obj", "attack", "Planned")]
    public void Wishes_conditions_and_threats(string sentence, string trigger, string expected) => Stage.Of(sentence).Manner(trigger).ShouldBe(expected);

    private const string AttackKunduzFifth = " to/TO/5:mark attack/VB/2:xcomp Kunduz/NNP/5:obj";

    [Theory]
    [InlineData("army/NN/4:nsubj did~do/VBD=AUX/4:aux not/RB=PART/4:advmod attack/VB/0:root Kunduz/NNP/4:obj", "attack", "Actual not")]
    [InlineData("army/NN/4:nsubj will/MD/4:aux not/RB=PART/4:advmod attack/VB/0:root Kunduz/NNP/4:obj", "attack", "Planned not")]
    [InlineData("army/NN/2:nsubj vowed~vow/VBD/0:root not/RB=PART/5:advmod to/TO/5:mark attack/VB/2:xcomp Kunduz/NNP/5:obj", "attack", "Pledge not")]
    [InlineData("No~no/DT/2:det troops~troop/NNS/3:nsubj attacked~attack/VBD/0:root Kunduz/NNP/3:obj", "attacked", "Actual not")]
    [InlineData("Nobody/NN=PRON/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj", "attacked", "Actual not")]
    [InlineData("Troops~troop/NNS/2:nsubj left~leave/VBD/0:root without/IN=SCONJ/4:mark attacking~attack/VBG/2:advcl Kunduz/NNP/4:obj", "attacking", "Actual not")]
    [InlineData("army/NN/2:nsubj denied~deny/VBD/0:root attacking~attack/VBG/2:xcomp Kunduz/NNP/3:obj", "attacking", "Actual not")]
    [InlineData("army/NN/2:nsubj denied~deny/VBD/0:root that/IN=SCONJ/5:mark rebels/NNS/5:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/5:obj", "attacked", "Actual not")]
    public void What_is_not_so(string sentence, string verb, string expected) => Stage.Of(sentence).Manner(verb).ShouldBe(expected);

    [Theory]
    // A release undoes the detention; a release that fails does not.
    [InlineData("army/NN/2:nsubj released~release/VBD/0:root prisoners~prisoner/NNS/2:obj", "released", "Actual not")]
    [InlineData("army/NN/2:nsubj failed~fail/VBD/0:root to/TO/4:mark release/VB/2:xcomp prisoners~prisoner/NNS/4:obj", "release", "Actual")]
    [InlineData("army/NN/2:nsubj promised~promise/VBD/0:root to/TO/4:mark release/VB/2:xcomp prisoners~prisoner/NNS/4:obj", "release", "Pledge not")]
    public void Words_that_undo_a_type(string sentence, string verb, string expected) => Stage.Of(sentence).Manner(verb).ShouldBe(expected);

    [Theory]
    // "announced sanctions" are to come, "announced the arrest" tells of one made.
    [InlineData("Canada/NNP/2:nsubj announced~announce/VBD/0:root withdrawal/NN/2:obj of/IN/5:case troops~troop/NNS/3:nmod", "withdrawal", "Planned")]
    [InlineData("Canada/NNP/2:nsubj announced~announce/VBD/0:root arrest/NN/2:obj of/IN/5:case rebels~rebel/NNS/3:nmod", "arrest", "Actual")]
    // "Police foiled an attack", "A coup attempt failed"
    [InlineData("Police/NNS/2:nsubj foiled~foil/VBD/0:root attack/NN/2:obj on/IN/5:case church/NN/3:nmod", "attack", "Aim")]
    [InlineData("coup/NN/2:compound attempt/NN/3:nsubj failed~fail/VBD/0:root", "coup", "Aim")]
    // "Talks are to resume", "Talks will go on", "Talks are expected on Monday"
    [InlineData("Talks~talk/NNS/4:nsubj are~be/VBP=AUX/4:aux to/TO/4:mark resume/VB/0:root", "Talks", "Planned")]
    [InlineData("Talks~talk/NNS/3:nsubj will/MD/3:aux go/VB/0:root on/RP/3:compound:prt", "Talks", "Planned")]
    [InlineData("Talks~talk/NNS/3:nsubj:pass are~be/VBP=AUX/3:aux:pass expected~expect/VBN/0:root", "Talks", "Forecast")]
    // "The fall of Kunduz would be a blow"
    [InlineData("fall/NN/6:nsubj of/IN/3:case Kunduz/NNP/1:nmod would/MD/6:aux be/VB=AUX/6:cop blow/NN/0:root", "fall", "Possible")]
    // "the first country to recognise the government"
    [InlineData("Chad/NNP/4:nsubj is~be/VBZ=AUX/4:cop first/JJ/4:amod country/NN/0:root to/TO/6:mark recognise/VB/4:acl government/NN/6:obj", "recognise", "Actual")]
    // "It was unclear whether the army had captured Kunduz"
    [InlineData("unclear/JJ/0:root whether/IN=SCONJ/5:mark army/NN/5:nsubj had~have/VBD=AUX/5:aux captured~capture/VBN/1:ccomp Kunduz/NNP/5:obj", "captured", "Possible")]
    // "warned the army against attacking Kunduz"
    [InlineData("Council/NNP/2:nsubj warned~warn/VBD/0:root army/NN/2:obj against/IN=SCONJ/5:mark attacking~attack/VBG/2:advcl Kunduz/NNP/5:obj", "attacking", "Appeal not")]
    // "Norway, Germany to evacuate staff"
    [InlineData("Norway/NNP/3:nsubj to/TO/3:mark evacuate/VB/0:root staff/NN/3:obj", "evacuate", "Planned")]
    public void What_is_still_to_come_tried_or_only_imagined(string sentence, string word, string expected) => Stage.Of(sentence).Manner(word).ShouldBe(expected);
}
