using System.Diagnostics;
using System.Globalization;

namespace OnRecord.Benchmarks;

/// <summary>What a measurement is asked for: sizes, and a page of scores to keep its table in (--write PAGE, --note WORDS).</summary>
internal sealed record Load(IReadOnlyList<int> Sizes, string? Page, string? Note)
{
    /// <summary>True where processor time of all cores together is measured and not wall time: where others use the machine too.</summary>
    public static bool Processor { get; } = Environment.GetEnvironmentVariable("ONRECORD_PROCESSOR_TIME") is not null;

    /// <summary>How the times were taken, for the page.</summary>
    public static string Times => Processor ? "processor time of all cores together (`ONRECORD_PROCESSOR_TIME=1`), as others used the machine" : $"wall time on {Environment.ProcessorCount} cores";

    public static Load Of(string[] arguments)
    {
        var (sizes, given) = (new List<int>(), new Dictionary<string, string>(StringComparer.Ordinal));
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < arguments.Length) given[arguments[i]] = arguments[++i];
            else sizes.Add(int.Parse(arguments[i], CultureInfo.InvariantCulture));
        return new Load(sizes.Count > 0 ? sizes : [10_000, 100_000, 1_000_000], given.GetValueOrDefault("--write"), given.GetValueOrDefault("--note"));
    }

    /// <summary>How long some work takes.</summary>
    public static TimeSpan Time(Action work)
    {
        var (watch, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        work();
        return Processor ? Environment.CpuUsage.TotalTime - busy : watch.Elapsed;
    }

    /// <summary>"growth a tenfold: 9.8, 11": how many times more a figure is at each size than at the one before, for each tenfold of the size; linear is 10 for a whole, 1 for a part.</summary>
    public static string Growth(IReadOnlyList<(int Size, double Figure)> figures) => string.Join(", ", figures.Zip(figures.Skip(1), (a, b) =>
        Math.Pow(b.Figure / a.Figure, 1 / Math.Log10((double)b.Size / a.Size)).ToString("0.0", CultureInfo.InvariantCulture)));
}
