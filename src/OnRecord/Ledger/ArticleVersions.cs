using System.Collections.Immutable;

namespace OnRecord.Ledger;

/// <summary>One content of an article beside its others.</summary>
/// <param name="Article">The article with this content.</param>
/// <param name="Change">What it is to the content before it.</param>
/// <param name="Words">The words that say that it was corrected or withdrawn, or null.</param>
/// <param name="Before">The id of the content before it, or null.</param>
public sealed record ArticleVersion(ArticleEntry Article, ArticleChange Change, string? Words, string? Before);

/// <summary>Which contents are versions of one article, and in which order they came.</summary>
public static class ArticleVersions
{
    private const int Run = 3;
    private const double Share = 0.5;

    /// <summary>The order of contents of one article: by day, then notices of correction and withdrawal after what they speak of, then by the moment of reading, then by id.</summary>
    public static IComparer<ArticleEntry> Order { get; } = Comparer<ArticleEntry>.Create((a, b) =>
    {
        var order = Day(a).CompareTo(Day(b));
        if (order == 0) order = Rank(a).CompareTo(Rank(b));
        if (order == 0) order = a.RecordedAt.CompareTo(b.RecordedAt);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    /// <summary>The contents of one article, the first first.</summary>
    public static ImmutableArray<ArticleVersion> Of(IEnumerable<ArticleEntry> contents)
    {
        var versions = ImmutableArray.CreateBuilder<ArticleVersion>();
        foreach (var article in contents.Order(Order))
        {
            var notice = ArticleNotices.Of(article);
            versions.Add(new ArticleVersion(article, notice?.Change ?? (versions.Count == 0 ? ArticleChange.First : ArticleChange.Changed), notice?.Words,
                versions.Count == 0 ? null : versions[^1].Article.Id));
        }
        return versions.ToImmutable();
    }

    /// <summary>What an article is that comes to a record: what it says of itself, else whether there is another content of it.</summary>
    public static ArticleChange Change(ArticleEntry article, bool others) => ArticleNotices.Of(article)?.Change ?? (others ? ArticleChange.Changed : ArticleChange.First);

    /// <summary>All articles by what they are versions of: the same key, or the same address and much the same words (or a notice that withdraws them).</summary>
    public static IEnumerable<ImmutableArray<ArticleVersion>> Group(IEnumerable<ArticleEntry> articles)
    {
        var groups = articles.OrderBy(article => article.Id, StringComparer.Ordinal).GroupBy(article => article.Key, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        var byLink = new Dictionary<string, List<List<ArticleEntry>>>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var home = group;
            foreach (var link in group.Select(article => Link(article.Url)).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (!byLink.TryGetValue(link, out var others)) byLink[link] = others = [];
                if (others.Find(other => other != home && other.Any(a => group.Any(b => Alike(a, b)))) is { } same)
                {
                    same.AddRange(home);
                    home.Clear();
                    home = same;
                }
                else if (!others.Contains(home)) others.Add(home);
            }
        }
        return groups.Where(group => group.Count > 0).Select(Of);
    }

    /// <summary>An address without what does not tell articles apart (scheme, "www.", tracking, fragment); null where it leads to no one article.</summary>
    public static string? Link(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        var path = uri.AbsolutePath.TrimEnd('/');
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("fbclid=", StringComparison.Ordinal) && !part.StartsWith("gclid=", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
        if (path.Length == 0 && query.Length == 0) return null;
        var host = uri.Host.ToLowerInvariant();
        foreach (var ahead in new[] { "www.", "m.", "amp." })
            if (host.StartsWith(ahead, StringComparison.Ordinal)) host = host[ahead.Length..];
        return query.Length == 0 ? host + path : $"{host}{path}?{query}";
    }

    /// <summary>True where two contents under one address are versions of one article, and not two items of one page.</summary>
    public static bool Alike(ArticleEntry a, ArticleEntry b)
    {
        if (a.Title is { Length: > 0 } title && b.Title is { } other && PlaceNames.Fold(title) == PlaceNames.Fold(other)) return true;
        if (ArticleNotices.Of(a)?.Change == ArticleChange.Withdrawn || ArticleNotices.Of(b)?.Change == ArticleChange.Withdrawn) return true;
        var (one, two) = (Runs(a.Text), Runs(b.Text));
        return one.Count > 0 && two.Count > 0 && one.Count(two.Contains) >= Share * Math.Min(one.Count, two.Count);
    }

    private static HashSet<string> Runs(string text)
    {
        var words = PlaceNames.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(i => string.Join(' ', words, i, Run))];
    }

    private static DateOnly Day(ArticleEntry article) => article.Published ?? DateOnly.FromDateTime(article.RecordedAt.UtcDateTime);

    private static int Rank(ArticleEntry article) => (int)(ArticleNotices.Of(article)?.Change ?? ArticleChange.First);
}
