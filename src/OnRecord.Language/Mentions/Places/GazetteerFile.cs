using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Text;

namespace OnRecord.Language.Mentions.Places;

/// <summary>The parts of a gazetteer file, in the order in which they stand.</summary>
internal enum Section
{
    /// <summary>Fixed-size place records: countries, first-order, second-order divisions, regions and sites, cities by GeoNames id.</summary>
    Places,
    /// <summary>Names: a length byte, then UTF-8.</summary>
    Texts,
    /// <summary>For each country and division, the offset of its code in <see cref="Texts"/>.</summary>
    Codes,
    /// <summary>For each country and first-order division, the place that is its seat, or <see cref="GazetteerFile.None"/>.</summary>
    Seats,
    /// <summary>For each country, its ISO 3166-1 alpha-3 code.</summary>
    Iso3,
    /// <summary>For each block of keys, its offset in <see cref="Keys"/>.</summary>
    Blocks,
    /// <summary>The folded names, sorted, front-coded, each with the places that bear it.</summary>
    Keys,
    /// <summary>How many places there are of each group.</summary>
    Counts,
}

/// <summary>A gazetteer file mapped into memory: its layout, and the check that it is whole.</summary>
internal sealed unsafe class GazetteerFile : IDisposable
{
    public const ulong Magic = 0x315A41474345524FUL; // "ORECGAZ1"
    public const int SectionCount = 8;
    public const int HeaderLength = 24 + SectionCount * 8;
    public const int RecordLength = 28;
    public const int BlockKeys = 16;
    public const uint None = uint.MaxValue;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly (int Offset, int Length)[] _sections = new (int, int)[SectionCount];
    private bool _disposed;

    private GazetteerFile(MemoryMappedFile file, MemoryMappedViewAccessor view, byte* start)
    {
        _file = file;
        _view = view;
        _start = start;
        for (var i = 0; i < SectionCount; i++)
        {
            var entry = new ReadOnlySpan<byte>(start + 24 + i * 8, 8);
            _sections[i] = (BinaryPrimitives.ReadInt32LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[4..]));
        }
    }

    /// <summary>The bytes of a section.</summary>
    public ReadOnlySpan<byte> this[Section section]
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var (offset, length) = _sections[(int)section];
            return new ReadOnlySpan<byte>(_start + offset, length);
        }
    }

    /// <summary>The number at position <paramref name="index"/> of a section of 32-bit numbers.</summary>
    public uint Number(Section section, int index) => BinaryPrimitives.ReadUInt32LittleEndian(this[section][(index * 4)..]);

    /// <summary>The text at <paramref name="offset"/> of the texts.</summary>
    public string Text(uint offset) => Encoding.UTF8.GetString(TextBytes(offset));

    /// <summary>The UTF-8 bytes of the text at <paramref name="offset"/>.</summary>
    public ReadOnlySpan<byte> TextBytes(uint offset)
    {
        var texts = this[Section.Texts];
        return texts.Slice((int)offset + 1, texts[(int)offset]);
    }

    /// <summary>Maps the file and checks that it is a gazetteer, whole and unchanged.</summary>
    public static Outcome<GazetteerFile> Open(string path)
    {
        const string hint = "build it again with 'lab build-gazetteer', or install OnRecord again";
        if (!File.Exists(path)) return new Problem("there is no gazetteer", path, hint);
        MemoryMappedFile? file = null;
        MemoryMappedViewAccessor? view = null;
        byte* start = null;
        try
        {
            var length = new FileInfo(path).Length;
            if (length < HeaderLength || length > int.MaxValue) return new Problem("this is no gazetteer file, or it is cut short", path, hint);
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            var what = Fault(new ReadOnlySpan<byte>(start + view.PointerOffset, (int)length));
            if (what is null)
            {
                var opened = new GazetteerFile(file, view, start + view.PointerOffset);
                file = null;
                view = null;
                start = null;
                return opened;
            }
            return new Problem(what, path, hint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem($"the gazetteer cannot be read ({e.Message})", path, "check that the file may be read");
        }
        finally
        {
            if (start is not null) view!.SafeMemoryMappedViewHandle.ReleasePointer();
            view?.Dispose();
            file?.Dispose();
        }
    }

    private static string? Fault(ReadOnlySpan<byte> bytes)
    {
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic) return "this is no gazetteer file of this version";
        if (BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]) != bytes.Length) return "the gazetteer is cut short";
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]) != Checksum(bytes[24..])) return "the gazetteer is damaged: its checksum is wrong";
        for (var i = 0; i < SectionCount; i++)
        {
            var offset = BinaryPrimitives.ReadInt32LittleEndian(bytes[(24 + i * 8)..]);
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(28 + i * 8)..]);
            if (offset < HeaderLength || length < 0 || length > bytes.Length - offset) return "the gazetteer is damaged: a section lies outside it";
        }
        return null;
    }

    /// <summary>A 64-bit sum over the bytes, in four lanes so that the whole file takes a few milliseconds.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        const ulong prime = 0x9E3779B185EBCA87UL;
        ulong a = 1, b = 2, c = 3, d = 4;
        var i = 0;
        for (; i + 32 <= bytes.Length; i += 32)
        {
            a = BitOperations.RotateLeft((a ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[i..])) * prime, 31);
            b = BitOperations.RotateLeft((b ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i + 8)..])) * prime, 31);
            c = BitOperations.RotateLeft((c ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i + 16)..])) * prime, 31);
            d = BitOperations.RotateLeft((d ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i + 24)..])) * prime, 31);
        }
        for (; i < bytes.Length; i++) a = BitOperations.RotateLeft((a ^ bytes[i]) * prime, 31);
        return ((a * prime ^ b) * prime ^ c) * prime ^ d;
    }

    /// <summary>Lets go of the file.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
