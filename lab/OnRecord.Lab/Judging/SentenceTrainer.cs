using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Lab.Naming;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>Trains the judge's network by Adam on the cross entropy of types and modes at the words proposed and of the options linked to statements; the same articles, options and seed give the same weights.</summary>
internal sealed unsafe class SentenceTrainer
{
    private const int Workers = 2;

    private readonly SentenceOptions _options;
    private readonly ImmutableArray<string> _types, _modes;
    private readonly Signs _signs;
    private readonly WordVectors _vectors;
    private readonly ArticleItem[] _items;
    private readonly Averages _averages;

    public SentenceTrainer(IEnumerable<ArticleItem> items, ImmutableArray<string> types, ImmutableArray<string> modes, Signs signs, WordVectors vectors, SentenceOptions options)
    {
        (_items, _types, _modes, _signs, _vectors, _options) = ([.. items], types, modes, signs, vectors, options);
        Parameters = Parameters.Of(Weights(_items.First(i => i.Sentences.Length > 0).Sentences[0].States.Width + Judge.VectorWidth, signs, types.Length + modes.Length, options), options.Cells, options.Seed, Workers);
        _averages = new Averages(Parameters);
    }

    /// <summary>What is learned.</summary>
    public Parameters Parameters { get; }

    public static IEnumerable<(string Name, int Rows, int Columns)> Weights(int inputs, Signs signs, int outputs, SentenceOptions options) =>
    [
        ("layer0.input", inputs, 8 * options.Cells), ("layer0.bias", 1, 8 * options.Cells), ("signs", signs.Count, 8 * options.Cells), ("layer0.forward", options.Cells, 4 * options.Cells), ("layer0.backward", options.Cells, 4 * options.Cells),
        ("output", 2 * options.Cells, outputs), ("output.bias", 1, outputs), .. LinkWorker.Weights(options.Cells, signs.Types.Length, options.LinkWidth),
    ];

    /// <summary>Trains; the weights are then the averages of those of the last steps.</summary>
    public SentenceTrainer Run(Action<string> say)
    {
        var adam = new Adam(Parameters, Workers);
        var workers = Enumerable.Range(0, Workers).Select(w => new SentenceWorker(Parameters, _options, _types, _modes, _vectors, w)).ToArray();
        foreach (var p in Parameters.Dense) p.Pack();
        var total = (_items.Sum(i => (long)i.Count) / _options.BatchWords + 1) * _options.Passes;
        long step = 0;
        for (var pass = 0; pass < _options.Passes; pass++)
        {
            var noise = new Noise(_options.Seed * 1000003 + (ulong)pass);
            var (loss, words, linkLoss, linked) = (0.0, 0, 0.0, 0);
            foreach (var batch in Batches(noise))
            {
                var count = batch.Sum(a => a.Sentences.Sum(i => i.Triggers.Count(t => t is not null)));
                var links = batch.Sum(a => a.Links.Length);
                var seed = noise.Next();
                step++;
                Parallel.For(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers },
                    w => workers[w].Run([.. batch.Where((_, i) => i % Workers == w)], 1f / Math.Max(1, count), _options.Links / Math.Max(1, links), seed + (ulong)w * 7919));
                foreach (var worker in workers) (loss, words, linkLoss) = (loss + worker.Done.Loss, words + worker.Done.Words, linkLoss + worker.Done.Links);
                linked += links;
                adam.Step(Rate(step, total), step);
                _averages.Add();
            }
            say(string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1}/{_options.Passes}  loss {loss / words:F4}, of links {linkLoss / Math.Max(1, linked):F4}"));
        }
        _averages.Swap();
        foreach (var p in Parameters.Dense) p.Pack();
        return this;
    }

    /// <summary>The network as the judge reads with it: the scores of types times <paramref name="types"/>, those of modes times <paramref name="modes"/>; and the links.</summary>
    public CastNetwork Network(float types, float modes) =>
        new(new SentenceNetwork(_signs, Weights(types, modes)), new CastWeights(_options.LinkWidth) { Wordless = Values("links.wordless"), Ways = Values("links.ways"), Distances = Values("links.distances"), Types = Values("links.types"), Out = Values("links.out") });

    private SentenceWeights Weights(float types, float modes)
    {
        var outputs = _types.Length + _modes.Length;
        float[] Shared(string name) => [.. Values(name).Select((value, at) => value * (at % outputs < _types.Length ? types : modes))];
        return new SentenceWeights(Parameters["layer0.input"].Rows, _signs.Count, _options.Cells, outputs, Parameters["links"].Columns)
        {
            Input = Values("layer0.input"),
            Sign = Values("signs"),
            Bias = Values("layer0.bias"),
            Forward = Values("layer0.forward"),
            Backward = Values("layer0.backward"),
            Output = Shared("output"),
            OutputBias = Shared("output.bias"),
            Link = Values("links"),
            LinkBias = Values("links.bias"),
        };
    }

    private float[] Values(string name)
    {
        var (p, found) = (Parameters[name], new List<float>());
        for (var r = 0; r < p.Rows; r++) found.AddRange(new ReadOnlySpan<float>(p.Value.Data + (long)r * p.Stride, p.Columns));
        return [.. found];
    }

    private float Rate(long step, long total)
    {
        var warm = Math.Max(1, total / 20);
        return step < warm ? _options.Rate * step / warm : _options.Rate * (float)(0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, (step - warm) / (double)Math.Max(1, total - warm)))) * 0.99 + 0.01);
    }

    private IEnumerable<ArticleItem[]> Batches(Noise noise)
    {
        var order = Enumerable.Range(0, _items.Length).ToArray();
        noise.Shuffle(order.AsSpan());
        var (batch, words) = (new List<ArticleItem>(), 0);
        foreach (var at in order)
        {
            if (batch.Count > 0 && words + _items[at].Count > _options.BatchWords)
            {
                yield return [.. batch];
                batch.Clear();
                words = 0;
            }
            batch.Add(_items[at]);
            words += _items[at].Count;
        }
        if (batch.Count > 0) yield return [.. batch];
    }
}
