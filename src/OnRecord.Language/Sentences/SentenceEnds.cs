using System.Collections.Frozen;

namespace OnRecord.Language.Sentences;

/// <summary>Decides by rule after which words a sentence ends.</summary>
internal static class SentenceEnds
{
    // Words that begin sentences and seldom follow an abbreviation within one.
    private static readonly FrozenSet<string> Starters =
        ("The A An He She It They We I You This That These Those There His Her Its Their Our In On At But And So If When While After Before As For From By Since Although Though However Meanwhile " +
         "Also Some Many Most No Not What Why How Who Where More One Two Another Both According Earlier Later Last Now Then Still").Split(' ').ToFrozenSet();

    /// <summary>True at the index of every piece that ends a sentence; the last always does. Only at the head of a report may a dateline stand.</summary>
    public static bool[] Find(string text, List<Piece> pieces, bool head)
    {
        var ends = new bool[pieces.Count];
        if (ends.Length == 0) return ends;
        var first = 0;
        for (var i = 0; i + 1 < ends.Length; i++)
        {
            if (i > 0 && ends[i - 1]) first = i;
            if (pieces[i + 1].Gap == Gap.Line) ends[i] = true;
            else if (IsTerminator(text, pieces[i]) || pieces[i].Abbreviation != Abbreviation.None)
            {
                var last = Closers(text, pieces, i);
                if (last + 1 < ends.Length && pieces[last + 1].Gap != Gap.Line && Ends(text, pieces, i, last, char.IsLower(text[pieces[first].Start]))) ends[last] = true;
            }
        }
        var dateline = head ? Datelines.End(text, pieces) : -1;
        if (dateline < 0) dateline = Datelines.Hour(text, pieces);
        if (dateline >= 0) ends[dateline] = true;
        ends[^1] = true;
        return ends;
    }

    public static bool IsTerminator(string text, Piece piece) =>
        Chars.IsTerminator(text[piece.Start]) && (piece.Length == 1 || Chars.IsTerminator(text[piece.End - 1]));

    /// <summary>The last of the closing marks that stand close behind piece <paramref name="i"/>.</summary>
    public static int Closers(string text, List<Piece> pieces, int i)
    {
        while (i + 1 < pieces.Count && pieces[i + 1].Gap != Gap.Line)
            if (pieces[i + 1].Gap == Gap.None && IsCloser(text, pieces[i + 1])) i++;
            else if (IsCitation(text, pieces, i + 1)) i += 3;
            else if (pieces[i + 1].Length is > 1 and < 5 && Shapes.Face(text.AsSpan(pieces[i + 1].Start, pieces[i + 1].Length)) == pieces[i + 1].Length) i++;
            else break;
        return i;
    }

    // "[12]" as in an encyclopedia.
    private static bool IsCitation(string text, List<Piece> pieces, int i) =>
        i + 2 < pieces.Count && text[pieces[i].Start] == '[' && pieces[i + 1].Gap == Gap.None && Chars.IsDigit(text[pieces[i + 1].Start]) && pieces[i + 2].Gap == Gap.None && text[pieces[i + 2].Start] == ']';

    private static bool IsCloser(string text, Piece piece) =>
        text[piece.Start] is '"' or '\u201D' or ')' or ']' or '}' or '\u00BB' || Chars.IsApostrophe(text[piece.Start]) && Chars.IsApostrophe(text[piece.End - 1]);

    private static bool Ends(string text, List<Piece> pieces, int at, int last, bool lowSoFar)
    {
        var next = pieces[last + 1];
        var mark = text[pieces[at].End - 1];
        var abbreviation = pieces[at].Abbreviation;
        // "left.In the": a missing space.
        if (next.Gap == Gap.None)
            return abbreviation == Abbreviation.None && char.IsUpper(text[next.Start]) && last == at && at > 0 && char.IsLower(text[pieces[at].Start - 1]);
        var first = last + 1;
        while (first + 1 < pieces.Count && IsOpener(text[pieces[first].Start])) first++;
        var word = text.AsSpan(pieces[first].Start, pieces[first].Length);
        var low = char.IsLower(word[0]) && !IsLowName(word);
        if (Chars.IsTerminator(word[0]) || word[0] is ',' or ';' or ')') return false;
        if (abbreviation != Abbreviation.None)
        {
            var starts = Starters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
            return abbreviation switch
            {
                Abbreviation.Title => false,
                Abbreviation.Initial => starts && word.Length > 1,
                _ => starts || !low && (first > last + 1 && text[next.Start] is not ('(' or '[') || text.AsSpan(pieces[at].Start, pieces[at].Length) is "etc."),
            };
        }
        // Writers who use no capitals end sentences before small letters too.
        if (low) return (mark is '!' or '?' || lowSoFar && mark is '.' && pieces[at].Length == 1) && last == at && first == last + 1;
        if (mark is '.' && pieces[at].Length == 1 && IsItemNumber(text, pieces, at)) return false;
        return true;
    }

    // "1." at the head of a line numbers what follows.
    private static bool IsItemNumber(string text, List<Piece> pieces, int at) =>
        at > 0 && pieces[at].Gap == Gap.None && pieces[at - 1].Length <= 3 && (at == 1 || pieces[at - 1].Gap == Gap.Line || IsTerminator(text, pieces[at - 2])) && Chars.IsDigit(text[pieces[at - 1].Start]);

    private static bool IsOpener(char c) => c is '"' or '\u201C' or '\u2018' or '\'' or '(' or '[' or '`' or '\u00AB';

    // Names that begin low: "al", "bin", "iPhone".
    private static bool IsLowName(ReadOnlySpan<char> word) => word is "al" or "el" || word.Length > 1 && word[0] is 'i' or 'e' && char.IsUpper(word[1]);
}
