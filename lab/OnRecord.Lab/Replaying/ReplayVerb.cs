using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Lab.Scores;
using Spectre.Console;

namespace OnRecord.Lab.Replaying;

/// <summary>Reads the events of 2021 and the first gold article, and holds the picture of August against what is known.</summary>
internal static class ReplayVerb
{
    public static Command Create()
    {
        var shared = new Option<string>("--shared") { Description = "The folder with data/ and gold/.", DefaultValueFactory = _ => "../shared" };
        var from = new Option<DateOnly>("--from") { Description = "The first day read.", DefaultValueFactory = _ => new DateOnly(2021, 1, 1) };
        var to = new Option<DateOnly>("--to") { Description = "The last day read.", DefaultValueFactory = _ => new DateOnly(2021, 12, 31) };
        var jsonl = new Option<string?>("--jsonl") { Description = "Writes the items to this file in the form that onrecord read takes, and stops." };
        var explain = new Option<string?>("--explain") { Description = "Explains this part of the picture too." };
        var write = new Option<string?>("--write") { Description = "Keeps the figures in this page of scores." };
        var note = new Option<string?>("--note") { Description = "What changed." };
        var command = new Command("replay", "Reads the events of 2021 and measures the picture of August.") { shared, from, to, jsonl, explain, write, note };
        command.SetAction(parsed => parsed.GetValue(jsonl) is { } path
            ? Export(parsed.GetValue(shared)!, parsed.GetValue(from), parsed.GetValue(to), path)
            : Run(parsed.GetValue(shared)!, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(explain), parsed.GetValue(write), parsed.GetValue(note)));
        return command;
    }

    private static int Export(string shared, DateOnly from, DateOnly to, string path)
    {
        var lines = CurrentEvents.Read(Path.Combine(shared, "data", "current-events", "2021.jsonl"), from, to)
            .Select(item => JsonSerializer.Serialize(new Dictionary<string, string?> { ["id"] = item.Id, ["text"] = item.Text, ["outlet"] = item.Outlet, ["published"] = item.Published, ["url"] = item.Url }));
        File.WriteAllText(path, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        return 0;
    }

    private static int Run(string shared, DateOnly from, DateOnly to, string? explain, string? write, string? note)
    {
        var loaded = Reader.Load("data", "models");
        if (loaded.Value is not { } reader)
        {
            AnsiConsole.WriteLine(loaded.Problem!.ToString());
            return 1;
        }
        using (reader)
        {
            var watch = Stopwatch.StartNew();
            var read = Replay.Read(reader, shared, from, to);
            if (read.Value is not { } replay)
            {
                AnsiConsole.WriteLine(read.Problem!.ToString());
                return 1;
            }
            var table = Table(replay, watch.Elapsed);
            Console.Write(table);
            if (explain is not null) Console.WriteLine(Views.PictureExplanation.Of(replay.At(CapitalsTable.AsOf), explain)?.ToText() ?? $"no one part is {explain}");
            if (write is not null) ScoresPage.Update(write, "replay", "The replay of 2021", table, note, []);
        }
        return 0;
    }

    private static string Table(Replay replay, TimeSpan reading)
    {
        var watch = Stopwatch.StartNew();
        var picture = replay.At(CapitalsTable.AsOf);
        var drawn = watch.Elapsed;
        var figures = ReplayFigures.Of(picture);
        var page = new StringBuilder();
        Line($"{replay.Articles.Count} items, {replay.Entries.Count} statements, read in {reading.TotalSeconds:0} s; the picture as of {CapitalsTable.AsOf:yyyy-MM-dd} drawn in {drawn.TotalMilliseconds:0} ms.");
        Line($"");
        Line($"| asked | found |");
        Line($"|---|---|");
        Line($"| capitals held by the Taliban, date within one day | {figures.Right} of {figures.Capitals.Count} ({100.0 * figures.Right / figures.Capitals.Count:0.0} %) |");
        Line($"| capitals said to be held that did not fall | {figures.Wrong.Count}{(figures.Wrong.Count > 0 ? ": " + string.Join(", ", figures.Wrong) : "")} |");
        Line($"| capitals not right | {string.Join("; ", figures.Capitals.Where(pair => pair.Fault is not null).Select(pair => $"{pair.Capital.Name}: {pair.Fault}"))} |");
        Line($"| the aim of 13 August | {(figures.Aim is { } aim ? $"{aim.State.ToString().ToLowerInvariant()}, {aim.Timing}, {aim.Settled:yyyy-MM-dd}" : "not found")} |");
        Line($"| the embassy's staying and going as disagreements | {figures.Embassy.Count} |");
        Line($"| claims corroborated, of these on one origin | {figures.Corroborated}, {figures.OnOneOrigin} |");

        Line($"| happenings, places, commitments, movements, harm, disagreements | {picture.Happenings.Length}, {picture.Control.Length}, {picture.Commitments.Length}, {picture.Movements.Length}, {picture.Harm.Length}, {picture.Disagreements.Length} |");
        return page.ToString();

        void Line(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
