using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Encoders;

/// <summary>The encoder that ships: layers of LSTM in both directions.</summary>
internal sealed unsafe class LstmEncoder(Parameters parameters, TrainingOptions options, Products products) : IEncoder
{
    private readonly NetworkShape _shape = parameters.Shape;
    private readonly Recurrence[] _layers = [.. Enumerable.Range(0, parameters.Shape.Layers).Select(_ => new Recurrence(parameters.Shape.Width))];
    private float* _input;

    public float* Output => _layers[^1].Output.Data;

    public void Run(Steps steps, float* input, Noise noise)
    {
        _input = input;
        int rows = steps.Rows, width = _shape.Width;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var inner = Inner(layer);
            var gates = _layers[layer].Gates.Ensure((long)rows * 8 * width);
            Forward.Affine(rows, 8 * width, inner, Source(layer), inner, parameters[$"layer{layer}.input"].Packed!.Data, parameters[$"layer{layer}.bias"].Value.Data, gates, 8 * width);
            _layers[layer].Run(steps, parameters[$"layer{layer}.forward"], parameters[$"layer{layer}.backward"], noise, options.RecurrentDropout, options.LayerDropout);
        }
    }

    public void Back(Steps steps, float* gradient, float* inputGradient)
    {
        int rows = steps.Rows, width = _shape.Width;
        for (var layer = _layers.Length - 1; layer >= 0; layer--)
        {
            var (kept, inner) = (_layers[layer], Inner(layer));
            kept.Back(steps, gradient, parameters[$"layer{layer}.forward"], parameters[$"layer{layer}.backward"], products);
            var input = parameters[$"layer{layer}.input"];
            products.WeightGradient(rows, Source(layer), inner, kept.Gates.Data, 8 * width, input, parameters[$"layer{layer}.bias"]);
            Gemm.Multiply(rows, inner, 8 * width, kept.Gates.Data, 8 * width, input.Transposed!.Data, layer == 0 ? inputGradient : gradient, inner, false);
        }
    }

    private int Inner(int layer) => layer == 0 ? _shape.Input : 2 * _shape.Width;

    private float* Source(int layer) => layer == 0 ? _input : _layers[layer - 1].Output.Data;
}
