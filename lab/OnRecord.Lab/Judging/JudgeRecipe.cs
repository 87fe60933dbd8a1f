using System.Numerics.Tensors;
using OnRecord.Statements;
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

    /// <summary>The judge's network, for the types that a judge of words trained on the same documents knows.</summary>
    public static CastNetwork Network(JudgeExamples examples, Func<DocumentNumber, bool> chosen, WordVectors vectors, Action<string> say)
    {
        var types = examples.Triggers.Where(e => chosen(e.Document)).Select(e => e.Label).Distinct().Order(StringComparer.Ordinal);
        return new SentenceTrainer(examples.Articles.Where(a => chosen(a.Document)), [.. types], [.. Enum.GetNames<Mode>()], examples.Signs, vectors, new SentenceOptions()).Run(say).Network(Share);
    }

    /// <summary>A judge of words that leaves the network its share.</summary>
    public static JudgeModel BesideNetwork(JudgeModel triggers)
    {
        foreach (var weights in (float[][])[triggers.Direct, triggers.Out]) TensorPrimitives.Multiply(weights, 1 - Share, weights);
        return triggers;
    }

    public static RankTrainer Ranks(WordVectors vectors, int runs) => new(vectors, new RankOptions(Buckets: 1 << 20, Least: 2, Runs: runs));
}
