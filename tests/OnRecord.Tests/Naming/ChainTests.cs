using OnRecord.Lab.Naming;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Tests.Naming;

/// <summary>The loss of a chain of labels against counting all sequences out, its gradient against finite differences.</summary>
public sealed unsafe class ChainTests
{
    private const int Labels = NetworkShape.NameLabels;

    [Fact]
    public void The_loss_is_what_counting_all_sequences_gives()
    {
        var (scores, steps) = (Numbers(4, 3), Numbers(Labels, 5));
        ushort[] allowed = [2, NameSentence.Any, 1, 1 | 8];
        double all = 0, right = 0;
        for (var code = 0; code < Labels * Labels * Labels * Labels; code++)
        {
            int[] labels = [code % Labels, code / Labels % Labels, code / Labels / Labels % Labels, code / Labels / Labels / Labels];
            if (!Enumerable.Range(0, 4).All(i => Legal(i == 0 ? 0 : labels[i - 1], labels[i]))) continue;
            var weight = Math.Exp(Enumerable.Range(0, 4).Sum(i => (double)scores[i][labels[i]] + (i > 0 ? steps[labels[i - 1]][labels[i]] : 0)));
            all += weight;
            if (Enumerable.Range(0, 4).All(i => (allowed[i] >> labels[i] & 1) != 0)) right += weight;
        }
        Loss(scores, steps, allowed, null, null).ShouldBe(Math.Log(all / right), 1e-5);
    }

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        var (scores, steps) = (Numbers(5, 7), Numbers(Labels, 8));
        ushort[] allowed = [1, 32, 64, NameSentence.Any, NameSentence.Otherwise];
        float[][] gradient = Numbers(5, 1), stepGradient = Numbers(Labels, 1);
        Loss(scores, steps, allowed, gradient, stepGradient);
        foreach (var (values, slopes) in new[] { (scores, gradient), (steps, stepGradient) })
            for (var r = 0; r < values.Length; r++)
                for (var l = 0; l < Labels; l++)
                {
                    var kept = values[r][l];
                    values[r][l] = kept + 0.01f;
                    var above = Loss(scores, steps, allowed, null, null);
                    values[r][l] = kept - 0.01f;
                    var below = Loss(scores, steps, allowed, null, null);
                    values[r][l] = kept;
                    ((double)slopes[r][l]).ShouldBe((above - below) / 0.02, 1e-3, $"row {r}, label {l}");
                }
    }

    [Fact]
    public void With_a_teacher_the_gradient_of_the_scores_is_the_slope_of_the_loss()
    {
        var (scores, steps) = (Numbers(4, 7), Numbers(Labels, 8));
        ushort[] allowed = [1, 32, NameSentence.Any, NameSentence.Otherwise];
        float[] odds = [.. Numbers(4, 9).SelectMany(row => row.Select(x => (x + 1.1f) / row.Sum(y => y + 1.1f)))];
        var gradient = Numbers(4, 1);
        Loss(scores, steps, allowed, gradient, null, odds);
        for (var r = 0; r < scores.Length; r++)
            for (var l = 0; l < Labels; l++)
            {
                var kept = scores[r][l];
                scores[r][l] = kept + 0.01f;
                var above = Loss(scores, steps, allowed, null, null, odds);
                scores[r][l] = kept - 0.01f;
                var below = Loss(scores, steps, allowed, null, null, odds);
                scores[r][l] = kept;
                ((double)gradient[r][l]).ShouldBe((above - below) / 0.02, 1e-3, $"row {r}, label {l}");
            }
    }

    [Fact]
    public void Labels_that_cannot_be_cost_nothing_and_teach_nothing()
    {
        float[][] scores = Numbers(2, 3), gradient = Numbers(2, 4), stepGradient = Numbers(Labels, 4);
        // Inside a person right after a word that is no name.
        Loss(scores, Numbers(Labels, 5), [1, 4], gradient, stepGradient).ShouldBe(0);
        gradient.Concat(stepGradient).SelectMany(g => g).ShouldAllBe(g => g == 0);
    }

    private static bool Legal(int before, int label) => label == 0 || label % 2 == 1 || before == label || before == label - 1;

    private static float[][] Numbers(int rows, ulong seed)
    {
        var noise = new Noise(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, Labels).Select(_ => noise.Uniform() * 2 - 1).ToArray())];
    }

    private static double Loss(float[][] scores, float[][] steps, ushort[] allowed, float[][]? gradient, float[][]? stepGradient, float[]? odds = null)
    {
        using var memory = new Floats((scores.Length + 3 * Labels) * Gemm.Panel);
        var rows = new float*[scores.Length];
        float* stepsAt = memory.Data + scores.Length * Gemm.Panel, stepsGradientAt = stepsAt + Labels * Gemm.Panel;
        for (var i = 0; i < scores.Length; i++)
        {
            rows[i] = memory.Data + i * Gemm.Panel;
            scores[i].CopyTo(new Span<float>(rows[i], Labels));
        }
        for (var l = 0; l < Labels; l++) steps[l].CopyTo(new Span<float>(stepsAt + l * Gemm.Panel, Labels));
        var chain = new Chain();
        chain.Follow(stepsAt, Gemm.Panel);
        var loss = odds is null ? chain.Loss(rows, allowed, 1, stepsGradientAt, Gemm.Panel)
            : chain.Loss(rows, allowed, odds, 0.4f, 1, stepsGradientAt, stepsGradientAt + Labels * Gemm.Panel, Gemm.Panel);
        for (var i = 0; i < scores.Length && gradient is not null; i++) new Span<float>(rows[i], Labels).CopyTo(gradient[i]);
        for (var l = 0; l < Labels && stepGradient is not null; l++) new Span<float>(stepsGradientAt + l * Gemm.Panel, Labels).CopyTo(stepGradient[l]);
        return loss;
    }
}
