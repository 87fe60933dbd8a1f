using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>The picture of one country: what is of it is folded by itself, so that a country that nothing was added to need not be folded again.</summary>
internal sealed record PictureSheet
{
    public required ImmutableArray<Happening> Happenings { get; init; }
    public required ImmutableArray<PlaceControl> Control { get; init; }
    public required ImmutableArray<AreaControl> Areas { get; init; }
    public required ImmutableArray<Tally> Tallies { get; init; }
    public required ImmutableArray<Commitment> Commitments { get; init; }
    public required ImmutableArray<Movement> Movements { get; init; }
    public required ImmutableArray<Harm> Harm { get; init; }
    public required ImmutableArray<Disagreement> Disagreements { get; init; }
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>The facts that it rests on, under their ids.</summary>
    public required IReadOnlyDictionary<string, Fact> Facts { get; init; }

    /// <summary>Folds the facts of a country as of a day; wherever the day is asked about here or below, <see cref="CountryFold"/> has to know it as a day on which things turn.</summary>
    public static PictureSheet Of(IEnumerable<Fact> known, HappeningGroups groups, DateOnly asOf)
    {
        // What became known after the day may tell of it, but what it announces was not yet announced.
        var facts = known.Where(fact => fact.Said.Mode == Mode.Actual || fact.Known <= asOf).Order(Fact.Order).ToList();
        var byId = facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        var past = facts.Where(fact => fact.Said.Mode != Mode.Actual || fact.By(asOf)).ToList();
        var happenings = Pictures.Happenings.Of(groups, asOf);
        var control = Pictures.Control.Of(past, asOf);
        return new PictureSheet
        {
            Happenings = happenings,
            Control = control,
            Areas = Pictures.Areas.Of(control),
            Tallies = Pictures.Tallies.Of(past, control),
            Commitments = [.. Pictures.Commitments.Of(past, asOf).OrderBy(c => c.Said).ThenBy(c => c.Id, StringComparer.Ordinal)],
            Movements = Pictures.Movements.Of(past, asOf),
            Harm = Harms.Of(happenings, byId),
            Disagreements = Pictures.Disagreements.Of(past, happenings, byId),
            Claims = [.. ClaimsOf(happenings, control).OrderBy(claim => claim.Id, StringComparer.Ordinal)],
            Facts = byId,
        };
    }

    private static IEnumerable<Claim> ClaimsOf(ImmutableArray<Happening> happenings, ImmutableArray<PlaceControl> control) =>
        happenings.Select(h => new Claim("cla-" + h.Id, h.Id, h.Types[0], h.Agents, h.Place, h.When, h.Standing))
            .Concat(control.SelectMany(place => place.Spans.Select(span =>
                new Claim("cla-" + span.Id, span.Id, "hold", span.Holder is { } holder ? [holder] : [], place.Place, new DayRange(span.From.From, span.Until), span.Standing))));
}
