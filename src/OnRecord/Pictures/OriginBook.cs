using System.Collections.Concurrent;
using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Keeps what is needed to tell independent origins apart, for any day on which the record is looked at.</summary>
internal sealed class OriginBook
{
    private readonly Dictionary<string, Dictionary<string, DateOnly>> _identities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Stories _stories = new();
    private ImmutableArray<Copy>? _copies;

    /// <summary>Adds an article.</summary>
    public void Add(ArticleEntry article) => _stories.Add(article, Shingles.Of(article.Text));

    /// <summary>Adds what an entry tells of the identities of its sources: an outlet is often quoted by others, and what it is resolved to there is its key everywhere.</summary>
    public void Add(LedgerEntry entry)
    {
        foreach (var (name, actor) in Quoted(entry.Statement)) Add(Key(name), actor, entry.Known);
    }

    /// <summary>Takes what was found before: the copies among the articles, and what names of sources are resolved to.</summary>
    public void Take(IEnumerable<Copy> copies, IEnumerable<QuotedIdentity> quoted)
    {
        _copies = [.. copies];
        foreach (var one in quoted) Add(one.Key, one.Actor, one.Known);
    }

    /// <summary>The names of sources that a statement resolves to a body of its own, and not to a part of one.</summary>
    public static IEnumerable<(string Name, string Actor)> Quoted(Statement statement)
    {
        foreach (var source in statement.Sources)
            if (source.Actor is { Length: > 2 } actor && !actor.Contains('/')) yield return (source.Name, actor);
    }

    /// <summary>The origins by what was known on a day, or by all.</summary>
    public Origins At(DateOnly? knownAt, IReadOnlyDictionary<string, ArticleEntry> articles)
    {
        return new Origins(id => articles.GetValueOrDefault(id), (_copies ?? _stories.Copies()).Where(copy => !(copy.One.Known > knownAt) && !(copy.Other.Known > knownAt)), Key, Identity);

        // A name that reports resolve to two identities has none.
        string? Identity(string key)
        {
            if (!_identities.TryGetValue(key, out var found)) return null;
            var known = found.Where(pair => !(pair.Value > knownAt)).Take(2).ToList();
            return known.Count == 1 ? known[0].Key : null;
        }
    }

    /// <summary>What the names are resolved to by all that is known, under their keys; those that are resolved to more than one identity have none.</summary>
    public IReadOnlyDictionary<string, string> Identities =>
        new SortedDictionary<string, string>(_identities.Where(pair => pair.Value.Count == 1).ToDictionary(pair => pair.Key, pair => pair.Value.Keys.Single()), StringComparer.Ordinal);

    private void Add(string key, string actor, DateOnly known)
    {
        if (!_identities.TryGetValue(key, out var found)) _identities[key] = found = new(StringComparer.Ordinal);
        if (!found.TryGetValue(actor, out var first) || known < first) found[actor] = known;
    }

    private string Key(string name) => _keys.GetOrAdd(name, Origins.Key);
}
