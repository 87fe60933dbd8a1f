using System.CommandLine;
using OnRecord.Cli.Inputs;
using OnRecord.Cli.Output;
using OnRecord.Language.Articles;
using OnRecord.Storage;

namespace OnRecord.Cli.Verbs;

/// <summary><c>read</c>: puts reports on record.</summary>
internal static class ReadVerb
{
    public static Command Create(Surroundings s)
    {
        var what = new Argument<string[]>("WHAT") { Arity = ArgumentArity.OneOrMore, Description = "Files, globs, folders, addresses, or - for what is piped in." };
        var published = Shared.Day("--published", "The day of publication of reports that do not say it.");
        var outlet = new Option<string?>("--outlet") { Description = "Who published reports that do not say it.", HelpName = "NAME" };
        var json = Shared.Json();
        var command = new Command("read", "Reads reports (text, Markdown, HTML, JSON lines) and puts their statements on record; reading one twice adds nothing.") { what, published, outlet, json };
        command.SetAction(parsed => Run(s, parsed.GetRequiredValue(what), parsed.RecordPath(s), ArticleHints.None with { Published = parsed.GetValue(published), Outlet = parsed.GetValue(outlet) }, parsed.GetValue(Shared.Record), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Surroundings s, string[] what, string path, ArticleHints hints, string? given, bool json)
    {
        var loaded = s.Reader();
        if (loaded.Value is not { } reader) return s.Fail(loaded.Problem!, ExitCodes.Data);
        var opened = Records.Open(path, patienceSeconds: Shared.Patience);
        if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
        using (ledger)
        {
            var inputs = Input.Expand(what).ToList();
            var summary = new ReadSummary(Records.Shown(path), $"{s.Called} report{(given is null ? "" : $" --record {Records.Shown(given)}")}");
            var steps = ReadRun.Steps(WorkUnit.Of(inputs, s), reader, ledger, s.Clock, hints, s.Stop, ReaderName.Of(s.Data, s.Models));
            using (var progress = ReadProgress.Start(s, inputs.Count, json))
                foreach (var step in steps)
                {
                    summary.Add(step);
                    progress.Show(step, summary);
                }
            if (!s.Stop.IsCancellationRequested) ledger.KeepInStep();
            if (json) s.Out.WriteLine(summary.Json());
            else summary.Write(s.Out, stopped: s.Stop.IsCancellationRequested);
            return s.Stop.IsCancellationRequested ? ExitCodes.Stopped : summary.Read > 0 ? ExitCodes.Done : ExitCodes.Nothing;
        }
    }
}
