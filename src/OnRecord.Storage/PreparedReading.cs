using System.Collections.Immutable;
using OnRecord.Ledger;

namespace OnRecord.Storage;

/// <summary>An entry as a store keeps it.</summary>
internal sealed record PreparedEntry(LedgerEntry Entry, byte[] Json, SearchColumns Columns);

/// <summary>An article and its entries as a store keeps them: all the work that needs no store, so that it can be done on every core at once.</summary>
internal sealed record PreparedReading(ArticleEntry Article, byte[] Text, string[] Words, ImmutableArray<PreparedEntry> Entries, string? Reader)
{
    private const int WorthTheCores = 8;

    public static IReadOnlyList<PreparedReading> Of(IReadOnlyList<ArticleReading> readings) =>
        readings.Count < WorthTheCores ? [.. readings.Select(Of)] : [.. readings.AsParallel().AsOrdered().Select(Of)];

    // Entries in the order of their places in the text.
    private static PreparedReading Of(ArticleReading reading) => new(reading.Article, Packing.PackText(reading.Article.Text), SearchColumns.Of(reading.Article),
        [
            .. reading.Entries.OrderBy(entry => entry.Statement.Trigger.Start).ThenBy(entry => entry.Statement.Id, StringComparer.Ordinal)
                .Select(entry => new PreparedEntry(entry, Packing.Pack(StatementJson.Write(entry.Statement)), SearchColumns.Of(reading.Article, entry.Statement))),
        ], reading.Reader);
}
