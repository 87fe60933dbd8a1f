using System.Runtime.Intrinsics;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Encoders;

/// <summary>
/// Layers of gated convolutions: each sees a word and one on either side, 1, 2, 4, 1, 2, 4 … words away, and half of what it makes is let through by the other half
/// and added to what went in. All words of a block go through one product a layer; no step waits for another.
/// </summary>
internal sealed unsafe class ConvolutionEncoder(Parameters parameters, TrainingOptions options, Products products) : IEncoder
{
    // Sums of two keep their size.
    private const float Half = 0.70710678f;

    private sealed class Layer
    {
        public readonly Floats Windows = new(), Sums = new(), Mask = new();
    }

    private readonly int _width = 2 * parameters.Shape.Width, _inner = parameters.Shape.Input;
    private readonly Layer[] _layers = [.. Enumerable.Range(0, options.Layers).Select(_ => new Layer())];
    private readonly Floats _states = new(), _mask = new(), _windowGradient = new(), _output = new();
    private float* _input;

    public float* Output => _output.Data;

    public static IEnumerable<(string Name, int Rows, int Columns)> Weights(NetworkShape shape, int layers)
    {
        var width = 2 * shape.Width;
        yield return ("convolution.input", shape.Input, width);
        yield return ("convolution.input.bias", 1, width);
        for (var layer = 0; layer < layers; layer++)
        {
            yield return ($"convolution{layer}", 3 * width, 2 * width);
            yield return ($"convolution{layer}.bias", 1, 2 * width);
        }
    }

    public void Run(Steps steps, float* input, Noise noise)
    {
        _input = input;
        var rows = steps.Rows;
        var count = (long)rows * _width;
        var states = _states.Ensure(count);
        Forward.Affine(rows, _width, _inner, input, _inner, parameters["convolution.input"].Packed!.Data, parameters["convolution.input.bias"].Value.Data, states, _width);
        for (var l = 0; l < _layers.Length; l++)
        {
            var layer = _layers[l];
            var mask = noise.Mask(layer.Mask, count, options.LayerDropout);
            var windows = layer.Windows.Ensure(3 * count);
            Unfold(steps, Reach(l), states, mask, windows);
            var sums = layer.Sums.Ensure(2 * count);
            Forward.Affine(rows, 2 * _width, 3 * _width, windows, 3 * _width, parameters[$"convolution{l}"].Packed!.Data, parameters[$"convolution{l}.bias"].Value.Data, sums, 2 * _width);
            for (long row = 0; row < rows; row++) Gate(sums + row * 2 * _width, states + row * _width);
        }
        var output = _output.Ensure(count);
        new ReadOnlySpan<float>(states, (int)count).CopyTo(new Span<float>(output, (int)count));
        Simple.Scale(output, noise.Mask(_mask, count, options.LayerDropout), count);
    }

    public void Back(Steps steps, float* gradient, float* inputGradient)
    {
        var rows = steps.Rows;
        var count = (long)rows * _width;
        Simple.Scale(gradient, _mask.Data, count);
        for (var l = _layers.Length - 1; l >= 0; l--)
        {
            var layer = _layers[l];
            for (long row = 0; row < rows; row++) BackGate(layer.Sums.Data + row * 2 * _width, gradient + row * _width);
            var weight = parameters[$"convolution{l}"];
            products.WeightGradient(rows, layer.Windows.Data, 3 * _width, layer.Sums.Data, 2 * _width, weight, parameters[$"convolution{l}.bias"]);
            var windows = _windowGradient.Ensure(3 * count);
            Gemm.Multiply(rows, 3 * _width, 2 * _width, layer.Sums.Data, 2 * _width, weight.Transposed!.Data, windows, 3 * _width, false);
            Fold(steps, Reach(l), windows, layer.Mask.Data, gradient);
        }
        var input = parameters["convolution.input"];
        products.WeightGradient(rows, _input, _inner, gradient, _width, input, parameters["convolution.input.bias"]);
        Gemm.Multiply(rows, _inner, _width, gradient, _width, input.Transposed!.Data, inputGradient, _inner, false);
    }

    private static int Reach(int layer) => 1 << layer % 3;

    // Each row: the masked states of the word before, the word and the word after, at a distance; zeros beyond the sentence.
    private void Unfold(Steps steps, int reach, float* states, float* mask, float* windows)
    {
        new Span<float>(windows, steps.Rows * 3 * _width).Clear();
        for (var t = 0; t < steps.Count; t++)
            for (var part = 0; part < 3; part++)
            {
                var from = t + (part - 1) * reach;
                if (from < 0 || from >= steps.Count) continue;
                var both = Math.Min(steps.Active(t), steps.Active(from));
                for (var s = 0; s < both; s++)
                {
                    var source = ((long)steps.Offset(from) + s) * _width;
                    var target = windows + ((long)steps.Offset(t) + s) * 3 * _width + part * _width;
                    for (var j = 0; j < _width; j += 8) (Vector256.Load(states + source + j) * Vector256.Load(mask + source + j)).Store(target + j);
                }
            }
    }

    private void Fold(Steps steps, int reach, float* windows, float* mask, float* gradient)
    {
        for (var t = 0; t < steps.Count; t++)
            for (var part = 0; part < 3; part++)
            {
                var from = t + (part - 1) * reach;
                if (from < 0 || from >= steps.Count) continue;
                var both = Math.Min(steps.Active(t), steps.Active(from));
                for (var s = 0; s < both; s++)
                {
                    var target = ((long)steps.Offset(from) + s) * _width;
                    var source = windows + ((long)steps.Offset(t) + s) * 3 * _width + part * _width;
                    for (var j = 0; j < _width; j += 8) (Vector256.Load(gradient + target + j) + Vector256.Load(source + j) * Vector256.Load(mask + target + j)).Store(gradient + target + j);
                }
            }
    }

    // Keeps the gate's activation for the way back.
    private void Gate(float* sums, float* state)
    {
        for (var j = 0; j < _width; j += 8)
        {
            var gate = Simd.Sigmoid(Vector256.Load(sums + _width + j));
            gate.Store(sums + _width + j);
            ((Vector256.Load(state + j) + Vector256.Load(sums + j) * gate) * Vector256.Create(Half)).Store(state + j);
        }
    }

    private void BackGate(float* sums, float* gradient)
    {
        for (var j = 0; j < _width; j += 8)
        {
            var g = Vector256.Load(gradient + j) * Vector256.Create(Half);
            var (made, gate) = (Vector256.Load(sums + j), Vector256.Load(sums + _width + j));
            (g * gate).Store(sums + j);
            (g * made * gate * (Vector256<float>.One - gate)).Store(sums + _width + j);
            g.Store(gradient + j);
        }
    }
}
