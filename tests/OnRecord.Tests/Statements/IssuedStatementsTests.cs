using OnRecord.Language.Articles;
using OnRecord.Statements.Voices;

namespace OnRecord.Tests.Statements;

/// <summary>Articles that are somebody's statement from end to end.</summary>
public sealed class IssuedStatementsTests
{
    private const string Attack = "Rebels~rebel/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _././2:punct";
    private const string We = "We~we/PRP/2:nsubj regret/VBP/0:root this/DT/2:obj _././2:punct";

    [Theory]
    [InlineData("Statement by the High Representative Somebody Nameless on the talks", "Somebody Nameless (High Representative): Said")]
    [InlineData("Joint statement by the Security Council on the talks", "Security Council: Said")]
    [InlineData("Remarks by President Somebody Nameless, Nairobi", "Somebody Nameless (President): Said")]
    [InlineData("Statement by the Ministry of Defence on the raid", "Ministry of Defence: Said")]
    // An office alone, and a body of one word.
    [InlineData("Statement by the Ambassador on the talks", "Ambassador: Said")]
    [InlineData("Declaration by Parliament", "Parliament: Said")]
    public void Whoever_the_title_names_says_all_of_it(string title, string expected) => Stage.Of(Attack, We).Titled(title).WithActors().Voice("attacked").ShouldBe(expected);

    [Theory]
    [InlineData("Attack by Rebels on Kunduz")]
    [InlineData("Statement of the Security Council on the talks")]
    [InlineData("Statement by officials on the talks")]
    [InlineData("Police read out a long and angry statement by the Front")]
    [InlineData("Statement by")]
    public void Other_titles_name_nobody(string title) => Stage.Of(Attack, We).Titled(title).WithActors().Voice("attacked").ShouldBe(": None");

    [Fact]
    public void Without_a_title_or_a_first_person_it_is_a_report()
    {
        Stage.Of(Attack, We).Voice("attacked").ShouldBe(": None");
        Stage.Of(Attack).Titled("Statement by the Security Council").Voice("attacked").ShouldBe(": None");
    }

    [Fact]
    public void Somebody_who_is_quoted_as_we_does_not_make_it_a_statement() =>
        Stage.Of(Attack, "\"/``/3:punct _We~we/PRP/3:nsubj regret/VBP/0:root this/DT/3:obj _\"/''/3:punct").Titled("Statement by the Security Council").Voice("attacked").ShouldBe(": None");

    [Fact]
    public void It_covers_the_text_from_end_to_end_and_rests_on_the_first_person()
    {
        var scene = Stage.Of(Attack, We).Titled("Statement by the Security Council").Scene();
        var (saying, speaker) = IssuedStatements.Of(scene, new Quotations(scene.Article)).ShouldNotBeNull();
        saying.Content.ShouldBe([new TextSpan(0, scene.Article.Text.Length)]);
        saying.CueSpan.Of(scene.Article.Text).ShouldBe("We");
        speaker.Source.ShouldNotBeNull().Span.ShouldBe(saying.CueSpan);
    }
}
