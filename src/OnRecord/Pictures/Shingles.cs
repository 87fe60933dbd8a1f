namespace OnRecord.Pictures;

/// <summary>A text as the set of its runs of words, and a small sample of them by which copies are found.</summary>
/// <param name="Sample">The hashes that fall in one of four parts of their range; of short texts all.</param>
/// <param name="Count">How many runs the text has, each counted once.</param>
/// <param name="Short">True where the sample is the whole.</param>
internal sealed record Shingles(ulong[] Sample, int Count, bool Short)
{
    private const int Words = 3;
    private const int ShortText = 64;
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The sample of a text.</summary>
    public static Shingles Of(string text)
    {
        var all = All(text);
        var isShort = all.Count <= ShortText;
        // By value, so that the order of a hash table does not show.
        return new Shingles([.. all.Where(hash => isShort || InSample(hash)).Order()], all.Count, isShort);
    }

    /// <summary>True where a hash is one of those that stand for long texts.</summary>
    public static bool InSample(ulong hash) => hash >> 62 == 0;

    /// <summary>All runs of a text, as hashes.</summary>
    public static HashSet<ulong> All(string text)
    {
        var (first, second) = (0UL, 0UL);
        var count = 0;
        var runs = new HashSet<ulong>();
        var word = 0UL;
        foreach (var c in text)
        {
            // FNV-1a over the lower-case letters and digits of each word.
            if (char.IsLetterOrDigit(c)) word = ((word == 0 ? Basis : word) ^ char.ToLowerInvariant(c)) * Prime;
            else if (word != 0) Next();
        }
        if (word != 0) Next();
        return runs;

        void Next()
        {
            if (++count >= Words) runs.Add(Mixed(Mixed(Mixed(first) + second) + word));
            (first, second, word) = (second, word, 0);
        }
    }

    // The finaliser of SplitMix64: every bit of the input moves every bit of the output, so that the top bits are a fair sample.
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }
}
