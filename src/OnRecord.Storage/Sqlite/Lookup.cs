using Microsoft.Data.Sqlite;

namespace OnRecord.Storage.Sqlite;

/// <summary>One query asked again and again over one connection: opening one for each would cost more than the reading.</summary>
internal sealed class Lookup(SqliteConnection connection, string sql, params string[] parameters) : IDisposable
{
    private readonly SqliteCommand _command = Prepared(connection, sql, parameters);

    /// <summary>The rows for some values.</summary>
    public List<T> All<T>(Func<SqliteDataReader, T> map, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i];
        using var reader = _command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    /// <summary>Lets go of the query and its connection.</summary>
    public void Dispose()
    {
        _command.Dispose();
        connection.Dispose();
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }
}
