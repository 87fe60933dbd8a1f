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
        _products.WeightGradient(rows, _encoder.Output, width, gradient, _shape.Hidden, _parameters["hidden"], _parameters["hidden.bias"]);
        Gemm.Multiply(rows, width, _shape.Hidden, gradient, _shape.Hidden, _parameters["hidden"].Transposed!.Data, _outputGradient.Ensure((long)rows * width), width, false);
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
