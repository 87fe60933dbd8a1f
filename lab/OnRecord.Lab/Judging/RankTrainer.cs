using System.Numerics.Tensors;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>One choice among options, with which of them are right and the document it comes from.</summary>
internal sealed record Choice(Features Part, Features[] Options, bool[] Right, DocumentNumber Document);

/// <summary>How a ranker is trained.</summary>
internal sealed record RankOptions(int Buckets = 1 << 16, int Units = 12, int Passes = 24, float Rate = 0.05f, float HiddenRate = 0.003f, float Dropout = 0.3f, int Seed = 1, int Runs = 3, int Least = 1);

/// <summary>Trains a ranker by AdaGrad on the log loss of the right options (softmax) in an order fixed by the seed; features are dropped at random, the weights of the later passes averaged.</summary>
internal sealed class RankTrainer(WordVectors vectors, RankOptions options)
{
    private const int Vectors = RankModel.Places * Judge.VectorWidth;

    /// <summary>Several runs that differ in their start, their order and in what they drop, as one model whose scores are the mean of theirs.</summary>
    public RankModel Train(IReadOnlyList<Choice> choices)
    {
        var inputs = Vectors + choices[0].Part.State.Length;
        var frequent = new Frequent(choices.SelectMany(c => c.Options), options.Least);
        var hashes = choices.Select(c => c.Options.Select(frequent.Of).ToArray()).ToArray();
        var runs = Enumerable.Range(0, options.Runs).Select(r => new Run(vectors, options, inputs, options.Seed + r).Train(choices, hashes)).ToList();
        var direct = new float[options.Buckets];
        foreach (var run in runs)
            for (var i = 0; i < direct.Length; i++) direct[i] += run.Direct[i] / runs.Count;
        return new RankModel
        {
            Direct = direct,
            Inputs = inputs,
            Units = options.Units * runs.Count,
            Hidden = [.. runs.SelectMany(r => r.Hidden)],
            HiddenBias = [.. runs.SelectMany(r => r.HiddenBias)],
            Out = [.. runs.SelectMany(r => r.Out.Select(o => o / runs.Count))],
        };
    }

    private sealed class Run
    {
        private readonly WordVectors _vectors;
        private readonly RankOptions _options;
        private readonly int _inputs;
        private readonly Random _random;
        private readonly RankModel _model, _squares, _average;
        private readonly float[] _mask, _gathered;

        public Run(WordVectors vectors, RankOptions options, int inputs, int seed)
        {
            (_vectors, _options, _inputs, _random) = (vectors, options, inputs, new Random(seed));
            (_model, _squares, _average) = (Empty(), Empty(), Empty());
            (_mask, _gathered) = (new float[inputs], new float[inputs]);
            for (var i = 0; i < _model.Hidden.Length; i++) _model.Hidden[i] = (float)(_random.NextDouble() - 0.5) * 0.1f;
            for (var i = 0; i < _model.Out.Length; i++) _model.Out[i] = (float)(_random.NextDouble() - 0.5) * 0.1f;
            var rule = new Features();
            rule.Add("rule", "yes");
            _model.Direct[rule.Hashes[0] % (uint)options.Buckets] = 2;   // training starts from what the rules say
        }

        private RankModel Empty() => new() { Direct = new float[_options.Buckets], Inputs = _inputs, Units = _options.Units, Hidden = new float[2 * _options.Units * _inputs], HiddenBias = new float[_options.Units], Out = new float[_options.Units] };

        public RankModel Train(IReadOnlyList<Choice> choices, uint[][][] hashes)
        {
            Passes.Run(_options.Passes, choices.Count, _random, at => Step(choices[at], hashes[at]), Weights(_model), Weights(_average));
            return _average;
        }

        private static float[][] Weights(RankModel model) => [model.Direct, model.Hidden, model.HiddenBias, model.Out];

        private void Step(Choice choice, uint[][] hashes)
        {
            var (keep, units, count) = (1 - _options.Dropout, _options.Units, choice.Options.Length);
            Mask();
            var shared = Input(choice.Part);
            var own = new float[count][];
            var hidden = new float[count * units];
            var scores = new float[count];
            var kept = new List<uint>[count];
            var begun = new float[units];
            for (var u = 0; u < units; u++) begun[u] = _model.HiddenBias[u] + TensorPrimitives.Dot(shared, _model.Hidden.AsSpan(2 * u * _inputs, _inputs));
            for (var o = 0; o < count; o++)
            {
                kept[o] = [.. hashes[o].Where(_ => _random.NextDouble() < keep)];
                foreach (var hash in kept[o]) scores[o] += _model.Direct[hash % (uint)_options.Buckets] / keep;
                own[o] = Input(choice.Options[o]);
                for (var u = 0; u < units; u++)
                {
                    var value = begun[u] + TensorPrimitives.Dot(own[o], _model.Hidden.AsSpan((2 * u + 1) * _inputs, _inputs));
                    hidden[o * units + u] = Math.Max(0, value);
                    scores[o] += _model.Out[u] * hidden[o * units + u];
                }
            }
            var gradient = Gradient(scores, choice.Right);
            for (var o = 0; o < count; o++)
                foreach (var hash in kept[o]) AdaGrad.Move(_model.Direct, _squares.Direct, (int)(hash % (uint)_options.Buckets), gradient[o], _options.Rate);
            for (var u = 0; u < units; u++) Back(u, gradient, hidden, own, shared);
        }

        private void Back(int unit, float[] gradient, float[] hidden, float[][] own, float[] shared)
        {
            var (units, weight, sum, outer) = (_options.Units, _model.Out[unit], 0f, 0f);
            Array.Clear(_gathered);
            for (var o = 0; o < own.Length; o++)
            {
                var value = hidden[o * units + unit];
                if (value <= 0 || Math.Abs(gradient[o]) < 1e-4f) continue;
                outer += gradient[o] * value;
                sum += gradient[o] * weight;
                TensorPrimitives.MultiplyAdd(own[o], gradient[o] * weight, _gathered, _gathered);
            }
            if (outer == 0) return;
            AdaGrad.Move(_model.Out, _squares.Out, unit, outer, _options.HiddenRate);
            AdaGrad.Move(_model.HiddenBias, _squares.HiddenBias, unit, sum, _options.HiddenRate);
            var (first, second) = (2 * unit * _inputs, (2 * unit + 1) * _inputs);
            AdaGrad.Move(_model.Hidden.AsSpan(first, _inputs), _squares.Hidden.AsSpan(first, _inputs), shared, sum, _options.HiddenRate);
            AdaGrad.Move(_model.Hidden.AsSpan(second, _inputs), _squares.Hidden.AsSpan(second, _inputs), _gathered, 1, _options.HiddenRate);
        }

        // The same inputs are dropped for all options of a choice: whole words, single numbers of the states.
        private void Mask()
        {
            for (var i = 0; i < _inputs; i++)
                _mask[i] = i < Vectors && i % Judge.VectorWidth > 0 ? _mask[i - 1] : _random.NextDouble() < _options.Dropout / 2 ? 0 : 1;
        }

        private float[] Input(Features features)
        {
            var input = new float[_inputs];
            Judge.Vectors(features, _vectors, input, RankModel.Places);
            TensorPrimitives.Multiply(input, _mask, input);
            return input;
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
}
