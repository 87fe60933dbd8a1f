using System.Text;

namespace OnRecord.Language.Mentions.Places;

/// <summary>Looks a folded name up in the sorted, front-coded keys; spaces do not count ("Lashkargah" is "Lashkar Gah").</summary>
internal sealed class GazetteerKeys(GazetteerFile file)
{
    private readonly int _blocks = file[Section.Blocks].Length / 4;

    /// <summary>Gives the ids of the places under this folded name, and whether each bears it as an alternate name; false where there are none.</summary>
    public bool TryFind(string folded, List<(int Id, bool Alternate)> found)
    {
        found.Clear();
        var wanted = Encoding.UTF8.GetBytes(folded.Replace(" ", ""));
        if (wanted.Length is 0 or > 250 || _blocks == 0) return false;
        var block = Block(wanted);
        if (block < 0) return false;

        var keys = file[Section.Keys];
        var at = (int)file.Number(Section.Blocks, block);
        var end = block + 1 < _blocks ? (int)file.Number(Section.Blocks, block + 1) : keys.Length;
        Span<byte> key = stackalloc byte[256];
        while (at < end)
        {
            int shared = keys[at], rest = keys[at + 1];
            keys.Slice(at + 2, rest).CopyTo(key[shared..]);
            at += 2 + rest;
            var order = key[..(shared + rest)].SequenceCompareTo(wanted);
            if (order > 0) return false;
            var places = Varint(keys, ref at);
            var id = 0;
            for (var i = 0; i < places; i++)
            {
                var step = Varint(keys, ref at);
                id += step >> 1;
                if (order == 0) found.Add((id, (step & 1) != 0));
            }
            if (order == 0) return true;
        }
        return false;
    }

    /// <summary>Goes through all keys, which are without spaces, with each wanted place that bears them.</summary>
    public void Each(Func<int, bool> wanted, Action<string, int> use)
    {
        var keys = file[Section.Keys];
        Span<byte> key = stackalloc byte[256];
        var at = 0;
        while (at < keys.Length)
        {
            int shared = keys[at], rest = keys[at + 1];
            keys.Slice(at + 2, rest).CopyTo(key[shared..]);
            at += 2 + rest;
            var places = Varint(keys, ref at);
            string? spelt = null;
            for (var (i, id) = (0, 0); i < places; i++)
                if (wanted(id += Varint(keys, ref at) >> 1)) use(spelt ??= Encoding.UTF8.GetString(key[..(shared + rest)]), id);
        }
    }

    // The last block whose first key is not after the wanted one.
    private int Block(ReadOnlySpan<byte> wanted)
    {
        var keys = file[Section.Keys];
        var (low, high) = (0, _blocks - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = (int)file.Number(Section.Blocks, middle);
            if (keys.Slice(at + 2, keys[at + 1]).SequenceCompareTo(wanted) <= 0) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }

    private static int Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }
}
