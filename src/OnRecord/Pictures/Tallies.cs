using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Counts and shares as reports give them, beside the record's own count; they are never turned into places.</summary>
internal static class Tallies
{
    /// <summary>The tallies in order of day.</summary>
    public static ImmutableArray<Tally> Of(IReadOnlyList<Fact> facts, ImmutableArray<PlaceControl> control) =>
        [.. facts.Where(fact => !fact.TakenBack && fact.Said.Mode == Mode.Actual && fact.Positive && IsTally(fact.Said)).Select(fact => Made(fact, control))];

    /// <summary>True where a statement gives a count or a share of places, or a count so far.</summary>
    public static bool IsTally(Statement s) => s.Quantity is not null && (s.Type == "tally" || s.Type is "capture" or "hold" && (s.Quantity.Unit == "share" || s.Quantity.Low > 1 && !IsOfThings(s)));

    // Helicopters taken are no places taken.
    private static bool IsOfThings(Statement s) => Parties.IsThing(s.Quantity!.Unit);

    private static Tally Made(Fact fact, ImmutableArray<PlaceControl> control)
    {
        var quantity = fact.Said.Quantity!;
        var side = fact.Agents.IsEmpty ? null : fact.Agents[0];
        return new Tally(fact.Id, fact.Said.Type, side, fact.Place, quantity.Text, quantity.Low, quantity.High, quantity.Unit, OwnCount(fact, side, control));
    }

    // Only towns held can be counted: the record does not know all that it would need for a share.
    private static int? OwnCount(Fact fact, Party? side, ImmutableArray<PlaceControl> control)
    {
        if (side is null || fact.Place is not { } area || Counted(Parties.Noun(fact.Said.Quantity!.Unit)) is not { } counts) return null;
        return control.Count(place => place.Place.Place is { } known && counts(known) && Spots.Inside(place.Place, area)
            && place.Now?.Holder is { } holder && Parties.SameSide(holder.Key, side.Key)
            && place.Now.From.To <= fact.Latest);
    }

    private static Func<Place, bool>? Counted(string noun) => noun switch
    {
        "capital" => place => place.Capital.Length > 0,
        "city" or "citie" or "town" => place => place.Kind == PlaceKind.City,
        "district" => place => place.Kind == PlaceKind.Admin2,
        "province" => place => place.Kind == PlaceKind.Admin1,
        _ => null,
    };
}
