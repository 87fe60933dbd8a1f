using System.Globalization;
using System.Text;
using OnRecord.Lab.Scores;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Storage.Sqlite;

namespace OnRecord.Benchmarks;

/// <summary>Appends a generated load to a new record in SQLite and asks it for pages and a picture, at growing sizes.</summary>
internal static class LedgerScale
{
    private const int Batch = 500;
    private const int Rounds = 5;
    private const int Singles = 200;

    private sealed record Costs(int Size, double Append, double Single, double Bytes, double Page, string Slowest, double Count, double Months, double Step, double First, double Cold, double Warm, double Added);

    public static int Run(Load load)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-scale-");
        try
        {
            var costs = load.Sizes.Select(size => Closed(Path.Combine(folder.FullName, $"{size}.db"), size)).ToList();
            var table = new StringBuilder();
            table.AppendLine(CultureInfo.InvariantCulture, $"SQLite, twenty statements an article, of ten years and ten countries, arriving in no order; batches of {Batch} articles; a page has fifty items, the slowest of {Rounds} times of each of fifteen questions counts; the country has a tenth of the statements and a word in nearly every article; cold: in a record just opened, from the file to the picture; first drawn: made of the statements, and kept; drawn before: by what was kept, nothing having been added since; one article added: appended after it was drawn, and the record opened anew; {Load.Times}.").AppendLine();
            table.AppendLine("| statements | appended a second (bar ≥ 20,000) | article by article, a second | file, bytes a statement (bar ≤ 1,000) | slowest page (bar < 100 ms) | count | a country, reports of 60 days, read and drawn | digests of all brought in step | a country, all its reports: cold, first drawn | cold, drawn before (bar < 1 s) | the same, another day (bar < 1 s) | cold, one article added since |").AppendLine("|---:|---:|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|");
            foreach (var c in costs)
                table.AppendLine(CultureInfo.InvariantCulture, $"| {c.Size:N0} | {c.Size / c.Append:N0} | {Singles * LedgerLoad.PerArticle / c.Single:N0} | {c.Bytes / c.Size:N0} | {c.Page * 1000:0} ms, {c.Slowest} | {c.Count * 1000:0} ms | {c.Months:0.00} s | {c.Step:0.0} s | {c.First:0.0} s | {c.Cold:0.00} s | {c.Warm:0.000} s | {c.Added:0.0} s |");
            if (costs.Count > 1)
                table.AppendLine($"| times more for each tenfold (linear: 10; for a page, 1) | {Grown(c => c.Append)} | {Grown(c => c.Single)} | {Grown(c => c.Bytes)} | {Grown(c => c.Page)} | {Grown(c => c.Count)} | {Grown(c => c.Months)} | {Grown(c => c.Step)} | {Grown(c => c.First)} | {Grown(c => c.Cold)} | {Grown(c => c.Warm)} | {Grown(c => c.Added)} |");
            Console.Write(table.ToString());
            if (load.Page is { } page) ScoresPage.Update(page, "ledger-scale", "What the record costs", table.ToString(), load.Note, []);

            string Grown(Func<Costs, double> figure) => Load.Growth([.. costs.Select(c => (c.Size, figure(c)))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    // What the file takes is known when the log of writers has gone into it, at the end.
    private static Costs Closed(string path, int statements)
    {
        var costs = Measured(path, statements);
        var day = new DateOnly(2021, 8, 16);
        PictureFold? fold = null;
        using (var ledger = SqliteLedger.Open(path).Value!)
            costs = costs with { First = Load.Time(() => _ = PictureFold.Of(ledger, "AF").At(new PictureOptions(day, Country: "AF"))).TotalSeconds };
        using (var ledger = SqliteLedger.Open(path, readOnly: true).Value!)
            costs = costs with
            {
                Cold = Load.Time(() => _ = (fold = PictureFold.Of(ledger, "AF")).At(new PictureOptions(day, Country: "AF"))).TotalSeconds,
                Warm = Load.Time(() => _ = fold!.At(new PictureOptions(day.AddDays(-100), Country: "AF"))).TotalSeconds,
            };
        using (var ledger = SqliteLedger.Open(path).Value!) ledger.AppendAll([.. LedgerLoad.Articles(statements / LedgerLoad.PerArticle + Singles, 1)]);
        using (var ledger = SqliteLedger.Open(path).Value!)
            costs = costs with { Added = Load.Time(() => _ = PictureFold.Of(ledger, "AF").At(new PictureOptions(day, Country: "AF"))).TotalSeconds };
        return costs with { Bytes = (double)new FileInfo(path).Length * statements / (statements + (Singles + 1) * LedgerLoad.PerArticle) };
    }

    private static Costs Measured(string path, int statements)
    {
        var articles = statements / LedgerLoad.PerArticle;
        var opened = SqliteLedger.Open(path);
        using var ledger = opened.Value ?? throw new InvalidOperationException(opened.Problem!.ToString());
        var append = TimeSpan.Zero;
        for (var done = 0; done < articles; done += Batch)
        {
            var load = LedgerLoad.Articles(done, Math.Min(Batch, articles - done)).ToList();
            append += Load.Time(() => ledger.AppendAll(load));
        }
        var one = LedgerLoad.Articles(articles, Singles).ToList();
        var single = Load.Time(() =>
        {
            foreach (var reading in one) ledger.Append(reading.Article, reading.Entries, reading.Reader);
        });
        var pages = Pages(ledger).Select(page => (page.What, Time: Slowest(page.Ask))).ToList();
        foreach (var (what, time) in pages) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{statements:N0}: {what} {time * 1000:0.0} ms"));
        var slowest = pages.MaxBy(page => page.Time);
        var day = new DateOnly(2021, 8, 16);
        var months = new LedgerQuery(Since: day.AddDays(-60), Until: day, Country: "AF");
        return new Costs(statements, append.TotalSeconds, single.TotalSeconds, 0, slowest.Time, slowest.What, Slowest(() => ledger.Count()),
            Load.Time(() => _ = Pictures.Picture.Of(ledger.Entries(months), ledger.Articles(months).ToDictionary(a => a.Id, StringComparer.Ordinal), new PictureOptions(day))).TotalSeconds,
            Load.Time(ledger.KeepInStep).TotalSeconds, 0, 0, 0, 0);
    }

    private static IEnumerable<(string What, Action Ask)> Pages(SqliteLedger ledger)
    {
        yield return Entries("the first page", new LedgerQuery());
        yield return Entries("the newest first", new LedgerQuery { NewestFirst = true });
        yield return Entries("since 2020", new LedgerQuery(Since: new DateOnly(2020, 1, 1)));
        yield return Entries("a place of many", new LedgerQuery(Area: "Place7"));
        yield return Entries("a country", new LedgerQuery(Country: "AF") { NewestFirst = true });
        yield return Entries("a type that is rare", new LedgerQuery(Type: "withdraw"));
        yield return Entries("an actor and a type", new LedgerQuery(Type: "capture") { Actor = "taliban" });
        yield return Entries("a month, valid time", new LedgerQuery { From = new DateOnly(2021, 8, 1), To = new DateOnly(2021, 8, 31) });
        yield return Entries("words that are everywhere", new LedgerQuery { Text = "fighters near" });
        yield return Entries("a word that is rare", new LedgerQuery { Text = "place1999", NewestFirst = true });
        yield return Entries("a phrase, mode and source", new LedgerQuery { Text = "\"seized the bridge\"", Mode = Mode.Planned, Source = "spokesman" });
        yield return Entries("as known in 2018", new LedgerQuery { KnownAt = new DateOnly(2018, 6, 1), NewestFirst = true });
        yield return ("articles with words", () => ledger.PageOfArticles(new LedgerQuery { Text = "bridge" }));
        yield return ("articles of a country", () => ledger.PageOfArticles(new LedgerQuery(Country: "UA")));
        yield return Entries("a page in the middle, by its place", new LedgerQuery { After = ledger.PageOfEntries(new LedgerQuery(Since: new DateOnly(2019, 6, 1), Limit: 1)).Next });

        (string, Action) Entries(string what, LedgerQuery query) => (what, () => ledger.PageOfEntries(query));
    }

    // The slowest of the rounds counts, the first with cold caches of its connection included.
    private static double Slowest(Action act) => Enumerable.Range(0, Rounds).Select(_ => Load.Time(act).TotalSeconds).Max();
}
