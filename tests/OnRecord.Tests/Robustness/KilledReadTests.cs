using System.Diagnostics;
using OnRecord.Cli.Inputs;
using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Storage.Sqlite;
using OnRecord.Tests.Cases;

namespace OnRecord.Tests.Robustness;

/// <summary>A real <c>onrecord read</c> is killed (-9) at twenty random moments.</summary>
public sealed class KilledReadTests(ReaderFixture reader) : IClassFixture<ReaderFixture>, IDisposable
{
    private const int Kills = 20;
    private const int Articles = 24;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord-kill-");

    private string Input => Path.Combine(_folder.FullName, "reports.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_killed_read_loses_no_committed_article_and_the_next_run_completes()
    {
        string[] places = ["Herat", "Kunduz", "Ghazni", "Kandahar", "Zaranj", "Farah"];
        File.WriteAllLines(Input, Enumerable.Range(0, Articles).Select(i =>
            $$"""{"id": "r{{i}}", "published": "2021-08-{{1 + i % 20:00}}", "outlet": "Gazette {{i % 4}}", "text": "Insurgents seized {{places[i % 6]}} on Monday, officials said. Troops killed {{i + 2}} fighters near {{places[(i + 1) % 6]}}. The government denied that the town had fallen."}"""));
        var whole = Complete(Path.Combine(_folder.FullName, "whole.db"));
        whole.Length.ShouldBeGreaterThan(Articles);

        var random = new Random(20210815);
        var record = Path.Combine(_folder.FullName, "killed.db");
        var interrupted = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            // A new record every fourth time, so that kills fall on the first articles too, and on the making of the file.
            if (kill % 4 == 0) foreach (var file in Directory.GetFiles(_folder.FullName, "killed.db*")) File.Delete(file);
            var said = ReadAndKill(record, afterLines: kill % 4 == 0 ? random.Next(3) : random.Next(Articles), random.Next(12));
            if (said.Count < Articles) interrupted++;
            if (!File.Exists(record)) continue;

            var copy = Path.Combine(_folder.FullName, $"copy{kill}.db");
            foreach (var ending in new[] { "", "-wal", "-shm" })
                if (File.Exists(record + ending)) File.Copy(record + ending, copy + ending);
            using (var ledger = SqliteLedger.Open(copy).Value.ShouldNotBeNull())
            {
                ledger.Check().ShouldBeNull();
                LedgerCheck.Run(ledger).ShouldBeEmpty();
                var held = ledger.Articles(new LedgerQuery()).Select(article => article.Key).ToHashSet();
                said.ShouldBeSubsetOf(held, "what was said to be on record");
                // An article is there with all its statements or not at all.
                ledger.Entries(new LedgerQuery()).Select(entry => entry.Statement.Id).ShouldBe(whole.Where(w => held.Contains(w.Key)).Select(w => w.Id));
            }
            Complete(copy).ShouldBe(whole);
        }
        interrupted.ShouldBeGreaterThan(Kills / 2);
    }

    // The next run, in this process: what it holds then.
    private (string Key, string Id)[] Complete(string record)
    {
        using var ledger = SqliteLedger.Open(record).Value.ShouldNotBeNull();
        var units = File.ReadLines(Input).Select((line, i) => new WorkUnit(0, $"line {i + 1}", () => [ArticleReader.ReadLine(System.Text.Encoding.UTF8.GetBytes(line), ArticleHints.None, i + 1)]));
        var name = ReaderName.Of(Path.Combine(AppContext.BaseDirectory, "data"), Path.Combine(AppContext.BaseDirectory, "models"));
        foreach (var step in ReadRun.Steps(units, reader.Value, ledger, TimeProvider.System, ArticleHints.None, CancellationToken.None, name)) step.Problem.ShouldBeNull();
        ledger.Articles(new LedgerQuery()).Count().ShouldBe(Articles);
        var keys = ledger.Articles(new LedgerQuery()).ToDictionary(article => article.Id, article => article.Key);
        return [.. ledger.Entries(new LedgerQuery()).Select(entry => (keys[entry.ArticleId], entry.Statement.Id))];
    }

    // The keys of the articles that the program said were on record before it was killed.
    private List<string> ReadAndKill(string record, int afterLines, int afterMilliseconds)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "onrecord.dll"), "read", Input, "--record", record, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start).ShouldNotBeNull();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var said = new List<string>();
        while (said.Count < afterLines && process.StandardOutput.ReadLine() is { } line) Add(line);
        Thread.Sleep(afterMilliseconds);
        process.Kill();
        while (process.StandardOutput.ReadLine() is { } line) Add(line);
        process.WaitForExit();
        return said;

        void Add(string line)
        {
            // The last line may be cut short.
            const string Mark = "reports.jsonl:";
            if (!line.Contains("\"article\":") || !line.EndsWith('}')) return;
            var at = line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
            said.Add($"r{int.Parse(line[at..line.IndexOf('"', at)]) - 1}");
        }
    }
}
