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

    // Every fragment is longer than this, and few that begin alike have the same byte here.
    private const int Telling = 3;

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

    private static readonly SearchValues<byte> Beginnings = SearchValues.Create([.. Fragments.Select(fragment => fragment[0]).Distinct()]);

    /// <summary>JSON as it is kept.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> json)
    {
        // Packed, it is never longer.
        var room = ArrayPool<byte>.Shared.Rent(json.Length);
        var length = 0;
        while (!json.IsEmpty)
        {
            var plain = json.IndexOfAny(Beginnings) is var at and >= 0 ? at : json.Length;
            json[..plain].CopyTo(room.AsSpan(length));
            length += plain;
            json = json[plain..];
            if (json.IsEmpty) break;
            var code = Code(json);
            room[length++] = code >= 0 ? (byte)(code + 1) : json[0];
            json = json[(code >= 0 ? Fragments[code].Length : 1)..];
        }
        var packed = room.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        return packed;
    }

    /// <summary>What <see cref="Pack"/> was given.</summary>
    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var length = 0;
        foreach (var b in packed) length += IsCode(b) ? Fragments[b - 1].Length : 1;
        var json = new byte[length];
        var at = 0;
        foreach (var b in packed)
        {
            if (!IsCode(b))
            {
                json[at++] = b;
                continue;
            }
            Fragments[b - 1].CopyTo(json.AsSpan(at));
            at += Fragments[b - 1].Length;
        }
        return json;
    }

    /// <summary>A text as it is kept: its length in bytes, then the packed bytes.</summary>
    public static byte[] PackText(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var size = Encoding.UTF8.GetBytes(text, bytes);
        var packed = ArrayPool<byte>.Shared.Rent(4 + BrotliEncoder.GetMaxCompressedLength(size));
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(packed, size);
        if (!BrotliEncoder.TryCompress(bytes.AsSpan(0, size), packed.AsSpan(4), out var length, Quality, Window)) throw new InvalidOperationException("the space is enough for any text");
        var kept = packed.AsSpan(0, 4 + length).ToArray();
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<byte>.Shared.Return(packed);
        return kept;
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

    private static bool IsCode(byte b) => b is > 0 and < 0x20;

    private static int Code(ReadOnlySpan<byte> json)
    {
        if (json.Length <= Telling) return -1;
        foreach (var i in Beginning[json[0]])
            if (Fragments[i][Telling] == json[Telling] && json.StartsWith(Fragments[i])) return i;
        return -1;
    }
}
