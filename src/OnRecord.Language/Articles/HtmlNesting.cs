using System.Collections.Frozen;
using System.Text;

namespace OnRecord.Language.Articles;

/// <summary>Takes the excess out of markup that nests far deeper than any page does, before a parser builds a tree of it.</summary>
internal static class HtmlNesting
{
    /// <summary>The depth that browsers too stop at.</summary>
    public const int Deepest = 512;

    // These never hold other elements open, because the next of their kind closes them.
    private static readonly FrozenSet<string> NotCounted = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option", "a", "nobr", "button", "html", "body", "head",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Formatting = new[]
    {
        "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u", "a", "nobr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Raw = new[] { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The markup itself where it nests as pages do; else the same without the tags that are too deep and without formatting.</summary>
    public static string Limit(string html) => MeasureOrCut(html, null) <= Deepest ? html : Cut(html);

    private static string Cut(string html)
    {
        var kept = new StringBuilder(html.Length);
        MeasureOrCut(html, kept);
        return kept.ToString();
    }

    /// <summary>Walks over the tags; returns the greatest depth, and appends what is to be kept where a builder is given.</summary>
    private static int MeasureOrCut(string html, StringBuilder? kept)
    {
        var notCounted = NotCounted.GetAlternateLookup<ReadOnlySpan<char>>();
        var formatting = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = Raw.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, deepest = 0, from = 0;
        var drawing = false;
        for (var at = 0; at < html.Length;)
        {
            var open = html.AsSpan(at).IndexOf('<');
            if (open < 0) break;
            at += open;
            var tag = TagAt(html, at);
            var name = html.AsSpan(tag.NameStart, tag.NameEnd - tag.NameStart);
            if (name.IsEmpty)
            {
                at = tag.End;
                continue;
            }
            if (name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase)) drawing = !tag.Closing;
            var drop = false;
            if (kept is not null && formatting.Contains(name)) drop = true;
            else if (!notCounted.Contains(name) && !(drawing && html[tag.End - 2] == '/'))
            {
                drop = kept is not null && depth >= Deepest;
                depth = tag.Closing ? Math.Max(0, depth - 1) : depth + 1;
                if (tag.Closing) drop &= depth >= Deepest;
                deepest = Math.Max(deepest, depth);
            }
            if (drop)
            {
                kept!.Append(html, from, at - from);
                from = tag.End;
            }
            at = tag.End;
            if (tag.Closing || !raw.Contains(name)) continue;
            var close = html.IndexOf("</" + name.ToString(), at, StringComparison.OrdinalIgnoreCase);
            at = close < 0 ? html.Length : close;
        }
        kept?.Append(html, from, html.Length - from);
        return deepest;
    }

    /// <summary>Where the tag, comment or stray mark at <paramref name="at"/> ends, and its name, which is empty where it is no tag.</summary>
    private static (int End, int NameStart, int NameEnd, bool Closing) TagAt(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
        {
            var close = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return (close < 0 ? html.Length : close + 3, 0, 0, false);
        }
        var closing = at + 1 < html.Length && html[at + 1] == '/';
        var start = at + (closing ? 2 : 1);
        if (start >= html.Length || !char.IsAsciiLetter(html[start])) return (at + 1, 0, 0, false);
        var nameEnd = start;
        while (nameEnd < html.Length && !char.IsWhiteSpace(html[nameEnd]) && html[nameEnd] is not ('>' or '/')) nameEnd++;
        var end = nameEnd;
        for (var quote = '\0'; end < html.Length; end++)
        {
            var c = html[end];
            if (quote != '\0') { if (c == quote) quote = '\0'; }
            else if (c is '"' or '\'' && html[end - 1] == '=') quote = c;
            else if (c == '>') break;
        }
        return (Math.Min(end + 1, html.Length), start, nameEnd, closing);
    }
}
