using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>The features that were seen often enough to learn from: what was seen once or twice would only be learned by heart, and take up room.</summary>
internal sealed class Frequent
{
    private readonly HashSet<uint> _kept;

    public Frequent(IEnumerable<Features> all, int least)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var features in all)
            foreach (var hash in features.Hashes) counts[hash] = counts.GetValueOrDefault(hash) + 1;
        _kept = [.. counts.Where(c => c.Value >= least).Select(c => c.Key)];
    }

    /// <summary>Those of one decision.</summary>
    public uint[] Of(Features features) => [.. features.Hashes.Where(_kept.Contains)];
}
