using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Storage.Postgres;
using OnRecord.Storage.Sqlite;

namespace OnRecord.Storage;

/// <summary>Opens a record by its name: the address of a PostgreSQL database, or else a file of SQLite.</summary>
public static class Records
{
    /// <summary>Opens the record, making it where there is none yet unless it is only to be read; or says what stands in the way.</summary>
    /// <param name="record">The file, an address (postgresql://user@host/database) or a connection string (Host=…;Database=…).</param>
    /// <param name="readOnly">True to look only.</param>
    /// <param name="patienceSeconds">How long to wait for another program that holds a file; on a server writers take turns.</param>
    public static Outcome<ILedger> Open(string record, bool readOnly = false, int patienceSeconds = 30) =>
        IsServer(record) ? Any(PostgresLedger.Open(record, readOnly)) : Any(SqliteLedger.Open(record, readOnly, patienceSeconds));

    /// <summary>True where the name is of a database on a server and not of a file.</summary>
    public static bool IsServer(string record) => PostgresLedger.Is(record);

    /// <summary>The name as it may be shown: without the password.</summary>
    public static string Shown(string record) => IsServer(record) ? PostgresLedger.Shown(record) : record;

    /// <summary>What a page of the record is headed with: the name of the file or of the database.</summary>
    public static string Title(string record) => Path.GetFileName(Shown(record));

    /// <summary>True where there may be a record of this name: a file that is there, or a server, which has to be asked.</summary>
    public static bool MayExist(string record) => IsServer(record) || File.Exists(record) || Directory.Exists(record);

    private static Outcome<ILedger> Any<T>(Outcome<T> opened) where T : class, ILedger => opened.Value is { } ledger ? Outcome<ILedger>.Of(ledger) : opened.Problem!;
}
