using OnRecord.Language;
using OnRecord.Language.Articles;

namespace OnRecord.Tests.Cli;

public sealed class ReadTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Puts_reports_on_record_and_says_what_it_did()
    {
        var path = _shell.Write("a.txt", "Rebels took Ghazni. Later Rebels took Herat.");
        var result = _shell.Run("read", path);
        result.Code.ShouldBe(0);
        result.Out.ShouldContain("a.txt: 2 statements");
        result.Out.ShouldContain("Read 1 article: 2 new statements");
        result.Error.ShouldBeEmpty();
        _shell.Run("list", "statements").Lines.Length.ShouldBe(2);
    }

    [Fact]
    public void The_day_of_publication_is_taken_from_the_report_else_from_the_command_and_its_lack_is_said()
    {
        _shell.Run("read", _shell.Write("a.txt", "Rebels took Ghazni.")).Out.ShouldContain("The day of publication of 1 article is not known");
        var given = _shell.Run("read", "--published", "2021-08-12", "--outlet", "Example Post", _shell.Write("b.txt", "Rebels took Herat."), _shell.Write("c.txt", "HERAT, 10 August 2021 - Rebels took Herat."));
        given.Out.ShouldNotContain("not known");
        var listed = _shell.Run("list", "articles").Out;
        listed.ShouldContain("2021-08-12  Example Post");
        listed.ShouldContain("2021-08-10  Example Post");
        _shell.Run("list", "articles").Out.ShouldContain("Rebels took Ghazni.");
    }

    [Fact]
    public void A_link_to_nothing_is_said_to_be_one()
    {
        File.CreateSymbolicLink(_shell["link.txt"], _shell["gone.txt"]);
        var result = _shell.Run("read", _shell["link.txt"]);
        result.Code.ShouldBe(1);
        result.ErrorLines.ShouldHaveSingleItem().ShouldContain("link.txt: is a link to a file that is not there; check the path");
    }

    [Fact]
    public void Reading_twice_adds_nothing()
    {
        var path = _shell.Write("a.txt", "Rebels took Ghazni.");
        _shell.Run("read", path);
        var again = _shell.Run("read", path);
        again.Code.ShouldBe(0);
        again.Out.ShouldContain("already on record");
        again.Out.ShouldContain("0 new statements");
        _shell.Run("list", "articles").Lines.Length.ShouldBe(1);
    }

    [Fact]
    public void A_changed_a_corrected_and_a_withdrawn_article_are_said_to_be_and_the_first_stays()
    {
        string Line(string id, string text) => $$"""{"id": "{{id}}", "published": "2021-08-12", "text": "{{text}}"}""";
        _shell.Run("read", _shell.Write("a.jsonl", Line("a", "Rebels took Ghazni.") + "\n" + Line("b", "Rebels took Herat.")));
        var result = _shell.Run("read", _shell.Write("b.jsonl", string.Join('\n',
            Line("a", "Rebels took Farah."), Line("b", "Rebels took Herat. Correction: an earlier version named another town."), Line("b", "This article has been withdrawn."))));
        result.Out.ShouldContain("b.jsonl:1: 1 statement; changed since it was read before, both contents stay on record");
        result.Out.ShouldContain("b.jsonl:2: 1 statement; says that it is corrected");
        result.Out.ShouldContain("b.jsonl:3: 0 statements; says that it was withdrawn");
        result.Out.ShouldContain("3 articles changed, corrected or withdrawn; every content stays on record.");
        _shell.Run("list", "statements").Lines.Length.ShouldBe(4);
        _shell.Run("list", "articles").Out.ShouldContain("(withdrawn)");
    }

    [Fact]
    public void A_better_reader_takes_the_place_of_the_older_ones_word()
    {
        _shell.Write("data/codebook/types.yaml", "old");
        var path = _shell.Write("a.txt", "Rebels took Ghazni. Later Rebels took Herat.");
        _shell.Run("read", path);
        _shell.Write("data/codebook/types.yaml", "better");
        _shell.LoadReader = (_, _) => new FirstOnly();
        var again = _shell.Run("read", path);
        again.Out.ShouldContain("a.txt: read anew: 0 statements more, 1 no longer found");
        again.Out.ShouldContain("1 statement of an older reader no longer stand");
        _shell.Run("list", "statements").Lines.Length.ShouldBe(1);
        var all = _shell.Run("list", "statements", "--superseded", "--json").Lines;
        all.Length.ShouldBe(2);
        all.Count(line => line.Contains("\"superseded\":\"2021-09-01T12:00:00Z\"")).ShouldBe(1);
        _shell.Run("read", path).Out.ShouldContain("already on record");
    }

    private sealed class FirstOnly : IReader
    {
        public System.Collections.Immutable.ImmutableArray<OnRecord.Statements.Statement> Read(Article article) => new WordReader().Read(article)[..1];
    }

    [Fact]
    public void What_cannot_be_read_gets_one_line_each_and_the_rest_goes_on()
    {
        _shell.Write("good.txt", "Rebels took Ghazni.");
        _shell.Write("empty.txt", "");
        File.WriteAllBytes(_shell["photo.txt"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);
        Directory.CreateDirectory(_shell["nothing"]);
        _shell.Write("stumbles.txt", "They stumble.");
        var result = _shell.Run("read", _shell["gone.txt"], _shell["empty.txt"], _shell["photo.txt"], _shell["nothing"], _shell["stumbles.txt"], "http://example.org/refused", _shell["*.nothing"], _shell["good.txt"]);
        result.Code.ShouldBe(0);
        result.ErrorLines.Length.ShouldBe(7);
        result.ErrorLines.ShouldAllBe(line => line.StartsWith("onrecord: ") && !line.Contains("   at "));
        result.Out.ShouldContain("Read 1 article: 1 new statement");
        result.Out.ShouldContain("Skipped 7:");
    }

    [Fact]
    public void Where_nothing_could_be_read_the_exit_code_says_so()
    {
        var result = _shell.Run("read", _shell["gone.txt"]);
        result.Code.ShouldBe(1);
        result.ErrorLines.Length.ShouldBe(1);
        result.Out.ShouldNotContain("Next");
    }

    [Fact]
    public void A_report_in_another_language_is_passed_over()
    {
        var path = _shell.Write("fr.jsonl", """{"id": "f", "text": "Rebels took Ghazni.", "language": "fr"}""");
        var result = _shell.Run("read", path);
        result.Code.ShouldBe(1);
        result.Error.ShouldContain("another language");
    }

    [Fact]
    public void Takes_folders_globs_lines_and_the_pipe_in_their_order()
    {
        _shell.Write("folder/b.md", "Rebels took B.");
        _shell.Write("folder/sub/c.html", "<html><body><article><p>Rebels took C, and the town was quiet in the evening, people there said.</p></article></body></html>");
        _shell.Write("folder/a.txt", "Rebels took A.");
        _shell.Write("folder/ignored.bin", "took");
        _shell.Write("lines.jsonl", "{\"id\": \"d\", \"text\": \"Rebels took D.\"}\n{\"id\": \"e\", \"text\": \"Rebels took E.\"}\n");
        _shell.Write("glob/f1.txt", "Rebels took F.");
        _shell.Write("glob/f2.txt", "Rebels took G.");
        var result = _shell.RunWith("Rebels took H."u8.ToArray(), "read", _shell["folder"], _shell["lines.jsonl"], _shell["glob/f?.txt"], "-");
        result.Error.ShouldBeEmpty();
        result.Lines.Take(8).Select(l => l[..l.IndexOf(": ", StringComparison.Ordinal)]).ShouldBe(
            [_shell["folder/a.txt"], _shell["folder/b.md"], _shell["folder/sub/c.html"], _shell["lines.jsonl"] + ":1", _shell["lines.jsonl"] + ":2", _shell["glob/f1.txt"], _shell["glob/f2.txt"], "pipe"]);
        result.Out.ShouldContain("Read 8 articles: 8 new statements");
    }

    [Fact]
    public void A_mistake_in_fetching_costs_one_page_not_the_run()
    {
        _shell.Fetch = _ => throw new InvalidOperationException("lost");
        var result = _shell.Run("read", "https://example.org/report", _shell.Write("a.txt", "Rebels took Ghazni."));
        result.Code.ShouldBe(0);
        result.ErrorLines.Single().ShouldContain("https://example.org/report: could not be read");
        result.Out.ShouldContain("Read 1 article:");
    }

    [Fact]
    public void The_pipe_may_carry_lines_too()
    {
        var result = _shell.RunWith("  {\"id\": \"d\", \"text\": \"Rebels took D.\"}\n{\"id\": \"e\", \"text\": \"Rebels took E.\"}"u8.ToArray(), "read", "-");
        result.Out.ShouldContain("Read 2 articles");
    }

    [Fact]
    public void An_address_is_fetched()
    {
        _shell.Fetch = url => [ArticleReader.FromInput(new ArticleInput { Text = "Rebels took Ghazni.", Url = url })];
        _shell.Run("read", "https://example.org/report").Out.ShouldContain("https://example.org/report: 1 statement\n");
    }

    [Fact]
    public void With_json_every_line_is_an_object_and_the_last_the_summary()
    {
        var path = _shell.Write("a.txt", "Rebels took Ghazni.");
        var lines = _shell.Run("read", "--json", path, _shell["gone.txt"]).Lines;
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("\"statements\":1");
        lines[1].ShouldContain("\"error\":");
        lines[2].ShouldStartWith("{\"summary\":{");
    }

    [Fact]
    public void When_stopped_nothing_more_is_begun_and_what_was_done_stays()
    {
        var path = _shell.Write("a.txt", "Rebels took Ghazni.");
        _shell.Run("read", path);
        _shell.Stop = new CancellationToken(canceled: true);
        var result = _shell.Run("read", _shell.Write("b.txt", "Rebels took Herat."));
        result.Code.ShouldBe(130);
        result.Out.ShouldContain("Stopped");
        _shell.Stop = default;
        _shell.Run("list", "articles").Lines.Length.ShouldBe(1);
    }

    [Fact]
    public void The_record_is_the_same_whatever_the_order_of_threads()
    {
        var paths = Enumerable.Range(0, 24).Select(i => _shell.Write($"r/{i:00}.txt", $"{string.Concat(Enumerable.Repeat("x ", i % 5 * 100))}Rebels took Town{i}.")).ToArray();
        var first = _shell.Run(["read", "--record", _shell["one.db"], .. paths]).Out.Replace("one.db", "");
        var second = _shell.Run(["read", "--record", _shell["two.db"], .. paths]).Out.Replace("two.db", "");
        second.ShouldBe(first);
        _shell.Run("list", "statements", "--json", "--record", _shell["two.db"]).Out.ShouldBe(_shell.Run("list", "statements", "--json", "--record", _shell["one.db"]).Out);
    }

    [Fact]
    public void Faulty_data_is_said_before_anything_is_read()
    {
        _shell.LoadReader = (_, _) => new Problem("type \"captre\" has no triggers", "data/codebook/a.yaml:3", "add some or remove the type");
        var result = _shell.Run("read", _shell.Write("a.txt", "Rebels took Ghazni."));
        result.Code.ShouldBe(3);
        result.ErrorLines.Single().ShouldContain("data/codebook/a.yaml:3");
        File.Exists(_shell["record.db"]).ShouldBeFalse();
    }
}
