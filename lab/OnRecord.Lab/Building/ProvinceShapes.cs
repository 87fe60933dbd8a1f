using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace OnRecord.Lab.Building;

/// <summary>Gives first-order divisions their centre from the shapes of Natural Earth; which shape is which is told by the cities inside it, as the names in the file are partly wrong.</summary>
internal static class ProvinceShapes
{
    internal sealed record Ring((double Lon, double Lat)[] Points, double MinLon, double MinLat, double MaxLon, double MaxLat);

    /// <summary>The number of divisions placed.</summary>
    public static int Place(string gpkg, List<PlaceEntry> cities, List<PlaceEntry> admin1)
    {
        var grid = Grid(cities);
        var sums = new SortedDictionary<string, (double X, double Y, double Z)>(StringComparer.Ordinal);
        foreach (var shape in Read(gpkg).Select(shape => shape.Rings))
        {
            if (Winner(shape, grid) is not { } winner) continue;
            var sum = sums.GetValueOrDefault(winner);
            foreach (var ring in shape)
            {
                var (lat, lon, area) = Centre(ring);
                var (x, y, z) = Vector(lat, lon);
                sum = (sum.X + x * area, sum.Y + y * area, sum.Z + z * area);
            }
            sums[winner] = sum;
        }
        var placed = 0;
        foreach (var division in admin1)
        {
            if (!sums.TryGetValue(division.Code, out var sum)) continue;
            (division.Lat, division.Lon) = Degrees(sum.X, sum.Y, sum.Z);
            division.Placed = true;
            placed++;
        }
        return placed;
    }

    /// <summary>The cities by square degree.</summary>
    public static Dictionary<(int, int), List<PlaceEntry>> Grid(IEnumerable<PlaceEntry> cities)
    {
        var grid = new Dictionary<(int, int), List<PlaceEntry>>();
        foreach (var city in cities)
        {
            var cell = ((int)Math.Floor(city.Lon), (int)Math.Floor(city.Lat));
            if (!grid.TryGetValue(cell, out var list)) grid[cell] = list = [];
            list.Add(city);
        }
        return grid;
    }

    /// <summary>The division that most cities inside the shape are of, or null where no city lies in it.</summary>
    public static string? Winner(IEnumerable<Ring> shape, Dictionary<(int, int), List<PlaceEntry>> grid)
    {
        var votes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var ring in shape)
            foreach (var city in Inside(ring, grid))
                votes[city.Admin1] = votes.GetValueOrDefault(city.Admin1) + 1;
        return votes.Count == 0 ? null : votes.MaxBy(v => v.Value).Key;
    }

    public static (double X, double Y, double Z) Vector(double lat, double lon)
    {
        var (a, o) = (lat * Math.PI / 180, lon * Math.PI / 180);
        return (Math.Cos(a) * Math.Cos(o), Math.Cos(a) * Math.Sin(o), Math.Sin(a));
    }

    public static (double Lat, double Lon) Degrees(double x, double y, double z) =>
        (Math.Atan2(z, Math.Sqrt(x * x + y * y)) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);

    private static IEnumerable<PlaceEntry> Inside(Ring ring, Dictionary<(int, int), List<PlaceEntry>> grid)
    {
        for (var x = (int)Math.Floor(ring.MinLon); x <= ring.MaxLon; x++)
            for (var y = (int)Math.Floor(ring.MinLat); y <= ring.MaxLat; y++)
                foreach (var city in grid.GetValueOrDefault((x, y)) ?? [])
                    if (Contains(ring.Points, city.Lon, city.Lat)) yield return city;
    }

    private static bool Contains((double Lon, double Lat)[] points, double lon, double lat)
    {
        var inside = false;
        for (int i = 0, j = points.Length - 1; i < points.Length; j = i++)
        {
            var (a, b) = (points[i], points[j]);
            if (a.Lat > lat != b.Lat > lat && lon < (b.Lon - a.Lon) * (lat - a.Lat) / (b.Lat - a.Lat) + a.Lon) inside = !inside;
        }
        return inside;
    }

    private static (double Lat, double Lon, double Area) Centre(Ring ring)
    {
        double area = 0, lon = 0, lat = 0;
        var points = ring.Points;
        var (fromLon, fromLat) = points[0];
        for (int i = 0, j = points.Length - 1; i < points.Length; j = i++)
        {
            var (ax, ay, bx, by) = (points[j].Lon - fromLon, points[j].Lat - fromLat, points[i].Lon - fromLon, points[i].Lat - fromLat);
            var cross = ax * by - bx * ay;
            area += cross;
            lon += (ax + bx) * cross;
            lat += (ay + by) * cross;
        }
        if (Math.Abs(area) < 1e-12) return (fromLat, fromLon, 1e-9);
        var centre = fromLat + lat / (3 * area);
        return (centre, fromLon + lon / (3 * area), Math.Abs(area) * Math.Cos(centre * Math.PI / 180));
    }

    /// <summary>The shapes of all provinces in order, with the ISO code that the file gives each.</summary>
    public static IEnumerable<(string Iso, List<Ring> Rings, List<Ring> Holes)> Read(string gpkg)
    {
        using var connection = new SqliteConnection($"Data Source={gpkg};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select geom, iso_a2 from states_provinces order by fid";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (rings, holes) = Rings((byte[])reader[0]);
            yield return (reader.IsDBNull(1) ? "" : reader.GetString(1), rings, holes);
        }
    }

    // GeoPackage binary: a header whose envelope has 0, 4, 6 or 8 numbers, then WKB, here a MultiPolygon in little-endian order.
    private static (List<Ring> Outer, List<Ring> Holes) Rings(byte[] blob)
    {
        int[] envelope = [0, 32, 48, 48, 64];
        var at = 8 + envelope[(blob[3] >> 1) & 7] + 5;
        var (rings, holes) = (new List<Ring>(), new List<Ring>());
        var polygons = BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(at));
        at += 4;
        for (var p = 0; p < polygons; p++)
        {
            var parts = BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(at + 5));
            at += 9;
            for (var r = 0; r < parts; r++)
            {
                var points = new (double Lon, double Lat)[BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(at))];
                at += 4;
                for (var i = 0; i < points.Length; i++, at += 16)
                    points[i] = (BinaryPrimitives.ReadDoubleLittleEndian(blob.AsSpan(at)), BinaryPrimitives.ReadDoubleLittleEndian(blob.AsSpan(at + 8)));
                (r == 0 ? rings : holes).Add(new Ring(points, points.Min(q => q.Lon), points.Min(q => q.Lat), points.Max(q => q.Lon), points.Max(q => q.Lat)));
            }
        }
        return (rings, holes);
    }
}
