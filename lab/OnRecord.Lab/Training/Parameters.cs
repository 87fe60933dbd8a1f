using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>A dense weight with its gradients, one per worker, its moments, and its packed forms.</summary>
internal sealed unsafe class Parameter
{
    public Parameter(string name, int rows, int columns, int workers)
    {
        (Name, Rows, Columns, Stride) = (name, rows, columns, Gemm.Pad(columns));
        Count = (long)rows * Stride;
        (Value, First, Second) = (new Floats(Count), new Floats(Count), new Floats(Count));
        Gradients = [.. Enumerable.Range(0, workers).Select(_ => new Floats(Count))];
        if (rows > 1) (Packed, Transposed) = (new Floats(Gemm.PackedSize(rows, columns)), new Floats(Gemm.PackedSize(Stride, rows)));
    }

    public string Name { get; }
    public int Rows { get; }
    public int Columns { get; }
    public int Stride { get; }
    public long Count { get; }
    public Floats Value { get; }
    public Floats First { get; }
    public Floats Second { get; }
    public Floats[] Gradients { get; }
    public Floats? Packed { get; }
    public Floats? Transposed { get; }

    /// <summary>Makes the packed forms anew after the values changed.</summary>
    public void Pack()
    {
        if (Packed is null) return;
        Gemm.Pack(Value.Data, Rows, Columns, Stride, 1, Packed.Data);
        Gemm.Pack(Value.Data, Stride, Rows, 1, Stride, Transposed!.Data);
    }
}

/// <summary>A learned table of which a batch touches few rows.</summary>
internal sealed unsafe class Table
{
    public Table(string name, int rows, int width, int workers)
    {
        (Name, Rows, Width) = (name, rows, width);
        var count = (long)rows * width;
        (Value, First, Second) = (new Floats(count), new Floats(count), new Floats(count));
        Gradients = [.. Enumerable.Range(0, workers).Select(_ => new Floats(count))];
        Touched = [.. Enumerable.Range(0, workers).Select(_ => new List<int>())];
        IsTouched = [.. Enumerable.Range(0, workers).Select(_ => new bool[rows])];
    }

    public string Name { get; }
    public int Rows { get; }
    public int Width { get; }
    public Floats Value { get; }
    public Floats First { get; }
    public Floats Second { get; }
    public Floats[] Gradients { get; }
    public List<int>[] Touched { get; }
    public bool[][] IsTouched { get; }

    public void Add(int worker, int row, float* gradient, float factor)
    {
        if (!IsTouched[worker][row])
        {
            IsTouched[worker][row] = true;
            Touched[worker].Add(row);
        }
        var target = Gradients[worker].Data + (long)row * Width;
        Simple.Add(target, gradient, factor, Width);
    }
}

/// <summary>All that is learned.</summary>
internal sealed unsafe class Parameters
{
    private readonly Dictionary<string, Parameter> _byName;
    private NetworkShape? _shape;

    public Parameters(NetworkShape shape, ulong seed, int workers, IEnumerable<(string Name, int Rows, int Columns)>? encoder = null)
        : this([.. encoder ?? [], .. shape.Weights()], [.. Form.Tables.Select((name, t) => new Table(name, shape.TableRows[t], shape.TableWidths[t], workers))], shape.Width, shape.NameCells, seed, workers) => _shape = shape;

    private Parameters(IEnumerable<(string Name, int Rows, int Columns)> weights, Table[] tables, int cells, int nameCells, ulong seed, int workers)
    {
        Dense = [.. weights.Select(w => new Parameter(w.Name, w.Rows, w.Columns, workers))];
        _byName = Dense.ToDictionary(p => p.Name, StringComparer.Ordinal);
        Tables = tables;
        var noise = new Noise(seed);
        foreach (var p in Dense) Start(p, noise, p.Name.StartsWith("name.", StringComparison.Ordinal) ? nameCells : cells);
        foreach (var table in Tables)
            for (long i = 0; i < (long)table.Rows * table.Width; i++) table.Value.Data[i] = (noise.Uniform() - 0.5f) * 0.2f;
    }

    /// <summary>The network of names alone.</summary>
    public static Parameters OfNames(NetworkShape shape, ulong seed, int workers) =>
        new(shape.NameWeights(), [.. NetworkShape.NameTables.Select(t => new Table(t.Name, t.Rows, t.Width, workers))], shape.Width, shape.NameCells, seed, workers) { _shape = shape };

    /// <summary>A network of one layer of so many cells in each direction, without tables.</summary>
    public static Parameters Of(IEnumerable<(string Name, int Rows, int Columns)> weights, int cells, ulong seed, int workers) => new(weights, [], cells, 0, seed, workers);

    /// <summary>The network of names of a model, to read with.</summary>
    public static Parameters OfNames(ModelFile model)
    {
        var names = OfNames(model.Shape, 0, 1);
        foreach (var p in names.Dense)
        {
            var source = (Half*)model.Tensors[p.Name].Address;
            for (var r = 0; r < p.Rows; r++)
                for (var c = 0; c < p.Columns; c++) p.Value.Data[(long)r * p.Stride + c] = (float)source[r * p.Columns + c];
            p.Pack();
        }
        foreach (var table in names.Tables)
        {
            var source = model.Tensors[table.Name];
            for (var i = 0; i < table.Rows * table.Width; i++) table.Value.Data[i] = source.Bytes[i] * source.Scales[i / table.Width];
        }
        return names;
    }

    /// <summary>The shape of the shared network or of the network of names; other networks have none.</summary>
    public NetworkShape Shape => _shape ?? throw new InvalidOperationException("this network has no shape");
    public Parameter[] Dense { get; }
    public Table[] Tables { get; }
    public Parameter this[string name] => _byName[name];

    private static void Start(Parameter p, Noise noise, int cells)
    {
        if (p.Rows == 1 && (p.Name == "name.bias" || p.Name.StartsWith("layer", StringComparison.Ordinal)))
        {
            // Forget gates start open.
            for (var direction = 0; direction < 2; direction++)
                for (var j = 0; j < cells; j++) p.Value.Data[direction * 4 * cells + cells + j] = 1;
            return;
        }
        if (p.Name is "name.features" or "name.transitions" or "signs") return;
        if (p.Rows == 1 && p.Name.StartsWith("gru", StringComparison.Ordinal))
        {
            // Gates start nearer to keeping.
            for (var direction = 0; direction < 2; direction++)
                for (var j = 0; j < cells; j++) p.Value.Data[direction * 2 * cells + j] = -1;
            return;
        }
        if (p.Rows == 1 && !p.Name.StartsWith("root", StringComparison.Ordinal)) return;
        var recurrent = p.Name.StartsWith("layer", StringComparison.Ordinal) || p.Name is "name.input" or "name.forward" or "name.backward";
        var reach = recurrent ? MathF.Sqrt(6f / (p.Rows + cells)) * 0.8f : MathF.Sqrt(6f / (p.Rows + p.Columns));
        for (var r = 0; r < p.Rows; r++)
            for (var c = 0; c < p.Columns; c++) p.Value.Data[(long)r * p.Stride + c] = (2 * noise.Uniform() - 1) * reach;
    }
}
