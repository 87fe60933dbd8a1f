using System.Collections.Frozen;

namespace OnRecord.Language.Sentences;

/// <summary>Addresses, file names and faces: shapes that punctuation does not part. Each method gives the length matched at the start of a run without blanks, or 0.</summary>
internal static class Shapes
{
    private const int LongestAddress = 2_000, LongestName = 256;

    private static readonly FrozenSet<string> Suffixes =
        "com org net edu gov mil int info biz co uk eu us ca au nz de fr ru cn in af ua il ir iq tv me io ly gl doc docx xls xlsx pdf htm html txt jpg png gif exe zip ppt csv asp php url"
            .Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Faces = Set(
        ":) :-) :( :-( ;) ;-) :D :-D :P :-P :p :o :O :/ :-/ ;D ;P :'( =) =( =D :] :[ <3 ^_^ :)) :))) :(( :D:D XD :* :-* :|");

    /// <summary>An address of the web or of mail.</summary>
    public static int Address(ReadOnlySpan<char> run)
    {
        if (run.Length < 4) return 0;
        var head = run.Length > LongestAddress ? run[..LongestAddress] : run;
        var scheme = head.IndexOf("://");
        if (scheme is > 1 and < 10 && head[..scheme].IndexOfAnyExceptInRange('a', 'z') < 0 || head.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || scheme is > 1 and < 10 && head[..scheme].Equals("HTTP", StringComparison.Ordinal))
            return Trimmed(head[..Until(head)]);
        return Mail(head);
    }

    private static int Mail(ReadOnlySpan<char> run)
    {
        var at = 0;
        while (at < run.Length && (char.IsAsciiLetterOrDigit(run[at]) || run[at] is '.' or '_' or '-' or '+' or '%')) at++;
        if (at == 0 || at >= run.Length - 2 || run[at] != '@') return 0;
        var end = at + 1;
        while (end < run.Length && (char.IsAsciiLetterOrDigit(run[end]) || run[end] is '.' or '-' or '_')) end++;
        var length = Trimmed(run[..end]);
        return length > at + 1 ? length : 0;
    }

    private static int Until(ReadOnlySpan<char> run)
    {
        var end = run.IndexOfAny("<>\"\u201C\u201D");
        return end < 0 ? run.Length : end;
    }

    // Punctuation at the end belongs to the sentence, a bracket only where it was not opened inside.
    private static int Trimmed(ReadOnlySpan<char> address)
    {
        var end = address.Length;
        while (end > 0)
        {
            var last = address[end - 1];
            if (last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '\u2019' or ']' or '*' || last == ')' && address[..end].IndexOf('(') < 0) end--;
            else break;
        }
        return end;
    }

    /// <summary>A name of a site, file or newsgroup: "example.org", "report.doc".</summary>
    public static int DottedName(ReadOnlySpan<char> run)
    {
        int end = 0, dots = 0, first = 0;
        while (end < run.Length && end < LongestName)
        {
            var start = end;
            while (end < run.Length && end < LongestName && (char.IsAsciiLetterOrDigit(run[end]) || run[end] is '-' or '_' && end > start)) end++;
            if (end == start) return 0;
            if (dots == 0) first = end;
            if (end + 1 < run.Length && run[end] == '.' && char.IsAsciiLetterOrDigit(run[end + 1])) { dots++; end++; }
            else break;
        }
        if (dots == 0 || first < 2 || char.IsAsciiDigit(run[end - 1])) return 0;
        var suffix = run[..end][(run[..end].LastIndexOf('.') + 1)..];
        // Newsgroups: three parts and more in small letters.
        if (dots > 1 && suffix.Length > 1 && run[..end].IndexOfAnyInRange('A', 'Z') < 0 && run[..end].IndexOfAnyInRange('0', '9') < 0) return end;
        if (suffix.Length is 0 or > 5) return 0;
        Span<char> low = stackalloc char[5];
        suffix.ToLowerInvariant(low);
        if (!Suffixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(low[..suffix.Length])) return 0;
        // "left.In the" is a missing space, not a site.
        if (char.IsUpper(suffix[0]) && char.IsLower(suffix[^1])) return 0;
        var slash = end < run.Length && run[end] == '/' ? Trimmed(run[..Until(run[..Math.Min(run.Length, LongestAddress)])]) : end;
        return Math.Max(end, slash);
    }

    /// <summary>A face made of punctuation.</summary>
    public static int Face(ReadOnlySpan<char> run)
    {
        if (run[0] is not (':' or ';' or '=' or '<' or '^')) return 0;
        for (var length = Math.Min(4, run.Length); length >= 2; length--)
            if (Faces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(run[..length]) && (length == run.Length || !char.IsLetterOrDigit(run[length]) && run[length] != '/'))
                return length;
        return 0;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
