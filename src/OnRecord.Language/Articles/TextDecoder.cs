using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace OnRecord.Language.Articles;

/// <summary>Makes text of bytes: by the byte order mark, else as declared, else as UTF-8 where that is valid, else by how often which bytes occur.</summary>
internal static partial class TextDecoder
{
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (ByZeroBytes(bytes) is { } wide) return wide.GetString(bytes);

        var declared = Named(CharsetOf(contentType)) ?? Named(MetaCharset(bytes));
        if (declared is not null && Strictly(declared, bytes) is { } text) return text;
        return Strictly(Encoding.UTF8, bytes) ?? ByStatistics(bytes).GetString(bytes);
    }

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? ByZeroBytes(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        var half = sample.Length / 2;
        if (half == 0) return null;
        if (odd * 10 > half * 3 && even * 50 < half) return Encoding.Unicode;
        return even * 10 > half * 3 && odd * 50 < half ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding ByStatistics(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var used);
            if (status == OperationStatus.InvalidData) bad++;
            else if (used > 1) good++;
            rest = rest[used..];
        }
        // UTF-8 with a few bytes broken, or cut off at the end.
        if (good >= 4 * bad) return Encoding.UTF8;

        int letters = 0, upperHalf = 0, lowerHalf = 0;
        foreach (var b in bytes)
        {
            if (b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z') letters++;
            else if (b >= 0xE0) upperHalf++;
            else if (b >= 0xC0) lowerHalf++;
        }
        if ((upperHalf + lowerHalf) * 3 < letters) return Page(1252);
        // In Windows-1251 the small letters lie above 0xE0, in KOI8-R below.
        return lowerHalf > 3 * upperHalf ? Page(20866) : Page(1251);
    }

    private static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        switch (name.ToLowerInvariant())
        {
            // The Web standard reads these as Windows-1252.
            case "iso-8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "iso8859-1": return Page(1252);
            case "gb2312" or "gbk": return Page(54936);
            case "utf8": return Encoding.UTF8;
            // A page that could be read up to here is not in UTF-16, whatever it says.
            case "utf-16" or "utf-16le" or "utf-16be" or "utf-7" or "utf-32": return null;
        }
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? CharsetOf(string? contentType) =>
        contentType is not null && Charset().Match(contentType) is { Success: true } m ? m.Groups[1].Value : null;

    private static string? MetaCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var meta = Meta().Match(head);
        return meta.Success ? meta.Groups[1].Value : null;
    }

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""<(?:meta\s[^>]{0,300}?charset|\?xml\s[^>]{0,100}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();
}
