using AngleSharp.Html.Parser;

namespace OnRecord.Language.Articles;

/// <summary>Reads a web page: its metadata and the body of its article.</summary>
internal static class HtmlPage
{
    // A body shorter than this may be a notice; the page's structured data may then hold the whole.
    private const int ShortBody = 250;

    public static Outcome<Article> Read(string html, ArticleHints hints)
    {
        using var page = new HtmlParser().ParseDocument(HtmlNesting.Limit(html));
        var about = HtmlMetadata.Of(page, hints.Url);
        var lines = page.Body is { } body ? Lines(HtmlBody.Find(() => HtmlNode.Of(body))) : [];
        if (lines.Sum(l => l.Text.Length) < ShortBody && about.Body is { } whole && whole.Length > 2 * lines.Sum(l => l.Text.Length))
            lines = [.. whole.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => (p, BlockKind.Paragraph))];
        if (lines.Count == 0) return new Problem("is a page without running text", hints.Where, "give the page of an article, not a list or a page that scripts fill in");

        var input = new ArticleInput
        {
            Text = string.Join("\n\n", lines.Select(l => l.Text)),
            Title = about.Title,
            Byline = about.Byline,
            Outlet = about.Outlet ?? hints.Outlet ?? HtmlMetadata.HostOf(about.Url),
            Published = about.Published,
            Url = about.Url,
        };
        // The text is a better witness than a template's attribute.
        input = input with { Language = LanguageDetector.Detect(input.Text).Code ?? about.Language };
        return ArticleBuilder.Build(input, hints, [.. lines.Select(l => l.Kind)]);
    }

    private static List<(string Text, BlockKind Kind)> Lines(List<HtmlLeaf> leaves) =>
        [.. leaves.Select(l => (l.Text, l.IsHeading ? BlockKind.Subhead : l.IsItem ? BlockKind.ListItem : BlockKind.Paragraph))];
}
