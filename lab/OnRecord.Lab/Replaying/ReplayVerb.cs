using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Lab.Scores;
using OnRecord.Language;
using OnRecord.Storage;
using Spectre.Console;

namespace OnRecord.Lab.Replaying;

/// <summary>Reads the events of 2021 and the first gold article, and holds the picture of August against what is known.</summary>
internal static class ReplayVerb
{
    private static readonly DateOnly Eve = new(2021, 8, 12);

    public static Command Create()
    {
        var shared = new Option<string>("--shared") { Description = "The folder with data/ and gold/.", DefaultValueFactory = _ => "../shared" };
        var from = new Option<DateOnly>("--from") { Description = "The first day read.", DefaultValueFactory = _ => new DateOnly(2021, 1, 1) };
        var to = new Option<DateOnly>("--to") { Description = "The last day read.", DefaultValueFactory = _ => new DateOnly(2021, 12, 31) };
        var jsonl = new Option<string?>("--jsonl") { Description = "Writes the items to this file in the form that onrecord read takes, and stops." };
        var explain = new Option<string?>("--explain") { Description = "Explains this part of the picture too." };
        var record = new Option<string?>("--record") { Description = "Takes what this record holds instead of reading: what onrecord read made of the items of --jsonl." };
        var write = new Option<string?>("--write") { Description = "Keeps the figures in this page of scores." };
        var note = new Option<string?>("--note") { Description = "What changed." };
        var command = new Command("replay", "Reads the events of 2021 and measures the picture of August.") { shared, from, to, jsonl, record, explain, write, note };
        command.SetAction(parsed => parsed.GetValue(jsonl) is { } path
            ? Export(parsed.GetValue(shared)!, parsed.GetValue(from), parsed.GetValue(to), path)
            : Run(() => parsed.GetValue(record) is { } made ? Recorded(made) : Read(parsed.GetValue(shared)!, parsed.GetValue(from), parsed.GetValue(to)), parsed.GetValue(explain), parsed.GetValue(write), parsed.GetValue(note)));
        return command;
    }

    private static int Export(string shared, DateOnly from, DateOnly to, string path)
    {
        var found = Replay.Items(shared, from, to);
        if (found.Value is not { } items)
        {
            AnsiConsole.WriteLine(found.Problem!.ToString());
            return 1;
        }
        var lines = items.Select(item => JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["id"] = item.Id,
            ["text"] = item.Text,
            ["title"] = item.Title,
            ["outlet"] = item.Outlet,
            ["dateline"] = item.Dateline,
            ["published"] = item.Published,
            ["url"] = item.Url,
        }));
        File.WriteAllText(path, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        return 0;
    }

    private static Outcome<Replay> Recorded(string record)
    {
        var opened = Records.Open(record, readOnly: true);
        if (opened.Value is not { } ledger) return opened.Problem!;
        using (ledger) return Replay.Of(ledger);
    }

    private static Outcome<Replay> Read(string shared, DateOnly from, DateOnly to)
    {
        var loaded = Reader.Load("data", "models");
        if (loaded.Value is not { } reader) return loaded.Problem!;
        using (reader) return Replay.Read(reader, shared, from, to);
    }

    private static int Run(Func<Outcome<Replay>> replayed, string? explain, string? write, string? note)
    {
        var watch = Stopwatch.StartNew();
        var read = replayed();
        if (read.Value is not { } replay)
        {
            AnsiConsole.WriteLine(read.Problem!.ToString());
            return 1;
        }
        var (table, words, met) = Table(replay, watch.Elapsed);
        Console.Write(table + words);
        if (explain is not null) Console.WriteLine(Views.PictureExplanation.Of(replay.At(CapitalsTable.AsOf), explain)?.ToText() ?? $"no one part is {explain}");
        if (write is not null) ScoresPage.Update(write, "replay", "The replay of 2021", table, note, []);
        // What is asked of it is a test: a program that runs it sees whether it is met.
        return met ? 0 : 1;
    }

    private static (string Table, string Words, bool Met) Table(Replay replay, TimeSpan reading)
    {
        var watch = Stopwatch.StartNew();
        var picture = replay.At(CapitalsTable.AsOf);
        var drawn = watch.Elapsed;
        var figures = ReplayFigures.Of(picture);
        var early = ReplayFigures.ShownAfter(replay.At(CapitalsTable.AsOf, Eve), Eve);
        var page = new StringBuilder();
        var met = true;
        Line($"{replay.Articles.Count} items, {replay.Entries.Count} statements, read in {reading.TotalSeconds:0} s; the picture as of {CapitalsTable.AsOf:yyyy-MM-dd} drawn in {drawn.TotalMilliseconds:0} ms.");
        Line($"");
        Line($"| asked | bar | found | met |");
        Line($"|---|---|---|---|");
        Ask("capitals held by the Taliban, date within one day", "≥ 90 %", $"{figures.Right} of {figures.Capitals.Count} ({100.0 * figures.Right / figures.Capitals.Count:0.0} %)", figures.Right * 10 >= figures.Capitals.Count * 9);
        var wrong = figures.Capitals.Where(pair => pair.Fault is not null).Select(pair => $"{pair.Capital.Name}: {pair.Fault}").ToList();
        Line($"| capitals not right | | {(wrong.Count > 0 ? string.Join("; ", wrong) : "none")} | |");
        Ask("capitals said to be held that did not fall by then, Bazarak among them", "0", $"{figures.Wrong.Count}{(figures.Wrong.Count > 0 ? ": " + string.Join(", ", figures.Wrong) : "")}", figures.Wrong.Count == 0);
        var kabul = figures.Capitals.First(pair => pair.Capital.Name == "Kabul").Fault;
        Ask("Kabul from the 15th", "yes", $"{kabul ?? "yes"}", kabul is null);
        Ask("the aim of 13 August", "met, early, 15 August", $"{(figures.Aim is { } aim ? $"{aim.State.ToString().ToLowerInvariant()}, {aim.Timing}, {aim.Settled:yyyy-MM-dd}" : "not found")}",
            figures.Aim is { State: Pictures.CommitmentState.Met, Timing: "early" } && figures.Aim.Settled == new DateOnly(2021, 8, 15));
        Ask("the embassy's staying and going as disagreements, each side with its words", "≥ 1", $"{figures.Embassy.Count}", figures.Embassy.Count > 0 && figures.Embassy.All(one => one.Sides.Length == 2 && one.Sides.All(side => side.Entries.Length > 0)));
        Ask("shown as known on 12 August though known later", "0", $"{early.Count}{(early.Count > 0 ? ": " + string.Join("; ", early.Take(3)) : "")}", early.Count == 0);
        Ask("claims corroborated, of these on one origin", "0", $"{figures.Corroborated}, {figures.OneOrigin.Count}{(figures.OneOrigin.Count > 0 ? ": " + string.Join(", ", figures.OneOrigin) : "")}", figures.OneOrigin.Count == 0 && figures.Corroborated > 0);
        Line($"| happenings, places, commitments, movements, harm, disagreements | | {picture.Happenings.Length}, {picture.Control.Length}, {picture.Commitments.Length}, {picture.Movements.Length}, {picture.Harm.Length}, {picture.Disagreements.Length} | |");
        // The reports' own words are for the screen alone: the page of scores keeps none of them.
        return (page.ToString(), string.Concat(figures.Embassy.Select(one => $"\nThe embassy's staying and going, in the words of both sides: {ReplayFigures.Words(picture, one)}\n")), met);

        void Ask(string what, string bar, FormattableString found, bool right)
        {
            met &= right;
            Line($"| {what} | {bar} | {found.ToString(CultureInfo.InvariantCulture)} | {(right ? "yes" : "no")} |");
        }

        void Line(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
