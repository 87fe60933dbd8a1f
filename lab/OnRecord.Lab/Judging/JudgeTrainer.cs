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

    /// <summary>Several runs that differ in their start, their order and in what they drop, as one model whose logits are the mean of theirs.</summary>
    public JudgeModel Train(IReadOnlyList<Example> examples)
    {
        var frequent = new Frequent(examples.Select(e => e.Features), options.Least);
        var hashes = examples.Select(e => frequent.Of(e.Features)).ToArray();
        var labels = examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var inputs = Vectors + (options.States ? examples[0].Features.State.Length : 0);
        var runs = Enumerable.Range(0, options.Runs).Select(r => new Run(vectors, options, inputs, labels, options.Seed + r).Train(examples, hashes)).ToList();
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

    private sealed class Run
    {
        private readonly WordVectors _vectors;
        private readonly JudgeOptions _options;
        private readonly int _inputs;
        private readonly ImmutableArray<string> _labels;
        private readonly Random _random;
        private readonly JudgeModel _model, _squares, _average;

        public Run(WordVectors vectors, JudgeOptions options, int inputs, ImmutableArray<string> labels, int seed)
        {
            (_vectors, _options, _inputs, _labels, _random) = (vectors, options, inputs, labels, new Random(seed));
            (_model, _squares, _average) = (Empty(), Empty(), Empty());
            for (var i = 0; i < _model.Hidden.Length; i++) _model.Hidden[i] = (float)(_random.NextDouble() - 0.5) * 0.1f;
            for (var i = 0; i < _model.Out.Length; i++) _model.Out[i] = (float)(_random.NextDouble() - 0.5) * 0.1f;
            Prior();
        }

        private JudgeModel Empty() => new()
        {
            Labels = _labels,
            Buckets = _options.Buckets,
            Inputs = _inputs,
            Units = _options.Units,
            Direct = new float[_options.Buckets * _labels.Length],
            Hidden = new float[_options.Units * _inputs],
            HiddenBias = new float[_options.Units],
            Out = new float[_options.Units * _labels.Length],
        };

        public JudgeModel Train(IReadOnlyList<Example> examples, uint[][] hashes)
        {
            var index = _labels.Select((label, i) => (label, i)).ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
            Passes.Run(_options.Passes, examples.Count, _random, at => Step(examples[at].Features, hashes[at], index[examples[at].Label]), Weights(_model), Weights(_average));
            return _average;
        }

        private static float[][] Weights(JudgeModel model) => [model.Direct, model.Hidden, model.HiddenBias, model.Out];

        // Training starts from what the codebook says, and moves away where the annotations show otherwise.
        private void Prior()
        {
            for (var l = 0; l < _labels.Length; l++)
            {
                Set(l, 4f, f => f.Add("codebook", _labels[l]));
                Set(l, 1.5f, f => f.Add("codebook-other", _labels[l]));
                Set(l, 2f, f => f.Add("rule", _labels[l]));
            }
            if (_labels.IndexOf(Judge.None) is >= 0 and var none)
            {
                Set(none, 3f, f => f.Add("bias"));
                Set(none, 1.5f, f => f.Add("codebook", "none"));
                foreach (var pos in new[] { "NOUN", "VERB", "PROPN", "ADJ" }) Set(none, 1f, f => f.Add("rule-drops", pos));
            }
        }

        private void Set(int label, float weight, Action<Features> add)
        {
            var features = new Features();
            add(features);
            _model.Direct[Row(features.Hashes[0]) + label] = weight;
        }

        private void Step(Features features, uint[] all, int right)
        {
            var (count, keep) = (_labels.Length, 1 - _options.Dropout);
            var input = Input(features);
            var hashes = all.Where(_ => _random.NextDouble() < keep).ToList();

            var logits = new float[count];
            var units = new float[_options.Units];
            foreach (var hash in hashes) TensorPrimitives.Add(logits, _model.Direct.AsSpan(Row(hash), count), logits);
            TensorPrimitives.Multiply(logits, 1 / keep, logits);
            for (var u = 0; u < units.Length; u++) units[u] = Math.Max(0, _model.HiddenBias[u] + TensorPrimitives.Dot<float>(input, _model.Hidden.AsSpan(u * _inputs, _inputs)));
            for (var l = 0; l < count; l++) logits[l] += TensorPrimitives.Dot<float>(units, _model.Out.AsSpan(l * units.Length, units.Length));

            TensorPrimitives.SoftMax(logits, logits);
            logits[right] -= 1;   // now the gradient of the loss by each logit
            foreach (var hash in hashes)
                for (var l = 0; l < count; l++) AdaGrad.Move(_model.Direct, _squares.Direct, Row(hash) + l, logits[l], _options.Rate);
            Back(input, units, logits);
        }

        private void Back(float[] input, float[] units, float[] logits)
        {
            var gradient = new float[units.Length];
            for (var l = 0; l < logits.Length; l++)
                for (var u = 0; u < units.Length; u++)
                {
                    gradient[u] += logits[l] * _model.Out[l * units.Length + u];
                    AdaGrad.Move(_model.Out, _squares.Out, l * units.Length + u, logits[l] * units[u], _options.HiddenRate);
                }
            for (var u = 0; u < units.Length; u++)
            {
                if (units[u] <= 0) continue;
                AdaGrad.Move(_model.HiddenBias, _squares.HiddenBias, u, gradient[u], _options.HiddenRate);
                AdaGrad.Move(_model.Hidden.AsSpan(u * _inputs, _inputs), _squares.Hidden.AsSpan(u * _inputs, _inputs), input, gradient[u], _options.HiddenRate);
            }
        }

        // Dropped are whole words, and single numbers of the states.
        private float[] Input(Features features)
        {
            var input = new float[_inputs];
            Judge.Vectors(features, _vectors, input);
            for (var place = 0; place < Features.VectorPlaces; place++)
                if (_random.NextDouble() < _options.Dropout / 2) input.AsSpan(place * Judge.VectorWidth, Judge.VectorWidth).Clear();
            for (var i = Vectors; i < _inputs; i++)
                if (_random.NextDouble() < _options.Dropout / 2) input[i] = 0;
            return input;
        }

        // Where the weights of a feature begin.
        private int Row(uint hash) => (int)(hash % (uint)_options.Buckets) * _labels.Length;
    }
}
