using System.Runtime.Intrinsics;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>The gradient of one LSTM step of one sentence.</summary>
internal static unsafe class CellGradient
{
    /// <summary>
    /// Turns activations in <paramref name="gates"/> into gradients of their sums. <paramref name="carriedCell"/> and <paramref name="carriedState"/> bring
    /// the gradients from the next step where <paramref name="hasNext"/> (the state's still to be masked), and the first takes the one for the step before.
    /// </summary>
    public static void Run(float* gates, float* cell, float* cellBefore, float* state, float* mask, float* carriedCell, float* carriedState, int width, bool hasNext)
    {
        var one = Vector256<float>.One;
        for (var j = 0; j < width; j += 8)
        {
            var i = Vector256.Load(gates + j);
            var f = Vector256.Load(gates + width + j);
            var o = Vector256.Load(gates + 2 * width + j);
            var g = Vector256.Load(gates + 3 * width + j);
            var tanh = Simd.Tanh(Vector256.Load(cell + j));
            var dh = Vector256.Load(state + j);
            if (hasNext) dh += Vector256.Load(carriedState + j) * Vector256.Load(mask + j);
            var dc = dh * o * (one - tanh * tanh);
            if (hasNext) dc += Vector256.Load(carriedCell + j);
            var before = cellBefore == null ? Vector256<float>.Zero : Vector256.Load(cellBefore + j);
            (dc * g * i * (one - i)).Store(gates + j);
            (dc * before * f * (one - f)).Store(gates + width + j);
            (dh * tanh * o * (one - o)).Store(gates + 2 * width + j);
            (dc * i * (one - g * g)).Store(gates + 3 * width + j);
            (dc * f).Store(carriedCell + j);
        }
    }
}
