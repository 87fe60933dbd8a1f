using System.Net.Sockets;
using Npgsql;
using OnRecord.Ledger;

namespace OnRecord.Storage.Postgres;

public sealed partial class PostgresLedger
{
    private const string FromEntries = "statements s JOIN articles a ON a.id = s.article JOIN readings r ON r.n = s.reading";
    private const int SmallestDraw = 64, LargestDraw = 5000;

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Entries(LedgerQuery query) => Found(query).Skip(query.Offset).Take(query.Limit ?? int.MaxValue);

    /// <inheritdoc/>
    public IEnumerable<ArticleEntry> Articles(LedgerQuery query) =>
        (query.AsksForStatements ? ArticlesOfFound(query) : FoundArticles(query)).Skip(query.Offset).Take(query.Limit ?? int.MaxValue);

    private IEnumerable<LedgerEntry> Found(LedgerQuery query)
    {
        var terms = SearchTerms.OfStatements(query);
        if (terms.Any(term => term.Any.IsEmpty)) return [];
        var conditions = new List<string>();
        var values = new List<(string, object)> { ("by", query.ReadBy?.UtcTicks ?? long.MaxValue) };
        if (terms.Length > 0) Add(conditions, values, "s.words @@ @words::tsquery", "words", WordVectors.Query(terms, article: false));
        if (query.ArticleId is { } article) Add(conditions, values, "s.article = @article", "article", Plain(article));
        return Drawn(query, $"SELECT {PostgresRows.EntryColumns} FROM {FromEntries}", "s.day", ["s.day", "s.article", "s.position", "s.id"], conditions, values, _rows.Entry, LedgerCursor.Of)
            .Where(entry => LedgerFilter.Passes(query, entry));
    }

    private IEnumerable<ArticleEntry> FoundArticles(LedgerQuery query)
    {
        var terms = SearchTerms.OfText(query.Text);
        if (terms.Any(term => term.Any.IsEmpty)) return [];
        var (conditions, values) = (new List<string>(), new List<(string, object)>());
        if (terms.Length > 0) Add(conditions, values, "a.words @@ @words::tsquery", "words", WordVectors.Query(terms, article: true));
        if (query.ArticleId is { } article) Add(conditions, values, "a.id = @article", "article", Plain(article));
        return Drawn(query, $"SELECT {PostgresRows.ArticleColumns} FROM articles a", "a.day", ["a.day", "a.id"], conditions, values, _rows.Article, LedgerCursor.Of)
            .Where(found => LedgerFilter.Passes(query, found));
    }

    // Entries come article by article, in the order of articles.
    private IEnumerable<ArticleEntry> ArticlesOfFound(LedgerQuery query)
    {
        var terms = SearchTerms.OfText(query.Text);
        string? last = null;
        var after = query.After is { } cursor ? cursor with { Position = query.NewestFirst ? -1 : int.MaxValue } : null;
        foreach (var entry in Found(query with { Text = null, After = after }))
        {
            if (entry.ArticleId == last) continue;
            last = entry.ArticleId;
            if (Article(last) is { } article && LedgerFilter.Passes(query, article) && LedgerFilter.Meets(article, terms)) yield return article;
        }
    }

    // Where a page is asked for, so many rows are drawn at a time: the server then walks its index instead of sorting all there is.
    private IEnumerable<T> Drawn<T>(LedgerQuery query, string select, string day, string[] order, List<string> conditions, List<(string, object)> values, Func<NpgsqlDataReader, T> map, Func<T, LedgerCursor> place)
    {
        var most = query.Limit is { } limit ? (int?)Math.Clamp(limit + (long)query.Offset, SmallestDraw, LargestDraw) : null;
        var direction = query.NewestFirst ? "DESC" : "ASC";
        foreach (var (first, last) in Days(query))
        {
            var after = query.After;
            // A cursor among those without a day lies beyond all that have one.
            if (after is not null && after.Published is null && first < PostgresSchema.UnknownDay && query.NewestFirst) continue;
            if (after?.Published is not null && first == PostgresSchema.UnknownDay && query.NewestFirst) after = null;
            int drawn;
            do
            {
                drawn = 0;
                List<string> where = [.. conditions, $"{day} BETWEEN {first} AND {last}"];
                var given = new List<(string, object)>(values);
                if (after is { } cursor)
                {
                    where.Add($"({string.Join(", ", order)}) {(query.NewestFirst ? "<" : ">")} (@day, @after{(order.Length > 2 ? ", @position, @id" : "")})");
                    given.AddRange([("day", PostgresRows.Day(cursor.Published)), ("after", Plain(cursor.ArticleId)), ("position", cursor.Position), ("id", Plain(cursor.Id))]);
                }
                var sql = $"{select} WHERE {string.Join(" AND ", where)} ORDER BY {string.Join(", ", order.Select(column => $"{column} {direction}"))}{(most is { } page ? $" LIMIT {page}" : "")}";
                foreach (var item in Read(sql, map, [.. given]))
                {
                    drawn++;
                    after = place(item);
                    yield return item;
                }
            }
            while (drawn == most);
        }
    }

    // Days from one to another; the newest first, those without a day are a list of their own.
    private static IEnumerable<(int First, int Last)> Days(LedgerQuery query)
    {
        var (first, last) = (query.Since?.DayNumber ?? 0, PostgresSchema.UnknownDay);
        // An unknown day is neither before nor after.
        if (query.Since is not null || query.Until is not null) last = query.Until?.DayNumber ?? PostgresSchema.UnknownDay - 1;
        if (!query.NewestFirst || last < PostgresSchema.UnknownDay) return [(first, last)];
        return [(first, PostgresSchema.UnknownDay - 1), (PostgresSchema.UnknownDay, PostgresSchema.UnknownDay)];
    }

    private static void Add(List<string> conditions, List<(string, object)> values, string condition, string name, object value)
    {
        conditions.Add(condition);
        values.Add((name, value));
    }

    // Each reading has a connection of its own, so that it neither waits for writers nor sees half an article.
    private IEnumerable<T> Read<T>(string sql, Func<NpgsqlDataReader, T> map, params (string Name, object Value)[] values)
    {
        using var connection = Guard(_source.OpenConnection);
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in values)
            if (sql.Contains('@' + name, StringComparison.Ordinal)) command.Parameters.AddWithValue(name, value);
        using var reader = Guard(() => command.ExecuteReader());
        while (Guard(reader.Read)) yield return Guard(() => map(reader));
    }

    private T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or IOException or TimeoutException)
        {
            throw new LedgerFailure(PostgresProblems.Of(e, _where), e);
        }
    }
}
