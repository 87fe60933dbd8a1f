using System.Runtime.Intrinsics;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Encoders;

/// <summary>
/// Layers of minGRU in both directions: a gate, made of the word alone, says how far the state moves to what is made of the word. All products are
/// over whole blocks, and only the mixing goes from word to word. From the second layer on what went in is added to what comes out.
/// </summary>
internal sealed unsafe class MinGruEncoder(Parameters parameters, TrainingOptions options, Products products) : IEncoder
{
    private sealed class Layer
    {
        public readonly Floats Sums = new(), States = new(), Mask = new(), Output = new();
    }

    private readonly int _width = parameters.Shape.Width;
    private readonly Layer[] _layers = [.. Enumerable.Range(0, options.Layers).Select(_ => new Layer())];
    private readonly Floats _carried = new();
    private float* _input;

    public float* Output => _layers[^1].Output.Data;

    public static IEnumerable<(string Name, int Rows, int Columns)> Weights(NetworkShape shape, int layers)
    {
        for (var layer = 0; layer < layers; layer++)
        {
            yield return ($"gru{layer}", layer == 0 ? shape.Input : 2 * shape.Width, 4 * shape.Width);
            yield return ($"gru{layer}.bias", 1, 4 * shape.Width);
        }
    }

    public void Run(Steps steps, float* input, Noise noise)
    {
        _input = input;
        var rows = steps.Rows;
        var count = (long)rows * 2 * _width;
        for (var l = 0; l < _layers.Length; l++)
        {
            var (layer, inner) = (_layers[l], Inner(l));
            var sums = layer.Sums.Ensure((long)rows * 4 * _width);
            Forward.Affine(rows, 4 * _width, inner, Source(l), inner, parameters[$"gru{l}"].Packed!.Data, parameters[$"gru{l}.bias"].Value.Data, sums, 4 * _width);
            var states = layer.States.Ensure(count);
            for (var direction = 0; direction < 2; direction++) Mix(steps, direction == 1, sums + direction * 2 * _width, states + direction * _width);
            var output = layer.Output.Ensure(count);
            new ReadOnlySpan<float>(states, (int)count).CopyTo(new Span<float>(output, (int)count));
            if (l > 0) Simple.Add(output, Source(l), count);
            Simple.Scale(output, noise.Mask(layer.Mask, count, options.LayerDropout), count);
        }
    }

    public void Back(Steps steps, float* gradient, float* inputGradient)
    {
        var rows = steps.Rows;
        for (var l = _layers.Length - 1; l >= 0; l--)
        {
            var (layer, inner, weight) = (_layers[l], Inner(l), parameters[$"gru{l}"]);
            Simple.Scale(gradient, layer.Mask.Data, (long)rows * 2 * _width);
            for (var direction = 0; direction < 2; direction++)
                BackMix(steps, direction == 1, layer.Sums.Data + direction * 2 * _width, layer.States.Data + direction * _width, gradient + direction * _width);
            products.WeightGradient(rows, Source(l), inner, layer.Sums.Data, 4 * _width, weight, parameters[$"gru{l}.bias"]);
            // What was added keeps its gradient.
            Gemm.Multiply(rows, inner, 4 * _width, layer.Sums.Data, 4 * _width, weight.Transposed!.Data, l == 0 ? inputGradient : gradient, inner, l > 0);
        }
    }

    private int Inner(int layer) => layer == 0 ? parameters.Shape.Input : 2 * _width;

    private float* Source(int layer) => layer == 0 ? _input : _layers[layer - 1].Output.Data;

    // Turns sums into activations in place and makes the states.
    private void Mix(Steps steps, bool backward, float* sums, float* states)
    {
        for (var n = 0; n < steps.Count; n++)
        {
            var t = backward ? steps.Count - 1 - n : n;
            var continuing = n == 0 ? 0 : backward ? steps.Active(t + 1) : steps.Active(t);
            var previous = n == 0 ? 0 : steps.Offset(backward ? t + 1 : t - 1);
            for (var s = 0; s < steps.Active(t); s++)
            {
                var row = (long)steps.Offset(t) + s;
                float* gate = sums + row * 4 * _width, made = gate + _width, state = states + row * 2 * _width;
                var before = s < continuing ? states + ((long)previous + s) * 2 * _width : null;
                for (var j = 0; j < _width; j += 8)
                {
                    var (z, c) = (Simd.Sigmoid(Vector256.Load(gate + j)), Simd.Tanh(Vector256.Load(made + j)));
                    z.Store(gate + j);
                    c.Store(made + j);
                    var h = before == null ? Vector256<float>.Zero : Vector256.Load(before + j);
                    (h + z * (c - h)).Store(state + j);
                }
            }
        }
    }

    // Walks the steps the other way round, turning activations into gradients of their sums.
    private void BackMix(Steps steps, bool backward, float* sums, float* states, float* gradient)
    {
        var carried = _carried.Ensure((long)steps.Sentences * _width);
        _carried.Clear((long)steps.Sentences * _width);
        for (var n = steps.Count - 1; n >= 0; n--)
        {
            var t = backward ? steps.Count - 1 - n : n;
            var toPrevious = n == 0 ? 0 : backward ? steps.Active(t + 1) : steps.Active(t);
            var previous = n == 0 ? 0 : steps.Offset(backward ? t + 1 : t - 1);
            for (var s = 0; s < steps.Active(t); s++)
            {
                var row = (long)steps.Offset(t) + s;
                float* gate = sums + row * 4 * _width, made = gate + _width, dh = gradient + row * 2 * _width, carry = carried + (long)s * _width;
                var before = s < toPrevious ? states + ((long)previous + s) * 2 * _width : null;
                for (var j = 0; j < _width; j += 8)
                {
                    var (z, c) = (Vector256.Load(gate + j), Vector256.Load(made + j));
                    var d = Vector256.Load(dh + j) + Vector256.Load(carry + j);
                    var h = before == null ? Vector256<float>.Zero : Vector256.Load(before + j);
                    (d * (c - h) * z * (Vector256<float>.One - z)).Store(gate + j);
                    (d * z * (Vector256<float>.One - c * c)).Store(made + j);
                    (d * (Vector256<float>.One - z)).Store(carry + j);
                }
            }
        }
    }
}
