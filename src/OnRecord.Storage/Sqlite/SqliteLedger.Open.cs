using Microsoft.Data.Sqlite;
using OnRecord.Language;
using SQLitePCL;

namespace OnRecord.Storage.Sqlite;

public sealed partial class SqliteLedger
{
    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    /// <summary>Opens the record at <paramref name="path"/>, making it where there is none yet unless it is only to be read; or says what stands in the way.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readOnly">True to look only; a file that does not exist is then a problem.</param>
    /// <param name="patienceSeconds">How long to wait for another program that holds the record.</param>
    public static Outcome<SqliteLedger> Open(string path, bool readOnly = false, int patienceSeconds = 30)
    {
        if (Obstacle(path, readOnly) is { } obstacle) return obstacle;
        var opened = Open(path, readOnly, patienceSeconds, unchanging: false, out var code);
        // Where the folder cannot be written the log of writers cannot be kept beside the file; without one, nobody is writing.
        return readOnly && code is SqliteProblems.CannotOpen or SqliteProblems.ReadOnly && new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 }
            ? Open(path, readOnly, patienceSeconds, unchanging: true, out _)
            : !readOnly && code is SqliteProblems.CannotOpen && File.Exists(path) ? SqliteProblems.ReadOnlyFile(path) : opened;
    }

    private static Outcome<SqliteLedger> Open(string path, bool readOnly, int patienceSeconds, bool unchanging, out int code)
    {
        SqliteLedger? ledger = null;
        code = 0;
        try
        {
            ledger = new SqliteLedger(path, readOnly, patienceSeconds, unchanging);
            var problem = ledger.Prepare();
            if (problem is null) return ledger;
            ledger.Dispose();
            return problem;
        }
        catch (SqliteException e)
        {
            ledger?.Dispose();
            code = e.SqliteErrorCode;
            return SqliteProblems.Of(e, path);
        }
    }

    // What can be said before SQLite looks at the file.
    private static Problem? Obstacle(string path, bool readOnly)
    {
        if (Directory.Exists(path)) return SqliteProblems.Folder(path);
        if (!File.Exists(path))
        {
            if (readOnly) return SqliteProblems.Missing(path);
            return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? null : SqliteProblems.NoFolder(path);
        }
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var head = new byte[Magic.Length];
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return read == 0 || head.AsSpan().SequenceEqual(Magic) ? null : SqliteProblems.Foreign(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("the file cannot be read", path, "check its permissions");
        }
    }

    // Checks whose file it is, and makes the tables where it is new; the problem, or null.
    private Problem? Prepare()
    {
        if (Mark() is { } problem) return problem;
        // Where it may not write, SQLite opens the file for reading without a word.
        if (!_readOnly && raw.sqlite3_db_readonly(_writer.Handle, "main") == 1) return SqliteProblems.ReadOnlyFile(_path);
        // With a write-ahead log a killed process loses nothing committed; only a power cut may lose the last moments.
        // References are not looked up at each insert: the appender has just put in what it refers to, and Check looks at all of them.
        // Rows come in the order of days, not of arrival, so that a long run touches pages all over the file: 128 MiB keep them at hand, and a page is written back after many changes, not after each.
        Execute("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-131072; PRAGMA wal_autocheckpoint=16000");
        if (!IsEmpty()) return Number("PRAGMA user_version") < Schema.Version ? Upgrade() : Complete() ? null : SqliteProblems.Foreign(_path);
        if (_readOnly) return SqliteProblems.Missing(_path);
        Execute("PRAGMA journal_mode=WAL");
        using var transaction = _writer.BeginTransaction(deferred: false);
        // Another program may have made it while this one waited.
        if (IsEmpty()) Execute($"{Schema.Form5} PRAGMA application_id={Schema.ApplicationId}; PRAGMA user_version={Schema.Version};");
        transaction.Commit();
        return Mark();
    }

    // To look at an older record is to bring it to the present form first, which needs leave to write.
    private Problem? Upgrade()
    {
        if (Number("SELECT count(*) FROM sqlite_schema WHERE type='table' AND name IN ('articles','statements')") < 2) return SqliteProblems.Foreign(_path);
        if (_readOnly)
        {
            var upgraded = Open(_path, readOnly: false, Math.Max(1, _writer.DefaultTimeout));
            upgraded.Value?.Dispose();
            return upgraded.Problem is { } problem ? SqliteProblems.Older(_path, problem) : null;
        }
        using var transaction = _writer.BeginTransaction(deferred: false);
        // Another program may have done it while this one waited.
        var version = Number("PRAGMA user_version");
        if (version < Schema.Version && Migrations.Run(_writer, transaction, version, _path) is { } stopped) return stopped;
        transaction.Commit();
        return Mark();
    }

    private Problem? Mark()
    {
        var application = Number("PRAGMA application_id");
        var version = Number("PRAGMA user_version");
        if (application == 0 && IsEmpty()) return null;
        if (application != Schema.ApplicationId || version < 1) return SqliteProblems.Foreign(_path);
        return version > Schema.Version ? SqliteProblems.Newer(_path, version) : null;
    }

    private bool IsEmpty() => Number("SELECT count(*) FROM sqlite_schema") == 0;

    private bool Complete() => Number($"SELECT count(*) FROM sqlite_schema WHERE type='table' AND name IN ('articles','readings','statements','verdicts','statement_words','article_words','digests','digest_state','folds')") == 9;

    internal void Execute(string sql)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Number(string sql)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
