using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Tests.Parses;

public sealed class SpanningTreeTests
{
    [Fact]
    public void Of_all_trees_with_one_root_it_finds_the_best()
    {
        var noise = new Noise(11);
        var solver = new SpanningTree();
        for (var round = 0; round < 600; round++)
        {
            var n = 1 + round % 5;
            const int Stride = 8;
            var scores = new float[n * Stride];
            foreach (ref var s in scores.AsSpan()) s = 10 * noise.Uniform();
            var heads = new int[n];
            solver.Solve(scores, Stride, n, heads);
            IsTree(heads).ShouldBeTrue();
            Total(scores, Stride, heads).ShouldBe(Best(scores, Stride, n), 1e-4);
        }
    }

    [Fact]
    public void Large_random_scores_with_many_cycles_give_trees()
    {
        var noise = new Noise(12);
        var solver = new SpanningTree();
        foreach (var n in (int[])[256, 30, 100])
        {
            var stride = Gemm.Pad(n + 1);
            var scores = new float[n * stride];
            foreach (ref var s in scores.AsSpan()) s = noise.Uniform();
            // Pairs that want each other make the most cycles.
            for (var i = 0; i + 1 < n; i += 2) scores[i * stride + i + 2] = scores[(i + 1) * stride + i + 1] = 5;
            var heads = new int[n];
            solver.Solve(scores, stride, n, heads);
            IsTree(heads).ShouldBeTrue();
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1) return false;
        for (var i = 0; i < heads.Length; i++)
        {
            int at = i, steps = 0;
            while (at >= 0 && steps++ <= heads.Length) at = heads[at];
            if (at >= 0) return false;
        }
        return true;
    }

    private static double Total(float[] scores, int stride, int[] heads) => heads.Select((h, i) => (double)scores[i * stride + h + 1]).Sum();

    private static double Best(float[] scores, int stride, int n)
    {
        var best = double.NegativeInfinity;
        var heads = new int[n];
        var all = (int)Math.Pow(n + 1, n);
        for (var code = 0; code < all; code++)
        {
            var rest = code;
            for (var i = 0; i < n; i++, rest /= n + 1) heads[i] = rest % (n + 1) - 1;
            if (heads.Where((h, i) => h == i).Any() || !IsTree(heads)) continue;
            best = Math.Max(best, Total(scores, stride, heads));
        }
        return best;
    }
}
