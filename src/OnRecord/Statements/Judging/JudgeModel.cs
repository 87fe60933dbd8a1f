using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace OnRecord.Statements.Judging;

/// <summary>
/// A small classifier: hashed features weigh for each label directly, word vectors through one hidden layer (rectified).
/// Shapes: <c>Direct</c> buckets × labels; <c>Hidden</c> units × inputs; <c>Out</c> labels × units.
/// </summary>
internal sealed class JudgeModel
{
    public required ImmutableArray<string> Labels { get; init; }

    public required int Buckets { get; init; }

    public required int Inputs { get; init; }

    public required int Units { get; init; }

    public required float[] Direct { get; init; }

    public required float[] Hidden { get; init; }

    public required float[] HiddenBias { get; init; }

    public required float[] Out { get; init; }

    /// <summary>A bit for each row of <see cref="Direct"/> that holds more than zeros, where that is known: most rows hold nothing, and not to look at them saves their way from memory.</summary>
    public ulong[]? Learned { get; init; }

    /// <summary>The logits of all labels.</summary>
    public void Score(Features features, ReadOnlySpan<float> vectors, Span<float> logits, Span<float> units)
    {
        var count = Labels.Length;
        logits[..count].Clear();
        foreach (var hash in features.All)
        {
            var bucket = (int)(hash % (uint)Buckets);
            if (Learned is null || (Learned[bucket / 64] >> bucket % 64 & 1) != 0) TensorPrimitives.Add(logits[..count], Direct.AsSpan(bucket * count, count), logits[..count]);
        }
        for (var u = 0; u < Units; u++)
            units[u] = Math.Max(0, HiddenBias[u] + TensorPrimitives.Dot(vectors, Hidden.AsSpan(u * Inputs, Inputs)));
        for (var l = 0; l < count; l++)
            logits[l] += TensorPrimitives.Dot(units[..Units], Out.AsSpan(l * Units, Units));
    }
}
