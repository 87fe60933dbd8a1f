using OnRecord.Lab.Reading;
using OnRecord.Language.Articles;
using OnRecord.Statements;
using OnRecord.Statements.Coding;
using OnRecord.Tests.House;

namespace OnRecord.Tests.Scores;

public class MappingTableTests
{
    private const string Text = "After gunmen burned the market, the mayor vowed to send grain to the river towns.";

    private const string Rules = """
        - {give: "-", begins: [after], types: [destroy], why: "an occasion"}
        - {give: "03", modes: [pledge], types: [aid], why: "promised"}
        - {give: "07", types: [aid], why: "given"}
        - {give: "17", types: [destroy], why: "coercion"}
        """;

    [Fact]
    public void The_first_line_that_holds_decides() =>
        MappingTable.Parse(Rules).First(Text, Make("send", "aid", Mode.Pledge)).ShouldBe("03");

    [Fact]
    public void What_a_line_does_not_say_may_be_anything() =>
        MappingTable.Parse(Rules).First(Text, Make("send", "aid", Mode.Actual)).ShouldBe("07");

    [Fact]
    public void An_occasion_is_no_event_and_the_same_act_in_a_main_clause_is() =>
        (MappingTable.Parse(Rules).First(Text, Make("burned", "destroy", Mode.Actual)), MappingTable.Parse(Rules).First("Gunmen burned the market.", Make("burned", "destroy", Mode.Actual, "Gunmen burned the market.")))
            .ShouldBe((null, "17"));

    [Fact]
    public void A_comma_parts_the_occasion_from_what_follows_it() =>
        MappingTable.Parse("- {give: no, begins: [after], why: w}\n- {give: yes, why: w}").First(Text, Make("send", "aid", Mode.Actual)).ShouldBe("yes");

    [Fact]
    public void The_class_with_most_points_is_taken_each_line_once()
    {
        var table = MappingTable.Parse("""
            - {give: BLAZE, text: [burn], points: 2, why: w}
            - {give: HELP, types: [aid], points: 1, why: w}
            - {give: HELP, text: ["=grain"], also: [river], points: 2, why: w}
            - {give: NEVER, text: ["=gra"], points: 9, why: w}
            - {give: NEVER, text: [grain], not: [mayor], points: 9, why: w}
            - {give: NEVER, types: [aid], agent: [sailor], points: 9, why: w}
            """);
        table.Most(Text, [Make("send", "aid", Mode.Actual), Make("send", "aid", Mode.Actual)]).ShouldBe("HELP");
        table.Most(Text, []).ShouldBe("BLAZE");
        table.Most("Nothing of note.", []).ShouldBeNull();
    }

    [Fact]
    public void A_line_without_a_reason_is_refused() => Should.Throw<InvalidDataException>(() => MappingTable.Parse("- {give: \"07\", types: [aid]}"));

    [Theory]
    [InlineData("cameo")]
    [InlineData("case2021")]
    public void The_tables_name_only_types_that_there_are(string table)
    {
        var data = Path.Combine(Repository.Root, "data");
        var types = CodebookReader.Read(Path.Combine(data, "codebook"), [Path.Combine(data, "extensions", "diplomacy")]).Value!.Types;
        var named = MappingTable.Parse(Repository.Read($"lab/OnRecord.Lab/Reading/Maps/{table}.yaml")).Types.ToList();
        named.Count.ShouldBeGreaterThan(15);
        named.Where(t => !types.ContainsKey(t)).ShouldBeEmpty();
    }

    [Fact]
    public void Classes_weigh_by_how_often_they_are_meant() =>
        CaseSet.Weighted([("A", "A"), ("A", "A"), ("A", "B"), ("B", "B")]).ShouldBe((3 * 80 + 200.0 / 3) / 4, 1e-9);

    private static Statement Make(string trigger, string type, Mode mode, string text = Text)
    {
        var at = text.IndexOf(trigger, StringComparison.Ordinal);
        return new Statement { Id = "", Trigger = new TextSpan(at, at + trigger.Length), Span = new TextSpan(0, text.Length), Type = type, Mode = mode };
    }
}
