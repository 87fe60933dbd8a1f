using System.Diagnostics;
using System.Globalization;
using OnRecord.Lab.Encoders;
using OnRecord.Lab.Scores;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Training;

/// <summary>Trains the language core on two threads; the same data, options and seed give the same weights.</summary>
internal sealed class Trainer
{
    private const int Workers = 2;

    private readonly TrainingOptions _options;
    private readonly Corpus _corpus;
    private readonly Action<string> _say;
    private readonly Vectors _vectors;
    private readonly ulong[] _known;
    private readonly SortedDictionary<string, string> _lemmas;
    private readonly Parameters _parameters;
    private readonly ItemMaker _maker;
    private readonly Item[] _items;
    private readonly Restyle _restyle;

    public Trainer(Corpus corpus, Vectors vectors, TrainingOptions options, Action<string> say)
    {
        (_corpus, _vectors, _options, _say) = (corpus, vectors, options, say);
        var counts = Labels.Counts(corpus.Train);
        _known = Labels.Known(counts);
        var shape = Labels.Shape(corpus.Train, options, _known.Length);
        _lemmas = Labels.Lemmas(corpus.Train);
        _parameters = new Parameters(shape, options.Seed, Workers, Encoder.Weights(shape, options));
        _maker = new ItemMaker(shape, new PinnedHashes(vectors.Hashes), new PinnedHashes(_known), counts);
        _items = [.. corpus.Train.Select(s => _maker.Make(s))];
        _restyle = new Restyle(_maker, corpus.Train, _items);
        say($"{corpus.Train.Count} sentences, {_items.Sum(i => i.Count)} words; {_known.Length} known words, {shape.Feats.Length} feature sets, {shape.Scripts.Length} lemma scripts, {_lemmas.Count} lemmas; {_parameters.Dense.Sum(p => p.Count)} dense weights");
    }

    /// <summary>Runs all passes, taking up where a checkpoint left off, and writes the model at the end and every few passes; the checkpoint goes when all is done.</summary>
    public void Run(string output, int every, string commit)
    {
        var adam = new Adam(_parameters, Workers);
        var workers = Enumerable.Range(0, Workers).Select(w => new Worker(_parameters, _options, _vectors, w)).ToArray();
        var checkpoint = output + ".checkpoint";
        var (pass, step) = Checkpoint.Load(checkpoint, _parameters);
        foreach (var p in _parameters.Dense) p.Pack();
        long stepsInPass = _items.Sum(i => i.Count) / _options.BatchWords + 1;
        for (; pass < _options.Passes; pass++)
        {
            var clock = Stopwatch.StartNew();
            var noise = new Noise(_options.Seed * 1000003 + (ulong)pass);
            var losses = new Losses();
            foreach (var batch in Batches(noise, pass < _options.HideFrom ? 0 : _options.Exchange))
            {
                var words = batch.Sum(i => i.Count);
                var seed = noise.Next();
                step++;
                Parallel.For(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers },
                    w => workers[w].Run([.. batch.Where((_, i) => i % Workers == w)], 1f / words, pass < _options.HideFrom ? 0 : _options.Hide, seed + (ulong)w * 7919));
                foreach (var worker in workers) losses.Add(worker.Losses);
                adam.Step(Rate(pass, step, stepsInPass), step);
            }
            _say(string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1}/{_options.Passes} {clock.Elapsed.TotalSeconds:F1} s  {losses}"));
            Checkpoint.Save(checkpoint, _parameters, pass + 1, step);
            if ((pass + 1) % every == 0) Write(output, commit);
        }
        if (_options.Passes % every != 0 || (_options.Encoder == EncoderKind.Lstm && !File.Exists(output))) Write(output, commit);
        if (_options.Encoder == EncoderKind.Lstm) Compare();
        File.Delete(checkpoint);
    }

    // By this trainer's own forward pass, which is the same for all encoders: for comparing them, not for what the product does.
    private void Compare()
    {
        var worker = new Worker(_parameters, _options.Still(), _vectors, 0);
        EncoderScores ewt = EncoderScores.Of(worker, _maker, _corpus.EwtDev), gum = EncoderScores.Of(worker, _maker, _corpus.GumDev);
        _say($"  EWT dev by the trainer {ewt}");
        _say($"  GUM dev by the trainer {gum}");
        var reference = Enumerable.Range(0, 5).Max(_ => Speed.Reference(1));
        var speed = Enumerable.Range(0, 5).Max(_ => EncoderScores.Of(worker, _maker, _corpus.GumDev).WordsPerSecond);
        _say(string.Create(CultureInfo.InvariantCulture, $"  {speed / reference:F0} words/s on one thread for each GFLOP/s of the reference"));
    }

    private void Write(string output, string commit)
    {
        if (_options.Encoder != EncoderKind.Lstm)
        {
            Compare();
            return;
        }
        ModelWriter.Write(output, _parameters, _vectors, _known, _lemmas);
        using var parser = Parser.Load(output).Value ?? throw new InvalidOperationException("the model just written cannot be read");
        var (ewt, gum) = (DevScores.Of(parser, _corpus.EwtDev), DevScores.Of(parser, _corpus.GumDev));
        _say($"  EWT dev {ewt}");
        _say($"  GUM dev {gum}");
        ModelNote.Write(output, _options, commit, _items.Sum(i => i.Count), _parameters.Dense.Sum(p => (long)p.Rows * p.Columns), ewt, gum);
    }

    // Rises over the first pass, then falls as a half cosine to nothing.
    private float Rate(int pass, long step, long stepsInPass)
    {
        var total = stepsInPass * (long)_options.Passes;
        var warm = Math.Min(stepsInPass, total / 4 + 1);
        if (step < warm) return _options.Rate * step / warm;
        var done = Math.Min(1, (double)(step - warm) / Math.Max(1, total - warm));
        return _options.Rate * (float)(0.5 * (1 + Math.Cos(Math.PI * done)) * 0.995 + 0.005);
    }

    private IEnumerable<Item[]> Batches(Noise noise, float exchange)
    {
        var order = Enumerable.Range(0, _items.Length).ToArray();
        noise.Shuffle(order.AsSpan());
        var batch = new List<Item>();
        var words = 0;
        foreach (var index in order)
        {
            var item = _restyle.Pick(index, noise, exchange);
            if (batch.Count > 0 && words + item.Count > _options.BatchWords)
            {
                yield return [.. batch.OrderByDescending(i => i.Count)];
                batch.Clear();
                words = 0;
            }
            batch.Add(item);
            words += item.Count;
        }
        if (batch.Count > 0) yield return [.. batch.OrderByDescending(i => i.Count)];
    }
}
