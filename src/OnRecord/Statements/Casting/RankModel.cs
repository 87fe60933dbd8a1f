using System.Numerics.Tensors;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>
/// Scores one option among several: its hashed features weigh directly, and the vectors and encoder states of the statement's word and of the option's go through one hidden layer (rectified).
/// Shapes: <c>Direct</c> buckets; <c>Hidden</c> units × 2 <see cref="Inputs"/>, the statement's half first; <c>HiddenBias</c> and <c>Out</c> units.
/// </summary>
internal sealed class RankModel
{
    /// <summary>How many words' vectors each half looks at: the word and the one above it.</summary>
    public const int Places = 2;

    public required float[] Direct { get; init; }

    /// <summary>The width of one half of the input.</summary>
    public required int Inputs { get; init; }

    public required int Units { get; init; }

    public required float[] Hidden { get; init; }

    public required float[] HiddenBias { get; init; }

    public required float[] Out { get; init; }

    /// <summary>What the hidden layer makes of the statement's word, the same for all its options.</summary>
    public float[] Begin(Features part, WordVectors vectors)
    {
        Span<float> input = stackalloc float[Inputs];
        Judge.Vectors(part, vectors, input, Places);
        var begun = new float[Units];
        for (var u = 0; u < Units; u++) begun[u] = HiddenBias[u] + TensorPrimitives.Dot(input, Hidden.AsSpan(u * 2 * Inputs, Inputs));
        return begun;
    }

    /// <summary>The score of an option; <paramref name="kept"/> holds what the hidden layer makes of words that were looked at before.</summary>
    public float Score(Features option, WordVectors vectors, ReadOnlySpan<float> begun, Dictionary<(RankModel, float[]), float[]>? kept = null)
    {
        var score = 0f;
        foreach (var hash in option.All) score += Direct[hash % (uint)Direct.Length];
        var own = Own(option, vectors, kept);
        for (var u = 0; u < Units; u++) score += Out[u] * Math.Max(0, begun[u] + own[u]);
        return score;
    }

    // A word of an article has one array of states, which therefore stands for the word.
    private float[] Own(Features option, WordVectors vectors, Dictionary<(RankModel, float[]), float[]>? kept)
    {
        if (option.State.Length > 0 && kept is not null && kept.TryGetValue((this, option.State), out var known)) return known;
        Span<float> input = stackalloc float[Inputs];
        Judge.Vectors(option, vectors, input, Places);
        var own = new float[Units];
        for (var u = 0; u < Units; u++) own[u] = TensorPrimitives.Dot(input, Hidden.AsSpan((2 * u + 1) * Inputs, Inputs));
        if (option.State.Length > 0) kept?.Add((this, option.State), own);
        return own;
    }
}
