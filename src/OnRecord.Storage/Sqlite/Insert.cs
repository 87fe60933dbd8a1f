using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OnRecord.Storage.Sqlite;

/// <summary>A prepared INSERT that is run very often: values go to SQLite as they are, without an object for each.</summary>
internal sealed class Insert(SqliteConnection connection, string sql) : IDisposable
{
    private readonly sqlite3 _database = connection.Handle!;
    private readonly sqlite3_stmt _statement = Prepared(connection.Handle!, sql);
    private byte[] _text = new byte[4096];
    private int _next;

    /// <summary>The next value: a number.</summary>
    public Insert Value(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_next, value));
        return this;
    }

    /// <summary>The next value: a text, or nothing.</summary>
    public Insert Value(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            // An empty text is not nothing, though it has no bytes to point at.
            Check(value is null ? raw.sqlite3_bind_null(_statement, ++_next) : raw.sqlite3_bind_text(_statement, ++_next, ""));
            return this;
        }
        if (_text.Length < Encoding.UTF8.GetMaxByteCount(value.Length)) _text = new byte[2 * Encoding.UTF8.GetMaxByteCount(value.Length)];
        // SQLite keeps a copy.
        Check(raw.sqlite3_bind_text(_statement, ++_next, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text))));
        return this;
    }

    /// <summary>The next value: bytes.</summary>
    public Insert Value(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, ++_next, value));
        return this;
    }

    /// <summary>Puts the row in.</summary>
    public void Run()
    {
        _next = 0;
        var done = raw.sqlite3_step(_statement);
        if (done == raw.SQLITE_DONE)
        {
            Check(raw.sqlite3_reset(_statement));
            return;
        }
        // What was wrong is said before the statement is made ready again.
        var problem = Failure(done);
        raw.sqlite3_reset(_statement);
        throw problem;
    }

    /// <summary>Lets go of the statement.</summary>
    public void Dispose() => _statement.Dispose();

    private static sqlite3_stmt Prepared(sqlite3 database, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        return statement;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Failure(code);
    }

    private SqliteException Failure(int code) => new(raw.sqlite3_errmsg(_database).utf8_to_string(), code & 0xFF, code);
}
