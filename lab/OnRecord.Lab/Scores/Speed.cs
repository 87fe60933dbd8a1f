using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace OnRecord.Lab.Scores;

/// <summary>Words a second on one thread, and the same divided by what the machine does in a fixed computation at that moment, so that figures of different machines and hours compare.</summary>
internal sealed record SpeedScore(string Work, double WordsPerSecond, double ReferenceGflops)
{
    public double Ratio => WordsPerSecond / ReferenceGflops;
}

/// <summary>Measures speed beside a reference.</summary>
internal static class Speed
{
    private const int Side = 192, Passes = 5;

    /// <summary>The fastest of five passes after one that warms up, and the fastest of the references between them: other work on the machine only ever slows.</summary>
    public static SpeedScore Measure(string work, Func<int> wordsOf)
    {
        wordsOf();
        var (speed, reference) = (0.0, Reference());
        for (var i = 0; i < Passes; i++)
        {
            var clock = Stopwatch.StartNew();
            var words = wordsOf();
            speed = Math.Max(speed, words / clock.Elapsed.TotalSeconds);
            reference = Math.Max(reference, Reference());
        }
        return new(work, speed, reference);
    }

    /// <summary>The name that the processor gives itself.</summary>
    public static string Processor()
    {
        const string info = "/proc/cpuinfo";
        var line = File.Exists(info) ? File.ReadLines(info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    public static string Line(SpeedScore speed) => string.Create(CultureInfo.InvariantCulture,
        $"{speed.Work}: {speed.WordsPerSecond:N0} words/s on one thread, {speed.Ratio:N0} per GFLOP/s of the reference ({speed.ReferenceGflops:F1} GFLOP/s, {Processor()})");

    public static void Write(Utf8JsonWriter json, IReadOnlyList<SpeedScore> speeds)
    {
        json.WriteString("processor", Processor());
        json.WriteStartArray("speed");
        foreach (var speed in speeds)
        {
            json.WriteStartObject();
            json.WriteString("work", speed.Work);
            json.WriteNumber("wordsPerSecond", Math.Round(speed.WordsPerSecond));
            json.WriteNumber("referenceGflops", Math.Round(speed.ReferenceGflops, 2));
            json.WriteNumber("ratio", Math.Round(speed.Ratio));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The reference on several threads at once, summed.</summary>
    public static double Reference(int threads)
    {
        var each = new double[threads];
        Parallel.Invoke([.. Enumerable.Range(0, threads).Select(i => (Action)(() => each[i] = Reference()))]);
        return each.Sum();
    }

    // Products of two square matrices by rows, in GFLOP/s.
    private static double Reference()
    {
        var (a, b) = (new float[Side * Side], new float[Side * Side]);
        for (var i = 0; i < a.Length; i++) (a[i], b[i]) = (i % 7 - 3, i % 5 - 2);
        var clock = Stopwatch.StartNew();
        var (rounds, sum) = (0, 0f);
        for (; clock.ElapsedMilliseconds < 200; rounds++)
            for (var i = 0; i < Side; i++)
                for (var j = 0; j < Side; j++)
                    sum += TensorPrimitives.Dot<float>(a.AsSpan(i * Side, Side), b.AsSpan(j * Side, Side));
        var seconds = clock.Elapsed.TotalSeconds;
        return float.IsNaN(sum) ? 0 : 2.0 * Side * Side * Side * rounds / seconds / 1e9;
    }
}
