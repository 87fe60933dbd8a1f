using System.Collections.Immutable;
using System.Numerics.Tensors;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>How the shipped judge is trained.</summary>
internal static class JudgeRecipe
{
    /// <summary>How often who acts in a gold document is learned for each time that it is of a further annotation. Places are learned once: what is gained in short items is lost in long reports.</summary>
    public const int GoldWeight = 3;

    public static JudgeTrainer Triggers(WordVectors vectors, int runs) => new(vectors, new JudgeOptions(Buckets: 1 << 18, Rate: 0.03f, Passes: 20, Dropout: 0.5f, States: true, Runs: runs, Least: 3));

    public static JudgeTrainer Modes(WordVectors vectors, int runs) => new(vectors, new JudgeOptions(Buckets: 1 << 16, Units: 16, Passes: 20, States: true, Runs: runs));

    /// <summary>What the network of sentences counts of the judgement of a word; the rest is what its features count.</summary>
    public const float Share = 0.5f;

    /// <summary>The same of a mode.</summary>
    public const float ModeShare = 0.4f;

    /// <summary>The judge's network, for the types and modes that judges of words trained on the same documents know.</summary>
    public static CastNetwork Network(JudgeExamples examples, Func<DocumentNumber, bool> chosen, WordVectors vectors, Action<string> say)
    {
        ImmutableArray<string> Labels(IEnumerable<Example> all) => [.. all.Where(e => chosen(e.Document)).Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)];
        var (types, modes) = (Labels(examples.Triggers), Labels(examples.Modes));
        return new SentenceTrainer(examples.Articles.Where(a => chosen(a.Document)), types, modes, examples.Signs, vectors, new SentenceOptions()).Run(say).Network(Share, ModeShare);
    }

    /// <summary>A judge of words that leaves the network its share.</summary>
    public static JudgeModel BesideNetwork(JudgeModel judge, float share)
    {
        foreach (var weights in (float[][])[judge.Direct, judge.Out]) TensorPrimitives.Multiply(weights, 1 - share, weights);
        return judge;
    }

    public static RankTrainer Ranks(WordVectors vectors, int runs) => new(vectors, new RankOptions(Buckets: 1 << 20, Least: 2, Runs: runs));
}
