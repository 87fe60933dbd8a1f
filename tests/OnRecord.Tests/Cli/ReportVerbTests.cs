using System.Text.Json;
using OnRecord.Language;

namespace OnRecord.Tests.Cli;

public sealed class ReportVerbTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Reports_as_text_markdown_and_json()
    {
        Record();
        var text = _shell.Run("report");
        text.Code.ShouldBe(0);
        text.Out.ShouldStartWith("Situation as of 13 Aug 2021");
        text.Out.ShouldContain("REFERENCES");
        _shell.Run("report", "--markdown").Out.ShouldStartWith("# ");
        var json = JsonDocument.Parse(_shell.Run("report", "--json").Out).RootElement;
        json.GetProperty("references").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Keeps_to_the_days_asked_for()
    {
        Record();
        _shell.Run("report", "--as-of", "2021-08-11", "--known", "2021-08-11").Out.ShouldStartWith("Situation as of 11 Aug 2021, as known on 11 Aug 2021");
        var until = _shell.Run("report", "--until", "2021-08-12", "--json").Out;
        until.ShouldContain("\"2021-08-12\"");
        until.ShouldNotContain("\"2021-08-13\"");
        var none = _shell.Run("report", "--since", "2022-01-01");
        none.Code.ShouldBe(1);
        none.ErrorLines.Single().ShouldContain("no report of these days");
    }

    [Fact]
    public void Says_where_no_place_of_a_name_is_on_record()
    {
        Record();
        var result = _shell.Run("report", "--area", "Nowhere");
        result.ErrorLines.ShouldHaveSingleItem().ShouldContain("Nowhere: no place of this name is on record");
    }

    [Fact]
    public void Refuses_two_forms_at_once() => _shell.Run("report", "--json", "--markdown").Code.ShouldBe(2);

    [Fact]
    public void Without_a_record_it_says_how_to_make_one()
    {
        var result = _shell.Run("report");
        result.Code.ShouldBe(4);
        result.ErrorLines.Single().ShouldContain("onrecord read");
    }

    [Fact]
    public void The_demo_reads_the_samples_and_reports_on_two_days()
    {
        Samples();
        var result = _shell.Run("demo", "--record", _shell["demo.db"]);
        result.Code.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        result.Out.ShouldContain("Read 2 dispatches");
        result.Out.ShouldContain("as of 13 Aug 2021, as known on 13 Aug 2021");
        result.Out.ShouldContain("as of 16 Aug 2021, as known on 16 Aug 2021");
        result.Out.ShouldContain($"onrecord explain {_shell.Run("list", "statements", "--record", _shell["demo.db"]).Lines[0].Split(' ')[0]}");
    }

    [Fact]
    public void The_demo_says_the_same_each_time()
    {
        Samples();
        _shell.Run("demo", "--record", _shell["one.db"]).Out.Replace("one.db", "").ShouldBe(_shell.Run("demo", "--record", _shell["two.db"]).Out.Replace("two.db", ""));
    }

    [Fact]
    public void A_demo_without_its_samples_or_its_reader_says_so()
    {
        _shell.Run("demo").Code.ShouldBe(3);
        Samples();
        _shell.LoadReader = (_, models) => new Problem("the weights are missing", models, "install OnRecord again");
        var result = _shell.Run("demo");
        result.Code.ShouldBe(3);
        result.ErrorLines.Single().ShouldContain("the weights are missing");
    }

    private void Samples()
    {
        _shell.Write("samples/a.md", "---\ntitle: A\npublished: 2021-08-12\noutlet: Samples\n---\n\nRebels took Alpha.");
        _shell.Write("samples/b.md", "---\ntitle: B\npublished: 2021-08-15\noutlet: Samples\n---\n\nRebels took Beta.");
    }

    private void Record() => _shell.Run("read", _shell.Write("x.jsonl", """
        {"id": "b", "text": "Rebels took Beta.", "published": "2021-08-12", "outlet": "Sample Wire"}
        {"id": "a", "text": "Rebels took Alpha on Monday.", "published": "2021-08-11", "outlet": "Sample Wire", "title": "Alpha"}
        {"id": "c", "text": "Rebels took Delta.", "published": "2021-08-13", "outlet": "Another Wire"}
        """)).Code.ShouldBe(0);
}
