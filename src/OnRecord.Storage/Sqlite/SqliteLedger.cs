using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>A ledger in one SQLite file: one writer at a time, any number of readers beside it, each of which sees the record as it stood when its reading began.</summary>
public sealed partial class SqliteLedger : ILedger
{
    private readonly string _path;
    private readonly bool _readOnly;
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly Lock _lock = new();
    private Inserts? _inserts;

    private SqliteLedger(string path, bool readOnly, int patienceSeconds)
    {
        _path = path;
        _readOnly = readOnly;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            // Nought would mean for ever.
            DefaultTimeout = Math.Max(1, patienceSeconds),
            Pooling = true,
        }.ToString();
        _writer = Connect();
    }

    /// <inheritdoc/>
    public AppendResult Append(ArticleEntry article, IReadOnlyList<LedgerEntry> entries)
    {
        ILedger.Validate(article, entries);
        lock (_lock)
        {
            try
            {
                _inserts ??= new Inserts(_writer);
                using var transaction = _writer.BeginTransaction(deferred: false);
                var result = _inserts.Add(transaction, article, entries);
                transaction.Commit();
                return result;
            }
            catch (SqliteException e)
            {
                throw Failure(e);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Entries(LedgerQuery query) =>
        Read(Queries.Entries(query), row => Rows.Entry(row) is { Value: { } entry } ? entry : throw new LedgerFailure(Damaged(row.GetString(0))));

    /// <inheritdoc/>
    public IEnumerable<ArticleEntry> Articles(LedgerQuery query) => Read(Queries.Articles(query), Rows.Article);

    /// <inheritdoc/>
    public LedgerEntry? Entry(string id) =>
        OneOrNull(Read(Queries.EntryById(id), row => Rows.Entry(row) is { Value: { } entry } ? entry : throw new LedgerFailure(Damaged(row.GetString(0)))),
            entry => entry.Statement.Id == id);

    /// <inheritdoc/>
    public ArticleEntry? Article(string id) =>
        Read(Queries.ArticleByKey(id), Rows.Article).FirstOrDefault() ?? OneOrNull(Read(Queries.ArticleById(id), Rows.Article), article => article.Id == id);

    /// <inheritdoc/>
    public (long Articles, long Statements) Count() =>
        Read(Queries.Count, row => (row.GetInt64(0), row.GetInt64(1))).Single();

    /// <summary>Reads the whole file through and says what is damaged, or null where nothing is.</summary>
    public Problem? Check()
    {
        var said = Read(new Query("PRAGMA quick_check(1)"), row => row.GetString(0)).First();
        return said == "ok" ? null : new Problem($"the file is damaged ({said.ReplaceLineEndings(" ")})", _path, "restore it from a copy, or read the articles into a new record");
    }

    /// <summary>Lets go of the file.</summary>
    public void Dispose()
    {
        _inserts?.Dispose();
        _writer.Dispose();
        using var pooled = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    // Each reading has a connection of its own, so that it neither waits for the writer nor sees half an article.
    private IEnumerable<T> Read<T>(Query query, Func<SqliteDataReader, T> map)
    {
        using var connection = Guard(Connect);
        using var command = connection.CreateCommand();
        query.Fill(command);
        using var reader = Guard(command.ExecuteReader);
        while (Guard(reader.Read)) yield return Guard(() => map(reader));
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException e)
        {
            throw Failure(e);
        }
    }

    private LedgerFailure Failure(SqliteException e) => new(SqliteProblems.Of(e, _path), e);

    private Problem Damaged(string id) => new($"entry {id} cannot be read", _path, "restore the file from a copy, or read the articles into a new record");

    private static T? OneOrNull<T>(IEnumerable<T> found, Predicate<T> exact) where T : class
    {
        var first = found.Take(2).ToList();
        return first.Find(exact) ?? (first.Count == 1 ? first[0] : null);
    }
}
