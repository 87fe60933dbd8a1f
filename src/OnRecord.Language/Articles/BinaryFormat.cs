namespace OnRecord.Language.Articles;

/// <summary>Tells documents that are no text, by their first bytes or by their control characters.</summary>
internal static class BinaryFormat
{
    public static string? NameOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) ? "a PDF document"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "a PNG picture"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "a JPEG picture"
        : bytes.StartsWith("GIF8"u8) ? "a GIF picture"
        : bytes.StartsWith("PK\u0003\u0004"u8) ? "a ZIP archive or an office document"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "an old office document"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "a gzip archive"
        : bytes.StartsWith("\u007FELF"u8) ? "a program"
        : bytes.StartsWith("SQLite format 3\0"u8) ? "a database"
        : bytes.StartsWith(@"{\rtf"u8) ? "a rich text document"
        : null;

    /// <summary>True where more than one character in fifty is a control character that text does not hold.</summary>
    public static bool LooksBinary(ReadOnlySpan<char> text)
    {
        var controls = 0;
        foreach (var c in text)
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001B') || c is '\u007F') controls++;
        return controls * 50 > text.Length;
    }
}
