using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>Brings a record of an older form to the present one, forward only, within the caller's transaction: it is done whole or not at all.</summary>
internal static class Migrations
{
    private const string AsideForm1 = """
        DROP TRIGGER articles_update; DROP TRIGGER articles_delete; DROP TRIGGER statements_update; DROP TRIGGER statements_delete;
        DROP INDEX articles_key;
        ALTER TABLE articles RENAME TO articles_1;
        ALTER TABLE statements RENAME TO statements_1;
        """;

    /// <summary>Runs every step from <paramref name="version"/> on; the problem that stood in the way, or null.</summary>
    public static Problem? Run(SqliteConnection connection, SqliteTransaction transaction, long version, string path)
    {
        if (version < 2 && From1(connection, transaction, path) is { } problem) return problem;
        if (version == 2) Execute(connection, transaction, Schema.Form3Of2);
        if (version < 4) Execute(connection, transaction, Schema.Digests4);
        if (version < 5) Execute(connection, transaction, Schema.Folds5);
        Execute(connection, transaction, $"PRAGMA user_version={Schema.Version}");
        return null;
    }

    // Words to search in, rows in the order of the ledger, readings; who read what was not kept in form 1.
    private static Problem? From1(SqliteConnection connection, SqliteTransaction transaction, string path)
    {
        Execute(connection, transaction, AsideForm1 + Schema.Form3);
        using (var appender = new Appender(connection))
        {
            using var articles = new Command(connection, "SELECT id, key, title, outlet, byline, dateline, agency, day, url, text, recorded_at FROM articles_1 ORDER BY day, id LIMIT 500 OFFSET $0", 1);
            using var statements = new Command(connection, "SELECT id, recorded_at, json FROM statements_1 WHERE article=$0", 1);
            for (var done = 0; articles.All(transaction, Article, done) is { Count: > 0 } some; done += some.Count)
            {
                var readings = new List<ArticleReading>();
                foreach (var article in some)
                {
                    var entries = new List<LedgerEntry>();
                    foreach (var (id, at, json) in statements.All(transaction, row => (row.GetString(0), Moment(row.GetString(1)), row.GetFieldValue<byte[]>(2)), article.Id))
                    {
                        if (StatementJson.Read(id, json).Value is not { } statement) return new Problem($"entry {id} cannot be read, so that the record cannot be brought to the present form", path, "restore the file from a copy");
                        entries.Add(new LedgerEntry(statement, article.Id, article.Outlet, article.Published, at));
                    }
                    readings.Add(new ArticleReading(article, entries));
                }
                appender.Add(transaction, readings);
            }
        }
        Execute(connection, transaction, "DROP TABLE statements_1; DROP TABLE articles_1;");
        return null;
    }

    private static ArticleEntry Article(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), Text(row, 2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6),
        row.GetInt32(7) is var day && day == Schema.UnknownDay ? null : DateOnly.FromDayNumber(day), Text(row, 8), Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(9)), Moment(row.GetString(10)));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
