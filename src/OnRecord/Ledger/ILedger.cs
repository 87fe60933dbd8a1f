namespace OnRecord.Ledger;

/// <summary>Which entries to give; a null filter lets everything pass.</summary>
/// <param name="Since">Published on or after.</param>
/// <param name="Until">Published on or before.</param>
/// <param name="Type">Statement type.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the statement's place.</param>
/// <param name="Area">Name of the statement's place, first-order division or country, accents folded, ignoring case.</param>
/// <param name="ArticleId">Only entries of this article.</param>
/// <param name="Offset">How many to skip.</param>
/// <param name="Limit">How many at most; null for all.</param>
public sealed record LedgerQuery(DateOnly? Since = null, DateOnly? Until = null, string? Type = null, string? Country = null, string? Area = null,
    string? ArticleId = null, int Offset = 0, int? Limit = null);

/// <summary>What an append did.</summary>
public sealed record AppendResult(bool ArticleAdded, int StatementsAdded);

/// <summary>An append-only record of articles and statements; nothing in it is ever changed or deleted, and what is there already is not added again.
/// Safe to use from several threads. Where the store itself fails, every member, and the enumerations it gave, throws <see cref="LedgerFailure"/> and nothing else.</summary>
public interface ILedger : IDisposable
{
    /// <summary>Adds an article with all its statements in one transaction; entries whose ids are present are left as they are.</summary>
    AppendResult Append(ArticleEntry article, IReadOnlyList<LedgerEntry> entries);

    /// <summary>Entries ordered by publication day (unknown last), then article id, then trigger position, then id: an order that does not depend on arrival.</summary>
    IEnumerable<LedgerEntry> Entries(LedgerQuery query);

    /// <summary>Articles ordered by publication day (unknown last), then id; with a type, country or area, those that have such a statement.</summary>
    IEnumerable<ArticleEntry> Articles(LedgerQuery query);

    /// <summary>The entry whose id is or starts with <paramref name="id"/>, or null where none or more than one does.</summary>
    LedgerEntry? Entry(string id);

    /// <summary>The article whose id is or starts with <paramref name="id"/> or whose key equals it, the latest content where several do; or null.</summary>
    ArticleEntry? Article(string id);

    /// <summary>How many articles and statements there are.</summary>
    (long Articles, long Statements) Count();

    /// <summary>Throws where entries handed to <see cref="Append"/> are not of its article: that is a mistake in the caller.</summary>
    protected static void Validate(ArticleEntry article, IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
            if (entry.ArticleId != article.Id)
                throw new ArgumentException($"entry {entry.Statement.Id} is of article {entry.ArticleId}, not {article.Id}", nameof(entries));
    }
}
