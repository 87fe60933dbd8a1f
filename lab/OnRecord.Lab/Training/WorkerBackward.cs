using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

internal sealed unsafe partial class Worker
{
    private readonly Floats _hiddenGradient = new(), _outputGradient = new(), _inputGradient = new(), _cellGradient = new(), _stateGradient = new(), _before = new();
    private readonly Floats _turned = new(), _packed = new();

    // gradient of b in c = a·b: turned a times the gradient of c; and of the bias.
    private void WeightGradient(int rows, float* a, int lda, float* gradient, int ldg, Parameter weight, Parameter? bias)
    {
        var turned = _turned.Ensure((long)rows * weight.Rows);
        Simple.Turn(a, lda, rows, weight.Rows, turned);
        var packed = _packed.Ensure(Gemm.PackedSize(rows, weight.Stride));
        Gemm.Pack(gradient, rows, weight.Stride, ldg, 1, packed);
        Gemm.Multiply(weight.Rows, weight.Stride, rows, turned, rows, packed, weight.Gradients[_index].Data, weight.Stride, true);
        if (bias is not null) BiasGradient(rows, gradient, ldg, bias);
    }

    private void BiasGradient(int rows, float* gradient, int ldg, Parameter bias)
    {
        var target = bias.Gradients[_index].Data;
        for (var r = 0; r < rows; r++) Simple.Add(target, gradient + (long)r * ldg, bias.Columns);
    }

    private void BackHidden()
    {
        int rows = _steps.Rows, width = 2 * _shape.Width;
        var count = (long)rows * _shape.Hidden;
        var gradient = _hiddenGradient.Data;
        Simple.BackRectify(gradient, _hidden.Data, _hiddenMask.Data, count);
        WeightGradient(rows, _layers[^1].Output.Data, width, gradient, _shape.Hidden, _parameters["hidden"], _parameters["hidden.bias"]);
        Gemm.Multiply(rows, width, _shape.Hidden, gradient, _shape.Hidden, _parameters["hidden"].Transposed!.Data, _outputGradient.Ensure((long)rows * width), width, false);
    }

    private void BackRecur(int layer)
    {
        var kept = _layers[layer];
        int rows = _steps.Rows, width = _shape.Width, inner = layer == 0 ? _shape.Input : 2 * width;
        var count = (long)rows * 2 * width;
        var states = _outputGradient.Data;
        Simple.Scale(states, kept.OutputMask.Data, count);
        for (var direction = 0; direction < 2; direction++)
        {
            var weight = _parameters[direction == 0 ? $"layer{layer}.forward" : $"layer{layer}.backward"];
            var gates = kept.Gates.Data + direction * 4 * width;
            BackDirection(direction == 1, kept, direction * width, gates, states + direction * width, weight.Transposed!.Data);
            var before = Before(kept, direction);
            WeightGradient(rows, before, width, gates, 8 * width, weight, null);
        }
        var source = layer == 0 ? _input.Data : _layers[layer - 1].Output.Data;
        var input = _parameters[$"layer{layer}.input"];
        WeightGradient(rows, source, inner, kept.Gates.Data, 8 * width, input, _parameters[$"layer{layer}.bias"]);
        var target = layer == 0 ? _inputGradient.Ensure((long)rows * inner) : states;
        Gemm.Multiply(rows, inner, 8 * width, kept.Gates.Data, 8 * width, input.Transposed!.Data, target, inner, false);
    }

    // Walks the steps the other way round, turning activations of gates into gradients of their sums.
    private void BackDirection(bool backward, Kept kept, int column, float* gates, float* gradient, float* transposed)
    {
        int width = _shape.Width, stride = 2 * width;
        var carriedCell = _cellGradient.Ensure((long)_items.Length * width);
        var carriedState = _stateGradient.Ensure((long)_items.Length * width);
        for (var n = _steps.Count - 1; n >= 0; n--)
        {
            var t = backward ? _steps.Count - 1 - n : n;
            int offset = _steps.Offset(t), active = _steps.Active(t);
            // Sentences whose next step exists bring a gradient from it; those whose step before exists hand one on.
            var fromNext = n == _steps.Count - 1 ? 0 : backward ? active : _steps.Active(t + 1);
            var toPrevious = n == 0 ? 0 : backward ? _steps.Active(t + 1) : active;
            var previous = n == 0 ? 0 : _steps.Offset(backward ? t + 1 : t - 1);
            for (var s = 0; s < active; s++)
            {
                var row = offset + s;
                var g = gates + (long)row * 8 * width;
                var cell = kept.Cells.Data + (long)row * stride + column;
                var cellBefore = s < toPrevious ? kept.Cells.Data + (long)(previous + s) * stride + column : null;
                var state = gradient + (long)row * stride;
                var mask = kept.RecurrentMask.Data + (long)s * stride + column;
                float* dc = carriedCell + (long)s * width, dh = carriedState + (long)s * width;
                CellGradient.Run(g, cell, cellBefore, state, mask, dc, dh, width, s < fromNext);
            }
            if (toPrevious > 0) Gemm.Multiply(toPrevious, width, 4 * width, gates + (long)offset * 8 * width, 8 * width, transposed, carriedState, width, false);
        }
    }

    // What each row saw of the step before it: the masked states, moved by one step.
    private float* Before(Kept kept, int direction)
    {
        var width = _shape.Width;
        var before = _before.Ensure((long)_steps.Rows * width);
        _before.Clear((long)_steps.Rows * width);
        for (var t = 0; t < _steps.Count; t++)
        {
            var from = direction == 0 ? t - 1 : t + 1;
            if (from < 0 || from >= _steps.Count) continue;
            var both = Math.Min(_steps.Active(t), _steps.Active(from));
            for (var s = 0; s < both; s++)
                new ReadOnlySpan<float>(kept.Recurrent.Data + ((long)_steps.Offset(from) + s) * 2 * width + direction * width, width)
                    .CopyTo(new Span<float>(before + ((long)_steps.Offset(t) + s) * width, width));
        }
        return before;
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
