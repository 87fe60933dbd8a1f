using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Parses.Network;

/// <summary>The element-wise functions of the network, eight lanes at a time and the same on every machine.</summary>
internal static unsafe class Simd
{
    /// <summary>The slope below zero of the heads' rectifier.</summary>
    public const float Leak = 0.1f;

    /// <summary>e^x to about one unit in the last place times two; x is held within ±87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(87f));
        var n = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
        var p = Vector256.Create(1.0f / 5040);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0f / 720));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0f / 120));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0f / 24));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0f / 6));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.5f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<float>.One);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<float>.One);
        var power = Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23).AsSingle();
        return p * power;
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var e = Exp(x + x);
        return (e - Vector256<float>.One) / (e + Vector256<float>.One);
    }

    /// <summary>One step of an LSTM for one sentence: turns the four gates (input, forget, output, candidate) from sums into activations in place and gives cell and output.</summary>
    public static void Cell(float* gates, float* previousCell, float* cell, float* output, int width)
    {
        if (Vector512.IsHardwareAccelerated && width % WideCell.Lanes == 0)
        {
            WideCell.Run(gates, previousCell, cell, output, width);
            return;
        }
        for (var j = 0; j < width; j += 8)
        {
            var i = Sigmoid(Vector256.Load(gates + j));
            var f = Sigmoid(Vector256.Load(gates + width + j));
            var o = Sigmoid(Vector256.Load(gates + 2 * width + j));
            var g = Tanh(Vector256.Load(gates + 3 * width + j));
            var c = previousCell == null ? i * g : Vector256.FusedMultiplyAdd(f, Vector256.Load(previousCell + j), i * g);
            i.Store(gates + j);
            f.Store(gates + width + j);
            o.Store(gates + 2 * width + j);
            g.Store(gates + 3 * width + j);
            c.Store(cell + j);
            (o * Tanh(c)).Store(output + j);
        }
    }

    /// <summary>target += other.</summary>
    public static void Add(float* target, float* other, int count)
    {
        for (var j = 0; j < count; j += 8) (Vector256.Load(target + j) + Vector256.Load(other + j)).Store(target + j);
    }

    /// <summary>x where positive, a tenth of it where not; in place.</summary>
    public static void Rectify(float* x, long count)
    {
        for (long j = 0; j < count; j += 8)
        {
            var v = Vector256.Load(x + j);
            Vector256.Max(v, v * Vector256.Create(Leak)).Store(x + j);
        }
    }
}
