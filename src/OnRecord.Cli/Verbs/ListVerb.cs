using System.CommandLine;
using System.CommandLine.Parsing;
using OnRecord.Cli.Output;
using OnRecord.Ledger;
using OnRecord.Statements;
using OnRecord.Storage;

namespace OnRecord.Cli.Verbs;

/// <summary><c>list</c>: what is on record, filtered and in pages.</summary>
internal static class ListVerb
{
    private const int PageLength = 50;

    public static Command Create(Surroundings s)
    {
        var command = new Command("list", "Lists what is on record, and what it comes to on a day.")
        {
            Sub("statements", "The statements, in order of publication.", s, Statements),
            Sub("articles", "The articles, in order of publication.", s, Articles),
        };
        foreach (var (kind, description) in PictureListVerb.Kinds) command.Add(PictureListVerb.Create(s, kind, description));
        return command;
    }

    private static Command Sub(string name, string description, Surroundings s, Func<Surroundings, ILedger, LedgerQuery, bool, int> list)
    {
        var since = Shared.Day("--since", "Published on or after this day.");
        var until = Shared.Day("--until", "Published on or before this day.");
        var type = new Option<string?>("--type") { Description = "Only statements of this type (capture, kill …).", HelpName = "TYPE" };
        var country = new Option<string?>("--country") { Description = "Only where the place is in this country (AF).", HelpName = "CODE" };
        var area = new Option<string?>("--area") { Description = "Only this place, province or country.", HelpName = "NAME" };
        var article = new Option<string?>("--article") { Description = "Only of this article.", HelpName = "ID" };
        var text = new Option<string?>("--text") { Description = "Only where these words, \"phrases\" and beginnings* occur.", HelpName = "WORDS" };
        var mode = new Option<Mode?>("--mode") { Description = "Only statements of this mode (actual, planned, pledge …).", HelpName = "MODE" };
        var actor = new Option<string?>("--actor") { Description = "Only where this actor takes part: an identity (AF/military) or words of a name.", HelpName = "WHO" };
        var source = new Option<string?>("--source") { Description = "Only by the word of this source or outlet: an identity or words of a name.", HelpName = "WHO" };
        var from = Shared.Day("--from", "What is said to happen or hold on this day or later.");
        var to = Shared.Day("--to", "What is said to happen or hold on this day or before.");
        var asOf = Shared.Day("--as-of", "The state of things on this day: what had happened, been announced or been published by then.");
        var known = Shared.KnownAt();
        var superseded = new Option<bool>("--superseded") { Description = "Also what an older reader read and a newer one no longer finds." };
        var newest = new Option<bool>("--newest") { Description = "The newest first." };
        var after = new Option<LedgerCursor?>("--after") { Description = "Only what comes after this place, as the page before names it.", HelpName = "PLACE", CustomParser = Cursor };
        var offset = Shared.Count("--offset", "How many to pass over.");
        var limit = Shared.Count("--limit", $"How many to show (default: {PageLength}; all with --json).");
        var json = Shared.Json();
        var command = new Command(name, description) { since, until, type, country, area, article, text, mode, actor, source, from, to, asOf, known, superseded, newest, after, offset, limit, json };
        command.SetAction(parsed =>
        {
            var opened = Records.Open(parsed.RecordPath(s), readOnly: true);
            if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
            using (ledger)
            {
                var asJson = parsed.GetValue(json);
                var query = new LedgerQuery(parsed.GetValue(since), parsed.GetValue(until), parsed.GetValue(type), parsed.GetValue(country)?.ToUpperInvariant(), parsed.GetValue(area),
                    parsed.GetValue(article) is { } id ? ledger.Article(id)?.Id ?? id : null, parsed.GetValue(offset) ?? 0, parsed.GetValue(limit) ?? (asJson ? null : PageLength))
                {
                    Text = parsed.GetValue(text),
                    Mode = parsed.GetValue(mode),
                    Actor = parsed.GetValue(actor),
                    Source = parsed.GetValue(source),
                    From = parsed.GetValue(from),
                    To = parsed.GetValue(to),
                    AsOf = parsed.GetValue(asOf),
                    KnownAt = parsed.GetValue(known),
                    Superseded = parsed.GetValue(superseded),
                    NewestFirst = parsed.GetValue(newest),
                    After = parsed.GetValue(after),
                };
                return list(s, ledger, query, asJson);
            }
        });
        return command;
    }

    private static int Statements(Surroundings s, ILedger ledger, LedgerQuery query, bool json)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        return Show(s, ledger.Entries, query, LedgerCursor.Of, StatementText.Line, entry => new JsonWriter().Object(o => o
            .StatementMembers(entry.Statement, Text(entry.ArticleId))
            .Name("article").Value(entry.ArticleId).Name("outlet").Value(entry.Outlet).Name("published").Value(entry.Published)
            .Name("known").Value(entry.Known).Name("recorded").Value(entry.RecordedAt).Name("reader").Value(entry.Reader).Name("superseded").Value(entry.Superseded)), json);

        // Entries of one article come one after the other, so that one text at a time is enough.
        string Text(string article)
        {
            if (texts.TryGetValue(article, out var text)) return text;
            texts.Clear();
            return texts[article] = ledger.Article(article)?.Text ?? "";
        }
    }

    private static int Articles(Surroundings s, ILedger ledger, LedgerQuery query, bool json) => Show(s, ledger.Articles, query, LedgerCursor.Of,
        a => $"{StatementText.Short(a.Id)}  {StatementText.Day(a.Published),-10}  {a.Outlet ?? "unknown outlet",-28}  {a.Title ?? (a.Url is null ? StatementText.Beginning(a.Text) : a.Url)}{(Notice(a) is { } notice ? $"  ({notice.ToString().ToLowerInvariant()})" : "")}",
        a => new JsonWriter().Object(o => o.ArticleMembers(a).Name("notice").Value(Notice(a)?.ToString().ToLowerInvariant())), json);

    private static ArticleChange? Notice(ArticleEntry article) => ArticleNotices.Of(article)?.Change;

    private static LedgerCursor? Cursor(ArgumentResult result)
    {
        var parsed = LedgerCursor.Parse(result.Tokens is [var token] ? token.Value : "");
        if (parsed.Problem is { } problem) result.AddError(problem.ToString());
        return parsed.Value;
    }

    // One more than asked for is drawn, to know whether there is more.
    private static int Show<T>(Surroundings s, Func<LedgerQuery, IEnumerable<T>> draw, LedgerQuery query, Func<T, LedgerCursor> place, Func<T, string> line, Func<T, JsonWriter> json, bool asJson)
    {
        var shown = 0;
        LedgerCursor? last = null;
        foreach (var item in draw(query with { Limit = query.Limit is { } page ? Math.Min(page, int.MaxValue - 1) + 1 : null }))
        {
            if (s.Stop.IsCancellationRequested) break;
            if (shown == query.Limit)
            {
                if (!asJson) s.Out.WriteLine($"… more: --after {last}");
                break;
            }
            s.Out.WriteLine(asJson ? json(item).ToString() : line(item));
            (shown, last) = (shown + 1, place(item));
        }
        if (shown == 0 && !asJson) s.Out.WriteLine("Nothing on record is like this.");
        return ExitCodes.Done;
    }
}
