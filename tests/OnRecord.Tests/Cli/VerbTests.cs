using System.Text.Json;
using OnRecord.Language;

namespace OnRecord.Tests.Cli;

public sealed class VerbTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Without_a_verb_it_says_where_the_record_stands_and_what_to_do_next()
    {
        _shell.Run().Out.ShouldContain("There is no record");
        Record();
        var result = _shell.Run();
        result.Out.ShouldContain("holds 3 articles and 4 statements");
        result.Out.ShouldContain("onrecord report");
        result.Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("frob")]
    [InlineData("read")]
    [InlineData("list")]
    [InlineData("list", "statements", "--since", "yesterday")]
    [InlineData("list", "articles", "--limit", "-1")]
    [InlineData("score", "x.yaml", "--errors", "many")]
    public void A_wrong_command_line_is_said_in_one_line(params string[] arguments)
    {
        var result = _shell.Run(arguments);
        result.Code.ShouldBe(2);
        result.ErrorLines.Length.ShouldBe(1);
        result.Error.ShouldContain("--help");
        result.Out.ShouldBeEmpty();
    }

    [Fact]
    public void Lists_by_filter_and_page()
    {
        Record();
        _shell.Run("list", "statements").Lines.Length.ShouldBe(4);
        _shell.Run("list", "statements", "--since", "2021-08-12").Lines.Length.ShouldBe(3);
        _shell.Run("list", "statements", "--until", "2021-08-11").Lines.Length.ShouldBe(1);
        _shell.Run("list", "statements", "--article", "b").Lines.Length.ShouldBe(2);
        _shell.Run("list", "statements", "--type", "kill").Out.ShouldContain("Nothing on record");
        var page = _shell.Run("list", "statements", "--limit", "3").Lines;
        page.Length.ShouldBe(4);
        var next = page[3].Split("--after ")[1];
        _shell.Run("list", "statements", "--limit", "3", "--after", next).Lines.Length.ShouldBe(1);
        _shell.Run("list", "statements", "--after", "nowhere").Code.ShouldBe(2);
        _shell.Run("list", "statements", "--limit", "3", "--offset", "3").Lines.Length.ShouldBe(1);
        _shell.Run("list", "articles").Lines.Select(l => l.Split("  ")[1].Trim()).ShouldBe(["2021-08-11", "2021-08-12", "2021-08-13"]);
    }

    [Fact]
    public void Lists_as_json_lines()
    {
        Record();
        var statement = JsonDocument.Parse(_shell.Run("list", "statements", "--json").Lines[0]).RootElement;
        statement.GetProperty("trigger").GetProperty("text").GetString().ShouldBe("took");
        statement.GetProperty("published").GetString().ShouldBe("2021-08-11");
        JsonDocument.Parse(_shell.Run("list", "articles", "--json").Lines[0]).RootElement.GetProperty("outlet").GetString().ShouldBe("Sample Wire");
    }

    [Fact]
    public void Explains_a_statement_by_the_words_that_carry_it()
    {
        Record();
        var id = _shell.Run("list", "statements").Lines[0].Split(' ')[0];
        var result = _shell.Run("explain", id);
        result.Code.ShouldBe(0);
        result.Out.ShouldContain("Rebels [took] Alpha on Monday.");
        result.Out.ShouldContain("[Rebels] took Alpha");
        result.Out.ShouldContain("stance    claimed (claims)");
        result.Out.ShouldNotContain("Nobody lives there");
        var json = JsonDocument.Parse(_shell.Run("explain", id, "--json").Out).RootElement;
        json.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("field").GetString()).ShouldBe(["type", "mode", "polarity", "agent", "source", "stance"]);
        json.GetProperty("fields")[0].GetProperty("words")[0].GetProperty("text").GetString().ShouldBe("took");
    }

    [Fact]
    public void Explains_an_article_by_where_it_was_published_its_contents_and_its_statements()
    {
        _shell.Run("read", _shell.Write("first.jsonl", """
            {"id": "a", "text": "Soldiers took Alpha on Monday after a night of shelling near the old bridge.", "published": "2021-08-11", "outlet": "Sample Wire", "title": "Alpha taken", "url": "https://example.org/a"}
            {"id": "b", "text": "Soldiers took Alpha on Monday after a night of shelling near the old bridge.", "published": "2021-08-12", "outlet": "Other Paper"}
            """)).Code.ShouldBe(0);
        _shell.Run("read", _shell.Write("second.jsonl", """{"id": "a", "text": "Soldiers took Beta on Monday.", "published": "2021-08-11", "outlet": "Sample Wire", "title": "Alpha taken", "url": "https://example.org/a"}""")).Code.ShouldBe(0);
        var statement = _shell.Run("list", "statements").Lines.Single(line => line.Contains("Other Paper")).Split(' ')[0];
        var id = _shell.Run("list", "articles").Lines.Single(line => line.Contains("Other Paper")).Split(' ')[0];
        var copy = _shell.Run("explain", id);
        copy.Code.ShouldBe(0);
        copy.Lines[0].ShouldStartWith($"Article {id}");
        copy.Out.ShouldContain("published  2021-08-12");
        copy.Out.ShouldContain("origin     sample wire");
        copy.Out.ShouldContain("One text in 2 articles");
        copy.Out.ShouldContain("Statements: 1");
        copy.Out.ShouldContain(statement);
        var first = _shell.Run("explain", "https://example.org/a").Out + _shell.Run("explain", "a").Out;
        first.ShouldContain("Contents of this article: 2");
        var json = JsonDocument.Parse(_shell.Run("explain", id, "--json").Out).RootElement;
        json.GetProperty("article").GetProperty("outlet").GetString().ShouldBe("Other Paper");
        json.GetProperty("copies").GetArrayLength().ShouldBe(2);
        json.GetProperty("statements")[0].GetProperty("id").GetString().ShouldStartWith(statement);
        JsonDocument.Parse(_shell.Run("explain", "a", "--json").Out).RootElement.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("change").GetString()).ShouldBe(["first", "changed"]);
    }

    [Fact]
    public void An_id_that_names_no_statement_is_said()
    {
        Record();
        var result = _shell.Run("explain", "zzzz");
        result.Code.ShouldBe(1);
        result.ErrorLines.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("list", "statements")]
    [InlineData("list", "articles")]
    [InlineData("explain", "abc")]
    public void Without_a_record_it_says_how_to_make_one(params string[] arguments)
    {
        var result = _shell.Run(arguments);
        result.Code.ShouldBe(4);
        result.ErrorLines.Single().ShouldContain("onrecord read");
    }

    [Fact]
    public void A_foreign_file_is_not_taken_for_the_record()
    {
        _shell.Write("record.db", "this is a letter");
        foreach (var arguments in new[] { new[] { "read", _shell.Write("a.txt", "Rebels took A.") }, ["list", "articles"], ["check"], [] })
        {
            var result = _shell.Run(arguments);
            result.Code.ShouldNotBe(0);
            result.ErrorLines.ShouldContain(line => line.Contains("record.db"));
        }
        File.ReadAllText(_shell["record.db"]).ShouldBe("this is a letter");
    }

    [Fact]
    public void Check_holds_models_against_the_checksums_in_their_notes()
    {
        _shell.Write("data/x.yaml", "x");
        _shell.Write("models/y.bin", "y");
        _shell.Write("models/y.json", $$"""{"sha256": "{{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("y"u8))}}"}""");
        _shell.Run("check").Out.ShouldContain("1 with the checksum of its note");
        _shell.Write("models/y.bin", "z");
        var wrong = _shell.Run("check");
        wrong.Code.ShouldBe(3);
        wrong.ErrorLines.ShouldHaveSingleItem().ShouldContain("y.bin: the weights are not those that its note speaks of");
        _shell.Write("models/y.json", "{");
        _shell.Run("check").ErrorLines.ShouldHaveSingleItem().ShouldContain("y.json: is not valid JSON");
    }

    [Fact]
    public void Check_names_each_fault_of_the_record()
    {
        _shell.Write("data/x.yaml", "x");
        _shell.Write("models/y.bin", "y");
        using (var ledger = OnRecord.Storage.Sqlite.SqliteLedger.Open(_shell["record.db"]).Value!)
        {
            var article = Ledger.Make.Article();
            ledger.Append(article, [article.Entry(Ledger.Make.Full() with { Span = new OnRecord.Language.Articles.TextSpan(0, 5000) }), Ledger.Make.Entry(article)]);
            ledger.Append(Ledger.Make.Article("other") with { Text = "Altered." }, []);
        }
        var wrong = _shell.Run("check");
        wrong.Code.ShouldBe(4);
        wrong.Out.ShouldContain("not sound: 2 faults");
        wrong.ErrorLines.Length.ShouldBe(2);
        wrong.Error.ShouldContain("points outside the text");
        wrong.Error.ShouldContain("its id is not that of its content");
        JsonDocument.Parse(_shell.Run("check", "--json").Out).RootElement[3].GetProperty("more").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void Check_says_what_is_in_order_and_what_is_not()
    {
        _shell.Write("data/x.yaml", "x");
        _shell.Write("models/y.bin", "y");
        _shell.Run("check").Code.ShouldBe(0);
        _shell.LoadReader = (_, _) => new Problem("unknown mode", "data/codebook/war.yaml:12", "write one of the modes");
        var result = _shell.Run("check");
        result.Code.ShouldBe(3);
        result.Lines.Length.ShouldBe(4);
        result.Error.ShouldContain("war.yaml:12");
        JsonDocument.Parse(_shell.Run("check", "--json").Out).RootElement.EnumerateArray().Count(f => f.GetProperty("ok").GetBoolean()).ShouldBe(3);
    }

    [Fact]
    public void A_mistake_in_onrecord_is_one_line_too()
    {
        _shell.LoadReader = (_, _) => throw new InvalidOperationException("two\nlines");
        var result = _shell.Run("extract");
        result.Code.ShouldBe(5);
        result.ErrorLines.Single().ShouldContain("two lines");
    }

    private void Record() => _shell.Run("read", _shell.Write("x.jsonl", """
        {"id": "b", "text": "Rebels took Beta. Rebels took Gamma.", "published": "2021-08-12", "outlet": "Sample Wire"}
        {"id": "a", "text": "Nobody lives there. Rebels took Alpha on Monday.", "published": "2021-08-11", "outlet": "Sample Wire", "title": "Alpha"}
        {"id": "c", "text": "Rebels took Delta.", "published": "2021-08-13"}
        """)).Code.ShouldBe(0);
}
