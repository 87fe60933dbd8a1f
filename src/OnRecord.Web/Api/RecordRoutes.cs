using System.Collections.Immutable;
using System.Text;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Views;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>The record as a whole: what it spans, the map of a day, the timeline, the situation report.</summary>
internal static class RecordRoutes
{
    private const int MostReportLines = 200;
    private static readonly string[] OfReport = ["asOf", "known", "area", "from", "to", "limit"];

    public static IEnumerable<ApiRoute> All(BoardOptions options) =>
    [
        ApiRoute.Of("record", "What the record spans: its days, sides, types, countries, and how much there is.", [], AnswerJson.Default.RecordItem, (snapshot, _) => Record(snapshot, options)),
        ApiRoute.Of("frame", "All that the map shows of one day: provinces, places, what happened in the days before, and counts.", ["asOf", "known", "days", "area"], AnswerJson.Default.Frame, Frames.Of),
        ApiRoute.Of("timeline", "Happenings and changes of control as lanes, one a place or one an actor.", ["asOf", "known", "by", "area", "actor", "type", "from", "to", "limit"], AnswerJson.Default.Timeline, Timelines.Of),
        new("report", "The situation report: every line with the numbers of its references; from and to bound the days of publication.", OfReport, null, (snapshot, ask) => Report(snapshot, ask).ToJson()),
        new("report.md", "The situation report as Markdown.", OfReport, null, (snapshot, ask) => Encoding.UTF8.GetBytes(Report(snapshot, ask).ToMarkdown())) { MediaType = "text/markdown; charset=utf-8" },
    ];

    private static SituationReport Report(Snapshot snapshot, Ask ask)
    {
        var report = SituationReport.Of(snapshot.Draw(ask.AsOf, ask.Known, ask.From, ask.To), new ReportOptions(ask.Area, snapshot.Privacy.ShowsAll, Math.Min(ask.Limit, MostReportLines)));
        var entries = report.References.ToDictionary(reference => reference.Number, reference => reference.Entry);
        return report with
        {
            Sections = [.. report.Sections.Select(section => section with { Lines = [.. section.Lines.Select(line => line with { Text = snapshot.Redaction.Line(line.Text, line.References.Select(number => entries[number])) })] })],
            References = [.. report.References.Select(reference => reference with
            {
                Title = reference.Title is { } title ? snapshot.Redaction.Line(title, [reference.Entry]) : null,
                Words = reference.Words is { } words ? snapshot.Redaction.Line(words, [reference.Entry]) : null,
                Url = Shown.Address(reference.Url),
            })],
        };
    }

    private static RecordItem Record(Snapshot snapshot, BoardOptions options)
    {
        var entries = snapshot.Entries;
        var empty = snapshot.Articles.Count == 0;
        return new RecordItem(snapshot.Version, options.Title, snapshot.Articles.Count, entries.Length, empty ? null : snapshot.Days.First, empty ? null : snapshot.Days.Last, options.ReadOnly, options.Names,
            [.. snapshot.Sides.All.Select(side => new SideEntry(side.Number, side.Key, side.Name, side.Places))],
            [.. entries.CountBy(entry => entry.Statement.Type).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new TypeItem(pair.Key, Phrases.Label(pair.Key), pair.Value))],
            [.. entries.Select(entry => entry.Statement.Place?.Place?.Country).Where(code => code?.Length == 2).CountBy(code => code!).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new CountryItem(pair.Key, Countries.Name(pair.Key), pair.Value))],
            snapshot.Main, snapshot.Bounds, Days(snapshot), [.. StandingRules.All.Select(rule => new RuleItem(rule.Id, StatementTable.Word(rule.Standing), rule.Sentence))]);
    }

    private static ImmutableArray<DayCount> Days(Snapshot snapshot)
    {
        var harm = snapshot.Whole.Harm.Where(h => h.When.To is not null).CountBy(h => h.When.To!.Value).ToDictionary();
        return [.. snapshot.Entries.CountBy(entry => entry.Known).OrderBy(pair => pair.Key).Select(pair => new DayCount(pair.Key, pair.Value, harm.GetValueOrDefault(pair.Key)))];
    }
}
