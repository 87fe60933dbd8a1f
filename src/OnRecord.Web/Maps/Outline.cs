namespace OnRecord.Web.Maps;

/// <summary>A ring of points in thousandths of a degree, longitude first.</summary>
internal static class Outline
{
    /// <summary>Reads the differences of encoded lines.</summary>
    public static (int X, int Y)[] Read(string text)
    {
        var ring = new List<(int, int)>();
        var (at, x, y) = (0, 0, 0);
        while (at < text.Length)
        {
            x += Next(text, ref at);
            y += Next(text, ref at);
            ring.Add((x, y));
        }
        return [.. ring];
    }

    /// <summary>The ring without points that lie nearer than some thousandths of a degree to the line that is left (Douglas and Peucker's way); nothing where too little is left of it.</summary>
    public static (int X, int Y)[] Simpler((int X, int Y)[] ring, double least)
    {
        if (ring.Length < 5) return ring;
        var kept = new bool[ring.Length];
        // A ring has no ends: it is cut at its first point and at the one farthest from there.
        var far = Enumerable.Range(1, ring.Length - 2).MaxBy(i => Square(ring[0], ring[i]));
        kept[0] = kept[far] = kept[^1] = true;
        var waiting = new Stack<(int From, int To)>([(0, far), (far, ring.Length - 1)]);
        while (waiting.TryPop(out var piece))
        {
            var (most, at) = (least * least, -1);
            for (var i = piece.From + 1; i < piece.To; i++)
                if (Off(ring[i], ring[piece.From], ring[piece.To]) is var off && off > most) (most, at) = (off, i);
            if (at < 0) continue;
            kept[at] = true;
            waiting.Push((piece.From, at));
            waiting.Push((at, piece.To));
        }
        (int X, int Y)[] simpler = [.. ring.Where((_, i) => kept[i])];
        return simpler.Length < 4 ? [] : simpler;
    }

    /// <summary>The middle of the largest of these rings.</summary>
    public static (double X, double Y) Middle(IEnumerable<(int X, int Y)[]> rings)
    {
        var (most, middle) = (0.0, (X: 0.0, Y: 0.0));
        foreach (var ring in rings)
        {
            var (area, x, y) = (0.0, 0.0, 0.0);
            for (var i = 1; i < ring.Length; i++)
            {
                var cross = (double)ring[i - 1].X * ring[i].Y - (double)ring[i].X * ring[i - 1].Y;
                area += cross;
                x += (ring[i - 1].X + ring[i].X) * cross;
                y += (ring[i - 1].Y + ring[i].Y) * cross;
            }
            if (Math.Abs(area) > most) (most, middle) = (Math.Abs(area), (x / (3 * area), y / (3 * area)));
        }
        return middle;
    }

    private static double Square((int X, int Y) a, (int X, int Y) b) => (double)(a.X - b.X) * (a.X - b.X) + (double)(a.Y - b.Y) * (a.Y - b.Y);

    // The square of how far a point lies off the line between two.
    private static double Off((int X, int Y) point, (int X, int Y) a, (int X, int Y) b)
    {
        var (dx, dy) = ((double)(b.X - a.X), (double)(b.Y - a.Y));
        var along = dx == 0 && dy == 0 ? 0 : Math.Clamp(((point.X - a.X) * dx + (point.Y - a.Y) * dy) / (dx * dx + dy * dy), 0, 1);
        var (ox, oy) = (point.X - a.X - along * dx, point.Y - a.Y - along * dy);
        return ox * ox + oy * oy;
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
}
