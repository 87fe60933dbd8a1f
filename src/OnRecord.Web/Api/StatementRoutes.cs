using System.Collections.Immutable;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>Statements, the articles they stand in, and the evidence for a line.</summary>
internal static class StatementRoutes
{
    private static readonly string[] Filters = ["q", "type", "mode", "polarity", "stance", "actor", "area", "source", "from", "to", "known"];

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.Of("statements", "All statements, searched and filtered, newest first.", [.. Filters, "order", "limit", "offset", "cursor"], AnswerJson.Default.RowPage, Rows),
        ApiRoute.Of("facets", "What the statements found have in common: each value with its count.", Filters, AnswerJson.Default.Facets, Facets),
        ApiRoute.Of("statements/{id}", "One statement with the words of each field, its chain of sources, its article, and what it is part of.", [], AnswerJson.Default.StatementDetail, Statement),
        ApiRoute.Of("articles", "The articles on record, newest first.", ["from", "to", "source", "limit", "cursor"], AnswerJson.Default.ArticlePage, Articles),
        ApiRoute.Of("articles/{id}", "One article: its text and where its statements stand in it.", [], AnswerJson.Default.ArticleDetail, Article),
        ApiRoute.Of("evidence", "The words and the chain of sources of up to a hundred entries.", ["ids"], AnswerJson.Default.EvidenceList, Evidence),
    ];

    private static Shown Last(Snapshot snapshot) => new(snapshot, snapshot.Draw(null, null));

    private static RowPage Rows(Snapshot snapshot, Ask ask)
    {
        var found = snapshot.Table.Find(ask.Statements());
        var shown = Last(snapshot);
        return new RowPage(snapshot.Version, found.Count, ask.Offset, [.. found.Skip(ask.Offset).Take(ask.Limit).Select(row => shown.Row(row.Entry))],
            ask.Offset + ask.Limit < found.Count ? Ask.Cursor(ask.Offset + ask.Limit, snapshot.Version) : null);
    }

    private static Facets Facets(Snapshot snapshot, Ask ask)
    {
        var found = snapshot.Table.Find(ask.Statements());
        return new Facets(snapshot.Version, found.Count, [.. StatementTable.Facets(found).Select(facet => new Facet(facet.Name, [.. facet.Values.Select(value => new FacetItem(value.Value, value.Label, value.Count))]))]);
    }

    private static Outcome<StatementDetail> Statement(Snapshot snapshot, Ask ask)
    {
        if (Entry(snapshot, ask.Id!) is not { } entry) return new Problem("there is no such statement", "id", "");
        var s = entry.Statement;
        var shown = Last(snapshot);
        var place = Shown.Place(Spots.Of(s.Place));
        return new StatementDetail(snapshot.Version, s.Id, entry.Known, s.Type, StatementTable.Word(s.Mode), StatementTable.Word(s.Polarity), StatementTable.Word(s.Stance), shown.Parties(Parties.Of(s.Agent)),
            shown.Parties(Parties.Of(s.Patient)), place, s.Place?.Unresolved, s.Quantity?.Text, s.Time?.From, s.Time?.To, s.Deadline?.Day, s.Span.Start, s.Span.End, Marks(snapshot, s), shown.Chain(entry), shown.Origin(entry),
            PartOf(snapshot, shown, s.Id), snapshot.Articles.TryGetValue(entry.ArticleId, out var article) ? Detail(snapshot, article) : null);
    }

    // A field without words of its own in the text marks nothing.
    private static ImmutableArray<Mark> Marks(Snapshot snapshot, Statement s)
    {
        var privacy = snapshot.Privacy;
        return [.. new[] { new Mark("trigger", s.Trigger.Start, s.Trigger.End, s.Type) }
            .Concat(s.Agent.Select(p => Marked("agent", p.Span, privacy.Show(p))))
            .Concat(s.Patient.Select(p => Marked("patient", p.Span, privacy.Show(p))))
            .Concat(s.Place is { } place ? [Marked("place", place.Span, place.Name)] : [])
            .Concat(s.Quantity is { } quantity ? [Marked("quantity", quantity.Span, quantity.Text)] : [])
            .Concat(s.Time is { } time ? [Marked("time", time.Span, "")] : [])
            .Concat(s.Deadline is { } deadline ? [Marked("deadline", deadline.Span, "")] : [])
            .Concat(s.Sources.Select(source => Marked("source", source.Span, privacy.Show(source))))
            .Concat(s.Cues.Select(cue => Marked(cue.Field, cue.Span, cue.Why)))
            .Where(mark => mark.End > mark.Start)];
    }

    private static Mark Marked(string field, TextSpan span, string text) => new(field, span.Start, span.End, text);

    private static ImmutableArray<PartOf> PartOf(Snapshot snapshot, Shown shown, string id) =>
    [
        .. snapshot.Whole.Happenings.Where(h => h.Entries.Contains(id) || h.Denials.Contains(id)).Select(h => new PartOf("happening", h.Id, shown.Of(h).Line)),
        .. snapshot.Whole.Control.SelectMany(c => c.Spans.Where(span => span.Entries.Contains(id)).Select(span => new PartOf("control", c.Place.Key, $"{c.Place.Name}: {(span.Holder is { } holder ? shown.Holder(holder) : "changed hands")}"))),
        .. snapshot.Whole.Commitments.Where(c => c.Entries.Contains(id) || c.Moved.Contains(id)).Select(c => new PartOf("commitment", c.Id, shown.Of(c).Line)),
        .. snapshot.Whole.Disagreements.Where(d => d.Sides.Any(side => side.Entries.Contains(id))).Select(d => new PartOf("disagreement", d.Id, shown.Of(d).About)),
    ];

    private static ArticlePage Articles(Snapshot snapshot, Ask ask)
    {
        var found = snapshot.Articles.Values.Where(article => (ask.From is null || article.Published >= ask.From) && (ask.To is null || article.Published <= ask.To)
                && (ask.Source is null || article.Outlet is { } outlet && PlaceNames.Fold(outlet) == PlaceNames.Fold(ask.Source)))
            .OrderByDescending(article => article.Published).ThenBy(article => article.Id, StringComparer.Ordinal).ToList();
        return new ArticlePage(snapshot.Version, found.Count, [.. found.Skip(ask.Offset).Take(ask.Limit).Select(article => Item(snapshot, article))],
            ask.Offset + ask.Limit < found.Count ? Ask.Cursor(ask.Offset + ask.Limit, snapshot.Version) : null);
    }

    private static Outcome<ArticleDetail> Article(Snapshot snapshot, Ask ask) =>
        snapshot.Articles.TryGetValue(ask.Id!, out var article) ? Detail(snapshot, article) : new Problem("there is no such article", "id", "");

    private static EvidenceList Evidence(Snapshot snapshot, Ask ask)
    {
        var shown = Last(snapshot);
        return new EvidenceList(snapshot.Version, [.. ask.Ids.Distinct().Select(id => snapshot.ById.GetValueOrDefault(id)).OfType<LedgerEntry>().Select(shown.Evidence)]);
    }

    private static ArticleDetail Detail(Snapshot snapshot, ArticleEntry article)
    {
        var words = snapshot.Redaction.Of(article);
        return new ArticleDetail(snapshot.Version, article.Id, words.Title, article.Outlet, article.Byline is null || snapshot.Privacy.ShowsAll ? article.Byline : null, article.Dateline, article.Agency, article.Published,
            Shown.Address(article.Url), words.Text, [.. snapshot.OfArticle[article.Id].Select(entry => entry.Statement).OrderBy(s => s.Trigger.Start).Select(s =>
                new ArticleStatement(s.Id, s.Type, StatementTable.Word(s.Mode), StatementTable.Word(s.Polarity), s.Span.Start, s.Span.End, s.Trigger.Start, s.Trigger.End))],
            [.. snapshot.Whole.Evidence.Story(article.Id).Where(id => id != article.Id && snapshot.Articles.ContainsKey(id)).Select(id => Item(snapshot, snapshot.Articles[id]))]);
    }

    private static ArticleItem Item(Snapshot snapshot, ArticleEntry article) =>
        new(article.Id, snapshot.Redaction.Of(article).Title, article.Outlet, article.Agency, article.Published, Shown.Address(article.Url), snapshot.OfArticle[article.Id].Count());

    private static LedgerEntry? Entry(Snapshot snapshot, string id)
    {
        if (snapshot.ById.TryGetValue(id, out var exact)) return exact;
        var near = snapshot.Entries.Where(entry => entry.Statement.Id.StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        return near is [var one] ? one : null;
    }
}
