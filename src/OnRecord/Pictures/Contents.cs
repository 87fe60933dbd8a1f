using System.Collections.Concurrent;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Articles that came again with other content: the newest speaks; what only an older one said is taken back, and all of it where the newest withdraws it.</summary>
internal sealed class Contents
{
    private readonly Dictionary<string, string> _newest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);
    private readonly Func<string, IEnumerable<LedgerEntry>> _entriesOf;
    private readonly ConcurrentDictionary<string, HashSet<string>> _gists = new(StringComparer.Ordinal);

    /// <param name="articles">The articles known that may be versions of others, or withdrawn.</param>
    /// <param name="entriesOf">The entries of an article.</param>
    public Contents(IEnumerable<ArticleEntry> articles, Func<string, IEnumerable<LedgerEntry>> entriesOf)
    {
        _entriesOf = entriesOf;
        foreach (var versions in ArticleVersions.Group(articles))
        {
            var newest = versions[^1];
            foreach (var version in versions)
            {
                if (version != newest) _newest[version.Article.Id] = newest.Article.Id;
                if (newest.Change == ArticleChange.Withdrawn) _withdrawn.Add(version.Article.Id);
            }
        }
    }

    /// <summary>True where a newer content of the article says the same.</summary>
    public bool SaidAgain(LedgerEntry entry) => _newest.TryGetValue(entry.ArticleId, out var newer) && Gists(newer).Contains(Gist(entry.Statement));

    /// <summary>True where the newest content of the article no longer says it, or takes all of it back.</summary>
    public bool TakenBack(LedgerEntry entry) => _newest.ContainsKey(entry.ArticleId) || _withdrawn.Contains(entry.ArticleId);

    private HashSet<string> Gists(string article) => _gists.GetOrAdd(article, id => [.. _entriesOf(id).Select(entry => Gist(entry.Statement))]);

    // What a statement comes to, without its place in the text.
    private static string Gist(Statement s) => string.Join('\u001f', s.Type, s.Mode, s.Polarity, Spots.Of(s.Place)?.Key, s.Quantity?.Low, s.Quantity?.High,
        string.Join('\u001e', Parties.Of(s.Agent).Select(p => p.Key)), string.Join('\u001e', Parties.Of(s.Patient).Select(p => p.Key)));
}

/// <summary>Keeps those articles that may be versions of others, or withdrawn, so that the rest need not be looked at again.</summary>
internal sealed class VersionBook
{
    private static readonly string[] Signs = ["retract", "withdraw"];

    private readonly Dictionary<string, ArticleEntry> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ArticleEntry> _kept = new(StringComparer.Ordinal);

    /// <summary>The articles kept.</summary>
    public IEnumerable<ArticleEntry> Kept => _kept.Values;

    /// <summary>Adds an article.</summary>
    public void Add(ArticleEntry article)
    {
        Under("key " + article.Key, article);
        if (ArticleVersions.Link(article.Url) is { } link) Under("link " + link, article);
        if (Signs.Any(sign => article.Title?.Contains(sign, StringComparison.OrdinalIgnoreCase) == true || article.Text.Contains(sign, StringComparison.OrdinalIgnoreCase))
            && ArticleNotices.Of(article)?.Change == ArticleChange.Withdrawn) _kept[article.Id] = article;
    }

    private void Under(string name, ArticleEntry article)
    {
        if (_first.TryAdd(name, article)) return;
        _kept[_first[name].Id] = _first[name];
        _kept[article.Id] = article;
    }
}
