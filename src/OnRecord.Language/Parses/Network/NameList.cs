namespace OnRecord.Language.Parses.Network;

/// <summary>
/// Names known beforehand, of one word or several, with what they may be. An entry is the hash of the words in normal form with a space between,
/// but for its lowest eight bits, which tell what: the classes, and whether a longer entry begins so.
/// </summary>
internal readonly unsafe struct NameList(ulong* entries, int count)
{
    /// <summary>How many classes of names there are.</summary>
    public const int Classes = 7;

    /// <summary>Set where a longer entry begins with these words.</summary>
    public const int Longer = 1 << Classes;

    /// <summary>The most words of an entry.</summary>
    public const int Longest = 6;

    public const ulong Mask = 0xFF;

    /// <summary>What is known of the words whose hash is this: 0 where nothing is.</summary>
    public int Find(ulong hash)
    {
        hash &= ~Mask;
        int low = 0, high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = entries[middle] & ~Mask;
            if (at == hash) return (int)(entries[middle] & Mask);
            if (at < hash) low = middle + 1;
            else high = middle - 1;
        }
        return 0;
    }

    /// <summary>What is known of a word alone.</summary>
    public int Find(Form form)
    {
        if (form.Listed < 0) form.Listed = Find(WordTable.Finish(Add(WordTable.Start, form.Text)));
        return form.Listed;
    }

    /// <summary>A hash that one more word goes into.</summary>
    public static ulong Add(ulong hash, string word)
    {
        foreach (var c in word) hash = WordTable.Add(hash, Form.Normal(c));
        return hash;
    }
}
