namespace OnRecord.Language.Sentences;

/// <summary>The lines of a stretch without blank lines: tells a break that its author set from one that only wraps.</summary>
internal readonly struct Lines
{
    // Widths to which text is commonly wrapped, and the least that three lines and more must have.
    private const int Narrow = 55, Wide = 120, Least = 30;
    private readonly string _text;
    private readonly int _start, _end, _longest;
    private readonly bool _wrapped;

    public Lines(string text, int start, int end)
    {
        (_text, _start, _end) = (text, start, end);
        var breaks = 0;
        for (int i = start, from = start; i <= end; i++)
            if (i == end || IsBreak(text[i]))
            {
                _longest = Math.Max(_longest, i - from);
                from = i + 1;
                breaks++;
            }
        if (_longest > Wide) return;
        _wrapped = _longest >= Narrow;
        if (_wrapped || breaks < 3 || _longest < Least) return;
        for (var i = start + 1; i < end; i++)
            if (IsBreak(text[i]) && !(text[i] == '\n' && text[i - 1] == '\r') && !IsFull(i, NextVisible(i))) return;
        _wrapped = true;
    }

    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\f' or '\v';

    /// <summary>What the blank run [from, to) is.</summary>
    public Gap GapAt(int from, int to)
    {
        var blank = _text.AsSpan(from, to - from);
        if (blank.IndexOfAny("\n\r\u0085\u2028\u2029\f\v") < 0)
        {
            foreach (var c in blank)
                if (char.IsWhiteSpace(c)) return Gap.Space;
            return Gap.None;
        }
        if (to >= _end) return Gap.Line;
        if (char.IsLower(_text[to])) return Gap.Space;
        var last = from > _start ? _text[from - 1] : '\0';
        if (last is ',' or '(' or '\u201C') return Gap.Space;
        return _wrapped && IsFull(from, to) ? Gap.Space : Gap.Line;
    }

    // True where the word at `to` would not have fitted on the line that ends at `from`; where it would, the author broke the line.
    private bool IsFull(int from, int to)
    {
        var line = 0;
        while (line <= Wide && from - line > _start && !IsBreak(_text[from - line - 1])) line++;
        var word = 0;
        while (word <= Wide && to + word < _end && !Chars.IsBlank(_text[to + word])) word++;
        return line + 1 + word > _longest;
    }

    private int NextVisible(int i)
    {
        while (i < _end && Chars.IsBlank(_text[i])) i++;
        return i;
    }
}
