using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Parses.Network;

/// <summary>The network's weights as the forward pass wants them: matrices packed, biases plain, tables as they lie in the file.</summary>
internal sealed unsafe class Weights : IDisposable
{
    private readonly Floats _memory;
    private readonly Dictionary<string, nint> _at = new(StringComparer.Ordinal);

    public Weights(ModelFile file)
    {
        File = file;
        Shape = file.Shape;
        long total = 0;
        foreach (var (name, rows, columns) in Shape.Weights())
        {
            _at[name] = (nint)total;
            total += Gemm.PackedSize(rows, columns);
        }
        _memory = new Floats(total);
        using var scratch = new Floats();
        foreach (var (name, rows, columns) in Shape.Weights())
        {
            var target = _memory.Data + _at[name];
            _at[name] = (nint)target;
            var count = rows * columns;
            var plain = rows == 1 ? target : scratch.Ensure(count);
            TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>((void*)file.Tensors[name].Address, count), new Span<float>(plain, count));
            if (rows > 1) Gemm.Pack(plain, rows, columns, columns, 1, target);
        }
        Vectors = new WordTable((ulong*)file.Tensors["vectors.words"].Address, file.Tensors["vectors.words"].Rows);
        Known = new WordTable((ulong*)file.Tensors["known"].Address, file.Tensors["known"].Rows);
        Tables = new Tensor[Form.Tables.Length];
        for (var t = 0; t < Tables.Length; t++) Tables[t] = file.Tensors["table." + Form.Tables[t]];
        if (Shape.NameCells > 0)
        {
            List = new NameList((ulong*)file.Tensors["name.list"].Address, file.Tensors["name.list"].Rows);
            (NameShapes, NameGrams) = (file.Tensors["name.shape"], file.Tensors["name.grams"]);
        }
        Frozen = file.Tensors["vectors"];
        Layers = [.. Enumerable.Range(0, Shape.Layers).Select(l => new LayerWeights(this[$"layer{l}.input"], this[$"layer{l}.bias"], this[$"layer{l}.forward"], this[$"layer{l}.backward"]))];
    }

    public ModelFile File { get; }

    public NetworkShape Shape { get; }

    public WordTable Vectors { get; }

    public WordTable Known { get; }

    public NameList List { get; }

    public Tensor NameShapes { get; }

    public Tensor NameGrams { get; }

    public Tensor Frozen { get; }

    public Tensor[] Tables { get; }

    public LayerWeights[] Layers { get; }

    public float* Hidden => this["hidden"];

    /// <summary>A weight by name: packed, or plain where it has one row.</summary>
    public float* this[string name] => (float*)_at[name];

    /// <summary>What a name label's following another adds, one row for each label before.</summary>
    public ReadOnlySpan<float> NameSteps()
    {
        var steps = new float[NetworkShape.NameLabels * NetworkShape.NameLabels];
        for (var i = 0; i < steps.Length && Shape.NameCells > 0; i++) steps[i] = this["name.transitions"][i / NetworkShape.NameLabels * Gemm.Panel + i % NetworkShape.NameLabels];
        return steps;
    }

    /// <summary>The rows of a word.</summary>
    public Form Look(string text) => Form.Of(text, Vectors, Known, Shape.TableRows.AsSpan());

    /// <summary>Writes a word's input: its vector, its row of each table, the mean of its character runs.</summary>
    public void Embed(Form form, float* target)
    {
        var end = target + Shape.Input;
        if (form.Vector >= 0) Expand(Frozen, form.Vector, target, 1, false);
        else new Span<float>(target, Shape.Vector).Clear();
        target += Shape.Vector;
        for (var t = 0; t < form.Rows.Length; t++)
        {
            Expand(Tables[t], form.Rows[t], target, 1, false);
            target += Tables[t].Columns;
        }
        var grams = Tables[^1];
        new Span<float>(target, (int)(end - target)).Clear();
        foreach (var row in form.Grams) Expand(grams, row, target, 1f / form.Grams.Length, true);
    }

    /// <summary>Writes a word's input to the network of names: its vector, its shape, the mean of its character runs.</summary>
    public void EmbedName(Form form, float* target)
    {
        new Span<float>(target, Shape.NameInput).Clear();
        if (form.Vector >= 0) Expand(Frozen, form.Vector, target, 1, false);
        target += Shape.Vector;
        Expand(NameShapes, form.Rows[Form.ShapeTable] % NameShapes.Rows, target, 1, false);
        target += NameShapes.Columns;
        foreach (var row in form.Grams) Expand(NameGrams, row % NameGrams.Rows, target, 1f / form.Grams.Length, true);
    }

    /// <summary>Writes a word's frozen vector, or nothing where it has none.</summary>
    public void Vector(Form form, float* target)
    {
        if (form.Vector >= 0) Expand(Frozen, form.Vector, target, 1, false);
    }

    public void Dispose()
    {
        _memory.Dispose();
        File.Dispose();
    }

    private static void Expand(Tensor table, int row, float* target, float factor, bool add)
    {
        var source = table.Bytes + (long)row * table.Columns;
        var scale = table.Scales[row] * factor;
        var j = 0;
        for (; j + 16 <= table.Columns; j += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.Load(source + j).ToVector256()));
            var (a, b) = (Vector256.ConvertToSingle(low) * scale, Vector256.ConvertToSingle(high) * scale);
            (add ? Vector256.Load(target + j) + a : a).Store(target + j);
            (add ? Vector256.Load(target + j + 8) + b : b).Store(target + j + 8);
        }
        for (; j < table.Columns; j++) target[j] = add ? target[j] + scale * source[j] : scale * source[j];
    }
}

/// <summary>The weights of one layer of the recurrence.</summary>
internal readonly unsafe struct LayerWeights(float* input, float* bias, float* forward, float* backward)
{
    public readonly float* Input = input, Bias = bias, Forward = forward, Backward = backward;
}
