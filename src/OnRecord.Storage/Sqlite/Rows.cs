using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>Rows of the record as its entries; the columns are those of <see cref="Queries"/>.</summary>
internal static class Rows
{
    public static Outcome<LedgerEntry> Entry(SqliteDataReader row) => StatementJson.Read(row.GetString(0), row.GetFieldValue<byte[]>(5)) switch
    {
        { Value: { } statement } => new LedgerEntry(statement, row.GetString(1), Text(row, 2), Day(row, 3), Moment(row, 4)),
        { Problem: { } problem } => problem,
        _ => throw new InvalidOperationException("an outcome holds one of the two"),
    };

    public static ArticleEntry Article(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), Text(row, 2), Text(row, 3), Text(row, 4),
        Text(row, 5), Text(row, 6), Day(row, 7), Text(row, 8), Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(9)), Moment(row, 10));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(SqliteDataReader row, int column) =>
        row.GetInt32(column) is var day && day == Schema.UnknownDay ? null : DateOnly.FromDayNumber(day);

    private static DateTimeOffset Moment(SqliteDataReader row, int column) =>
        DateTimeOffset.Parse(row.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
