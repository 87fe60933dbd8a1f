using Microsoft.Data.Sqlite;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>Puts words in the record's indexes. Rows that ascend are fastest: an index writes out what it has gathered before one that does not, and at the end of a transaction.</summary>
internal sealed class WordsAppender(SqliteConnection connection) : IDisposable
{
    private readonly Insert _statement = new(connection, "INSERT INTO statement_words(rowid, words, who, voice, marks) VALUES(?,?,?,?,?)");
    private readonly Insert _article = new(connection, "INSERT INTO article_words(rowid, words) VALUES(?,?)");

    // Words of this many bytes are gathered before a piece of the index is written, and so many pieces are merged at a time: small ones would be merged again and again.
    private static readonly (string Name, long Value)[] Settings = [("hashsize", 32 << 20), ("automerge", 16)];

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

    /// <summary>Adds a statement.</summary>
    public void Add(long row, SearchColumns c) => _statement.Value(row).Value(c.Words).Value(c.Who).Value(c.Voice).Value(c.Marks).Run();

    /// <summary>Adds an article.</summary>
    public void Add(long row, string words) => _article.Value(row).Value(words).Run();

    public void Dispose()
    {
        _statement.Dispose();
        _article.Dispose();
    }
}
