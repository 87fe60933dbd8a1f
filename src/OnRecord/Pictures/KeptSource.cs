using System.Collections.Concurrent;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>Gets the entries and articles that a kept fold rests on from the record when they are asked for: a few one by one, and all at once for those who want many.</summary>
internal sealed class KeptSource(ILedger ledger, string country)
{
    private const int Few = 200;

    private readonly ConcurrentDictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ArticleEntry?> _articles = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _asked;
    private bool _whole;

    /// <summary>The entry of an id.</summary>
    public LedgerEntry Entry(string id)
    {
        if (!_entries.ContainsKey(id)) Ask();
        return _entries.GetOrAdd(id, one => ledger.Entry(one) ?? throw new ArgumentException($"the record has no entry {one}", nameof(id)));
    }

    /// <summary>The article of an id, or null.</summary>
    public ArticleEntry? Article(string id)
    {
        if (!_articles.ContainsKey(id)) Ask();
        return _articles.GetOrAdd(id, ledger.Article);
    }

    private void Ask()
    {
        lock (_lock)
        {
            if (_whole || ++_asked <= Few) return;
            _whole = true;
            if (ledger.PartOf(country) is not { } part) return;
            foreach (var entry in part.Entries) _entries.TryAdd(entry.Statement.Id, entry);
            foreach (var article in part.Articles) _articles.TryAdd(article.Id, article);
        }
    }
}
