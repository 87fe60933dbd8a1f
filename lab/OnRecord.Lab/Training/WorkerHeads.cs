using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

internal sealed unsafe partial class Worker
{
    private static readonly float[] TagWeights = [1f, 0.5f, 0.5f, 0.5f];

    // Names are few among the words, so their losses count double.
    private const float NameWeight = 2f;

    private readonly Floats _queries = new(), _queryGradient = new(), _scores = new(), _scoreGradient = new(), _packedHeads = new(), _pairs = new(), _pairGradient = new();
    private readonly Floats _sentenceQueries = new(), _sentenceHeads = new(), _sentenceGradient = new(), _turned = new();

    private void Heads(float scale)
    {
        var count = (long)_steps.Rows * _shape.Hidden;
        _hiddenGradient.Ensure(count);
        _hiddenGradient.Clear(count);
        Losses.Words = _steps.Rows;
        Tags(scale);
        Names(scale);
        Arcs(scale);
        Relations(scale);
    }

    private void Tags(float scale)
    {
        int rows = _steps.Rows, width = Gemm.Pad(_shape.Tags);
        Span<int> starts = [0, _shape.XposAt, _shape.FeatsAt, _shape.ScriptsAt, _shape.Tags];
        var scores = Score("tags", _shape.TagHidden, _shape.Tag, width);
        for (var row = 0; row < rows; row++)
        {
            var s = scores + (long)row * width;
            for (var k = 0; k < 4; k++)
                Losses.Tags[k] += Simple.Softmax(s + starts[k], starts[k + 1] - starts[k], _itemOfRow[row].Tags[k][_wordOfRow[row]], scale * TagWeights[k]);
            new Span<float>(s + _shape.Tags, width - _shape.Tags).Clear();
        }
        BackScore("tags", _shape.TagHidden, _shape.Tag, width);
    }

    private void Names(float scale)
    {
        var scores = Score("names", _shape.NameHidden, _shape.Name, Gemm.Panel);
        for (var row = 0; row < _steps.Rows; row++)
        {
            var s = scores + (long)row * Gemm.Panel;
            Losses.Names += Simple.Softmax(s, NetworkShape.NameLabels, _itemOfRow[row].Names?[_wordOfRow[row]] ?? -1, scale * NameWeight);
            new Span<float>(s + NetworkShape.NameLabels, Gemm.Panel - NetworkShape.NameLabels).Clear();
        }
        BackScore("names", _shape.NameHidden, _shape.Name, Gemm.Panel);
    }

    private void Arcs(float scale)
    {
        int rows = _steps.Rows, width = _shape.Arc;
        var hidden = _hidden.Data + _shape.ArcDependent;
        Queries();
        var gradient = _queryGradient.Ensure((long)rows * width);
        _queryGradient.Clear((long)rows * width);
        for (var s = 0; s < _items.Length; s++)
            if (_items[s].Heads is { } heads) SentenceArcs(s, heads, scale);
        _products.WeightGradient(rows, hidden, _shape.Hidden, gradient, width, _parameters["arc"], _parameters["arc.bias"]);
        Gemm.Multiply(rows, width, width, gradient, width, _parameters["arc"].Transposed!.Data, _hiddenGradient.Data + _shape.ArcDependent, _shape.Hidden, true);
    }

    private void Queries()
    {
        int rows = _steps.Rows, width = _shape.Arc;
        Forward.Affine(rows, width, width, _hidden.Data + _shape.ArcDependent, _shape.Hidden, _parameters["arc"].Packed!.Data, _parameters["arc.bias"].Value.Data, _queries.Ensure((long)rows * width), width);
    }

    // The scores of a sentence's arcs: a row for each word, first the root, then each word as head.
    private float* ArcScores(int s, int n)
    {
        int width = _shape.Arc, stride = Gemm.Pad(n + 1);
        var queries = _sentenceQueries.Ensure((long)n * width);
        var candidates = _sentenceHeads.Ensure((long)(n + 1) * width);
        new ReadOnlySpan<float>(_parameters["root.arc"].Value.Data, width).CopyTo(new Span<float>(candidates, width));
        for (var i = 0; i < n; i++)
        {
            var row = _steps.Row(s, i);
            new ReadOnlySpan<float>(_queries.Data + (long)row * width, width).CopyTo(new Span<float>(queries + (long)i * width, width));
            new ReadOnlySpan<float>(_hidden.Data + (long)row * _shape.Hidden + _shape.ArcHead, width).CopyTo(new Span<float>(candidates + (long)(i + 1) * width, width));
        }
        var packed = _packedHeads.Ensure(Math.Max(Gemm.PackedSize(width, n + 1), Gemm.PackedSize(n + 1, width)));
        Gemm.Pack(candidates, width, n + 1, 1, width, packed);
        var scores = _scores.Ensure((long)n * stride);
        Gemm.Multiply(n, n + 1, width, queries, width, packed, scores, stride, false);
        for (var i = 0; i < n; i++) scores[(long)i * stride + i + 1] = -1e9f;
        return scores;
    }

    private void SentenceArcs(int s, int[] heads, float scale)
    {
        int n = heads.Length, width = _shape.Arc, stride = Gemm.Pad(n + 1);
        var scores = ArcScores(s, n);
        float* queries = _sentenceQueries.Data, candidates = _sentenceHeads.Data, packed = _packedHeads.Data;
        for (var i = 0; i < n; i++)
        {
            var row = scores + (long)i * stride;
            Losses.Arcs += Simple.Softmax(row, n + 1, heads[i] + 1, scale);
            new Span<float>(row + n + 1, stride - n - 1).Clear();
        }
        // Gradient of the queries: scores' gradient times candidates; of the candidates: the turned gradient times queries.
        Gemm.Pack(candidates, n + 1, width, width, 1, packed);
        var result = _sentenceGradient.Ensure((long)(n + 1) * width);
        Gemm.Multiply(n, width, n + 1, scores, stride, packed, result, width, false);
        for (var i = 0; i < n; i++)
            new ReadOnlySpan<float>(result + (long)i * width, width).CopyTo(new Span<float>(_queryGradient.Data + (long)_steps.Row(s, i) * width, width));
        var turned = _turned.Ensure((long)(n + 1) * n);
        for (var i = 0; i < n; i++)
            for (var h = 0; h <= n; h++) turned[(long)h * n + i] = scores[(long)i * stride + h];
        Gemm.Pack(queries, n, width, width, 1, packed);
        Gemm.Multiply(n + 1, width, n, turned, n, packed, result, width, false);
        Simple.Add(_parameters["root.arc"].Gradients[_index].Data, result, width);
        for (var i = 0; i < n; i++) Simple.Add(_hiddenGradient.Data + (long)_steps.Row(s, i) * _shape.Hidden + _shape.ArcHead, result + (long)(i + 1) * width, width);
    }

    // The scores of each word's relation to the head that its item gives it.
    private float* RelationScores()
    {
        int rows = _steps.Rows, width = _shape.Relation, labels = Gemm.Pad(_shape.Relations.Length);
        var pairs = _pairs.Ensure((long)rows * 3 * width);
        var root = _parameters["root.relation"];
        for (var s = 0; s < _items.Length; s++)
            for (var i = 0; i < _items[s].Count; i++)
            {
                var row = (long)_steps.Row(s, i);
                Forward.Pair(_hidden.Data + row * _shape.Hidden + _shape.RelationDependent, HeadVector(s, i, _hidden.Data, root.Value.Data), width, pairs + row * 3 * width);
            }
        var scores = _scores.Ensure((long)rows * labels);
        Forward.Affine(rows, labels, 3 * width, pairs, 3 * width, _parameters["relation"].Packed!.Data, _parameters["relation.bias"].Value.Data, scores, labels);
        return scores;
    }

    private void Relations(float scale)
    {
        int rows = _steps.Rows, width = _shape.Relation, labels = Gemm.Pad(_shape.Relations.Length);
        var scores = RelationScores();
        var pairs = _pairs.Data;
        var root = _parameters["root.relation"];
        for (var row = 0; row < rows; row++)
        {
            var r = scores + (long)row * labels;
            Losses.Relations += Simple.Softmax(r, _shape.Relations.Length, _itemOfRow[row].Relations?[_wordOfRow[row]] ?? -1, scale);
            new Span<float>(r + _shape.Relations.Length, labels - _shape.Relations.Length).Clear();
        }
        _products.WeightGradient(rows, pairs, 3 * width, scores, labels, _parameters["relation"], _parameters["relation.bias"]);
        var gradient = _pairGradient.Ensure((long)rows * 3 * width);
        Gemm.Multiply(rows, 3 * width, labels, scores, labels, _parameters["relation"].Transposed!.Data, gradient, 3 * width, false);
        for (var s = 0; s < _items.Length; s++)
            for (var i = 0; i < _items[s].Count; i++)
            {
                var row = (long)_steps.Row(s, i);
                var g = gradient + row * 3 * width;
                float* dependent = _hidden.Data + row * _shape.Hidden + _shape.RelationDependent, head = HeadVector(s, i, _hidden.Data, root.Value.Data);
                float* toDependent = _hiddenGradient.Data + row * _shape.Hidden + _shape.RelationDependent, toHead = HeadVector(s, i, _hiddenGradient.Data, root.Gradients[_index].Data);
                for (var j = 0; j < width; j++)
                {
                    toDependent[j] += g[j] * head[j] + g[width + j];
                    toHead[j] += g[j] * dependent[j] + g[2 * width + j];
                }
            }
    }

    private float* HeadVector(int s, int word, float* hidden, float* root)
    {
        var head = _items[s].Heads?[word] ?? -1;
        return head < 0 ? root : hidden + (long)_steps.Row(s, head) * _shape.Hidden + _shape.RelationHead;
    }

    private float* Score(string name, int at, int inner, int width)
    {
        var scores = _scores.Ensure((long)_steps.Rows * width);
        Forward.Affine(_steps.Rows, width, inner, _hidden.Data + at, _shape.Hidden, _parameters[name].Packed!.Data, _parameters[name + ".bias"].Value.Data, scores, width);
        return scores;
    }

    private void BackScore(string name, int at, int inner, int width)
    {
        _products.WeightGradient(_steps.Rows, _hidden.Data + at, _shape.Hidden, _scores.Data, width, _parameters[name], _parameters[name + ".bias"]);
        Gemm.Multiply(_steps.Rows, inner, width, _scores.Data, width, _parameters[name].Transposed!.Data, _hiddenGradient.Data + at, _shape.Hidden, true);
    }
}
