using System.Numerics;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>One thread's share of a batch of the network of names: forward, loss, and the way back.</summary>
internal sealed unsafe class NameWorker(Parameters parameters, NameOptions options, Floats unknown, int index)
{
    private readonly NetworkShape _shape = parameters.Shape;
    private readonly Steps _steps = new();
    private readonly Recurrence _layer = new(parameters.Shape.NameCells);
    private readonly Products _products = new(index);
    private readonly Chain _chain = new();
    private readonly Floats _input = new(), _inputMask = new(), _scores = new(), _outputGradient = new();
    private ulong[] _bits = [];

    /// <summary>The losses of this share, summed, and its words.</summary>
    public (double Loss, int Words) Done { get; private set; }

    /// <summary>Adds the gradients of these items' losses, each word's times <paramref name="scale"/>, to this worker's gradients.</summary>
    public void Run(NameItem[] items, float scale, ulong seed)
    {
        foreach (var p in parameters.Dense) p.Gradients[index].Clear(p.Count);
        Done = default;
        items = [.. items.OrderByDescending(i => i.Count)];
        if (items.Length == 0) return;
        var noise = new Noise(seed);
        _steps.Lay([.. items.Select(i => i.Count)]);
        int rows = _steps.Rows, width = _shape.NameCells, gates = 8 * width, inner = _shape.Input;
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

        Losses(items, scale);
        _products.WeightGradient(rows, _layer.Output.Data, 2 * width, scores, Gemm.Panel, output, parameters["name.output.bias"]);
        var gradient = _outputGradient.Ensure((long)rows * 2 * width);
        Gemm.Multiply(rows, 2 * width, Gemm.Panel, scores, Gemm.Panel, output.Transposed!.Data, gradient, 2 * width, false);
        _layer.Back(_steps, gradient, parameters["name.forward"], parameters["name.backward"], _products);
        _products.WeightGradient(rows, _input.Data, inner, sums, gates, parameters["name.input"], parameters["name.bias"]);
        for (var row = 0; row < rows; row++)
            for (var bits = _bits[row]; bits != 0; bits &= bits - 1)
                Simple.Add(features.Gradients[index].Data + (long)BitOperations.TrailingZeroCount(bits) * gates, sums + (long)row * gates, gates);
    }

    private void Losses(NameItem[] items, float scale)
    {
        var transitions = parameters["name.transitions"];
        _chain.Follow(transitions.Value.Data, transitions.Stride);
        var (loss, words) = (0.0, 0);
        for (var s = 0; s < items.Length; s++)
        {
            var rows = new float*[items[s].Count];
            for (var i = 0; i < rows.Length; i++) rows[i] = _scores.Data + (long)_steps.Row(s, i) * Gemm.Panel;
            loss += items[s].Weight * _chain.Loss(rows, items[s].Allowed, scale * items[s].Weight, transitions.Gradients[index].Data, transitions.Stride);
            words += rows.Length;
        }
        for (var row = 0; row < _steps.Rows; row++) new Span<float>(_scores.Data + (long)row * Gemm.Panel + NetworkShape.NameLabels, Gemm.Panel - NetworkShape.NameLabels).Clear();
        Done = (loss, words);
    }

    // Words are shown without their vector, without their characters, or as not met before, and listed names as not listed, so that no one sign is relied on.
    private void Embed(NameItem[] items, Noise noise)
    {
        int rows = _steps.Rows, width = _shape.Input;
        if (_bits.Length < rows) _bits = new ulong[rows * 2];
        var mask = noise.Mask(_inputMask, (long)rows * width, options.InputDropout);
        var input = _input.Ensure((long)rows * width);
        int vector = _shape.Vector, word = _shape.TableWidths[0], shape = vector + _shape.TableWidths[..Form.ShapeTable].Sum(), grams = shape + _shape.TableWidths[Form.ShapeTable];
        for (var s = 0; s < items.Length; s++)
        {
            var unlisted = noise.Uniform() < options.Unlisted;
            for (var i = 0; i < items[s].Count; i++)
            {
                var row = _steps.Row(s, i);
                var known = items[s].Forms[i];
                var target = input + (long)row * width;
                new ReadOnlySpan<float>(known.Input.Data, width).CopyTo(new Span<float>(target, width));
                var hideVector = noise.Uniform() < options.WordDropout;
                var hideForm = !hideVector && known.Form.Vector >= 0 && noise.Uniform() < (char.IsUpper(known.Form.Text[0]) ? options.Hide : options.Hide / 3);
                if (hideVector) new Span<float>(target, vector).Clear();
                if (hideForm)
                {
                    new Span<float>(target + vector + word, shape - vector - word).Clear();
                    new Span<float>(target + grams, width - grams).Clear();
                }
                if (hideVector || hideForm || noise.Uniform() < known.Strange) unknown.Span(word).CopyTo(new Span<float>(target + vector, word));
                Simple.Scale(target, mask + (long)row * width, width);
                _bits[row] = items[s].Bits[i];
                if (unlisted) _bits[row] &= ~NameFeatures.Lists;
            }
        }
    }
}
