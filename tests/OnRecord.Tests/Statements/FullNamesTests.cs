using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Statements;
using OnRecord.Statements.Voices;

namespace OnRecord.Tests.Statements;

/// <summary>Sources under the fullest name that the article has for them.</summary>
public sealed class FullNamesTests
{
    private const string Whole = "Somebody/NNP/2:compound Nameless/NNP/3:nsubj left~leave/VBD/0:root";
    private const string Again = "Nameless/NNP/2:nsubj spoke~speak/VBD/0:root";

    [Fact]
    public void A_surname_is_filled_up_from_where_the_whole_name_stands() => Full(Stage.Of(Again, Whole), "Nameless", "Nameless").ShouldBe("Somebody Nameless");

    [Fact]
    public void Another_spelling_of_the_surname_is_the_same_name() => Full(Stage.Of("Namelees/NNP/2:nsubj spoke~speak/VBD/0:root", Whole), "Namelees", "Namelees").ShouldBe("Somebody Nameless");

    [Theory]
    [InlineData("members of his Unity party", "Unity party")]
    [InlineData("supporters of the party", "supporters of the party")]
    [InlineData("leader of the Unity party", "leader of the Unity party")]
    public void A_party_is_not_its_members(string taken, string expected) => Full(Stage.Of("The/DT/2:det party/NN/3:nsubj spoke~speak/VBD/0:root"), "party", taken).ShouldBe(expected);

    [Fact]
    public void A_rank_before_the_name_is_no_part_of_it() =>
        Full(Stage.Of("Colonel/NNP/3:compound " + "Somebody/NNP/3:compound Nameless/NNP/4:nsubj left~leave/VBD/0:root").WithActors(), "Nameless", "Nameless").ShouldBe("Somebody Nameless");

    [Fact]
    public void A_name_that_goes_on_is_another() =>
        Full(Stage.Of(Again, "Somebody/NNP/3:compound Nameless/NNP/3:compound Valley/NNP/4:nsubj flooded~flood/VBD/0:root"), "Nameless", "Nameless").ShouldBe("Nameless");

    [Fact]
    public void Who_has_an_identity_and_what_is_no_person_keep_their_name()
    {
        Full(Stage.Of(Whole), "Nameless", "Nameless", actor: "nameless").ShouldBe("Nameless");
        Full(Stage.Of(Whole).Named("Nameless", EntityKind.Place), "Nameless", "Nameless").ShouldBe("Nameless");
    }

    [Theory]
    [InlineData("Maj./NNP/4:compound Gen./NNP/4:compound Somebody/NNP/4:compound Nameless/NNP/5:nsubj left~leave/VBD/0:root", "Somebody Nameless (Maj. Gen.)")]
    [InlineData("Maj./NNP/2:nsubj left~leave/VBD/0:root", "Maj.")]
    public void Where_a_rank_was_taken_for_the_name_the_name_follows_it(string sentence, string expected) => Full(Stage.Of(sentence), "Maj.", "Maj.").ShouldBe(expected);

    [Fact]
    public void Who_holds_an_office_named_after_a_body_speaks_and_not_the_body() =>
        Full(Stage.Of("The~the/DT/3:det Task/NNP/3:compound Force/NNP/7:nsubj commander/NN/3:appos Somebody/NNP/4:appos Nameless/NNP/5:flat spoke~speak/VBD/0:root").WithActors(), "Force", "Task Force")
            .ShouldBe("Somebody Nameless (Task Force commander)");

    [Theory]
    // A kind of body before the name is its role; another noun is part of the name.
    [InlineData("state/NN/3:compound news/NN/3:compound agency/NN/4:compound Acme/NNP/5:nsubj spoke~speak/VBD/0:root", "state news agency Acme", "Acme (state news agency)")]
    [InlineData("river/NN/2:compound Acme/NNP/3:nsubj rose~rise/VBD/0:root", "river Acme", "river Acme")]
    public void A_name_beside_what_it_is_the_name_of_stands_alone(string sentence, string name, string expected) => Full(Stage.Of(sentence), "Acme", name).ShouldBe(expected);

    [Theory]
    [InlineData("junta/NN/7:nsubj _,/,/4:punct the/DT/4:det Movement/NNP/1:appos for/IN/6:case Change/NNP/4:nmod spoke~speak/VBD/0:root", "junta", "Movement for Change")]
    // A crossing is no body.
    [InlineData("crossing/NN/5:nsubj _,/,/4:punct the/DT/4:det Movement/NNP/1:appos opened~open/VBD/0:root", "crossing", "crossing")]
    public void A_body_goes_by_the_name_in_apposition(string sentence, string head, string expected) => Full(Stage.Of(sentence), head, head).ShouldBe(expected);

    [Fact]
    public void The_head_of_a_body_is_that_of_the_body_by_its_name()
    {
        const string sentence = "head/NN/5:nsubj of/IN/4:case the/DT/4:det mission/NN/1:nmod spoke~speak/VBD/0:root";
        Full(Stage.Of(sentence).Named("mission", EntityKind.Actor, "Acme Mission"), "head", "head of the mission").ShouldBe("head of the Acme Mission");
        Full(Stage.Of(sentence), "head", "head of the mission").ShouldBe("head of the mission");
    }

    [Fact]
    public void A_member_of_a_front_is_not_the_front() =>
        Full(Stage.Of("member/NN/5:nsubj of/IN/4:case the/DT/4:det front/NN/1:nmod spoke~speak/VBD/0:root"), "member", "front", actor: "front").ShouldBe("member of the front");

    [Theory]
    [InlineData("Its~its/PRP$=PRON/2:nmod:poss spokesman/NN/3:nsubj spoke~speak/VBD/0:root", "spokesman", "Northern Front spokesman")]
    [InlineData("Its~its/PRP$=PRON/3:nmod:poss information/NN/3:compound officer/NN/4:nsubj spoke~speak/VBD/0:root", "officer", "Northern Front information officer")]
    // A thing says nothing of whose it is.
    [InlineData("Its~its/PRP$=PRON/2:nmod:poss report/NN/3:nsubj spoke~speak/VBD/0:root", "report", "report")]
    public void Its_spokesman_is_that_of_the_whole_name(string sentence, string head, string expected) =>
        Full(Stage.Of("Front/NNP/2:nsubj left~leave/VBD/0:root", sentence).Named("Front", EntityKind.Actor, "Northern Front").Referring("Its", "Front"), head, head).ShouldBe(expected);

    [Fact]
    public void Nothing_need_stand_between() =>
        Full(Stage.Of("Nameless/NNP/3:nmod:poss _'s/POS/1:case lawyer/NN/4:nsubj spoke~speak/VBD/0:root").Named("Nameless", EntityKind.Person, "Somebody Nameless"), "lawyer", "lawyer")
            .ShouldBe("Somebody Nameless's lawyer");

    [Fact]
    public void Somebodys_lawyer_is_that_of_the_whole_name() =>
        Full(Stage.Of("Nameless/NNP/4:nmod:poss _'s/POS/1:case defence/NN/4:compound lawyer/NN/5:nsubj spoke~speak/VBD/0:root").Named("Nameless", EntityKind.Person, "Somebody Nameless"), "lawyer", "lawyer")
            .ShouldBe("Somebody Nameless's defence lawyer");

    [Fact]
    public void A_body_that_was_taken_for_others_goes_by_its_own_word()
    {
        const string sentence = "The~the/DT/3:det national/JJ/3:amod army/NN/4:nsubj spoke~speak/VBD/0:root";
        Full(Stage.Of(sentence).Named("army", EntityKind.Actor, "soldiers of the north"), "army", "soldiers of the north").ShouldBe("national army");
        Full(Stage.Of(sentence).Named("army", EntityKind.Actor, "Northern Brigade"), "army", "Northern Brigade").ShouldBe("Northern Brigade");
    }

    [Fact]
    public void What_nothing_more_is_known_of_stays_as_it_is() => Full(Stage.Of("residents~resident/NNS/2:nsubj spoke~speak/VBD/0:root"), "residents", "residents").ShouldBe("residents");

    // "name (role)" of the source that the word of this form heads.
    private static string Full(Stage stage, string head, string name, string? actor = null)
    {
        var scene = stage.Scene();
        var (sentence, word) = (from s in Enumerable.Range(0, scene.Trees.Length) from w in Enumerable.Range(0, scene.Trees[s].Count) where scene.Trees[s][w].Form == head select (s, w)).First();
        var full = FullNames.Of(scene, sentence, word, new Source(name, null, actor, new TextSpan(0, 1)));
        return full.Role is null ? full.Name : $"{full.Name} ({full.Role})";
    }
}
