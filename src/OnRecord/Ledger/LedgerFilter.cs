using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>What a query asks beyond words and marks; the same for every store.</summary>
public static class LedgerFilter
{
    /// <summary>True where an entry is of the days, the article and the record time asked for, and stands unless what was superseded is asked for too.</summary>
    public static bool Passes(LedgerQuery query, LedgerEntry entry) =>
        (query.ArticleId is null || entry.ArticleId == query.ArticleId)
        && Within(query, entry.Published)
        && (query.AsOf is not { } state || Of(entry) <= state)
        && (query.KnownAt is not { } day || entry.Known <= day)
        && (query.ReadBy is not { } moment || entry.RecordedAt <= moment)
        && (query.Superseded || entry.Superseded is null)
        && ValidTime.Meets(entry.Statement, entry.Published, query.From, query.To);

    /// <summary>True where an article is of the days and the record time asked for.</summary>
    public static bool Passes(LedgerQuery query, ArticleEntry article) =>
        (query.ArticleId is null || article.Id == query.ArticleId)
        && Within(query, article.Published)
        && (query.AsOf is not { } state || (article.Published ?? article.Known) <= state)
        && (query.KnownAt is not { } day || article.Known <= day)
        && (query.ReadBy is not { } moment || article.RecordedAt <= moment);

    /// <summary>True where title and text of an article meet all the terms.</summary>
    public static bool Meets(ArticleEntry article, ImmutableArray<SearchTerm> terms)
    {
        var words = SearchWords.Cut(SearchColumns.Of(article));
        return terms.All(term => term.Met(words));
    }

    // The day from which on it had happened as far as is said; what is announced, threatened or foreseen is of the day on which it came to be known.
    private static DateOnly Of(LedgerEntry entry) => entry.Statement is { Mode: Mode.Actual, Time: { } time } ? time.From ?? time.To ?? entry.Known : entry.Known;

    private static bool Within(LedgerQuery query, DateOnly? published) =>
        (query.Since is null || published >= query.Since) && (query.Until is null || published <= query.Until);
}
