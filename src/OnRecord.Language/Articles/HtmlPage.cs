using AngleSharp.Html.Parser;

namespace OnRecord.Language.Articles;

/// <summary>Reads a web page: its metadata and the body of its article.</summary>
internal static class HtmlPage
{
    public static Outcome<Article> Read(string html, ArticleHints hints)
    {
        var lines = Body(html);
        var text = string.Join("\n\n", lines.Select(l => l.Text));
        if (text.Length == 0) return new Problem("is a page without running text", hints.Where, "give the page of an article, not a list or a page that scripts fill in");
        return ArticleBuilder.Build(new ArticleInput { Text = text }, hints);
    }

    internal static List<HtmlLeaf> Body(string html)
    {
        using var document = new HtmlParser().ParseDocument(HtmlNesting.Limit(html));
        return document.Body is { } body ? HtmlBody.Find(HtmlNode.Of(body)) : [];
    }
}
