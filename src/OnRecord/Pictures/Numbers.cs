using System.Collections.Immutable;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>What reports together say of a number.</summary>
internal static class Numbers
{
    /// <summary>One range for each thing counted; "people" and what is not named are one thing.</summary>
    public static ImmutableArray<NumberRange> Of(IReadOnlyList<Fact> facts) => facts is [{ Said.Quantity: null }] || facts.All(fact => fact.Said.Quantity is null) ? []
        : [.. facts.Where(fact => fact.Said.Quantity is { Low: not null } or { High: not null } && !(fact.Place is { } place && fact.Said is { Type: "capture" or "hold" } && ControlWords.IsOneOfSeveral(place, fact.Said.Quantity)))
            .GroupBy(fact => Unit(fact.Said.Quantity!.Unit), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Range(group.Key, [.. group]))];

    /// <summary>The noun that is counted.</summary>
    public static string Unit(string unit) => Parties.Noun(unit) is var noun && noun is "" or "person" or "people" or "dead" or "killed" or "wounded" or "injured" or "death" or "casualty" or "casualtie" ? "people" : PlaceNames.Fold(unit);

    /// <summary>True where the two cannot both be.</summary>
    public static bool Apart(Given a, Given b) => a.High < b.Low || b.High < a.Low;

    private static NumberRange Range(string unit, ImmutableArray<Fact> facts)
    {
        var given = facts.Select(fact => (Fact: fact, Given: Said(fact))).ToList();
        // The number that most origins give; of equals the one known last, then the smaller.
        var best = given.GroupBy(item => (item.Given.Low, item.Given.High))
            .OrderByDescending(group => group.Select(item => item.Fact.Origin).Distinct().Count())
            .ThenByDescending(group => group.Max(item => item.Fact.Known))
            .ThenBy(group => group.Key.Low ?? group.Key.High).First().Key;
        return new NumberRange(unit, given.Min(item => item.Given.Low ?? item.Given.High), best.Low ?? best.High,
            given.Max(item => item.Given.High ?? item.Given.Low),
            [.. given.OrderBy(item => item.Fact.Known).ThenBy(item => item.Fact.Id, StringComparer.Ordinal).Select(item => item.Given)]);
    }

    private static Given Said(Fact fact)
    {
        var quantity = fact.Said.Quantity!;
        return new Given(quantity.Low, quantity.High, quantity.Text, fact.Id, fact.Origin);
    }
}
