using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>Random numbers that are the same for the same seed (xorshift128+).</summary>
internal sealed class Noise(ulong seed)
{
    private ulong _a = Mix(seed), _b = Mix(seed + 1);

    public ulong Next()
    {
        var (x, y) = (_a, _b);
        _a = y;
        x ^= x << 23;
        _b = x ^ y ^ (x >> 17) ^ (y >> 26);
        return _b + y;
    }

    /// <summary>A number from 0 up to but not including 1.</summary>
    public float Uniform() => (Next() >> 40) * (1f / (1 << 24));

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Fills a mask: 0 with probability <paramref name="drop"/>, else what keeps the mean.</summary>
    public unsafe float* Mask(Floats mask, long count, float drop)
    {
        var data = mask.Ensure(count + 4);
        var limit = (ulong)(drop * 65536);
        var keep = 65536f / (65536 - limit);
        for (long i = 0; i < count; i += 4)
        {
            var bits = Next();
            data[i] = (bits & 0xFFFF) < limit ? 0 : keep;
            data[i + 1] = (bits >> 16 & 0xFFFF) < limit ? 0 : keep;
            data[i + 2] = (bits >> 32 & 0xFFFF) < limit ? 0 : keep;
            data[i + 3] = (bits >> 48) < limit ? 0 : keep;
        }
        return data;
    }

    private static ulong Mix(ulong x)
    {
        x += 0x9e3779b97f4a7c15ul;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ul;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebul;
        return x ^ (x >> 31);
    }
}
