using System.CommandLine;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Storage;
using OnRecord.Views;

namespace OnRecord.Cli.Verbs;

/// <summary><c>report</c>: the situation by the record, every line with its references.</summary>
internal static class ReportVerb
{
    private enum Form { Text, Json, Markdown }

    public static Command Create(Surroundings s)
    {
        var since = Shared.Day("--since", "Only what was published on or after this day.");
        var until = Shared.Day("--until", "Only what was published on or before this day.");
        var asOf = Shared.Day("--as-of", "The state of things on this day (default: the last day on record).");
        var known = Shared.KnownAt();
        var diff = new Option<DateOnly[]>("--diff")
        {
            Description = "What changed from one day to another, as known on each.",
            HelpName = "DAY DAY",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
            CustomParser = Shared.Days,
        };
        var area = new Option<string?>("--area") { Description = "Only this place, province or country.", HelpName = "NAME" };
        var country = new Option<string?>("--country") { Description = "Only what is of this country (AF): quick also where the record is large.", HelpName = "CODE" };
        var names = new Option<bool>("--names") { Description = "Print the names of private persons too." };
        var all = new Option<bool>("--all") { Description = "Leave no line out." };
        var json = Shared.Json();
        var markdown = new Option<bool>("--markdown") { Description = "Markdown instead of text." };
        var command = new Command("report", "The situation: what happened, who holds what, what is announced, harm, movements, disagreements; every line with its references.")
        {
            since, until, asOf, known, diff, area, country, names, all, json, markdown,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(diff) is not null && (result.GetResult(asOf) is not null || result.GetResult(known) is not null)) result.AddError("--diff has its own two days: leave --as-of and --known-at out");
            if (result.GetValue(json) && result.GetValue(markdown)) result.AddError("give --json or --markdown, not both");
        });
        command.SetAction(parsed =>
        {
            var form = parsed.GetValue(json) ? Form.Json : parsed.GetValue(markdown) ? Form.Markdown : Form.Text;
            var options = new ReportOptions(parsed.GetValue(area), parsed.GetValue(names));
            return Run(s, parsed.RecordPath(s), new LedgerQuery(parsed.GetValue(since), parsed.GetValue(until)), new PictureOptions(parsed.GetValue(asOf), parsed.GetValue(known), parsed.GetValue(country)?.ToUpperInvariant()),
                parsed.GetValue(diff), parsed.GetValue(all) ? options with { MaxLines = int.MaxValue } : options, form);
        });
        return command;
    }

    private static int Run(Surroundings s, string path, LedgerQuery query, PictureOptions when, DateOnly[]? diff, ReportOptions options, Form form)
    {
        var opened = Records.Open(path, readOnly: true);
        if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
        using (ledger)
        {
            if (ledger.Count().Articles == 0) return s.Fail(new Problem("the record is empty", Records.Shown(path), "put reports on it with onrecord read FILE…"), ExitCodes.Nothing);
            if (!ledger.Articles(query with { Limit = 1 }).Any()) return s.Fail(new Problem("no report of these days is on record", Records.Shown(path), "see onrecord list articles"), ExitCodes.Nothing);
            if (options.Area is { } area && !ledger.Entries(query with { Area = area, Limit = 1 }).Any())
                s.Say(new Problem("no place of this name is on record", area, "see onrecord list statements for the names that are"));
            // What was published within some days is a record of its own; else a country is asked for alone.
            var fold = query == new LedgerQuery() ? PictureFold.Of(ledger, when.Country)
                : PictureFold.Of(ledger.Entries(query), ledger.Articles(query).ToDictionary(article => article.Id, StringComparer.Ordinal));
            var report = diff is [var before, var after]
                ? SituationReport.Diff(fold.At(when with { AsOf = before, KnownAt = before }), fold.At(when with { AsOf = after, KnownAt = after }), options)
                : SituationReport.Of(fold.At(when), options);
            switch (form)
            {
                case Form.Json:
                    s.Out.Flush();
                    s.OutBytes.Write(report.ToJson());
                    s.OutBytes.WriteByte((byte)'\n');
                    break;
                case Form.Markdown:
                    s.Out.Write(report.ToMarkdown());
                    break;
                default:
                    s.Out.Write(report.ToText(s.Width));
                    break;
            }
            return ExitCodes.Done;
        }
    }
}
