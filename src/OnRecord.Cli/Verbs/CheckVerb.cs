using System.CommandLine;
using OnRecord.Cli.Output;
using OnRecord.Language;
using OnRecord.Storage.Sqlite;

namespace OnRecord.Cli.Verbs;

/// <summary><c>check</c>: whether data, models, codebook and record are in order.</summary>
internal static class CheckVerb
{
    private sealed record Finding(string What, string Said, Problem? Problem, int Code);

    public static Command Create(Surroundings s)
    {
        var json = Shared.Json();
        var command = new Command("check", "Says whether data, models, codebook and record are in order.") { json };
        command.SetAction(parsed => Run(s, parsed.RecordPath(s), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Surroundings s, string path, bool json)
    {
        Finding[] findings = [Folder("data", s.Data), Folder("models", s.Models), Reader(s), Record(path)];
        if (json)
            s.Out.WriteLine(new JsonWriter().Array(findings, (w, f) => w.Object(o => o.Name("what").Value(f.What).Name("ok").Value(f.Problem is null).Name("said").Value(f.Problem?.ToString() ?? f.Said))));
        else
            foreach (var finding in findings)
            {
                s.Out.WriteLine($"{(finding.Problem is null ? "ok " : "BAD")}  {finding.What,-10}{finding.Said}");
                if (finding.Problem is { } problem) s.Say(problem);
            }
        return findings.FirstOrDefault(f => f.Problem is not null)?.Code ?? ExitCodes.Done;
    }

    private static Finding Folder(string what, string folder)
    {
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(path => !Path.GetFileName(path).StartsWith('.')) : 0;
        return files > 0
            ? new Finding(what, $"{files} files in {folder}", null, ExitCodes.Done)
            : new Finding(what, "missing", new Problem("there is nothing in this folder", folder, "install OnRecord again, or set ONRECORD_DATA and ONRECORD_MODELS"), ExitCodes.Data);
    }

    // Loading reads the codebook, the actors, the gazetteer and the weights, and says with file and line what is wrong with them.
    private static Finding Reader(Surroundings s)
    {
        var loaded = s.Reader();
        return loaded.Problem is { } problem
            ? new Finding("reader", "cannot be loaded", problem, ExitCodes.Data)
            : new Finding("reader", "codebook, actors, gazetteer and weights load", null, ExitCodes.Done);
    }

    private static Finding Record(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path)) return new Finding("record", $"none at {path} yet", null, ExitCodes.Done);
        var opened = SqliteLedger.Open(path, readOnly: true);
        if (opened.Value is not { } ledger) return new Finding("record", "cannot be opened", opened.Problem, ExitCodes.Record);
        using (ledger)
        {
            if (ledger.Check() is { } damage) return new Finding("record", "damaged", damage, ExitCodes.Record);
            var (articles, statements) = ledger.Count();
            return new Finding("record", $"{articles:N0} articles, {statements:N0} statements in {path}", null, ExitCodes.Done);
        }
    }
}
