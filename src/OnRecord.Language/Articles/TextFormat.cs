namespace OnRecord.Language.Articles;

internal enum TextFormat { Plain, Html, JsonLines }

/// <summary>Recognises what a document is from its media type, its name and its beginning, the beginning first.</summary>
internal static class TextFormats
{
    private static readonly string[] HtmlOpenings = ["<!doctype html", "<html", "<head", "<body", "<meta ", "<title", "<article", "<div", "<main", "<p>", "<p "];

    public static TextFormat Recognise(string head, ArticleHints hints)
    {
        var start = head.AsSpan().TrimStart("\uFEFF \t\r\n\f\0");
        while (start.StartsWith("<!--") && start.IndexOf("-->") is > 0 and var end) start = start[(end + 3)..].TrimStart();
        if (start.StartsWith("<?xml") && start.IndexOf("?>") is > 0 and var xml) start = start[(xml + 2)..].TrimStart();
        foreach (var opening in HtmlOpenings)
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return TextFormat.Html;
        if (start.StartsWith("{") && LooksLikeJson(start[1..].TrimStart())) return TextFormat.JsonLines;

        var type = (hints.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (type is "text/html" or "application/xhtml+xml") return TextFormat.Html;
        if (type is "application/json" or "application/x-ndjson" or "application/jsonl" or "application/jsonlines") return TextFormat.JsonLines;
        if (type.Length > 0 && type != "application/octet-stream") return TextFormat.Plain;

        var extension = Extension(hints.Path);
        if (extension is ".jsonl" or ".ndjson" or ".json") return TextFormat.JsonLines;
        return extension is ".html" or ".htm" or ".xhtml" && start.Contains('<') ? TextFormat.Html : TextFormat.Plain;
    }

    private static bool LooksLikeJson(ReadOnlySpan<char> afterBrace)
    {
        if (afterBrace.StartsWith("}")) return true;
        if (!afterBrace.StartsWith("\"")) return false;
        var close = afterBrace[1..].IndexOf('"');
        return close >= 0 && afterBrace[(close + 2)..].TrimStart().StartsWith(":");
    }

    private static string Extension(string? path)
    {
        var name = path ?? "";
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[dot..].ToLowerInvariant();
    }
}
