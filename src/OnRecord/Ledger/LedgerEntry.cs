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
    /// <summary>The day on which this content was first seen, where another content of the article had been read before it; null where it is the first, or as old.</summary>
    public DateOnly? Seen { get; init; }

    /// <summary>The day on which it came to be known: publication, or reading where that is not known; a content that took another's place was not known before it was seen.</summary>
    public DateOnly Known => RecordTime.Known(Published, Seen, RecordedAt);

    /// <summary>The entry of an article read at <paramref name="recordedAt"/>.</summary>
    public static ArticleEntry Of(Article article, DateTimeOffset recordedAt) => new(
        ContentId.OfArticle(article.Id, article.Text, article.Title, article.Outlet, article.Published), article.Id, article.Title, article.Outlet,
        article.Byline, article.Dateline, article.Agency, article.Published, article.Url, article.Text, recordedAt.ToUniversalTime());

    /// <summary>The entry of a statement of this article, its id set to that of its content.</summary>
    public LedgerEntry Entry(Statement statement) => new(ContentId.Identified(Id, statement), Id, Outlet, Published, RecordedAt) { Seen = Seen };
}

/// <summary>A statement as it came to be known: valid time is in the statement, record time is here.</summary>
/// <param name="Statement">The statement; its id is the entry's id.</param>
/// <param name="ArticleId">The <see cref="ArticleEntry.Id"/> it was read from.</param>
/// <param name="Outlet">The article's outlet, or null.</param>
/// <param name="Published">When it came to be known in public: the article's publication day, or null.</param>
/// <param name="RecordedAt">When it was read, UTC.</param>
public sealed record LedgerEntry(Statement Statement, string ArticleId, string? Outlet, DateOnly? Published, DateTimeOffset RecordedAt)
{
    /// <summary>The day on which the article's content was first seen, where another had been read before it; else null.</summary>
    public DateOnly? Seen { get; init; }

    /// <summary>What read it: the name and version of the reader that first found it, or null where that is not known.</summary>
    public string? Reader { get; init; }

    /// <summary>When a newer reader read the article and no longer found this; null where it stands.</summary>
    public DateTimeOffset? Superseded { get; init; }

    /// <summary>The day on which it came to be known: publication, or reading where that is not known; what stands only in a changed article was not known before the change was seen.</summary>
    public DateOnly Known => RecordTime.Known(Published, Seen, RecordedAt);
}

internal static class RecordTime
{
    public static DateOnly Known(DateOnly? published, DateOnly? seen, DateTimeOffset recordedAt) =>
        published is not { } day ? DateOnly.FromDateTime(recordedAt.UtcDateTime) : seen is { } later && later > day ? later : day;
}
