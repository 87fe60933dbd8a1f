using System.Text.Json;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;
using OnRecord.Web.Maps;

namespace OnRecord.Tests.Web;

public class ShapeTests
{
    private static readonly Lazy<ShapeFile> File = new(() => ShapeFile.Open(Served.Data).Value!);

    [Fact]
    public void Every_seat_of_an_afghan_province_lies_in_the_outline_of_its_name()
    {
        var features = JsonDocument.Parse(File.Value.Divisions("AF")!).RootElement.GetProperty("features").EnumerateArray().ToList();
        features.Count.ShouldBe(34);
        using var gazetteer = Gazetteer.Open(Path.Combine(Served.Data, "gazetteer.bin")).Value!;
        // The last three are the ones that the source mixes up.
        foreach (var name in new[] { "Kunduz", "Herat", "Kandahar", "Zaranj", "Lashkar Gah", "Jalalabad", "Firozkoh", "Bazarak", "Charikar", "Nili" })
        {
            var seat = gazetteer.Find(name).First(place => place.Country == "AF" && place.Kind == PlaceKind.City);
            features.Where(feature => Contains(feature, seat.Lon, seat.Lat)).Select(feature => feature.GetProperty("properties").GetProperty("name").GetString()).ShouldBe([seat.Admin1], name);
        }
    }

    [Fact]
    public void Outlines_are_valid_geojson()
    {
        foreach (var bytes in new[] { File.Value.World, File.Value.Divisions("AF")!, File.Value.Divisions("SY")!, File.Value.Divisions("UA")! })
            foreach (var feature in JsonDocument.Parse(bytes).RootElement.GetProperty("features").EnumerateArray())
            {
                feature.GetProperty("geometry").GetProperty("type").GetString().ShouldBe("MultiPolygon");
                foreach (var polygon in feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray())
                {
                    var rings = polygon.EnumerateArray().ToList();
                    foreach (var ring in rings)
                    {
                        ring.GetArrayLength().ShouldBeGreaterThanOrEqualTo(4);
                        ring[0].GetRawText().ShouldBe(ring[ring.GetArrayLength() - 1].GetRawText());
                        ring.EnumerateArray().ShouldAllBe(point => Math.Abs(point[0].GetDouble()) <= 180 && Math.Abs(point[1].GetDouble()) <= 90);
                    }
                    Area(rings[0]).ShouldBeGreaterThan(0);
                    rings.Skip(1).ShouldAllBe(hole => Area(hole) < 0);
                }
            }
    }

    [Fact]
    public void A_sketch_has_every_country_and_is_fine_only_around_what_is_looked_at()
    {
        double[] bounds = [61, 31, 71, 37];
        var (sketch, world) = (File.Value.Sketch(bounds), File.Value.World);
        sketch.Length.ShouldBeLessThan(world.Length / 3);
        var (few, all) = (Points(sketch), Points(world));
        few.Keys.Order().ShouldBe(all.Keys.Order());
        few.Values.ShouldAllBe(points => points >= 4);
        few["AF"].ShouldBeGreaterThan(all["AF"] / 4);
        few["NO"].ShouldBeLessThan(all["NO"] / 3);
        File.Value.Sketch([]).Length.ShouldBeLessThan(sketch.Length);

        static Dictionary<string, int> Points(byte[] bytes) => JsonDocument.Parse(bytes).RootElement.GetProperty("features").EnumerateArray()
            .ToDictionary(feature => feature.GetProperty("properties").GetProperty("code").GetString()!, feature => feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Sum(polygon => polygon[0].GetArrayLength()));
    }

    [Fact]
    public void A_simpler_outline_keeps_its_corners_and_is_nowhere_farther_off_than_allowed()
    {
        (int, int)[] square = [(0, 0), (50, 1), (100, 0), (100, 100), (0, 100), (0, 0)];
        OnRecord.Web.Maps.Outline.Simpler(square, 2).ShouldBe([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]);
        OnRecord.Web.Maps.Outline.Simpler(square, 0.5).ShouldBe(square);
        OnRecord.Web.Maps.Outline.Simpler(square, 500).ShouldBeEmpty();
        OnRecord.Web.Maps.Outline.Middle([square]).X.ShouldBe(50, 1);
    }

    [Fact]
    public void Neighbours_meet()
    {
        // Every edge between two provinces is in both: what is met once only is the border of the country.
        var edges = new Dictionary<(string, string), int>();
        foreach (var ring in JsonDocument.Parse(File.Value.Divisions("AF")!).RootElement.GetProperty("features").EnumerateArray()
            .SelectMany(feature => feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray()).Select(polygon => polygon[0]))
            for (var i = 1; i < ring.GetArrayLength(); i++)
            {
                var (a, b) = (ring[i - 1].GetRawText(), ring[i].GetRawText());
                var edge = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
                edges[edge] = edges.GetValueOrDefault(edge) + 1;
            }
        edges.Values.ShouldAllBe(count => count <= 2);
        var country = JsonDocument.Parse(File.Value.World).RootElement.GetProperty("features").EnumerateArray().First(feature => feature.GetProperty("properties").GetProperty("code").GetString() == "AF");
        edges.Values.Count(count => count == 1).ShouldBe(country.GetProperty("geometry").GetProperty("coordinates")[0][0].GetArrayLength() - 1);
    }

    private static double Area(JsonElement ring)
    {
        var sum = 0.0;
        for (var i = 1; i < ring.GetArrayLength(); i++) sum += ring[i - 1][0].GetDouble() * ring[i][1].GetDouble() - ring[i][0].GetDouble() * ring[i - 1][1].GetDouble();
        return sum;
    }

    private static bool Contains(JsonElement feature, double lon, double lat)
    {
        var inside = false;
        foreach (var ring in feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()))
            for (var i = 1; i < ring.GetArrayLength(); i++)
            {
                var (ax, ay, bx, by) = (ring[i - 1][0].GetDouble(), ring[i - 1][1].GetDouble(), ring[i][0].GetDouble(), ring[i][1].GetDouble());
                if (ay > lat != by > lat && lon < (bx - ax) * (lat - ay) / (by - ay) + ax) inside = !inside;
            }
        return inside;
    }
}
