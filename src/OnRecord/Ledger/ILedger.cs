using System.Collections.Immutable;
using OnRecord.Language;

namespace OnRecord.Ledger;

/// <summary>What an append did.</summary>
public sealed record AppendResult(bool ArticleAdded, int StatementsAdded)
{
    /// <summary>What an article that was added is to those on record: the first of its kind, or another content of one.</summary>
    public ArticleChange Change { get; init; }

    /// <summary>How many statements an older reader had read there that this one no longer finds.</summary>
    public int Superseded { get; init; }
}

/// <summary>An article with what a reader found in it, to be appended.</summary>
public sealed record ArticleReading(ArticleEntry Article, IReadOnlyList<LedgerEntry> Entries, string? Reader = null);

/// <summary>An append-only record of articles and statements; nothing in it is ever changed or deleted, and what is there already is not added again.
/// Safe to use from several threads. Where the store itself fails, every member, and the enumerations it gave, throws <see cref="LedgerFailure"/> and nothing else.</summary>
public interface ILedger : IDisposable
{
    /// <summary>Adds an article with all its statements in one transaction; entries whose ids are present are left as they are.
    /// Where <paramref name="reader"/> (name and version) is given and another had read the article before, what only the other found is superseded;
    /// where that reader, or a newer version of it, has read the article already, nothing is done.</summary>
    AppendResult Append(ArticleEntry article, IReadOnlyList<LedgerEntry> entries, string? reader = null);

    /// <summary>Adds many articles in one transaction, which is faster than one by one; the results are in the order of the articles given.</summary>
    IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<ArticleReading> readings);

    /// <summary>Entries ordered by publication day (unknown last), then article id, then trigger position, then id: an order that does not depend on arrival. What was superseded is left out unless asked for.</summary>
    IEnumerable<LedgerEntry> Entries(LedgerQuery query);

    /// <summary>Articles ordered by publication day (unknown last), then id; with filters on statements, those that have such a statement.</summary>
    IEnumerable<ArticleEntry> Articles(LedgerQuery query);

    /// <summary>All that stands of some articles, article by article, in the order of their places in the text.</summary>
    IEnumerable<LedgerEntry> EntriesOf(IEnumerable<ArticleEntry> articles) => articles.SelectMany(article => Entries(new LedgerQuery(ArticleId: article.Id)));

    /// <summary>The entry whose id is or starts with <paramref name="id"/>, or null where none or more than one does.</summary>
    LedgerEntry? Entry(string id);

    /// <summary>The article whose id is or starts with <paramref name="id"/> or whose key equals it, the latest content where several do; or null.</summary>
    ArticleEntry? Article(string id);

    /// <summary>All contents of the article that <see cref="Article"/> gives for this id or key, the first first; nothing where there is none.</summary>
    ImmutableArray<ArticleVersion> Versions(string id);

    /// <summary>How many articles and statements there are; what was superseded does not count.</summary>
    (long Articles, long Statements) Count();

    /// <summary>What the picture of a country rests on, found without a look at the rest of the record; null where the store keeps nothing to find it by.</summary>
    CountryPart? PartOf(string country) => null;

    /// <summary>What was kept of the fold of a country in this form, if nothing was added to the record since; else null.</summary>
    byte[]? KeptFold(string country, string form) => null;

    /// <summary>Keeps what the fold of a country comes to, beside the record and not as a part of it; false where that is not possible, or where the record no longer stands as in <paramref name="state"/> (<see cref="CountryPart.State"/>).</summary>
    bool KeepFold(string country, string form, string state, byte[] fold) => false;

    /// <summary>Brings what the store keeps for <see cref="PartOf"/> in step with what was added; that is also done when a country is asked for, so that whoever leaves it out loses time alone.</summary>
    void KeepInStep()
    {
    }

    /// <summary>Looks over what the store itself is kept in, and says what is damaged, or null where nothing is or the store can tell nothing of it.</summary>
    Problem? Check() => null;

    /// <summary>Throws where entries handed to <see cref="Append"/> are not of its article: that is a mistake in the caller.</summary>
    protected static void Validate(ArticleEntry article, IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
            if (entry.ArticleId != article.Id)
                throw new ArgumentException($"entry {entry.Statement.Id} is of article {entry.ArticleId}, not {article.Id}", nameof(entries));
    }
}
