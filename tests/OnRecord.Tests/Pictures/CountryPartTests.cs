using System.Text;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Storage.Sqlite;
using OnRecord.Views;

namespace OnRecord.Tests.Pictures;

/// <summary>One country folded from what a store keeps for it is, to the byte, what it is in a fold of the whole record.</summary>
public sealed class CountryPartTests : IDisposable
{
    private static readonly Place[] Places =
    [
        Scene.Kunduz, Scene.Herat, Scene.KunduzProvince, Scene.Afghanistan,
        new("Gao", PlaceKind.City, "Gao", "ML", 16.27, -0.04, 86633, 2457161, "") { Capital = "A" },
        new("Kidal", PlaceKind.City, "Kidal", "ML", 18.44, 1.41, 25969, 2455290, "") { Capital = "A" },
        new("Marib", PlaceKind.City, "Marib", "YE", 15.46, 45.33, 16794, 72966, "") { Capital = "A" },
    ];

    private static readonly string[] Countries = ["AF", "ML", "YE", "SY", ""];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_country_by_itself_is_what_it_is_in_the_whole_whatever_the_order_of_arrival(int seed)
    {
        var random = new Random(seed);
        var readings = World(random);
        random.Shuffle(readings);
        using var ledger = SqliteLedger.Open(Path.Combine(_folder.FullName, $"{seed}.db")).Value.ShouldNotBeNull();
        for (var done = 0; done < readings.Length;)
        {
            var some = random.Next(1, 25);
            ledger.AppendAll([.. readings.Skip(done).Take(some)]);
            done += some;
            // What is kept is brought in step after some of the appends and not after others.
            if (random.Next(2) == 0) Same(ledger, new PictureOptions(Scene.Day(random.Next(1, 32)), Country: Countries[random.Next(Countries.Length)]));
        }
        foreach (var country in Countries)
            foreach (var known in new int?[] { null, 4, 12, 20 })
                foreach (var asOf in new int?[] { null, 16, 31 })
                    Same(ledger, new PictureOptions(asOf is { } day ? Scene.Day(day) : null, known is { } by ? Scene.Day(by) : null, country));
        ledger.PartOf("AF").ShouldNotBeNull().Entries.Count.ShouldBeInRange(20, ledger.Entries(new LedgerQuery()).Count() - 20);
        ledger.Check().ShouldBeNull();
    }

    [Fact]
    public void What_is_kept_wrongly_is_found_and_made_again()
    {
        var path = Path.Combine(_folder.FullName, "record.db");
        using (var ledger = SqliteLedger.Open(path).Value.ShouldNotBeNull())
        {
            ledger.AppendAll(World(new Random(7)));
            ledger.KeepInStep();
            ledger.Check().ShouldBeNull();
            ledger.Execute("UPDATE digests SET home = 'SY', copies = '' WHERE article % 2 = 0");
        }
        using var again = SqliteLedger.Open(path, readOnly: true).Value.ShouldNotBeNull();
        again.Check().ShouldNotBeNull().What.ShouldContain("does not follow from the record");
        again.Check().ShouldBeNull();
        Same(again, new PictureOptions(Scene.Day(31), Country: "AF"));
        again.Check().ShouldBeNull();
    }

    [Fact]
    public void A_record_that_may_only_be_looked_at_is_brought_in_step_all_the_same()
    {
        var path = Path.Combine(_folder.FullName, "record.db");
        using (var ledger = SqliteLedger.Open(path).Value.ShouldNotBeNull()) ledger.AppendAll(World(new Random(8)));
        using var looked = SqliteLedger.Open(path, readOnly: true).Value.ShouldNotBeNull();
        looked.PartOf("ML").ShouldNotBeNull().Entries.ShouldAllBe(entry => entry.Statement.Place == null || entry.Statement.Place.Place == null || entry.Statement.Place.Place.Country == "ML");
        Same(looked, new PictureOptions(Country: "ML"));
    }

    private static void Same(ILedger ledger, PictureOptions options)
    {
        var all = new LedgerQuery();
        var whole = PictureFold.Of(ledger.Entries(all), ledger.Articles(all).ToDictionary(article => article.Id)).At(options);
        var part = Picture.Of(ledger, options);
        Encoding.UTF8.GetString(PictureJson.Render(part)).ShouldBe(Encoding.UTF8.GetString(PictureJson.Render(whole)), options.ToString());
        Encoding.UTF8.GetString(SituationReport.Of(part, new ReportOptions()).ToJson()).ShouldBe(Encoding.UTF8.GetString(SituationReport.Of(whole, new ReportOptions()).ToJson()), options.ToString());
    }

    // Reports of three countries, some of two; copies whole and cut, other contents, withdrawals, statements without a place, names that are resolved elsewhere, reports without a day, and later readings.
    internal static ArticleReading[] World(Random random)
    {
        var scene = new Scene();
        var all = new List<(ArticleEntry Article, int From, int To)>();
        for (var number = 0; number < 110; number++)
        {
            var day = Scene.Day(random.Next(1, 29));
            var from = scene.Entries.Count;
            var (outlet, agency) = ($"Outlet {random.Next(9)}", random.Next(6) == 0 ? "Plain Agency" : null);
            var copied = number > 5 && random.Next(4) == 0 ? all[random.Next(all.Count)].Article : null;
            var text = copied is null ? Text(random) : random.Next(2) == 0 ? copied.Text : copied.Text[..copied.Text.LastIndexOf(". ", StringComparison.Ordinal)] + ".";
            var kind = copied is null ? 0 : random.Next(4);
            var key = kind == 1 ? copied!.Key : null;
            if (kind == 2) text = "This article has been withdrawn. " + text;
            var report = scene.ReportOn(copied?.Published is { } earlier && random.Next(3) > 0 ? earlier.AddDays(random.Next(5)) : day, outlet, text, kind == 2 ? copied!.Key : key, agency, title: random.Next(3) == 0 ? $"Report {number}" : null, readAfterHours: random.Next(1, 200));
            for (var said = random.Next(0, 5); said > 0; said--)
            {
                var place = Places[random.Next(3) == 0 ? random.Next(Places.Length) : number % Places.Length];
                var time = random.Next(3) == 0 ? ((int?, int?)?)null : (day.Day - 1 is 0 ? 1 : day.Day - 1, day.Day);
                report.Says(new[] { "capture", "kill", "shelling", "withdraw", "hold", "deploy" }[random.Next(6)], "took", random.Next(2) == 0 ? "Rebels=rebels-north" : "soldiers=AF/military", random.Next(2) == 0 ? "civilians" : "",
                    random.Next(4) == 0 ? null : place, random.Next(7) == 0 ? "Old Mill" : null, time, random.Next(5) == 0 ? Math.Min(31, day.Day + 4) : null, random.Next(5) == 0 ? Mode.Planned : Mode.Actual, random.Next(8) > 0,
                    random.Next(3) == 0 ? random.Next(2) == 0 ? $"Outlet {random.Next(9)}=outlet-{random.Next(4)}" : "Plain Agency=plain" : "", count: random.Next(3) == 0 ? (random.Next(1, 9), 9, "civilians") : null);
            }
            all.Add((report.Article, from, scene.Entries.Count));
        }
        var readings = all.Select(one => new ArticleReading(one.Article, [.. scene.Entries.Skip(one.From).Take(one.To - one.From).DistinctBy(entry => entry.Statement.Id)], "1.0.0+a")).DistinctBy(reading => reading.Article.Id).ToList();
        // A newer reader finds less in some of them, and a day later.
        readings.AddRange(readings.Where((_, i) => i % 7 == 0).Select(reading => new ArticleReading(reading.Article with { RecordedAt = reading.Article.RecordedAt.AddDays(1) },
            [.. reading.Entries.Take(1).Select(entry => entry with { RecordedAt = entry.RecordedAt.AddDays(1) })], "2.0.0+b")).ToList());
        return [.. readings];
    }

    private static string Text(Random random)
    {
        string[] words = ["gates", "market", "river", "bridge", "convoy", "garrison", "valley", "school", "harvest", "council", "border", "radio", "lorries", "tents", "winter", "doctor", "mosque", "railway", "orchard", "square"];
        var text = new StringBuilder("Rebels and soldiers took Old Mill after days of waiting, Plain Agency said. ");
        for (var sentence = 0; sentence < 5; sentence++)
        {
            text.Append("Near the");
            for (var word = 0; word < 7; word++) text.Append(' ').Append(words[random.Next(words.Length)]);
            text.Append(" nothing moved. ");
        }
        return text.Append("More follows. ").ToString().TrimEnd();
    }
}
