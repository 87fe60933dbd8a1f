namespace OnRecord.Ledger;

/// <summary>Text as the words that a search compares: folded, and without the endings that English verbs and nouns take.</summary>
public static class SearchWords
{
    /// <summary>The words of a text in order.</summary>
    public static string[] Of(string text)
    {
        using var words = new WordText();
        words.AddWords(text, stems: true);
        return Cut(words.Take());
    }

    /// <summary>A folded word without its ending: "captured", "captures" and "capturing" are one word, and so are "city" and "cities".</summary>
    public static string Stem(string word)
    {
        Span<char> letters = word.ToCharArray();
        return new string(letters[..Stem(letters)]);
    }

    /// <summary>Words that stand with a space between two.</summary>
    internal static string[] Cut(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes the ending off a folded word where it stands; how many letters are left.</summary>
    internal static int Stem(Span<char> word)
    {
        if (word.Length < 4 || word.ContainsAnyExceptInRange('a', 'z')) return word.Length;
        var stem = word[..Singular(word)];
        if (stem.EndsWith("ing") && IsLong(stem[..^3])) stem = stem[..Single(stem[..^3])];
        else if (stem.EndsWith("ed") && IsLong(stem[..^2])) stem = stem[..Single(stem[..^2])];
        return stem.Length > 3 && stem[^1] == 'e' ? stem.Length - 1 : stem.Length;
    }

    private static int Singular(Span<char> word)
    {
        if (word is [.., 'i', 'e', 's'] && word.Length > 4)
        {
            word[^3] = 'y';
            return word.Length - 2;
        }
        return word switch
        {
            [.., 's', 's', 'e', 's'] => word.Length - 2,
            [.., 's' or 'u' or 'i', 's'] => word.Length,
            [.., 's'] => word.Length - 1,
            _ => word.Length,
        };
    }

    private static bool IsLong(ReadOnlySpan<char> stem) => stem.Length > 2 && stem.IndexOfAny("aeiouy") >= 0;

    // "planned" comes of "plan"; "shelled" of "shell".
    private static int Single(ReadOnlySpan<char> stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't' ? stem.Length - 1 : stem.Length;
}
