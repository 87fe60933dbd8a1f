using OnRecord.Storage;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Cli;

/// <summary>Every verb works on a record in PostgreSQL as it does on one in a file, and prints the same.</summary>
public sealed class PostgresVerbTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [PostgresFact]
    public void Every_verb_takes_an_address_and_finds_what_it_finds_in_a_file()
    {
        var address = server.Database();
        var reports = _shell.Write("a.jsonl", string.Join('\n', Enumerable.Range(0, 12).Select(i => $$"""{"id": "r{{i}}", "published": "2021-08-{{i % 4 + 10}}", "outlet": "Gazette {{i % 3}}", "text": "Rebels took Town{{i % 5}}. Later Guards took Town{{i % 4}}."}""")));
        _shell.Run("check", "--record", address).Error.ShouldContain("there is no record yet");
        _shell.Run("read", reports).Code.ShouldBe(0);
        var read = _shell.Run("read", reports, "--record", address);
        read.Code.ShouldBe(0);
        read.Out.ShouldContain($"24 new statements in {address}.");
        _shell.Run("read", reports, "--record", address).Out.ShouldContain("0 new statements");
        foreach (var line in new[]
                 {
                     "list statements --json", "list statements --text town1 --newest", "list articles --json --since 2021-08-11", "list happenings --json", "list control", "list claims --json",
                     "report --json", "report --as-of 2021-08-11 --known-at 2021-08-11", "report --diff 2021-08-10 2021-08-13", "export statements --format csv", "export picture", "export report",
                 })
        {
            var inFile = _shell.Run(line.Split(' '));
            inFile.Code.ShouldBe(0, line);
            inFile.Out.ShouldNotBeEmpty(line);
            _shell.Run([.. line.Split(' '), "--record", address]).ShouldBe(inFile, line);
        }
        var id = _shell.Run("list", "statements").Lines[0].Split(' ')[0];
        var happening = _shell.Run("list", "happenings").Lines[0].Split(' ')[0];
        foreach (var one in new[] { id, happening }) _shell.Run("explain", one, "--record", address).ShouldBe(_shell.Run("explain", one));
        _shell.Run("check", "--record", address).Out.ShouldContain("ok   record    12 articles, 24 statements in " + address);
        _shell.Run("--record", address).Out.ShouldContain("holds 12 articles and 24 statements");
    }

    [PostgresFact]
    public void A_connection_string_is_taken_too_and_no_password_is_shown()
    {
        var address = new Uri(server.Database());
        var given = $"Host=127.0.0.1;Port={address.Port};Database={address.AbsolutePath.Trim('/')};Username=onrecord;Password=hushhush";
        var read = _shell.Run("read", _shell.Write("a.txt", "Rebels took Ghazni."), "--record", given, "--published", "2021-08-12");
        read.Code.ShouldBe(0);
        (read.Out + read.Error + _shell.Run("--record", given).Out + _shell.Run("check", "--record", given).Out).ShouldNotContain("hushhush");
        read.Out.ShouldContain($"postgresql://onrecord@127.0.0.1:{address.Port}{address.AbsolutePath}");
        _shell.Run("list", "statements", "--record", $"postgresql://onrecord:hushhush@127.0.0.1:{address.Port}{address.AbsolutePath}?timeout=5").Lines.Length.ShouldBe(1);
        Records.Title(given).ShouldBe(address.AbsolutePath.Trim('/'));
    }

    [PostgresFact]
    public void The_board_is_served_from_it()
    {
        var address = server.Database();
        _shell.Run("read", _shell.Write("a.txt", "Rebels took Ghazni."), "--record", address);
        Directory.CreateDirectory(_shell["data"]);
        File.Copy(Path.Combine(Web.Served.Data, "shapes.jsonl"), _shell["data/shapes.jsonl"]);
        _shell.Stop = new CancellationToken(canceled: true);
        var served = _shell.Run("serve", "--port", "0", "--record", address);
        served.Code.ShouldBe(130, served.Error);
        served.Out.ShouldContain("The board is open at http://127.0.0.1:");
    }

    [Fact]
    public void A_server_that_is_not_there_or_a_name_that_is_none_is_one_clear_line()
    {
        foreach (var verb in new[] { "list statements", "report", "serve --port 0", "export articles" })
        {
            var result = _shell.Run([.. verb.Split(' '), "--record", "postgresql://someone:hushhush@127.0.0.1:1/none"]);
            result.Code.ShouldBe(4, verb);
            result.ErrorLines.ShouldHaveSingleItem().ShouldContain("the server cannot be reached");
            result.Error.ShouldNotContain("hushhush");
        }
        _shell.Run("list", "statements", "--record", "postgresql://host:nonsense/none").ErrorLines.ShouldHaveSingleItem().ShouldContain("no address of a database");
    }
}
