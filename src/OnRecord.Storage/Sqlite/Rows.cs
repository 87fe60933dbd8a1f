using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>The text of an article cannot be unpacked.</summary>
internal sealed class DamagedRowException(string id) : Exception($"article {id} cannot be read");

/// <summary>Rows of the record as its entries; the columns are those of <see cref="Queries"/>.</summary>
internal static class Rows
{
    /// <summary>Row numbers from one to another, both included.</summary>
    internal readonly record struct Range(long First, long Last);

    /// <summary>An article and its row.</summary>
    internal sealed record ArticleRow(long Row, ArticleEntry Article, string Identity);

    /// <summary>An entry whose statement has not been read yet.</summary>
    internal sealed record EntryRow(long Row, string Id, int Position, byte[] Json, string ArticleId, string? Outlet, DateTimeOffset RecordedAt, string Reader, DateTimeOffset? Seen, DateTimeOffset? Superseded)
    {
        public Outcome<LedgerEntry> Entry() => StatementJson.Read(Id, Packing.Unpack(Json)) switch
        {
            { Value: { } statement } => new LedgerEntry(statement, ArticleId, Outlet, SortKey.Day(Row), RecordedAt)
            {
                Seen = Seen is { } seen ? DateOnly.FromDateTime(seen.UtcDateTime) : null,
                Reader = Reader.Length == 0 ? null : Reader,
                Superseded = Superseded,
            },
            { Problem: { } problem } => problem,
            _ => throw new InvalidOperationException("an outcome holds one of the two"),
        };

        public LedgerCursor Place => new(SortKey.Day(Row), ArticleId, Position, Id);
    }

    public static EntryRow Entry(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3), row.GetString(4), Text(row, 5),
        Moment(row.GetInt64(6)), row.GetString(7), row.IsDBNull(8) ? null : Moment(row.GetInt64(8)), row.IsDBNull(9) ? null : Moment(row.GetInt64(9)));

    public static ArticleRow ArticleWithRow(SqliteDataReader row) => new(row.GetInt64(0), Article(row), row.GetString(12));

    public static ArticleEntry Article(SqliteDataReader row)
    {
        var at = Moment(row.GetInt64(9));
        return new ArticleEntry(row.GetString(1), row.GetString(2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7), SortKey.Day(row.GetInt64(0)), Text(row, 8),
            Packing.UnpackText(row.GetFieldValue<byte[]>(10)) ?? throw new DamagedRowException(row.GetString(1)), at)
        { Seen = row.GetInt64(11) != 0 ? DateOnly.FromDateTime(at.UtcDateTime) : null };
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
