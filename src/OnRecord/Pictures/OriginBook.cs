using System.Collections.Concurrent;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>Keeps what is needed to tell independent origins apart, for any day on which the record is looked at.</summary>
internal sealed class OriginBook
{
    private readonly Dictionary<string, Dictionary<string, DateOnly>> _identities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Stories _stories = new();

    /// <summary>Adds an article.</summary>
    public void Add(ArticleEntry article) => _stories.Add(article, Shingles.Of(article.Text));

    /// <summary>Adds what an entry tells of the identities of its sources: an outlet is often quoted by others, and what it is resolved to there is its key everywhere.</summary>
    public void Add(LedgerEntry entry)
    {
        foreach (var source in entry.Statement.Sources)
        {
            if (source.Actor is not { Length: > 2 } actor || actor.Contains('/')) continue;
            var key = Key(source.Name);
            if (!_identities.TryGetValue(key, out var found)) _identities[key] = found = new(StringComparer.Ordinal);
            if (!found.TryGetValue(actor, out var first) || entry.Known < first) found[actor] = entry.Known;
        }
    }

    /// <summary>The origins by what was known on a day, or by all.</summary>
    public Origins At(DateOnly? knownAt, IReadOnlyDictionary<string, ArticleEntry> articles)
    {
        return new Origins(articles, _stories.Copies().Where(copy => !(copy.One.Known > knownAt) && !(copy.Other.Known > knownAt)), Key, Identity);

        // A name that reports resolve to two identities has none.
        string? Identity(string key)
        {
            if (!_identities.TryGetValue(key, out var found)) return null;
            var known = found.Where(pair => !(pair.Value > knownAt)).Take(2).ToList();
            return known.Count == 1 ? known[0].Key : null;
        }
    }

    private string Key(string name) => _keys.GetOrAdd(name, Origins.Key);
}
