using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Ledger;
using OnRecord.Pictures;

namespace OnRecord.Storage.Sqlite;

/// <summary>Rows of the record's digests.</summary>
internal static class Digests
{
    private const char Field = '\u001f', End = '\u001e';

    /// <summary>Up to where the digests hold: by which program's rules, the last reading and the number of statements.</summary>
    internal sealed record State(long Form, long Readings, long Statements);

    /// <summary>A digest and the row of its article; of its copies those that came to be known before it.</summary>
    internal sealed record Row(long Article, ArticleDigest Digest, ImmutableArray<(long Earlier, double Alike)> Copies)
    {
        /// <summary>What the quoted names and the copies are kept as.</summary>
        public (string Quoted, string Copies) Texts => (
            string.Concat(Digest.Quoted.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}{Field}{one.Actor}{Field}{one.Known.DayNumber}{End}"))),
            string.Concat(Copies.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Earlier}{Field}{one.Alike:R}{End}"))));

        /// <summary>True where both would be kept as the same row.</summary>
        public bool Same(Row other) => Article == other.Article && Texts == other.Texts && (Digest.Known, Digest.Last, Digest.Home, Digest.Strays) == (other.Digest.Known, other.Digest.Last, other.Digest.Home, other.Digest.Strays);
    }

    /// <summary>All rows, in order.</summary>
    public static Query All { get; } = new("SELECT article, day, last, home, strays, quoted, copies FROM digests ORDER BY article");

    /// <summary>The state kept, if any.</summary>
    public static Query Kept { get; } = new("SELECT form, readings, statements FROM digest_state");

    /// <summary>The state as it should be.</summary>
    public static Query Due { get; } = new($"SELECT {ArticleDigest.Form}, (SELECT coalesce(max(n), 0) FROM readings), (SELECT count(*) FROM statements)");

    public static State StateOf(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));

    public static Row RowOf(SqliteDataReader row) => new(row.GetInt64(0),
        new ArticleDigest(DateOnly.FromDayNumber(row.GetInt32(1)), row.IsDBNull(2) ? null : DateOnly.FromDayNumber(row.GetInt32(2)), row.GetString(3), row.GetInt64(4) != 0,
            [.. Parts(row.GetString(5)).Select(one => new QuotedIdentity(one[0], one[1], DateOnly.FromDayNumber(int.Parse(one[2], CultureInfo.InvariantCulture))))]),
        [.. Parts(row.GetString(6)).Select(one => (long.Parse(one[0], CultureInfo.InvariantCulture), double.Parse(one[1], CultureInfo.InvariantCulture)))]);

    /// <summary>Writes rows and the state, in a transaction.</summary>
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<Row> rows, bool whole, State state)
    {
        using var clear = new Command(connection, "DELETE FROM digests", 0);
        if (whole) clear.Run(transaction);
        using (var insert = new Insert(connection, "INSERT OR REPLACE INTO digests VALUES(?,?,?,?,?,?,?)"))
            foreach (var row in rows)
            {
                var (quoted, copies) = row.Texts;
                insert.Value(row.Article).Value(row.Digest.Known.DayNumber);
                _ = row.Digest.Last is { } last ? insert.Value(last.DayNumber) : insert.Value((string?)null);
                insert.Value(row.Digest.Home).Value(row.Digest.Strays ? 1 : 0).Value(quoted).Value(copies).Run();
            }
        using var keep = new Command(connection, "INSERT OR REPLACE INTO digest_state VALUES(1,$0,$1,$2)", 3);
        keep.Run(transaction, state.Form, state.Readings, state.Statements);
    }

    private static IEnumerable<string[]> Parts(string text) => text.Split(End, StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(Field));
}
