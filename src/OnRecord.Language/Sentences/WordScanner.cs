using System.Globalization;
using System.Text;

namespace OnRecord.Language.Sentences;

/// <summary>Cuts text into words by the conventions that the English treebanks of Universal Dependencies share; one pass, left to right.</summary>
internal sealed partial class WordScanner(string text)
{
    private readonly List<Piece> _pieces = [];
    private int _openQuotes;
    private bool _addresses;

    /// <summary>The words of a stretch; the list is used again by the next call.</summary>
    public List<Piece> Scan(int start, int end)
    {
        _pieces.Clear();
        _openQuotes = 0;
        var lines = new Lines(text, start, end);
        var i = start;
        while (i < end)
        {
            var gap = Gap.None;
            var from = i;
            while (i < end && Chars.IsBlank(text[i])) i++;
            if (i > from) gap = lines.GapAt(from, i);
            if (i >= end) break;
            var stop = i;
            while (stop < end && (!Chars.IsBlank(text[stop]) || Chars.IsJoiner(text[stop]))) stop++;
            Run(i, stop, gap);
            i = stop;
        }
        return _pieces;
    }

    private void Run(int start, int end, Gap gap)
    {
        var run = text.AsSpan(start, end - start);
        _addresses = run.Length > 3 && (run.Contains('@') || run.IndexOf("://") > 0 || run.Contains("www.", StringComparison.OrdinalIgnoreCase));
        var i = start;
        while (i < end)
        {
            var next = Next(i, end, gap);
            if (next == i)
            {
                i++;
                continue;
            }
            gap = Gap.None;
            i = next;
        }
    }

    // Adds the word that starts at i and returns where it ends; i itself where nothing visible starts there.
    private int Next(int i, int end, Gap gap)
    {
        var c = text[i];
        if (Chars.IsBlank(c)) return i;
        var run = text.AsSpan(i, end - i);
        if (_addresses)
        {
            var length = Shapes.Address(run);
            if (length > 0) return Add(i, i + length, gap);
        }
        if (IsPicture(i, end)) return Add(i, Pictures(i, end), gap);
        if (Chars.IsDigit(c)) return Number(i, i, end, gap);
        if (Chars.IsLetter(c)) return Word(i, end, gap);
        if (i + 1 < end)
        {
            var d = text[i + 1];
            if (Chars.IsDigit(d) && (c == '+' || c == '.' && gap != Gap.None || c == '.' && _pieces.Count == 0 || Chars.IsApostrophe(c) && IsShortYear(i + 1, end))) return Number(i, i + 1, end, gap);
            if (c is '#' or '@' && Chars.IsLetter(d)) return Add(i, Letters(i + 1, end), gap);
        }
        if (Chars.IsApostrophe(c) || c is '\u2018' or '`') return Quote(i, end, gap);
        var face = Shapes.Face(run);
        if (face > 0) return Add(i, i + face, gap);
        return Add(i, Marks(i, end), gap);
    }

    // A word that starts with a letter, with all that joins on to it.
    private int Word(int i, int end, Gap gap)
    {
        var dotted = Dotted(i, end);
        if (dotted > 0)
        {
            var stop = text[i + dotted - 1] == '.';
            var needsMore = text.AsSpan(i, dotted) is "e.g." or "i.e." or "E.g." or "I.e.";
            return Add(i, i + dotted, gap, !stop ? Abbreviation.None : needsMore ? Abbreviation.Title : Abbreviation.Dotted);
        }
        var to = Letters(i, end);
        var code = text.AsSpan(i, to - i).IndexOfAnyInRange('0', '9');
        if (code is 2 or 3 && IsCurrency(text.AsSpan(i, code))) return Add(i, i + code, gap);
        if (to < end && text[to] == '$' && to - i <= 3 && char.IsUpper(text[i]) && (to + 1 == end || Chars.IsDigit(text[to + 1]))) return Add(i, to + 1, gap);
        if (to + 1 < end && text[to] == '.' && char.IsAsciiLetterOrDigit(text[to + 1]))
        {
            var name = Shapes.DottedName(text.AsSpan(i, end - i));
            if (name > 0) return Add(i, i + name, gap);
        }
        while (to + 1 < end && Chars.IsHyphen(text[to]) && !(gap == Gap.None && i > 0 && Chars.IsHyphen(text[i - 1])) && Hyphens.Joins(text.AsSpan(i, to - i)) && char.IsLetterOrDigit(text[to + 1]))
            to = Letters(to + 1, end);
        if (IsOwnStop(to, end))
        {
            var kind = Abbreviations.Of(text.AsSpan(i, to - i), NumberFollows(to + 1));
            if (kind != Abbreviation.None && (to + 1 == end || !Chars.IsLetter(text[to + 1]) || kind == Abbreviation.Title && char.IsUpper(text[to + 1]))) return Add(i, to + 1, gap, kind);
        }
        return AddParted(i, to, end, gap);
    }

    // Letters, digits and what stands inside words: "Ba'ath", "AT&T", "x_1".
    private int Letters(int i, int end)
    {
        var from = i;
        while (i < end)
        {
            var c = text[i];
            if (Chars.IsLetter(c) ? !IsPicture(i, end) : Chars.IsDigit(c) || c == '_' || Chars.IsJoiner(c)) i++;
            else if (i == from || i + 1 >= end) break;
            else if ((Chars.IsApostrophe(c) || c is '`' or '\u02BC' or '\u02BB') && Chars.IsLetter(text[i + 1])) i++;
            else if (c == '&' && char.IsLetter(text[i + 1]) && (i - from <= 3 && char.IsUpper(text[i - 1]) || i - from == 1) && (i + 2 >= end || !char.IsLower(text[i + 2]))) i++;
            else break;
        }
        while (i > from + 1 && Chars.IsJoiner(text[i - 1])) i--;
        return i;
    }

    // "U.S.", "a.m.", "Ph.D.": letters with a stop after each.
    private int Dotted(int i, int end)
    {
        int at = i, parts = 0;
        while (at < end && at - i < 24 && char.IsLetter(text[at]))
        {
            var to = at + 1;
            if (to < end && char.IsUpper(text[at]) && char.IsLower(text[to]) && to + 1 < end && text[to + 1] == '.') to++;
            if (to < end && (char.IsLetterOrDigit(text[to]) || text[to] == '_')) return parts >= 2 ? at - i : 0;
            parts++;
            if (IsOwnStop(to, end)) at = to + 1;
            else
            {
                at = to;
                break;
            }
        }
        return parts >= 2 ? at - i : 0;
    }

    // A single stop, or the first of two ("Jr..").
    private bool IsOwnStop(int i, int end) =>
        i < end && text[i] == '.' && !(i + 1 < end && text[i + 1] == '.' && (i + 2 < end && text[i + 2] == '.' || i + 1 >= end));

    private int AddParted(int i, int to, int end, Gap gap)
    {
        var cut = Clitics.Cut(text.AsSpan(i, to - i));
        if (cut > 0)
        {
            Add(i, i + cut, gap);
            _pieces.Add(new(i + cut, to, true, Gap.None, Abbreviation.None));
            return to;
        }
        Add(i, to, gap);
        // A plural's possessive, unless the mark closes a quotation.
        if (to < end && Chars.IsApostrophe(text[to]) && text[to - 1] is 's' or 'S' or 'z' or 'x' && _openQuotes == 0 && !(to + 1 < end && Chars.IsApostrophe(text[to + 1])))
        {
            _pieces.Add(new(to, to + 1, true, Gap.None, Abbreviation.None));
            to++;
        }
        return to;
    }

    // Apostrophes and single quotation marks.
    private int Quote(int i, int end, Gap gap)
    {
        var c = text[i];
        if (i + 1 < end && (text[i + 1] == c || c == '\u2018' && text[i + 1] == '\u2019')) return Add(i, Marks(i, end), gap);
        var letters = i + 1 < end && Chars.IsLetter(text[i + 1]) ? Letters(i + 1, end) : i + 1;
        if (Chars.IsApostrophe(c) && letters > i + 1 && letters - i <= 6)
        {
            var tail = text.AsSpan(i + 1, letters - i - 1);
            if (tail is "s" or "S" or "re" or "ll" or "ve" or "m" or "d")
            {
                _pieces.Add(new(i, letters, _pieces.Count > 0 && _pieces[^1].End == i, gap, Abbreviation.None));
                return letters;
            }
            if (gap != Gap.None && tail is "em" or "til" or "cause" or "bout" or "tis" or "twas" or "Tis" or "Twas" or "n") return AddParted(i, letters, end, gap);
        }
        if (letters > i + 1 || c != '\'' && c != '\u2019') _openQuotes++;
        else if (_openQuotes > 0) _openQuotes--;
        return Add(i, i + 1, gap);
    }

    private int Marks(int i, int end)
    {
        var c = text[i];
        var to = i + 1;
        // "?!", ".?" and "..." are one word each, "...?" is two.
        if (c is '!' or '?' || c == '.' && to < end && text[to] is '!' or '?') while (to < end && text[to] is '!' or '?' or '.') to++;
        else if (c is '\u2018' or '\u2019') while (to < end && text[to] is '\u2018' or '\u2019') to++;
        else if (Chars.Repeats(c)) while (to < end && text[to] == c) to++;
        else if (char.IsHighSurrogate(c) && to < end && char.IsLowSurrogate(text[to])) to++;
        while (to < end && char.GetUnicodeCategory(text[to]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) to++;
        return to;
    }

    private bool IsPicture(int i, int end) =>
        char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1])
        && Rune.GetUnicodeCategory(new Rune(text[i], text[i + 1])) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    private int Pictures(int i, int end)
    {
        while (i < end)
            if (IsPicture(i, end)) i += 2;
            else if (text[i] is '\uFE0F' || Chars.IsJoiner(text[i])) i++;
            else break;
        while (Chars.IsJoiner(text[i - 1])) i--;
        return i;
    }

    private bool NumberFollows(int i)
    {
        while (i < text.Length && text[i] == ' ') i++;
        return i < text.Length && Chars.IsDigit(text[i]);
    }

    private int Add(int start, int end, Gap gap, Abbreviation abbreviation = Abbreviation.None)
    {
        _pieces.Add(new(start, end, false, gap, abbreviation));
        return end;
    }
}
