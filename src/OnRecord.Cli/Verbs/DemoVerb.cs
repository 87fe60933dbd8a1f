using System.CommandLine;
using OnRecord.Cli.Inputs;
using OnRecord.Cli.Output;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Pictures;
using OnRecord.Storage;
using OnRecord.Views;
using OnRecord.Web;

namespace OnRecord.Cli.Verbs;

/// <summary><c>demo</c>: reads the dispatches that come with OnRecord and reports on two days.</summary>
internal static class DemoVerb
{
    private const string DemoRecord = "onrecord-demo.db";
    private const int Lines = 7;
    private const int WordsLength = 46;

    private static readonly DateOnly[] Days = [new(2021, 8, 13), new(2021, 8, 16)];

    public static Command Create(Surroundings s)
    {
        var serve = new Option<bool>("--serve") { Description = "Show the record as a page in the browser instead." };
        var port = Shared.Count("--port", $"The port of that page (default: {BoardOptions.UsualPort}; 0 takes a free one).");
        var command = new Command("demo", $"Reads forty short dispatches from Afghanistan, August 2021, into {DemoRecord}, and reports on the 13th and the 16th.") { serve, port };
        command.SetAction(parsed => Run(s, parsed.GetValue(Shared.Record), parsed.GetValue(serve), parsed.GetValue(port) ?? BoardOptions.UsualPort));
        return command;
    }

    private static int Run(Surroundings s, string? given, bool serve, int port)
    {
        var inputs = Input.Expand([s.Samples]).ToList();
        if (!Directory.Exists(s.Samples) || inputs[0].Problem is not null)
            return s.Fail(new Problem("the samples of the demo are missing", s.Samples, "install OnRecord again"), ExitCodes.Data);
        var loaded = s.Reader();
        if (loaded.Value is not { } reader) return s.Fail(loaded.Problem!, ExitCodes.Data);

        // The demo's own record is made anew each time; one that was asked for is the user's.
        var path = given ?? DemoRecord;
        if (given is null)
            foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
        var opened = Records.Open(path, patienceSeconds: Shared.Patience);
        if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
        using (ledger)
        {
            var shown = Records.Shown(path);
            var summary = new ReadSummary(shown, $"{s.Called} report --record {shown}");
            foreach (var step in ReadRun.Steps(WorkUnit.Of(inputs, s), reader, ledger, s.Clock, ArticleHints.None, s.Stop, ReaderName.Of(s.Data, s.Models)))
            {
                summary.Add(step);
                if (step.Problem is { } problem) s.Say(problem);
            }
            if (s.Stop.IsCancellationRequested) return ExitCodes.Stopped;
            if (summary.Read == 0) return ExitCodes.Data;
            s.Out.WriteLine($"Read {summary.Read} dispatches of August 2021 from Afghanistan (written for OnRecord after public facts): {summary.Statements} statements, now in {shown}.");
            // The first day on which the provinces begin to turn.
            if (serve) return ServeVerb.Serve(s, ledger, new BoardOptions { Port = port, Data = s.Data, Title = "August 2021 (demo)", Clock = s.Clock }, "?asOf=2021-08-06");
            foreach (var day in Days)
            {
                s.Out.WriteLine();
                s.Out.WriteLine(new string('─', s.Width));
                s.Out.Write(SituationReport.Of(Picture.Of(ledger, new PictureOptions(AsOf: day, KnownAt: day)), new ReportOptions(MaxLines: Lines, WordsLength: WordsLength)).ToText(s.Width));
            }
            s.Out.WriteLine();
            s.Out.WriteLine(new string('─', s.Width));
            var first = ledger.Entries(new Ledger.LedgerQuery(Type: "capture", Limit: 1)).FirstOrDefault();
            StatusVerb.Next(s,
                ($"report --record {shown} --all", "every line"),
                ($"report --record {shown} --area Herat", "one place"),
                ($"explain {(first is null ? "ID" : StatementText.Short(first.Statement.Id))} --record {shown}", "a statement and the words it rests on"),
                ("read FILE…", "reports of your own"));
        }
        return ExitCodes.Done;
    }
}
