using System.Collections.Immutable;
using System.Numerics.Tensors;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>How a judge is trained.</summary>
internal sealed record JudgeOptions(int Buckets = 1 << 15, int Units = 48, int Passes = 14, float Rate = 0.05f, float HiddenRate = 0.01f, float Dropout = 0.25f, int Seed = 1, bool States = false, int Runs = 2, int Least = 1);

/// <summary>Trains a judge by AdaGrad on the cross entropy, one example at a time in an order fixed by the seed; features and inputs are dropped at random against overfitting.</summary>
internal sealed class JudgeTrainer(WordVectors vectors, JudgeOptions options)
{
    private const int Vectors = Features.VectorPlaces * Judge.VectorWidth;

    private int Inputs { get; set; }

    /// <summary>Several runs that differ in their start, their order and in what they drop, as one model whose logits are the mean of theirs.</summary>
    public JudgeModel Train(IReadOnlyList<Example> examples)
    {
        var frequent = new Frequent(examples.Select(e => e.Features), options.Least);
        var hashes = examples.Select(e => frequent.Of(e.Features)).ToArray();
        var runs = Enumerable.Range(0, options.Runs).Select(r => Train(examples, hashes, options.Seed + r)).ToList();
        var (first, count) = (runs[0], runs[0].Labels.Length);
        var direct = new float[first.Direct.Length];
        foreach (var run in runs) TensorPrimitives.MultiplyAdd(run.Direct, 1f / runs.Count, direct, direct);
        return new JudgeModel
        {
            Labels = first.Labels,
            Buckets = first.Buckets,
            Inputs = first.Inputs,
            Units = first.Units * runs.Count,
            Direct = direct,
            Hidden = [.. runs.SelectMany(r => r.Hidden)],
            HiddenBias = [.. runs.SelectMany(r => r.HiddenBias)],
            Out = [.. Enumerable.Range(0, count).SelectMany(l => runs.SelectMany(r => r.Out.Skip(l * r.Units).Take(r.Units).Select(o => o / runs.Count)))],
        };
    }

    private JudgeModel Train(IReadOnlyList<Example> examples, uint[][] hashes, int seed)
    {
        Inputs = Vectors + (options.States ? examples[0].Features.State.Length : 0);
        var labels = examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var random = new Random(seed);
        var model = new JudgeModel
        {
            Labels = labels,
            Buckets = options.Buckets,
            Inputs = Inputs,
            Units = options.Units,
            Direct = new float[options.Buckets * labels.Length],
            Hidden = [.. Enumerable.Range(0, options.Units * Inputs).Select(_ => (float)(random.NextDouble() - 0.5) * 0.1f)],
            HiddenBias = new float[options.Units],
            Out = [.. Enumerable.Range(0, options.Units * labels.Length).Select(_ => (float)(random.NextDouble() - 0.5) * 0.1f)],
        };
        Prior(model);
        var index = labels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var squares = new float[][] { new float[model.Direct.Length], new float[model.Hidden.Length], new float[model.HiddenBias.Length], new float[model.Out.Length] };
        var average = new JudgeModel
        {
            Labels = labels,
            Buckets = model.Buckets,
            Inputs = Inputs,
            Units = model.Units,
            Direct = new float[model.Direct.Length],
            Hidden = new float[model.Hidden.Length],
            HiddenBias = new float[model.HiddenBias.Length],
            Out = new float[model.Out.Length],
        };
        var averaged = 0;
        for (var pass = 0; pass < options.Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var at in order) Step(model, squares, examples[at], hashes[at], index[examples[at].Label], random);
            if (pass < options.Passes / 2) continue;
            averaged++;
            AdaGrad.Mix(average.Direct, model.Direct, averaged);
            AdaGrad.Mix(average.Hidden, model.Hidden, averaged);
            AdaGrad.Mix(average.HiddenBias, model.HiddenBias, averaged);
            AdaGrad.Mix(average.Out, model.Out, averaged);
        }
        return average;
    }

    // Training starts from what the codebook says, and moves away where the annotations show otherwise.
    private static void Prior(JudgeModel model)
    {
        for (var l = 0; l < model.Labels.Length; l++)
        {
            Set(model, l, 4f, f => f.Add("codebook", model.Labels[l]));
            Set(model, l, 1.5f, f => f.Add("codebook-other", model.Labels[l]));
            Set(model, l, 2f, f => f.Add("rule", model.Labels[l]));
        }
        if (model.Labels.IndexOf(Judge.None) is >= 0 and var none)
        {
            Set(model, none, 3f, f => f.Add("bias"));
            Set(model, none, 1.5f, f => f.Add("codebook", "none"));
            foreach (var pos in new[] { "NOUN", "VERB", "PROPN", "ADJ" }) Set(model, none, 1f, f => f.Add("rule-drops", pos));
        }
    }

    private static void Set(JudgeModel model, int label, float weight, Action<Features> add)
    {
        var features = new Features();
        add(features);
        model.Direct[(int)(features.Hashes[0] % (uint)model.Buckets) * model.Labels.Length + label] = weight;
    }

    private void Step(JudgeModel model, float[][] squares, Example example, uint[] all, int right, Random random)
    {
        var count = model.Labels.Length;
        var input = new float[Inputs];
        Judge.Vectors(example.Features, vectors, input);
        for (var place = 0; place < Features.VectorPlaces; place++)
            if (random.NextDouble() < options.Dropout / 2) input.AsSpan(place * Judge.VectorWidth, Judge.VectorWidth).Clear();
        for (var i = Vectors; i < Inputs; i++)
            if (random.NextDouble() < options.Dropout / 2) input[i] = 0;
        var keep = 1 - options.Dropout;
        var hashes = all.Where(_ => random.NextDouble() < keep).ToList();

        var logits = new float[count];
        var units = new float[model.Units];
        foreach (var hash in hashes) TensorPrimitives.Add(logits, Row(model.Direct, hash, model, count), logits);
        TensorPrimitives.Multiply(logits, 1 / keep, logits);
        for (var u = 0; u < model.Units; u++) units[u] = Math.Max(0, model.HiddenBias[u] + TensorPrimitives.Dot<float>(input, model.Hidden.AsSpan(u * Inputs, Inputs)));
        for (var l = 0; l < count; l++) logits[l] += TensorPrimitives.Dot<float>(units, model.Out.AsSpan(l * model.Units, model.Units));

        TensorPrimitives.SoftMax(logits, logits);
        logits[right] -= 1;   // now the gradient of the loss by each logit
        foreach (var hash in hashes)
        {
            var start = (int)(hash % (uint)model.Buckets) * count;
            for (var l = 0; l < count; l++) AdaGrad.Move(model.Direct, squares[0], start + l, logits[l], options.Rate);
        }
        var gradient = new float[model.Units];
        for (var l = 0; l < count; l++)
            for (var u = 0; u < model.Units; u++)
            {
                gradient[u] += logits[l] * model.Out[l * model.Units + u];
                AdaGrad.Move(model.Out, squares[3], l * model.Units + u, logits[l] * units[u], options.HiddenRate);
            }
        for (var u = 0; u < model.Units; u++)
        {
            if (units[u] <= 0) continue;
            AdaGrad.Move(model.HiddenBias, squares[2], u, gradient[u], options.HiddenRate);
            AdaGrad.Move(model.Hidden.AsSpan(u * Inputs, Inputs), squares[1].AsSpan(u * Inputs, Inputs), input, gradient[u], options.HiddenRate);
        }
    }

    private static ReadOnlySpan<float> Row(float[] direct, uint hash, JudgeModel model, int count) => direct.AsSpan((int)(hash % (uint)model.Buckets) * count, count);
}
