using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Statements;

/// <summary>By which names participants go, and which sides a fight has that its own words leave out.</summary>
public sealed class ParticipantTests
{
    [Theory]
    // "Armenian and Azerbaijani soldiers left."
    [InlineData("Armenian/JJ/4:amod and/CC/3:cc Azerbaijani/JJ/1:conj soldiers~soldier/NNS/5:nsubj left~leave/VBD/0:root", "soldiers", "Armenian soldiers; Azerbaijani soldiers")]
    // "North and South Korean soldiers left."
    [InlineData("North/NNP/5:compound and/CC/3:cc South/NNP/1:conj Korean/JJ/5:amod soldiers~soldier/NNS/6:nsubj left~leave/VBD/0:root", "soldiers", "North Korean soldiers; South Korean soldiers")]
    // "The French and British governments left": of governments each has one.
    [InlineData("French/JJ/4:amod and/CC/3:cc British/JJ/1:conj governments~government/NNS/5:nsubj left~leave/VBD/0:root", "governments", "French government; British government")]
    // "Foreign and local soldiers left": no two peoples.
    [InlineData("Foreign/JJ/4:amod and/CC/3:cc local/JJ/1:conj soldiers~soldier/NNS/5:nsubj left~leave/VBD/0:root", "soldiers", "Foreign and local soldiers")]
    public void A_noun_may_stand_for_two(string sentence, string word, string expected) => Stage.Of(sentence).WithActors().Participants(word).ShouldBe(expected);

    [Fact]
    public void An_alliance_and_a_people_are_two() =>
        Stage.Of("NATO/NNP/4:compound and/CC/3:cc Afghan/JJ/1:conj soldiers~soldier/NNS/5:nsubj left~leave/VBD/0:root").WithActors().Named("NATO", EntityKind.Actor, actor: "nato").Participants("soldiers").ShouldBe("NATO soldiers; Afghan soldiers");

    [Theory]
    // "Tens of thousands of protesters left."
    [InlineData("Tens~ten/NNS/6:nsubj of/IN/3:case thousands~thousand/NNS/1:nmod of/IN/5:case protesters~protester/NNS/3:nmod left~leave/VBD/0:root", "Tens", "protesters")]
    // "On Friday government soldiers left", the day taken for a part of the name.
    [InlineData("On/IN/2:case Friday/NNP/4:compound government/NN/4:compound soldiers~soldier/NNS/5:nsubj left~leave/VBD/0:root", "soldiers", "government soldiers")]
    // "Fighters loyal to the general left."
    [InlineData("Fighters~fighter/NNS/6:nsubj loyal/JJ/1:amod to/IN/5:case the/DT/5:det general/NN/2:obl left~leave/VBD/0:root", "Fighters", "Fighters loyal to the general")]
    public void Counts_and_days_are_no_part_of_the_name(string sentence, string word, string expected) => Stage.Of(sentence).Participants(word).ShouldBe(expected);

    // "The separatist Hezbollah left": the list of actors knows it.
    [Fact]
    public void What_describes_a_known_group_is_no_part_of_its_name() =>
        Stage.Of("the/DT/3:det separatist/JJ/3:amod Hezbollah/NNP/4:nsubj left~leave/VBD/0:root").WithActors().Named("Hezbollah", EntityKind.Actor, actor: "hezbollah").Participants("Hezbollah").ShouldBe("Hezbollah");

    [Fact]
    public void The_last_of_them_are_they() =>
        Stage.Of("the/DT/3:det last/JJ/3:amod soldiers~soldier/NNS/4:nsubj left~leave/VBD/0:root").Participants("soldiers").ShouldBe("soldiers");

    [Fact]
    public void A_name_after_an_office_is_who_holds_it() =>
        Stage.Of("Secretary/NNP/5:nsubj of/IN/3:case State/NNP/1:nmod Someone/NNP/3:appos left~leave/VBD/0:root").WithActors().Named("Someone", EntityKind.Person).Participants("Secretary").ShouldBe("Someone");

    [Fact]
    public void A_name_right_after_what_it_is_stands_for_it() =>
        Stage.Of("company/NN/3:nsubj Acme/NNP/1:flat left~leave/VBD/0:root").Named("Acme", EntityKind.Actor).Participants("company").ShouldBe("Acme");

    [Theory]
    // "Five soldiers were killed in clashes with rebels."
    [InlineData("soldiers~soldier/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass killed~kill/VBN/0:root in/IN/5:case clashes~clash/NNS/3:obl with/IN/7:case rebels~rebel/NNS/5:nmod", "rebels", "soldiers")]
    // "Five children were killed in clashes with rebels": children are no side.
    [InlineData("children~child/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass killed~kill/VBN/0:root in/IN/5:case clashes~clash/NNS/3:obl with/IN/7:case rebels~rebel/NNS/5:nmod", "rebels", "")]
    // "The army said that people were killed in clashes with rebels": whoever says so is no side for it.
    [InlineData("army/NN/2:nsubj said~say/VBD/0:root that/IN=SCONJ/6:mark people~person/NNS/6:nsubj:pass were~be/VBD=AUX/6:aux:pass killed~kill/VBN/2:ccomp in/IN/8:case clashes~clash/NNS/6:obl with/IN/10:case rebels~rebel/NNS/8:nmod", "rebels", "")]
    // "Soldiers and rebels were killed in clashes."
    [InlineData("soldiers~soldier/NNS/5:nsubj:pass and/CC/3:cc rebels~rebel/NNS/1:conj were~be/VBD=AUX/5:aux:pass killed~kill/VBN/0:root in/IN/7:case clashes~clash/NNS/5:obl", null, "soldiers; rebels")]
    public void The_other_side_of_a_fight_stands_elsewhere_in_the_sentence(string sentence, string? other, string expected) => Stage.Of(sentence).UnsaidSide("clashes", other).ShouldBe(expected);
}
