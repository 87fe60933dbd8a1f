using System.CommandLine;
using OnRecord.Pictures;
using OnRecord.Storage;
using OnRecord.Views;

namespace OnRecord.Cli.Verbs;

/// <summary><c>list happenings</c>, <c>list control</c> and so on: the parts of the picture as of a day.</summary>
internal static class PictureListVerb
{
    private const int PageLength = 50;

    /// <summary>What can be listed.</summary>
    public static IReadOnlyList<(string Kind, string Description)> Kinds { get; } =
    [
        ("happenings", "What happened: one act, many reports, in order of day."),
        ("claims", "How each claim stands and on whose word."),
        ("control", "Who holds which place and since when."),
        ("areas", "Provinces and countries as sums of their known places."),
        ("tallies", "Counts and shares as reports give them, beside the record's own count."),
        ("commitments", "Aims, plans, threats, promises, demands and what became of them."),
        ("movements", "Forces and people on the move."),
        ("harm", "Acts against persons, who alleges them and who denies them."),
        ("disagreements", "Claims that cannot both hold, side by side."),
        ("stories", "Articles that are copies of one text and count as one origin."),
    ];

    public static Command Create(Surroundings s, string kind, string description)
    {
        var asOf = Shared.Day("--as-of", "The state of things on this day (default: the last day on record).");
        var known = Shared.KnownAt();
        var area = new Option<string?>("--area") { Description = "Only this place, province or country.", HelpName = "NAME" };
        var country = new Option<string?>("--country") { Description = "Only what is of this country (AF).", HelpName = "CODE" };
        var type = new Option<string?>("--type") { Description = "Only of this type (capture, kill …) or kind.", HelpName = "TYPE" };
        var state = new Option<string?>("--state") { Description = "Only of this standing or state (corroborated, pending, contested …).", HelpName = "STATE" };
        var from = Shared.Day("--from", "Only what is of this day or later.");
        var to = Shared.Day("--to", "Only what is of this day or before.");
        var offset = Shared.Count("--offset", "How many to pass over.");
        var limit = Shared.Count("--limit", $"How many to show (default: {PageLength}; all with --json).");
        var names = new Option<bool>("--names") { Description = "Print the names of private persons too." };
        var json = Shared.Json();
        var command = new Command(kind, description) { asOf, known, area, country, type, state, from, to, offset, limit, names, json };
        command.SetAction(parsed =>
        {
            var opened = Records.Open(parsed.RecordPath(s), readOnly: true);
            if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
            using (ledger)
            {
                var picture = Picture.Of(ledger, new PictureOptions(parsed.GetValue(asOf), parsed.GetValue(known), parsed.GetValue(country)?.ToUpperInvariant()));
                var list = new PictureList(picture, new PictureFilter(parsed.GetValue(area), parsed.GetValue(type), parsed.GetValue(state), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(names)));
                var asJson = parsed.GetValue(json);
                return Show(s, list, kind, parsed.GetValue(offset) ?? 0, parsed.GetValue(limit) ?? (asJson ? int.MaxValue : PageLength), asJson);
            }
        });
        return command;
    }

    private static int Show(Surroundings s, PictureList list, string kind, int offset, int limit, bool json)
    {
        var shown = 0;
        foreach (var item in list.Of(kind).Skip(offset))
        {
            if (s.Stop.IsCancellationRequested) break;
            if (shown == limit)
            {
                if (!json) s.Out.WriteLine($"… more: --offset {offset + shown}");
                break;
            }
            s.Out.WriteLine(json ? list.Json(item) : $"{item.Id,-14}  {item.Text}");
            shown++;
        }
        if (shown == 0 && !json) s.Out.WriteLine("Nothing on record is like this.");
        return ExitCodes.Done;
    }
}
