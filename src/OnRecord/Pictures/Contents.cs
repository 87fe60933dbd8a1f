using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Articles that came again under one key with other content: the newest speaks; what only an older one said is taken back.</summary>
internal sealed class Contents
{
    private readonly Dictionary<string, string> _newest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _retracted = new(StringComparer.Ordinal);
    private readonly Func<string, IEnumerable<LedgerEntry>> _entriesOf;
    private readonly Dictionary<string, HashSet<string>> _gists = new(StringComparer.Ordinal);

    /// <param name="articles">The articles known.</param>
    /// <param name="entriesOf">The entries of an article.</param>
    public Contents(IEnumerable<ArticleEntry> articles, Func<string, IEnumerable<LedgerEntry>> entriesOf)
    {
        _entriesOf = entriesOf;
        foreach (var versions in articles.GroupBy(article => article.Key, StringComparer.Ordinal))
        {
            var newest = versions.OrderBy(article => article.RecordedAt).ThenBy(article => article.Published ?? DateOnly.MinValue)
                .ThenBy(article => article.Id, StringComparer.Ordinal).Last();
            foreach (var version in versions)
                if (version.Id != newest.Id) _newest[version.Id] = newest.Id;
            if (!IsRetraction(newest.Title)) continue;
            foreach (var version in versions) _retracted.Add(version.Id);
        }
    }

    /// <summary>True where a newer content of the article says the same.</summary>
    public bool SaidAgain(LedgerEntry entry) => _newest.TryGetValue(entry.ArticleId, out var newer) && Gists(newer).Contains(Gist(entry.Statement));

    /// <summary>True where the newest content of the article no longer says it, or takes all of it back.</summary>
    public bool TakenBack(LedgerEntry entry) => _newest.ContainsKey(entry.ArticleId) || _retracted.Contains(entry.ArticleId);

    private HashSet<string> Gists(string article) => _gists.TryGetValue(article, out var known) ? known
        : _gists[article] = [.. _entriesOf(article).Select(entry => Gist(entry.Statement))];

    // What a statement comes to, without its place in the text.
    private static string Gist(Statement s) => string.Join('\u001f', s.Type, s.Mode, s.Polarity, Spots.Of(s.Place)?.Key, s.Quantity?.Low, s.Quantity?.High,
        string.Join('\u001e', Parties.Of(s.Agent).Select(p => p.Key)), string.Join('\u001e', Parties.Of(s.Patient).Select(p => p.Key)));

    private static bool IsRetraction(string? title) => title is not null
        && (title.StartsWith("retract", StringComparison.OrdinalIgnoreCase) || title.StartsWith("withdrawn:", StringComparison.OrdinalIgnoreCase));
}
