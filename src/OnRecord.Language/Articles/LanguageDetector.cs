using System.Collections.Frozen;
using System.Text;

namespace OnRecord.Language.Articles;

/// <summary>A language as an ISO 639-1 code, or null with the reason why it stays unknown; the reason says in either case what was counted.</summary>
public sealed record LanguageGuess(string? Code, string Reason);

/// <summary>Tells by scripts and frequent small words which language a text is in; short or mixed texts stay unknown.</summary>
public static class LanguageDetector
{
    private const int FewestWords = 12, MostChars = 20_000;

    private static readonly FrozenDictionary<string, string[]> LanguagesOf = LanguageWords.Table
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Code)))
        .GroupBy(p => p.word, p => p.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The language of <paramref name="text"/>, judged by its first 20,000 characters.</summary>
    public static LanguageGuess Detect(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, MostChars));
        var (script, letters, share) = Scripts.Main(sample);
        if (letters < 40) return new LanguageGuess(null, $"only {letters} letters");
        if (share < 0.6) return new LanguageGuess(null, "mixed scripts");
        if (Scripts.LanguageOf(script) is { } only) return new LanguageGuess(only, $"the letters are {script}");

        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var words = Count(sample, counts);
        if (words < FewestWords) return new LanguageGuess(null, $"only {words} words");
        if (counts.Count == 0) return new LanguageGuess(null, $"no known small words among {words}");
        var order = counts.OrderByDescending(p => p.Value).ToArray();
        var (best, count) = (order[0].Key, order[0].Value);
        var second = order.Length > 1 ? order[1].Value : 0;
        if (count * 12 < words) return new LanguageGuess(null, $"few known small words: {count} of {words}, most of them {best}");
        // Close kin (Danish and Norwegian) may tie and one of them is named; a tie with English is not decided.
        return count * 10 < second * 11 && (best == "en" || order[1].Key == "en")
            ? new LanguageGuess(null, $"{best} and {order[1].Key} are equally likely")
            : new LanguageGuess(best, $"{count} of {words} words are small words of {best}");
    }

    private static int Count(ReadOnlySpan<char> sample, SortedDictionary<string, int> counts)
    {
        var words = 0;
        var word = new StringBuilder();
        for (var i = 0; i <= sample.Length; i++)
        {
            if (i < sample.Length && (char.IsLetter(sample[i]) || char.GetUnicodeCategory(sample[i]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                if (word.Length < 30) word.Append(char.ToLowerInvariant(sample[i]));
                continue;
            }
            if (word.Length == 0) continue;
            words++;
            if (LanguagesOf.TryGetValue(word.ToString(), out var codes))
                foreach (var code in codes) counts[code] = counts.GetValueOrDefault(code) + 1;
            word.Clear();
        }
        return words;
    }
}
