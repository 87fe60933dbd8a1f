namespace OnRecord.Language.Parses.Network;

/// <summary>What one thread needs to parse blocks: buffers that are kept from block to block, and the forms met so far.</summary>
internal sealed class Workspace : IDisposable
{
    private const int FormLimit = 1 << 16;
    private const int FormLength = 256;

    // Ten kilobytes each; so many forms are most words of a text.
    private const int Keepable = 2048;

    private readonly Dictionary<string, Form> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Form>.AlternateLookup<ReadOnlySpan<char>> _byCharacters;

    public Workspace() => _byCharacters = _forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The windows of the sentences in work.</summary>
    public List<Window> Windows { get; } = [];

    /// <summary>The layout of the block.</summary>
    public Steps Steps { get; } = new();

    /// <summary>The distinct forms of the block whose products are not kept.</summary>
    public List<Form> Fresh { get; } = [];

    /// <summary>What the first layers of the two networks make of forms.</summary>
    public Projections Projected { get; } = new();

    public Projections NameProjected { get; } = new();

    /// <summary>The form of each row.</summary>
    public Form[] FormOfRow { get; private set; } = [];

    /// <summary>The forms of one sentence, and the bits that the network of names sees of them.</summary>
    public Form[] Sentence { get; } = new Form[Network.Windows.Longest];

    public ulong[] Bits { get; } = new ulong[Network.Windows.Longest];

    /// <summary>The head of each row's word, as its index in the sentence, and the label indices.</summary>
    public int[] Heads { get; private set; } = [];

    public Floats Gates { get; } = new();
    public Floats Cells { get; } = new();
    public Floats States { get; } = new();
    public Floats Hidden { get; } = new();
    public Floats Queries { get; } = new();
    public Floats Tags { get; } = new();
    public Floats Names { get; } = new();
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

    private readonly List<Form> _returned = [];
    private int _stamp;
    private int _kept;
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
        Fresh.Clear();
        _returned.Clear();
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
                if (_forms.Count >= FormLimit) Forget();
                _forms[form.Text] = form;
            }
        }
        if (form.Stamp != _stamp)
        {
            if (form.Kept < 0)
            {
                form.Slot = Fresh.Count;
                Fresh.Add(form);
                if (form.Stamp >= 0) _returned.Add(form);
            }
            form.Stamp = _stamp;
        }
        FormOfRow[row] = form;
    }

    /// <summary>Keeps the products of forms that were in an earlier block too, while there is room.</summary>
    public void Keep()
    {
        foreach (var form in _returned)
        {
            if (_kept == Keepable) return;
            Projected.Keep(form, _kept, Keepable);
            NameProjected.Keep(form, _kept, Keepable);
            form.Kept = _kept++;
        }
    }

    // Forms that stand in the block go on to be looked at, so their rows stay until others are written over them.
    private void Forget()
    {
        _forms.Clear();
        _kept = 0;
    }

    public void Dispose()
    {
        Projected.Dispose();
        NameProjected.Dispose();
        foreach (var floats in (Floats[])[Gates, Cells, States, Hidden, Queries, Tags, Names, NameGates, NameCells, NameStates, Pairs, Relations, SentenceQueries, SentenceHeads, Arcs])
            floats.Dispose();
    }
}
