using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>SQL and the values that go into it.</summary>
internal sealed record Query(string Sql, params (string Name, object Value)[] Values)
{
    public void Fill(SqliteCommand command)
    {
        command.CommandText = Sql;
        foreach (var (name, value) in Values) command.Parameters.AddWithValue(name, value);
    }
}

/// <summary>Questions to the record as SQL.</summary>
internal static class Queries
{
    public const int ArticleColumnCount = 13;

    // The first moment at which another content of the article had been read, where that is earlier than this one's.
    public const string ArticleColumns =
        "a.n, a.id, a.key, a.title, a.outlet, a.byline, a.dateline, a.agency, a.url, a.recorded_at, a.text, " +
        "EXISTS (SELECT 1 FROM articles b WHERE b.identity = a.identity AND b.recorded_at < a.recorded_at), a.identity";

    private const string EntryColumns =
        "s.n, s.id, s.position, s.json, a.id, a.outlet, r.recorded_at, r.reader, " +
        "CASE WHEN EXISTS (SELECT 1 FROM articles b WHERE b.identity = a.identity AND b.recorded_at < a.recorded_at) THEN a.recorded_at END, " +
        "(SELECT CASE v.found WHEN 0 THEN q.recorded_at END FROM verdicts v JOIN readings q ON q.n = v.reading WHERE v.statement = s.n AND q.recorded_at <= $by ORDER BY v.reading DESC LIMIT 1)";

    private const string FromEntries = "statements s JOIN articles a ON a.n = s.article JOIN readings r ON r.n = s.reading";

    public static Query Count { get; } = new("""
        SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM statements)
            - (SELECT count(*) FROM verdicts v WHERE v.found = 0 AND NOT EXISTS (SELECT 1 FROM verdicts w WHERE w.statement = v.statement AND w.reading > v.reading))
        """);

    /// <summary>The entries whose words meet the terms and whose rows lie between two, in the order of rows.</summary>
    public static Query Entries(LedgerQuery query, IReadOnlyList<SearchTerm> terms, Rows.Range range)
    {
        var by = ("$by", (object)(query.ReadBy?.UtcTicks ?? long.MaxValue));
        var order = query.NewestFirst ? "DESC" : "ASC";
        return terms.Count == 0
            ? new Query($"SELECT {EntryColumns} FROM {FromEntries} WHERE s.n BETWEEN $first AND $last ORDER BY s.n {order}", by, ("$first", range.First), ("$last", range.Last))
            : new Query($"SELECT {EntryColumns} FROM statement_words f CROSS JOIN {FromEntries} WHERE f.statement_words MATCH $match AND f.rowid BETWEEN $first AND $last AND s.n = f.rowid ORDER BY f.rowid {order}",
                by, ("$match", Match(terms, article: false)), ("$first", range.First), ("$last", range.Last));
    }

    /// <summary>The articles whose words meet the terms and whose rows lie between two, in the order of rows.</summary>
    public static Query Articles(LedgerQuery query, IReadOnlyList<SearchTerm> terms, Rows.Range range)
    {
        var order = query.NewestFirst ? "DESC" : "ASC";
        return terms.Count == 0
            ? new Query($"SELECT {ArticleColumns} FROM articles a WHERE a.n BETWEEN $first AND $last ORDER BY a.n {order}", ("$first", range.First), ("$last", range.Last))
            : new Query($"SELECT {ArticleColumns} FROM article_words f CROSS JOIN articles a WHERE f.article_words MATCH $match AND f.rowid BETWEEN $first AND $last AND a.n = f.rowid ORDER BY f.rowid {order}",
                ("$match", Match(terms, article: true)), ("$first", range.First), ("$last", range.Last));
    }

    /// <summary>The entries whose rows lie between $first and $last.</summary>
    public const string EntriesBetween = $"SELECT {EntryColumns} FROM {FromEntries} WHERE s.n BETWEEN $first AND $last ORDER BY s.n";

    /// <summary>The article of row $n.</summary>
    public const string ArticleOfRow = $"SELECT {ArticleColumns} FROM articles a WHERE a.n = $n";

    /// <summary>The article of $id.</summary>
    public const string ArticleOfId = $"SELECT {ArticleColumns} FROM articles a WHERE a.id = $id";

    public static Query EntryById(string id) =>
        new($"WITH RECURSIVE runs(run) AS (SELECT 0 UNION ALL SELECT run + 1 FROM runs WHERE run < (SELECT max(n) >> 12 FROM readings)) " +
            $"SELECT {EntryColumns} FROM runs CROSS JOIN {FromEntries} WHERE s.reading >> 12 = run AND s.id >= $id AND s.id < $end LIMIT 2", ("$id", id), ("$end", After(id)), ("$by", long.MaxValue));

    public static Query ArticleById(string id) =>
        new($"SELECT {ArticleColumns} FROM articles a WHERE a.id >= $id AND a.id < $end ORDER BY a.id LIMIT 2", ("$id", id), ("$end", After(id)));

    public static Query ArticlesByKey(string key) => new($"SELECT {ArticleColumns} FROM articles a WHERE a.key = $key", ("$key", key));

    public static Query ArticlesByIdentity(string identity) => new($"SELECT {ArticleColumns} FROM articles a WHERE a.identity = $identity", ("$identity", identity));

    // Ids are made of a-z and 2-7: '{' follows 'z'. Nothing starts with nothing.
    private static string After(string id) => id.Length == 0 ? "" : id + '{';

    // No quotation mark can be in a word or a mark.
    private static string Match(IReadOnlyList<SearchTerm> terms, bool article)
    {
        var match = new StringBuilder();
        foreach (var term in terms)
        {
            match.Append(match.Length == 0 ? "(" : " AND (");
            foreach (var phrase in term.Any)
            {
                if (phrase != term.Any[0]) match.Append(" OR ");
                if (!article) match.Append(Columns(phrase.Columns)).Append(" : ");
                match.Append('"').AppendJoin(' ', phrase.Words).Append('"');
                if (phrase.Beginning) match.Append(" *");
            }
            match.Append(')');
        }
        return match.ToString();
    }

    private static string Columns(SearchColumn columns) =>
        "{" + string.Join(' ', new[] { SearchColumn.Words, SearchColumn.Who, SearchColumn.Voice, SearchColumn.Marks }.Where(one => columns.HasFlag(one)).Select(one => one.ToString().ToLowerInvariant())) + "}";
}
