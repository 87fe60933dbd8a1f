using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>What one article tells about the fold of all countries: kept by a store, it lets one country be folded without a look at the others.</summary>
/// <param name="Known">The day on which the article came to be known.</param>
/// <param name="Last">The last day on which anything in it came to be known, or null where nothing was read in it.</param>
/// <param name="Home">The country that it is mostly about, "" where that is not known.</param>
/// <param name="Strays">True where it has entries without a country of their own: they are of its home.</param>
/// <param name="Quoted">What it resolves the names of sources to, in order.</param>
public sealed record ArticleDigest(DateOnly Known, DateOnly? Last, string Home, bool Strays, ImmutableArray<QuotedIdentity> Quoted)
{
    /// <summary>Changes with anything that would make another digest of the same article, or other copies of the same articles.</summary>
    public const int Form = 1;

    /// <summary>How many days there may be between an article and its copy.</summary>
    public const int DaysApart = Stories.DaysApart;

    /// <summary>The digest of an article and what stands of it.</summary>
    public static ArticleDigest Of(ArticleEntry article, IReadOnlyCollection<LedgerEntry> entries) => new(article.Known, entries.Count == 0 ? null : entries.Max(entry => entry.Known),
        Homes.Of(entries.Select(entry => entry.Statement)), entries.Any(entry => Homes.Own(entry.Statement).Length == 0),
        [.. entries.SelectMany(entry => OriginBook.Quoted(entry.Statement).Select(quoted => (Key: Origins.Key(quoted.Name), quoted.Actor, entry.Known)))
            .GroupBy(quoted => (quoted.Key, quoted.Actor)).Select(group => new QuotedIdentity(group.Key.Key, group.Key.Actor, group.Min(quoted => quoted.Known)))
            .OrderBy(quoted => quoted.Key, StringComparer.Ordinal).ThenBy(quoted => quoted.Actor, StringComparer.Ordinal)]);

    /// <summary>The country that a statement is of by its own place, or "".</summary>
    public static string CountryOf(Statement statement) => Homes.Own(statement);

    /// <summary>The pairs of copies among some articles.</summary>
    public static IEnumerable<CopyPair> Copies(IEnumerable<ArticleEntry> articles)
    {
        var stories = new Stories();
        foreach (var (article, shingles) in articles.AsParallel().AsOrdered().Select(article => (article, Shingles.Of(article.Text)))) stories.Add(article, shingles);
        return stories.Copies().Select(copy => new CopyPair(copy.One.Id, copy.Other.Id, copy.Alike));
    }
}

/// <summary>Which country a statement is folded in.</summary>
internal static class Homes
{
    /// <summary>That of its place, or "".</summary>
    public static string Own(Statement statement) => statement.Place?.Place is { Country.Length: > 0 } place ? place.Country : "";

    /// <summary>The country that most of an article's places are in, for those of its statements that have none; of equals the first by code.</summary>
    public static string Of(IEnumerable<Statement> statements) => statements.Select(Own).Where(country => country.Length > 0)
        .GroupBy(country => country, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? "";
}
