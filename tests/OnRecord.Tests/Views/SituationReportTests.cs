using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Statements;
using OnRecord.Tests.Pictures;
using OnRecord.Views;
using Scene = OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Views;

public class SituationReportTests
{
    private static SituationReport August16(ReportOptions? options = null) => SituationReport.Of(August.Told().Picture(16), options ?? new ReportOptions());

    private static string[] Lines(SituationReport report, string section) => [.. report.Sections.Single(s => s.Key == section).Lines.Select(line => line.Text)];

    [Fact]
    public void No_line_is_without_a_reference_and_no_reference_without_words()
    {
        var report = August16();
        var lines = report.Sections.SelectMany(section => section.Lines).ToList();
        lines.Count.ShouldBeGreaterThan(15);
        lines.ShouldAllBe(line => line.References.Length > 0);
        report.References.Select(reference => reference.Number).ShouldBe(Enumerable.Range(1, report.References.Length));
        lines.SelectMany(line => line.References).Distinct().Order().ShouldBe(report.References.Select(reference => reference.Number));
        report.References.ShouldAllBe(reference => !string.IsNullOrEmpty(reference.Words));
    }

    [Fact]
    public void The_words_of_a_reference_are_those_of_the_report()
    {
        var scene = August.Told();
        foreach (var reference in SituationReport.Of(scene.Picture(16), new ReportOptions()).References)
            scene.Articles.Values.ShouldContain(article => article.Text.Contains(reference.Words!) && article.Outlet == reference.Outlet);
    }

    [Fact]
    public void A_deadline_that_has_passed_is_not_ahead_though_what_was_announced_goes_on()
    {
        var scene = new Scene();
        scene.Report("Herald", 5, "The army will leave Herat by Tuesday.").Says("withdraw", "leave", "The army=AF/military", place: Scene.Herat, mode: Mode.Planned, deadline: 10);
        scene.Report("Herald", 8, "The army leaves Herat.").Says("withdraw", "leaves", "The army=AF/military", place: Scene.Herat);
        SituationReport At(int day) => SituationReport.Of(scene.Picture(day), new ReportOptions());
        Lines(At(9), "deadlines").ShouldHaveSingleItem().ShouldEndWith("under way");
        At(16).Sections.ShouldNotContain(section => section.Key == "deadlines");
        Lines(At(16), "commitments").ShouldHaveSingleItem().ShouldEndWith("under way, and its day passed");
    }

    [Fact]
    public void It_says_what_stands_and_on_whose_word()
    {
        var report = August16();
        Lines(report, "control")[0].ShouldBe("Kabul: Taliban since 15 Aug (corroborated by Gazette and Herald)");
        Lines(report, "control").ShouldContain("Herat: Taliban since 12 Aug (claimed by Taliban spokesman)");
        Lines(report, "commitments").ShouldContain("Taliban aim to capture Afghanistan by 20 Aug (13 Aug; Taliban said) — met early, 15 Aug");
        Lines(report, "commitments").ShouldContain("United States plans to deploy 3000 troops to Kabul by 15 Aug (13 Aug; reported by Courier) — its day passed, nothing on record");
        Lines(report, "tallies").ShouldHaveSingleItem().ShouldContain("the record itself counts 3");
        Lines(report, "disagreements").ShouldContain(line => line.Contains("9 civilians (Kunduz Regional Hospital); at least 14 civilians (doctor)"));
    }

    [Theory]
    [InlineData("kunduz", 1)]
    [InlineData("Afghanistan", 4)]
    [InlineData("AF", 4)]
    [InlineData("Nimruz", 1)]
    public void An_area_narrows_it_down(string area, int places) => Lines(August16(new ReportOptions(area)), "control").Length.ShouldBe(places);

    [Fact]
    public void Where_nothing_is_known_it_says_so()
    {
        var report = August16(new ReportOptions("Iceland"));
        report.Sections.ShouldAllBe(section => section.Lines.Length == 0);
        report.Sections.Select(section => section.Nothing).ShouldAllBe(nothing => nothing != null);
        report.ToText().ShouldContain("that does not mean that there was none");
        report.ToMarkdown().ShouldContain("_The record does not know who holds any place._");
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        var section = August16(new ReportOptions(MaxLines: 1)).Sections.Single(s => s.Key == "control");
        (section.Lines.Length, section.LeftOut).ShouldBe((1, 3));
        August16(new ReportOptions(MaxLines: 1)).ToText().ShouldContain("… and 3 more; --all shows them");
    }

    [Fact]
    public void Text_keeps_to_its_width()
    {
        foreach (var width in new[] { 60, 100 })
            August16().ToText(width).Split('\n').ShouldAllBe(line => line.Length <= width);
    }

    [Fact]
    public void Markdown_escapes_what_reports_bring_along_and_its_links_lead_somewhere()
    {
        var scene = new Scene();
        scene.Report("He*ra_ld", 8, "The <b>group</b> [took] Kunduz.").Says("capture", "took", "A*B=x", place: Scene.Kunduz);
        var page = SituationReport.Of(scene.Picture(), new ReportOptions()).ToMarkdown();
        page.ShouldContain(@"A\*B captured Kunduz");
        page.ShouldContain(@"He\*ra\_ld");
        page.ShouldContain(@"\<b\>group\</b\> \[took\]");
        var targets = Regex.Matches(page, "id=\"(ref-\\d+)\"").Select(match => match.Groups[1].Value).ToHashSet();
        Regex.Matches(page, @"\(#(ref-\d+)\)").Select(match => match.Groups[1].Value).ShouldAllBe(link => targets.Contains(link));
        targets.Count.ShouldBe(1);
    }

    [Fact]
    public void Json_holds_the_whole_report()
    {
        var report = August16(new ReportOptions("Kunduz"));
        using var json = JsonDocument.Parse(report.ToJson());
        var root = json.RootElement;
        root.GetProperty("asOf").GetString().ShouldBe("2021-08-16");
        root.GetProperty("area").GetString().ShouldBe("Kunduz");
        root.GetProperty("knownAt").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("sections").GetArrayLength().ShouldBe(report.Sections.Length);
        root.GetProperty("references").GetArrayLength().ShouldBe(report.References.Length);
    }

    [Fact]
    public void Private_persons_are_not_named_unless_asked_for()
    {
        // A name that no one bears, in the shape of a person's.
        var scene = new Scene();
        scene.Report("Herald", 8, "Fighters abducted Xxaa Yybb in Kunduz, Zzcc Qqdd said.")
            .Says("abduct", "abducted", "Taliban=taliban", "Xxaa Yybb", Scene.Kunduz, sources: "Zzcc Qqdd");
        var picture = scene.Picture();

        var hidden = SituationReport.Of(picture, new ReportOptions());
        foreach (var page in new[] { hidden.ToText(), hidden.ToMarkdown(), Encoding.UTF8.GetString(hidden.ToJson()), Encoding.UTF8.GetString(PictureJson.Render(picture)) })
            foreach (var name in new[] { "xxaa", "yybb", "zzcc", "qqdd" })
                page.ToLowerInvariant().ShouldNotContain(name);
        hidden.ToText().ShouldContain("a person");

        var named = SituationReport.Of(picture, new ReportOptions(Names: true));
        named.ToText().ShouldContain("Taliban abducted Xxaa Yybb in Kunduz");
        Encoding.UTF8.GetString(PictureJson.Render(picture, names: true)).ShouldContain("Xxaa Yybb");
    }

    [Theory]
    [InlineData("Xxaa Yybb", true)]
    [InlineData("Xxaa al Yybb", true)]
    [InlineData("Kunduz Regional Hospital", false)]
    [InlineData("civilians", false)]
    [InlineData("UN OCHA", false)]
    [InlineData("Reuters", false)]
    [InlineData("Afghan soldiers", false)]
    public void A_persons_name_is_told_by_its_shape(string name, bool person) => Privacy.IsPerson(name).ShouldBe(person);

    [Fact]
    public void An_official_is_named_with_the_role()
    {
        var privacy = new Privacy(names: false);
        privacy.Show(new Source("Xxaa Yybb", "minister of defence", null, default)).ShouldBe("Xxaa Yybb (minister of defence)");
        privacy.Show(new Source("Xxaa Yybb", null, null, default)).ShouldBe("a named source");
        privacy.Show(new Source("residents", null, null, default)).ShouldBe("residents");
    }

    [Theory]
    [InlineData("Fighters captured the veteran commander Xxaa Yybb in Kunduz.", true)]
    [InlineData("Fighters captured Xxaa Yybb, the former governor of the province, in Kunduz.", true)]
    [InlineData("Fighters captured Gen. Xxaa Yybb in Kunduz.", true)]
    [InlineData("Fighters captured Xxaa Yybb in Kunduz. The governor knew.", false)]
    [InlineData("Fighters captured the teacher Xxaa Yybb in Kunduz.", false)]
    public void Whoever_holds_a_public_office_is_named(string text, bool named)
    {
        var scene = new Scene();
        scene.Report("Herald", 8, text).Says("detain", "captured", "Fighters=taliban", "Xxaa Yybb", Scene.Kunduz);
        var picture = scene.Picture();
        SituationReport.Of(picture, new ReportOptions()).ToText().Contains("Xxaa Yybb", StringComparison.Ordinal).ShouldBe(named);
        Encoding.UTF8.GetString(PictureJson.Render(picture)).Contains("Xxaa Yybb", StringComparison.Ordinal).ShouldBe(named);
    }

    [Fact]
    public void Who_holds_what_is_told_by_day_the_latest_first_and_what_weighs_least_is_left_out()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "The Taliban took Kabul.").Says("capture", "took", "Taliban=taliban", place: Scene.Kabul, time: (8, 8));
        scene.Report("Herald", 9, "The Taliban took Spin Boldak.").Says("capture", "took", "Taliban=taliban", place: Scene.SpinBoldak, time: (9, 9));
        scene.Report("Herald", 12, "The Taliban took Zaranj.").Says("capture", "took", "Taliban=taliban", place: Scene.Zaranj, time: (12, 12));
        string[] Places(int most) => [.. Lines(SituationReport.Of(scene.Picture(20), new ReportOptions(MaxLines: most)), "control").Select(line => line.Split(':', '(')[0].Trim())];
        Places(2).ShouldBe(["Zaranj", "Spin Boldak", "Kabul"]);
        Places(1).ShouldBe(["Kabul"]);
    }

    [Fact]
    public void A_reference_ends_with_a_word_or_a_full_stop()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, ", which took Kunduz,").Says("capture", "took", "Taliban=taliban", placeName: "Kunduz", place: Scene.Kunduz);
        SituationReport.Of(scene.Picture(), new ReportOptions()).References.ShouldHaveSingleItem().Words.ShouldBe("which took Kunduz");
    }
}
