namespace OnRecord.Ledger;

/// <summary>Text as the words that a search compares: folded, and without the endings that English verbs and nouns take.</summary>
public static class SearchWords
{
    /// <summary>The words of a text in order.</summary>
    public static string[] Of(string text)
    {
        var words = PlaceNames.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++) words[i] = Stem(words[i]);
        return words;
    }

    /// <summary>A folded word without its ending: "captured", "captures" and "capturing" are one word, and so are "city" and "cities".</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower)) return word;
        var stem = Singular(word);
        if (stem.EndsWith("ing", StringComparison.Ordinal) && Long(stem[..^3])) stem = Single(stem[..^3]);
        else if (stem.EndsWith("ed", StringComparison.Ordinal) && Long(stem[..^2])) stem = Single(stem[..^2]);
        return stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    private static string Singular(string word) => word switch
    {
        [.. var before, 'i', 'e', 's'] when word.Length > 4 => word[..before.Length] + "y",
        [.., 's', 's', 'e', 's'] => word[..^2],
        [.., 's' or 'u' or 'i', 's'] => word,
        [.., 's'] => word[..^1],
        _ => word,
    };

    private static bool Long(string stem) => stem.Length > 2 && stem.AsSpan().IndexOfAny("aeiouy") >= 0;

    // "planned" comes of "plan"; "shelled" of "shell".
    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't' ? stem[..^1] : stem;
}
