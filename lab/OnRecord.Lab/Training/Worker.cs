using OnRecord.Lab.Encoders;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>One thread's share of a batch: the forward pass that keeps what the backward pass needs.</summary>
internal sealed unsafe partial class Worker
{
    private readonly Parameters _parameters;
    private readonly NetworkShape _shape;
    private readonly TrainingOptions _options;
    private readonly Vectors _vectors;
    private readonly int _index;
    private readonly Steps _steps = new();
    private readonly Products _products;
    private readonly IEncoder _encoder;
    private readonly Floats _input = new(), _inputMask = new(), _hidden = new(), _hiddenMask = new();
    private Item[] _items = [];
    private Noise _noise = new(0);
    private bool[] _hideVector = [];
    private bool[] _hideWord = [];
    private bool[] _hideForm = [];
    private Item[] _itemOfRow = [];
    private int[] _wordOfRow = [];

    public Worker(Parameters parameters, TrainingOptions options, Vectors vectors, int index)
    {
        (_parameters, _shape, _options, _vectors, _index) = (parameters, parameters.Shape, options, vectors, index);
        _products = new Products(index);
        _encoder = Encoder.Of(parameters, options, _products);
    }

    /// <summary>What was lost on the words of this share, summed.</summary>
    public Losses Losses { get; private set; } = new();

    /// <summary>Adds the gradients of these items' losses, each word's times <paramref name="scale"/>, to this worker's gradients; <paramref name="hide"/> is how often a capitalised word shows only its vector and shape.</summary>
    public void Run(Item[] items, float scale, float hide, ulong seed)
    {
        foreach (var p in _parameters.Dense) p.Gradients[_index].Clear(p.Count);
        Losses = new Losses();
        if (!Encode(items, hide, seed)) return;
        Heads(scale);
        BackHidden();
        _encoder.Back(_steps, _outputGradient.Data, _inputGradient.Ensure((long)_steps.Rows * _shape.Input));
        BackEmbed();
    }

    // From the items to the hidden layer of the heads; false where there are none.
    private bool Encode(Item[] items, float hide, ulong seed)
    {
        _items = [.. items.OrderByDescending(i => i.Count)];
        if (_items.Length == 0) return false;
        _noise = new Noise(seed);
        _steps.Lay([.. _items.Select(i => i.Count)]);
        Embed(hide);
        _encoder.Run(_steps, _input.Data, _noise);
        Hidden();
        return true;
    }

    private void Embed(float hide)
    {
        int rows = _steps.Rows, width = _shape.Input;
        if (_itemOfRow.Length < rows)
            (_itemOfRow, _wordOfRow, _hideVector, _hideWord, _hideForm) = (new Item[rows * 2], new int[rows * 2], new bool[rows * 2], new bool[rows * 2], new bool[rows * 2]);
        var mask = _noise.Mask(_inputMask, (long)rows * width, _options.InputDropout);
        var input = _input.Ensure((long)rows * width);
        for (var s = 0; s < _items.Length; s++)
        {
            for (var i = 0; i < _items[s].Count; i++)
            {
                var row = _steps.Row(s, i);
                var form = _items[s].Forms[i];
                (_itemOfRow[row], _wordOfRow[row]) = (_items[s], i);
                _hideVector[row] = _noise.Uniform() < _options.WordDropout;
                _hideForm[row] = hide > 0 && !_hideVector[row] && form.Vector >= 0 && _noise.Uniform() < (char.IsUpper(form.Text[0]) ? hide : hide / 3);
                _hideWord[row] = _hideVector[row] || _hideForm[row] || (_options.WordDropout > 0 && _noise.Uniform() < _items[s].Drops[i]);
                var target = input + (long)row * width;
                var end = target + width;
                new Span<float>(target, width).Clear();
                if (form.Vector >= 0 && !_hideVector[row])
                {
                    var scale = _vectors.Scales[form.Vector];
                    for (var j = 0; j < Vectors.Width; j++) target[j] = scale * _vectors.Bytes[form.Vector * Vectors.Width + j];
                }
                target += Vectors.Width;
                for (var t = 0; t < form.Rows.Length; t++)
                {
                    var table = _parameters.Tables[t];
                    if (!_hideForm[row] || t == 0 || t == Form.ShapeTable) AddRow(table, t == 0 && _hideWord[row] ? 0 : form.Rows[t], 1, target);
                    target += table.Width;
                }
                foreach (var gram in _hideForm[row] ? [] : form.Grams) AddRow(_parameters.Tables[^1], gram, 1f / form.Grams.Length, target);
                target = end - width;
                var m = mask + (long)row * width;
                Simple.Scale(target, m, width);
            }
        }
    }

    private void Hidden()
    {
        var count = (long)_steps.Rows * _shape.Hidden;
        var hidden = _hidden.Ensure(count);
        Forward.Affine(_steps.Rows, _shape.Hidden, 2 * _shape.Width, _encoder.Output, 2 * _shape.Width, _parameters["hidden"].Packed!.Data, _parameters["hidden.bias"].Value.Data, hidden, _shape.Hidden);
        Simd.Rectify(hidden, count);
        var mask = _noise.Mask(_hiddenMask, count, _options.HeadDropout);
        Simple.Scale(hidden, mask, count);
    }

    private static void AddRow(Table table, int row, float factor, float* target)
    {
        Simple.Add(target, table.Value.Data + (long)row * table.Width, factor, table.Width);
    }
}

/// <summary>What was lost, summed over words.</summary>
internal sealed class Losses
{
    public double Arcs, Relations, Names;
    public readonly double[] Tags = new double[4];
    public int Words;

    public void Add(Losses other)
    {
        Arcs += other.Arcs;
        Relations += other.Relations;
        Names += other.Names;
        Words += other.Words;
        for (var k = 0; k < 4; k++) Tags[k] += other.Tags[k];
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"arcs {Arcs / Words:F3} relations {Relations / Words:F3} upos {Tags[0] / Words:F3} xpos {Tags[1] / Words:F3} feats {Tags[2] / Words:F3} lemma {Tags[3] / Words:F3} names {Names / Words:F3}");
}
