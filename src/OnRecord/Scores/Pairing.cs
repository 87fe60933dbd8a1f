using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Scores;

/// <summary>A statement meant and the one found for it.</summary>
public sealed record ScoredPair(GoldStatement Gold, Statement Found, Agreement Agreement);

/// <summary>Pairs statements found with those meant, one to one, by overlapping triggers.</summary>
internal static class Pairing
{
    /// <summary>
    /// Pairs whose types agree are made first. Among the rest of the choice (a list of places shares one trigger) the pair that agrees in more fields comes first,
    /// then the order of the text.
    /// </summary>
    public static ImmutableArray<ScoredPair> Of(ImmutableArray<GoldStatement> gold, IReadOnlyList<Statement> found, Identities world)
    {
        var candidates = new List<(int Gold, int Found, Agreement Agreement)>();
        for (var g = 0; g < gold.Length; g++)
            for (var f = 0; f < found.Count; f++)
                if (gold[g].Trigger.Overlaps(found[f].Trigger))
                    candidates.Add((g, f, Agreement.Of(gold[g], found[f], world)));

        var (takenGold, takenFound) = (new bool[gold.Length], new bool[found.Count]);
        var pairs = new List<(int Gold, ScoredPair Pair)>();
        foreach (var (g, f, agreement) in candidates
            .OrderByDescending(c => c.Agreement.Type).ThenByDescending(c => c.Agreement.Strict).ThenByDescending(c => c.Agreement.Fields.Sum(x => x.Value))
            .ThenBy(c => c.Gold).ThenBy(c => c.Found))
        {
            if (takenGold[g] || takenFound[f]) continue;
            takenGold[g] = takenFound[f] = true;
            pairs.Add((g, new ScoredPair(gold[g], found[f], agreement)));
        }
        return [.. pairs.OrderBy(p => p.Gold).Select(p => p.Pair)];
    }
}
