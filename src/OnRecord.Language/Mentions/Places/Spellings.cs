using System.Text;

namespace OnRecord.Language.Mentions.Places;

/// <summary>Brings the many spellings in Latin letters of one Arabic, Persian, Slavic, Ethiopic or Indic name to one form; coarse, so that it says something only within one country.</summary>
internal static class Spellings
{
    private const int LeastLetters = 4;

    private static readonly HashSet<string> Countries = new(StringComparer.Ordinal)
    {
        "AF", "AM", "AZ", "BD", "BG", "BH", "BY", "DJ", "DZ", "EG", "ER", "ET", "GE", "IL", "IN", "IQ", "IR", "JO", "KG", "KW", "KZ", "LB", "LK", "LY", "MA", "MM", "MR", "NP", "OM", "PK", "PS", "QA", "RS", "RU",
        "SA", "SD", "SO", "SS", "SY", "TD", "TJ", "TM", "TN", "UA", "UZ", "XK", "YE",
    };

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "al", "el", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at", "et", "az", "ez" };

    /// <summary>True where the names of the country are put into Latin letters in more than one way.</summary>
    public static bool AreMany(string country) => Countries.Contains(country);

    /// <summary>The form of a folded name, "" where too little of it is left to tell one from another.</summary>
    public static string Of(string folded)
    {
        var name = !folded.Contains(' ', StringComparison.Ordinal) ? folded : string.Concat(folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where((word, i) => i > 0 || !Articles.Contains(word)));
        // "alhasakah", "addamazin", "ashshaddadi": the article written as one with the name.
        if (name.Length > 5 && name[0] is 'a' or 'e')
        {
            if (name[1] == 'l') name = name[2..];
            else if (name[1] == name[2]) name = name[2..];
            else if (name.AsSpan(1).StartsWith("shsh")) name = name[3..];
        }
        var form = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var (c, next) = (name[i], i + 1 < name.Length ? name[i + 1] : '\0');
            if (next == 'h' && c is 'k' or 'g' or 'd' or 't' or 'z') i++;
            else if (c == 'p' && next == 'h') (c, i) = ('f', i + 1);
            c = c switch { 'q' => 'k', 'c' when next != 'h' => 'k', 'w' => 'v', 'y' or 'e' => 'i', 'o' => 'u', _ => c };
            if (form.Length == 0 || form[^1] != c) form.Append(c);   // "Mellit" is "Melit"
        }
        var last = form.Length;
        while (last > 1 && form[last - 1] is 'h') last--;
        if (last > 2 && form[last - 1] is 'a' or 'i') last--;
        while (last > 2 && form[last - 1] is 'i') last--;
        return last < LeastLetters ? "" : form.ToString(0, last);
    }
}
