namespace OnRecord.Cli.Inputs;

/// <summary>A line of bytes with its number; <paramref name="Cut"/> is true where it was longer than the limit, and then only its beginning is here.</summary>
internal sealed record Line(int Number, ReadOnlyMemory<byte> Bytes, bool Cut);

/// <summary>Cuts a stream into lines while it comes in, never holding more than one line.</summary>
internal static class LineSource
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int MaxLine = 16 * 1024 * 1024;

    /// <summary>The lines in order, without their line ends; white-space lines are left out but counted.</summary>
    public static IEnumerable<Line> Lines(Stream stream, int maxLine = MaxLine)
    {
        var buffer = new byte[64 * 1024];
        var line = new MemoryStream();
        var (number, cut, begun) = (1, false, false);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            var from = begun || !StartsWithMark(buffer.AsSpan(0, read)) ? 0 : 3;
            begun = true;
            while (from < read)
            {
                var feed = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                var end = feed < 0 ? read : feed;
                var room = (int)Math.Min(end - from, maxLine - line.Length);
                cut |= room < end - from;
                line.Write(buffer, from, room);
                from = end + 1;
                if (feed < 0) continue;
                if (Take(line) is { } bytes) yield return new Line(number, bytes, cut);
                number++;
                cut = false;
            }
        }
        if (Take(line) is { } last) yield return new Line(number, last, cut);
    }

    // The line as a copy of its own, or null where it holds nothing but white space.
    private static byte[]? Take(MemoryStream line)
    {
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length).Trim(" \t\r"u8);
        var copy = bytes.IsEmpty ? null : bytes.ToArray();
        line.SetLength(0);
        if (line.Capacity > 1024 * 1024) line.Capacity = 0;
        return copy;
    }

    private static bool StartsWithMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
}
