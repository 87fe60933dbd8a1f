using System.Collections.Immutable;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>One thread's share of a batch of the judge's network: forward, losses, and the way back.</summary>
internal sealed unsafe class SentenceWorker(Parameters parameters, SentenceOptions options, ImmutableArray<string> types, ImmutableArray<string> modes, WordVectors vectors, int index)
{
    private readonly Steps _steps = new();
    private readonly Recurrence _layer = new(options.Cells);
    private readonly Products _products = new(index);
    private readonly LinkWorker _linker = new(parameters, options, index);
    private readonly Floats _input = new(), _inputMask = new(), _scores = new(), _links = new(), _linkGradient = new(), _outputGradient = new();
    private readonly int _inner = parameters["layer0.input"].Rows, _gates = 8 * options.Cells, _outputs = parameters["output"].Stride, _linked = parameters["links"].Stride;
    private int[][] _signs = [];

    /// <summary>The losses of this share's types and how many there were, and the losses of its links.</summary>
    public (double Loss, int Words, double Links) Done { get; private set; }

    /// <summary>Adds the gradients of the losses of these articles to this worker's gradients: each word's times <paramref name="scale"/>, each link's times <paramref name="linkScale"/>.</summary>
    public void Run(ArticleItem[] articles, float scale, float linkScale, ulong seed)
    {
        foreach (var p in parameters.Dense) p.Gradients[index].Clear(p.Count);
        Done = default;
        var order = articles.SelectMany((a, n) => a.Sentences.Select((s, i) => (Item: s, Article: n, Sentence: i))).OrderByDescending(s => s.Item.Count).ToArray();
        if (order.Length == 0) return;
        var slots = articles.Select(a => new int[a.Sentences.Length]).ToArray();
        for (var s = 0; s < order.Length; s++) slots[order[s].Article][order[s].Sentence] = s;
        var items = Array.ConvertAll(order, s => s.Item);
        var noise = new Noise(seed);
        Score(items, noise);
        int rows = _steps.Rows, states = 2 * options.Cells;
        Losses(items, scale);
        LinkLosses(articles, slots, linkScale, noise);
        var (output, links) = (parameters["output"], parameters["links"]);
        _products.WeightGradient(rows, _layer.Output.Data, states, _scores.Data, _outputs, output, parameters["output.bias"]);
        _products.WeightGradient(rows, _layer.Output.Data, states, _linkGradient.Data, _linked, links, parameters["links.bias"]);
        var gradient = _outputGradient.Ensure((long)rows * states);
        Gemm.Multiply(rows, states, _outputs, _scores.Data, _outputs, output.Transposed!.Data, gradient, states, false);
        Gemm.Multiply(rows, states, _linked, _linkGradient.Data, _linked, links.Transposed!.Data, gradient, states, true);
        _layer.Back(_steps, gradient, parameters["layer0.forward"], parameters["layer0.backward"], _products);
        _products.WeightGradient(rows, _input.Data, _inner, _layer.Gates.Data, _gates, parameters["layer0.input"], parameters["layer0.bias"]);
        for (var row = 0; row < rows; row++)
            foreach (var sign in _signs[row]) Simple.Add(parameters["signs"].Gradients[index].Data + (long)sign * _gates, _layer.Gates.Data + (long)row * _gates, _gates);
    }

    private void Score(SentenceItem[] items, Noise noise)
    {
        _steps.Lay([.. items.Select(i => i.Count)]);
        var rows = _steps.Rows;
        Embed(items, noise);
        var sums = _layer.Gates.Ensure((long)rows * _gates);
        Forward.Affine(rows, _gates, _inner, _input.Data, _inner, parameters["layer0.input"].Packed!.Data, parameters["layer0.bias"].Value.Data, sums, _gates);
        for (var row = 0; row < rows; row++)
            foreach (var sign in _signs[row]) Simple.Add(sums + (long)row * _gates, parameters["signs"].Value.Data + (long)sign * _gates, _gates);
        _layer.Run(_steps, parameters["layer0.forward"], parameters["layer0.backward"], noise, options.RecurrentDropout, options.LayerDropout);
        Outputs("output", _scores.Ensure((long)rows * _outputs), _outputs);
        Outputs("links", _links.Ensure((long)rows * _linked), _linked);
    }

    private void Outputs(string name, float* target, int width) =>
        Forward.Affine(_steps.Rows, width, 2 * options.Cells, _layer.Output.Data, 2 * options.Cells, parameters[name].Packed!.Data, parameters[name + ".bias"].Value.Data, target, width);

    private void Embed(SentenceItem[] items, Noise noise)
    {
        var rows = _steps.Rows;
        if (_signs.Length < rows) _signs = new int[rows * 2][];
        var input = _input.Ensure((long)rows * _inner);
        _input.Clear((long)rows * _inner);
        for (var s = 0; s < items.Length; s++)
            for (var i = 0; i < items[s].Count; i++)
            {
                var (item, row) = (items[s], _steps.Row(s, i));
                var target = input + (long)row * _inner;
                item.States.Read(i, new Span<float>(target, item.States.Width));
                vectors(item.Lemmas[i], new Span<float>(target + item.States.Width, Judge.VectorWidth));
                _signs[row] = noise.Uniform() < options.SignDropout ? [] : item.Signs[i];
            }
        Simple.Scale(input, noise.Mask(_inputMask, (long)rows * _inner, options.InputDropout), (long)rows * _inner);
    }

    // Only proposed words have a loss.
    private void Losses(SentenceItem[] items, float scale)
    {
        var (loss, words) = (0.0, 0);
        for (var s = 0; s < items.Length; s++)
            for (var i = 0; i < items[s].Count; i++)
            {
                var row = _scores.Data + (long)_steps.Row(s, i) * _outputs;
                var type = items[s].Triggers[i] is { } right ? types.IndexOf(right.Label) : -1;
                loss += Simple.Softmax(row, types.Length, type, scale);
                if (type >= 0) words++;
                _ = Simple.Softmax(row + types.Length, modes.Length, items[s].Modes[i] is { } mode ? modes.IndexOf(mode.Label) : -1, scale * options.Modes);
                new Span<float>(row + types.Length + modes.Length, _outputs - types.Length - modes.Length).Clear();
            }
        Done = (loss, words, 0);
    }

    private void LinkLosses(ArticleItem[] articles, int[][] slots, float scale, Noise noise)
    {
        _linkGradient.Ensure((long)_steps.Rows * _linked);
        _linkGradient.Clear((long)_steps.Rows * _linked);
        var loss = 0.0;
        for (var a = 0; a < articles.Length; a++)
        {
            var slot = slots[a];
            nint Row(int sentence, int word) => (nint)(_links.Data + (long)_steps.Row(slot[sentence], word) * _linked);
            nint Gradient(int sentence, int word) => (nint)(_linkGradient.Data + (long)_steps.Row(slot[sentence], word) * _linked);
            foreach (var link in articles[a].Links) loss += _linker.Run(link, scale, Row, Gradient, noise);
        }
        Done = Done with { Links = loss };
    }
}
