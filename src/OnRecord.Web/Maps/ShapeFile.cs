using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Web.Maps;

/// <summary>The outlines of countries and first-order divisions, as data/shapes.jsonl keeps them, handed out as GeoJSON.</summary>
public sealed class ShapeFile
{
    private readonly FrozenDictionary<string, Lazy<byte[]>> _divisions;
    private readonly Lazy<byte[]> _world;
    private readonly Lazy<FrozenDictionary<(string Country, string Name), Shape>> _byName;

    private ShapeFile(List<Shape> shapes)
    {
        _byName = new(() => shapes.Where(shape => shape.Code != shape.Country).GroupBy(shape => (shape.Country, PlaceNames.Fold(shape.Name))).ToFrozenDictionary(group => group.Key, group => group.First()));
        _world = new(() => GeoJson(shapes.Where(shape => shape.Code == shape.Country)));
        _divisions = shapes.Where(shape => shape.Code != shape.Country).GroupBy(shape => shape.Country, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => new Lazy<byte[]>(() => GeoJson(group)), StringComparer.Ordinal);
    }

    /// <summary>All countries.</summary>
    public byte[] World => _world.Value;

    /// <summary>The divisions of a country by its ISO code, or null where none are known.</summary>
    public byte[]? Divisions(string country) => _divisions.TryGetValue(country, out var found) ? found.Value : null;

    /// <summary>The outline of one division as a GeoJSON geometry, by its country's ISO code and its name; null where none is known.</summary>
    public byte[]? Division(string country, string name)
    {
        if (!_byName.Value.TryGetValue((country, PlaceNames.Fold(name)), out var shape)) return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) Geometry(json, shape);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Opens the file in the folder of data.</summary>
    public static Outcome<ShapeFile> Open(string data)
    {
        var path = Path.Combine(data, "shapes.jsonl");
        if (!File.Exists(path)) return new Problem("the outlines for the map are missing", path, "install OnRecord again");
        try
        {
            return new ShapeFile([.. File.ReadLines(path).Where(line => line.Length > 0).Select(Read)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            return new Problem("the outlines for the map cannot be read", path, "install OnRecord again");
        }
    }

    private static Shape Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Shape(root.GetProperty("code").GetString()!, root.GetProperty("country").GetString()!, root.GetProperty("name").GetString()!,
            [.. root.GetProperty("polygons").EnumerateArray().Select(polygon => polygon.EnumerateArray().Select(ring => ring.GetString()!).ToArray())]);
    }

    private static byte[] GeoJson(IEnumerable<Shape> shapes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var shape in shapes) Write(json, shape);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Shape shape)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("code", shape.Code);
        json.WriteString("country", shape.Country);
        json.WriteString("name", shape.Name);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        Geometry(json, shape);
        json.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter json, Shape shape)
    {
        json.WriteStartObject();
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in shape.Polygons)
        {
            json.WriteStartArray();
            foreach (var ring in polygon) Ring(json, ring);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The differences of encoded lines, in thousandths of a degree, longitude first.
    private static void Ring(Utf8JsonWriter json, string text)
    {
        json.WriteStartArray();
        var (at, x, y) = (0, 0, 0);
        while (at < text.Length)
        {
            x += Next(text, ref at);
            y += Next(text, ref at);
            json.WriteStartArray();
            json.WriteNumberValue(x / 1000m);
            json.WriteNumberValue(y / 1000m);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static int Next(string text, ref int at)
    {
        var (value, shift) = (0u, 0);
        while (at < text.Length)
        {
            var bits = (uint)(text[at++] - 63);
            value |= (bits & 31) << shift;
            shift += 5;
            if (bits < 32) break;
        }
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    private sealed record Shape(string Code, string Country, string Name, string[][] Polygons);
}
