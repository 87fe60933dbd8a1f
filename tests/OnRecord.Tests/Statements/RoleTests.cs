using OnRecord.Statements;

namespace OnRecord.Tests.Statements;

/// <summary>How many, when, and whether it is a count over a period.</summary>
public sealed class RoleTests
{
    [Theory]
    // "Twelve soldiers and four civilians were killed."
    [InlineData("12/CD/2:nummod soldiers~soldier/NNS/7:nsubj:pass and/CC/5:cc 4/CD/5:nummod civilians~civilian/NNS/2:conj were~be/VBD=AUX/7:aux:pass killed~kill/VBN/0:root", "16..16")]
    // "At least 12 soldiers and four civilians were killed."
    [InlineData("At/IN=ADP/2:case least/JJS=ADJ/3:obl 12/CD/4:nummod soldiers~soldier/NNS/9:nsubj:pass and/CC/7:cc four/CD/7:nummod civilians~civilian/NNS/4:conj were~be/VBD=AUX/9:aux:pass killed~kill/VBN/0:root", "16..")]
    // "Ten soldiers and civilians were killed": only one part is counted.
    [InlineData("Ten/CD/2:nummod soldiers~soldier/NNS/6:nsubj:pass and/CC/4:cc civilians~civilian/NNS/2:conj were~be/VBD=AUX/6:aux:pass killed~kill/VBN/0:root", "10..10")]
    // "Soldiers were killed."
    [InlineData("soldiers~soldier/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass killed~kill/VBN/0:root", "")]
    public void Parts_are_summed(string sentence, string expected) => Stage.Of(sentence).Amount("killed", null, "soldiers").ShouldBe(expected);

    [Theory]
    // "The toll rose to 90", "stands at 90", "The strike brought the toll to 90": the number that it comes to.
    [InlineData("The/DT/2:det toll/NN/3:nsubj rose~rise/VBD/0:root to/IN/5:case 90/CD/3:obl", "90..90")]
    [InlineData("The/DT/2:det toll/NN/3:nsubj stands~stand/VBZ/0:root at/IN/6:case 90/CD/6:nummod people/NNS/3:obl", "90..90")]
    [InlineData("strike/NN/2:nsubj brought~bring/VBD/0:root the/DT/4:det toll/NN/2:obj to/IN/6:case 90/CD/2:obl", "90..90")]
    // "The toll rose in two towns": not of the dead.
    [InlineData("The/DT/2:det toll/NN/3:nsubj rose~rise/VBD/0:root in/IN/6:case two/CD/6:nummod towns~town/NNS/3:obl", "")]
    public void A_toll_is_what_it_comes_to(string sentence, string expected) => Stage.Of(sentence).Amount("toll", null, null).ShouldBe(expected);

    [Fact]
    public void Without_a_number_of_those_acted_on_the_acts_are_counted() =>
        Stage.Of("Two/CD/2:nummod airstrikes~airstrike/NNS/3:nsubj hit/VBD/0:root Kunduz/NNP/3:obj").Amount("airstrikes", null, "Kunduz").ShouldBe("2..2");

    [Fact]
    public void In_a_movement_the_force_is_counted() =>
        Stage.Of("600/CD/2:nummod troops~troop/NNS/3:nsubj retreated~retreat/VBD/0:root from/IN/6:case two/CD/6:nummod towns~town/NNS/3:obl").Amount("retreated", "troops", "towns").ShouldBe("600..600");

    [Theory]
    // "Police said on Thursday that rebels attacked Kunduz": the day of saying is not the day of the act.
    [InlineData("Police/NNS/2:nsubj said~say/VBD/0:root on/IN/4:case Thursday/NNP/2:obl that/IN=SCONJ/7:mark rebels/NNS/7:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/7:obj", "attacked", Mode.Actual, "")]
    // "Police said that rebels attacked Kunduz on Thursday."
    [InlineData("Police/NNS/2:nsubj said~say/VBD/0:root that/IN=SCONJ/5:mark rebels/NNS/5:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/5:obj on/IN/8:case Thursday/NNP/5:obl", "attacked", Mode.Actual, "2021-08-12..2021-08-12")]
    // "On Thursday rebels tried to attack Kunduz."
    [InlineData("On/IN/2:case Thursday/NNP/4:obl rebels/NNS/4:nsubj tried~try/VBD/0:root to/TO/6:mark attack/VB/4:xcomp Kunduz/NNP/6:obj", "attack", Mode.Aim, "2021-08-12..2021-08-12")]
    // "Rebels who attacked Kunduz fled on Thursday": the flight has the day.
    [InlineData("Rebels/NNS/5:nsubj who/WP/3:nsubj attacked~attack/VBD/1:acl:relcl Kunduz/NNP/3:obj fled~flee/VBD/0:root on/IN/7:case Thursday/NNP/5:obl", "attacked", Mode.Actual, "")]
    public void The_time_is_that_of_the_act(string sentence, string verb, Mode mode, string expected) => Stage.Of(sentence).Time(verb, mode).ShouldBe(expected);

    private const string WithinAWeek = "Rebels/NNS/2:nsubj aim/VBP/0:root to/TO/4:mark attack/VB/2:xcomp Kunduz/NNP/4:obj within/IN/8:case seven/CD/8:nummod days~day/NNS/4:obl";

    [Theory]
    [InlineData(Mode.Aim, "by 2021-08-20")]
    [InlineData(Mode.Planned, "by 2021-08-20")]
    [InlineData(Mode.Actual, "..2021-08-20")]
    public void Only_what_has_not_happened_has_a_last_day(Mode mode, string expected) => Stage.Of(WithinAWeek).Time("attack", mode).ShouldBe(expected);

    [Fact]
    public void What_a_respite_is_given_for_is_to_be_done_by_its_end() =>
        Stage.Of("Rebels/NNS/2:nsubj gave~give/VBD/0:root fighters~fighter/NNS/2:iobj 72/CD/5:nummod hours~hour/NNS/2:obj to/TO/7:mark attack/VB/2:advcl Kunduz/NNP/7:obj").Time("attack", Mode.Demand).ShouldBe("by 2021-08-16");

    [Fact]
    public void What_an_act_brought_about_has_the_day_of_the_act() =>
        Stage.Of("Police/NNS/2:nsubj condemned~condemn/VBD/0:root a/DT/4:det raid/NN/2:obj on/IN/6:case Thursday/NNP/4:nmod that/WDT=PRON/8:nsubj killed~kill/VBD/4:acl:relcl two/CD/8:obj").Time("killed", Mode.Actual).ShouldBe("2021-08-12..2021-08-12");

    [Theory]
    // "Rebels have killed 300 people since January."
    [InlineData("Rebels/NNS/3:nsubj have/VBP=AUX/3:aux killed~kill/VBN/0:root 300/CD/5:nummod people~person/NNS/3:obj since/IN/7:case January/NNP/3:obl", true)]
    // "Rebels killed 300 people in the war."
    [InlineData("Rebels/NNS/2:nsubj killed~kill/VBD/0:root 300/CD/4:nummod people~person/NNS/2:obj in/IN/7:case the/DT/7:det war/NN/2:obl", true)]
    // "Rebels killed 30 people on Thursday."
    [InlineData("Rebels/NNS/2:nsubj killed~kill/VBD/0:root 30/CD/4:nummod people~person/NNS/2:obj on/IN/6:case Thursday/NNP/2:obl", false)]
    // "Rebels have killed people since January": nothing is counted.
    [InlineData("Rebels/NNS/3:nsubj have/VBP=AUX/3:aux killed~kill/VBN/0:root people~person/NNS/3:obj since/IN/6:case January/NNP/3:obl", false)]
    // "The war killed 300 people", "a series of raids this week", "killed in 30 attacks", "in recent weeks"
    [InlineData("The~the/DT/2:det war/NN/3:nsubj killed~kill/VBD/0:root 300/CD/5:nummod people~person/NNS/3:obj", true)]
    [InlineData("Gangs~gang/NNS/2:nsubj killed~kill/VBD/0:root 30/CD/4:nummod people~person/NNS/2:obj in/IN/7:case recent/JJ/7:amod weeks~week/NNS/2:obl", true)]
    [InlineData("Gangs~gang/NNS/2:nsubj killed~kill/VBD/0:root 30/CD/4:nummod people~person/NNS/2:obj in/IN/7:case nine/CD/7:nummod attacks~attack/NNS/2:obl", true)]
    [InlineData("Gangs~gang/NNS/2:nsubj killed~kill/VBD/0:root 30/CD/4:nummod people~person/NNS/2:obj in/IN/7:case an/DT/7:det attack/NN/2:obl", false)]
    // "Rebels will kill 300 people in the war": nothing has been counted yet.
    [InlineData("Rebels/NNS/3:nsubj will/MD/3:aux kill/VB/0:root 300/CD/5:nummod people~person/NNS/3:obj in/IN/8:case the/DT/8:det war/NN/3:obl", false)]
    public void A_count_over_a_period_is_a_tally(string sentence, bool expected)
    {
        var stage = Stage.Of(sentence);
        stage.Tally(sentence.Contains("killed", StringComparison.Ordinal) ? "killed" : "kill", "people").ShouldBe(expected);
    }
}
