using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>One choice among options, with which of them are right and the document it comes from.</summary>
internal sealed record Choice(Features[] Options, bool[] Right, int Document);

/// <summary>How a ranker is trained.</summary>
internal sealed record RankOptions(int Buckets = 1 << 16, int Passes = 20, float Rate = 0.1f, float Dropout = 0.5f, int Seed = 1, int Runs = 4);

/// <summary>Trains a ranker by AdaGrad on the log loss of the right options (softmax) in an order fixed by the seed; features are dropped at random, the weights of the later passes averaged.</summary>
internal sealed class RankTrainer(RankOptions options)
{
    /// <summary>The mean of several runs that differ in their order and in what they drop: the scores are sums, so the mean of the weights is the mean of the scores.</summary>
    public RankModel Train(IReadOnlyList<Choice> choices)
    {
        var runs = Enumerable.Range(0, options.Runs).Select(r => Train(choices, options.Seed + r)).ToList();
        var mean = new float[options.Buckets];
        foreach (var run in runs)
            for (var i = 0; i < mean.Length; i++) mean[i] += run[i] / runs.Count;
        return new RankModel(mean);
    }

    private float[] Train(IReadOnlyList<Choice> choices, int seed)
    {
        var random = new Random(seed);
        var (weights, squares, average) = (new float[options.Buckets], new float[options.Buckets], new float[options.Buckets]);
        Prior(weights);
        var order = Enumerable.Range(0, choices.Count).ToArray();
        var averaged = 0;
        for (var pass = 0; pass < options.Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var at in order) Step(choices[at], weights, squares, random);
            if (pass < options.Passes / 2) continue;
            averaged++;
            for (var i = 0; i < average.Length; i++) average[i] += (weights[i] - average[i]) / averaged;
        }
        return average;
    }

    // Training starts from what the rules say.
    private static void Prior(float[] weights)
    {
        var features = new Features();
        features.Add("rule", "yes");
        weights[features.Hashes[0] % (uint)weights.Length] = 2;
    }

    private void Step(Choice choice, float[] weights, float[] squares, Random random)
    {
        var keep = 1 - options.Dropout;
        var kept = new List<uint>[choice.Options.Length];
        var scores = new float[kept.Length];
        for (var o = 0; o < kept.Length; o++)
        {
            kept[o] = [.. choice.Options[o].Hashes.Where(_ => random.NextDouble() < keep)];
            foreach (var hash in kept[o]) scores[o] += weights[hash % (uint)weights.Length] / keep;
        }
        var gradient = Gradient(scores, choice.Right);
        for (var o = 0; o < kept.Length; o++)
            foreach (var hash in kept[o])
            {
                var at = hash % (uint)weights.Length;
                squares[at] += gradient[o] * gradient[o];
                if (gradient[o] != 0) weights[at] -= options.Rate * gradient[o] / (MathF.Sqrt(squares[at]) + 1e-6f);
            }
    }

    // The loss is minus the log of what all right options have together.
    private static float[] Gradient(float[] scores, bool[] right)
    {
        var top = scores.Max();
        var shares = scores.Select(s => MathF.Exp(s - top)).ToArray();
        var (all, good) = (shares.Sum(), shares.Where((_, i) => right[i]).Sum());
        if (good <= 0) return new float[scores.Length];
        return [.. shares.Select((s, i) => s / all - (right[i] ? s / good : 0))];
    }
}
