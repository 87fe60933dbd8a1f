using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Storage.Postgres;

/// <summary>A ledger in a PostgreSQL database: any number of readers and writers on any number of machines; writers take turns.</summary>
public sealed partial class PostgresLedger : ILedger
{
    private readonly NpgsqlDataSource _source;
    private readonly string _where;
    private readonly PostgresRows _rows;

    private PostgresLedger(NpgsqlDataSource source, string where) => (_source, _where, _rows) = (source, where, new PostgresRows(where));

    /// <summary>True where this names a record in PostgreSQL and not a file.</summary>
    public static bool Is(string record) => IsAddress(record)
        || record.Split(';').Any(part => part.Split('=', 2) is [var name, _] && name.Trim().ToLowerInvariant() is "host" or "server");

    /// <summary>The address of the database as it may be shown: with the user, without the password.</summary>
    public static string Shown(string record)
    {
        try
        {
            return Shown(Settings(record));
        }
        catch (ArgumentException)
        {
            return "PostgreSQL";
        }
    }

    /// <summary>Opens the record in a database, making its tables where there are none yet unless it is only to be read; or says what stands in the way.</summary>
    /// <param name="connection">An address (postgresql://user@host:port/database) or a connection string of Npgsql's form.</param>
    /// <param name="readOnly">True to look only.</param>
    public static Outcome<PostgresLedger> Open(string connection, bool readOnly = false)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = Settings(connection);
        }
        catch (ArgumentException e)
        {
            return new Problem($"this is no address of a database ({e.Message})", "PostgreSQL", "write it as postgresql://user@host/database");
        }
        var where = Shown(settings);
        var ledger = new PostgresLedger(NpgsqlDataSource.Create(settings), where);
        try
        {
            if (ledger.Prepare(readOnly) is not { } problem) return ledger;
            ledger.Dispose();
            return problem;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or IOException or TimeoutException)
        {
            ledger.Dispose();
            return PostgresProblems.Of(e, where);
        }
    }

    /// <inheritdoc/>
    public AppendResult Append(ArticleEntry article, IReadOnlyList<LedgerEntry> entries, string? reader = null) => AppendAll([new ArticleReading(article, entries, reader)])[0];

    /// <inheritdoc/>
    public IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<ArticleReading> readings)
    {
        foreach (var reading in readings) ILedger.Validate(reading.Article, reading.Entries);
        var prepared = PreparedReading.Of(readings).ToList();
        return Guard(() =>
        {
            using var connection = _source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            Execute(connection, $"SELECT pg_advisory_xact_lock({PostgresSchema.Lock})");
            var results = new PostgresAppender(connection, _rows).Add(prepared);
            transaction.Commit();
            return results;
        });
    }

    /// <inheritdoc/>
    public LedgerEntry? Entry(string id) => id.Length == 0 ? null : OneOrNull(
        Read($"SELECT {PostgresRows.EntryColumns} FROM {FromEntries} WHERE s.id >= @id AND s.id < @end ORDER BY s.id LIMIT 2", _rows.Entry, ("id", Plain(id)), ("end", Plain(id) + '{'), ("by", long.MaxValue)),
        entry => entry.Statement.Id == id);

    /// <inheritdoc/>
    public ArticleEntry? Article(string id) => Row(id)?.Article;

    /// <inheritdoc/>
    public ImmutableArray<ArticleVersion> Versions(string id) =>
        Row(id) is { } row ? ArticleVersions.Of(Read($"SELECT {PostgresRows.ArticleColumns} FROM articles a WHERE a.identity = @identity", _rows.Article, ("identity", row.Identity))) : [];

    /// <inheritdoc/>
    public (long Articles, long Statements) Count() => Read("""
        SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM statements)
            - (SELECT count(*) FROM verdicts v WHERE v.found = 0 AND NOT EXISTS (SELECT 1 FROM verdicts w WHERE w.statement = v.statement AND w.reading > v.reading))
        """, row => (row.GetInt64(0), row.GetInt64(1))).Single();

    /// <summary>Lets go of the connections.</summary>
    public void Dispose() => _source.Dispose();

    private Problem? Prepare(bool readOnly)
    {
        using var connection = _source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        if (!Tables(connection).Mine)
        {
            if (readOnly) return Tables(connection).All > 0 ? PostgresProblems.Foreign(_where) : PostgresProblems.Missing(_where);
            Execute(connection, $"SELECT pg_advisory_xact_lock({PostgresSchema.Lock})");
            // Another program may have made it while this one waited.
            var (mine, all) = Tables(connection);
            if (!mine && all > 0) return PostgresProblems.Foreign(_where);
            if (!mine) Execute(connection, PostgresSchema.Form1);
            transaction.Commit();
        }
        var version = Number(connection, "SELECT max(version) FROM onrecord");
        return version > PostgresSchema.Version ? PostgresProblems.Newer(_where, version) : null;
    }

    private static (bool Mine, long All) Tables(NpgsqlConnection connection) => (
        Number(connection, "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name IN ('onrecord', 'articles', 'readings', 'statements', 'verdicts')") == 5,
        Number(connection, "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"));

    private (ArticleEntry Article, string Identity)? Row(string id)
    {
        if (id.Length == 0) return null;
        var byId = Read($"SELECT {PostgresRows.ArticleColumns} FROM articles a WHERE a.id >= @id AND a.id < @end ORDER BY a.id LIMIT 2", _rows.ArticleWithIdentity, ("id", Plain(id)), ("end", Plain(id) + '{')).ToList();
        if (byId.Count > 0 && byId[0].Article.Id == id) return byId[0];
        var byKey = Read($"SELECT {PostgresRows.ArticleColumns} FROM articles a WHERE a.key = @key", _rows.ArticleWithIdentity, ("key", Plain(id))).OrderBy(row => row.Article, ArticleVersions.Order).ToList();
        return byKey.Count > 0 ? byKey[^1] : byId.Count == 1 ? byId[0] : null;
    }

    private static string Plain(string id) => PostgresAppender.Plain(id);

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static long Number(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static bool IsAddress(string record) => record.StartsWith("postgres://", StringComparison.Ordinal) || record.StartsWith("postgresql://", StringComparison.Ordinal);

    // The password is not for the screen.
    private static string Shown(NpgsqlConnectionStringBuilder settings) =>
        $"postgresql://{(settings.Username is { Length: > 0 } user ? Uri.EscapeDataString(user) + "@" : "")}{settings.Host}:{settings.Port.ToString(CultureInfo.InvariantCulture)}/{settings.Database}";

    private static NpgsqlConnectionStringBuilder Settings(string connection)
    {
        if (!IsAddress(connection)) return new NpgsqlConnectionStringBuilder(connection);
        if (!Uri.TryCreate(connection, UriKind.Absolute, out var uri)) throw new ArgumentException("it cannot be read");
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = uri.Port > 0 ? uri.Port : 5432, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        // "?sslmode=require" and the like.
        foreach (var setting in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            settings[Uri.UnescapeDataString(setting.Split('=', 2)[0])] = Uri.UnescapeDataString(setting.Split('=', 2) is [_, var value] ? value : "");
        return settings;
    }

    private static T? OneOrNull<T>(IEnumerable<T> found, Predicate<T> exact) where T : class
    {
        var first = found.Take(2).ToList();
        return first.Find(exact) ?? (first.Count == 1 ? first[0] : null);
    }
}
