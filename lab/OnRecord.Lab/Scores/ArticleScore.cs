using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Language.Articles;

namespace OnRecord.Lab.Scores;

/// <summary>The verb <c>score-articles</c>: measures the extraction of article bodies from web pages, scored as the public article-extraction benchmark does.</summary>
internal static partial class ArticleScore
{
    /// <summary>A page's share of four-word sequences that are right, in excess, and missing, out of all.</summary>
    internal readonly record struct Counts(double Right, double Excess, double Missing)
    {
        public double Precision => Right + Excess > 0 ? Right / (Right + Excess) : Missing > 0 ? 0 : 1;

        public double Recall => Right + Missing > 0 ? Right / (Right + Missing) : Excess > 0 ? 0 : 1;
    }

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "holds ground-truth.json and html/*.html.gz" };
        var details = new Option<bool>("--details") { Description = "a line for each page, the worst first" };
        var dump = new Option<DirectoryInfo?>("--dump") { Description = "where to write each page's body and what was expected" };
        var verb = new Command("score-articles", "Measures the extraction of article bodies from web pages.") { folder, details, dump };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(details), parsed.GetValue(dump)));
        return verb;
    }

    private static int Run(DirectoryInfo folder, bool details, DirectoryInfo? dump)
    {
        var truth = Path.Combine(folder.FullName, "ground-truth.json");
        if (!File.Exists(truth))
        {
            Console.Error.WriteLine($"{truth}: there is no such file");
            return 2;
        }
        var pages = Pages(folder.FullName).AsParallel().AsOrdered()
            .Select(p => (p.Name, p.Url, p.Expected, Found: BodyOf(p.Html, p.Url)))
            .Select(p => (p.Name, p.Url, p.Expected, p.Found, Counts: Compare(p.Expected, p.Found))).ToArray();
        if (dump is not null)
        {
            dump.Create();
            foreach (var page in pages)
            {
                File.WriteAllText(Path.Combine(dump.FullName, page.Name + ".expected"), page.Expected);
                File.WriteAllText(Path.Combine(dump.FullName, page.Name + ".found"), page.Found);
            }
        }
        if (details)
            foreach (var page in pages.OrderBy(p => p.Counts.Right))
                Console.WriteLine(FormattableString.Invariant($"{page.Counts.Precision:F3} {page.Counts.Recall:F3} {page.Name[..8]} {page.Url}"));
        double precision = pages.Average(p => p.Counts.Precision), recall = pages.Average(p => p.Counts.Recall);
        Console.WriteLine(FormattableString.Invariant($"{pages.Length} pages: precision {precision:F3}, recall {recall:F3}, F1 {2 * precision * recall / (precision + recall):F3}"));
        return 0;
    }

    internal static string BodyOf(byte[] html, string url) =>
        ArticleReader.Read(html, new ArticleHints { Url = url, ContentType = "text/html" })[0].Value?.Text ?? "";

    internal static IEnumerable<(string Name, string Url, string Expected, byte[] Html)> Pages(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        foreach (var page in truth.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).ToArray())
        {
            using var file = new GZipStream(File.OpenRead(Path.Combine(folder, "html", page.Name + ".html.gz")), CompressionMode.Decompress);
            using var html = new MemoryStream();
            file.CopyTo(html);
            yield return (page.Name, page.Value.GetProperty("url").GetString()!, page.Value.GetProperty("articleBody").GetString()!, html.ToArray());
        }
    }

    internal static Counts Compare(string expected, string found)
    {
        Dictionary<string, int> a = Shingles(expected), b = Shingles(found);
        double right = a.Sum(p => Math.Min(p.Value, b.GetValueOrDefault(p.Key))), excess = b.Values.Sum() - right, missing = a.Values.Sum() - right;
        var all = right + excess + missing;
        return all > 0 ? new Counts(right / all, excess / all, missing / all) : new Counts(0, 0, 0);
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (words.Length == 0) return counts;
        for (var i = 0; i < Math.Max(1, words.Length - 3); i++)
        {
            var shingle = string.Join(' ', words, i, Math.Min(4, words.Length - i));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }
        return counts;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
