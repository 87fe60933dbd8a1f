using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>Provinces and countries as sums of their known places.</summary>
internal static class Areas
{
    /// <summary>Countries before their provinces, in order of code and name.</summary>
    public static ImmutableArray<AreaControl> Of(ImmutableArray<PlaceControl> control)
    {
        var known = control.Where(place => place.Place.Place is { Country.Length: > 0 }).ToList();
        var areas = known.GroupBy(place => place.Place.Place!.Country, StringComparer.Ordinal)
            .Select(group => Area("are-" + group.Key, "country", Countries.Name(group.Key), group.Key, [.. group]));
        var divisions = known.Where(place => place.Place.Division.Length > 0)
            .GroupBy(place => (place.Place.Place!.Country, place.Place.Division))
            .Select(group => Area($"are-{group.Key.Country}-{group.Key.Division.Replace(' ', '-')}", "admin1", Name(group), group.Key.Country, [.. group]));
        return [.. areas.Concat(divisions).Where(area => area.Known > 0 || area.Own is not null).OrderBy(area => area.Id, StringComparer.Ordinal)];
    }

    private static AreaControl Area(string id, string level, string name, string country, List<PlaceControl> places)
    {
        var towns = places.Where(place => place.Place.Place!.Kind > PlaceKind.Admin1 && place.Now is not null).ToList();
        var seats = level == "country" ? "C" : "AC";
        var holders = new List<(Party? Holder, List<string> Spans)>();
        foreach (var now in towns.Select(place => place.Now!))
        {
            var found = holders.FindIndex(share => share.Holder is null || now.Holder is null ? share.Holder == now.Holder : Parties.SameSide(share.Holder.Key, now.Holder.Key));
            if (found < 0) holders.Add((now.Holder, [now.Id]));
            else holders[found].Spans.Add(now.Id);
        }
        return new AreaControl(id, level, name, country,
            [.. holders.OrderByDescending(share => share.Spans.Count).ThenBy(share => share.Holder?.Key, StringComparer.Ordinal).Select(share => new AreaShare(share.Holder, [.. share.Spans]))],
            towns.Count, towns.Count(place => place.Now!.Contested),
            towns.Find(place => place.Place.Place!.Capital is { Length: > 0 } capital && seats.Contains(capital, StringComparison.Ordinal))?.Now!.Id,
            level == "country" ? null : places.Find(place => place.Place.Place!.Kind == PlaceKind.Admin1)?.Now?.Id);
    }

    private static string Name(IEnumerable<PlaceControl> places) =>
        places.Select(place => place.Place.Place!).Select(place => place.Admin1.Length > 0 ? place.Admin1 : place.Name).Order(StringComparer.Ordinal).First();
}
