using OnRecord.Ledger;
using OnRecord.Storage.Sqlite;
using OnRecord.Tests.Cli;
using OnRecord.Tests.Ledger;

namespace OnRecord.Tests.Robustness;

public sealed class DiskTests
{
    [SmallDiskFact]
    public void A_full_disk_is_said_in_one_line_and_what_was_committed_stays()
    {
        using var disk = new SmallDisk();
        using var shell = new Shell();
        var record = Path.Combine(disk.Folder, "record.db");
        var random = new Random(1);
        // Letters at random, so that no packing makes them fit.
        var lines = Enumerable.Range(0, 12).Select(i => $$"""{"id": "a{{i}}", "published": "2021-08-12", "text": "Rebels took Town{{i}}. {{string.Concat(Enumerable.Range(0, 100_000).Select(_ => (char)('a' + random.Next(26))))}}"}""");
        var input = shell.Write("lines.jsonl", string.Join('\n', lines));

        var full = shell.Run("read", input, "--record", record);
        full.Code.ShouldBe(4);
        full.ErrorLines.ShouldHaveSingleItem().ShouldBe($"onrecord: {record}: the disk is full; make room and run it again; what was recorded before is kept");
        var said = full.Lines.Count(line => line.EndsWith(": 1 statement", StringComparison.Ordinal));
        said.ShouldBeInRange(1, 11);
        Held(record).ShouldBe(said);

        disk.Grow();
        shell.Run("read", input, "--record", record).Code.ShouldBe(0);
        Held(record).ShouldBe(12);
    }

    [SmallDiskFact]
    public void A_disk_that_may_not_be_written_can_be_looked_at_and_is_named_where_it_should_be_written()
    {
        using var disk = new SmallDisk();
        using var shell = new Shell();
        var record = Path.Combine(disk.Folder, "a record, 100 %.db");
        var input = shell.Write("a.txt", "Rebels took Ghazni.");
        shell.Run("read", input, "--record", record).Code.ShouldBe(0);
        disk.Freeze();

        shell.Run("list", "statements", "--record", record).Lines.ShouldHaveSingleItem().ShouldContain("capture");
        shell.Run("check", "--record", record).Out.ShouldContain("1 articles, 1 statements");
        var refused = shell.Run("read", shell.Write("b.txt", "Rebels took Herat."), "--record", record);
        refused.Code.ShouldBe(4);
        refused.ErrorLines.ShouldHaveSingleItem().ShouldContain("cannot be written; check the permissions");
        Held(record).ShouldBe(1);
    }

    [Fact]
    public async Task Two_readers_and_a_writer_work_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("onrecord");
        try
        {
            var path = Path.Combine(folder.FullName, "record.db");
            SqliteLedger.Open(path).Value.ShouldNotBeNull().Dispose();
            using var done = new CancellationTokenSource();
            // Programs of their own, as far as SQLite can tell: each has its own connections.
            var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                var (rounds, last) = (0, 0);
                while (!done.IsCancellationRequested || rounds == 0)
                {
                    using var ledger = SqliteLedger.Open(path, readOnly: true).Value.ShouldNotBeNull();
                    var seen = ledger.Entries(new LedgerQuery()).GroupBy(entry => entry.ArticleId).Select(group => group.Count()).ToList();
                    seen.ShouldAllBe(count => count == 3);
                    seen.Count.ShouldBeGreaterThanOrEqualTo(last);
                    ledger.Entries(new LedgerQuery { Text = "town" }).Count().ShouldBeGreaterThanOrEqualTo(seen.Count * 3);
                    (last, rounds) = (seen.Count, rounds + 1);
                }
            })).ToArray();
            using (var ledger = SqliteLedger.Open(path).Value.ShouldNotBeNull())
                for (var i = 0; i < 150; i++)
                {
                    var article = Make.Article($"k{i}", published: new DateOnly(2021, 8, 1 + i % 20));
                    ledger.Append(article, [Make.Entry(article, at: 1), Make.Entry(article, at: 5), Make.Entry(article, at: 9)]);
                }
            await done.CancelAsync();
            await Task.WhenAll(readers);
            Held(path).ShouldBe(450);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Held(string record)
    {
        using var ledger = SqliteLedger.Open(record, readOnly: true).Value.ShouldNotBeNull();
        ledger.Check().ShouldBeNull();
        LedgerCheck.Run(ledger).ShouldBeEmpty();
        return ledger.Count().Statements;
    }
}
