namespace OnRecord.Language.Articles;

/// <summary>Cuts a text into lines and joins those that only a fixed width has parted.</summary>
internal static class Lines
{
    // Longer lines are no sign of a fixed width, shorter columns no sign of running text.
    private const int WidestColumn = 120, NarrowestColumn = 45;

    /// <summary>A stretch of text that stands for itself, and whether a blank line (or the text's edge) stands before it and after it.</summary>
    internal readonly record struct Piece(int Start, int End, bool BlankBefore, bool BlankAfter);

    /// <summary>The pieces in order, without white space at their ends.</summary>
    public static List<Piece> Pieces(string text)
    {
        var lines = Split(text);
        var width = ColumnWidth(text, lines);
        var pieces = new List<Piece>();
        for (var i = 0; i < lines.Count;)
        {
            var first = i++;
            while (width > 0 && i < lines.Count && !lines[i].BlankBefore && Continues(text, lines[i - 1], lines[i], width)) i++;
            pieces.Add(new Piece(lines[first].Start, lines[i - 1].End, lines[first].BlankBefore, lines[i - 1].BlankAfter));
        }
        return pieces;
    }

    private static List<Piece> Split(string text)
    {
        var lines = new List<Piece>();
        var blank = true;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny("\n\r\u2028\u2029\u0085\f");
            var end = length < 0 ? text.Length : at + length;
            int from = at, to = end;
            while (from < to && IsSpace(text[from])) from++;
            while (to > from && IsSpace(text[to - 1])) to--;
            if (from < to)
            {
                lines.Add(new Piece(from, to, blank, false));
                blank = false;
            }
            else if (!(at > 0 && at < text.Length && text[at] == '\n' && text[at - 1] == '\r'))
            {
                blank = true;
                if (lines.Count > 0) lines[^1] = lines[^1] with { BlankAfter = true };
            }
            at = end + 1;
        }
        if (lines.Count > 0) lines[^1] = lines[^1] with { BlankAfter = true };
        return lines;
    }

    internal static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u00AD' or '\0';

    /// <summary>The width that the text was broken at, or 0 where its lines are not broken within sentences.</summary>
    private static int ColumnWidth(string text, List<Piece> lines)
    {
        int width = 0, breaks = 0, within = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var length = lines[i].End - lines[i].Start;
            if (lines[i].BlankAfter || length > WidestColumn) continue;
            breaks++;
            width = Math.Max(width, length);
            if (char.IsLower(text[lines[i + 1].Start])) within++;
        }
        return width >= NarrowestColumn && within * 3 >= breaks ? width : 0;
    }

    private static bool Continues(string text, Piece line, Piece next, int width)
    {
        if (LineKinds.StartsItem(text.AsSpan(next.Start, next.End - next.Start)) || line.End - line.Start > WidestColumn) return false;
        if (char.IsLower(text[next.Start])) return true;
        var word = text.AsSpan(next.Start, next.End - next.Start).IndexOf(' ');
        if (word < 0) word = next.End - next.Start;
        // The next word would not have fitted any more: the break says nothing.
        return line.End - line.Start + 1 + word > width - 4;
    }
}
