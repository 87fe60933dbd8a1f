using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>The fold: entries in, in any order; the picture out.</summary>
internal static class PictureBuilder
{
    public static Picture Build(IEnumerable<LedgerEntry> entries, IReadOnlyDictionary<string, ArticleEntry> articles, PictureOptions options)
    {
        var known = entries.DistinctBy(entry => entry.Statement.Id, StringComparer.Ordinal)
            .Where(entry => options.KnownAt is not { } day || entry.Known <= day).Order(LedgerOrder.Entries).ToList();
        var told = articles.Values.Where(article => options.KnownAt is not { } day || article.Known <= day).ToDictionary(article => article.Id, StringComparer.Ordinal);
        var asOf = options.AsOf ?? options.KnownAt ?? (known.Count > 0 ? known.Max(entry => entry.Known) : default);

        var origins = new Origins(told, known);
        var facts = Facts(known, told, origins, asOf);
        var byId = facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        var past = facts.Where(fact => fact.Said.Mode != Mode.Actual || fact.By(asOf)).ToList();

        var happenings = Happenings.Of(past);
        var control = Control.Of(past, asOf);
        return new Picture
        {
            AsOf = asOf,
            KnownAt = options.KnownAt,
            Happenings = happenings,
            Control = control,
            Tallies = Tallies.Of(past, control),
            Commitments = Commitments.Of(past, asOf),
            Movements = Movements.Of(past, asOf),
            Harm = Harms.Of(happenings, byId),
            Disagreements = Disagreements.Of(past, happenings, byId),
            Claims = [.. Claims(happenings, control)],
            Evidence = new Evidence(facts.Select(fact => fact.Entry), told, origins),
        };
    }

    private static List<Fact> Facts(List<LedgerEntry> known, Dictionary<string, ArticleEntry> articles, Origins origins, DateOnly asOf)
    {
        var contents = new Contents(known, articles);
        return [.. known.Where(entry => !contents.SaidAgain(entry))
            .Select(entry => Fact.Of(entry, origins, contents.TakenBack(entry), articles.GetValueOrDefault(entry.ArticleId)))
            // What became known after the day may tell of it, but what it announces was not yet announced.
            .Where(fact => fact.Said.Mode == Mode.Actual || fact.Known <= asOf)
            .Order(Fact.Order)];
    }

    private static IEnumerable<Claim> Claims(ImmutableArray<Happening> happenings, ImmutableArray<PlaceControl> control) =>
        happenings.Select(h => new Claim(h.Id, h.Types[0], h.Agents, h.Place, h.Standing))
            .Concat(control.SelectMany(place => place.Spans.Select(span => new Claim(span.Id, "hold", span.Holder is { } holder ? [holder] : [], place.Place, span.Standing))));
}
