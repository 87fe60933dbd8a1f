using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

public sealed partial class SqliteLedger
{
    // So many rows are made entries at a time.
    private const int Chunk = 4096;

    private static IEnumerable<T> Paged<T>(IEnumerable<T> found, LedgerQuery query) => found.Skip(query.Offset).Take(query.Limit ?? int.MaxValue);

    private IEnumerable<LedgerEntry> Found(LedgerQuery query)
    {
        var terms = SearchTerms.OfStatements(query);
        if (terms.Any(term => term.Any.IsEmpty)) yield break;
        var only = query.ArticleId is { } id ? Article(id) : null;
        if (query.ArticleId is not null && only?.Id != query.ArticleId) yield break;
        foreach (var range in Ranges(query))
        {
            var rows = only is null ? range : Within(range, only);
            foreach (var row in Ordered(Read(Queries.Entries(query, terms, rows), Rows.Entry), row => row.Row, row => row.Place, query.NewestFirst))
            {
                if (query.After is { } cursor && !LedgerOrder.IsAfter(row.Place, cursor, query.NewestFirst)) continue;
                if (Whole(row) is var entry && LedgerFilter.Passes(query, entry)) yield return entry;
            }
        }
    }

    private IEnumerable<ArticleEntry> FoundArticles(LedgerQuery query)
    {
        var terms = SearchTerms.OfText(query.Text);
        if (terms.Any(term => term.Any.IsEmpty)) yield break;
        if (query.ArticleId is { } id)
        {
            if (Article(id) is { } one && one.Id == id && LedgerFilter.Passes(query, one) && LedgerFilter.Meets(one, terms)) yield return one;
            yield break;
        }
        foreach (var range in Ranges(query))
            foreach (var row in Ordered(Read(Queries.Articles(query, terms, range), Rows.ArticleWithRow), row => row.Row, row => LedgerCursor.Of(row.Article), query.NewestFirst))
                if (Comes(row.Article, query) && LedgerFilter.Passes(query, row.Article)) yield return row.Article;
    }

    // Entries come article by article, in the order of articles.
    private IEnumerable<ArticleEntry> ArticlesOfFound(LedgerQuery query)
    {
        var terms = SearchTerms.OfText(query.Text);
        string? last = null;
        var after = query.After is { } cursor ? cursor with { Position = query.NewestFirst ? -1 : int.MaxValue } : null;
        using var articles = Guard(() => new Lookup(Connect(), Queries.ArticleOfId, "$id"));
        foreach (var entry in Found(query with { Text = null, After = after }))
        {
            if (entry.ArticleId == last) continue;
            last = entry.ArticleId;
            if (Guard(() => articles.All(Rows.Article, last)) is [var article] && LedgerFilter.Passes(query, article) && LedgerFilter.Meets(article, terms)) yield return article;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> EntriesOf(IEnumerable<ArticleEntry> articles) => RowsOf(articles).Chunk(Chunk).SelectMany(Whole);

    // To make an entry of a row takes longer than to fetch it.
    private LedgerEntry[] Whole(Rows.EntryRow[] rows)
    {
        try
        {
            return [.. rows.AsParallel().AsOrdered().Select(Whole)];
        }
        catch (AggregateException e) when (e.InnerException is LedgerFailure failure)
        {
            throw new LedgerFailure(failure.Problem, failure);
        }
    }

    private IEnumerable<Rows.EntryRow> RowsOf(IEnumerable<ArticleEntry> articles)
    {
        using var rows = Guard(() => new Lookup(Connect(), Queries.EntriesBetween, "$first", "$last", "$by"));
        foreach (var article in articles)
        {
            var first = SortKey.Statements(article.Published, article.Id);
            foreach (var row in Guard(() => rows.All(Rows.Entry, first, first + SortKey.Slots - 1, long.MaxValue)).Where(row => row.ArticleId == article.Id && row.Superseded is null)
                .OrderBy(row => row.Position).ThenBy(row => row.Id, StringComparer.Ordinal)) yield return row;
        }
    }

    private static bool Comes(ArticleEntry article, LedgerQuery query) =>
        query.After is not { } cursor || LedgerOrder.IsAfter(LedgerCursor.Of(article), cursor, query.NewestFirst);

    // Those with a day, then those without.
    private static IEnumerable<Rows.Range> Ranges(LedgerQuery query)
    {
        var (first, last) = (query.Since is { } since ? SortKey.Of(since) : 0, SortKey.Undated - 1);
        // A report is not known before it is published.
        foreach (var day in new[] { query.Until, query.KnownAt })
            if (day is { } until && until < DateOnly.MaxValue) last = Math.Min(last, SortKey.Of(until.AddDays(1)) - 1);
        var (dated, undated) = (new Rows.Range(first, last), new Rows.Range(SortKey.Undated, long.MaxValue));
        if (query.After is { } cursor)
        {
            var at = SortKey.Statements(cursor.Published, cursor.ArticleId);
            var end = at + SortKey.Slots - 1;
            if (cursor.Published is null)
            {
                dated = new Rows.Range(0, -1);
                undated = query.NewestFirst ? undated with { Last = end } : undated with { First = at };
            }
            else dated = query.NewestFirst ? dated with { Last = Math.Min(last, end) } : dated with { First = Math.Max(first, at) };
        }
        if (dated.First <= dated.Last) yield return dated;
        // An unknown day is neither before nor after.
        if (query.Since is null && query.Until is null) yield return undated;
    }

    private static Rows.Range Within(Rows.Range range, ArticleEntry article)
    {
        var first = SortKey.Statements(article.Published, article.Id);
        return new Rows.Range(Math.Max(range.First, first), Math.Min(range.Last, first + SortKey.Slots - 1));
    }

    // Rows come in the order of their numbers; where articles share theirs, they are told apart here.
    private static IEnumerable<T> Ordered<T>(IEnumerable<T> rows, Func<T, long> number, Func<T, LedgerCursor> place, bool newestFirst)
    {
        var group = new List<T>();
        foreach (var row in rows)
        {
            if (group.Count > 0 && SortKey.Group(number(row)) != SortKey.Group(number(group[0])))
            {
                Sort();
                foreach (var ready in group) yield return ready;
                group.Clear();
            }
            group.Add(row);
        }
        Sort();
        foreach (var ready in group) yield return ready;

        void Sort()
        {
            if (group.Count > 1) group.Sort((a, b) => place(a) == place(b) ? 0 : LedgerOrder.IsAfter(place(a), place(b), newestFirst) ? 1 : -1);
        }
    }
}
