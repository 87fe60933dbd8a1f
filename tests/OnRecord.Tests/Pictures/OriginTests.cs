using System.Globalization;
using OnRecord.Pictures;
using static OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Pictures;

public class OriginTests
{
    // Thirty sentences without meaning; what counts is that no two are alike.
    private static string[] Sentences(int seed) =>
        [.. Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"Point {seed + i} was passed at hour {(seed * 7 + i * 13) % 97} by column {i * seed % 89} on road {i * 3 + seed}."))];

    private static string[] Rewritten(string[] story, int copy) => copy switch
    {
        0 => story,
        1 => story[..20],
        2 => story[5..],
        3 => [.. story.Select((s, i) => i % 6 == 0 ? "It was added later that nothing more was known." : s)],
        _ => [.. story.Skip(copy), $"This is edition {copy}."],
    };

    private static Picture Told(Func<int, string> text, string? agency = null)
    {
        var scene = new Scene();
        for (var i = 0; i < 10; i++)
            scene.Report($"Paper {i}", 8, text(i), agency: i == 4 ? agency : null, title: $"Title {i}").Says("capture", "passed", "Taliban=taliban", place: Kunduz);
        return scene.Picture();
    }

    [Fact]
    public void One_story_in_ten_papers_is_one_origin()
    {
        var story = Sentences(100);
        var happening = Told(i => string.Join(' ', Rewritten(story, i))).Happenings.ShouldHaveSingleItem();
        happening.Entries.Length.ShouldBe(10);
        happening.Standing.Origins.ShouldHaveSingleItem();
        happening.Standing.Standing.ShouldBe(Standing.Reported);
    }

    [Fact]
    public void A_credited_agency_is_the_origin_of_all_copies()
    {
        var story = Sentences(100);
        Told(i => string.Join(' ', Rewritten(story, i)), "The Associated Press").Happenings.Single().Standing.Origins.ShouldBe(["ap"]);
    }

    [Fact]
    public void Ten_reports_of_their_own_are_ten_origins()
    {
        var happening = Told(i => string.Join(' ', Sentences(1000 * (i + 1)))).Happenings.ShouldHaveSingleItem();
        happening.Standing.Origins.Length.ShouldBe(10);
        happening.Standing.Standing.ShouldBe(Standing.Corroborated);
    }

    [Fact]
    public void An_outlet_and_its_name_as_a_source_are_one_origin()
    {
        var scene = new Scene();
        scene.Report("The Wall Street Journal", 8, "Kunduz was taken.").Says("capture", "taken", "Taliban=taliban", place: Kunduz);
        scene.Report("Herald", 8, "According to the Wall Street Journal, Kunduz was taken.")
            .Says("capture", "taken", "Taliban=taliban", place: Kunduz, sources: "Wall Street Journal=wsj");
        scene.Picture().Happenings.ShouldHaveSingleItem().Standing.Origins.ShouldBe(["wsj"]);
    }

    [Fact]
    public void The_evidence_shows_which_articles_fell_together()
    {
        var story = Sentences(100);
        var picture = Told(i => string.Join(' ', i < 5 ? story : Sentences(1000 * i + 11 * i)));
        var sizes = picture.Evidence.Ids.Select(id => picture.Evidence.Story(picture.Evidence.Entry(id).ArticleId).Length).Order();
        sizes.ShouldBe([1, 1, 1, 1, 1, 5, 5, 5, 5, 5]);
    }

    [Fact]
    public void An_agency_that_signs_with_a_shorter_name_is_one_origin_with_its_outlet()
    {
        var scene = new Scene();
        scene.Report("Desert Wire service", 8, "Kunduz fell on Sunday.", agency: "Desert Wire").Says("capture", "fell", "Taliban=taliban", place: Scene.Kunduz);
        scene.Report("Desert Wire service", 9, "After Kunduz was lost, people fled.").Says("capture", "lost", "Taliban=taliban", place: Scene.Kunduz);
        scene.Picture().Happenings.ShouldHaveSingleItem().Standing.Origins.ShouldHaveSingleItem();
    }
}
