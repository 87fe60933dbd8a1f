using System.Runtime.InteropServices;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>Sorted hashes that stay where they are in memory, so that a table can look into them for as long as this object is held.</summary>
internal sealed unsafe class PinnedHashes
{
    private readonly ulong[] _hashes;

    public PinnedHashes(ulong[] hashes)
    {
        _hashes = GC.AllocateUninitializedArray<ulong>(hashes.Length, pinned: true);
        hashes.CopyTo(_hashes.AsSpan());
    }

    /// <summary>The table over the hashes.</summary>
    public WordTable Table => new((ulong*)Marshal.UnsafeAddrOfPinnedArrayElement(_hashes, 0), _hashes.Length);

    /// <summary>The list of names over the entries.</summary>
    public NameList List => new((ulong*)Marshal.UnsafeAddrOfPinnedArrayElement(_hashes, 0), _hashes.Length);
}
