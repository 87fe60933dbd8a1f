using System.Collections.Frozen;

namespace OnRecord.Language.Mentions.Quantities;

/// <summary>What the words before or after a number do to it.</summary>
internal enum Hedge : byte
{
    None,
    Over,
    AtLeast,
    UpTo,
    Under,
    About,
    Nearly,
}

/// <summary>The bounds of a count: inclusive, null where open.</summary>
internal readonly record struct Bounds(decimal? Low, decimal? High);

/// <summary>The words that hedge a number, and what they make of it.</summary>
internal static class Hedges
{
    private static readonly (string[] Words, Hedge Hedge)[] All =
    [
        .. Each(Hedge.Over, "more than", "over", "above", "in excess of", "upwards of", "upward of", "well over", "just over", "slightly more than", "slightly over", "a little over", "greater than", "exceeding",
            "exceeds", "exceeded", "exceed", "surpassed", "surpasses", "surpassing", "topped", "tops", "topping", "well above"),
        .. Each(Hedge.AtLeast, "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of"),
        .. Each(Hedge.UpTo, "up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of", "maximum of", "at the most"),
        .. Each(Hedge.Under, "fewer than", "less than", "under", "below"),
        .. Each(Hedge.About, "about", "around", "some", "roughly", "approximately", "approx", "circa", "an estimated", "estimated", "~", "in the region of", "somewhere around"),
        .. Each(Hedge.Nearly, "nearly", "almost", "close to", "just under", "approaching", "just short of", "slightly less than", "a little under", "slightly under"),
        .. Each(Hedge.None, "exactly", "only", "just", "another", "additional", "an additional", "a further", "further", "a total of", "total of", "all", "a record", "even", "perhaps", "possibly"),
    ];

    private static readonly FrozenDictionary<string, (string[] Words, Hedge Hedge)[]> ByFirst =
        All.GroupBy(hedge => hedge.Words[0], StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static IEnumerable<(string[], Hedge)> Each(Hedge hedge, params string[] phrases) => phrases.Select(p => (p.Split(' '), hedge));

    /// <summary>Reads the hedges that stand at <paramref name="at"/>; the first that bounds the number counts.</summary>
    public static Hedge Read(PieceRow row, int at, out int end)
    {
        var hedge = Hedge.None;
        end = at;
        while (Longest(row, end, out var found) is var after and > 0)
        {
            if (hedge == Hedge.None) hedge = found;
            end = after;
        }
        return hedge;
    }

    private static int Longest(PieceRow row, int at, out Hedge hedge)
    {
        (var best, hedge) = (-1, Hedge.None);
        if (!ByFirst.TryGetValue(row[at], out var phrases)) return -1;
        foreach (var (words, kind) in phrases)
            if (row.Skip(at, words) is > 0 and var after && after > best) (best, hedge) = (after, kind);
        // "took over 12 towns"
        return best == at + 1 && row.Word(at).Relation == "compound:prt" ? -1 : best;
    }

    /// <summary>The bounds of an exact number; "about" is a tenth to either side, "nearly" a tenth below.</summary>
    public static Bounds Apply(Hedge hedge, Bounds plain, bool isCount)
    {
        var (low, high) = plain;
        var isExact = low == high;
        var whole = isCount && (low ?? 0) % 1 == 0 && (high ?? 0) % 1 == 0;
        return hedge switch
        {
            Hedge.Over => new(isExact && whole ? low + 1 : low, null),
            Hedge.AtLeast => new(low, null),
            Hedge.UpTo => new(null, high),
            Hedge.Under => new(null, isExact && whole ? high - 1 : high),
            Hedge.About when isExact => whole ? new(Math.Ceiling(0.9m * low!.Value), Math.Floor(1.1m * high!.Value)) : new(0.9m * low, 1.1m * high),
            Hedge.Nearly when isExact => whole ? new(Math.Ceiling(0.9m * low!.Value), high) : new(0.9m * low, high),
            _ => plain,
        };
    }
}
