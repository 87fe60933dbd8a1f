using System.Numerics;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>One thread's share of a batch of the network of names: forward, loss, and the way back.</summary>
internal sealed unsafe class NameWorker(Parameters parameters, NameOptions options, Weights weights, int index)
{
    private readonly NetworkShape _shape = parameters.Shape;
    private readonly Steps _steps = new();
    private readonly Recurrence _layer = new(parameters.Shape.NameCells);
    private readonly Products _products = new(index);
    private readonly Chain _chain = new();
    private readonly Floats _input = new(), _inputMask = new(), _inputGradient = new(), _scores = new(), _outputGradient = new(), _scratch = new();
    private ulong[] _bits = [];
    private Form[] _forms = [];
    private bool[] _hideForm = [];

    /// <summary>The losses of this share, summed, and its words.</summary>
    public (double Loss, int Words) Done { get; private set; }

    /// <summary>Adds the gradients of these items' losses, each word's times <paramref name="scale"/>, to this worker's gradients.</summary>
    public void Run(NameItem[] items, float scale, ulong seed)
    {
        foreach (var p in parameters.Dense) p.Gradients[index].Clear(p.Count);
        Done = default;
        items = [.. items.OrderByDescending(i => i.Count)];
        if (items.Length == 0) return;
        Score(items, new Noise(seed));
        int rows = _steps.Rows, width = _shape.NameCells, gates = 8 * width, inner = _shape.NameInput;
        float* sums = _layer.Gates.Data, scores = _scores.Data;
        var (output, features) = (parameters["name.output"], parameters["name.features"]);

        Losses(items, scale);
        _products.WeightGradient(rows, _layer.Output.Data, 2 * width, scores, Gemm.Panel, output, parameters["name.output.bias"]);
        var gradient = _outputGradient.Ensure((long)rows * 2 * width);
        Gemm.Multiply(rows, 2 * width, Gemm.Panel, scores, Gemm.Panel, output.Transposed!.Data, gradient, 2 * width, false);
        _layer.Back(_steps, gradient, parameters["name.forward"], parameters["name.backward"], _products);
        _products.WeightGradient(rows, _input.Data, inner, sums, gates, parameters["name.input"], parameters["name.bias"]);
        for (var row = 0; row < rows; row++)
            for (var bits = _bits[row]; bits != 0; bits &= bits - 1)
                Simple.Add(features.Gradients[index].Data + (long)BitOperations.TrailingZeroCount(bits) * gates, sums + (long)row * gates, gates);
        Gemm.Multiply(rows, inner, gates, sums, gates, parameters["name.input"].Transposed!.Data, _inputGradient.Ensure((long)rows * inner), inner, false);
        BackEmbed();
    }

    /// <summary>The odds of each label of each word of some sentences, longest first, word by word, as the weights stand.</summary>
    public float[][] Odds(NameItem[] items)
    {
        Score(items, new Noise(0));
        var transitions = parameters["name.transitions"];
        _chain.Follow(transitions.Value.Data, transitions.Stride);
        var scratch = _scratch.Ensure(transitions.Count);
        return [.. items.Select((item, s) =>
        {
            var rows = Rows(item, s);
            _chain.Odds(rows, scratch, transitions.Stride);
            var odds = new float[item.Count * NetworkShape.NameLabels];
            for (var i = 0; i < rows.Length; i++) new ReadOnlySpan<float>(rows[i], NetworkShape.NameLabels).CopyTo(odds.AsSpan(i * NetworkShape.NameLabels));
            return odds;
        })];
    }

    private float*[] Rows(NameItem item, int sentence)
    {
        var rows = new float*[item.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = _scores.Data + (long)_steps.Row(sentence, i) * Gemm.Panel;
        return rows;
    }

    // From the items to the scores of their labels.
    private void Score(NameItem[] items, Noise noise)
    {
        _steps.Lay([.. items.Select(i => i.Count)]);
        int rows = _steps.Rows, width = _shape.NameCells, gates = 8 * width, inner = _shape.NameInput;
        Embed(items, noise);
        var sums = _layer.Gates.Ensure((long)rows * gates);
        Forward.Affine(rows, gates, inner, _input.Data, inner, parameters["name.input"].Packed!.Data, parameters["name.bias"].Value.Data, sums, gates);
        var features = parameters["name.features"];
        for (var row = 0; row < rows; row++)
            for (var bits = _bits[row]; bits != 0; bits &= bits - 1)
                Simple.Add(sums + (long)row * gates, features.Value.Data + (long)BitOperations.TrailingZeroCount(bits) * gates, gates);
        _layer.Run(_steps, parameters["name.forward"], parameters["name.backward"], noise, options.RecurrentDropout, options.LayerDropout);
        var output = parameters["name.output"];
        var scores = _scores.Ensure((long)rows * Gemm.Panel);
        Forward.Affine(rows, Gemm.Panel, 2 * width, _layer.Output.Data, 2 * width, output.Packed!.Data, parameters["name.output.bias"].Value.Data, scores, Gemm.Panel);
    }

    private void Losses(NameItem[] items, float scale)
    {
        var transitions = parameters["name.transitions"];
        _chain.Follow(transitions.Value.Data, transitions.Stride);
        var (loss, words) = (0.0, 0);
        for (var s = 0; s < items.Length; s++)
        {
            var (rows, weight) = (Rows(items[s], s), items[s].Weight);
            loss += weight * (items[s].Odds is { } odds
                ? _chain.Loss(rows, items[s].Allowed, odds, options.Taught, scale * weight, transitions.Gradients[index].Data, _scratch.Ensure(transitions.Count), transitions.Stride)
                : _chain.Loss(rows, items[s].Allowed, scale * weight, transitions.Gradients[index].Data, transitions.Stride));
            words += rows.Length;
        }
        for (var row = 0; row < _steps.Rows; row++) new Span<float>(_scores.Data + (long)row * Gemm.Panel + NetworkShape.NameLabels, Gemm.Panel - NetworkShape.NameLabels).Clear();
        Done = (loss, words);
    }

    // Words are shown without their vector or without their characters, and listed names as not listed, so that no one sign is relied on.
    private void Embed(NameItem[] items, Noise noise)
    {
        int rows = _steps.Rows, width = _shape.NameInput;
        if (_bits.Length < rows) (_bits, _forms, _hideForm) = (new ulong[rows * 2], new Form[rows * 2], new bool[rows * 2]);
        var mask = noise.Mask(_inputMask, (long)rows * width, options.InputDropout);
        var input = _input.Ensure((long)rows * width);
        for (var s = 0; s < items.Length; s++)
        {
            var unlisted = noise.Uniform() < options.Unlisted;
            for (var i = 0; i < items[s].Count; i++)
            {
                var row = _steps.Row(s, i);
                var form = _forms[row] = items[s].Forms[i];
                var target = input + (long)row * width;
                new Span<float>(target, width).Clear();
                var hideVector = noise.Uniform() < options.WordDropout;
                _hideForm[row] = !hideVector && form.Vector >= 0 && noise.Uniform() < (char.IsUpper(form.Text[0]) ? options.Hide : options.Hide / 3);
                if (!hideVector) weights.Vector(form, target);
                var (shapes, grams) = (parameters.Tables[0], parameters.Tables[1]);
                Simple.Add(target + _shape.Vector, shapes.Value.Data + (long)(form.Rows[Form.ShapeTable] % shapes.Rows) * shapes.Width, shapes.Width);
                foreach (var gram in _hideForm[row] ? [] : form.Grams)
                    Simple.Add(target + _shape.Vector + shapes.Width, grams.Value.Data + (long)(gram % grams.Rows) * grams.Width, 1f / form.Grams.Length, grams.Width);
                Simple.Scale(target, mask + (long)row * width, width);
                _bits[row] = items[s].Bits[i] & ~((unlisted ? NameFeatures.Lists : 0) | (options.Untagged > 0 && noise.Uniform() < options.Untagged ? NameFeatures.AllTags : 0));
            }
        }
    }

    private void BackEmbed()
    {
        var (shapes, grams) = (parameters.Tables[0], parameters.Tables[1]);
        for (var row = 0; row < _steps.Rows; row++)
        {
            var form = _forms[row];
            var gradient = _inputGradient.Data + (long)row * _shape.NameInput;
            Simple.Scale(gradient, _inputMask.Data + (long)row * _shape.NameInput, _shape.NameInput);
            gradient += _shape.Vector;
            shapes.Add(index, form.Rows[Form.ShapeTable] % shapes.Rows, gradient, 1);
            foreach (var gram in _hideForm[row] ? [] : form.Grams) grams.Add(index, gram % grams.Rows, gradient + shapes.Width, 1f / form.Grams.Length);
        }
    }
}
