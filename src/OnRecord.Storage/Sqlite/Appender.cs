using Microsoft.Data.Sqlite;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>Adds to the record, within a transaction.</summary>
internal sealed class Appender : IDisposable
{
    private readonly WordsAppender _words;
    private readonly ArticleAppender _articles;
    private readonly Command _group, _found, _verdict;
    private readonly Insert _statement;

    public Appender(SqliteConnection connection)
    {
        _words = new WordsAppender(connection);
        _articles = new ArticleAppender(connection, _words);
        _group = new(connection, "SELECT n, id, article FROM statements WHERE n BETWEEN $0 AND $1", 2);
        _statement = new(connection, "INSERT INTO statements VALUES(?,?,?,?,?,?)");
        _found = new(connection, "SELECT found FROM verdicts WHERE statement=$0 ORDER BY reading DESC LIMIT 1", 1);
        _verdict = new(connection, "INSERT INTO verdicts VALUES($0,$1,$2)", 3);
    }

    /// <summary>Adds articles with their statements; the results are in the order given.</summary>
    public AppendResult[] Add(SqliteTransaction transaction, IReadOnlyList<ArticleReading> readings)
    {
        // What a transaction that failed left behind.
        _words.Forget();
        var results = new AppendResult[readings.Count];
        int[] order = [.. Enumerable.Range(0, readings.Count).OrderBy(i => SortKey.Article(readings[i].Article.Published, readings[i].Article.Id))];
        var next = 0;
        foreach (var prepared in PreparedReading.Of([.. order.Select(i => readings[i])])) results[order[next++]] = Add(transaction, prepared);
        _words.Write();
        return results;
    }

    public void Dispose()
    {
        _words.Dispose();
        _articles.Dispose();
        _statement.Dispose();
        foreach (var command in new[] { _group, _found, _verdict }) command.Dispose();
    }

    private AppendResult Add(SqliteTransaction transaction, PreparedReading read)
    {
        var article = read.Article;
        var (row, change, added) = _articles.Add(transaction, read);
        var result = new AppendResult(added, 0) { Change = change };
        if (_articles.Read(transaction, row, added, read.Reader, article.RecordedAt) is not { } reading) return result;
        var first = SortKey.Statements(article.Published, article.Id);
        var there = _group.All(transaction, r => (Row: r.GetInt64(0), Id: r.GetString(1), Article: r.GetInt64(2)), first, first + SortKey.Slots - 1);
        var gone = reading.Again ? Judge(transaction, there.Where(t => t.Article == row).Select(t => (t.Row, t.Id)), read.Entries, reading.Row) : 0;
        return result with { StatementsAdded = Statements(row, reading.Row, first, there, read.Entries), Superseded = gone };
    }

    private int Statements(long row, long reading, long first, List<(long Row, string Id, long Article)> there, IReadOnlyList<PreparedEntry> entries)
    {
        var known = there.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var taken = there.Select(t => t.Row).ToHashSet();
        var added = 0;
        foreach (var (entry, json, columns) in entries.Where(prepared => known.Add(prepared.Entry.Statement.Id)))
        {
            var s = entry.Statement;
            var at = first + Math.Clamp(s.Trigger.Start, 0, SortKey.Slots - 1);
            while (!taken.Add(at)) at = at + 1 < first + SortKey.Slots ? at + 1 : first;
            _statement.Value(at).Value(s.Id).Value(row).Value(reading).Value(s.Trigger.Start).Value(json).Run();
            _words.Add(at, columns);
            added++;
        }
        return added;
    }

    // Only what changes is written: what stood and is no longer found, and what is found again.
    private int Judge(SqliteTransaction transaction, IEnumerable<(long Row, string Id)> there, IReadOnlyList<PreparedEntry> entries, long reading)
    {
        var found = entries.Select(prepared => prepared.Entry.Statement.Id).ToHashSet(StringComparer.Ordinal);
        var gone = 0;
        foreach (var (row, id) in there)
        {
            var (stood, stands) = (_found.One(transaction, row) is not 0L, found.Contains(id));
            if (stood == stands) continue;
            _verdict.Run(transaction, row, reading, stands ? 1 : 0);
            if (stood) gone++;
        }
        return gone;
    }
}
