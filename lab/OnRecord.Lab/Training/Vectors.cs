using System.Runtime.InteropServices;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>The frozen word vectors, rounded to bytes with a scale per row and sorted by hash, as they go into the model.</summary>
internal sealed class Vectors
{
    public const int Width = 100;

    public required ulong[] Hashes { get; init; }

    public required sbyte[] Bytes { get; init; }

    public required float[] Scales { get; init; }

    public static Vectors Read(string folder)
    {
        var words = File.ReadAllLines(Path.Combine(folder, "words.txt"));
        var values = MemoryMarshal.Cast<byte, Half>(File.ReadAllBytes(Path.Combine(folder, "vectors.f16")));
        var order = words.Select((w, i) => (Hash: WordTable.Hash(Form.Normal(w)), Index: i)).DistinctBy(p => p.Hash).OrderBy(p => p.Hash).ToArray();
        var result = new Vectors { Hashes = [.. order.Select(p => p.Hash)], Bytes = new sbyte[order.Length * Width], Scales = new float[order.Length] };
        for (var r = 0; r < order.Length; r++)
        {
            var row = new float[Width];
            for (var j = 0; j < Width; j++) row[j] = (float)values[order[r].Index * Width + j];
            result.Scales[r] = Quantise(row, result.Bytes.AsSpan(r * Width, Width));
        }
        return result;
    }

    /// <summary>Rounds a row to bytes and gives the scale.</summary>
    public static float Quantise(ReadOnlySpan<float> row, Span<sbyte> bytes)
    {
        var most = 0f;
        foreach (var v in row) most = Math.Max(most, Math.Abs(v));
        var scale = most / 127;
        for (var j = 0; j < row.Length; j++) bytes[j] = scale == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(row[j] / scale), -127, 127);
        return scale;
    }
}
