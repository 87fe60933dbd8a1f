using Microsoft.Data.Sqlite;
using OnRecord.Ledger;

namespace OnRecord.Storage.Sqlite;

/// <summary>Adds to the record, within a transaction.</summary>
internal sealed class Appender(SqliteConnection connection) : IDisposable
{
    private readonly ArticleAppender _articles = new(connection);
    private readonly Command _group = new(connection, "SELECT n, id, article FROM statements WHERE n BETWEEN $0 AND $1", 2);
    private readonly Command _statement = new(connection, "INSERT INTO statements VALUES($0,$1,$2,$3,$4,$5) ON CONFLICT(id) DO NOTHING", 6);
    private readonly Command _words = new(connection, "INSERT INTO statement_words(rowid, words, who, voice, marks) VALUES($0,$1,$2,$3,$4)", 5);
    private readonly Command _found = new(connection, "SELECT found FROM verdicts WHERE statement=$0 ORDER BY reading DESC LIMIT 1", 1);
    private readonly Command _verdict = new(connection, "INSERT INTO verdicts VALUES($0,$1,$2)", 3);

    public AppendResult Add(SqliteTransaction transaction, ArticleEntry article, IReadOnlyList<LedgerEntry> entries, string? reader)
    {
        var (row, change, added) = _articles.Add(transaction, article);
        var result = new AppendResult(added, 0) { Change = change };
        if (_articles.Read(transaction, row, reader, article.RecordedAt) is not { } reading) return result;
        var first = SortKey.Statements(article.Published, article.Id);
        var there = _group.All(transaction, r => (Row: r.GetInt64(0), Id: r.GetString(1), Article: r.GetInt64(2)), first, first + SortKey.Slots - 1);
        var gone = reading.Again ? Judge(transaction, there.Where(t => t.Article == row).Select(t => (t.Row, t.Id)), entries, reading.Row) : 0;
        return result with { StatementsAdded = Statements(transaction, article, row, reading.Row, first, there, entries), Superseded = gone };
    }

    public void Dispose()
    {
        _articles.Dispose();
        foreach (var command in new[] { _group, _statement, _words, _found, _verdict }) command.Dispose();
    }

    // In the order of their places in the text, for words are fastest to add in the order of rows.
    private int Statements(SqliteTransaction transaction, ArticleEntry article, long row, long reading, long first, List<(long Row, string Id, long Article)> there, IReadOnlyList<LedgerEntry> entries)
    {
        var known = there.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var taken = there.Select(t => t.Row).ToHashSet();
        var added = 0;
        foreach (var entry in entries.Where(entry => known.Add(entry.Statement.Id)).OrderBy(entry => entry.Statement.Trigger.Start).ThenBy(entry => entry.Statement.Id, StringComparer.Ordinal))
        {
            var s = entry.Statement;
            var at = first + Math.Clamp(s.Trigger.Start, 0, SortKey.Slots - 1);
            while (!taken.Add(at)) at = at + 1 < first + SortKey.Slots ? at + 1 : first;
            if (_statement.Run(transaction, at, s.Id, row, reading, s.Trigger.Start, StatementJson.Write(s)) == 0) continue;
            var columns = SearchColumns.Of(article, s);
            _words.Run(transaction, at, string.Join(' ', columns.Words), string.Join(' ', columns.Who), string.Join(' ', columns.Voice), string.Join(' ', columns.Marks));
            added++;
        }
        return added;
    }

    // Only what changes is written: what stood and is no longer found, and what is found again.
    private int Judge(SqliteTransaction transaction, IEnumerable<(long Row, string Id)> there, IReadOnlyList<LedgerEntry> entries, long reading)
    {
        var found = entries.Select(entry => entry.Statement.Id).ToHashSet(StringComparer.Ordinal);
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
