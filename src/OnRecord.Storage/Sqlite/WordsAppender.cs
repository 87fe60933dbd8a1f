using Microsoft.Data.Sqlite;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>Puts words in the record's indexes, at the end of a transaction: between other inserts SQLite would write an index out at each of them, and rows that ascend are fastest.</summary>
internal sealed class WordsAppender(SqliteConnection connection) : IDisposable
{
    private readonly Insert _statement = new(connection, "INSERT INTO statement_words(rowid, words, who, voice, marks) VALUES(?,?,?,?,?)");
    private readonly Insert _article = new(connection, "INSERT INTO article_words(rowid, words) VALUES(?,?)");

    // Words of this many bytes are gathered before a piece of the index is written, and so many pieces are merged at a time: small ones would be merged again and again.
    // They are merged little by little; only where four times as many lie about does SQLite stop to merge them at once.
    private static readonly (string Name, long Value)[] Settings = [("hashsize", 32 << 20), ("automerge", 16), ("crisismerge", 64)];

    private readonly List<(long Row, SearchColumns Columns)> _statements = [];
    private readonly List<(long Row, string Words)> _articles = [];

    /// <summary>Says to the indexes how much to gather before they write; they remember.</summary>
    public static void Prepare(SqliteConnection connection, SqliteTransaction transaction)
    {
        foreach (var index in new[] { "statement_words", "article_words" })
            foreach (var (name, value) in Settings)
            {
                using var set = new Command(connection, $"SELECT v FROM {index}_config WHERE k='{name}'", 0);
                if (set.One(transaction) is long there && there == value) continue;
                using var command = new Command(connection, $"INSERT INTO {index}({index}, rank) VALUES('{name}', $0)", 1);
                command.Run(transaction, value);
            }
    }

    /// <summary>Notes a statement.</summary>
    public void Add(long row, SearchColumns columns) => _statements.Add((row, columns));

    /// <summary>Notes an article.</summary>
    public void Add(long row, string words) => _articles.Add((row, words));

    /// <summary>Writes what was noted.</summary>
    public void Write()
    {
        _statements.Sort((a, b) => a.Row.CompareTo(b.Row));
        foreach (var (row, c) in _statements) _statement.Value(row).Value(c.Words).Value(c.Who).Value(c.Voice).Value(c.Marks).Run();
        _articles.Sort((a, b) => a.Row.CompareTo(b.Row));
        foreach (var (row, words) in _articles) _article.Value(row).Value(words).Run();
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
