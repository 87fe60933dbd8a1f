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
    private const string EntryColumns = "s.id, s.article, a.outlet, s.day, s.recorded_at, s.json";
    private const string ArticleColumns = "a.id, a.key, a.title, a.outlet, a.byline, a.dateline, a.agency, a.day, a.url, a.text, a.recorded_at";

    // The columns in statements are reachable without reading the articles' pages; outlet is the one thing that needs them.
    private const string FromEntries = "FROM statements s JOIN articles a ON a.id = s.article";

    public static Query Count { get; } = new("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM statements)");

    public static Query Entries(LedgerQuery query)
    {
        var values = new List<(string, object)>();
        var where = Days("s", query, values);
        if (query.ArticleId is { } article) Add("s.article = $article", ("$article", article));
        where.AddRange(OfStatement(query, values));
        return new Query($"SELECT {EntryColumns} {FromEntries} {Where(where)} ORDER BY s.day, s.article, s.position, s.id {Page(query, values)}", [.. values]);

        void Add(string condition, (string, object) value)
        {
            where.Add(condition);
            values.Add(value);
        }
    }

    public static Query Articles(LedgerQuery query)
    {
        var values = new List<(string, object)>();
        var where = Days("a", query, values);
        if (query.ArticleId is { } article)
        {
            where.Add("a.id = $article");
            values.Add(("$article", article));
        }
        var ofStatement = OfStatement(query, values);
        if (ofStatement.Count > 0) where.Add($"EXISTS (SELECT 1 FROM statements s WHERE s.article = a.id AND {string.Join(" AND ", ofStatement)})");
        return new Query($"SELECT {ArticleColumns} FROM articles a {Where(where)} ORDER BY a.day, a.id {Page(query, values)}", [.. values]);
    }

    public static Query EntryById(string id) =>
        new($"SELECT {EntryColumns} {FromEntries} WHERE s.id >= $id AND s.id < $end ORDER BY s.id LIMIT 2", ("$id", id), ("$end", After(id)));

    public static Query ArticleById(string id) =>
        new($"SELECT {ArticleColumns} FROM articles a WHERE a.id >= $id AND a.id < $end ORDER BY a.id LIMIT 2", ("$id", id), ("$end", After(id)));

    public static Query ArticleByKey(string id) =>
        new($"SELECT {ArticleColumns} FROM articles a WHERE a.id = $id OR a.key = $id ORDER BY a.id <> $id, a.recorded_at DESC, a.id LIMIT 1", ("$id", id));

    // Ids are made of a-z and 2-7: '{' follows 'z'. Nothing starts with nothing.
    private static string After(string id) => id.Length == 0 ? "" : id + '{';

    private static List<string> Days(string table, LedgerQuery query, List<(string, object)> values)
    {
        var where = new List<string>();
        if (query.Since is { } since)
        {
            where.Add($"{table}.day >= $since");
            values.Add(("$since", since.DayNumber));
        }
        if (query.Until is { } until)
        {
            where.Add($"{table}.day <= $until");
            values.Add(("$until", until.DayNumber));
        }
        // An unknown day is neither before nor after.
        if (where.Count > 0) where.Add($"{table}.day < {Schema.UnknownDay}");
        return where;
    }

    private static List<string> OfStatement(LedgerQuery query, List<(string, object)> values)
    {
        var where = new List<string>();
        if (query.Type is { } type)
        {
            where.Add("s.type = $type");
            values.Add(("$type", type));
        }
        if (query.Country is { } country)
        {
            where.Add("s.country = $country");
            values.Add(("$country", country));
        }
        if (query.Area is { } area)
        {
            where.Add("($area <> '' AND (s.said = $area OR s.place = $area OR s.admin1 = $area) OR s.country = $code)");
            values.Add(("$area", PlaceNames.Fold(area)));
            values.Add(("$code", Countries.Code(area) ?? "none"));
        }
        return where;
    }

    private static string Where(List<string> conditions) => conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);

    private static string Page(LedgerQuery query, List<(string, object)> values)
    {
        values.Add(("$limit", query.Limit ?? -1));
        values.Add(("$offset", query.Offset));
        return "LIMIT $limit OFFSET $offset";
    }
}
