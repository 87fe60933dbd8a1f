using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace OnRecord.Storage;

/// <summary>
/// How a store keeps statements and texts small. In a statement's JSON the fragments that nearly all have are one byte each, of those that JSON never has (0x01..0x1F);
/// a text is packed by Brotli. Both are part of the record's form: the list of fragments is never altered.
/// </summary>
internal static class Packing
{
    private const int Quality = 4, Window = 18;

    private static readonly ImmutableArray<byte[]> Fragments =
    [
        .. new[]
        {
            """{"type":" """, """ ","trigger":[ """, """ ],"span":[ """, """ ],"agent":[{"name":" """, """ ],"patient":[{"name":" """, """ ","at":[ """, """ ","actor":" """, """ ,"place":{"name":" """,
            """ ","kind":"city","admin1":" """, """ ","kind":" """, """ ","admin1":" """, """ ","country":" """, """ ","lat": """, """ ,"lon": """, """ ,"population": """, """ ,"geonames": """,
            """ ,"code":" """, """ ","capital":" """, """ "}},"time":{"from":" """, """ ,"time":{"from":" """, """ ","to":" """, """ ,"sources":[{"name":" """, """ ","role":" """, """ ,"stance":" """,
            """ ","cues":[{"field":" """, """ ","why":" """, """ ]},{"name":" """, """ ]},{"field":" """, """ ,"mode":" """, """ ,"quantity":{"text":" """, """ ,"polarity":"negative" """,
        }.Select(fragment => Encoding.UTF8.GetBytes(fragment.Trim())),
    ];

    // For each byte the fragments that begin with it, the longest first.
    private static readonly ImmutableArray<ImmutableArray<byte>> Beginning =
    [
        .. Enumerable.Range(0, 256).Select(first => Enumerable.Range(0, Fragments.Length).Where(i => Fragments[i][0] == first)
            .OrderByDescending(i => Fragments[i].Length).Select(i => (byte)i).ToImmutableArray()),
    ];

    /// <summary>JSON as it is kept.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> json)
    {
        var packed = new ArrayBufferWriter<byte>(json.Length);
        while (!json.IsEmpty)
        {
            var code = Code(json);
            packed.GetSpan(1)[0] = code >= 0 ? (byte)(code + 1) : json[0];
            packed.Advance(1);
            json = json[(code >= 0 ? Fragments[code].Length : 1)..];
        }
        return packed.WrittenSpan.ToArray();
    }

    /// <summary>What <see cref="Pack"/> was given.</summary>
    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var json = new ArrayBufferWriter<byte>(packed.Length * 2 + 16);
        foreach (var b in packed)
            if (b is > 0 and < 0x20) json.Write(Fragments[b - 1]);
            else json.Write([b]);
        return json.WrittenSpan.ToArray();
    }

    /// <summary>A text as it is kept: its length in bytes, then the packed bytes.</summary>
    public static byte[] PackText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var packed = new byte[4 + BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(packed, bytes.Length);
        if (!BrotliEncoder.TryCompress(bytes, packed.AsSpan(4), out var length, Quality, Window)) throw new InvalidOperationException("the space is enough for any text");
        return packed[..(4 + length)];
    }

    /// <summary>What <see cref="PackText"/> was given, or null where the bytes are damaged.</summary>
    public static string? UnpackText(ReadOnlySpan<byte> packed)
    {
        // No text packs tighter than this; a length beyond it is damage and not worth the memory.
        const int Tightest = 1 << 20;
        if (packed.Length < 5 || System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(packed) is var length && (length < 0 || length / packed.Length > Tightest)) return null;
        var bytes = new byte[length];
        return BrotliDecoder.TryDecompress(packed[4..], bytes, out var written) && written == length ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static int Code(ReadOnlySpan<byte> json)
    {
        foreach (var i in Beginning[json[0]])
            if (json.StartsWith(Fragments[i])) return i;
        return -1;
    }
}
