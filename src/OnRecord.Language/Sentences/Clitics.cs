using System.Collections.Frozen;

namespace OnRecord.Language.Sentences;

/// <summary>Where a surface token holds two words: "don't", "she'll", "cannot".</summary>
internal static class Clitics
{
    private static readonly FrozenDictionary<string, int> Whole = new Dictionary<string, int>
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["wanna"] = 3,
        ["gotta"] = 3,
        ["outta"] = 3,
        ["dont"] = 2,
        ["doesnt"] = 4,
        ["didnt"] = 3,
        ["isnt"] = 2,
        ["arent"] = 3,
        ["wasnt"] = 3,
        ["werent"] = 4,
        ["wont"] = 2,
        ["wouldnt"] = 5,
        ["couldnt"] = 5,
        ["shouldnt"] = 6,
        ["cant"] = 2,
        ["hasnt"] = 3,
        ["havent"] = 4,
        ["hadnt"] = 3,
        ["aint"] = 2,
        ["arnt"] = 2,
        ["youre"] = 3,
        ["youll"] = 3,
        ["theyre"] = 4,
        ["thats"] = 4,
        ["theres"] = 5,
        ["whats"] = 4,
        ["heres"] = 4,
        ["itll"] = 2,
        ["'tis"] = 2,
        ["'twas"] = 2,
        ["im"] = 1,
        ["ive"] = 1,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Pronouns = "i you he she it we they who that there this what where how why when here nobody everybody someone somebody anybody which one these those"
        .Split(' ').ToFrozenSet();

    /// <summary>The offset at which <paramref name="word"/> parts in two, or 0 where it is one word.</summary>
    public static int Cut(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return 0;
        var apostrophe = word.LastIndexOfAny('\'', '\u2019', '`');
        if (apostrophe <= 0) return word.Length <= 8 ? InWhole(word) : 0;
        var tail = word[(apostrophe + 1)..];
        if (tail.Length == 1)
        {
            var letter = tail[0] | 0x20;
            if (letter == 's') return IsDecade(word[..apostrophe]) ? 0 : apostrophe;
            if (letter == 't' && apostrophe > 1 && (word[apostrophe - 1] | 0x20) == 'n') return apostrophe - 1;
            if (letter == 'm') return apostrophe == 1 && (word[0] | 0x20) == 'i' ? apostrophe : 0;
            return letter == 'd' && IsPronoun(word[..apostrophe]) ? apostrophe : 0;
        }
        if (tail.Length != 2) return 0;
        Span<char> low = [(char)(tail[0] | 0x20), (char)(tail[1] | 0x20)];
        return low is "ll" or "re" or "ve" ? apostrophe : 0;
    }

    private static int InWhole(ReadOnlySpan<char> word)
    {
        Span<char> low = stackalloc char[8];
        for (var i = 0; i < word.Length; i++) low[i] = word[i] == '\u2019' ? '\'' : char.ToLowerInvariant(word[i]);
        // "Im" and "Ive" are names, "IM" and "IVE" short for something else.
        if (word.Length <= 3 && char.IsUpper(word[0])) return 0;
        return Whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(low[..word.Length], out var cut) ? cut : 0;
    }

    private static bool IsPronoun(ReadOnlySpan<char> word)
    {
        if (word.Length > 10) return false;
        Span<char> low = stackalloc char[10];
        var length = word.ToLowerInvariant(low);
        return Pronouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(low[..length]);
    }

    // "the 1980's" is one word; "2003's best" is two, and years outside round decades are taken so.
    private static bool IsDecade(ReadOnlySpan<char> word) =>
        word.Length is 2 or 4 && word[^1] == '0' && word.IndexOfAnyExceptInRange('0', '9') < 0;
}
