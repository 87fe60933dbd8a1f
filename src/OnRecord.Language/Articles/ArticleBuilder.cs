using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace OnRecord.Language.Articles;

/// <summary>Puts an article together: what is given first, what its text says next, hints last.</summary>
internal static class ArticleBuilder
{
    public static Outcome<Article> Build(ArticleInput input, ArticleHints hints, IReadOnlyList<BlockKind>? kinds = null)
    {
        var text = input.Text;
        if (!text.Any(char.IsLetterOrDigit)) return new Problem("holds no text", input.Id is null || hints.Path is not null ? hints.Where : input.Id, "give a report that has words in it");
        var published = PublishedDate.Parse(input.Published);
        if (published is null && !string.IsNullOrWhiteSpace(input.Published))
            return new Problem($"\"{Shortened(input.Published)}\" is not a date", input.Id is null || hints.Path is not null ? hints.Where : input.Id, "write \"published\" as 2021-08-13 or 2021-08-13T09:30:00Z");

        var found = BlockFinder.Find(text, input.Title, input.Dateline, kinds);
        var day = published?.Day ?? PublishedDate.Parse(found.Published)?.Day ?? hints.Published;
        return new Article
        {
            Id = input.Id ?? hints.Id ?? input.Url ?? hints.Url ?? IdOf(text),
            Text = text,
            Blocks = found.Blocks,
            Title = input.Title ?? found.Title,
            Outlet = input.Outlet ?? hints.Outlet ?? found.Outlet,
            Byline = input.Byline ?? found.Byline,
            Dateline = input.Dateline ?? found.Dateline,
            Agency = found.Agency,
            Published = day,
            PublishedAt = published?.Moment,
            Language = LanguageOf(input.Language) ?? LanguageOf(hints.Language) ?? LanguageDetector.Detect(text).Code,
            Url = input.Url ?? hints.Url,
        };
    }

    /// <summary>"sha256:" and the first 16 hexadecimal digits of the hash of the text's UTF-16 units, so that texts which UTF-8 cannot hold have one too.</summary>
    internal static string IdOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())))[..16];

    // "en-GB" and "en_US" name the language en.
    private static string? LanguageOf(string? tag)
    {
        var code = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    private static string Shortened(string value) => value.Length <= 60 ? value : value[..57] + "...";
}
