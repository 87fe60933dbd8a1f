using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Storage.Sqlite;
using OnRecord.Views;

namespace OnRecord.Tests.Pictures;

/// <summary>A country drawn by what was kept of its fold is, to the byte, what it is in a fold made anew; and what is stale, damaged or of another program is not looked at.</summary>
public sealed class KeptFoldTests : IDisposable
{
    private static readonly string[] Countries = ["AF", "ML", "YE", ""];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord");

    public void Dispose() => _folder.Delete(recursive: true);

    private string File_ => Path.Combine(_folder.FullName, "record.db");

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void What_was_kept_gives_what_is_made_anew_after_every_append(int seed)
    {
        var random = new Random(seed);
        // Copies, other contents, withdrawals and later readings among them.
        var readings = CountryPartTests.World(random);
        random.Shuffle(readings);
        using var ledger = SqliteLedger.Open(File_).Value.ShouldNotBeNull();
        for (var done = 0; done < readings.Length; done += 30)
        {
            ledger.AppendAll([.. readings.Skip(done).Take(30)]);
            foreach (var country in Countries)
            {
                ledger.KeptFold(country, KeptFold.Form).ShouldBeNull();
                var all = new LedgerQuery();
                var whole = PictureFold.Of(ledger.Entries(all), ledger.Articles(all).ToDictionary(article => article.Id));
                _ = PictureFold.Of(ledger, country, 0).At(new PictureOptions(Scene.Day(9), Country: country));
                ledger.KeptFold(country, KeptFold.Form).ShouldNotBeNull();
                var kept = PictureFold.Of(ledger, country, 0);
                foreach (var day in new DateOnly?[] { null, Scene.Day(3), Scene.Day(random.Next(4, 29)), Scene.Day(31) })
                    Same(kept.At(new PictureOptions(day, Country: country)), whole.At(new PictureOptions(day, Country: country)));
                // What was not kept is asked of the record.
                Same(kept.At(new PictureOptions(Scene.Day(20), Scene.Day(12), country)), whole.At(new PictureOptions(Scene.Day(20), Scene.Day(12), country)));
                Same(kept.At(new PictureOptions(Scene.Day(20), Country: country)), whole.At(new PictureOptions(Scene.Day(20), Country: country)));
            }
        }
        ledger.Check().ShouldBeNull();
        LedgerCheck.Run(ledger).ShouldBeEmpty();
    }

    [Fact]
    public void Every_day_of_a_month_is_the_same_by_what_was_kept()
    {
        var scene = August.Told();
        scene.Report("Herald", 9, "Local insurgents took Herat. The army will leave Herat by Wednesday. Troops will hold Kunduz. Shells hit Spin Boldak and killed 4 civilians.")
            .Says("capture", "took", "insurgents", place: Scene.Herat, time: (9, 9)).Says("withdraw", "leave", "The army", place: Scene.Herat, mode: Mode.Planned, time: (10, 11), deadline: 11)
            .Says("hold", "hold", "Troops", place: Scene.Kunduz, mode: Mode.Pledge, deadline: 14)
            .Says("shelling", "hit", "Troops", place: Scene.SpinBoldak, time: (9, 9)).Says("kill", "killed", "Troops", "civilians", Scene.SpinBoldak, time: (9, 9), count: (4, 4, "civilians"));
        scene.Report("Dispatch", 12, "The army left Herat. Troops did not shell Spin Boldak. The army denies that it will leave Herat.")
            .Says("withdraw", "left", "The army", place: Scene.Herat, time: (10, 12)).Says("shelling", "shell", "Troops", place: Scene.SpinBoldak, positive: false, time: (8, 9))
            .Says("withdraw", "denies", "The army", place: Scene.Herat, mode: Mode.Planned, positive: false);
        using var ledger = SqliteLedger.Open(File_).Value.ShouldNotBeNull();
        foreach (var article in scene.Articles.Values) ledger.Append(article, [.. scene.Entries.Where(entry => entry.ArticleId == article.Id)]);
        _ = PictureFold.Of(ledger, "AF", 0).At(new PictureOptions(Country: "AF"));
        var kept = PictureFold.Of(ledger, "AF", 0);
        ledger.KeptFold("AF", KeptFold.Form).ShouldNotBeNull();
        for (var day = Scene.Day(4); day <= Scene.Day(31); day = day.AddDays(1))
            Same(kept.At(new PictureOptions(day, Country: "AF")), Picture.Of(scene.Entries, scene.Articles, new PictureOptions(day, Country: "AF")));
        var picture = kept.At(new PictureOptions(Scene.Day(20), Country: "AF"));
        picture.Control.SelectMany(place => place.Spans).SelectMany(span => span.Words).ShouldContain(word => word.Called == "insurgents");
        picture.Happenings.ShouldContain(happening => happening.PartOf != null);
        picture.Evidence.Ids.Select(picture.Evidence.Entry).ShouldAllBe(entry => entry.Statement.Cues != null && entry.Outlet != null);
        Should.Throw<ArgumentException>(() => picture.Evidence.Entry("nothing"));
    }

    [Fact]
    public void What_is_added_to_a_fold_that_was_kept_counts()
    {
        var (scene, late) = (August.Told(), new Scene());
        using var ledger = SqliteLedger.Open(File_).Value.ShouldNotBeNull();
        foreach (var article in scene.Articles.Values) ledger.Append(article, [.. scene.Entries.Where(entry => entry.ArticleId == article.Id)]);
        _ = PictureFold.Of(ledger, "AF", 0).At(new PictureOptions(Country: "AF"));
        var kept = PictureFold.Of(ledger, "AF", 0);
        var before = kept.At(new PictureOptions(Scene.Day(20), Country: "AF"));
        var report = late.Report("Herald", 17, "Troops shelled Herat.").Says("shelling", "shelled", "Troops", place: Scene.Herat, time: (17, 17));
        kept.Add(report.Article, late.Entries);
        kept.At(new PictureOptions(Scene.Day(20), Country: "AF")).Happenings.Length.ShouldBe(before.Happenings.Length + 1);
    }

    [Fact]
    public void What_is_damaged_of_another_program_or_stale_is_not_looked_at()
    {
        using var ledger = SqliteLedger.Open(File_).Value.ShouldNotBeNull();
        ledger.AppendAll(CountryPartTests.World(new Random(3)));
        var options = new PictureOptions(Scene.Day(25), Country: "AF");
        var right = Bytes(PictureFold.Of(ledger, "AF", 0).At(options));
        var bytes = ledger.KeptFold("AF", KeptFold.Form).ShouldNotBeNull();
        KeptFold.Of(bytes).ShouldNotBeNull().Known.Facts.ShouldNotBeEmpty();
        foreach (var at in new[] { 0, 31, 32, bytes.Length / 2, bytes.Length - 1 })
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 4;
            KeptFold.Of(damaged).ShouldBeNull();
            ledger.KeepFold("AF", KeptFold.Form, ledger.PartOf("AF")!.State!, damaged).ShouldBeTrue();
            Bytes(Picture.Of(ledger, options)).ShouldBe(right);
        }
        KeptFold.Of(bytes.AsMemory(0, 20)).ShouldBeNull();
        ledger.Check().ShouldBeNull();

        ledger.KeepFold("AF", KeptFold.Form, ledger.PartOf("AF")!.State!, bytes).ShouldBeTrue();
        ledger.KeptFold("AF", KeptFold.Form).ShouldBe(bytes);
        ledger.KeptFold("AF", KeptFold.Form + "0").ShouldBeNull();
        ledger.KeptFold("ML", KeptFold.Form).ShouldBeNull();
        var state = ledger.PartOf("AF")!.State!;
        ledger.AppendAll([.. CountryPartTests.World(new Random(4)).Take(1)]);
        ledger.KeptFold("AF", KeptFold.Form).ShouldBeNull();
        ledger.KeepFold("AF", KeptFold.Form, state, bytes).ShouldBeFalse();
        ledger.KeptFold("AF", KeptFold.Form).ShouldBeNull();
    }

    [Fact]
    public void A_record_that_cannot_be_written_is_drawn_all_the_same()
    {
        byte[] right;
        var options = new PictureOptions(Scene.Day(25), Country: "AF");
        using (var ledger = SqliteLedger.Open(File_).Value.ShouldNotBeNull())
        {
            ledger.AppendAll(CountryPartTests.World(new Random(5)));
            ledger.KeepInStep();
            right = Bytes(Picture.Of(ledger, options));
            ledger.KeptFold("AF", KeptFold.Form).ShouldBeNull("few facts are folded as fast as they are read");
        }
        using (var other = new SqliteConnection($"Data Source={File_};Pooling=False"))
        {
            other.Open();
            using var writing = other.BeginTransaction(deferred: false);
            using var ledger = SqliteLedger.Open(File_, readOnly: true).Value.ShouldNotBeNull();
            Bytes(PictureFold.Of(ledger, "AF", 0).At(options)).ShouldBe(right);
            ledger.KeptFold("AF", KeptFold.Form).ShouldBeNull();
        }
        using var looked = SqliteLedger.Open(File_, readOnly: true).Value.ShouldNotBeNull();
        Bytes(PictureFold.Of(looked, "AF", 0).At(options)).ShouldBe(right);
        looked.KeptFold("AF", KeptFold.Form).ShouldNotBeNull();
        Bytes(Picture.Of(looked, options)).ShouldBe(right);
    }

    private static void Same(Picture kept, Picture anew)
    {
        Encoding.UTF8.GetString(Bytes(kept)).ShouldBe(Encoding.UTF8.GetString(Bytes(anew)), $"{anew.AsOf:o}");
        Encoding.UTF8.GetString(SituationReport.Of(kept, new ReportOptions()).ToJson()).ShouldBe(Encoding.UTF8.GetString(SituationReport.Of(anew, new ReportOptions()).ToJson()), $"{anew.AsOf:o}");
        kept.Evidence.Ids.ShouldBe(anew.Evidence.Ids);
        foreach (var id in anew.Evidence.Ids)
        {
            var (entry, other) = (kept.Evidence.Entry(id), anew.Evidence.Entry(id));
            (entry.ArticleId, entry.Known, entry.Reader, kept.Evidence.Origin(entry)).ShouldBe((other.ArticleId, other.Known, other.Reader, anew.Evidence.Origin(other)));
            StatementJson.Write(entry.Statement).ShouldBe(StatementJson.Write(other.Statement));
        }
        foreach (var story in anew.Stories) kept.Evidence.StoryOf(story.Articles[0]).ShouldNotBeNull().Id.ShouldBe(story.Id);
    }

    private static byte[] Bytes(Picture picture) => PictureJson.Render(picture);
}
