using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>Which entries to give; a null filter lets everything pass.</summary>
/// <param name="Since">Published on or after.</param>
/// <param name="Until">Published on or before.</param>
/// <param name="Type">Statement type.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the statement's place.</param>
/// <param name="Area">Name of the statement's place, first-order division or country, accents folded, ignoring case.</param>
/// <param name="ArticleId">Only entries of this article.</param>
/// <param name="Offset">How many to skip; where there are many, <see cref="After"/> is faster.</param>
/// <param name="Limit">How many at most; null for all.</param>
public sealed record LedgerQuery(DateOnly? Since = null, DateOnly? Until = null, string? Type = null, string? Country = null, string? Area = null,
    string? ArticleId = null, int Offset = 0, int? Limit = null)
{
    /// <summary>Words, "phrases in quotation marks" and beginnings* that must all occur: for entries in the clause or the names of places, participants and sources; for articles in title or text.</summary>
    public string? Text { get; init; }

    /// <summary>Only statements of this mode.</summary>
    public Mode? Mode { get; init; }

    /// <summary>Who does it or to whom it is done: an identity ("taliban"; "AF" stands for "AF/military" too) or words of a name.</summary>
    public string? Actor { get; init; }

    /// <summary>By whose word: an identity, or words of the name of a source in the chain or of the outlet.</summary>
    public string? Source { get; init; }

    /// <summary>Valid time: what is said to happen or hold on this day or later; where a statement gives no time, its day of publication stands for it.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Valid time: what is said to happen or hold on this day or before; where a statement gives no time, its day of publication stands for it.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The state of things on a day: only what had happened or held by it, or, where it is still to come, had been announced by it; of articles, those published by it.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Record time: only what had come to be known by this day.</summary>
    public DateOnly? KnownAt { get; init; }

    /// <summary>Record time: only what had been read by this moment, and as the record then had it.</summary>
    public DateTimeOffset? ReadBy { get; init; }

    /// <summary>True to give also what an older reader read and a newer one no longer finds.</summary>
    public bool Superseded { get; init; }

    /// <summary>True for the reverse order; those without a day of publication still come last.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Only what comes after this place in the order.</summary>
    public LedgerCursor? After { get; init; }

    /// <summary>True where a filter asks for something that only statements have.</summary>
    public bool AsksForStatements => this is not { Type: null, Country: null, Area: null, Mode: null, Actor: null, Source: null, From: null, To: null };
}

/// <summary>A page of a longer list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">What to give as <see cref="LedgerQuery.After"/> for the page that follows, or null where this is the last.</param>
public sealed record LedgerPage<T>(ImmutableArray<T> Items, LedgerCursor? Next);

/// <summary>Pages of a ledger.</summary>
public static class LedgerPages
{
    /// <summary>How many entries a page has where nothing else is asked for.</summary>
    public const int Usual = 50;

    /// <summary>The entries of a page of <see cref="LedgerQuery.Limit"/> entries.</summary>
    public static LedgerPage<LedgerEntry> PageOfEntries(this ILedger ledger, LedgerQuery query) => Page(ledger.Entries, query, LedgerCursor.Of);

    /// <summary>The articles of a page of <see cref="LedgerQuery.Limit"/> articles.</summary>
    public static LedgerPage<ArticleEntry> PageOfArticles(this ILedger ledger, LedgerQuery query) => Page(ledger.Articles, query, LedgerCursor.Of);

    // One more than asked for is drawn, to know whether there is more.
    private static LedgerPage<T> Page<T>(Func<LedgerQuery, IEnumerable<T>> draw, LedgerQuery query, Func<T, LedgerCursor> cursor)
    {
        var limit = Math.Clamp(query.Limit ?? Usual, 1, int.MaxValue - 1);
        var items = draw(query with { Limit = limit + 1 }).ToList();
        return items.Count <= limit ? new LedgerPage<T>([.. items], null) : new LedgerPage<T>([.. items.Take(limit)], cursor(items[limit - 1]));
    }
}
