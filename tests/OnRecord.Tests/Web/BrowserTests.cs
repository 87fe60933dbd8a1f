using System.Diagnostics;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Statements;
using OnRecord.Tests.Cases;
using OnRecord.Tests.House;
using OnRecord.Web;
using Scene = OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Web;

/// <summary>Opens and uses the pages in Chromium, over the demo's record; the steps are in src/OnRecord.Web/board/tests.</summary>
public sealed class BrowserTests(ReaderFixture reader) : IClassFixture<ReaderFixture>
{
    // A busy machine takes several times as long as an idle one.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    [BrowserTheory]
    [InlineData("picture")]
    [InlineData("pages")]
    [InlineData("reading")]
    [InlineData("accessible")]
    public async Task The_demo_can_be_looked_at_and_used(string file)
    {
        var ledger = new MemoryLedger();
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.md").Order(StringComparer.Ordinal))
        {
            var article = ArticleReader.ReadFile(path, ArticleHints.None)[0].Value!;
            var entry = ArticleEntry.Of(article, Tests.Ledger.Make.Noon);
            ledger.Append(entry, [.. reader.Value.Read(article).Select(entry.Entry)]);
        }
        await Run(file, ledger);
    }

    [BrowserFact]
    public async Task Nothing_that_a_record_holds_runs_on_a_page()
    {
        const string Markup = "<img src onerror>";
        var scene = new Scene();
        scene.Report("<svg onload>", 8, $"<script>globalThis.ran = 1</script> {Markup} took Kunduz. {Markup} will take Kabul. {Markup} killed 5 persons in Herat.", title: "\"}]},{\"type\":\"Feature\"</script><script>globalThis.ran = 1</script>")
            .Says("capture", "took", Markup, place: Scene.Kunduz, time: (8, 8))
            .Says("capture", "take", Markup, place: Scene.Kabul, mode: Mode.Planned, deadline: 12)
            .Says("kill", "killed", Markup, "persons", Scene.Herat, count: (5, 5, "persons"));
        var ledger = new MemoryLedger();
        foreach (var article in scene.Articles.Values) ledger.Append(article with { Url = "javascript:globalThis.ran=1" }, [.. scene.Entries]);
        await Run("hostile", ledger);
    }

    private async Task Run(string file, MemoryLedger ledger)
    {
        var started = await BoardServer.StartAsync(new BoardOptions { Port = 0, Data = Served.Data, Title = "test" }, ledger, () => Outcome<IReader>.Of(reader.Value));
        await using var board = started.Value.ShouldNotBeNull(started.Problem?.ToString());
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=spec", $"tests/{file}.test.mjs"])
        {
            WorkingDirectory = Browser.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BOARD_URL"] = board.Address.ToString(), ["CHROMIUM"] = Browser.Chromium, ["BOARD_SHOTS"] = Path.Combine(Repository.Root, "artifacts", "board", "shots") },
        };
        using var node = Process.Start(start)!;
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        using var stop = new CancellationTokenSource(Longest);
        try
        {
            await node.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
        }
        var output = await said;
        node.ExitCode.ShouldBe(0, output + await wrong);
        output.ShouldContain("fail 0");
    }
}

/// <summary>What the browser tests need on this machine.</summary>
internal static class Browser
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "OnRecord.Web", "board");

    public static string? Chromium { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public static string? Missing { get; } = Chromium is null ? "Chromium is not installed"
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "playwright-core")) ? "the board's packages were not fetched (Node.js is missing)" : null;
}

/// <summary>A test that needs a browser and is skipped with the reason where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.Missing;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, with data.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.Missing;
}
