using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OnRecord.Language.Articles;

namespace OnRecord.Tests.Articles;

public sealed class ArticleProperties
{
    private static readonly string[] Fragments =
    [
        "<p>", "</p>", "<div class=\"nav\">", "<article", ">", "<!--", "-->", "<script>", "</table>", "<td>", "&amp;", "&#xD800;", "\"", "{\"text\":", "}", "\n", "\r\n", "\n\n", "---\n", "title: x\n", "KABUL, Aug 13 (Reuters) - ", "(AP)", "(Reuters) ",
        "By ", "FILE PHOTO: ", "- ", "1. ", "## ", "Troops left the town. ", "THE HILLS", "Thursday, January 24, 2019", "\u00A0", "\u2028", "\uD800", "é", "\0", "GAZA CITY: ", "Moscow, 3 March. /TASS/. ", " ", ".", "Posted By: ", "published: 2021-99-99\n",
    ];

    private static Arbitrary<string> Texts => Gen.Elements(Fragments).ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void AnyBytesGiveArticlesOrProblemsAndNeverThrow() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Holds(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyMixOfMarksGivesArticlesOrProblems() =>
        Prop.ForAll(Texts, text => Holds(Encoding.UTF8.GetBytes(text)) && Holds(Encoding.Unicode.GetBytes(text)) && Holds(Encoding.UTF8.GetBytes("<html><body>" + text)) && Holds(Encoding.UTF8.GetBytes("{\"text\": \"" + text + "\"}")))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void BlocksLieInTheTextInOrderWithoutOverlapAndWithoutWhiteSpaceAtTheirEnds() =>
        Prop.ForAll(Texts, text => ArticleReader.FromInput(new ArticleInput { Text = text }).Value is not { } article || (article.Text == text && WellFormed(article)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void ReadingTwiceGivesTheSame() =>
        Prop.ForAll(Texts, text =>
        {
            var bytes = Encoding.UTF8.GetBytes("<html><body>" + text);
            return ArticleReader.Read(bytes, ArticleHints.None).Select(Shown).SequenceEqual(ArticleReader.Read(bytes, ArticleHints.None).Select(Shown));

            static string Shown(Language.Outcome<Article> outcome) => outcome.Problem?.ToString() ?? outcome.Value!.Text + string.Join(';', outcome.Value.Blocks) + (outcome.Value with { Blocks = [] });
        }).QuickCheckThrowOnFailure();

    private static bool Holds(byte[] bytes)
    {
        foreach (var hints in new[] { ArticleHints.None, new ArticleHints { Path = "a.html" }, new ArticleHints { ContentType = "application/x-ndjson" } })
        {
            var read = ArticleReader.Read(bytes, hints);
            if (read.IsEmpty || read.Any(o => o.Value is null == o.Problem is null) || read.Any(o => o.Value is { } a && !WellFormed(a))) return false;
        }
        return true;
    }

    private static bool WellFormed(Article article)
    {
        var end = 0;
        foreach (var block in article.Blocks)
        {
            var (from, to) = (block.Span.Start, block.Span.End);
            if (from < end || to <= from || to > article.Text.Length || char.IsWhiteSpace(article.Text[from]) || char.IsWhiteSpace(article.Text[to - 1])) return false;
            end = to;
        }
        return true;
    }
}
