using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using OnRecord.Pictures;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>The lists of a picture: each as of a day and as known on a day.</summary>
internal static class PictureRoutes
{
    private static readonly string[] Both = ["asOf", "known"];
    private static readonly string[] Paging = ["limit", "cursor"];

    public static IEnumerable<ApiRoute> All =>
    [
        List("happenings", "What happened, in order of day: one act, many reports.", ["area", "actor", "type", "standing", "source", "from", "to"], AnswerJson.Default.PageHappeningItem, p => p.Happenings,
            (f, h) => f.Area(h.Place) && f.Actor(h.Agents, h.Patients) && f.Type(h.Types) && f.Standing(h.Standing) && f.Source(h.Entries) && f.Time(h.When), (s, h) => s.Of(h)),
        List("claims", "The standing of each happening and of each span of control, with the rule that gave it.", ["area", "actor", "type", "standing"], AnswerJson.Default.PageClaimItem, p => p.Claims,
            (f, c) => f.Area(c.Place) && f.Actor(c.Agents) && f.Type(c.Type) && f.Standing(c.Standing), (s, c) => s.Of(c)),
        List("control", "Who held which place and when; unknown before the first word about it.", ["area", "actor", "standing"], AnswerJson.Default.PageControlItem, p => p.Control,
            (f, c) => f.Area(c.Place) && c.Spans.Any(span => f.Actor(span.Holder is { } holder ? [holder] : []) && f.Standing(span.Standing)), (s, c) => s.Of(c)),
        List("movements", "Forces and people on the move.", ["area", "actor", "type", "standing", "source", "from", "to"], AnswerJson.Default.PageMovementItem, p => p.Movements,
            (f, m) => f.Area(m.Place) && f.Actor(m.Force, m.Whom) && f.Type(m.Type) && f.Standing(m.Standing) && f.Source(m.Entries) && f.Time(m.When), (s, m) => s.Of(m)),
        List("harm", "Acts against persons: who is said to have done them, who alleges it, who denies it.", ["area", "actor", "type", "standing", "source", "from", "to"], AnswerJson.Default.PageHarmItem, p => p.Harm,
            (f, h) => f.Area(h.Place) && f.Actor(h.Alleged, h.Victims) && f.Type(h.Types) && f.Standing(h.Standing) && f.Source(h.Entries) && f.Time(h.When), (s, h) => s.Of(h)),
        ApiRoute.Of("commitments", "What was announced, aimed at, threatened, promised, demanded, asked for or foreseen, and what became of it.",
            [.. Both, "area", "actor", "type", "mode", "state", "source", .. Paging], AnswerJson.Default.PageCommitmentItem, Commitments),
        ApiRoute.Of("disagreements", "Claims that cannot both hold, side by side.", [.. Both, "area", "kind", "from", "to", .. Paging], AnswerJson.Default.PageDisagreementItem, Disagreements),
        List("tallies", "Counts and shares that reports give, each beside the record's own count where it has one.", ["area"], AnswerJson.Default.PageTallyItem, p => p.Tallies, (f, t) => f.Area(t.Place), (s, t) => s.Of(t)),
    ];

    private static ApiRoute List<TPart, TItem>(string path, string summary, string[] filters, JsonTypeInfo<Page<TItem>> type, Func<Picture, ImmutableArray<TPart>> parts, Func<Filters, TPart, bool> passes, Func<Shown, TPart, TItem> item) =>
        ApiRoute.Of(path, summary, [.. Both, .. filters, .. Paging], type, (snapshot, ask) =>
        {
            var drawn = snapshot.Draw(ask.AsOf, ask.Known);
            var filter = new Filters(snapshot, ask);
            return Paged(snapshot, ask, drawn, [.. parts(drawn.Picture).Where(part => passes(filter, part))], item);
        });

    private static Page<CommitmentItem> Commitments(Snapshot snapshot, Ask ask)
    {
        var drawn = snapshot.Draw(ask.AsOf, ask.Known);
        var filter = new Filters(snapshot, ask);
        return Paged(snapshot, ask, drawn, [.. drawn.Picture.Commitments.Where(c => filter.Area(c.Place) && filter.Actor(c.Agents, c.Patients) && filter.Type(c.Type) && filter.Source(c.Entries)
            && (ask.Mode is null || StatementTable.Word(c.Mode) == ask.Mode) && (ask.State is null || StatementTable.Word(c.State) == ask.State))], (shown, c) => shown.Of(c));
    }

    private static Page<DisagreementItem> Disagreements(Snapshot snapshot, Ask ask)
    {
        var drawn = snapshot.Draw(ask.AsOf, ask.Known);
        var filter = new Filters(snapshot, ask);
        return Paged(snapshot, ask, drawn, [.. drawn.Picture.Disagreements.Where(d => filter.Area(d.Place) && filter.Time(d.When) && (ask.Kind is null || d.Kind == ask.Kind))
            .OrderByDescending(d => d.When.To ?? d.When.From).ThenBy(d => d.Id, StringComparer.Ordinal)], (shown, d) => shown.Of(d));
    }

    private static Page<TItem> Paged<TPart, TItem>(Snapshot snapshot, Ask ask, Drawn drawn, IReadOnlyList<TPart> all, Func<Shown, TPart, TItem> item)
    {
        var shown = new Shown(snapshot, drawn);
        return new Page<TItem>(snapshot.Version, drawn.Picture.AsOf, drawn.Known, all.Count, [.. all.Skip(ask.Offset).Take(ask.Limit).Select(part => item(shown, part))],
            ask.Offset + ask.Limit < all.Count ? Ask.Cursor(ask.Offset + ask.Limit, snapshot.Version) : null);
    }
}
