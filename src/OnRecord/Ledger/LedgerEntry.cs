using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>An article as the record knows it: what it was when it was read, and when that was.</summary>
/// <param name="Id">The content id: hash of the article's identity and text, so that a changed article is another entry.</param>
/// <param name="Key">The identity under which it was handed in (id or URL); many contents may share it.</param>
/// <param name="Title">The headline, or null.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Byline">Who wrote it, or null.</param>
/// <param name="Dateline">The place at its head, or null.</param>
/// <param name="Agency">The agency credited, or null.</param>
/// <param name="Published">The day of publication, or null.</param>
/// <param name="Url">Where it was published, or null.</param>
/// <param name="Text">The untouched text.</param>
/// <param name="RecordedAt">When it was read, UTC.</param>
public sealed record ArticleEntry(string Id, string Key, string? Title, string? Outlet, string? Byline, string? Dateline, string? Agency,
    DateOnly? Published, string? Url, string Text, DateTimeOffset RecordedAt)
{
    /// <summary>The entry of an article read at <paramref name="recordedAt"/>.</summary>
    public static ArticleEntry Of(Article article, DateTimeOffset recordedAt) => new(
        ContentId.OfArticle(article.Id, article.Text, article.Title, article.Outlet, article.Published), article.Id, article.Title, article.Outlet,
        article.Byline, article.Dateline, article.Agency, article.Published, article.Url, article.Text, recordedAt.ToUniversalTime());

    /// <summary>The entry of a statement of this article, its id set to that of its content.</summary>
    public LedgerEntry Entry(Statement statement) => new(ContentId.Identified(Id, statement), Id, Outlet, Published, RecordedAt);
}

/// <summary>A statement as it came to be known: valid time is in the statement, record time is here.</summary>
/// <param name="Statement">The statement; its id is the entry's id.</param>
/// <param name="ArticleId">The <see cref="ArticleEntry.Id"/> it was read from.</param>
/// <param name="Outlet">The article's outlet, or null.</param>
/// <param name="Published">When it came to be known in public: the article's publication day, or null.</param>
/// <param name="RecordedAt">When it was read, UTC.</param>
public sealed record LedgerEntry(Statement Statement, string ArticleId, string? Outlet, DateOnly? Published, DateTimeOffset RecordedAt)
{
    /// <summary>The day on which it came to be known: publication, or reading where that is not known.</summary>
    public DateOnly Known => Published ?? DateOnly.FromDateTime(RecordedAt.UtcDateTime);
}
