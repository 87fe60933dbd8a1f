using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Pictures;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>All that the map shows of one day, in one answer.</summary>
internal static class Frames
{
    private const int MostHappenings = 300;

    public static Frame Of(Snapshot snapshot, Ask ask)
    {
        var drawn = snapshot.Draw(ask.AsOf, ask.Known);
        var picture = drawn.Picture;
        var shown = new Shown(snapshot, drawn);
        var filter = new Filters(snapshot, ask);
        var from = picture.AsOf == default ? default : picture.AsOf.AddDays(1 - ask.Days);
        var recent = picture.Happenings.Where(h => h.Positive && filter.Area(h.Place) && h.When.To >= from && h.When.To <= picture.AsOf)
            .OrderByDescending(Weight).ThenByDescending(h => h.When.To).ThenBy(h => h.Id, StringComparer.Ordinal).ToList();
        var commitments = picture.Commitments.Where(c => filter.Area(c.Place)).CountBy(c => c.State).ToDictionary();
        return new Frame(snapshot.Version, picture.AsOf, drawn.Known, from, [.. Provinces(picture, shown, snapshot.Sides)],
            [.. picture.Control.Where(place => filter.Area(place.Place)).Select(place => shown.Of(place with { Spans = place.Now is { } now ? [now] : [] })).Select(item => item with { Spans = [] })],
            [.. recent.Take(MostHappenings).OrderByDescending(h => h.When.To).ThenByDescending(Weight).ThenBy(h => h.Id, StringComparer.Ordinal).Select(shown.Of)],
            Math.Max(0, recent.Count - MostHappenings),
            new CommitmentCounts(commitments.GetValueOrDefault(CommitmentState.Pending), commitments.GetValueOrDefault(CommitmentState.Met), commitments.GetValueOrDefault(CommitmentState.Broken),
                commitments.GetValueOrDefault(CommitmentState.Lapsed), commitments.GetValueOrDefault(CommitmentState.Withdrawn)),
            picture.Disagreements.Count(d => filter.Area(d.Place)));
    }

    /// <summary>A province goes by the last word about itself or about its seat of government; other towns in it do not decide.</summary>
    public static IEnumerable<ProvinceItem> Provinces(Picture picture, Shown shown, Sides sides) =>
        from place in picture.Control
        where place.Now is not null && place.Place.Place is { Kind: PlaceKind.Admin1 } or { Capital.Length: > 0 }
        let known = place.Place.Place!
        group (Place: place, Now: place.Now!) by (known.Country, Name: known.Kind == PlaceKind.Admin1 ? known.Name : known.Admin1) into province
        where province.Key.Name.Length > 0
        orderby province.Key.Country, province.Key.Name
        select Province(province.Key, [.. province.OrderByDescending(word => word.Now.From.To).ThenBy(word => word.Place.Place.Key, StringComparer.Ordinal)], shown, sides);

    private static ProvinceItem Province((string Country, string Name) key, List<(PlaceControl Place, ControlSpan Now)> words, Shown shown, Sides sides)
    {
        var (place, now) = words[0];
        var holder = now.Holder;
        var against = words.Skip(1).Any(word => word.Now.Holder is { } other && holder is not null && !Parties.SameSide(other.Key, holder.Key));
        var state = now.Contested ? "contested" : against || now.Standing.Standing == Standing.Disputed ? "disputed" : holder is null ? "changed" : "held";
        return new ProvinceItem(key.Country, key.Name, sides.Of(holder), holder is null ? null : shown.Holder(holder), state, place.Place.Name, [.. words.SelectMany(word => word.Now.Entries).Distinct()]);
    }

    // How many suffered, how many reports, how grave.
    private static double Weight(Happening h) => (Families.IsHarm(h.Types[0]) ? 2 : h.Types[0] == "capture" ? 3 : 0) + Math.Log10(1 + Math.Max(0, h.Numbers.Max(n => n.High) ?? 0)) + Math.Log2(1 + h.Entries.Length);
}
