using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>What passes the filters of a request.</summary>
internal sealed class Filters(Snapshot snapshot, Ask ask)
{
    public bool Area(Spot? place) => ask.Area is not { } area || place is not null && (place.Place is { } known
        ? PlaceNames.Of(new StatementPlace(place.Name, known, null, default)).Within(area)
        : PlaceNames.Fold(place.Name) == PlaceNames.Fold(area));

    public bool Actor(params ReadOnlySpan<ImmutableArray<Party>> parties)
    {
        if (ask.Actor is not { } actor) return true;
        foreach (var some in parties)
            foreach (var party in some)
                if (party.Key == actor || Parties.Body(party.Key) == actor || PlaceNames.Fold(snapshot.Privacy.Show(party)) == PlaceNames.Fold(actor)) return true;
        return false;
    }

    public bool Type(params IEnumerable<string> types) => ask.Type is not { } type || types.Contains(type, StringComparer.Ordinal);

    public bool Standing(Verdict verdict) => ask.Standing is not { } standing || StatementTable.Word(verdict.Standing) == standing;

    public bool Source(ImmutableArray<string> entries) => ask.Source is not { } source || entries.Any(id => snapshot.ById.TryGetValue(id, out var entry)
        && (entry.Outlet is { } outlet && PlaceNames.Fold(outlet) == PlaceNames.Fold(source) || entry.Statement.Sources.Any(voice => PlaceNames.Fold(snapshot.Privacy.Show(voice)) == PlaceNames.Fold(source))));

    /// <summary>True where the days overlap those asked for; what has no day passes only where none is asked for.</summary>
    public bool Time(DayRange when) => ask.From is null && ask.To is null
        || (when.From ?? when.To) is { } first && (when.To ?? when.From) is { } last && !(last < ask.From) && !(first > ask.To);
}
