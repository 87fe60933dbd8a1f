using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>One layer of the recurrence in training, both directions: what the forward pass keeps for the way back.</summary>
internal sealed unsafe class Recurrence(int width)
{
    private readonly Floats _cells = new(), _states = new(), _recurrent = new(), _recurrentMask = new(), _outputMask = new(), _cellGradient = new(), _stateGradient = new(), _before = new();

    /// <summary>For each word the sums of its gates, after the forward pass their activations, and after the way back the gradients of the sums.</summary>
    public Floats Gates { get; } = new();

    /// <summary>The masked states.</summary>
    public Floats Output { get; } = new();

    /// <summary>Runs both directions over the sums in <see cref="Gates"/>.</summary>
    public void Run(Steps steps, Parameter forward, Parameter backward, Noise noise, float recurrentDropout, float outputDropout)
    {
        int rows = steps.Rows, stride = 2 * width;
        var count = (long)rows * stride;
        var cells = _cells.Ensure(count);
        var states = _states.Ensure(count);
        var recurrent = _recurrent.Ensure(count);
        var mask = noise.Mask(_recurrentMask, (long)steps.Sentences * stride, recurrentDropout);
        for (var direction = 0; direction < 2; direction++)
            Lstm.Run(steps, width, direction == 1, (direction == 0 ? forward : backward).Packed!.Data,
                Gates.Data + direction * 4 * width, 8 * width, cells + direction * width, states + direction * width, stride, recurrent + direction * width, mask + direction * width);
        noise.Mask(_outputMask, count, outputDropout);
        Output.Ensure(count);
        System.Numerics.Tensors.TensorPrimitives.Multiply(_states.Span((int)count), _outputMask.Span((int)count), Output.Span((int)count));
    }

    /// <summary>From the gradient of <see cref="Output"/>, which it changes, to that of the recurrent weights and of the sums, which it leaves in <see cref="Gates"/>.</summary>
    public void Back(Steps steps, float* gradient, Parameter forward, Parameter backward, Products products)
    {
        Simple.Scale(gradient, _outputMask.Data, (long)steps.Rows * 2 * width);
        for (var direction = 0; direction < 2; direction++)
        {
            var weight = direction == 0 ? forward : backward;
            var gates = Gates.Data + direction * 4 * width;
            Back(steps, direction == 1, direction * width, gates, gradient + direction * width, weight.Transposed!.Data);
            products.WeightGradient(steps.Rows, Before(steps, direction), width, gates, 8 * width, weight, null);
        }
    }

    // Walks the steps the other way round, turning activations of gates into gradients of their sums.
    private void Back(Steps steps, bool backward, int column, float* gates, float* gradient, float* transposed)
    {
        var stride = 2 * width;
        var carriedCell = _cellGradient.Ensure((long)steps.Sentences * width);
        var carriedState = _stateGradient.Ensure((long)steps.Sentences * width);
        for (var n = steps.Count - 1; n >= 0; n--)
        {
            var t = backward ? steps.Count - 1 - n : n;
            int offset = steps.Offset(t), active = steps.Active(t);
            // Sentences whose next step exists bring a gradient from it; those whose step before exists hand one on.
            var fromNext = n == steps.Count - 1 ? 0 : backward ? active : steps.Active(t + 1);
            var toPrevious = n == 0 ? 0 : backward ? steps.Active(t + 1) : active;
            var previous = n == 0 ? 0 : steps.Offset(backward ? t + 1 : t - 1);
            for (var s = 0; s < active; s++)
            {
                var row = (long)(offset + s);
                var cell = _cells.Data + row * stride + column;
                var cellBefore = s < toPrevious ? _cells.Data + (long)(previous + s) * stride + column : null;
                CellGradient.Run(gates + row * 8 * width, cell, cellBefore, gradient + row * stride, _recurrentMask.Data + (long)s * stride + column,
                    carriedCell + (long)s * width, carriedState + (long)s * width, width, s < fromNext);
            }
            if (toPrevious > 0) Gemm.Multiply(toPrevious, width, 4 * width, gates + (long)offset * 8 * width, 8 * width, transposed, carriedState, width, false);
        }
    }

    // What each row saw of the step before it: the masked states, moved by one step.
    private float* Before(Steps steps, int direction)
    {
        var before = _before.Ensure((long)steps.Rows * width);
        _before.Clear((long)steps.Rows * width);
        for (var t = 0; t < steps.Count; t++)
        {
            var from = direction == 0 ? t - 1 : t + 1;
            if (from < 0 || from >= steps.Count) continue;
            var both = Math.Min(steps.Active(t), steps.Active(from));
            for (var s = 0; s < both; s++)
                new ReadOnlySpan<float>(_recurrent.Data + ((long)steps.Offset(from) + s) * 2 * width + direction * width, width)
                    .CopyTo(new Span<float>(before + ((long)steps.Offset(t) + s) * width, width));
        }
        return before;
    }
}
