using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OnRecord.Language.Mentions;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Parts of a picture as GeoJSON: happenings as points that say how fine they are, control by province as outlines.</summary>
public static class PictureGeoJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Items of a kind whose place is known; a point is no finer than the report: its precision says what the coordinates are the middle of.</summary>
    public static byte[] Points(IEnumerable<PictureItem> items, Func<PictureItem, Spot?> place) => Collection(json =>
    {
        foreach (var item in items)
        {
            if (place(item) is not { Place: { } at } spot) continue;
            Feature(json, item.Id, () =>
            {
                json.WriteStartObject("geometry");
                json.WriteString("type", "Point");
                json.WriteStartArray("coordinates");
                json.WriteNumberValue(Math.Round(at.Lon, 5));
                json.WriteNumberValue(Math.Round(at.Lat, 5));
                json.WriteEndArray();
                json.WriteEndObject();
            }, () =>
            {
                json.WriteString("text", item.Text);
                json.WriteString("day", item.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("place", spot.Name);
                json.WriteString("admin1", at.Admin1);
                json.WriteString("country", at.Country);
                json.WriteString("precision", Precision(at));
                if (item.Record is Happening happening)
                {
                    Strings(json, "types", happening.Types);
                    json.WriteBoolean("positive", happening.Positive);
                    json.WriteString("standing", happening.Standing.Standing.ToString().ToLowerInvariant());
                }
                Strings(json, "entries", item.Entries);
            });
        }
    });

    /// <summary>Provinces, and who holds how many of their known places; <paramref name="outline"/> gives the GeoJSON geometry of one by country and name, or null.</summary>
    public static byte[] Control(Picture picture, IEnumerable<PictureItem> areas, Func<string, string, byte[]?> outline, bool names = false)
    {
        var privacy = new Privacy(names, PublicPersons.Of(picture.Evidence));
        var spans = picture.Control.SelectMany(place => place.Spans.Select(span => (place.Place, Span: span))).ToDictionary(pair => pair.Span.Id, StringComparer.Ordinal);
        return Collection(json =>
        {
            foreach (var item in areas)
            {
                if (item.Record is not AreaControl { Level: "admin1" } area) continue;
                Feature(json, area.Id, () =>
                {
                    json.WritePropertyName("geometry");
                    if (outline(area.Country, area.Name) is { } shape) json.WriteRawValue(shape);
                    else json.WriteNullValue();
                }, () =>
                {
                    json.WriteString("text", item.Text);
                    json.WriteString("name", area.Name);
                    json.WriteString("country", area.Country);
                    json.WriteString("holder", Holder(area) is { } holder ? privacy.Show(holder) : null);
                    json.WriteNumber("known", area.Known);
                    json.WriteNumber("contested", area.Contested);
                    json.WriteStartArray("holders");
                    foreach (var share in area.Holders)
                    {
                        json.WriteStartObject();
                        json.WriteString("holder", share.Holder is { } side ? privacy.Show(side) : null);
                        Strings(json, "places", [.. share.Spans.Where(spans.ContainsKey).Select(id => spans[id].Place.Name)]);
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                    json.WriteString("seat", area.Seat);
                    Strings(json, "entries", item.Entries);
                });
            }
        });
    }

    // Who holds all of its known places; where they are divided, nobody holds it.
    private static Party? Holder(AreaControl area) => area.Holders is [{ Holder: { } only }] ? only : null;

    private static string Precision(Place place) => place.Approximate ? "approximate" : place.Kind switch
    {
        PlaceKind.Site => "site",
        PlaceKind.City => "settlement",
        PlaceKind.Admin2 => "district",
        PlaceKind.Admin1 => "province",
        PlaceKind.Country => "country",
        _ => "region",
    };

    private static byte[] Collection(Action<Utf8JsonWriter> features)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            features(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Feature(Utf8JsonWriter json, string id, Action geometry, Action properties)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
        geometry();
        json.WriteStartObject("properties");
        properties();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
