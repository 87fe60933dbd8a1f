using System.Text;

namespace OnRecord.Language.Mentions.Places;

/// <summary>Brings the spellings of a place name to one form.</summary>
public static class PlaceNames
{
    private static readonly string[] Joints = ["e", "i", "ye", "yi"];

    /// <summary>The form under which a name is looked up: lower case, no accents, apostrophes or full stops, one space for hyphens and commas, no leading "the".</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (c < 0x80)
            {
                if (char.IsAsciiLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
                else if (c == '&') folded.Append(" and ");
                else if (c is not ('\'' or '`' or '.')) folded.Append(' ');
            }
            else if (!IsMark(c)) folded.Append(Letters(c));
        }
        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = words.Length > 1 && words[0] == "the" ? 1 : 0;
        for (var i = start; i + 1 < words.Length; i++)
            words[i] = words[i] switch { "saint" => "st", "sainte" => "ste", "fort" => "ft", "mount" => "mt", var w => w };
        return string.Join(' ', words, start, words.Length - start);
    }

    /// <summary>The other spellings of a folded name in which a Persian "of" joins two words: a word of its own (e, i, ye, yi) or the last letter of the word before it.</summary>
    internal static IEnumerable<string> Joined(string[] words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var (said, others) = (words[i], i > 0 && Joints.Contains(words[i]) ? Joints.Where(joint => joint != words[i])
                : words[i].Length > 3 && words[i][^1] is 'i' or 'e' ? [words[i][..^1] + (words[i][^1] == 'i' ? 'e' : 'i')] : []);
            foreach (var other in others)
            {
                words[i] = other;
                yield return string.Join(' ', words);
                words[i] = said;
            }
        }
    }

    /// <summary>True where places of the country are named in a language that joins words so.</summary>
    internal static bool JoinsWords(string country) => country is "AF" or "IR" or "TJ" or "PK" or "IQ" or "UZ" or "TM";

    /// <summary>True where two folded names are spellings of one: but for a leading Arabic article, no more than a quarter of the letters differ ("kobane", "kobani").</summary>
    internal static bool AreAlike(string a, string b)
    {
        var (left, right) = (Bare(a), Bare(b));
        if (left.Length < 4 || right.Length < 4 || Math.Abs(left.Length - right.Length) > 2) return false;
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var (corner, before) = (row[0], row[0] = i);
            for (var j = 1; j <= right.Length; j++)
            {
                before = Math.Min(Math.Min(before, row[j]) + 1, corner + (left[i - 1] == right[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], before);
            }
        }
        return row[^1] <= Math.Max(1, Math.Max(left.Length, right.Length) / 4);
    }

    private static string Bare(string folded)
    {
        var space = folded.IndexOf(' ');
        if (space is 2 or 3 && folded[0] is 'a' or 'e') folded = folded[(space + 1)..];
        return folded.Replace(" ", "");
    }

    /// <summary>The name with its accents folded and its case kept ("Lashkar Gāh" to "Lashkar Gah").</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c == '\u2019') plain.Append('\'');
            else if (c is '\u2013' or '\u2010' or '\u2011') plain.Append('-');
            else if (c == '`' || IsMark(c)) continue;
            else if (c < 0x80) plain.Append(c);
            else
            {
                var letters = Letters(c);
                var upper = char.IsUpper(c);
                plain.Append(upper ? char.ToUpperInvariant(letters[0]) : letters[0]).Append(letters.AsSpan(1));
            }
        }
        return plain.ToString();
    }

    private static string Letters(char c) => c switch
    {
        '\u00DF' => "ss",
        '\u00C6' or '\u00E6' => "ae",
        '\u0152' or '\u0153' => "oe",
        '\u00DE' or '\u00FE' => "th",
        _ when FoldTable.Base(c) is var b and not '.' => b.ToString(),
        _ when char.IsLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
        _ => " ",
    };

    // Combining accents, and the many signs that stand for ayn, hamza and the apostrophe.
    private static bool IsMark(char c) => c is (>= '\u0300' and <= '\u036F') or (>= '\u02B0' and <= '\u02FF')
        or '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u00B4' or '\uFF07' or '\u200B' or '\u200E';
}
