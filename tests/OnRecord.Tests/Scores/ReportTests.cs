using System.Text.Json;
using OnRecord.Lab.Scores;

namespace OnRecord.Tests.Scores;

public class ReportTests
{
    private static readonly FileScores[] Files = [new("news/dev", [new("Words", 4, 4, 3), new("LAS", 4, 4, 1)])];

    [Fact]
    public void The_table_has_a_row_for_each_file() =>
        Report.Table(Files).ShouldBe("| F1 | Words | LAS |\n|---|---:|---:|\n| news/dev | 75.00 | 25.00 |\n");

    [Fact]
    public void The_json_holds_counts_and_speed()
    {
        using var json = JsonDocument.Parse(Report.Json(Files, [new("cut", 1000, 10)]));
        json.RootElement.GetProperty("files")[0].GetProperty("LAS").GetProperty("f1").GetDouble().ShouldBe(25);
        json.RootElement.GetProperty("speed")[0].GetProperty("ratio").GetDouble().ShouldBe(100);
    }

    [Fact]
    public void A_section_is_replaced_and_the_rest_of_the_page_stays()
    {
        var page = ScoresPage.With(null, "cut", "Cut", "one");
        page = ScoresPage.With(page + "\nMore.\n", "names", "Names", "two");
        page = ScoresPage.With(page, "cut", "Cut", "three");
        page.ShouldNotContain("one");
        page.ShouldContain("## Cut\n\nthree\n<!-- /scores:cut -->");
        page.ShouldContain("\nMore.\n");
        page.IndexOf("three", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("two", StringComparison.Ordinal));
        ScoresPage.With(page, "cut", "Cut", "three").ShouldBe(page);
    }
}
