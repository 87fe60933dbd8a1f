using System.CommandLine;
using System.Text;
using OnRecord.Cli.Output;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Storage;
using OnRecord.Views;
using OnRecord.Web.Maps;

namespace OnRecord.Cli.Verbs;

/// <summary><c>export</c>: what is on record, in forms that other programs read.</summary>
internal static class ExportVerb
{
    private enum Form { Json, Csv, Geojson, Markdown }

    private sealed record Wish(string What, Form Form, string? Area, bool Names, LedgerQuery Query, PictureOptions When);

    private static readonly string[] Whats = ["statements", "articles", "picture", "report", .. PictureList.Kinds];

    public static Command Create(Surroundings s)
    {
        var what = new Argument<string>("WHAT") { Description = $"What to export: {string.Join(", ", Whats)}.", HelpName = "WHAT" };
        what.AcceptOnlyFromAmong(Whats);
        var format = new Option<Form?>("--format") { Description = "json, csv, geojson (happenings as points, control by province as outlines) or markdown (report). Default: json; markdown for report.", HelpName = "FORM" };
        var file = new Option<string?>("--out") { Description = "The file to write (default: the screen or the pipe).", HelpName = "FILE" };
        var asOf = Shared.Day("--as-of", "The state of things on this day (default: the last day on record).");
        var known = Shared.KnownAt();
        var since = Shared.Day("--since", "Only what was published on or after this day.");
        var until = Shared.Day("--until", "Only what was published on or before this day.");
        var area = new Option<string?>("--area") { Description = "Only this place, province or country.", HelpName = "NAME" };
        var names = new Option<bool>("--names") { Description = "Print the names of private persons too." };
        var command = new Command("export", "Writes what is on record as JSON, CSV, GeoJSON or Markdown; docs/reference/export.md describes the forms.") { what, format, file, asOf, known, since, until, area, names };
        command.SetAction(parsed =>
        {
            var kind = parsed.GetRequiredValue(what);
            var wish = new Wish(kind, parsed.GetValue(format) ?? (kind == "report" ? Form.Markdown : Form.Json), parsed.GetValue(area), parsed.GetValue(names),
                new LedgerQuery(parsed.GetValue(since), parsed.GetValue(until)) { KnownAt = parsed.GetValue(known) }, new PictureOptions(parsed.GetValue(asOf), parsed.GetValue(known)));
            return Run(s, parsed.RecordPath(s), wish, parsed.GetValue(file));
        });
        return command;
    }

    private static int Run(Surroundings s, string path, Wish wish, string? file)
    {
        if (Refused(wish) is { } refused) return s.Fail(refused, ExitCodes.Usage);
        var opened = Records.Open(path, readOnly: true);
        if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
        using (ledger)
        {
            var shapes = wish is { What: "control", Form: Form.Geojson } ? ShapeFile.Open(s.Data) : default;
            if (shapes.Problem is { } missing) return s.Fail(missing, ExitCodes.Data);
            s.Out.Flush();
            if (file is null) Write(s.OutBytes, ledger, wish, shapes.Value, s.Stop);
            else
            {
                // Whole or not at all: what another program waits for is never half there.
                var half = file + ".part";
                using (var stream = File.Create(half)) Write(stream, ledger, wish, shapes.Value, s.Stop);
                if (s.Stop.IsCancellationRequested) File.Delete(half);
                else File.Move(half, file, overwrite: true);
            }
            return ExitCodes.Done;
        }
    }

    private static Problem? Refused(Wish wish) => (wish.What, wish.Form) switch
    {
        ("report", Form.Markdown or Form.Json) => null,
        ("report", _) or (_, Form.Markdown) => new Problem("only the report is written as Markdown, and it as that or as JSON", $"export {wish.What}", "choose another --format"),
        ("picture", not Form.Json) => new Problem("the whole picture is written as JSON alone", "export picture", "export its parts, such as happenings or control"),
        ("picture", _) when wish.Area is not null => new Problem("the whole picture is of everywhere", "export picture --area", "export its parts, such as happenings or control, of that area"),
        ("statements" or "articles" or "areas" or "stories", Form.Geojson) => new Problem("this has no form on a map", $"export {wish.What}", "export happenings or control"),
        _ => null,
    };

    private static void Write(Stream output, ILedger ledger, Wish wish, ShapeFile? shapes, CancellationToken stop)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        switch (wish.What)
        {
            case "statements":
                Statements(text, ledger, wish, stop);
                return;
            case "articles":
                Articles(text, ledger, wish, stop);
                return;
        }
        var picture = Picture.Of(ledger.Entries(wish.Query), ledger.Articles(wish.Query).ToDictionary(article => article.Id, StringComparer.Ordinal), wish.When);
        switch (wish.What)
        {
            case "picture":
                output.Write(PictureJson.Render(picture, wish.Names));
                return;
            case "report":
                var report = SituationReport.Of(picture, new ReportOptions(wish.Area, wish.Names) with { MaxLines = int.MaxValue });
                if (wish.Form == Form.Markdown) text.Write(report.ToMarkdown());
                else output.Write([.. report.ToJson(), (byte)'\n']);
                return;
        }
        var list = new PictureList(picture, new PictureFilter(wish.Area, Names: wish.Names));
        if (wish.Form == Form.Geojson)
            output.Write(wish.What == "control" ? PictureGeoJson.Control(picture, list.Of("areas"), shapes!.Division, wish.Names) : PictureGeoJson.Points(list.Of(wish.What), item => Csv.PlaceOf(item.Record)));
        else Lines(text, wish.Form, Csv.PartHeading, list.Of(wish.What), Csv.Line, list.Json, stop);
    }

    private static void Statements(StreamWriter text, ILedger ledger, Wish wish, CancellationToken stop)
    {
        var privacy = new Privacy(wish.Names);
        var texts = (Id: "", Text: "");
        Lines(text, wish.Form, Csv.StatementHeading, ledger.Entries(wish.Query with { Area = wish.Area }), entry => Csv.Line(entry, privacy), entry => new JsonWriter().Object(o => o
            .StatementMembers(Shown(entry.Statement, privacy), Text(entry.ArticleId))
            .Name("article").Value(entry.ArticleId).Name("outlet").Value(entry.Outlet).Name("published").Value(entry.Published).Name("known").Value(entry.Known)).ToString(), stop);

        // Entries of one article come one after the other, so that one text at a time is enough.
        string Text(string article)
        {
            if (texts.Id != article) texts = (article, ledger.Article(article)?.Text ?? "");
            return texts.Text;
        }
    }

    private static OnRecord.Statements.Statement Shown(OnRecord.Statements.Statement s, Privacy privacy) => privacy.ShowsAll ? s : s with
    {
        Agent = [.. s.Agent.Select(p => p with { Name = privacy.Show(p) })],
        Patient = [.. s.Patient.Select(p => p with { Name = privacy.Show(p) })],
        Sources = [.. s.Sources.Select(source => privacy.Show(source) is "a named source" and var hidden ? source with { Name = hidden } : source)],
    };

    private static void Articles(StreamWriter text, ILedger ledger, Wish wish, CancellationToken stop) =>
        Lines(text, wish.Form, Csv.ArticleHeading, ledger.Articles(wish.Query with { Area = wish.Area }), Csv.Line, a => new JsonWriter().Object(o => o
            .Name("id").Value(a.Id).Name("key").Value(a.Key).Name("title").Value(a.Title).Name("outlet").Value(a.Outlet).Name("agency").Value(a.Agency)
            .Name("published").Value(a.Published).Name("known").Value(a.Known).Name("url").Value(a.Url).Name("notice").Value(ArticleNotices.Of(a)?.Change.ToString().ToLowerInvariant())).ToString(), stop);

    // JSON is a list, an item a line, so that it can be read whole or line by line.
    private static void Lines<T>(StreamWriter text, Form form, string heading, IEnumerable<T> items, Func<T, string> csv, Func<T, string> json, CancellationToken stop)
    {
        text.Write(form == Form.Csv ? heading + "\r\n" : "[");
        var first = true;
        foreach (var item in items)
        {
            if (stop.IsCancellationRequested) return;
            if (form == Form.Csv) text.Write(csv(item) + "\r\n");
            else text.Write((first ? "\n" : ",\n") + json(item));
            first = false;
        }
        if (form == Form.Json) text.Write("\n]\n");
    }
}
