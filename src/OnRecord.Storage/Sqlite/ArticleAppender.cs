using Microsoft.Data.Sqlite;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>Puts articles and their readings in the record.</summary>
internal sealed class ArticleAppender(SqliteConnection connection, WordsAppender words) : IDisposable
{
    private readonly Command _find = new(connection, "SELECT n FROM articles WHERE id=$0", 1);
    private readonly Command _taken = new(connection, "SELECT 1 FROM articles WHERE n=$0", 1);
    private readonly Command _ofKey = new(connection, "SELECT identity FROM articles WHERE key=$0 LIMIT 1", 1);
    private readonly Command _ofLink = new(connection, $"SELECT {Queries.ArticleColumns}, a.identity FROM articles a WHERE a.link=$0 ORDER BY a.id", 1);
    private readonly Insert _article = new(connection, "INSERT INTO articles VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)");
    private readonly Command _readers = new(connection, "SELECT reader, n FROM readings WHERE article=$0 ORDER BY n", 1);
    private readonly Command _reading = new(connection, "INSERT INTO readings(article, reader, recorded_at) VALUES($0,$1,$2) RETURNING n", 3);

    /// <summary>The row of an article, what it is to its other contents, and whether it was added.</summary>
    public (long Row, ArticleChange Change, bool Added) Add(SqliteTransaction transaction, PreparedReading reading)
    {
        var article = reading.Article;
        if (_find.One(transaction, article.Id) is long known) return (known, default, false);
        var row = SortKey.Article(article.Published, article.Id);
        while (_taken.One(transaction, row) is not null) row++;
        var link = ArticleVersions.Link(article.Url);
        var identity = Identity(transaction, article, link);
        _article.Value(row).Value(article.Id).Value(article.Key).Value(identity ?? article.Key).Value(link).Value(article.Title).Value(article.Outlet).Value(article.Byline).Value(article.Dateline)
            .Value(article.Agency).Value(article.Url).Value(article.RecordedAt.UtcTicks).Value(reading.Text).Run();
        words.Add(row, reading.Words);
        return (row, reading.Notice ?? (identity is null ? ArticleChange.First : ArticleChange.Changed), true);
    }

    /// <summary>The row of a new reading of an article, whether others were there before it, and whether it is new; null where it adds nothing to what is there. Of an article just added there are none to ask for.</summary>
    public (long Row, bool Again, bool New)? Read(SqliteTransaction transaction, long article, bool added, string? reader, DateTimeOffset at)
    {
        var readings = added ? [] : _readers.All(transaction, row => (Reader: row.GetString(0), Row: row.GetInt64(1)), article);
        if (reader is null)
        {
            var unknown = readings.Find(reading => reading.Reader.Length == 0);
            return unknown.Row > 0 ? (unknown.Row, false, false) : (Insert(""), false, true);
        }
        if (readings.Exists(reading => reading.Reader == reader || ReaderVersion.Newer(reading.Reader, reader))) return null;
        return (Insert(reader), readings.Count > 0, true);

        long Insert(string name) => (long)_reading.One(transaction, article, name, at.UtcTicks)!;
    }

    public void Dispose()
    {
        _article.Dispose();
        foreach (var command in new[] { _find, _taken, _ofKey, _ofLink, _readers, _reading }) command.Dispose();
    }

    // That of the article whose content this is another of, or null.
    private string? Identity(SqliteTransaction transaction, ArticleEntry article, string? link)
    {
        if (_ofKey.One(transaction, article.Key) is string same) return same;
        if (link is null) return null;
        return _ofLink.All(transaction, row => (Article: Rows.Article(row), Identity: row.GetString(Queries.ArticleColumnCount)), link)
            .Find(other => ArticleVersions.Alike(article, other.Article)).Identity;
    }
}
