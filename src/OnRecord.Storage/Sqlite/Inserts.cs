using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>The two prepared statements that add to the record.</summary>
internal sealed class Inserts : IDisposable
{
    private static readonly string[] ArticleColumns =
        ["id", "key", "day", "title", "outlet", "byline", "dateline", "agency", "url", "text", "recorded_at"];

    private static readonly string[] StatementColumns =
        ["id", "article", "day", "position", "type", "mode", "polarity", "country", "admin1", "place", "said", "recorded_at", "json"];

    private readonly SqliteCommand _article;
    private readonly SqliteCommand _statement;

    public Inserts(SqliteConnection connection)
    {
        _article = Command(connection, "articles", ArticleColumns);
        _statement = Command(connection, "statements", StatementColumns);
    }

    public AppendResult Add(SqliteTransaction transaction, ArticleEntry article, IReadOnlyList<LedgerEntry> entries)
    {
        _article.Transaction = _statement.Transaction = transaction;
        var articles = Run(_article, article.Id, article.Key, Day(article.Published), article.Title, article.Outlet, article.Byline, article.Dateline,
            article.Agency, article.Url, Encoding.UTF8.GetBytes(article.Text), Moment(article.RecordedAt));
        var statements = 0;
        foreach (var entry in entries)
        {
            var s = entry.Statement;
            var names = PlaceNames.Of(s.Place);
            statements += Run(_statement, s.Id, entry.ArticleId, Day(entry.Published), s.Trigger.Start, s.Type, s.Mode.ToString().ToLowerInvariant(),
                s.Polarity.ToString().ToLowerInvariant(), names.Country, names.Admin1, names.Place, names.Said, Moment(entry.RecordedAt), StatementJson.Write(s));
        }
        return new AppendResult(articles > 0, statements);
    }

    public void Dispose()
    {
        _article.Dispose();
        _statement.Dispose();
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static int Day(DateOnly? day) => day?.DayNumber ?? Schema.UnknownDay;

    private static SqliteCommand Command(SqliteConnection connection, string table, string[] columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table}({string.Join(',', columns)}) VALUES({string.Join(',', columns.Select(name => "$" + name))}) ON CONFLICT(id) DO NOTHING";
        foreach (var name in columns) command.Parameters.Add(new SqliteParameter { ParameterName = "$" + name });
        return command;
    }

    private static int Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }
}
