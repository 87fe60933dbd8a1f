using OnRecord.Language.Articles;
using OnRecord.Scores;
using OnRecord.Statements;

namespace OnRecord.Tests.Scores;

public class GoldFileTests
{
    [Fact]
    public void Reads_what_is_known_of_the_report()
    {
        var document = GoldSample.Document;
        document.Id.ShouldBe("sample-1");
        document.Title.ShouldBe("Border town changes hands");
        document.Outlet.ShouldBe("Sample Wire");
        document.Published.ShouldBe(new DateOnly(2021, 8, 9));
        document.Dateline.ShouldBe("Kunduz");
        document.Url.ShouldBeNull();
        document.Text.ShouldContain("\n\nOfficials");
    }

    [Fact]
    public void Reads_every_field_of_a_statement()
    {
        var capture = GoldSample.Document.Statements[0];
        capture.Type.ShouldBe("capture");
        capture.Place.ShouldBe(new GoldPlace("Taloqan", "Takhar", "AF"));
        capture.Time.ShouldBe(new GoldTime(new DateOnly(2021, 8, 8), new DateOnly(2021, 8, 8)));
        capture.Trigger.ShouldBe(GoldSample.At("took"));

        var kill = GoldSample.Document.Statements[1];
        kill.Quantity.ShouldBe(new GoldQuantity("20", 20, 20, "soldiers"));
        kill.Place.ShouldBeNull();
        kill.Sources.ShouldBe(["army spokesman (Example Army)", "Radio Example"]);
        kill.Stance.ShouldBe(Stance.Said);
        GoldSample.Document.Statements[2].Polarity.ShouldBe(Polarity.Negative);
    }

    [Fact]
    public void A_repeated_anchor_takes_the_first_place_not_yet_used()
    {
        var text = GoldSample.Document.Text;
        var first = text.IndexOf("shells fell", StringComparison.Ordinal);
        var second = text.IndexOf("shells fell", first + 1, StringComparison.Ordinal);
        GoldSample.Document.Statements[2].Anchor.Start.ShouldBe(first);
        GoldSample.Document.Statements[3].Anchor.Start.ShouldBe(second);
        GoldSample.Document.Statements[4].Trigger.ShouldBe(new TextSpan(second, second + "shells fell".Length));
    }

    [Fact]
    public void An_anchor_shared_by_a_list_stands_once_and_serves_all()
    {
        var document = Parse("""
            id: x
            text: They took A, B and C.
            statements:
            - {anchor: "took A, B and C", trigger: took, type: capture, mode: actual, polarity: positive, place: [A, "", AF]}
            - {anchor: "took A, B and C", trigger: took, type: capture, mode: actual, polarity: positive, place: [B, "", AF]}
            """);
        document.Statements[0].Trigger.ShouldBe(document.Statements[1].Trigger);
    }

    [Fact]
    public void A_file_holds_several_documents()
    {
        var set = GoldFile.Parse("---\nid: a\ntext: one\nstatements: []\n---\nid: b\ntext: two\nstatements: []\n", "x.yaml").Value!;
        set.Documents.Select(d => d.Id).ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("id: a\ntext: [", "x.yaml:3: ")]
    [InlineData("id: a\ntext: b\nstatements: 3\n", "statements must be a list")]
    [InlineData("text: b\nstatements: []\n", "id is missing")]
    [InlineData("id: a\ntext: b\nstatements:\n- {anchor: c, trigger: c, type: kill, mode: actual, polarity: positive}\n", "x.yaml:4: the anchor \"c\" is not in the text")]
    [InlineData("id: a\ntext: b\nstatements:\n- {anchor: b, trigger: c, type: kill, mode: actual, polarity: positive}\n", "the trigger \"c\" is not in its anchor")]
    [InlineData("id: a\ntext: b\nstatements:\n- {anchor: b, trigger: b, type: kill, mode: maybe, polarity: positive}\n", "mode cannot be \"maybe\"")]
    [InlineData("id: a\ntext: b\nstatements:\n- {anchor: b, trigger: b, type: kill, mode: 0, polarity: positive}\n", "mode cannot be \"0\"")]
    [InlineData("id: a\ntext: b\nstatements:\n- {anchor: b, trigger: b, type: kill, mode: aim, polarity: positive, deadline: soon}\n", "deadline must be a day")]
    [InlineData("id: a\ntext: b\nstatements:\n- {anchor: b, trigger: b, type: kill, mode: aim, polarity: positive, place: [A]}\n", "place must be")]
    [InlineData("- a\n- b\n", "a mapping was expected")]
    [InlineData("", "no gold document")]
    public void What_is_wrong_is_said_with_its_line(string yaml, string said) =>
        GoldFile.Parse(yaml, "x.yaml").Problem!.ToString().ShouldContain(said);

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_not_an_exception() =>
        GoldFile.Read(Path.Combine(AppContext.BaseDirectory, "no-such-file.yaml")).Problem!.What.ShouldContain("cannot be read");

    [SharedDataFact("gold/dev")]
    public void The_shared_gold_is_read_whole()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Root!, "gold"), "*.yaml", SearchOption.AllDirectories))
        {
            var read = GoldFile.Read(path);
            read.Problem.ShouldBeNull();
            foreach (var document in read.Value!.Documents)
                foreach (var statement in document.Statements)
                    statement.Anchor.Contains(statement.Trigger).ShouldBeTrue();
        }
    }

    private static GoldDocument Parse(string yaml) => GoldFile.Parse(yaml, "x.yaml").Value!.Documents[0];
}
