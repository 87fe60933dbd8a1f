namespace OnRecord.Language.Parses.Network;

/// <summary>
/// How the words of a block of sentences, longest first, lie in its matrices: all first words, then all second words, and so on;
/// so that one step of the recurrence over all sentences is a run of rows.
/// </summary>
internal sealed class Steps
{
    private int[] _offsets = new int[16];
    private int[] _lengths = new int[16];

    /// <summary>How many steps: the length of the longest sentence.</summary>
    public int Count { get; private set; }

    /// <summary>How many words in all.</summary>
    public int Rows { get; private set; }

    /// <summary>How many sentences.</summary>
    public int Sentences { get; private set; }

    /// <summary>Lays out sentences of these lengths, which fall or stay equal from one to the next.</summary>
    public void Lay(ReadOnlySpan<int> lengths)
    {
        Sentences = lengths.Length;
        if (_lengths.Length < Sentences) _lengths = new int[Sentences * 2];
        lengths.CopyTo(_lengths);
        Count = lengths.Length == 0 ? 0 : lengths[0];
        if (_offsets.Length < Count + 1) _offsets = new int[Count + Count / 2 + 1];
        var active = lengths.Length;
        Rows = 0;
        for (var t = 0; t < Count; t++)
        {
            while (lengths[active - 1] <= t) active--;
            _offsets[t] = Rows;
            Rows += active;
        }
        _offsets[Count] = Rows;
    }

    /// <summary>How many words a sentence has.</summary>
    public int Length(int sentence) => _lengths[sentence];

    /// <summary>The first row of step <paramref name="step"/>.</summary>
    public int Offset(int step) => _offsets[step];

    /// <summary>How many sentences reach step <paramref name="step"/>.</summary>
    public int Active(int step) => step >= Count ? 0 : _offsets[step + 1] - _offsets[step];

    /// <summary>The row of a word.</summary>
    public int Row(int sentence, int word) => _offsets[word] + sentence;
}
