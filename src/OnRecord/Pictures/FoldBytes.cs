using System.Buffers;
using System.Text;

namespace OnRecord.Pictures;

/// <summary>Writes numbers and texts close together: numbers in groups of seven bits, the lowest first.</summary>
internal sealed class FoldWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>A number that may be negative.</summary>
    public FoldWriter Signed(long value) => Number((ulong)(value << 1 ^ value >> 63));

    /// <summary>A number of nought or more.</summary>
    public FoldWriter Number(int value) => Number((ulong)value);

    public FoldWriter Day(DateOnly? day) => Number(day is { } known ? known.DayNumber + 1 : 0);

    public FoldWriter Real(double? value)
    {
        Number(value is null ? 0 : 1);
        if (value is { } known) BitConverter.TryWriteBytes(Room(sizeof(double)), known);
        return this;
    }

    public FoldWriter Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        if (length > 0) Encoding.UTF8.GetBytes(text, Room(length));
        return this;
    }

    public FoldWriter Indexes(IReadOnlyCollection<int> indexes)
    {
        Number(indexes.Count);
        foreach (var index in indexes) Number(index);
        return this;
    }

    /// <summary>What another wrote, with its length before it, so that it can be read by itself.</summary>
    public FoldWriter Part(FoldWriter part)
    {
        Number(part._bytes.WrittenCount);
        part.Bytes.CopyTo(Room(part._bytes.WrittenCount));
        return this;
    }

    private Span<byte> Room(int length)
    {
        var room = _bytes.GetSpan(length)[..length];
        _bytes.Advance(length);
        return room;
    }

    private FoldWriter Number(ulong value)
    {
        var room = _bytes.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7) room[length++] = (byte)(value | 0x80);
        room[length++] = (byte)value;
        _bytes.Advance(length);
        return this;
    }
}

/// <summary>Reads what a <see cref="FoldWriter"/> wrote.</summary>
internal sealed class FoldReader(ReadOnlyMemory<byte> bytes)
{
    private int _at;

    public long Signed() => Long() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;

    public int Number() => (int)Long();

    public DateOnly? Day() => Number() is > 0 and var day ? DateOnly.FromDayNumber(day - 1) : null;

    public double? Real() => Number() == 0 ? null : BitConverter.ToDouble(Next(sizeof(double)));

    public string Text() => Encoding.UTF8.GetString(Next(Number()));

    /// <summary>A part that is read by itself.</summary>
    public FoldReader Part()
    {
        var length = Number();
        _at += length;
        return new FoldReader(bytes.Slice(_at - length, length));
    }

    /// <summary>As many as the number says that comes next.</summary>
    public T[] Many<T>(Func<FoldReader, T> one)
    {
        var many = new T[Number()];
        for (var i = 0; i < many.Length; i++) many[i] = one(this);
        return many;
    }

    /// <summary>What the indexes that come next point at.</summary>
    public List<T> Picked<T>(T[] from)
    {
        var count = Number();
        if (count == 0) return [];
        var picked = new List<T>(count);
        for (var i = 0; i < count; i++) picked.Add(from[Number()]);
        return picked;
    }

    private ReadOnlySpan<byte> Next(int length)
    {
        _at += length;
        return bytes.Span.Slice(_at - length, length);
    }

    private ulong Long()
    {
        var span = bytes.Span;
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = span[_at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }
}
