using OnRecord.Ledger;
using OnRecord.Pictures;

namespace OnRecord.Storage.Sqlite;

public sealed partial class SqliteLedger
{
    // The record is read in so many spans of days at once.
    private const int Spans = 16;

    /// <inheritdoc/>
    public CountryPart? PartOf(string country)
    {
        if (!InStep()) return null;
        var state = State();
        var digests = Read(Digests.All, Digests.RowOf).ToList();
        var entries = Placed(country).Concat(Strays(country, digests)).ToList();
        var articles = ArticleRows(Queries.ArticleOfId, entries.Select(entry => entry.ArticleId).Distinct(StringComparer.Ordinal)).ToDictionary(row => row.Row);
        var contents = Reach([.. articles.Keys], Contents());
        var pairs = digests.Where(row => !row.Copies.IsEmpty).SelectMany(row => row.Copies.Select(copy => (copy.Earlier, Later: row.Article, copy.Alike))).ToList();
        var copies = Reach([.. articles.Keys], pairs.Select(pair => new[] { pair.Earlier, pair.Later }));
        foreach (var row in ArticleRows(Queries.ArticleOfRow, contents.Concat(copies).Distinct().Where(row => !articles.ContainsKey(row)).Select(row => (object)row))) articles[row.Row] = row;
        return new CountryPart(country, digests.Max(row => row.Digest.Last), entries, [.. articles.Values.Select(row => row.Article)],
            [.. pairs.Where(pair => copies.Contains(pair.Later)).Select(pair => new CopyPair(articles[pair.Earlier].Article.Id, articles[pair.Later].Article.Id, pair.Alike))],
            [.. digests.SelectMany(row => row.Digest.Quoted)], EntriesOf(contents.Select(row => articles[row].Article)).ToLookup(entry => entry.ArticleId, StringComparer.Ordinal))
        { State = State() == state ? state : null };
    }

    // What lies in the country by its own place: the words' index has its mark.
    private List<LedgerEntry> Placed(string country)
    {
        if (country.Length == 0) return [];
        var query = new LedgerQuery(Country: country);
        var terms = SearchTerms.OfStatements(query);
        var (first, last) = Read(new Query("SELECT coalesce(min(n), 0), coalesce((SELECT max(n) FROM statements WHERE n < $undated), -1) FROM statements", ("$undated", SortKey.Undated)), row => (row.GetInt64(0), row.GetInt64(1))).Single();
        var width = (last - first) / Spans + 1;
        var ranges = Enumerable.Range(0, last < first ? 0 : Spans).Select(i => new Rows.Range(first + i * width, Math.Min(last, first + (i + 1) * width - 1))).Append(new Rows.Range(SortKey.Undated, long.MaxValue));
        return AtOnce(ranges, range => (List<LedgerEntry>)[.. Read(Queries.Entries(query, terms, range), Rows.Entry).Where(row => row.Superseded is null).Select(Whole)
            .Where(entry => ArticleDigest.CountryOf(entry.Statement) == country)]);
    }

    // What has no place of a country, of articles that are mostly about this one.
    private List<LedgerEntry> Strays(string country, List<Digests.Row> digests) =>
        AtOnce(digests.Where(row => row.Digest.Strays && row.Digest.Home == country).Select(row => (object)row.Article).Chunk(ArticlesAtATime),
            chunk => (List<LedgerEntry>)[.. RowsOf(ArticleRows(Queries.ArticleOfRow, chunk).Select(row => row.Article)).Select(Whole).Where(entry => ArticleDigest.CountryOf(entry.Statement).Length == 0)]);

    private List<Rows.ArticleRow> ArticleRows(string sql, IEnumerable<object> keys) => AtOnce(keys.Chunk(ArticlesAtATime), chunk =>
    {
        using var articles = Guard(() => new Lookup(Connect(), sql, sql == Queries.ArticleOfId ? "$id" : "$n"));
        return chunk.SelectMany(key => Guard(() => articles.All(Rows.ArticleWithRow, key))).ToList();
    });

    // The rows of articles that share a key or an address.
    private IEnumerable<long[]> Contents() => Read(new Query("""
        SELECT n, 'k ' || key FROM articles WHERE key IN (SELECT key FROM articles GROUP BY key HAVING count(*) > 1)
        UNION ALL SELECT n, 'l ' || link FROM articles WHERE link IN (SELECT link FROM articles WHERE link IS NOT NULL GROUP BY link HAVING count(*) > 1)
        """), row => (Row: row.GetInt64(0), Under: row.GetString(1))).GroupBy(row => row.Under, row => row.Row, StringComparer.Ordinal).Select(group => group.ToArray()).ToList();

    // The groups, and those that share a row with them, and so on, that some rows are in.
    private static HashSet<long> Reach(HashSet<long> from, IEnumerable<long[]> groups)
    {
        var under = groups.SelectMany(group => group.Select(row => (Row: row, Group: group))).ToLookup(pair => pair.Row, pair => pair.Group);
        var reached = new HashSet<long>(from.Where(under.Contains));
        var next = new Queue<long>(reached);
        while (next.TryDequeue(out var row))
            foreach (var other in under[row].SelectMany(group => group))
                if (reached.Add(other)) next.Enqueue(other);
        return reached;
    }
}
