using System.Collections.Immutable;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>The entries and articles that a picture rests on, and the independent origin of each entry.</summary>
public sealed class Evidence
{
    private readonly ImmutableSortedDictionary<string, LedgerEntry> _entries;
    private readonly IReadOnlyDictionary<string, ArticleEntry> _articles;
    private readonly Origins _origins;

    internal Evidence(IEnumerable<LedgerEntry> entries, IReadOnlyDictionary<string, ArticleEntry> articles, Origins origins)
    {
        _entries = entries.ToImmutableSortedDictionary(entry => entry.Statement.Id, entry => entry, StringComparer.Ordinal);
        _articles = articles;
        _origins = origins;
    }

    /// <summary>Of a picture of nothing.</summary>
    public static Evidence None { get; } = new([], ImmutableDictionary<string, ArticleEntry>.Empty, new Origins(ImmutableDictionary<string, ArticleEntry>.Empty, []));

    /// <summary>The ids of all entries, sorted.</summary>
    public IEnumerable<string> Ids => _entries.Keys;

    /// <summary>The entry of an id that the picture names.</summary>
    public LedgerEntry Entry(string id) => _entries[id];

    /// <summary>The article of an entry, or null where it was not given.</summary>
    public ArticleEntry? Article(LedgerEntry entry) => _articles.GetValueOrDefault(entry.ArticleId);

    /// <summary>The independent origin that an entry counts under.</summary>
    public string Origin(LedgerEntry entry) => _origins.Of(entry);

    /// <summary>The articles that tell one story with this one (near-duplicate texts), itself included, sorted by id.</summary>
    public ImmutableArray<string> Story(string articleId) => _origins.Story(articleId);
}
