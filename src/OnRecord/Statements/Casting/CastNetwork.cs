using System.Numerics.Tensors;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Casting;

/// <summary>What is filled by links between words.</summary>
internal enum CastField
{
    Agent,
    Place,
}

/// <summary>The weights by which words are linked: for each field a vector of <see cref="Width"/> numbers of the act's word, one of the option's word (or of no word), of the way, of the distance and of the type are summed, rectified and weighed.</summary>
internal sealed record CastWeights(int Width)
{
    public const int Fields = 2;

    /// <summary>Numbers of a word: for each field those as an act, then those as an option.</summary>
    public int Links => 2 * Fields * Width;

    /// <summary>Fields side by side: of an option that has no word.</summary>
    public required float[] Wordless { get; init; }

    /// <summary>Ways × fields side by side.</summary>
    public required float[] Ways { get; init; }

    /// <summary>Distances × fields side by side.</summary>
    public required float[] Distances { get; init; }

    /// <summary>Types × fields side by side, in the order of the network's signs.</summary>
    public required float[] Types { get; init; }

    /// <summary>Fields side by side: what each number weighs.</summary>
    public required float[] Out { get; init; }
}

/// <summary>Scores who of those that could be does an act, and where of the places it is, by the states that the judge's network of sentences gives their words (a scorer of pairs, as in biaffine and mention-pair models of roles and coreference).</summary>
internal sealed class CastNetwork(SentenceNetwork sentences, CastWeights weights)
{
    private readonly Dictionary<string, int> _types = sentences.Signs.Types.Select((type, i) => (type, i)).ToDictionary(p => p.type, p => p.i, StringComparer.Ordinal);

    /// <summary>What gives the words their numbers.</summary>
    public SentenceNetwork Sentences => sentences;

    public CastWeights Weights => weights;

    /// <summary>The score of each option, given all its words; nothing where the sentence was not read by the network.</summary>
    public float[] Scores(Scene scene, Candidate candidate, CastField field, IReadOnlyList<IReadOnlyList<OptionWord>> options)
    {
        var (sentence, word, width) = (candidate.Sentence, candidate.Word, weights.Width);
        if (!scene.Links.TryGetValue(sentence, out var links) || links.Length == 0) return [];
        var (at, wide) = ((int)field * width, CastWeights.Fields * width);
        Span<float> begun = stackalloc float[width], sum = stackalloc float[width];
        links.AsSpan(word * weights.Links + 2 * at, width).CopyTo(begun);
        if (_types.TryGetValue(candidate.Type.Name, out var type)) TensorPrimitives.Add(begun, weights.Types.AsSpan(type * wide + at, width), begun);
        var found = new float[options.Count];
        for (var o = 0; o < found.Length; o++)
        {
            var total = double.NegativeInfinity;
            foreach (var option in options[o])
            {
                TensorPrimitives.Add(begun, Option(scene, option, at), sum);
                TensorPrimitives.Add(sum, weights.Distances.AsSpan(option.DistanceFrom(sentence, word) * wide + at, width), sum);
                if (option.WayNumber is >= 0 and var way) TensorPrimitives.Add(sum, weights.Ways.AsSpan(way * wide + at, width), sum);
                TensorPrimitives.Max(sum, 0, sum);
                double score = TensorPrimitives.Dot(sum, weights.Out.AsSpan(at, width));
                total = double.IsNegativeInfinity(total) ? score : Math.Max(total, score) + Math.Log(1 + Math.Exp(-Math.Abs(total - score)));
            }
            found[o] = (float)total;
        }
        return found;
    }

    private ReadOnlySpan<float> Option(Scene scene, OptionWord option, int at) =>
        option.Word >= 0 && scene.Links.TryGetValue(option.Sentence, out var links) && links.Length > 0
            ? links.AsSpan(option.Word * weights.Links + 2 * at + weights.Width, weights.Width)
            : weights.Wordless.AsSpan(at, weights.Width);
}
