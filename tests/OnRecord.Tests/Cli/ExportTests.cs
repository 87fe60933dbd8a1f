using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using OnRecord.Language.Articles;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Storage.Sqlite;
using OnRecord.Tests.House;
using OnRecord.Tests.Ledger;
using OnRecord.Views;

namespace OnRecord.Tests.Cli;

public sealed class ExportTests : IDisposable
{
    private const string Text = "The Taliban took Kunduz on Sunday. =Rebels, \"they\" said, killed 5 in Kunduz.";
    private readonly Shell _shell = new();

    public ExportTests()
    {
        Directory.CreateDirectory(_shell["data"]);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "shapes.jsonl"), _shell["data/shapes.jsonl"]);
        using var ledger = SqliteLedger.Open(_shell["record.db"]).Value!;
        var article = Make.Article("k1", Text);
        var at = new TextSpan(4, 11);
        var place = new StatementPlace("Kunduz", Make.Kunduz, null, new TextSpan(17, 23));
        ledger.Append(article,
        [
            article.Entry(new Statement
            {
                Id = "", Type = "capture", Trigger = new TextSpan(12, 16), Span = new TextSpan(0, 33), Agent = [new Participant("Taliban", "taliban", at)], Place = place,
                Time = new TimeRange(new DateOnly(2021, 8, 8), new DateOnly(2021, 8, 8), new TextSpan(24, 33)),
            }),
            article.Entry(new Statement
            {
                Id = "", Type = "kill", Trigger = new TextSpan(56, 62), Span = new TextSpan(35, 76), Agent = [new Participant("=Rebels, \"they\"", null, new TextSpan(35, 50))], Place = place,
                Patient = [new Participant("Arif Example", null, at)], Quantity = new Quantity("5", 5, 5, "people", new TextSpan(63, 64)),
            }),
        ]);
    }

    public void Dispose() => _shell.Dispose();

    private JsonElement Json(params string[] arguments)
    {
        var result = _shell.Run(["export", .. arguments]);
        result.Error.ShouldBeEmpty();
        result.Code.ShouldBe(0);
        return JsonDocument.Parse(result.Out).RootElement;
    }

    private static JsonElement Schema(string name) => JsonDocument.Parse(Repository.Read($"docs/reference/schema/{name}.json")).RootElement;

    [Fact]
    public void Statements_follow_their_schema()
    {
        var (list, schema) = (Json("statements"), Schema("statement"));
        list.GetArrayLength().ShouldBe(2);
        list.EnumerateArray().SelectMany(item => JsonSchema.Faults(item, schema, schema)).ShouldBeEmpty();
    }

    [Fact]
    public void The_picture_follows_its_schema_and_the_schema_is_that_of_the_code()
    {
        var generated = JsonSchemaExporter.GetJsonSchemaAsNode(PictureJsonContext.Default.Options, typeof(Picture)).AsObject();
        // Made anew on demand, for it follows from the records of the picture.
        if (Environment.GetEnvironmentVariable("ONRECORD_WRITE_SCHEMA") is { Length: > 0 })
            File.WriteAllText(Path.Combine(Repository.Root, "docs/reference/schema/picture.json"), Titled(generated).ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 1, NewLine = "\n" }) + "\n");
        var published = JsonNode.Parse(Repository.Read("docs/reference/schema/picture.json"))!.AsObject();
        published.Remove("$schema");
        published.Remove("title");
        JsonNode.DeepEquals(published, generated).ShouldBeTrue("the records of the picture have changed: run this test with ONRECORD_WRITE_SCHEMA=1, and look the new schema through");
        var (picture, schema) = (Json("picture"), Schema("picture"));
        picture.GetProperty("happenings").GetArrayLength().ShouldBeGreaterThan(0);
        JsonSchema.Faults(picture, schema, schema).ShouldBeEmpty();
    }

    private static JsonObject Titled(JsonObject schema) => new(
    [
        new("$schema", "https://json-schema.org/draft/2020-12/schema"), new("title", "The picture, as export picture writes it"),
        .. schema.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())),
    ]);

    [Fact]
    public void Maps_have_points_with_their_precision_and_provinces_with_their_outlines()
    {
        var schema = Schema("features");
        var (points, provinces) = (Json("happenings", "--format", "geojson"), Json("control", "--format", "geojson"));
        foreach (var map in new[] { points, provinces }) JsonSchema.Faults(map, schema, schema).ShouldBeEmpty();
        var point = points.GetProperty("features")[0];
        point.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(n => n.GetDouble()).ShouldBe([68.868, 36.728]);
        point.GetProperty("properties").GetProperty("precision").GetString().ShouldBe("settlement");
        var province = provinces.GetProperty("features").EnumerateArray().ShouldHaveSingleItem();
        province.GetProperty("properties").GetProperty("holder").GetString().ShouldBe("Taliban");
        province.GetProperty("geometry").GetProperty("type").GetString().ShouldBe("MultiPolygon");
        province.GetProperty("geometry").GetProperty("coordinates")[0][0].EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble()))
            .ShouldAllBe(p => p.Item1 > 67 && p.Item1 < 70 && p.Item2 > 35 && p.Item2 < 38);
    }

    [Fact]
    public void Csv_is_quoted_runs_no_formula_and_names_no_private_person()
    {
        var lines = _shell.Run("export", "statements", "--format", "csv").Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe(Csv.StatementHeading);
        lines[2].ShouldContain(",\"'=Rebels, \"\"they\"\"\",");
        lines[2].ShouldContain(",a person,");
        _shell.Run("export", "statements", "--format", "csv", "--names").Out.ShouldContain("Arif Example");
        _shell.Run("export", "statements").Out.ShouldNotContain("Arif Example");
        foreach (var kind in PictureList.Kinds.Append("articles"))
            _shell.Run("export", kind, "--format", "csv").Lines[0].Trim().ShouldBe(kind == "articles" ? Csv.ArticleHeading : Csv.PartHeading, kind);
    }

    [Fact]
    public void A_file_is_there_whole_and_what_has_no_such_form_is_refused()
    {
        _shell.Run("export", "report", "--out", _shell["report.md"]).Code.ShouldBe(0);
        File.ReadAllText(_shell["report.md"]).ShouldStartWith("# ");
        Directory.GetFiles(_shell.Folder, "*.part").ShouldBeEmpty();
        foreach (var arguments in new[] { new[] { "statements", "--format", "geojson" }, ["picture", "--format", "csv"], ["picture", "--area", "Kunduz"], ["happenings", "--format", "markdown"], ["nothing"] })
            _shell.Run(["export", .. arguments]).Code.ShouldBe(2);
        _shell.Run("export", "statements", "--known-at", "2021-08-07").Out.Trim().ShouldBe("[\n]");
    }
}
