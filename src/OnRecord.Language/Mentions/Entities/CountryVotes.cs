using System.Collections.Immutable;
using OnRecord.Language.Mentions.Actors;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Which countries an article is about, by how often it points at each.</summary>
internal sealed class CountryVotes
{
    private readonly SortedDictionary<string, double> _votes = new(StringComparer.Ordinal);

    /// <summary>The country pointed at most, or null where none is or two are alike.</summary>
    public string? Main
    {
        get
        {
            var ranked = _votes.OrderByDescending(v => v.Value).ToList();
            return ranked.Count == 0 || (ranked.Count > 1 && ranked[0].Value - ranked[1].Value < 0.4) ? null : ranked[0].Key;
        }
    }

    /// <summary>The country that has more than half of the votes, or twice those of any other; null where none has.</summary>
    public string? Home => Main is { } main && _votes[main] >= 0.7 && (_votes[main] > 0.5 * _votes.Values.Sum() || _votes.All(v => v.Key == main || v.Value * 2 <= _votes[main])) ? main : null;

    public ImmutableSortedDictionary<string, int> Counts =>
        _votes.ToImmutableSortedDictionary(v => v.Key, v => (int)Math.Max(1, Math.Round(v.Value)), StringComparer.Ordinal);

    public static CountryVotes Count(Scene scene, ImmutableArray<List<NameSpan>> names)
    {
        var votes = new CountryVotes();
        foreach (var span in names.SelectMany(n => n))
        {
            if (span.Bearers.Select(b => b.Entry.Id).Distinct().Count() != 1) continue;
            var entry = span.Bearers[0].Entry;
            if (entry.Countries.Length == 0 || entry.Kind == ActorKind.Outlet) continue;
            // A group stands for its home; the outlets and great bodies for none.
            var weight = entry.Kind switch { ActorKind.Country => span.Bearers[0].Use is NameUse.Name or NameUse.Demonym ? 1.0 : 0.7, ActorKind.Institution => 0.5, ActorKind.Group when entry.Countries.Length == 1 => 1.0, _ => 0.5 };
            votes.Add(entry.Countries[0], weight);
        }
        foreach (var beside in (string?[])[scene.Article.Dateline, scene.Article.Title])
            foreach (var word in ActorKey.Parts(beside ?? ""))
                if (scene.Actors.Bearers(word.Text) is [{ Entry: { Kind: ActorKind.Country } entry }]) votes.Add(entry.Countries[0], 0.7);
        return votes;
    }

    public CountryVotes With(IEnumerable<Draft> drafts)
    {
        var votes = new CountryVotes();
        foreach (var (country, weight) in _votes) votes.Add(country, weight);
        foreach (var draft in drafts)
            if (draft.Place is { Kind: not PlaceKind.Country and not PlaceKind.Region, Country.Length: > 0 } place) votes.Add(place.Country, 1.5);
        return votes;
    }

    private void Add(string country, double weight) => _votes[country] = _votes.GetValueOrDefault(country) + weight;
}
