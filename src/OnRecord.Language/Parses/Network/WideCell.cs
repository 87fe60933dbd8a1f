using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Parses.Network;

/// <summary><see cref="Simd.Cell"/> sixteen lanes at a time, the same steps in the same order and so the same bits; for processors that have such lanes.</summary>
internal static unsafe class WideCell
{
    public const int Lanes = 16;

    public static void Run(float* gates, float* previousCell, float* cell, float* output, int width)
    {
        for (var j = 0; j < width; j += Lanes)
        {
            var i = Sigmoid(Vector512.Load(gates + j));
            var f = Sigmoid(Vector512.Load(gates + width + j));
            var o = Sigmoid(Vector512.Load(gates + 2 * width + j));
            var g = Tanh(Vector512.Load(gates + 3 * width + j));
            var c = previousCell == null ? i * g : Vector512.FusedMultiplyAdd(f, Vector512.Load(previousCell + j), i * g);
            i.Store(gates + j);
            f.Store(gates + width + j);
            o.Store(gates + 2 * width + j);
            g.Store(gates + 3 * width + j);
            c.Store(cell + j);
            (o * Tanh(c)).Store(output + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-87f)), Vector512.Create(87f));
        var n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        var p = Vector512.Create(1.0f / 5040);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0f / 720));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0f / 120));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0f / 24));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0f / 6));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
        return p * Vector512.ShiftLeft(Vector512.ConvertToInt32Native(n) + Vector512.Create(127), 23).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Tanh(Vector512<float> x)
    {
        var e = Exp(x + x);
        return (e - Vector512<float>.One) / (e + Vector512<float>.One);
    }
}
