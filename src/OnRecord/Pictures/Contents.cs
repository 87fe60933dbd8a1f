using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Articles that came again under one key with other content: the newest speaks; what only an older one said is taken back.</summary>
internal sealed class Contents
{
    private readonly Dictionary<string, string> _newest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _retracted = new(StringComparer.Ordinal);
    private readonly HashSet<(string Article, string Gist)> _gists = [];

    public Contents(IEnumerable<LedgerEntry> entries, IReadOnlyDictionary<string, ArticleEntry> articles)
    {
        foreach (var versions in articles.Values.GroupBy(article => article.Key, StringComparer.Ordinal))
        {
            var newest = versions.OrderBy(article => article.RecordedAt).ThenBy(article => article.Published ?? DateOnly.MinValue)
                .ThenBy(article => article.Id, StringComparer.Ordinal).Last();
            foreach (var version in versions) _newest[version.Id] = newest.Id;
            if (IsRetraction(newest.Title)) _retracted.Add(newest.Id);
        }
        foreach (var entry in entries) _gists.Add((entry.ArticleId, Gist(entry.Statement)));
    }

    /// <summary>True where a newer content of the article says the same.</summary>
    public bool SaidAgain(LedgerEntry entry) => Newer(entry) is { } newer && _gists.Contains((newer, Gist(entry.Statement)));

    /// <summary>True where the newest content of the article no longer says it, or takes all of it back.</summary>
    public bool TakenBack(LedgerEntry entry) =>
        Newer(entry) is not null || _newest.TryGetValue(entry.ArticleId, out var newest) && _retracted.Contains(newest);

    private string? Newer(LedgerEntry entry) => _newest.TryGetValue(entry.ArticleId, out var newest) && newest != entry.ArticleId ? newest : null;

    // What a statement comes to, without its place in the text.
    private static string Gist(Statement s) => string.Join('\u001f', s.Type, s.Mode, s.Polarity, Spots.Of(s.Place)?.Key, s.Quantity?.Low, s.Quantity?.High,
        string.Join('\u001e', Parties.Of(s.Agent).Select(p => p.Key)), string.Join('\u001e', Parties.Of(s.Patient).Select(p => p.Key)));

    private static bool IsRetraction(string? title) => title is not null
        && (title.StartsWith("retract", StringComparison.OrdinalIgnoreCase) || title.StartsWith("withdrawn:", StringComparison.OrdinalIgnoreCase));
}
