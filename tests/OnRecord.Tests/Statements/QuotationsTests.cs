using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Statements.Voices;

namespace OnRecord.Tests.Statements;

public sealed class QuotationsTests
{
    [Theory]
    [InlineData("\"We left,\" he said.", "We left,")]
    [InlineData("“We left,” he said.", "We left,")]
    [InlineData("«We left», he said.", "We left")]
    [InlineData("He said: „We left”.", "We left")]
    [InlineData("He said: \"We left. They came.\"", "We left. They came.")]
    public void A_quotation_is_what_stands_between_the_marks(string text, string expected)
    {
        var at = text.IndexOf("left", StringComparison.Ordinal);
        Read(text).At(at).ShouldNotBeNull().Of(text).ShouldBe(expected);
        Read(text).At(text.IndexOf("e said", StringComparison.Ordinal)).ShouldBeNull();
    }

    [Theory]
    [InlineData("The soldiers' leader left on Monday's convoy.", "left")]
    [InlineData("A 12\" shell hit the 5\" gun and left a hole.", "left")]
    [InlineData("It was \"over\". He left, \"tired\".", "left")]
    public void Apostrophes_inches_and_the_words_between_two_quotations_are_none(string text, string word) =>
        Read(text).At(text.IndexOf(word, StringComparison.Ordinal)).ShouldBeNull();

    [Fact]
    public void A_quotation_left_open_runs_to_the_end_of_its_paragraph_and_no_further()
    {
        const string text = "He said: \"We left.\n\nThey came.";
        var quotations = new Quotations(new Article { Id = "q", Text = text, Blocks = [Paragraph(0, 18), Paragraph(20, text.Length)] });
        quotations.At(text.IndexOf("left", StringComparison.Ordinal)).ShouldBe(new TextSpan(10, 18));
        quotations.At(text.IndexOf("came", StringComparison.Ordinal)).ShouldBeNull();
    }

    private static Quotations Read(string text) => new(new Article { Id = "q", Text = text, Blocks = ImmutableArray<Block>.Empty });

    private static Block Paragraph(int start, int end) => new(BlockKind.Paragraph, new TextSpan(start, end));
}
