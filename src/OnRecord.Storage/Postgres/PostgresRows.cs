using System.Text.Json;
using Npgsql;
using OnRecord.Ledger;

namespace OnRecord.Storage.Postgres;

/// <summary>What PostgreSQL keeps of an article beside its text, as JSON: its texts may hold what PostgreSQL's own cannot.</summary>
internal sealed record Head(string Key, string? Title, string? Outlet, string? Byline, string? Dateline, string? Agency, string? Url)
{
    public static byte[] Of(ArticleEntry a) => JsonSerializer.SerializeToUtf8Bytes(new Head(a.Key, a.Title, a.Outlet, a.Byline, a.Dateline, a.Agency, a.Url));

    public static Head? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<Head>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Rows as entries; the columns are those named here.</summary>
internal sealed class PostgresRows(string where)
{
    private const string Seen = "EXISTS (SELECT 1 FROM articles b WHERE b.identity = a.identity AND b.recorded_at < a.recorded_at)";

    public const string ArticleColumns = $"a.id, a.day, a.head, a.text, a.recorded_at, {Seen}, a.identity";

    public const string EntryColumns =
        $"s.id, s.article, s.day, s.position, s.json, a.head, r.recorded_at, r.reader, CASE WHEN {Seen} THEN a.recorded_at END, " +
        "(SELECT CASE v.found WHEN 0 THEN q.recorded_at END FROM verdicts v JOIN readings q ON q.n = v.reading WHERE v.statement = s.id AND q.recorded_at <= @by ORDER BY v.reading DESC LIMIT 1)";

    public ArticleEntry Article(NpgsqlDataReader row)
    {
        var (id, at) = (row.GetString(0), Moment(row.GetInt64(4)));
        if (Head.Read(row.GetFieldValue<byte[]>(2)) is not { } head || Packing.UnpackText(row.GetFieldValue<byte[]>(3)) is not { } text)
            throw new LedgerFailure(PostgresProblems.Damaged($"article {id} cannot be read", where));
        return new ArticleEntry(id, head.Key, head.Title, head.Outlet, head.Byline, head.Dateline, head.Agency, Day(row.GetInt32(1)), head.Url, text, at)
        {
            Seen = row.GetBoolean(5) ? DateOnly.FromDateTime(at.UtcDateTime) : null,
        };
    }

    public (ArticleEntry Article, string Identity) ArticleWithIdentity(NpgsqlDataReader row) => (Article(row), row.GetString(6));

    public LedgerEntry Entry(NpgsqlDataReader row)
    {
        var id = row.GetString(0);
        if (StatementJson.Read(id, Packing.Unpack(row.GetFieldValue<byte[]>(4))).Value is not { } statement || Head.Read(row.GetFieldValue<byte[]>(5)) is not { } head)
            throw new LedgerFailure(PostgresProblems.Damaged($"entry {id} cannot be read", where));
        return new LedgerEntry(statement, row.GetString(1), head.Outlet, Day(row.GetInt32(2)), Moment(row.GetInt64(6)))
        {
            Reader = row.GetString(7) is { Length: > 0 } reader ? reader : null,
            Seen = row.IsDBNull(8) ? null : DateOnly.FromDateTime(Moment(row.GetInt64(8)).UtcDateTime),
            Superseded = row.IsDBNull(9) ? null : Moment(row.GetInt64(9)),
        };
    }

    public static int Day(DateOnly? day) => day?.DayNumber ?? PostgresSchema.UnknownDay;

    private static DateOnly? Day(int day) => day == PostgresSchema.UnknownDay ? null : DateOnly.FromDayNumber(day);

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
