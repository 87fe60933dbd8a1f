using System.Collections.Immutable;
using OnRecord.Pictures;
using OnRecord.Views;

namespace OnRecord.Web.Snapshots;

/// <summary>A side that holds places: its number gives its colour.</summary>
internal sealed record KnownSide(int Number, string Key, string Name, int Places);

/// <summary>Who holds places anywhere in the record, so that a side has one name and one colour on every day.</summary>
internal sealed class Sides
{
    private readonly Dictionary<string, KnownSide> _byKey = new(StringComparer.Ordinal);

    public Sides(Picture whole, Phrases phrases)
    {
        var holders = whole.Control.SelectMany(place => place.Spans.Where(span => span.Holder is not null).Select(span => (Holder: span.Holder!, place.Place.Key))).ToList();
        var groups = new List<List<(Party Holder, string Key)>>();
        foreach (var group in holders.GroupBy(pair => pair.Holder.Key, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            if (groups.Find(side => Parties.SameSide(side[0].Holder.Key, group.Key)) is { } side) side.AddRange(group);
            else groups.Add([.. group]);
        }
        All = [.. groups.Select(group => (Group: group, Places: group.Select(pair => pair.Key).Distinct().Count())).OrderByDescending(pair => pair.Places)
            .Select((pair, i) => new KnownSide(i, pair.Group[0].Holder.Key, phrases.Holder(Plainest(pair.Group.Select(p => p.Holder))), pair.Places))];
        for (var i = 0; i < groups.Count; i++)
            foreach (var (holder, _) in groups[i]) _byKey[holder.Key] = All.First(side => side.Key == groups[i][0].Holder.Key);
    }

    /// <summary>The sides, those with most places first.</summary>
    public ImmutableArray<KnownSide> All { get; }

    /// <summary>The number of a holder's side, or null where it holds nothing on the last day's picture.</summary>
    public int? Of(Party? holder)
    {
        if (holder is null) return null;
        if (_byKey.TryGetValue(holder.Key, out var side)) return side.Number;
        return All.FirstOrDefault(known => Parties.SameSide(known.Key, holder.Key))?.Number;
    }

    /// <summary>The name that all parts of a side go by.</summary>
    public string? Name(Party? holder) => Of(holder) is { } number ? All[number].Name : null;

    private static Party Plainest(IEnumerable<Party> holders) => holders.OrderBy(holder => holder.Name.Length).ThenBy(holder => holder.Name, StringComparer.Ordinal).First(holder => holder.Name.Length > 0);
}
