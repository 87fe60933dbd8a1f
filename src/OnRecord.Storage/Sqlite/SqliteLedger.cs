using System.Collections.Immutable;
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
    private Appender? _appender;

    private SqliteLedger(string path, bool readOnly, int patienceSeconds, bool unchanging = false)
    {
        _path = path;
        _readOnly = readOnly;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = unchanging ? $"file:{Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/")}?immutable=1" : path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            // Nought would mean for ever.
            DefaultTimeout = Math.Max(1, patienceSeconds),
            Pooling = true,
        }.ToString();
        _writer = Connect();
    }

    /// <inheritdoc/>
    public AppendResult Append(ArticleEntry article, IReadOnlyList<LedgerEntry> entries, string? reader = null) => AppendAll([new ArticleReading(article, entries, reader)])[0];

    /// <inheritdoc/>
    public IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<ArticleReading> readings)
    {
        foreach (var reading in readings) ILedger.Validate(reading.Article, reading.Entries);
        lock (_lock)
        {
            try
            {
                var first = _appender is null;
                _appender ??= new Appender(_writer);
                using var transaction = _writer.BeginTransaction(deferred: false);
                if (first) WordsAppender.Prepare(_writer, transaction);
                var results = _appender.Add(transaction, readings);
                transaction.Commit();
                return results;
            }
            catch (SqliteException e)
            {
                throw Failure(e);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Entries(LedgerQuery query) => Paged(Found(query), query);

    /// <inheritdoc/>
    public IEnumerable<ArticleEntry> Articles(LedgerQuery query) => Paged(query.AsksForStatements ? ArticlesOfFound(query) : FoundArticles(query), query);

    /// <inheritdoc/>
    public LedgerEntry? Entry(string id) => OneOrNull(Read(Queries.EntryById(id), Rows.Entry).Select(Whole), entry => entry.Statement.Id == id);

    /// <inheritdoc/>
    public ArticleEntry? Article(string id) => Row(id)?.Article;

    /// <inheritdoc/>
    public ImmutableArray<ArticleVersion> Versions(string id) => Row(id) is { } row ? ArticleVersions.Of(Read(Queries.ArticlesByIdentity(row.Identity), Rows.Article)) : [];

    /// <inheritdoc/>
    public (long Articles, long Statements) Count() =>
        Read(Queries.Count, row => (row.GetInt64(0), row.GetInt64(1))).Single();

    /// <inheritdoc/>
    public Problem? Check()
    {
        try
        {
            var said = Read(new Query("PRAGMA quick_check(1)"), row => row.GetString(0)).First();
            if (said == "ok" && Read(new Query("PRAGMA foreign_key_check"), row => $"a row of {row.GetString(0)} refers to one of {row.GetString(2)} that is not there").FirstOrDefault() is { } missing) said = missing;
            if (said == "ok" && CheckDigests() is { } stale) return stale;
            return said == "ok" ? null : new Problem($"the file is damaged ({said.ReplaceLineEndings(" ")})", _path, "restore it from a copy, or read the articles into a new record");
        }
        catch (LedgerFailure e)
        {
            return e.Problem;
        }
    }

    /// <summary>Lets go of the file.</summary>
    public void Dispose()
    {
        _appender?.Dispose();
        _writer.Dispose();
        using var pooled = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private Rows.ArticleRow? Row(string id)
    {
        var byId = Read(Queries.ArticleById(id), Rows.ArticleWithRow).ToList();
        return byId.Find(row => row.Article.Id == id)
            ?? Read(Queries.ArticlesByKey(id), Rows.ArticleWithRow).OrderBy(row => row.Article, ArticleVersions.Order).LastOrDefault()
            ?? (byId.Count == 1 ? byId[0] : null);
    }

    private LedgerEntry Whole(Rows.EntryRow row) => row.Entry() is { Value: { } entry }
        ? entry
        : throw new LedgerFailure(SqliteProblems.Damaged($"entry {row.Id} cannot be read", _path));

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
        catch (DamagedRowException e)
        {
            throw new LedgerFailure(SqliteProblems.Damaged(e.Message, _path), e);
        }
    }

    private LedgerFailure Failure(SqliteException e) => new(SqliteProblems.Of(e, _path), e);

    private static T? OneOrNull<T>(IEnumerable<T> found, Predicate<T> exact) where T : class
    {
        var first = found.Take(2).ToList();
        return first.Find(exact) ?? (first.Count == 1 ? first[0] : null);
    }
}
