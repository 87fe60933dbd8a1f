namespace OnRecord.Language.Parses.Network;

/// <summary>What one thread needs to parse blocks: buffers that are kept from block to block, and the forms met so far.</summary>
internal sealed class Workspace : IDisposable
{
    private const int FormLimit = 1 << 16;
    private const int FormLength = 256;

    private readonly Dictionary<string, Form> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Form>.AlternateLookup<ReadOnlySpan<char>> _byCharacters;

    public Workspace() => _byCharacters = _forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The windows of the sentences in work.</summary>
    public List<Window> Windows { get; } = [];

    /// <summary>The layout of the block.</summary>
    public Steps Steps { get; } = new();

    /// <summary>The distinct forms of the block.</summary>
    public List<Form> Distinct { get; } = [];

    /// <summary>The form of each row.</summary>
    public Form[] FormOfRow { get; private set; } = [];

    /// <summary>The forms of one sentence, and the bits that the network of names sees of them.</summary>
    public Form[] Sentence { get; } = new Form[Network.Windows.Longest];

    public ulong[] Bits { get; } = new ulong[Network.Windows.Longest];

    /// <summary>The head of each row's word, as its index in the sentence, and the label indices.</summary>
    public int[] Heads { get; private set; } = [];

    public Floats Inputs { get; } = new();
    public Floats Projected { get; } = new();
    public Floats Gates { get; } = new();
    public Floats Cells { get; } = new();
    public Floats States { get; } = new();
    public Floats Hidden { get; } = new();
    public Floats Queries { get; } = new();
    public Floats Tags { get; } = new();
    public Floats Names { get; } = new();
    public Floats NameInputs { get; } = new();
    public Floats NameProjected { get; } = new();
    public Floats NameGates { get; } = new();
    public Floats NameCells { get; } = new();
    public Floats NameStates { get; } = new();
    public Floats Pairs { get; } = new();
    public Floats Relations { get; } = new();
    public Floats SentenceQueries { get; } = new();
    public Floats SentenceHeads { get; } = new();
    public Floats Arcs { get; } = new();
    public SpanningTree Tree { get; } = new();
    public NameDecoder NameDecoder { get; } = new();
    public List<Name> Found { get; } = [];

    private int _stamp;
    private Parse[] _pieces = [];

    /// <summary>Room for the parses of so many windows.</summary>
    public Span<Parse> PiecesOf(int count)
    {
        if (_pieces.Length < count) _pieces = new Parse[count * 2];
        return _pieces.AsSpan(0, count);
    }

    /// <summary>Lets go of sentences and parses, which are the caller's now.</summary>
    public void Release()
    {
        _pieces.AsSpan(0, Windows.Count).Clear();
        Windows.Clear();
    }

    /// <summary>Starts a block whose layout is set.</summary>
    public void Begin()
    {
        if (FormOfRow.Length < Steps.Rows)
        {
            FormOfRow = new Form[Steps.Rows * 2];
            Heads = new int[Steps.Rows * 2];
        }
        Distinct.Clear();
        _stamp++;
    }

    /// <summary>Puts a word into a row.</summary>
    public void Place(int row, ReadOnlySpan<char> characters, Weights weights)
    {
        if (!_byCharacters.TryGetValue(characters, out var form))
        {
            form = weights.Look(characters.ToString());
            if (characters.Length <= FormLength)
            {
                if (_forms.Count >= FormLimit) _forms.Clear();
                _forms[form.Text] = form;
            }
        }
        if (form.Stamp != _stamp)
        {
            (form.Stamp, form.Slot) = (_stamp, Distinct.Count);
            Distinct.Add(form);
        }
        FormOfRow[row] = form;
    }

    public void Dispose()
    {
        foreach (var floats in (Floats[])[Inputs, Projected, Gates, Cells, States, Hidden, Queries, Tags, Names, NameInputs, NameProjected, NameGates, NameCells, NameStates, Pairs, Relations, SentenceQueries, SentenceHeads, Arcs])
            floats.Dispose();
    }
}
