using System.Globalization;
using System.Text;
using Npgsql;
using OnRecord.Ledger;

namespace OnRecord.Storage.Postgres;

/// <summary>Adds articles within a transaction: what is there is asked once for all of them, and what is new goes in by COPY.</summary>
internal sealed class PostgresAppender(NpgsqlConnection connection, PostgresRows rows)
{
    private readonly Dictionary<string, string> _identityOfKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(ArticleEntry Article, string Identity)>> _ofLink = new(StringComparer.Ordinal);
    private readonly HashSet<string> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, bool>> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Article, string Reader), long> _readings = [];
    private readonly List<string> _newArticles = [], _newReadings = [], _newStatements = [], _newVerdicts = [];
    private long _lastReading;

    public AppendResult[] Add(IReadOnlyList<PreparedReading> readings)
    {
        Ask(readings);
        var results = new AppendResult[readings.Count];
        for (var i = 0; i < results.Length; i++) results[i] = Add(readings[i]);
        Copy("articles(id, day, key, identity, link, recorded_at, head, text, words)", _newArticles);
        Copy("readings(n, article, reader, recorded_at)", _newReadings);
        Copy("statements(id, article, day, position, reading, json, words)", _newStatements);
        Copy("verdicts(statement, reading, found)", _newVerdicts);
        if (_newReadings.Count > 0) Run("SELECT setval(pg_get_serial_sequence('readings', 'n'), @last)", ("last", _lastReading));
        return results;
    }

    /// <summary>A key as PostgreSQL can hold it.</summary>
    public static string Plain(string key) => key.Replace("\0", "", StringComparison.Ordinal);

    private void Ask(IReadOnlyList<PreparedReading> readings)
    {
        var ids = readings.Select(r => r.Article.Id).Distinct().ToArray();
        var links = readings.Select(r => ArticleVersions.Link(r.Article.Url)).OfType<string>().Distinct().ToArray();
        foreach (var id in All("SELECT id FROM articles WHERE id = ANY(@ids)", row => row.GetString(0), ("ids", ids))) _articles.Add(id);
        foreach (var (key, identity) in All("SELECT key, identity FROM articles WHERE key = ANY(@keys)", row => (row.GetString(0), row.GetString(1)), ("keys", readings.Select(r => Plain(r.Article.Key)).Distinct().ToArray())))
            _identityOfKey[key] = identity;
        foreach (var (link, found) in All($"SELECT {PostgresRows.ArticleColumns}, a.link FROM articles a WHERE a.link = ANY(@links) ORDER BY a.id", row => (row.GetString(7), rows.ArticleWithIdentity(row)), ("links", links)))
            Linked(link).Add(found);
        foreach (var (n, article, reader) in All("SELECT n, article, reader FROM readings WHERE article = ANY(@ids) ORDER BY n", row => (row.GetInt64(0), row.GetString(1), row.GetString(2)), ("ids", ids)))
        {
            Readers(article).Add(reader);
            _readings[(article, reader)] = n;
        }
        foreach (var (id, article, stands) in All("SELECT s.id, s.article, coalesce((SELECT v.found FROM verdicts v WHERE v.statement = s.id ORDER BY v.reading DESC LIMIT 1), 1) FROM statements s WHERE s.article = ANY(@ids)",
                     row => (row.GetString(0), row.GetString(1), row.GetInt32(2) == 1), ("ids", ids)))
            Statements(article)[id] = stands;
        _lastReading = All("SELECT coalesce(max(n), 0) FROM readings", row => row.GetInt64(0)).Single();
    }

    private AppendResult Add(PreparedReading read)
    {
        var article = read.Article;
        var result = new AppendResult(false, 0);
        if (_articles.Add(article.Id)) result = result with { ArticleAdded = true, Change = ArticleVersions.Change(article, Place(read)) };
        var readers = Readers(article.Id);
        if (read.Reader is { } reader && readers.Exists(other => other == reader || ReaderVersion.Newer(other, reader))) return result;
        var again = read.Reader is not null && readers.Count > 0;
        var reading = Reading(article, read.Reader ?? "");
        var known = Statements(article.Id);
        var gone = again ? Judge(known, read.Entries.Select(e => e.Entry.Statement.Id).ToHashSet(StringComparer.Ordinal), reading) : 0;
        var added = 0;
        foreach (var (entry, json, columns) in read.Entries)
        {
            if (!known.TryAdd(entry.Statement.Id, true)) continue;
            _newStatements.Add(Line(entry.Statement.Id, article.Id, Number(PostgresRows.Day(article.Published)), Number(entry.Statement.Trigger.Start), Number(reading), Bytes(json), WordVectors.Of(columns)));
            added++;
        }
        return result with { StatementsAdded = added, Superseded = gone };
    }

    // True where another content of the article is on record.
    private bool Place(PreparedReading read)
    {
        var (article, link) = (read.Article, ArticleVersions.Link(read.Article.Url));
        var identity = _identityOfKey.GetValueOrDefault(Plain(article.Key)) ?? (link is null ? null : Linked(link).Find(other => ArticleVersions.Alike(article, other.Article)).Identity);
        var placed = identity ?? Plain(article.Key);
        _identityOfKey[Plain(article.Key)] = placed;
        if (link is not null) Linked(link).Add((article, placed));
        _newArticles.Add(Line(article.Id, Number(PostgresRows.Day(article.Published)), Plain(article.Key), placed, link, Number(article.RecordedAt.UtcTicks), Bytes(Head.Of(article)), Bytes(read.Text), WordVectors.Of(read.Words)));
        return identity is not null;
    }

    private long Reading(ArticleEntry article, string reader)
    {
        if (_readings.TryGetValue((article.Id, reader), out var known)) return known;
        Readers(article.Id).Add(reader);
        _newReadings.Add(Line(Number(++_lastReading), article.Id, Plain(reader), Number(article.RecordedAt.UtcTicks)));
        return _readings[(article.Id, reader)] = _lastReading;
    }

    private int Judge(Dictionary<string, bool> known, HashSet<string> found, long reading)
    {
        var gone = 0;
        foreach (var (id, stood) in known.ToList())
        {
            if (stood == found.Contains(id)) continue;
            known[id] = !stood;
            _newVerdicts.Add(Line(id, Number(reading), stood ? "0" : "1"));
            if (stood) gone++;
        }
        return gone;
    }

    private void Copy(string table, List<string> lines)
    {
        if (lines.Count == 0) return;
        using var copy = connection.BeginTextImport($"COPY {table} FROM STDIN");
        foreach (var line in lines) copy.Write(line);
    }

    private List<T> All<T>(string sql, Func<NpgsqlDataReader, T> map, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var all = new List<T>();
        while (reader.Read()) all.Add(map(reader));
        return all;
    }

    private void Run(string sql, params ReadOnlySpan<(string Name, object Value)> values) => All(sql, _ => 0, values);

    private List<(ArticleEntry Article, string Identity)> Linked(string link) => _ofLink.TryGetValue(link, out var there) ? there : _ofLink[link] = [];

    private List<string> Readers(string article) => _readers.TryGetValue(article, out var there) ? there : _readers[article] = [];

    private Dictionary<string, bool> Statements(string article) => _statements.TryGetValue(article, out var there) ? there : _statements[article] = new(StringComparer.Ordinal);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Bytes(byte[] bytes) => "\\x" + Convert.ToHexStringLower(bytes);

    // COPY's text form.
    private static string Line(params ReadOnlySpan<string?> fields)
    {
        var line = new StringBuilder();
        foreach (var field in fields)
        {
            if (line.Length > 0) line.Append('\t');
            if (field is null) line.Append("\\N");
            else line.Append(field.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r"));
        }
        return line.Append('\n').ToString();
    }
}
