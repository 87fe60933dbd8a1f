using System.Collections.Immutable;

namespace OnRecord.Scores;

/// <summary>How many were right, of how many found, of how many meant.</summary>
public readonly record struct Tally(int Right, int Found, int Gold)
{
    /// <summary>Right of found, from 0 to 1; 0 where nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Right of meant, from 0 to 1; 0 where nothing was meant.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Found + Gold == 0 ? 0 : 2.0 * Right / (Found + Gold);
}

/// <summary>One type's figures: <paramref name="Detected"/> counts a pair whatever type was found for it.</summary>
public sealed record TypeScore(string Type, Tally Typed, Tally Strict, int Detected);

/// <summary>The figures of a set of reports.</summary>
public sealed record ScoreReport
{
    /// <summary>How many reports.</summary>
    public required int Documents { get; init; }

    /// <summary>Pairs of any type.</summary>
    public required Tally Detection { get; init; }

    /// <summary>Pairs with the type right.</summary>
    public required Tally Typed { get; init; }

    /// <summary>Pairs with type, mode, polarity, agent, place and origin right: the headline.</summary>
    public required Tally Strict { get; init; }

    /// <summary>The mean over all pairs for each field, from 0 to 1, in the order of the guide.</summary>
    public required ImmutableArray<(string Field, double Accuracy)> Fields { get; init; }

    /// <summary>Each type that was meant or found, by name.</summary>
    public required ImmutableArray<TypeScore> Types { get; init; }

    /// <summary>The figures over all reports together.</summary>
    public static ScoreReport Of(IReadOnlyCollection<DocumentScore> scores)
    {
        var pairs = scores.SelectMany(s => s.Pairs).ToList();
        var gold = pairs.Select(p => p.Gold).Concat(scores.SelectMany(s => s.Missed)).ToList();
        var found = pairs.Select(p => p.Found).Concat(scores.SelectMany(s => s.Spurious)).ToList();
        return new ScoreReport
        {
            Documents = scores.Count,
            Detection = new Tally(pairs.Count, found.Count, gold.Count),
            Typed = new Tally(pairs.Count(p => p.Agreement.Type), found.Count, gold.Count),
            Strict = new Tally(pairs.Count(p => p.Agreement.Strict), found.Count, gold.Count),
            Fields = [.. pairs.SelectMany(p => p.Agreement.Fields).GroupBy(f => f.Field).Select(g => (g.Key, g.Average(f => f.Value)))],
            Types = [.. gold.Select(s => s.Type).Concat(found.Select(s => s.Type)).Distinct().Order(StringComparer.Ordinal).Select(type =>
            {
                var (inFound, inGold) = (found.Count(s => s.Type == type), gold.Count(s => s.Type == type));
                var ofType = pairs.Where(p => p.Gold.Type == type).ToList();
                return new TypeScore(type, new Tally(ofType.Count(p => p.Agreement.Type), inFound, inGold),
                    new Tally(ofType.Count(p => p.Agreement.Strict), inFound, inGold), ofType.Count);
            })],
        };
    }
}
