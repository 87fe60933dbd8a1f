namespace OnRecord.Language.Sentences;

/// <summary>The place, day and agency that stand before the first sentence of a report ("KABUL, Aug. 15 (Reuters) -"), and the hour before an entry of a running report ("16:40 —").</summary>
internal static class Datelines
{
    private const int Longest = 16;

    /// <summary>The index of the dash that closes a dateline at the head of the pieces, or -1.</summary>
    public static int End(string text, List<Piece> pieces)
    {
        if (pieces.Count < 4 || !IsCapitals(text, pieces[0])) return -1;
        for (var i = 1; i < Math.Min(Longest, pieces.Count - 1); i++)
        {
            if (!Chars.IsDash(text[pieces[i].Start])) continue;
            // A hyphen inside a name or a range is no close.
            if (pieces[i].Gap == Gap.None && pieces[i + 1].Gap == Gap.None && text[pieces[i - 1].Start] != ')') continue;
            var next = text[pieces[i + 1].Start];
            return !char.IsLower(next) && HasAgencyOrPlace(text, pieces, i) ? i : -1;
        }
        return -1;
    }

    /// <summary>The index of the dash after the hour with which an entry of a running report begins, or -1.</summary>
    public static int Hour(string text, List<Piece> pieces) =>
        pieces.Count > 3 && IsClock(text, pieces[0]) && Chars.IsDash(text[pieces[1].Start]) && pieces[1].Gap != Gap.None && !char.IsLower(text[pieces[2].Start]) && !char.IsDigit(text[pieces[2].Start]) ? 1 : -1;

    private static bool HasAgencyOrPlace(string text, List<Piece> pieces, int dash)
    {
        if (text[pieces[dash - 1].Start] == ')') return true;
        for (var i = 0; i < dash; i++)
        {
            var first = text[pieces[i].Start];
            if (char.IsLetter(first) && !char.IsUpper(first)) return false;
        }
        return true;
    }

    private static bool IsClock(string text, Piece piece)
    {
        var colon = text.IndexOf(':', piece.Start, piece.Length) - piece.Start;
        if (colon is < 1 or > 2 || piece.Length != colon + 3) return false;
        for (var i = 0; i < piece.Length; i++)
            if (i != colon && !char.IsAsciiDigit(text[piece.Start + i])) return false;
        return true;
    }

    private static bool IsCapitals(string text, Piece piece)
    {
        if (piece.Length < 3) return false;
        for (var i = piece.Start; i < piece.End; i++)
            if (char.IsLower(text[i]) || !char.IsLetter(text[i]) && !Chars.IsApostrophe(text[i])) return false;
        return true;
    }
}
