using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Pictures;

namespace OnRecord.Web.Snapshots;

/// <summary>What statements to find; a null filter lets everything pass.</summary>
internal sealed record StatementQuestion(string? Words = null, string? Type = null, string? Mode = null, string? Polarity = null, string? Stance = null, string? Actor = null,
    string? Area = null, string? Source = null, DateOnly? From = null, DateOnly? To = null, DateOnly? Known = null, bool OldestFirst = false);

/// <summary>A value that statements have, how it reads, and how many of those found have it.</summary>
internal sealed record FacetCount(string Value, string Label, int Count);

/// <summary>All statements with what they can be found by, worked out once.</summary>
internal sealed class StatementTable
{
    private const int MostValues = 40;

    private readonly Snapshot _snapshot;
    private readonly Lazy<ImmutableArray<Row>> _rows;
    private readonly WordSearch _search;

    public StatementTable(Snapshot snapshot, WordSearch search)
    {
        (_snapshot, _search) = (snapshot, search);
        _rows = new(() => [.. snapshot.Entries.Select(Made)]);
    }

    /// <summary>A statement with the names that it is found by.</summary>
    internal sealed record Row(LedgerEntry Entry, ImmutableArray<string> Actors, PlaceNames Places, string Voice);

    /// <summary>The rows that answer, in order of day.</summary>
    public List<Row> Find(StatementQuestion question)
    {
        var hits = string.IsNullOrWhiteSpace(question.Words) ? null : _search.Find(question.Words);
        var found = _rows.Value.Where(row => hits?.Contains(row.Entry.Statement.Id) != false && Passes(row, question)).ToList();
        if (!question.OldestFirst) found.Reverse();
        return found;
    }

    /// <summary>The values of each facet among the rows, most frequent first.</summary>
    public static IReadOnlyList<(string Name, ImmutableArray<FacetCount> Values)> Facets(IReadOnlyList<Row> rows) =>
    [
        ("type", Count(rows, row => [row.Entry.Statement.Type])),
        ("mode", Count(rows, row => [Word(row.Entry.Statement.Mode)])),
        ("stance", Count(rows, row => [Word(row.Entry.Statement.Stance)])),
        ("actor", Count(rows, row => row.Actors)),
        ("area", Count(rows, row => [row.Entry.Statement.Place?.Place is { } place ? place.Admin1.Length > 0 ? place.Admin1 : place.Name : ""])),
        ("source", Count(rows, row => [row.Voice])),
    ];

    public static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static ImmutableArray<FacetCount> Count(IReadOnlyList<Row> rows, Func<Row, IEnumerable<string>> values) =>
        [.. rows.SelectMany(row => values(row).Distinct()).Where(value => value.Length > 0).CountBy(value => value, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostValues)
            .Select(pair => new FacetCount(pair.Key, pair.Key.Replace('_', ' '), pair.Value))];

    private static bool Passes(Row row, StatementQuestion q)
    {
        var s = row.Entry.Statement;
        return (q.Type is null || s.Type == q.Type) && (q.Mode is null || Word(s.Mode) == q.Mode) && (q.Polarity is null || Word(s.Polarity) == q.Polarity)
            && (q.Stance is null || Word(s.Stance) == q.Stance)
            && (q.From is null || row.Entry.Known >= q.From) && (q.To is null || row.Entry.Known <= q.To) && (q.Known is null || row.Entry.Known <= q.Known)
            && (q.Actor is null || row.Actors.Any(actor => Same(actor, q.Actor)))
            && (q.Source is null || Same(row.Voice, q.Source) || row.Entry.Outlet is { } outlet && Same(outlet, q.Source))
            && (q.Area is null || row.Places.Within(q.Area));
    }

    private static bool Same(string a, string b) => a == b || PlaceNames.Fold(a) == PlaceNames.Fold(b);

    private Row Made(LedgerEntry entry)
    {
        var s = entry.Statement;
        var privacy = _snapshot.Privacy;
        var actors = s.Agent.Concat(s.Patient).Select(privacy.Show).Distinct().ToImmutableArray();
        var voice = s.Sources.FirstOrDefault(Origins.Named) is { } named ? privacy.Show(named) : entry.Outlet ?? "";
        return new Row(entry, actors, PlaceNames.Of(s.Place), voice);
    }
}
