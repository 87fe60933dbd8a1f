using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Counts and shares as reports give them, beside the record's own count; they are never turned into places.</summary>
internal static class Tallies
{
    /// <summary>The words that give a count or a share, in order of day; they do not depend on the day that is asked for.</summary>
    public static List<Fact> Book(IReadOnlyList<Fact> facts) => [.. facts.Where(fact => !fact.TakenBack && fact.Said.Mode == Mode.Actual && fact.Positive && IsTally(fact.Said))];

    /// <summary>The tallies as of a day, in order of day.</summary>
    public static ImmutableArray<Tally> Of(List<Fact> book, ImmutableArray<PlaceControl> control, DateOnly asOf)
    {
        var told = book.FindAll(fact => fact.By(asOf));
        if (told.Count == 0) return [];
        var held = control.Where(place => place.Place.Place is not null).ToLookup(place => place.Place.Place!.Country, StringComparer.Ordinal);
        return [.. told.DistinctBy(fact => (fact.Entry.ArticleId, fact.Said.Trigger, fact.Said.Quantity!.Span)).Select(fact => Made(fact, held))
            .OrderBy(tally => tally.When).ThenBy(tally => tally.Id, StringComparer.Ordinal)];
    }

    /// <summary>True where a statement gives a count or a share of places, or a count so far.</summary>
    public static bool IsTally(Statement s) => s.Quantity is not null && (s.Type == "tally" || s.Type is "capture" or "hold" && (s.Quantity.Unit == "share" || s.Quantity.Low > 1 && !IsOfThings(s)));

    // Helicopters taken are no places taken.
    private static bool IsOfThings(Statement s) => Parties.IsThing(s.Quantity!.Unit);

    private static Tally Made(Fact fact, ILookup<string, PlaceControl> held)
    {
        var quantity = fact.Said.Quantity!;
        var side = fact.Agents.IsEmpty ? null : fact.Agents[0];
        // Of a list, each of which has the number of all: it is not known where else they are.
        if (fact.Place is { } one && ControlWords.IsOneOfSeveral(one, quantity)) fact = fact with { Place = null };
        var own = OwnCount(fact, side, held);
        return new Tally("tal-" + fact.Id[..10], fact.Id, fact.Said.Type, side, fact.Place, fact.Latest, quantity.Text, quantity.Low, quantity.High, quantity.Unit, own?.Length,
            own is null ? null : own.Value.Length < quantity.Low ? "fewer" : own.Value.Length > quantity.High ? "more" : "agrees", own ?? []);
    }

    // Only towns held can be counted: the record does not know all that it would need for a share.
    private static ImmutableArray<string>? OwnCount(Fact fact, Party? side, ILookup<string, PlaceControl> held)
    {
        if (side is null || fact.Place is not { Place: { } known } area || Counted(Parties.Noun(fact.Said.Quantity!.Unit)) is not { } counts) return null;
        return [.. held[known.Country].Where(place => counts(place.Place.Place!) && Spots.Inside(place.Place, area))
            .Select(place => place.Spans.LastOrDefault(span => span.From.To <= fact.Latest && !(span.Until <= fact.Latest)))
            .Where(span => span?.Holder is { } holder && Parties.SameSide(holder.Key, side.Key)).Select(span => span!.Id)];
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
