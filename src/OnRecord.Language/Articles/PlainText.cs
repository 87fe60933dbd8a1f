namespace OnRecord.Language.Articles;

/// <summary>Reads plain and Markdown-like text: what a front matter block says of the article, and the text after it.</summary>
internal static class PlainText
{
    public static Outcome<Article> Read(string text, ArticleHints hints)
    {
        var input = new ArticleInput { Text = text };
        var start = 0;
        if (FrontMatter.Find(text) is { } front)
        {
            start = front.BodyStart;
            foreach (var (name, value, line) in front.Fields)
            {
                if (name == "published" && PublishedDate.Parse(value) is null)
                    return new Problem($"\"{value}\" is not a date", $"{hints.Where}:{line}", "write it as 2021-08-13");
                input = name switch
                {
                    "id" => input with { Id = value },
                    "title" => input with { Title = value },
                    "outlet" => input with { Outlet = value },
                    "published" or "date" => input with { Published = value },
                    "byline" or "author" => input with { Byline = value },
                    "dateline" => input with { Dateline = value },
                    "url" => input with { Url = value },
                    "language" or "lang" => input with { Language = value },
                    _ => input,
                };
            }
            if (PublishedDate.Parse(input.Published) is null) input = input with { Published = null };
        }
        return ArticleBuilder.Build(input with { Text = start == 0 ? text : text[start..] }, hints);
    }
}

/// <summary>The block of <c>key: value</c> lines between two lines <c>---</c> at the head of a text.</summary>
internal sealed record FrontMatter(IReadOnlyList<(string Name, string Value, int Line)> Fields, int BodyStart)
{
    private const int MaxLines = 60;

    /// <summary>The block and where the text after it begins, or null where there is none that is well formed.</summary>
    public static FrontMatter? Find(string text)
    {
        var fields = new List<(string, string, int)>();
        var at = 0;
        if (Line(text, ref at).Trim() is not "---") return null;
        for (var line = 2; line <= MaxLines && at < text.Length; line++)
        {
            var content = Line(text, ref at).Trim();
            if (content is "---" or "...")
            {
                while (at < text.Length && text[at] is '\r' or '\n') at++;
                return new FrontMatter(fields, at);
            }
            if (content.IsEmpty || content[0] == '#') continue;
            var colon = content.IndexOf(':');
            if (colon <= 0 || content[..colon].IndexOfAny(" \t") >= 0) return null;
            var value = content[(colon + 1)..].Trim();
            if (value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0]) value = value[1..^1];
            if (!value.IsEmpty) fields.Add((content[..colon].ToString().ToLowerInvariant(), value.ToString(), line));
        }
        return null;
    }

    private static ReadOnlySpan<char> Line(string text, ref int at)
    {
        var start = at;
        var end = text.IndexOf('\n', start);
        at = end < 0 ? text.Length : end + 1;
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start).TrimStart('\uFEFF');
    }
}
