using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>What a network makes of a sentence.</summary>
internal sealed record Reading(Item Item, int[] Upos, int[] Heads, int[] Relations, List<Name> Names);

internal sealed unsafe partial class Worker
{
    private readonly SpanningTree _tree = new();
    private readonly NameDecoder _decoder = new();

    /// <summary>Reads items with the weights as they stand; only a worker whose options drop nothing reads as the product does.</summary>
    public Reading[] Read(Item[] items)
    {
        if (!Encode(items, 0, 0)) return [];
        var given = _items;
        var readings = given.Select(i => new Reading(i, new int[i.Count], new int[i.Count], new int[i.Count], [])).ToArray();
        var width = Gemm.Pad(_shape.Tags);
        var scores = Score("tags", _shape.TagHidden, _shape.Tag, width);
        for (var s = 0; s < given.Length; s++)
            for (var i = 0; i < given[s].Count; i++) readings[s].Upos[i] = Best(scores + (long)_steps.Row(s, i) * width, NetworkShape.UposCount, -1);
        scores = Score("names", _shape.NameHidden, _shape.Name, Gemm.Panel);
        for (var s = 0; s < given.Length; s++)
        {
            _decoder.Begin(given[s].Count);
            for (var i = 0; i < given[s].Count; i++) _decoder.Add(i, new ReadOnlySpan<float>(scores + (long)_steps.Row(s, i) * Gemm.Panel, NetworkShape.NameLabels));
            _decoder.Finish(given[s].Count, readings[s].Names);
        }
        Queries();
        for (var s = 0; s < given.Length; s++)
        {
            var (n, stride) = (given[s].Count, Gemm.Pad(given[s].Count + 1));
            _tree.Solve(new ReadOnlySpan<float>(ArcScores(s, n), n * stride), stride, n, readings[s].Heads);
        }
        // Relations are those to the heads found.
        _items = [.. given.Select((item, s) => item with { Heads = readings[s].Heads })];
        scores = RelationScores();
        var (labels, root) = (_shape.Relations.Length, _shape.Relations.IndexOf("root"));
        for (var s = 0; s < given.Length; s++)
            for (var i = 0; i < given[s].Count; i++)
                readings[s].Relations[i] = readings[s].Heads[i] < 0 ? root : Best(scores + (long)_steps.Row(s, i) * Gemm.Pad(labels), labels, root);
        return readings;
    }

    private static int Best(float* scores, int count, int except)
    {
        var best = except == 0 ? 1 : 0;
        for (var l = best + 1; l < count; l++)
            if (l != except && scores[l] > scores[best]) best = l;
        return best;
    }
}
