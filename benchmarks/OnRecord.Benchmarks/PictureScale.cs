using System.Diagnostics;
using System.Globalization;
using OnRecord.Pictures;

namespace OnRecord.Benchmarks;

/// <summary>What a picture costs as the record grows.</summary>
internal static class PictureScale
{
    private const int Rounds = 3;

    // Wall time where the machine is idle; processor time, of all cores together, where others use it too.
    private static readonly bool Processor = Environment.GetEnvironmentVariable("ONRECORD_PROCESSOR_TIME") is not null;

    public static int Run(string[] sizes)
    {
        Console.WriteLine(Processor ? "Processor time, of all cores together." : "Wall time.");
        Console.WriteLine("| statements | articles | add all | first picture, all countries | again, same day | after one more article | another day, one country | another day, all countries | memory |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var size in sizes.Length == 0 ? [10_000, 40_000, 160_000, 1_000_000] : sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
            Console.WriteLine(Row(size));
        return 0;
    }

    private static string Row(int size)
    {
        var load = PictureLoad.Articles(size).ToList();
        var more = PictureLoad.Articles(size + 8).Last();
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        var fold = new PictureFold();
        var add = Time(() =>
        {
            foreach (var (article, entries) in load) fold.Add(article, entries);
        });
        var last = new DateOnly(2024, 12, 31);
        var first = Time(() => fold.At(new PictureOptions(last)));
        var again = Best(_ => fold.At(new PictureOptions(last)));
        fold.Add(more.Article, more.Entries);
        var after = Time(() => fold.At(new PictureOptions(last)));
        var country = Best(i => fold.At(new PictureOptions(last.AddDays(-400 * (i + 1)), Country: PictureLoad.Code(0))));
        var all = Time(() => fold.At(new PictureOptions(last.AddDays(-700))));
        var memory = (GC.GetTotalMemory(true) - before) / 1048576;
        return string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {load.Count:N0} | {add.TotalSeconds:0.00} s | {first.TotalSeconds:0.00} s | {again.TotalMilliseconds:0} ms | {after.TotalMilliseconds:0} ms | {country.TotalMilliseconds:0} ms | {all.TotalSeconds:0.00} s | {memory:N0} MiB |");
    }

    private static TimeSpan Best(Func<int, Picture> draw) => Enumerable.Range(0, Rounds).Select(i => Time(() => draw(i))).Min();

    private static TimeSpan Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        var busy = Environment.CpuUsage.TotalTime;
        work();
        busy = Environment.CpuUsage.TotalTime - busy;
        // Where other programs share the machine, the processor's time over its cores says better what the work costs.
        return Processor ? busy : watch.Elapsed;
    }

    private static TimeSpan Time(Func<Picture> draw) => Time(() => { _ = draw(); });
}
