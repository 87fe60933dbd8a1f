using System.Numerics.Tensors;
using OnRecord.Lab.Training;
using OnRecord.Statements.Casting;

namespace OnRecord.Lab.Judging;

/// <summary>One thread's share of the links between words: their scores as <see cref="CastNetwork"/> gives them, the loss of the right options, and the way back to the words' numbers.</summary>
internal sealed unsafe class LinkWorker(Parameters parameters, SentenceOptions options, int index)
{
    private const int Fields = CastWeights.Fields;
    private readonly int _width = options.LinkWidth;
    private readonly float[] _mask = new float[options.LinkWidth], _change = new float[options.LinkWidth];
    private float[] _sums = [];

    /// <summary>The weights, as fields side by side.</summary>
    public static IEnumerable<(string Name, int Rows, int Columns)> Weights(int cells, int types, int width) =>
    [
        ("links", 2 * cells, 2 * Fields * width), ("links.bias", 1, 2 * Fields * width), ("links.wordless", 1, Fields * width), ("links.ways", OptionWord.Ways.Length, Fields * width),
        ("links.distances", OptionWord.Distances, Fields * width), ("links.types", types, Fields * width), ("links.out", 1, Fields * width),
    ];

    /// <summary>Adds the gradients of a link's loss, times <paramref name="scale"/>; <paramref name="row"/> gives the numbers of a word and <paramref name="gradient"/> their gradients. Gives the loss.</summary>
    public double Run(LinkItem link, float scale, Func<int, int, nint> row, Func<int, int, nint> gradient, Noise noise)
    {
        var at = (int)link.Field * _width;
        for (var i = 0; i < _width; i++) _mask[i] = noise.Uniform() < options.LinkDropout ? 0 : 1 / (1 - options.LinkDropout);
        var count = link.Options.Sum(o => o.Length);
        if (_sums.Length < count * _width) _sums = new float[count * _width * 2];
        var (scores, each) = (new double[link.Options.Length], new double[count]);
        var begun = Span(row(link.Sentence, link.Word), 2 * at);
        var n = 0;
        for (var o = 0; o < scores.Length; o++)
        {
            scores[o] = double.NegativeInfinity;
            foreach (var word in link.Options[o])
            {
                var sum = _sums.AsSpan(n * _width, _width);
                TensorPrimitives.Add(begun, word.Word < 0 ? Value("links.wordless", 0, at) : Span(row(word.Sentence, word.Word), 2 * at + _width), sum);
                foreach (var (name, line) in Lines(link, word)) TensorPrimitives.Add(sum, Value(name, line, at), sum);
                TensorPrimitives.Max(sum, 0, sum);
                TensorPrimitives.Multiply(sum, _mask, sum);
                each[n] = TensorPrimitives.Dot(sum, Value("links.out", 0, at));
                scores[o] = Join(scores[o], each[n++]);
            }
        }
        var all = scores.Aggregate(double.NegativeInfinity, Join);
        var right = scores.Where((_, o) => link.Right[o]).Aggregate(double.NegativeInfinity, Join);
        n = 0;
        for (var o = 0; o < scores.Length; o++)
            foreach (var word in link.Options[o])
            {
                var share = Math.Exp(each[n] - all) - (link.Right[o] ? Math.Exp(each[n] - right) : 0);
                Back(link, word, at, (float)share * scale, _sums.AsSpan(n++ * _width, _width), row, gradient);
            }
        return all - right;
    }

    private void Back(LinkItem link, OptionWord word, int at, float change, ReadOnlySpan<float> sum, Func<int, int, nint> row, Func<int, int, nint> gradient)
    {
        TensorPrimitives.MultiplyAdd(sum, change, Gradient("links.out", 0, at), Gradient("links.out", 0, at));
        var weighed = Value("links.out", 0, at);
        for (var i = 0; i < _width; i++) _change[i] = sum[i] > 0 ? change * weighed[i] * _mask[i] : 0;
        Add(Span(gradient(link.Sentence, link.Word), 2 * at));
        Add(word.Word < 0 ? Gradient("links.wordless", 0, at) : Span(gradient(word.Sentence, word.Word), 2 * at + _width));
        foreach (var (name, line) in Lines(link, word)) Add(Gradient(name, line, at));
    }

    private static IEnumerable<(string Name, int Line)> Lines(LinkItem link, OptionWord word)
    {
        yield return ("links.distances", word.DistanceFrom(link.Sentence, link.Word));
        if (word.WayNumber is >= 0 and var way) yield return ("links.ways", way);
        if (link.Type >= 0) yield return ("links.types", link.Type);
    }

    private void Add(Span<float> target) => TensorPrimitives.Add(target, _change, target);

    private Span<float> Span(nint numbers, int from) => new((float*)numbers + from, _width);

    private Span<float> Value(string name, int line, int at) => new(parameters[name].Value.Data + (long)line * parameters[name].Stride + at, _width);

    private Span<float> Gradient(string name, int line, int at) => new(parameters[name].Gradients[index].Data + (long)line * parameters[name].Stride + at, _width);

    private static double Join(double a, double b) => double.IsNegativeInfinity(a) ? b : double.IsNegativeInfinity(b) ? a : Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
}
