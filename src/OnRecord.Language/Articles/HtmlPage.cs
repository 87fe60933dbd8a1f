namespace OnRecord.Language.Articles;

/// <summary>Reads a web page: its metadata and the body of its article.</summary>
internal static class HtmlPage
{
    public static Outcome<Article> Read(string html, ArticleHints hints) => new Problem("is a web page", hints.Where, html.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
