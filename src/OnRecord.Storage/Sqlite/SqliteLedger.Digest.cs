using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Pictures;

namespace OnRecord.Storage.Sqlite;

public sealed partial class SqliteLedger
{
    private const int ArticlesAtATime = 256;

    /// <inheritdoc/>
    public void KeepInStep() => _ = InStep();

    // True where the digests hold for all that is on record, brought in step if need be; false where this record may not be written.
    private bool InStep()
    {
        var (kept, due) = (Read(Digests.Kept, Digests.StateOf).FirstOrDefault(), Read(Digests.Due, Digests.StateOf).Single());
        if (kept == due) return true;
        if (_readOnly)
        {
            using var writer = Open(_path, readOnly: false, Math.Max(1, _writer.DefaultTimeout)).Value;
            return writer?.InStep() == true;
        }
        var rows = kept is not null && kept.Form == due.Form && due.Readings > kept.Readings ? Since(kept, due) : null;
        var whole = rows is null;
        rows ??= Made();
        lock (_lock)
        {
            using var transaction = Guard(() => _writer.BeginTransaction(deferred: false));
            return Guard(() =>
            {
                using var now = new Command(_writer, Digests.Kept.Sql, 0);
                // Another program may have done it while this one worked it out.
                if (now.All(transaction, Digests.StateOf).FirstOrDefault() != kept) return false;
                Digests.Write(_writer, transaction, rows, whole, due);
                transaction.Commit();
                return true;
            });
        }
    }

    // All digests, made anew.
    private IReadOnlyList<Digests.Row> Made()
    {
        var made = DigestsOf(Read(new Query("SELECT n FROM articles ORDER BY n"), row => row.GetInt64(0)).ToList());
        return Copied(made, made);
    }

    // The digests that are new or other than they were, or null where it cannot be told which these are.
    private IReadOnlyList<Digests.Row>? Since(Digests.State kept, Digests.State due)
    {
        var added = Read(new Query("SELECT count(*) FROM statements WHERE reading >> 12 >= $run AND reading > $upto", ("$run", kept.Readings >> 12), ("$upto", kept.Readings)), row => row.GetInt64(0)).Single();
        if (kept.Statements + added != due.Statements) return null;
        // Another content of an article changes the days on which those before it came to be known.
        var made = DigestsOf(Read(new Query("SELECT DISTINCT b.n FROM readings r JOIN articles a ON a.n = r.article JOIN articles b ON b.identity = a.identity WHERE r.n > $upto ORDER BY b.n", ("$upto", kept.Readings)),
            row => row.GetInt64(0)).ToList());
        var before = Read(Digests.All, Digests.RowOf).ToDictionary(row => row.Article);
        var fresh = made.Select(one => one.Row).ToHashSet();
        var days = made.Where(one => before.GetValueOrDefault(one.Row)?.Digest.Known != one.Digest.Known)
            .SelectMany(one => new[] { one.Digest.Known, before.GetValueOrDefault(one.Row)?.Digest.Known }).OfType<DateOnly>()
            .SelectMany(day => Enumerable.Range(day.DayNumber, ArticleDigest.DaysApart + 1)).ToHashSet();
        // The copies of a day follow from its articles and those of the days before it.
        var around = days.SelectMany(day => Enumerable.Range(day - ArticleDigest.DaysApart, ArticleDigest.DaysApart + 1)).ToHashSet();
        var others = before.Values.Where(row => !fresh.Contains(row.Article) && around.Contains(row.Digest.Known.DayNumber)).ToList();
        var near = made.Where(one => around.Contains(one.Digest.Known.DayNumber))
            .Concat(ArticleRows(Queries.ArticleOfRow, others.Select(row => (object)row.Article)).Select(row => (row.Row, row.Article, before[row.Row].Digest))).ToList();
        var copied = Copied([.. near.Where(one => days.Contains(one.Item3.Known.DayNumber))], near);
        var done = copied.Select(row => row.Article).ToHashSet();
        return [.. copied.Concat(made.Where(one => !done.Contains(one.Row)).Select(one => new Digests.Row(one.Row, one.Digest, before[one.Row].Copies)))
            .Where(row => before.GetValueOrDefault(row.Article)?.Same(row) != true)];
    }

    // The rows of some articles, with the copies found among all that lie near them.
    private static List<Digests.Row> Copied(IReadOnlyList<(long Row, ArticleEntry Article, ArticleDigest Digest)> of, IReadOnlyList<(long Row, ArticleEntry Article, ArticleDigest Digest)> near)
    {
        var rows = near.ToDictionary(one => one.Article.Id, one => one.Row, StringComparer.Ordinal);
        var copies = ArticleDigest.Copies(near.Select(one => one.Article)).ToLookup(pair => rows[pair.Later], pair => (rows[pair.Earlier], pair.Alike));
        return [.. of.Select(one => new Digests.Row(one.Row, one.Digest, [.. copies[one.Row].Order()]))];
    }

    private List<(long Row, ArticleEntry Article, ArticleDigest Digest)> DigestsOf(IReadOnlyList<long> rows) => AtOnce(rows.Chunk(ArticlesAtATime), chunk =>
    {
        using var articles = Guard(() => new Lookup(Connect(), Queries.ArticleOfRow, "$n"));
        var found = chunk.SelectMany(row => Guard(() => articles.All(Rows.ArticleWithRow, row))).ToList();
        var entries = RowsOf(found.Select(row => row.Article)).Select(Whole).ToLookup(entry => entry.ArticleId, StringComparer.Ordinal);
        return found.Select(row => (row.Row, row.Article, ArticleDigest.Of(row.Article, [.. entries[row.Article.Id]]))).ToList();
    });

    // The digests are held against what they follow from; where they do not, they are dropped, and made again when they are needed.
    private Problem? CheckDigests()
    {
        if (Read(Digests.Kept, Digests.StateOf).FirstOrDefault() != Read(Digests.Due, Digests.StateOf).Single()) return null;
        if (Read(Digests.All, Digests.RowOf).SequenceEqual(Made(), Comparer)) return null;
        using var writer = _readOnly ? Open(_path, readOnly: false).Value : null;
        (_readOnly ? writer : this)?.Execute("DELETE FROM digest_state");
        return new Problem("what is kept for quick pictures of one country does not follow from the record", _path, "it was dropped and is made again when it is next needed; nothing is lost");
    }

    private static readonly IEqualityComparer<Digests.Row> Comparer = EqualityComparer<Digests.Row>.Create((a, b) => a is not null && b is not null && a.Same(b), row => row.Article.GetHashCode());

    // Work on connections of its own on every core, the results in order.
    private static List<T> AtOnce<TWork, T>(IEnumerable<TWork> work, Func<TWork, List<T>> act)
    {
        try
        {
            return [.. work.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.FullyBuffered).SelectMany(act)];
        }
        catch (AggregateException e) when (e.InnerException is LedgerFailure failure)
        {
            throw new LedgerFailure(failure.Problem, failure);
        }
    }
}
