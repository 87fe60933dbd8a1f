using System.Diagnostics;
using System.Globalization;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Storage.Sqlite;

namespace OnRecord.Benchmarks;

/// <summary>Appends a generated load to a new record in SQLite and asks it for pages, at growing sizes.</summary>
internal static class LedgerScale
{
    private const int Batch = 500;
    private const int Rounds = 5;

    public static int Run(IReadOnlyList<string> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-scale-");
        try
        {
            foreach (var size in sizes.Count > 0 ? sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture)) : [10_000, 100_000, 1_000_000])
                Measure(Path.Combine(folder.FullName, $"{size}.db"), size);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static void Measure(string path, int statements)
    {
        var articles = statements / LedgerLoad.PerArticle;
        var opened = SqliteLedger.Open(path);
        using var ledger = opened.Value ?? throw new InvalidOperationException(opened.Problem!.ToString());
        var (append, slowest, processor) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        for (var done = 0; done < articles; done += Batch)
        {
            var load = LedgerLoad.Articles(done, Math.Min(Batch, articles - done)).ToList();
            var (watch, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            ledger.AppendAll(load);
            append += watch.Elapsed;
            processor += Environment.CpuUsage.TotalTime - busy;
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
        }
        var one = LedgerLoad.Articles(articles, 200).ToList();
        var single = Time(1, () =>
        {
            foreach (var reading in one) ledger.Append(reading.Article, reading.Entries, reading.Reader);
        });
        Say($"{statements:N0} statements: append {statements / append.TotalSeconds:N0}/s in batches of {Batch} articles, {statements / processor.TotalSeconds:N0} per second of processor time (slowest batch {slowest.TotalMilliseconds:N0} ms), {200 * LedgerLoad.PerArticle / single.TotalSeconds:N0}/s article by article");
        var bytes = new FileInfo(path).Length;
        Say($"  file {bytes / 1048576.0:N0} MiB, {(double)bytes / (statements + 200 * LedgerLoad.PerArticle):N0} bytes a statement");

        Page("first page", new LedgerQuery());
        Page("newest first", new LedgerQuery { NewestFirst = true });
        Page("since 2020", new LedgerQuery(Since: new DateOnly(2020, 1, 1)));
        Page("a place of many", new LedgerQuery(Area: "Place7"));
        Page("a country", new LedgerQuery(Country: "AF") { NewestFirst = true });
        Page("a type, rare", new LedgerQuery(Type: "withdraw"));
        Page("an actor and a type", new LedgerQuery(Type: "capture") { Actor = "taliban" });
        Page("a month, valid time", new LedgerQuery { From = new DateOnly(2021, 8, 1), To = new DateOnly(2021, 8, 31) });
        Page("words that are everywhere", new LedgerQuery { Text = "fighters near" });
        Page("a word that is rare", new LedgerQuery { Text = "place1999", NewestFirst = true });
        Page("a phrase, mode, source", new LedgerQuery { Text = "\"seized the bridge\"", Mode = Mode.Planned, Source = "spokesman" });
        Page("known in 2018", new LedgerQuery { KnownAt = new DateOnly(2018, 6, 1), NewestFirst = true });
        Page("articles with words", new LedgerQuery { Text = "bridge" }, articlesOnly: true);
        Page("articles of a country", new LedgerQuery(Country: "UA"), articlesOnly: true);
        var middle = ledger.PageOfEntries(new LedgerQuery(Since: new DateOnly(2019, 6, 1), Limit: 1)).Next;
        Page("a page in the middle, by cursor", new LedgerQuery { After = middle });
        Say($"  count {Time(Rounds, () => ledger.Count()).TotalMilliseconds:N1} ms");
        Picture("one country, as of a day, reports of 60 days", new LedgerQuery(Since: new DateOnly(2021, 6, 17), Until: new DateOnly(2021, 8, 16), Country: "AF"));
        Picture("one country, as of a day, all reports", new LedgerQuery(Until: new DateOnly(2021, 8, 16), Country: "AF"));

        void Page(string what, LedgerQuery query, bool articlesOnly = false)
        {
            var found = 0;
            var time = Time(Rounds, () => found = articlesOnly ? ledger.PageOfArticles(query).Items.Length : ledger.PageOfEntries(query).Items.Length);
            Say($"  page: {what} {time.TotalMilliseconds:N1} ms ({found})");
        }

        void Picture(string what, LedgerQuery query)
        {
            var happenings = 0;
            var time = Time(1, () => happenings = Pictures.Picture.Of(ledger.Entries(query), ledger.Articles(query).ToDictionary(a => a.Id, StringComparer.Ordinal), new PictureOptions(AsOf: new DateOnly(2021, 8, 16))).Happenings.Length);
            Say($"  picture: {what} {time.TotalMilliseconds:N0} ms ({happenings} happenings)");
        }
    }

    // The slowest of the rounds counts, the first with cold caches of its connection included.
    private static TimeSpan Time(int rounds, Action act)
    {
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            act();
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
        }
        return slowest;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
