using System.Buffers;
using System.Globalization;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Web.Maps;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>What is geography, as GeoJSON: outlines, who holds what, and what happened where.</summary>
internal static class MapRoutes
{
    private const string GeoJson = "application/geo+json; charset=utf-8";
    private const int MostPoints = 20_000;

    public static IEnumerable<ApiRoute> All(ShapeFile shapes) =>
    [
        new("shapes/world", "The outlines of all countries.", [], null, (_, _) => shapes.World) { MediaType = GeoJson },
        new("shapes/sketch", "The outlines of all countries for a first look: fine around what the record is about, rough far away.", [], null, (snapshot, _) => shapes.Sketch(snapshot.Bounds)) { MediaType = GeoJson },
        new("shapes/{id}", "The outlines of a country's first-order divisions, by its ISO code.", [], null,
            (_, ask) => shapes.Divisions(ask.Id!) is { } found ? found : new Problem("there are no outlines of this country", "id", "")) { MediaType = GeoJson },
        new("control.geojson", "The towns and other places whose holder is known, as points.", ["asOf", "known", "area"], null, (snapshot, ask) => Control(snapshot, ask)) { MediaType = GeoJson },
        new("happenings.geojson", "What happened in a span of days, as points no finer than the reports.", ["asOf", "known", "area", "actor", "type", "standing", "source", "from", "to"], null,
            (snapshot, ask) => Happenings(snapshot, ask)) { MediaType = GeoJson },
    ];

    private static byte[] Control(Snapshot snapshot, Ask ask)
    {
        var drawn = snapshot.Draw(ask.AsOf, ask.Known);
        var (shown, filter) = (new Shown(snapshot, drawn), new Filters(snapshot, ask));
        return Points(drawn.Picture.Control.Where(place => filter.Area(place.Place)).Select(place => shown.Of(place)), item => item.Place, (json, item) =>
        {
            json.WriteString("name", item.Place.Name);
            json.WriteString("kind", item.Place.Kind);
            json.WriteString("admin1", item.Place.Admin1);
            json.WriteString("holder", item.Now?.Holder?.Name);
            json.WriteBoolean("contested", item.Now?.Contested == true);
            json.WriteString("standing", item.Now?.Standing.Standing);
            json.WriteString("since", Iso(item.Now?.By));
        });
    }

    private static byte[] Happenings(Snapshot snapshot, Ask ask)
    {
        var drawn = snapshot.Draw(ask.AsOf, ask.Known);
        var (shown, filter) = (new Shown(snapshot, drawn), new Filters(snapshot, ask));
        return Points(drawn.Picture.Happenings.Where(h => h.Positive && filter.Area(h.Place) && filter.Actor(h.Agents, h.Patients) && filter.Type(h.Types) && filter.Standing(h.Standing) && filter.Source(h.Entries) && filter.Time(h.When))
            .Take(MostPoints).Select(shown.Of), item => item.Place, (json, item) =>
        {
            json.WriteString("id", item.Id);
            json.WriteString("title", item.Line);
            json.WriteString("type", item.Type);
            json.WriteString("from", Iso(item.From));
            json.WriteString("to", Iso(item.To));
            json.WriteNumber("harm", item.Harm);
            json.WriteString("standing", item.Standing.Standing);
        });
    }

    private static byte[] Points<T>(IEnumerable<T> items, Func<T, Where?> place, Action<Utf8JsonWriter, T> properties)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var item in items)
            {
                if (place(item) is not { Lat: { } lat, Lon: { } lon }) continue;
                json.WriteStartObject();
                json.WriteString("type", "Feature");
                json.WriteStartObject("geometry");
                json.WriteString("type", "Point");
                json.WriteStartArray("coordinates");
                json.WriteNumberValue(lon);
                json.WriteNumberValue(lat);
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteStartObject("properties");
                properties(json, item);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
