using System.Buffers;
using System.Collections.Immutable;
using OnRecord.Ledger;

namespace OnRecord.Storage;

/// <summary>An entry as a store keeps it.</summary>
internal sealed record PreparedEntry(LedgerEntry Entry, byte[] Json, SearchColumns Columns);

/// <summary>An article and its entries as a store keeps them: all the work that needs no store, so that it can be done on every core at once. The notice is what the article says of itself, if anything.</summary>
internal sealed record PreparedReading(ArticleEntry Article, byte[] Text, string Words, ImmutableArray<PreparedEntry> Entries, string? Reader, ArticleChange? Notice)
{
    private const int WorthTheCores = 8;

    /// <summary>Readings in the order given, each as soon as it is ready, so that a store can put the first in while the next are made.</summary>
    public static IEnumerable<PreparedReading> Of(IReadOnlyCollection<ArticleReading> readings) =>
        readings.Count < WorthTheCores ? readings.Select(Of) : readings.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Of);

    // Entries in the order of their places in the text.
    private static PreparedReading Of(ArticleReading reading)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = StatementJson.Writer(buffer);
        var entries = reading.Entries.OrderBy(entry => entry.Statement.Trigger.Start).ThenBy(entry => entry.Statement.Id, StringComparer.Ordinal).Select(entry =>
        {
            buffer.ResetWrittenCount();
            StatementJson.Write(json, buffer, entry.Statement);
            return new PreparedEntry(entry, Packing.Pack(buffer.WrittenSpan), SearchColumns.Of(reading.Article, entry.Statement));
        }).ToImmutableArray();
        return new PreparedReading(reading.Article, Packing.PackText(reading.Article.Text), SearchColumns.Of(reading.Article), entries, reading.Reader, ArticleNotices.Of(reading.Article)?.Change);
    }
}
