using System.Diagnostics;
using System.Globalization;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>Trains the network of names on top of a trained parser, which it leaves as it is; the same data, options and seed give the same weights.</summary>
internal sealed unsafe class NameTrainer
{
    private const int Workers = 2;

    // How sure the network has to be to mark a word that nobody marked.
    private const float Sure = 0.9f;

    private readonly NameOptions _options;
    private readonly NameCorpus _corpus;
    private readonly List<NameSentence> _sentences;
    private readonly ModelFile _model;
    private readonly Parameters _parameters;
    private readonly Averages _averages;
    private readonly NameWorker[][] _teachers;
    private readonly NameItems _items;
    private readonly Weights _weights;
    private readonly ulong[] _list;
    private readonly PinnedHashes _pinned;
    private readonly Action<string> _say;

    public NameTrainer(NameCorpus corpus, List<NameSentence> more, ulong[] list, ModelFile model, NameOptions options, Action<string> say, IReadOnlyList<Parameters>? teachers = null)
    {
        (_corpus, _model, _options, _list, _say) = (corpus, model, options, list, say);
        _sentences = [.. corpus.Train, .. more];
        _pinned = new PinnedHashes(list);
        _weights = new Weights(model);
        _parameters = Parameters.OfNames(model.Shape with { NameCells = options.Cells }, options.Seed, Workers);
        _parameters["name.share"].Value.Data[0] = options.Share;
        _averages = new Averages(_parameters);
        _teachers = [.. Enumerable.Range(0, Workers).Select(_ => (teachers ?? []).Select(t => new NameWorker(t, options.Still(), _weights, 0)).ToArray())];
        _items = new NameItems(_weights, _pinned.List, new NameExchange([.. corpus.Train.Select(s => s.Sentence)]), options.Exchange);
        say(string.Create(CultureInfo.InvariantCulture, $"{corpus.Train.Count} sentences and {more.Count} marked in part; {list.Length} listed names; {_parameters.Dense.Sum(p => (long)p.Rows * p.Columns)} dense weights"));
    }

    public (DevScores Ewt, DevScores Gum) Run(string output, int every)
    {
        var adam = new Adam(_parameters, Workers);
        var workers = Enumerable.Range(0, Workers).Select(w => new NameWorker(_parameters, _options, _weights, w)).ToArray();
        foreach (var p in _parameters.Dense) p.Pack();
        var stepsInPass = _sentences.Sum(s => (long)s.Allowed.Length) / _options.BatchWords + 1;
        long step = 0;
        for (var pass = 0; pass < _options.Passes; pass++)
        {
            var clock = Stopwatch.StartNew();
            var noise = new Noise(_options.Seed * 1000003 + (ulong)pass);
            var (loss, words) = (0.0, 0);
            if (pass > 0 && pass == _options.SelfFrom) MarkSure();
            foreach (var batch in Batches(noise, pass >= _options.Passes - _options.Finish))
            {
                var count = batch.Sum(i => i.Count);
                var seed = noise.Next();
                step++;
                Parallel.For(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers },
                    w => workers[w].Run(Taught([.. batch.Where((_, i) => i % Workers == w)], _teachers[w]), 1f / count, seed + (ulong)w * 7919));
                foreach (var worker in workers) (loss, words) = (loss + worker.Done.Loss, words + worker.Done.Words);
                adam.Step(Rate(step, stepsInPass * _options.Passes), step);
                _averages.Add();
            }
            _say(string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1}/{_options.Passes} {clock.Elapsed.TotalSeconds:F1} s  loss {loss / words:F4}"));
            if ((pass + 1) % every == 0 && pass + 1 < _options.Passes) Write(output);
        }
        return Write(output);
    }

    // The items with what the teachers think of them, in the mean; they come longest first.
    private static NameItem[] Taught(NameItem[] items, NameWorker[] teachers)
    {
        if (teachers.Length == 0 || items.Length == 0) return items;
        var odds = teachers.Select(t => t.Odds(items)).ToArray();
        return [.. items.Select((item, i) => item with { Odds = [.. Enumerable.Range(0, odds[0][i].Length).Select(j => odds.Average(o => o[i][j]))] })];
    }

    // Marks the words that links and re3d leave open with the labels that the averaged weights are sure of.
    private void MarkSure()
    {
        _averages.Swap();
        foreach (var p in _parameters.Dense) p.Pack();
        var reader = new NameWorker(_parameters, _options.Still(), _weights, 0);
        var (open, marked) = (0, 0);
        foreach (var sentence in _sentences.Where(s => s.Source is NameSource.Links or NameSource.Re3d))
        {
            if (!sentence.Allowed.Contains(NameSentence.Any)) continue;
            var odds = reader.Odds([_items.Plain(sentence)])[0];
            for (var i = 0; i < sentence.Allowed.Length; i++)
            {
                if (sentence.Allowed[i] != NameSentence.Any) continue;
                open++;
                var word = odds.AsSpan(i * NetworkShape.NameLabels, NetworkShape.NameLabels);
                var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(word);
                if (word[best] < Sure) continue;
                marked++;
                sentence.Allowed[i] = (ushort)(1 << best);
            }
        }
        _averages.Swap();
        foreach (var p in _parameters.Dense) p.Pack();
        _say($"{marked} of {open} open words marked");
    }

    private (DevScores, DevScores) Write(string output)
    {
        _averages.Swap();
        ModelWriter.Write(output, _model, _parameters, _list);
        _averages.Swap();
        using var parser = Parser.Load(output).Value ?? throw new InvalidOperationException("the model just written cannot be read");
        var (ewt, gum) = (DevScores.Of(parser, _corpus.EwtDev), DevScores.Of(parser, _corpus.GumDev));
        _say($"  EWT dev {ewt}");
        _say($"  GUM dev {gum}");
        return (ewt, gum);
    }

    private float Rate(long step, long total)
    {
        var warm = Math.Max(1, total / 20);
        return step < warm ? _options.Rate * step / warm : _options.Rate * (float)(0.5 * (1 + Math.Cos(Math.PI * (step - warm) / Math.Max(1, total - warm))) * 0.99 + 0.01);
    }

    private IEnumerable<NameItem[]> Batches(Noise noise, bool finish)
    {
        var order = Enumerable.Range(0, _sentences.Count).Where(i => !finish || _sentences[i].Source == NameSource.Uner).ToArray();
        noise.Shuffle(order.AsSpan());
        var batch = new List<NameItem>();
        var words = 0;
        foreach (var index in order)
        {
            var item = _items.Make(_sentences[index], noise);
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
