using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

internal sealed unsafe partial class Worker
{
    private readonly Floats _hiddenGradient = new(), _outputGradient = new(), _inputGradient = new();

    private void BackHidden()
    {
        int rows = _steps.Rows, width = 2 * _shape.Width;
        var count = (long)rows * _shape.Hidden;
        var gradient = _hiddenGradient.Data;
        Simple.BackRectify(gradient, _hidden.Data, _hiddenMask.Data, count);
        _products.WeightGradient(rows, _layers[^1].Output.Data, width, gradient, _shape.Hidden, _parameters["hidden"], _parameters["hidden.bias"]);
        Gemm.Multiply(rows, width, _shape.Hidden, gradient, _shape.Hidden, _parameters["hidden"].Transposed!.Data, _outputGradient.Ensure((long)rows * width), width, false);
    }

    private void BackRecur(int layer)
    {
        var kept = _layers[layer];
        int rows = _steps.Rows, width = _shape.Width, inner = layer == 0 ? _shape.Input : 2 * width;
        var states = _outputGradient.Data;
        kept.Back(_steps, states, _parameters[$"layer{layer}.forward"], _parameters[$"layer{layer}.backward"], _products);
        var source = layer == 0 ? _input.Data : _layers[layer - 1].Output.Data;
        var input = _parameters[$"layer{layer}.input"];
        _products.WeightGradient(rows, source, inner, kept.Gates.Data, 8 * width, input, _parameters[$"layer{layer}.bias"]);
        var target = layer == 0 ? _inputGradient.Ensure((long)rows * inner) : states;
        Gemm.Multiply(rows, inner, 8 * width, kept.Gates.Data, 8 * width, input.Transposed!.Data, target, inner, false);
    }

    private void BackEmbed()
    {
        var width = _shape.Input;
        for (var row = 0; row < _steps.Rows; row++)
        {
            var form = _itemOfRow[row].Forms[_wordOfRow[row]];
            var gradient = _inputGradient.Data + (long)row * width;
            var mask = _inputMask.Data + (long)row * width;
            Simple.Scale(gradient, mask, width);
            gradient += Vectors.Width;
            for (var t = 0; t < form.Rows.Length; t++)
            {
                var table = _parameters.Tables[t];
                if (!_hideForm[row] || t == 0 || t == Form.ShapeTable) table.Add(_index, t == 0 && _hideWord[row] ? 0 : form.Rows[t], gradient, 1);
                gradient += table.Width;
            }
            foreach (var gram in _hideForm[row] ? [] : form.Grams) _parameters.Tables[^1].Add(_index, gram, gradient, 1f / form.Grams.Length);
        }
    }
}
