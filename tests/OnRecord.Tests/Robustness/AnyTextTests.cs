using FsCheck;
using FsCheck.Fluent;
using OnRecord.Language.Articles;
using OnRecord.Statements;
using OnRecord.Tests.Cases;

namespace OnRecord.Tests.Robustness;

/// <summary>No text, however broken, makes the reader throw or point outside the text.</summary>
public sealed class AnyTextTests(ReaderFixture reader) : IClassFixture<ReaderFixture>
{
    // Pieces of news that make statements, and what breaks them: halves of pairs, controls, marks of direction, signs without width, scripts, quotes without a partner, markup.
    private static readonly string[] Pieces =
    [
        "The army attacked Kunduz. ", "Rebels captured the town of Goma on Monday", "a spokesman told Reuters", "said", "\"We will not leave,\" he added. ", "killing at least 12 soldiers and four civilians", "by 31 August", "within 48 hours",
        "the Taliban's ", "U.S.-backed ", "Gen. ", "3,000 ", "two-thirds of ", " of ", " and ", " who ", "which was captured by ", "denied that ", "if ", "according to ", "KABUL, Aug 13 (Reuters) - ", "\n", "\n\n", "\r\n", "- ",
        "\"", "“", "”", "«", "'", "’", "(", ")", "[", "<p>", "</b", "<script>", "&amp;", "&#xD800;", "# ", "* ", "|", "```", ".", "...", "!?", ",", ";", " — ", "--", "\t", "\u00A0", "\u2028", "\u200B", "\u200F", "\u202E", "\u2066", "\uFEFF", "\u00AD", "\0", "\u0007", "\u001B[31m",
        "\uD83D", "\uDE00", "\uD83D\uDE00", "\uFFFF", "e\u0301\u0301\u0301", "Каби́л", "كابول", "喀布尔", "कंधार", "ﬁghters", "İstanbul", "ẞ", "x\u0345", "１２", "²", "½", "$", "99999999999999999999", "1e400", "-0", "31/02/2021", "9999-99-99", "the 45th of Undecember",
    ];

    private static readonly Arbitrary<string> Mixed = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    private static readonly Arbitrary<string> Noise = Gen.Choose(0, char.MaxValue).Select(c => (char)c).ListOf().Select(c => new string([.. c])).ToArbitrary();

    [Fact]
    public void Broken_news_is_read_without_a_fault() => Prop.ForAll(Mixed, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(120).WithEndSize(60));

    [Fact]
    public void Noise_is_read_without_a_fault() => Prop.ForAll(Noise, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void News_cut_off_anywhere_is_read_without_a_fault()
    {
        const string text = "KABUL, Aug 13 (Reuters) - “Our men took Kunduz’s airport 😀 on Thursday,” a Taliban spokesman told Reuters, adding that 1,200 soldiers—“all of them”—had surrendered by 5 p.m. The army denied it.";
        for (var cut = 1; cut < text.Length; cut += 3)
        {
            Holds(text[..cut]).ShouldBeTrue($"the first {cut} characters");
            Holds(text[cut..]).ShouldBeTrue($"from character {cut}");
        }
    }

    [Theory]
    [InlineData("the army attacked the town and ", 800)]
    [InlineData("a", 300_000)]
    [InlineData("Kunduz", 30_000)]
    [InlineData("\"", 50_000)]
    [InlineData("(", 50_000)]
    [InlineData("\" said ", 1000)]
    [InlineData("who said that rebels ", 600)]
    [InlineData("1,000 ", 2000)]
    [InlineData("on Monday ", 1500)]
    [InlineData("e\u0301", 50_000)]
    [InlineData("\uD83D", 50_000)]
    [InlineData("\u202E\u200B", 30_000)]
    [InlineData("<div>", 1200)]
    [InlineData("Goma, ", 1500)]
    public void A_long_run_without_a_full_stop_comes_to_an_end(string piece, int times) =>
        Holds(string.Concat(Enumerable.Repeat(piece, times))).ShouldBeTrue();

    private bool Holds(string text)
    {
        if (ArticleReader.FromInput(new ArticleInput { Id = "any", Text = text, Published = "2021-08-13" }).Value is not { } article) return true;
        var read = reader.Value.ReadWhole(article);
        return read.Statements.All(s => Spans(s).All(span => Inside(span, text.Length)))
            && read.Mentions.Mentions.All(m => Inside(m.Span, text.Length)) && read.Mentions.Times.All(t => Inside(t.Span, text.Length)) && read.Mentions.Quantities.All(q => Inside(q.Span, text.Length))
            && read.Statements.Zip(read.Statements.Skip(1)).All(p => p.First.Trigger.Start <= p.Second.Trigger.Start);
    }

    private static bool Inside(TextSpan span, int length) => 0 <= span.Start && span.Start < span.End && span.End <= length;

    private static IEnumerable<TextSpan> Spans(Statement s) =>
    [
        s.Trigger, s.Span, .. s.Agent.Select(a => a.Span), .. s.Patient.Select(p => p.Span), .. s.Sources.Select(v => v.Span), .. s.Cues.Select(c => c.Span),
        .. new[] { s.Place?.Span, s.Quantity?.Span, s.Time?.Span, s.Deadline?.Span }.OfType<TextSpan>(),
    ];
}
