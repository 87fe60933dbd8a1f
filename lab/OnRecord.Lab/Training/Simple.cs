using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>The element-wise sums of training, vectorised.</summary>
internal static unsafe class Simple
{
    /// <summary>target *= other.</summary>
    public static void Scale(float* target, float* other, long count) =>
        TensorPrimitives.Multiply(new ReadOnlySpan<float>(target, (int)count), new ReadOnlySpan<float>(other, (int)count), new Span<float>(target, (int)count));

    /// <summary>target += other.</summary>
    public static void Add(float* target, float* other, long count) =>
        TensorPrimitives.Add(new ReadOnlySpan<float>(target, (int)count), new ReadOnlySpan<float>(other, (int)count), new Span<float>(target, (int)count));

    /// <summary>target += factor * other.</summary>
    public static void Add(float* target, float* other, float factor, int count) =>
        TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(other, count), factor, new ReadOnlySpan<float>(target, count), new Span<float>(target, count));

    /// <summary>target = keep * target + (1 - keep) * other.</summary>
    public static void Blend(float* target, float* other, float keep, long count) =>
        TensorPrimitives.Lerp(new ReadOnlySpan<float>(other, (int)count), new ReadOnlySpan<float>(target, (int)count), keep, new Span<float>(target, (int)count));

    /// <summary>Copies rows × columns from a to its transposed form, in blocks that stay in cache.</summary>
    public static void Turn(float* a, int lda, int rows, int columns, float* turned)
    {
        const int Block = 16;
        for (var r0 = 0; r0 < rows; r0 += Block)
        {
            var r1 = Math.Min(rows, r0 + Block);
            for (var k = 0; k < columns; k++)
            {
                var target = turned + (long)k * rows;
                var source = a + k;
                for (var r = r0; r < r1; r++) target[r] = source[(long)r * lda];
            }
        }
    }

    /// <summary>One step of Adam on a run of weights.</summary>
    public static void Move(float* value, float* first, float* second, float* gradient, long count, float clip, float firstDecay, float secondDecay, float rate, float correction, float tiny)
    {
        var (d1, d2) = (Vector256.Create(firstDecay), Vector256.Create(secondDecay));
        var (e1, e2) = (Vector256.Create((1 - firstDecay) * clip), Vector256.Create((1 - secondDecay) * clip * clip));
        var (r, c, t) = (Vector256.Create(rate), Vector256.Create(correction), Vector256.Create(tiny));
        long j = 0;
        for (; j + 8 <= count; j += 8)
        {
            var g = Vector256.Load(gradient + j);
            var m = d1 * Vector256.Load(first + j) + e1 * g;
            var v = d2 * Vector256.Load(second + j) + e2 * g * g;
            m.Store(first + j);
            v.Store(second + j);
            (Vector256.Load(value + j) - r * m / (Vector256.Sqrt(v * c) + t)).Store(value + j);
        }
        for (; j < count; j++)
        {
            var g = gradient[j];
            first[j] = firstDecay * first[j] + (1 - firstDecay) * clip * g;
            second[j] = secondDecay * second[j] + (1 - secondDecay) * clip * clip * g * g;
            value[j] -= rate * first[j] / (MathF.Sqrt(second[j] * correction) + tiny);
        }
    }

    /// <summary>The gradient through the rectifier and its mask, from what came out of both.</summary>
    public static void BackRectify(float* gradient, float* output, float* mask, long count)
    {
        var leak = Vector256.Create(Simd.Leak);
        for (long j = 0; j < count; j += 8)
        {
            var m = Vector256.Load(mask + j);
            var slope = Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Load(output + j), Vector256<float>.Zero), m * leak, m);
            (Vector256.Load(gradient + j) * slope).Store(gradient + j);
        }
    }

    /// <summary>Turns scores into the gradient of the loss of the right label, times <paramref name="scale"/>, and gives the loss; a label of -1 gives zeros.</summary>
    public static double Softmax(float* scores, int count, int label, float scale)
    {
        if (label < 0)
        {
            new Span<float>(scores, count).Clear();
            return 0;
        }
        var most = TensorPrimitives.Max<float>(new ReadOnlySpan<float>(scores, count));
        var right = scores[label] - most;
        var all = new Span<float>(scores, count);
        TensorPrimitives.Subtract(all, most, all);
        TensorPrimitives.Exp(all, all);
        var sum = TensorPrimitives.Sum<float>(all);
        TensorPrimitives.Multiply(all, scale / sum, all);
        scores[label] -= scale;
        return Math.Log(sum) - right;
    }
}
