using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Times;
using Spectre.Console;

namespace OnRecord.Lab.Scores;

/// <summary>What a specification expects of one sentence: its expressions with the days allowed.</summary>
internal sealed record TimeCase(string Input, DateOnly? Reference, IReadOnlyList<(string Text, IReadOnlyList<(DateOnly From, DateOnly To)> Days)> Expected);

/// <summary>How many of a file's expressions were found and placed on the days expected.</summary>
internal sealed record TimeFigures(string File, string Kind, int Cases, int Found, int Right, IReadOnlyList<string> Missed);

/// <summary>Scores time expressions against the Recognizers-Text specifications; no parser is needed, so tense is not.</summary>
internal static partial class TimeScore
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder with the specifications.", DefaultValueFactory = _ => "../shared/data/recognizers" };
        var show = new Option<bool>("--misses") { Description = "Lists what was missed." };
        var command = new Command("score-times", "Scores time expressions against the Recognizers-Text specifications.") { data, show };
        command.SetAction(result => Run(result.GetValue(data)!, result.GetValue(show)));
        return command;
    }

    private static int Run(string folder, bool misses)
    {
        foreach (var (file, kind) in new[] { ("DateParser", "date"), ("DatePeriodParser", "daterange"), ("DateTimeModel", "date"), ("DateTimeModel", "daterange") })
        {
            var path = Path.Combine(folder, file + ".json");
            if (!File.Exists(path))
            {
                AnsiConsole.WriteLine($"{path}: not there; give the folder with --data");
                return 1;
            }
            var figures = Measure(file, kind, Read(path, kind));
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file} {kind}: {figures.Right} of {figures.Cases} right ({Share(figures.Right, figures.Cases):0.0} %), {figures.Found} found"));
            if (misses)
                foreach (var miss in figures.Missed) Console.WriteLine("  " + miss);
        }
        return 0;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    internal static TimeFigures Measure(string file, string kind, IEnumerable<TimeCase> cases)
    {
        var (count, found, right) = (0, 0, 0);
        var missed = new List<string>();
        foreach (var @case in cases)
        {
            var parse = FlatParse.Of(@case.Input);
            var article = new Article { Id = "case", Text = @case.Input, Blocks = [], Published = @case.Reference };
            var times = TimeFinder.Find(article, [parse]);
            foreach (var (text, days) in @case.Expected)
            {
                count++;
                var start = @case.Input.IndexOf(text, StringComparison.OrdinalIgnoreCase);
                var overlapping = times.Where(t => start < 0 || t.Span.Overlaps(new TextSpan(start, start + text.Length))).ToList();
                if (overlapping.Count > 0) found++;
                if (overlapping.Any(t => days.Any(d => Fits(t, d, @case.Reference)))) right++;
                else missed.Add($"{@case.Reference:yyyy-MM-dd} | {@case.Input} | {text} | {string.Join(" or ", days.Select(d => $"{d.From:yyyy-MM-dd}..{d.To:yyyy-MM-dd}"))} | got {string.Join("; ", overlapping.Select(t => $"{t.Kind} {t.From:yyyy-MM-dd}..{t.To:yyyy-MM-dd}"))}");
            }
        }
        return new TimeFigures(file, kind, count, found, right, missed);
    }

    /// <summary>The same days. The specifications end a stretch now on its last day and now on the day after; an end that we leave open counts where the specifications close it today.</summary>
    private static bool Fits(TimeMention time, (DateOnly From, DateOnly To) days, DateOnly? reference)
    {
        if (time.Kind == TimeKind.Unplaced) return false;
        if (time.Kind == TimeKind.By) return time.To == days.To || time.To == days.To.AddDays(-1);
        var isDay = days.From == days.To;
        return time.From == days.From && (time.To == days.To || (!isDay && time.To == days.To.AddDays(-1)) || (time.To is null && (reference is null || days.To >= reference)));
    }

    internal static List<TimeCase> Read(string path, string kind)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var cases = new List<TimeCase>();
        foreach (var item in json.RootElement.EnumerateArray())
        {
            DateOnly? reference = item.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var at) ? Day(at.GetString()) : null;
            var expected = new List<(string, IReadOnlyList<(DateOnly, DateOnly)>)>();
            foreach (var result in item.GetProperty("Results").EnumerateArray())
                if (Days(result, kind) is { Count: > 0 } days) expected.Add((result.GetProperty("Text").GetString()!, days));
            if (expected.Count > 0) cases.Add(new TimeCase(Capitals(item.GetProperty("Input").GetString()!), reference, expected));
        }
        return cases;
    }

    /// <summary>News writes the names of days and months with a capital; the specifications do not always.</summary>
    private static string Capitals(string text) => Names().Replace(text, m => char.ToUpperInvariant(m.Value[0]) + m.Value[1..]);

    [GeneratedRegex(@"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    private static List<(DateOnly From, DateOnly To)> Days(JsonElement result, string kind)
    {
        var days = new List<(DateOnly, DateOnly)>();
        if (result.TryGetProperty("Value", out var value) && value.ValueKind == JsonValueKind.Object)
            foreach (var name in new[] { "PastResolution", "FutureResolution" })
                if (value.TryGetProperty(name, out var resolution)) Add(days, resolution, "date", "startDate", "endDate");
        if (result.TryGetProperty("TypeName", out var type) && type.GetString() == "datetimeV2." + kind && result.TryGetProperty("Resolution", out var resolved) && resolved.TryGetProperty("values", out var values))
            foreach (var one in values.EnumerateArray()) Add(days, one, "value", "start", "end");
        return days;
    }

    private static void Add(List<(DateOnly, DateOnly)> days, JsonElement from, string day, string start, string end)
    {
        if (from.TryGetProperty(day, out var at) && Day(at.GetString()) is { Year: > 1 } one) days.Add((one, one));
        else if (from.TryGetProperty(start, out var first) && from.TryGetProperty(end, out var last) && Day(first.GetString()) is { Year: > 1 } a && Day(last.GetString()) is { } b) days.Add((a, b));
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
