using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Lab.Scores;

namespace OnRecord.Lab.Reading;

/// <summary><c>lab score reading</c>: measures reading on every public set that is there, each figure beside its bar.</summary>
internal static class ScoreReading
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data", Description = "The folder of public sets, a folder each." };
        var set = new Option<string[]>("--set") { AllowMultipleArgumentsPerToken = true, Description = $"Only these: {string.Join(", ", ReadingSets.All.Select(s => s.Name))}." };
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds data/ and models/." };
        var errors = new Option<int>("--errors") { Description = "Shows so many wrong readings of each set." };
        var write = new Option<string?>("--write") { Description = "The page whose section is to be brought up to date." };
        var note = new Option<string?>("--note") { Description = "A word on what changed, for the page." };
        var command = new Command("reading", "Measures reading on public sets.") { data, set, home, errors, write, note };
        command.SetAction(r => Run(r.GetValue(data)!, r.GetValue(set)!, r.GetValue(home)!, r.GetValue(errors), r.GetValue(write), r.GetValue(note)));
        return command;
    }

    private static int Run(string data, string[] only, string home, int errors, string? write, string? note)
    {
        if (only.FirstOrDefault(n => ReadingSets.All.All(s => s.Name != n)) is { } unknown)
        {
            Console.Error.WriteLine($"there is no set '{unknown}'; known are {string.Join(", ", ReadingSets.All.Select(s => s.Name))}");
            return 1;
        }
        using var tools = new ReadingTools(Path.Combine(home, "data"), Path.Combine(home, "models"), errors, Console.Out);
        List<(string Set, Figure Figure)> figures = [];
        foreach (var set in ReadingSets.All.Where(s => only.Length == 0 || only.Contains(s.Name)))
        {
            var path = Path.Combine(data, set.Needs);
            if (!Path.Exists(path))
            {
                Console.WriteLine($"{set.Name}: left out, {path} is not there");
                continue;
            }
            tools.Start(set.Name);
            figures.AddRange(set.Measure(path, tools).Select(f => (set.Name, f)));
        }
        if (figures.Count == 0) return 1;
        var table = Table(figures);
        Console.Write(table);
        if (write is not null) ScoresPage.Update(write, only.Length == 0 ? "reading" : "reading-" + string.Join('-', only), "Reading, on public sets", table, note, []);
        return 0;
    }

    /// <summary>A Markdown table: set, measure, bar and figure.</summary>
    internal static string Table(IEnumerable<(string Set, Figure Figure)> figures)
    {
        var text = new StringBuilder("| set | measure | over | bar | figure | met |\n|---|---|---|---:|---:|---|\n");
        foreach (var (set, f) in figures)
            text.Append(CultureInfo.InvariantCulture, $"| {set} | {f.Measure} | {f.Of} | {(f.AtMost ? "≤" : "≥")} {f.Bar:0.##} | {f.Value:0.##} | {(f.Meets ? "yes" : "no")} |\n");
        return text.ToString();
    }
}
