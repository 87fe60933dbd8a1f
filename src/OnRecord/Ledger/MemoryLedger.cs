namespace OnRecord.Ledger;

/// <summary>A ledger that lives as long as the process: for reading without keeping, and for tests.</summary>
public sealed class MemoryLedger : ILedger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ArticleEntry> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LedgerEntry>> _ofArticle = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public AppendResult Append(ArticleEntry article, IReadOnlyList<LedgerEntry> entries)
    {
        ILedger.Validate(article, entries);
        lock (_lock)
        {
            var articleAdded = _articles.TryAdd(article.Id, article);
            if (articleAdded) _ofArticle.Add(article.Id, []);
            var added = 0;
            foreach (var entry in entries)
            {
                if (!_entries.TryAdd(entry.Statement.Id, entry)) continue;
                _ofArticle[entry.ArticleId].Add(entry);
                added++;
            }
            return new AppendResult(articleAdded, added);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Entries(LedgerQuery query)
    {
        lock (_lock) return Page([.. _entries.Values.Where(entry => Passes(query, entry)).Order(LedgerOrder.Entries)], query);
    }

    /// <inheritdoc/>
    public IEnumerable<ArticleEntry> Articles(LedgerQuery query)
    {
        var byStatement = query is not { Type: null, Country: null, Area: null };
        lock (_lock)
            return Page([.. _articles.Values
                .Where(article => (query.ArticleId is null || article.Id == query.ArticleId) && Within(query, article.Published)
                    && (!byStatement || _ofArticle[article.Id].Any(entry => Passes(query, entry))))
                .Order(LedgerOrder.Articles)], query);
    }

    /// <inheritdoc/>
    public LedgerEntry? Entry(string id)
    {
        lock (_lock) return OneOrNull(_entries, id);
    }

    /// <inheritdoc/>
    public ArticleEntry? Article(string id)
    {
        lock (_lock)
            return _articles.GetValueOrDefault(id)
                ?? _articles.Values.Where(article => article.Key == id).OrderByDescending(article => article.RecordedAt)
                    .ThenBy(article => article.Id, StringComparer.Ordinal).FirstOrDefault()
                ?? OneOrNull(_articles, id);
    }

    /// <inheritdoc/>
    public (long Articles, long Statements) Count()
    {
        lock (_lock) return (_articles.Count, _entries.Count);
    }

    /// <summary>Nothing is held that must be given back.</summary>
    public void Dispose()
    {
    }

    private static bool Passes(LedgerQuery query, LedgerEntry entry) =>
        (query.ArticleId is null || entry.ArticleId == query.ArticleId)
        && (query.Type is null || entry.Statement.Type == query.Type)
        && (query.Country is null || entry.Statement.Place?.Place?.Country == query.Country)
        && (query.Area is null || PlaceNames.Of(entry.Statement.Place).Within(query.Area))
        && Within(query, entry.Published);

    private static bool Within(LedgerQuery query, DateOnly? published) =>
        (query.Since is null || published >= query.Since) && (query.Until is null || published <= query.Until);

    private static IEnumerable<T> Page<T>(List<T> all, LedgerQuery query) => all.Skip(query.Offset).Take(query.Limit ?? int.MaxValue);

    private static T? OneOrNull<T>(Dictionary<string, T> byId, string id) where T : class
    {
        if (id.Length == 0) return null;
        if (byId.TryGetValue(id, out var exact)) return exact;
        var found = byId.Where(pair => pair.Key.StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count == 1 ? found[0].Value : null;
    }
}
