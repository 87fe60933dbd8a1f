using Microsoft.Data.Sqlite;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>Puts words in the record's indexes, at the end of a transaction: between other inserts SQLite would write an index out at each of them, and rows that ascend are fastest.</summary>
internal sealed class WordsAppender(SqliteConnection connection) : IDisposable
{
    private readonly Command _statement = new(connection, "INSERT INTO statement_words(rowid, words, who, voice, marks) VALUES($0,$1,$2,$3,$4)", 5);
    private readonly Command _article = new(connection, "INSERT INTO article_words(rowid, words) VALUES($0,$1)", 2);
    private readonly List<(long Row, SearchColumns Columns)> _statements = [];
    private readonly List<(long Row, string[] Words)> _articles = [];

    /// <summary>Notes a statement.</summary>
    public void Add(long row, SearchColumns columns) => _statements.Add((row, columns));

    /// <summary>Notes an article.</summary>
    public void Add(long row, string[] words) => _articles.Add((row, words));

    /// <summary>Writes what was noted.</summary>
    public void Write(SqliteTransaction transaction)
    {
        foreach (var (row, c) in _statements.OrderBy(noted => noted.Row))
            _statement.Run(transaction, row, string.Join(' ', c.Words), string.Join(' ', c.Who), string.Join(' ', c.Voice), string.Join(' ', c.Marks));
        foreach (var (row, words) in _articles.OrderBy(noted => noted.Row)) _article.Run(transaction, row, string.Join(' ', words));
        Forget();
    }

    /// <summary>Drops what was noted, where its transaction came to nothing.</summary>
    public void Forget()
    {
        _statements.Clear();
        _articles.Clear();
    }

    public void Dispose()
    {
        _statement.Dispose();
        _article.Dispose();
    }
}
