using System.Globalization;

namespace OnRecord.Language.Sentences;

/// <summary>What single characters are to the splitter.</summary>
internal static class Chars
{
    /// <summary>White space, and what no reader sees: controls and format marks (byte order mark, direction marks, zero-width space).</summary>
    public static bool IsBlank(char c) => c < 128 ? c <= ' ' || c == 127 : char.IsWhiteSpace(c) || IsInvisible(c);

    /// <summary>Control and format characters.</summary>
    public static bool IsInvisible(char c) =>
        c < 128 ? c < ' ' && !char.IsWhiteSpace(c) || c == 127
        : !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>Format marks that stand inside words (soft hyphen, joiners), so that they part nothing.</summary>
    public static bool IsJoiner(char c) => c is '\u00AD' or '\u200C' or '\u200D' or '\u2060';

    /// <summary>Letters, marks, and everything that is neither digit, punctuation, symbol nor blank: halves of pairs and unassigned units too.</summary>
    public static bool IsLetter(char c)
    {
        if (c < 128) return char.IsAsciiLetter(c);
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.DecimalDigitNumber => false,
            UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation or UnicodeCategory.OtherNumber => false,
            UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol => false,
            _ => !IsBlank(c),
        };
    }

    public static bool IsDigit(char c) => char.IsDigit(c);

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    public static bool IsDoubleQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';

    public static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsTerminator(char c) => c is '.' or '!' or '?' or '\u2026' or '\u203D' or '\u061F' or '\u06D4' or '\u3002' or '\uFF01' or '\uFF1F';

    /// <summary>Marks that a run of the same mark makes one word of ("...", "--", "!!!", "****").</summary>
    public static bool Repeats(char c) => c is '.' or '-' or '!' or '?' or '*' or '=' or '_' or '~' or '#' or '$' or '+' or '<' or '>' or '\'' or '`' or '\u2019' or '\u2026' or '|' or '^' or '/' or '\\';
}
