using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using OnRecord.Cli.Output;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Storage;

namespace OnRecord.Cli.Verbs;

/// <summary><c>check</c>: whether data, models, codebook and record are in order.</summary>
internal static class CheckVerb
{
    private const int MostShown = 20;

    private sealed record Finding(string What, string Said, Problem? Problem, int Code)
    {
        /// <summary>What else is wrong, after the first.</summary>
        public IReadOnlyList<Problem> More { get; init; } = [];
    }

    public static Command Create(Surroundings s)
    {
        var json = Shared.Json();
        var command = new Command("check", "Says whether data, models, codebook and record are in order: checksums of the models, ids, ranges and references of the record.") { json };
        command.SetAction(parsed => Run(s, parsed.RecordPath(s), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Surroundings s, string path, bool json)
    {
        Finding[] findings = [Folder("data", s.Data), Models(s.Models), Reader(s), Record(s, path)];
        if (json)
            s.Out.WriteLine(new JsonWriter().Array(findings, (w, f) => w.Object(o => o.Name("what").Value(f.What).Name("ok").Value(f.Problem is null).Name("said").Value(f.Problem?.ToString() ?? f.Said)
                .Name("more").Array(f.More, (more, problem) => more.Value(problem.ToString())))));
        else
            foreach (var finding in findings)
            {
                s.Out.WriteLine($"{(finding.Problem is null ? "ok " : "BAD")}  {finding.What,-10}{finding.Said}");
                foreach (var problem in finding.More.Prepend(finding.Problem).OfType<Problem>()) s.Say(problem);
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

    // Beside each file of weights lies a note of what it is and how it was made, with its checksum where one was taken.
    private static Finding Models(string folder)
    {
        var found = Folder("models", folder);
        if (found.Problem is not null) return found;
        var (wrong, held) = (new List<Problem>(), 0);
        foreach (var path in Directory.EnumerateFiles(folder, "*.bin").Order(StringComparer.Ordinal))
        {
            var (sum, problem) = Checksum(Path.ChangeExtension(path, ".json"));
            if (problem is not null) wrong.Add(problem);
            if (sum is null) continue;
            using var file = File.OpenRead(path);
            if (Convert.ToHexStringLower(SHA256.HashData(file)) == sum) held++;
            else wrong.Add(new Problem("the weights are not those that its note speaks of", path, "install OnRecord again, or train the model again"));
        }
        return wrong.Count == 0
            ? found with { Said = $"{found.Said}{(held > 0 ? $", {held} with the checksum of {(held == 1 ? "its note" : "their notes")}" : "")}" }
            : new Finding("models", "not as they were made", wrong[0], ExitCodes.Data) { More = wrong[1..] };
    }

    private static (string? Sum, Problem? Problem) Checksum(string note)
    {
        if (!File.Exists(note)) return (null, null);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(note));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("sha256", out var sum) && sum.ValueKind == JsonValueKind.String
                ? (sum.GetString()!.ToLowerInvariant(), null)
                : (null, null);
        }
        catch (JsonException e)
        {
            return (null, new Problem($"is not valid JSON ({e.Message.TrimEnd('.')})", note, "install OnRecord again"));
        }
    }

    // Loading reads the codebook, the actors, the gazetteer and the weights, and says with file and line what is wrong with them.
    private static Finding Reader(Surroundings s)
    {
        var loaded = s.Reader();
        return loaded.Problem is { } problem
            ? new Finding("reader", "cannot be loaded", problem, ExitCodes.Data)
            : new Finding("reader", "codebook, actors, gazetteer and weights load", null, ExitCodes.Done);
    }

    private static Finding Record(Surroundings s, string path)
    {
        if (!Records.MayExist(path)) return new Finding("record", $"none at {path} yet", null, ExitCodes.Done);
        var opened = Records.Open(path, readOnly: true);
        if (opened.Value is not { } ledger) return new Finding("record", "cannot be opened", opened.Problem, ExitCodes.Record);
        using (ledger)
        {
            if (ledger.Check() is { } damage) return new Finding("record", "damaged", damage, ExitCodes.Record);
            var wrong = LedgerCheck.Run(ledger).TakeWhile(_ => !s.Stop.IsCancellationRequested).Take(MostShown).ToList();
            var (articles, statements) = ledger.Count();
            return wrong.Count == 0
                ? new Finding("record", $"{articles:N0} articles, {statements:N0} statements in {Records.Shown(path)}; ids, ranges and references hold", null, ExitCodes.Done)
                : new Finding("record", $"not sound: {wrong.Count}{(wrong.Count == MostShown ? " or more" : "")} faults", wrong[0], ExitCodes.Record) { More = wrong[1..] };
        }
    }
}
