using System.Text;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Views;

namespace OnRecord.Tests.Pictures;

public class FoldTests
{
    [Fact]
    public void Any_order_of_arrival_gives_the_same_picture_to_the_byte()
    {
        var scene = August.Told();
        var options = new PictureOptions(Scene.Day(16));
        var expected = Encoding.UTF8.GetString(PictureJson.Render(Picture.Of(scene.Entries, scene.Articles, options)));
        var report = SituationReport.Of(Picture.Of(scene.Entries, scene.Articles, options), new ReportOptions()).ToJson();
        for (var seed = 1; seed <= 25; seed++)
        {
            var random = new Random(seed);
            var entries = scene.Entries.Concat(scene.Entries.Take(3)).ToArray();
            random.Shuffle(entries);
            var articles = scene.Articles.Values.ToArray();
            random.Shuffle(articles);
            var shuffled = Picture.Of(entries, articles.ToDictionary(article => article.Id), options);
            Encoding.UTF8.GetString(PictureJson.Render(shuffled)).ShouldBe(expected);
            SituationReport.Of(shuffled, new ReportOptions()).ToJson().ShouldBe(report);
        }
    }

    [Fact]
    public void A_ledger_gives_the_picture_of_its_entries()
    {
        var scene = August.Told();
        using var ledger = new MemoryLedger();
        foreach (var article in scene.Articles.Values) ledger.Append(article, [.. scene.Entries.Where(entry => entry.ArticleId == article.Id)]);
        var options = new PictureOptions(Scene.Day(16));
        PictureJson.Render(Picture.Of(ledger, options)).ShouldBe(PictureJson.Render(Picture.Of(scene.Entries, scene.Articles, options)));
    }

    [Fact]
    public void Nothing_gives_an_empty_picture()
    {
        var picture = Picture.Of([], new Dictionary<string, ArticleEntry>(), new PictureOptions(Scene.Day(16)));
        picture.Happenings.ShouldBeEmpty();
        picture.Control.ShouldBeEmpty();
        Encoding.UTF8.GetString(PictureJson.Render(picture)).ShouldContain("\"asOf\": \"2021-08-16\"");
    }

    [Fact]
    public void Entries_whose_articles_are_not_given_count_by_outlet()
    {
        var scene = August.Told();
        var picture = Picture.Of(scene.Entries, new Dictionary<string, ArticleEntry>(), new PictureOptions(Scene.Day(16)));
        picture.Control.Length.ShouldBe(4);
        SituationReport.Of(picture, new ReportOptions()).References.ShouldAllBe(reference => reference.Words == null);
    }

    [Fact]
    public void A_fold_that_is_kept_gives_each_day_the_picture_of_one_that_is_not()
    {
        var scene = August.Told();
        // A toll that grows, fights that cease to be news, a plan whose day passes, and a movement that ends.
        scene.Report("Herald", 9, "Troops shelled Herat. The army will leave Herat by Wednesday. Troops will hold Kunduz.")
            .Says("shelling", "shelled", "Troops", place: Scene.Herat, time: (8, 9)).Says("withdraw", "leave", "The army", place: Scene.Herat, mode: Mode.Planned, time: (10, 11), deadline: 11)
            .Says("hold", "hold", "Troops", place: Scene.Kunduz, mode: Mode.Pledge, deadline: 14);
        scene.Report("Dispatch", 12, "The army left Herat. Troops did not shell Herat.").Says("withdraw", "left", "The army", place: Scene.Herat, time: (10, 12))
            .Says("shelling", "shell", "Troops", place: Scene.Herat, positive: false, time: (8, 9));
        var kept = PictureFold.Of(scene.Entries, scene.Articles);
        foreach (var known in new int?[] { null, 12, 9, 12, null, 11, 10, 9, 8, 13, 4, 13, null })
            for (var day = Scene.Day(4); day <= Scene.Day(31); day = day.AddDays(known is null ? 1 : 3))
            {
                var options = new PictureOptions(day, known is { } august ? Scene.Day(august) : null);
                var (warm, anew) = (kept.At(options), Picture.Of(scene.Entries, scene.Articles, options));
                PictureJson.Render(warm).ShouldBe(PictureJson.Render(anew), $"{day:o}, known on {known}");
                SituationReport.Of(warm, new ReportOptions()).ToJson().ShouldBe(SituationReport.Of(anew, new ReportOptions()).ToJson(), $"{day:o}, known on {known}");
            }
    }
}
