namespace OnRecord.Language.Sentences;

/// <summary>The lines of a stretch without blank lines: tells a break that its author set from one that only wraps.</summary>
internal readonly struct Lines
{
    private const int Narrow = 55, Wide = 120;
    private readonly string _text;
    private readonly int _start, _end, _longest;

    public Lines(string text, int start, int end)
    {
        (_text, _start, _end) = (text, start, end);
        for (int i = start, from = start; i <= end; i++)
            if (i == end || IsBreak(text[i]))
            {
                _longest = Math.Max(_longest, i - from);
                from = i + 1;
            }
    }

    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\f' or '\v';

    /// <summary>What the blank run [from, to) is.</summary>
    public Gap GapAt(int from, int to)
    {
        var blank = _text.AsSpan(from, to - from);
        var at = blank.IndexOfAny("\n\r\u0085\u2028\u2029\f\v");
        if (at < 0)
        {
            foreach (var c in blank)
                if (char.IsWhiteSpace(c)) return Gap.Space;
            return Gap.None;
        }
        if (to >= _end) return Gap.Line;
        if (char.IsLower(_text[to])) return Gap.Space;
        var last = from > _start ? _text[from - 1] : '\0';
        if (last is ',' or '(' or '\u201C') return Gap.Space;
        if (_longest is < Narrow or > Wide) return Gap.Line;
        // Where the next word would have fitted on the line, the author broke it.
        var line = 0;
        while (line <= Wide && from - line > _start && !IsBreak(_text[from - line - 1])) line++;
        var word = 0;
        while (word <= Wide && to + word < _end && !Chars.IsBlank(_text[to + word])) word++;
        return line + 1 + word > _longest ? Gap.Space : Gap.Line;
    }
}
