namespace OnRecord.Language.Parses.Network;

/// <summary>Finds the row of a word by its hash: the hashes lie sorted, and a word's row is its hash's place among them.</summary>
internal readonly unsafe struct WordTable(ulong* hashes, int count)
{
    public int Count => count;

    /// <summary>The row of the word with this hash, or -1.</summary>
    public int Find(ulong hash)
    {
        int low = 0, high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (hashes[middle] == hash) return middle;
            if (hashes[middle] < hash) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /// <summary>A hash of characters that stays the same on every machine and version.</summary>
    public static ulong Hash(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var h = Start ^ (seed * 0x9e3779b97f4a7c15ul);
        foreach (var c in text) h = Add(h, c);
        return Finish(h);
    }

    /// <summary>A hash before its first character.</summary>
    public const ulong Start = 0xcbf29ce484222325ul;

    /// <summary>A hash that one more character goes into.</summary>
    public static ulong Add(ulong h, char c) => (h ^ c) * 0x100000001b3ul;

    /// <summary>A hash after its last character.</summary>
    public static ulong Finish(ulong h)
    {
        h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdul;
        h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53ul;
        return h ^ (h >> 33);
    }
}
