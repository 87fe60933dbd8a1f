using System.Globalization;
using System.Text;
using OnRecord.Lab.Scores;
using OnRecord.Pictures;

namespace OnRecord.Benchmarks;

/// <summary>What a picture costs as the record grows.</summary>
internal static class PictureScale
{
    private const int Rounds = 3;

    private sealed record Costs(int Size, double Add, double First, double Again, double More, double Country, double All, double Memory);

    public static int Run(Load load)
    {
        var costs = load.Sizes.Select(Measured).ToList();
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"A generated world of forty countries and ten years, eight statements an article, every fifth article a copy; the largest country has 8.5 % of the statements; {Load.Times}.").AppendLine();
        table.AppendLine("| statements | add all | first picture, all countries | again, same day | after one more article | another day, largest country (bar < 1 s) | another day, all countries | memory |").AppendLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var c in costs)
            table.AppendLine(CultureInfo.InvariantCulture, $"| {c.Size:N0} | {c.Add:0.00} s | {c.First:0.00} s | {c.Again * 1000:0} ms | {c.More * 1000:0} ms | {c.Country * 1000:0} ms | {c.All:0.00} s | {c.Memory:N0} MiB |");
        if (costs.Count > 1)
            table.AppendLine($"| times more for each tenfold (linear: 10) | {Grown(c => c.Add)} | {Grown(c => c.First)} | | {Grown(c => c.More)} | {Grown(c => c.Country)} | {Grown(c => c.All)} | {Grown(c => c.Memory)} |");
        Console.Write(table.ToString());
        if (load.Page is { } page) ScoresPage.Update(page, "picture-scale", "What a picture costs", table.ToString(), load.Note, []);
        return 0;

        string Grown(Func<Costs, double> figure) => Load.Growth([.. costs.Select(c => (c.Size, figure(c)))]);
    }

    private static Costs Measured(int size)
    {
        var load = PictureLoad.Articles(size).ToList();
        var more = PictureLoad.Articles(size + 8).Last();
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        var fold = new PictureFold();
        var add = Load.Time(() =>
        {
            foreach (var (article, entries) in load) fold.Add(article, entries);
        });
        var last = new DateOnly(2024, 12, 31);
        var first = Load.Time(() => _ = fold.At(new PictureOptions(last)));
        var again = Best(_ => fold.At(new PictureOptions(last)));
        fold.Add(more.Article, more.Entries);
        var after = Load.Time(() => _ = fold.At(new PictureOptions(last)));
        var country = Best(i => fold.At(new PictureOptions(last.AddDays(-400 * (i + 1)), Country: PictureLoad.Code(0))));
        var all = Load.Time(() => _ = fold.At(new PictureOptions(last.AddDays(-700))));
        return new Costs(size, add.TotalSeconds, first.TotalSeconds, again.TotalSeconds, after.TotalSeconds, country.TotalSeconds, all.TotalSeconds, (GC.GetTotalMemory(true) - before) / 1048576.0);
    }

    private static TimeSpan Best(Func<int, Picture> draw) => Enumerable.Range(0, Rounds).Select(i => Load.Time(() => _ = draw(i))).Min();
}
