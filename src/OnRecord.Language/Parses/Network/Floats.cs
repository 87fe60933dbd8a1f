using System.Runtime.InteropServices;

namespace OnRecord.Language.Parses.Network;

/// <summary>Floats outside the collector's reach, aligned to cache lines; grows, never shrinks.</summary>
internal sealed unsafe class Floats : IDisposable
{
    private nuint _capacity;

    public Floats(long count = 0)
    {
        if (count <= 0) return;
        Ensure(count);
        Clear(count);
    }

    ~Floats() => Free();

    public float* Data { get; private set; }

    /// <summary>Room for at least <paramref name="count"/> floats; what was there is lost where it has to grow.</summary>
    public float* Ensure(long count)
    {
        var wanted = (nuint)count;
        if (wanted <= _capacity) return Data;
        Free();
        _capacity = wanted + wanted / 4;
        Data = (float*)NativeMemory.AlignedAlloc(_capacity * sizeof(float), 64);
        return Data;
    }

    public void Clear(long count) => NativeMemory.Clear(Data, (nuint)count * sizeof(float));

    public Span<float> Span(int count) => new(Data, count);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Data);
        Data = null;
        _capacity = 0;
    }
}
