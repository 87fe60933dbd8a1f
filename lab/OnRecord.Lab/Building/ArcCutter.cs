using System.Text;

namespace OnRecord.Lab.Building;

/// <summary>Simplifies outlines so that neighbours still meet: rings are cut where three shapes meet, and each piece is simplified once, the same from both sides.</summary>
internal sealed class ArcCutter
{
    // About two kilometres: finer than any report says, coarse enough for a small file.
    private const double Tolerance = 0.018;

    // Islands and slivers below this area (in square degrees) are left out where the shape has a larger part.
    private const double SmallestArea = 0.004;

    private const int Scale = 1000;

    private readonly Dictionary<(int, int), (int, int, int, int)> _neighbours = [];
    private readonly HashSet<(int, int)> _nodes = [];

    /// <summary>A ring in thousandths of a degree, without its closing point.</summary>
    internal sealed record Ring((int X, int Y)[] Points);

    /// <summary>Takes a ring in; all must be in before the first outline is drawn.</summary>
    public Ring Add((double Lon, double Lat)[] points)
    {
        var ring = new List<(int X, int Y)>(points.Length);
        foreach (var (lon, lat) in points)
        {
            var point = ((int)Math.Round(lon * Scale), (int)Math.Round(lat * Scale));
            if (ring.Count == 0 || ring[^1] != point) ring.Add(point);
        }
        if (ring.Count > 1 && ring[0] == ring[^1]) ring.RemoveAt(ring.Count - 1);
        for (var i = 0; i < ring.Count; i++)
        {
            var (before, after) = (ring[(i + ring.Count - 1) % ring.Count], ring[(i + 1) % ring.Count]);
            var pair = before.CompareTo(after) <= 0 ? (before.X, before.Y, after.X, after.Y) : (after.X, after.Y, before.X, before.Y);
            if (!_neighbours.TryAdd(ring[i], pair) && _neighbours[ring[i]] != pair) _nodes.Add(ring[i]);
        }
        return new Ring([.. ring]);
    }

    /// <summary>The outline of shapes taken together, simplified: polygons, each an outer ring and its holes, as delta-coded text.</summary>
    public List<List<string>> Outline(IEnumerable<Ring> rings)
    {
        // A piece between two of the shapes is met twice and is no part of the outline.
        var pieces = new Dictionary<string, (int X, int Y)[]>(StringComparer.Ordinal);
        foreach (var piece in rings.SelectMany(Pieces))
        {
            var key = Key(piece);
            if (!pieces.Remove(key)) pieces[key] = piece;
        }
        var closed = new List<(int X, int Y)[]>();
        var byStart = pieces.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Simplified(pair.Value)).ToLookup(piece => piece[0])
            .ToDictionary(group => group.Key, group => new Stack<(int X, int Y)[]>(group));
        foreach (var start in byStart.Keys.Order().ToList())
            while (byStart[start].TryPop(out var first))
            {
                var ring = new List<(int X, int Y)>(first);
                while (ring[^1] != start && byStart.TryGetValue(ring[^1], out var next) && next.TryPop(out var piece)) ring.AddRange(piece[1..]);
                if (ring[^1] == start && ring.Count > 3) closed.Add([.. ring]);
            }
        return Polygons(closed);
    }

    private List<(int X, int Y)[]> Pieces(Ring ring)
    {
        var points = ring.Points;
        if (points.Length < 3) return [];
        var start = Array.FindIndex(points, _nodes.Contains);
        // A ring that touches nothing begins at its least point, so that an enclave and its hole are cut alike.
        if (start < 0) start = Array.IndexOf(points, points.Min());
        var pieces = new List<(int X, int Y)[]>();
        var piece = new List<(int X, int Y)> { points[start] };
        for (var i = 1; i <= points.Length; i++)
        {
            var point = points[(start + i) % points.Length];
            piece.Add(point);
            if (i < points.Length && !_nodes.Contains(point)) continue;
            pieces.Add([.. piece]);
            piece = [point];
        }
        return pieces;
    }

    private static string Key((int X, int Y)[] piece) => Code(Forward(piece) ? piece : [.. piece.Reverse()]);

    private static bool Forward((int X, int Y)[] piece) =>
        piece[0].CompareTo(piece[^1]) is var ends and not 0 ? ends < 0 : piece[1].CompareTo(piece[^2]) <= 0;

    // From either side the same points are kept: the piece is always worked on in one direction.
    private static (int X, int Y)[] Simplified((int X, int Y)[] piece)
    {
        var forward = Forward(piece);
        var points = forward ? piece : [.. piece.Reverse()];
        var keep = new bool[points.Length];
        keep[0] = keep[^1] = true;
        if (points[0] == points[^1])
        {
            var far = Enumerable.Range(1, points.Length - 2).MaxBy(i => Square(points[i], points[0]));
            keep[far] = true;
            Keep(points, keep, 0, far);
            Keep(points, keep, far, points.Length - 1);
        }
        else Keep(points, keep, 0, points.Length - 1);
        var kept = points.Where((_, i) => keep[i]).ToArray();
        return forward ? kept : [.. kept.Reverse()];
    }

    private static void Keep((int X, int Y)[] points, bool[] keep, int from, int to)
    {
        var open = new Stack<(int, int)>([(from, to)]);
        while (open.TryPop(out var stretch))
        {
            var (a, b) = stretch;
            var (most, at) = (0.0, -1);
            for (var i = a + 1; i < b; i++)
                if (Off(points[i], points[a], points[b]) is var off && off > most) (most, at) = (off, i);
            if (at < 0 || most <= Tolerance * Scale) continue;
            keep[at] = true;
            open.Push((a, at));
            open.Push((at, b));
        }
    }

    private static double Off((int X, int Y) p, (int X, int Y) a, (int X, int Y) b)
    {
        var narrow = Math.Cos(p.Y * Math.PI / 180 / Scale);
        var (dx, dy, px, py) = ((b.X - a.X) * narrow, (double)(b.Y - a.Y), (p.X - a.X) * narrow, (double)(p.Y - a.Y));
        var length = dx * dx + dy * dy;
        var t = length == 0 ? 0 : Math.Clamp((px * dx + py * dy) / length, 0, 1);
        return Math.Sqrt((px - t * dx) * (px - t * dx) + (py - t * dy) * (py - t * dy));
    }

    private static double Square((int X, int Y) a, (int X, int Y) b) => Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2);

    // A ring inside another is its hole; what is inside a hole is a polygon again.
    private static List<List<string>> Polygons(List<(int X, int Y)[]> rings)
    {
        var sized = rings.Select(ring => (Ring: ring, Area: Math.Abs(Area(ring)))).OrderByDescending(pair => pair.Area).ThenBy(pair => pair.Ring[0]).ToList();
        var kept = sized.Where((pair, i) => i == 0 || pair.Area >= SmallestArea * Scale * Scale).Where(pair => pair.Area > 0).Select(pair => pair.Ring).ToList();
        var polygons = new List<(List<(int X, int Y)[]> Rings, (int X, int Y)[] Outer)>();
        for (var i = 0; i < kept.Count; i++)
        {
            var point = Middle(kept[i]);
            var around = kept.Take(i).Where(ring => Contains(ring, point)).ToList();
            if (around.Count % 2 == 1) polygons.First(polygon => polygon.Outer == around[^1]).Rings.Add(Turned(kept[i], left: false));
            else polygons.Add(([Turned(kept[i], left: true)], kept[i]));
        }
        return [.. polygons.Select(polygon => polygon.Rings.Select(Code).ToList())];
    }

    private static (int X, int Y)[] Turned((int X, int Y)[] ring, bool left) => Area(ring) > 0 == left ? ring : [.. ring.Reverse()];

    // The middle of an edge, so that a ring that only touches another is not taken for one inside it.
    private static (double X, double Y) Middle((int X, int Y)[] ring) => ((ring[0].X + ring[1].X) / 2.0 + 1e-3, (ring[0].Y + ring[1].Y) / 2.0 + 1e-3);

    private static double Area((int X, int Y)[] ring)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < ring.Length; i++) sum += (double)ring[i].X * ring[i + 1].Y - (double)ring[i + 1].X * ring[i].Y;
        return sum / 2;
    }

    private static bool Contains((int X, int Y)[] ring, (double X, double Y) p)
    {
        var inside = false;
        for (var i = 0; i + 1 < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[i + 1]);
            if (a.Y > p.Y != b.Y > p.Y && p.X < (double)(b.X - a.X) * (p.Y - a.Y) / (b.Y - a.Y) + a.X) inside = !inside;
        }
        return inside;
    }

    // Differences, zigzag, five bits a character from '?' on: the well-known form of encoded lines, here longitude first and in thousandths.
    private static string Code((int X, int Y)[] points)
    {
        var text = new StringBuilder();
        var (x, y) = (0, 0);
        foreach (var point in points)
        {
            Code(text, point.X - x);
            Code(text, point.Y - y);
            (x, y) = point;
        }
        return text.ToString();
    }

    private static void Code(StringBuilder text, int value)
    {
        var rest = (uint)(value << 1 ^ value >> 31);
        for (; rest >= 32; rest >>= 5) text.Append((char)((rest & 31 | 32) + 63));
        text.Append((char)(rest + 63));
    }
}
