using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Pictures;
using OnRecord.Views;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>Happenings and changes of control as lanes, one a place or one an actor.</summary>
internal static class Timelines
{
    private const int MostMarks = 250;

    public static Timeline Of(Snapshot snapshot, Ask ask)
    {
        var drawn = snapshot.Draw(ask.AsOf, ask.Known);
        var filter = new Filters(snapshot, ask);
        var shown = new Shown(snapshot, drawn);
        var byActor = ask.By == "actor";
        var happenings = drawn.Picture.Happenings.Where(h => h.Positive && filter.Area(h.Place) && filter.Actor(h.Agents, h.Patients) && filter.Type(h.Types) && filter.Time(h.When)).ToList();
        var lanes = (byActor ? Actors(happenings, shown) : Places(drawn.Picture, happenings, filter, shown)).ToList();
        var kept = lanes.OrderByDescending(lane => lane.Spans.Length * 4 + lane.Marks.Length + lane.MarksLeftOut).ThenBy(lane => lane.Key, StringComparer.Ordinal).Take(ask.Limit);
        // Places in the order in which they first changed hands make a staircase.
        var ordered = byActor ? kept : kept.OrderBy(lane => lane.Spans.IsEmpty).ThenBy(lane => lane.Spans.FirstOrDefault()?.By).ThenBy(lane => lane.Name, StringComparer.Ordinal);
        return new Timeline(snapshot.Version, drawn.Picture.AsOf, drawn.Known, byActor ? "actor" : "place", ask.From ?? snapshot.Days.First, ask.To ?? snapshot.Days.Last, [.. ordered], Math.Max(0, lanes.Count - ask.Limit));
    }

    private static IEnumerable<Lane> Places(Picture picture, List<Happening> happenings, Filters filter, Shown shown)
    {
        var at = happenings.Where(h => h.Place?.Place is { Kind: >= PlaceKind.Admin1 }).ToLookup(h => h.Place!.Key, StringComparer.Ordinal);
        var control = picture.Control.Where(place => filter.Area(place.Place)).ToDictionary(place => place.Place.Key, StringComparer.Ordinal);
        foreach (var key in control.Keys.Union(at.Select(group => group.Key)).Order(StringComparer.Ordinal))
        {
            var spot = control.TryGetValue(key, out var place) ? place.Place : at[key].First().Place!;
            var spans = place is null ? [] : place.Spans.Select(shown.Of).Where(span => span.By is not null)
                .Select(span => new LaneSpan(span.Id, span.Holder?.Name, span.Holder?.Side, span.From, span.By!.Value, span.Until, span.Contested, span.Standing.Standing, span.Entries)).ToImmutableArray();
            yield return Made(key, spot.Name, Under(spot), spans, [.. at[key]], shown);
        }
    }

    // Many a province is called as its town is.
    private static string? Under(Spot spot) => spot.Place switch
    {
        { Kind: PlaceKind.Admin1 } => "province",
        { Kind: > PlaceKind.Admin1 } known when known.Admin1 != spot.Name => known.Admin1,
        _ => null,
    };

    private static IEnumerable<Lane> Actors(List<Happening> happenings, Shown shown) =>
        from happening in happenings
        from agent in happening.Agents.Select(party => (Key: Parties.Body(party.Key), Party: party)).DistinctBy(agent => agent.Key)
        group (happening, agent.Party) by agent.Key into actor
        orderby actor.Key
        select Made(actor.Key, Phrases.Upper(shown.Holder(actor.OrderBy(pair => pair.Party.Name.Length).First().Party)), null, [], [.. actor.Select(pair => pair.happening)], shown);

    private static Lane Made(string key, string name, string? under, ImmutableArray<LaneSpan> spans, List<Happening> happenings, Shown shown)
    {
        var dated = happenings.Where(h => h.When.To is not null).ToList();
        var marks = dated.OrderByDescending(h => h.Entries.Length).ThenBy(h => h.Id, StringComparer.Ordinal).Take(MostMarks).OrderBy(h => h.When.To).ThenBy(h => h.Id, StringComparer.Ordinal)
            .Select(shown.Of).Select(h => new LaneMark(h.Id, h.From, h.To!.Value, h.Type, h.Line, h.Harm, h.Standing.Standing, h.Entries));
        return new Lane(key, name, under, spans, [.. marks], Math.Max(0, dated.Count - MostMarks));
    }
}
