using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Web.Maps;

/// <summary>The outlines of countries and first-order divisions, as data/shapes.jsonl keeps them, handed out as GeoJSON.</summary>
public sealed class ShapeFile
{
    private const int Thousand = 1000;

    // How much of the stretch is added on each side of it.
    private const double Around = 0.4;

    // How far an outline may be off, in thousandths of a degree: a kilometre in and around what is looked at, ten elsewhere.
    private const double Near = 10, Rough = 100;

    private readonly FrozenDictionary<string, Lazy<byte[]>> _divisions;
    private readonly Lazy<byte[]> _world;
    private readonly List<Shape> _countries;
    private readonly Lazy<FrozenDictionary<(string Country, string Name), Shape>> _byName;

    private ShapeFile(List<Shape> shapes)
    {
        _byName = new(() => shapes.Where(shape => shape.Code != shape.Country).GroupBy(shape => (shape.Country, PlaceNames.Fold(shape.Name))).ToFrozenDictionary(group => group.Key, group => group.First()));
        _countries = [.. shapes.Where(shape => shape.Code == shape.Country)];
        _world = new(() => GeoJson(_countries, _ => 0));
        _divisions = shapes.Where(shape => shape.Code != shape.Country).GroupBy(shape => shape.Country, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => new Lazy<byte[]>(() => GeoJson(group, _ => 0)), StringComparer.Ordinal);
    }

    /// <summary>All countries.</summary>
    public byte[] World => _world.Value;

    /// <summary>All countries for a first look at a stretch of the earth (west, south, east, north; nothing: all of it): those in it and beside it as they are, those far away roughly.</summary>
    public byte[] Sketch(IReadOnlyList<double> bounds)
    {
        if (bounds.Count < 4) return GeoJson(_countries, _ => Rough);
        var (width, height) = (Math.Max(1, bounds[2] - bounds[0]) * Around, Math.Max(1, bounds[3] - bounds[1]) * Around);
        int[] near = [.. new[] { bounds[0] - width, bounds[1] - height, bounds[2] + width, bounds[3] + height }.Select(degrees => (int)(degrees * Thousand))];
        return GeoJson(_countries, ring => ring.Any(point => point.X >= near[0] && point.X <= near[2] && point.Y >= near[1] && point.Y <= near[3]) ? Near : Rough);
    }

    /// <summary>The divisions of a country by its ISO code, or null where none are known.</summary>
    public byte[]? Divisions(string country) => _divisions.TryGetValue(country, out var found) ? found.Value : null;

    /// <summary>The outline of one division as a GeoJSON geometry, by its country's ISO code and its name; null where none is known.</summary>
    public byte[]? Division(string country, string name)
    {
        if (!_byName.Value.TryGetValue((country, PlaceNames.Fold(name)), out var shape)) return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) Geometry(json, shape, _ => 0);
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

    private static byte[] GeoJson(IEnumerable<Shape> shapes, Func<(int X, int Y)[], double> least)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var shape in shapes) Write(json, shape, least);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Shape shape, Func<(int X, int Y)[], double> least)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("code", shape.Code);
        json.WriteString("country", shape.Country);
        json.WriteString("name", shape.Name);
        // A name stands once, in the middle of the largest part.
        var (x, y) = Outline.Middle(shape.Polygons.Select(polygon => Outline.Read(polygon[0])));
        json.WriteStartArray("at");
        json.WriteNumberValue((decimal)Math.Round(x) / Thousand);
        json.WriteNumberValue((decimal)Math.Round(y) / Thousand);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        Geometry(json, shape, least);
        json.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter json, Shape shape, Func<(int X, int Y)[], double> least)
    {
        json.WriteStartObject();
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        var polygons = shape.Polygons.Select(polygon => polygon.Select(Outline.Read).ToList()).ToList();
        // An island too small to be seen is left out, with what lies in it; of a country of such islands the largest stays as it is.
        var seen = polygons.Select(rings => rings.Select(ring => least(ring) is var few and > 0 ? Outline.Simpler(ring, few) : ring).ToList()).Where(rings => rings[0].Length > 0).ToList();
        if (seen.Count == 0) seen.AddRange(polygons.OrderByDescending(rings => rings[0].Length).Take(1));
        foreach (var rings in seen)
        {
            json.WriteStartArray();
            foreach (var ring in rings.Where(ring => ring.Length > 0)) Ring(json, ring);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Ring(Utf8JsonWriter json, (int X, int Y)[] ring)
    {
        json.WriteStartArray();
        foreach (var (x, y) in ring)
        {
            json.WriteStartArray();
            json.WriteNumberValue(x / (decimal)Thousand);
            json.WriteNumberValue(y / (decimal)Thousand);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private sealed record Shape(string Code, string Country, string Name, string[][] Polygons);
}
