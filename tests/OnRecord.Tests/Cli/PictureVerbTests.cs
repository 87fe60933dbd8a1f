using System.Text.Json;

namespace OnRecord.Tests.Cli;

public sealed class PictureVerbTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("happenings")]
    [InlineData("claims")]
    [InlineData("control")]
    [InlineData("areas")]
    [InlineData("tallies")]
    [InlineData("commitments")]
    [InlineData("movements")]
    [InlineData("harm")]
    [InlineData("disagreements")]
    [InlineData("stories")]
    public void Every_part_of_the_picture_can_be_listed_and_explained(string kind)
    {
        Record();
        var text = _shell.Run("list", kind);
        text.Code.ShouldBe(0);
        text.Error.ShouldBeEmpty();
        var json = _shell.Run("list", kind, "--json").Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        if (kind is "happenings" or "claims")
        {
            json.Count.ShouldBe(3);
            text.Lines.Length.ShouldBe(3);
        }
        foreach (var line in text.Lines.Where(line => line[3] == '-')) _shell.Run("explain", line.Split(' ')[0]).Code.ShouldBe(0);
    }

    [Fact]
    public void An_explanation_names_the_rule_and_the_reports()
    {
        Record();
        var id = _shell.Run("list", "happenings").Lines[0].Split(' ')[0];
        var explained = _shell.Run("explain", id);
        explained.Out.ShouldContain("rule no-stake: An outlet in its own voice, or a source without a stake in it, says so.");
        explained.Out.ShouldContain("Independent origins: 1");
        JsonDocument.Parse(_shell.Run("explain", id, "--json").Out).RootElement.GetProperty("parts").GetArrayLength().ShouldBeGreaterThan(2);
    }

    [Fact]
    public void An_id_that_is_not_there_is_said_to_be_none()
    {
        Record();
        var result = _shell.Run("explain", "hap-zzzzzzzzzz");
        result.Code.ShouldBe(1);
        result.ErrorLines.Single().ShouldContain("no one part");
    }

    [Fact]
    public void Lists_keep_to_the_days_and_pages_asked_for()
    {
        Record();
        _shell.Run("list", "happenings", "--known-at", "2021-08-11").Lines.Length.ShouldBe(1);
        _shell.Run("list", "happenings", "--from", "2021-08-12", "--to", "2021-08-12").Lines.Length.ShouldBe(1);
        _shell.Run("list", "happenings", "--limit", "2").Lines[^1].ShouldBe("… more: --offset 2");
        _shell.Run("list", "happenings", "--type", "shelling").Lines.Single().ShouldBe("Nothing on record is like this.");
        _shell.Run("list", "claims", "--state", "reported").Lines.Length.ShouldBe(3);
    }

    [Fact]
    public void A_report_of_changes_tells_only_what_is_new()
    {
        Record();
        var diff = _shell.Run("report", "--diff", "2021-08-11", "2021-08-13");
        diff.Code.ShouldBe(0);
        diff.Out.ShouldStartWith("What changed from 11 Aug 2021 to 13 Aug 2021");
        var references = JsonDocument.Parse(_shell.Run("report", "--diff", "2021-08-11", "2021-08-13", "--json").Out).RootElement.GetProperty("references").EnumerateArray()
            .Select(reference => reference.GetProperty("published").GetString()).ToList();
        references.Order().ShouldBe(["2021-08-12", "2021-08-13"]);
        _shell.Run("report", "--diff", "2021-08-13", "2021-08-11").Code.ShouldBe(2);
        _shell.Run("report", "--diff", "2021-08-11", "2021-08-13", "--as-of", "2021-08-12").Code.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_list_takes_the_day_of_things_and_the_day_of_knowledge(string kind)
    {
        Record();
        _shell.Run("list", kind, "--as-of", "2021-08-20", "--known-at", "2021-08-20").ShouldBe(_shell.Run("list", kind));
        foreach (var option in new[] { "--as-of", "--known-at", "--known" })
        {
            var before = _shell.Run("list", kind, option, "2021-08-01");
            before.Code.ShouldBe(0);
            before.Lines.ShouldBe(["Nothing on record is like this."]);
        }
        // One report of three was out by then; of what takes more than one report to be there is nothing.
        var first = _shell.Run("list", kind, "--as-of", "2021-08-11").Lines;
        first.ShouldBe(_shell.Run("list", kind, "--known-at", "2021-08-11").Lines);
        first.Length.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_id_that_a_list_prints_can_be_explained(string kind)
    {
        Record();
        _shell.Run("read", _shell.Write("copy.jsonl", """{"id": "d", "text": "Guards took Gamma on Friday after a long fight by the river bridge.", "published": "2021-08-13", "outlet": "Third Wire"}""" + "\n"
            + """{"id": "e", "text": "Guards took Gamma on Friday after a long fight by the river bridge.", "published": "2021-08-14", "outlet": "Fourth Wire"}""")).Code.ShouldBe(0);
        var ids = _shell.Run("list", kind, "--json").Lines.SelectMany(line => Ids(JsonDocument.Parse(line).RootElement)).Concat(
            _shell.Run("list", kind).Lines.Select(line => line.Split(' ')[0]).Where(word => word != "Nothing")).Distinct().ToList();
        if (kind is "statements" or "articles" or "happenings" or "claims" or "stories") ids.Count.ShouldBeGreaterThan(1);
        foreach (var id in ids) _shell.Run("explain", id).ShouldSatisfyAllConditions(result => result.Code.ShouldBe(0, id + ": " + result.Error), result => result.Out.ShouldNotBeEmpty());
    }

    public static TheoryData<string> Lists { get; } = [.. OnRecord.Views.PictureList.Kinds, "statements", "articles"];

    // Whatever is called an id, or is a list of them.
    private static IEnumerable<string> Ids(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Name is "id" or "article" or "entry" or "about" or "partOf" or "happening" && member.Value.ValueKind == JsonValueKind.String
            ? [member.Value.GetString()!] : member.Name is "entries" or "articles" or "denials" or "spans" ? member.Value.EnumerateArray().SelectMany(one => one.ValueKind == JsonValueKind.String ? [one.GetString()!] : Ids(one)) : Ids(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Ids),
        _ => [],
    };

    private void Record() => _shell.Run("read", _shell.Write("x.jsonl", """
        {"id": "b", "text": "Rebels took Beta.", "published": "2021-08-12", "outlet": "Sample Wire"}
        {"id": "a", "text": "Soldiers took Alpha on Monday.", "published": "2021-08-11", "outlet": "Sample Wire", "title": "Alpha"}
        {"id": "c", "text": "Police took Delta.", "published": "2021-08-13", "outlet": "Another Wire"}
        """)).Code.ShouldBe(0);
}
