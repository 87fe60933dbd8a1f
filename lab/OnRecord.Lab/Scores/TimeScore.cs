using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Lab.Reading;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Times;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Scores;

/// <summary>What the specifications came to: how many expressions were asked, found and right, which were left out by kind, and by which convention answers are right.</summary>
internal sealed class TimeFigures
{
    public int Asked { get; set; }

    public int Found { get; set; }

    public int Right { get; set; }

    public SortedDictionary<string, int> LeftOut { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> By { get; } = new(StringComparer.Ordinal);

    public double Share => Asked == 0 ? 0 : 100.0 * Right / Asked;
}

/// <summary>The specifications of Recognizers-Text as a set that reading is measured on, and <c>lab score times</c>, which shows them in full.</summary>
internal sealed class TimeScore : IReadingSet
{
    private static readonly (string File, string Kind)[] Parts =
        [("DateParser", "date"), ("DatePeriodParser", "daterange"), ("DurationParser", "duration"), ("DateTimeModel", "date"), ("DateTimeModel", "daterange"), ("DateTimeModel", "duration")];

    public string Name => "recognizers";

    public string Needs => "recognizers";

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder with the specifications.", DefaultValueFactory = _ => "../shared/data/recognizers" };
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds models/." };
        var misses = new Option<bool>("--misses") { Description = "Lists what was missed, and what was left out." };
        var write = new Option<string?>("--write") { Description = "The page whose section is to be brought up to date." };
        var note = new Option<string?>("--note") { Description = "A word on what changed, for the page." };
        var command = new Command("times", "Scores time expressions against the Recognizers-Text specifications.") { data, home, misses, write, note };
        command.SetAction(r =>
        {
            using var tools = new ReadingTools(Path.Combine(r.GetValue(home)!, "data"), Path.Combine(r.GetValue(home)!, "models"), r.GetValue(misses) ? int.MaxValue : 0, Console.Out);
            var table = Table(Parts.Select(p => (p.File, p.Kind, Measure(Path.Combine(r.GetValue(data)!, p.File + ".json"), p.Kind, tools))).ToList());
            Console.Write(table);
            if (r.GetValue(write) is { } page) ScoresPage.Update(page, "times", "Times", table, r.GetValue(note), []);
            return 0;
        });
        return command;
    }

    public IEnumerable<Figure> Measure(string path, ReadingTools tools)
    {
        var (asked, right) = (0, 0);
        foreach (var (file, kind) in Parts)
        {
            var figures = Measure(Path.Combine(path, file + ".json"), kind, tools);
            (asked, right) = (asked + figures.Asked, right + figures.Right);
        }
        yield return new Figure("times that news uses: right days, %", asked == 0 ? 0 : 100.0 * right / asked, 85, $"{asked} expressions");
    }

    private static TimeFigures Measure(string path, string kind, ReadingTools tools)
    {
        var figures = new TimeFigures();
        foreach (var @case in TimeSpecs.Read(path, kind))
        {
            var times = Find(@case, tools.Parser);
            foreach (var expected in @case.Expected)
            {
                if (TimeKinds.Of(expected.Text) is { } leftOut)
                {
                    figures.LeftOut[leftOut.Name] = figures.LeftOut.GetValueOrDefault(leftOut.Name) + 1;
                    tools.Wrong($"left out ({leftOut.Name}): {expected.Text}");
                    continue;
                }
                figures.Asked++;
                var overlapping = times.Where(t => t.Span.Overlaps(expected.Span)).ToList();
                if (overlapping.Count > 0) figures.Found++;
                if (By(expected, overlapping, @case.Reference) is { } convention)
                {
                    figures.Right++;
                    figures.By[convention] = figures.By.GetValueOrDefault(convention) + 1;
                }
                else tools.Wrong($"{@case.Reference:yyyy-MM-dd} | {@case.Input} | {expected.Text} | {string.Join(" or ", expected.Days.Select(d => $"{d.From:yyyy-MM-dd}..{d.To:yyyy-MM-dd}"))} | got {string.Join("; ", overlapping.Select(t => $"{t.Kind} {t.From:yyyy-MM-dd}..{t.To:yyyy-MM-dd}"))}");
            }
        }
        return figures;
    }

    // A length of time is right where it is found and put on no day.
    private static string? By(TimeExpected expected, List<TimeMention> found, DateOnly? reference)
    {
        if (expected.Days.Count == 0) return found.Exists(t => t.Kind == TimeKind.Unplaced) ? "a length of time, put on no day" : null;
        return found.SelectMany(t => expected.Days.Select(d => TimeConventions.Explains(t, expected.Text, d.From, d.To, reference))).OrderBy(c => c != TimeConventions.Same).FirstOrDefault(c => c is not null);
    }

    private static IReadOnlyList<TimeMention> Find(TimeCase @case, Parser parser)
    {
        var article = new Article { Id = "case", Text = @case.Input, Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, @case.Input.Length))], Published = @case.Reference };
        return TimeFinder.Find(article, parser.Parse(SentenceSplitter.Split(article)));
    }

    private static string Table(IReadOnlyList<(string File, string Kind, TimeFigures Figures)> parts)
    {
        var text = new StringBuilder("| specification | kind | asked | found | right |\n|---|---|---:|---:|---:|\n");
        foreach (var (file, kind, f) in parts) text.Append(CultureInfo.InvariantCulture, $"| {file} | {kind} | {f.Asked} | {f.Found} | {f.Right} ({f.Share:0.0} %) |\n");
        var (asked, right) = (parts.Sum(p => p.Figures.Asked), parts.Sum(p => p.Figures.Right));
        text.Append(CultureInfo.InvariantCulture, $"| all | | {asked} | {parts.Sum(p => p.Figures.Found)} | {right} ({(asked == 0 ? 0 : 100.0 * right / asked):0.0} %) |\n");
        text.Append("\nLeft out, by kind, told by the words of the expression alone:\n\n| kind | expressions | why |\n|---|---:|---|\n");
        foreach (var kind in TimeKinds.LeftOut) text.Append(CultureInfo.InvariantCulture, $"| {kind.Name} | {parts.Sum(p => p.Figures.LeftOut.GetValueOrDefault(kind.Name))} | {kind.Reason} |\n");
        text.Append("\nRight by:\n\n| convention | expressions |\n|---|---:|\n");
        foreach (var (name, count) in parts.SelectMany(p => p.Figures.By).GroupBy(b => b.Key).Select(g => (g.Key, g.Sum(b => b.Value))).OrderByDescending(g => g.Item2))
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {count} |\n");
        return text.ToString();
    }
}
