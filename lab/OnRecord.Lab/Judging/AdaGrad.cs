using System.Numerics;

namespace OnRecord.Lab.Judging;

/// <summary>Steps of AdaGrad: each weight moves against its gradient, less the more it has moved before (Duchi, Hazan and Singer, 2011).</summary>
internal static class AdaGrad
{
    private const float Floor = 1e-6f;

    /// <summary>Moves one weight.</summary>
    public static void Move(float[] weights, float[] squares, int at, float gradient, float rate)
    {
        if (gradient == 0) return;
        squares[at] += gradient * gradient;
        weights[at] -= rate * gradient / (MathF.Sqrt(squares[at]) + Floor);
    }

    /// <summary>Moves a row of weights by <paramref name="scale"/> times <paramref name="gradient"/>; all of one length.</summary>
    public static void Move(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, float scale, float rate)
    {
        var (lanes, at) = (Vector<float>.Count, 0);
        var (floor, step, factor) = (new Vector<float>(Floor), new Vector<float>(rate), new Vector<float>(scale));
        for (; at <= weights.Length - lanes; at += lanes)
        {
            var g = new Vector<float>(gradient[at..]) * factor;
            var s = new Vector<float>(squares[at..]) + g * g;
            s.CopyTo(squares[at..]);
            (new Vector<float>(weights[at..]) - step * g / (Vector.SquareRoot(s) + floor)).CopyTo(weights[at..]);
        }
        for (; at < weights.Length; at++)
        {
            var g = gradient[at] * scale;
            squares[at] += g * g;
            weights[at] -= rate * g / (MathF.Sqrt(squares[at]) + Floor);
        }
    }

    /// <summary>Moves an average of <paramref name="count"/> - 1 states of the weights towards the next.</summary>
    public static void Mix(float[] average, float[] now, int count)
    {
        for (var i = 0; i < average.Length; i++) average[i] += (now[i] - average[i]) / count;
    }
}
