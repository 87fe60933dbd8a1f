namespace OnRecord.Lab.Judging;

/// <summary>The passes of a training over its examples, each in an order of its own.</summary>
internal static class Passes
{
    /// <summary>Takes a <paramref name="step"/> for each example in each pass; the mean of the weights after each of the later half of the passes goes to <paramref name="average"/>, array by array.</summary>
    public static void Run(int passes, int examples, Random random, Action<int> step, IReadOnlyList<float[]> weights, IReadOnlyList<float[]> average)
    {
        var order = Enumerable.Range(0, examples).ToArray();
        var averaged = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var at in order) step(at);
            if (pass < passes / 2) continue;
            averaged++;
            for (var i = 0; i < weights.Count; i++) AdaGrad.Mix(average[i], weights[i], averaged);
        }
    }
}
