using System.Text.Json;

namespace OnRecord.Tests.Cli;

public sealed class ScoreVerbTests : IDisposable
{
    private const string Gold = """
        id: g1
        text: Rebels took Ghazni. The army took Herat.
        article: {published: 2021-08-12}
        statements:
        - {anchor: Rebels took, trigger: took, type: capture, mode: actual, polarity: positive, agent: [rebels], sources: [governor (of the province)], stance: claimed}
        - {anchor: Herat, trigger: Herat, type: kill, mode: actual, polarity: positive}
        """;

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Prints_the_figures_and_the_errors_asked_for()
    {
        var result = _shell.Run("score", _shell.Write("gold.yaml", Gold), "--errors", "1");
        result.Code.ShouldBe(0);
        result.Out.ShouldContain("1 documents, 2 statements meant, 2 found");
        result.Lines.Single(l => l.StartsWith("strict")).Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["strict", "50.0", "50.0", "50.0"]);
        result.Out.ShouldContain("spurious capture in g1");
        result.Out.ShouldContain("[took] Herat");
        result.Out.ShouldNotContain("missed kill");
    }

    [Fact]
    public void Gives_json()
    {
        var json = JsonDocument.Parse(_shell.Run("score", _shell.Write("gold.yaml", Gold), "--json", "--errors", "9").Out).RootElement;
        json.GetProperty("strict").GetProperty("f1").GetDouble().ShouldBe(0.5);
        json.GetProperty("fields").GetProperty("origin").GetDouble().ShouldBe(1);
        json.GetProperty("errors").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void Keeps_a_section_of_a_document_up_to_date_and_leaves_the_rest()
    {
        var gold = _shell.Write("gold.yaml", Gold);
        var path = _shell.Write("scores.md", "# Scores\n\nBefore.\n");
        _shell.Run("score", gold, "--write", path, "--note", "first");
        File.AppendAllText(path, "\nAfter.\n");
        _shell.Run("score", gold, "--write", path, "--note", "second").Code.ShouldBe(0);
        var text = File.ReadAllText(path);
        text.ShouldStartWith("# Scores\n\nBefore.\n\n<!-- score gold.yaml: begin -->");
        text.ShouldEndWith("end -->\n\nAfter.\n");
        text.ShouldContain("2021-09-01; 1 documents, 2 statements meant, 2 found. second");
        text.ShouldContain("| strict | 50.0 | 50.0 | 50.0 |");
        text.ShouldNotContain("first");
    }

    [Fact]
    public void A_faulty_file_is_said_and_the_others_are_scored()
    {
        var result = _shell.Run("score", _shell.Write("bad.yaml", "id: [\n"), _shell.Write("gold.yaml", Gold));
        result.Code.ShouldBe(0);
        result.ErrorLines.Single().ShouldContain("bad.yaml:");
        _shell.Run("score", _shell["bad.yaml"]).Code.ShouldBe(1);
    }
}
