using Microsoft.Data.Sqlite;

namespace OnRecord.Storage.Sqlite;

/// <summary>A prepared statement of SQL whose values are given in order.</summary>
internal sealed class Command : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares SQL with the parameters $0, $1 …</summary>
    public Command(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 0; i < parameters; i++) _command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
    }

    /// <summary>How many rows it changed.</summary>
    public int Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        Fill(transaction, values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, or null.</summary>
    public object? One(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        Fill(transaction, values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(SqliteTransaction transaction, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        Fill(transaction, values);
        using var reader = _command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    public void Dispose() => _command.Dispose();

    private void Fill(SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
