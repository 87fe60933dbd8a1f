using System.Collections.Immutable;

namespace OnRecord.Ledger;

/// <summary>A ledger that lives as long as the process: for reading without keeping, and for tests.</summary>
public sealed class MemoryLedger : ILedger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ArticleEntry> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Kept> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Kept>> _ofArticle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ArticleEntry>> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ArticleEntry>> _byLink = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public AppendResult Append(ArticleEntry article, IReadOnlyList<LedgerEntry> entries, string? reader = null)
    {
        ILedger.Validate(article, entries);
        lock (_lock)
        {
            var articleAdded = _articles.TryAdd(article.Id, article);
            if (articleAdded) Place(article);
            var result = new AppendResult(articleAdded, 0) { Change = articleAdded ? ArticleVersions.Change(article, _contents[article.Key].Count > 1) : default };
            var readers = _readers[article.Id];
            if (reader is not null && readers.Any(other => other == reader || ReaderVersion.Newer(other, reader))) return result;
            var again = reader is not null && !articleAdded;
            if (reader is not null) readers.Add(reader);
            var added = 0;
            foreach (var entry in entries)
            {
                if (!_entries.TryAdd(entry.Statement.Id, new Kept(entry with { Reader = reader }, SearchColumns.Of(_articles[article.Id], entry.Statement)))) continue;
                _ofArticle[entry.ArticleId].Add(_entries[entry.Statement.Id]);
                added++;
            }
            return result with { StatementsAdded = added, Superseded = again ? Supersede(article, entries) : 0 };
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<ArticleReading> readings)
    {
        foreach (var reading in readings) ILedger.Validate(reading.Article, reading.Entries);
        lock (_lock) return [.. readings.Select(reading => Append(reading.Article, reading.Entries, reading.Reader))];
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Entries(LedgerQuery query)
    {
        lock (_lock) return Page(Found(query).Select(found => found.Entry).Order(LedgerOrder.Entries), query, LedgerCursor.Of);
    }

    /// <inheritdoc/>
    public IEnumerable<ArticleEntry> Articles(LedgerQuery query)
    {
        lock (_lock)
        {
            var asked = query.AsksForStatements ? Found(query with { Text = null }).Select(found => found.Entry.ArticleId).ToHashSet(StringComparer.Ordinal) : null;
            var text = SearchTerms.OfText(query.Text);
            return Page(_articles.Values.Where(article => asked?.Contains(article.Id) != false).Select(WithSeen)
                .Where(article => LedgerFilter.Passes(query, article) && (text.IsEmpty || LedgerFilter.Meets(article, text))).Order(LedgerOrder.Articles), query, LedgerCursor.Of);
        }
    }

    /// <inheritdoc/>
    public LedgerEntry? Entry(string id)
    {
        lock (_lock) return OneOrNull(_entries, id) is { } kept ? AsOf(kept, null) : null;
    }

    /// <inheritdoc/>
    public ArticleEntry? Article(string id)
    {
        lock (_lock) return Find(id) is { } article ? WithSeen(article) : null;
    }

    /// <inheritdoc/>
    public ImmutableArray<ArticleVersion> Versions(string id)
    {
        lock (_lock) return Find(id) is { } article ? Of(article.Id) : [];
    }

    /// <inheritdoc/>
    public (long Articles, long Statements) Count()
    {
        lock (_lock) return (_articles.Count, _entries.Values.Count(kept => AsOf(kept, null).Superseded is null));
    }

    /// <summary>Nothing is held that must be given back.</summary>
    public void Dispose()
    {
    }

    private IEnumerable<(LedgerEntry Entry, SearchColumns Columns)> Found(LedgerQuery query)
    {
        var terms = SearchTerms.OfStatements(query);
        return _entries.Values.Where(kept => terms.All(term => term.Met(kept.Columns))).Select(kept => (AsOf(kept, query.ReadBy), kept.Columns))
            .Where(found => LedgerFilter.Passes(query, found.Item1));
    }

    private LedgerEntry AsOf(Kept kept, DateTimeOffset? moment)
    {
        var superseded = kept.Verdicts.LastOrDefault(verdict => moment is not { } by || verdict.At <= by) is { Stands: false } last && last.At != default ? last.At : (DateTimeOffset?)null;
        return kept.Entry with { Seen = WithSeen(_articles[kept.Entry.ArticleId]).Seen, Superseded = superseded };
    }

    private int Supersede(ArticleEntry article, IReadOnlyList<LedgerEntry> entries)
    {
        var found = entries.Select(entry => entry.Statement.Id).ToHashSet(StringComparer.Ordinal);
        var gone = 0;
        foreach (var kept in _ofArticle[article.Id])
        {
            var (stood, stands) = (kept.Verdicts.Count == 0 || kept.Verdicts[^1].Stands, found.Contains(kept.Entry.Statement.Id));
            if (stood != stands) kept.Verdicts.Add((article.RecordedAt, stands));
            if (stood && !stands) gone++;
        }
        return gone;
    }

    // An article stands with the other contents of its key, or of its address where those are much the same.
    private void Place(ArticleEntry article)
    {
        (_ofArticle[article.Id], _readers[article.Id]) = ([], []);
        var link = ArticleVersions.Link(article.Url);
        var same = _contents.GetValueOrDefault(article.Key)
            ?? (link is not null && _byLink.TryGetValue(link, out var there) && there.Find(other => ArticleVersions.Alike(article, other)) is { } alike ? _contents[alike.Key] : []);
        same.Add(article);
        _contents[article.Key] = same;
        if (link is null) return;
        if (!_byLink.TryGetValue(link, out var linked)) _byLink[link] = linked = [];
        linked.Add(article);
    }

    private ArticleEntry WithSeen(ArticleEntry article) => _contents[article.Key].Any(other => other.RecordedAt < article.RecordedAt)
        ? article with { Seen = DateOnly.FromDateTime(article.RecordedAt.UtcDateTime) }
        : article;

    private ImmutableArray<ArticleVersion> Of(string id) => ArticleVersions.Of(_contents[_articles[id].Key].Select(WithSeen));

    private ArticleEntry? Find(string id) => _articles.GetValueOrDefault(id)
        ?? _articles.Values.Where(article => article.Key == id).Order(ArticleVersions.Order).LastOrDefault()
        ?? OneOrNull(_articles, id);

    private static IEnumerable<T> Page<T>(IOrderedEnumerable<T> all, LedgerQuery query, Func<T, LedgerCursor> place)
    {
        var ordered = all.ToList();
        if (query.NewestFirst) ordered = [.. Enumerable.Reverse(ordered).OrderBy(item => place(item).Published is null ? 1 : 0)];
        var after = query.After is { } cursor ? ordered.Where(item => LedgerOrder.IsAfter(place(item), cursor, query.NewestFirst)) : ordered;
        return [.. after.Skip(query.Offset).Take(query.Limit ?? int.MaxValue)];
    }

    private static T? OneOrNull<T>(Dictionary<string, T> byId, string id) where T : class
    {
        if (id.Length == 0) return null;
        if (byId.TryGetValue(id, out var exact)) return exact;
        var found = byId.Where(pair => pair.Key.StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count == 1 ? found[0].Value : null;
    }

    private sealed record Kept(LedgerEntry Entry, SearchColumns Columns)
    {
        public List<(DateTimeOffset At, bool Stands)> Verdicts { get; } = [];
    }
}
