using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Scores;

namespace OnRecord.Lab.Replaying;

/// <summary>The year 2021 read item by item, and the record that comes of it.</summary>
internal sealed class Replay
{
    private readonly List<ArticleEntry> _articles;
    private readonly List<LedgerEntry> _entries;

    private Replay(List<ArticleEntry> articles, List<LedgerEntry> entries) => (_articles, _entries) = (articles, entries);

    public IReadOnlyList<ArticleEntry> Articles => _articles;

    public IReadOnlyList<LedgerEntry> Entries => _entries;

    /// <summary>The items of the days, then the first gold article.</summary>
    public static Outcome<List<ArticleInput>> Items(string shared, DateOnly from, DateOnly to)
    {
        var items = CurrentEvents.Read(Path.Combine(shared, "data", "current-events", "2021.jsonl"), from, to).ToList();
        var gold = GoldFile.Read(Path.Combine(shared, "gold", "dev", "articles.yaml"));
        if (gold.Value is null) return gold.Problem!;
        var first = gold.Value.Documents[0];
        items.Add(new ArticleInput { Id = first.Id, Text = first.Text, Title = first.Title, Outlet = first.Outlet, Dateline = first.Dateline, Published = first.Published?.ToString("yyyy-MM-dd"), Language = "en" });
        return items;
    }

    /// <summary>What the reader makes of them; read on all cores, in fixed order.</summary>
    public static Outcome<Replay> Read(IReader reader, string shared, DateOnly from, DateOnly to)
    {
        var found = Items(shared, from, to);
        if (found.Value is not { } items) return found.Problem!;
        var read = items.AsParallel().AsOrdered().Select(item => Read(reader, item)).ToList();
        return new Replay([.. read.Where(pair => pair.Article is not null).Select(pair => pair.Article!)], [.. read.SelectMany(pair => pair.Entries)]);
    }

    /// <summary>What a record holds of it.</summary>
    public static Replay Of(ILedger ledger) => new([.. ledger.Articles(new LedgerQuery())], [.. ledger.Entries(new LedgerQuery())]);

    /// <summary>The picture of some days.</summary>
    public Picture At(DateOnly? asOf, DateOnly? knownAt = null) =>
        Picture.Of(_entries, _articles.ToDictionary(article => article.Id, StringComparer.Ordinal), new PictureOptions(asOf, knownAt));

    private static (ArticleEntry? Article, List<LedgerEntry> Entries) Read(IReader reader, ArticleInput input)
    {
        if (ArticleReader.FromInput(input).Value is not { } article) return (null, []);
        // The day after publication: the record is made as the news comes in.
        var recorded = new DateTimeOffset((article.Published ?? DateOnly.MinValue).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1);
        var entry = ArticleEntry.Of(article, recorded);
        return (entry, [.. reader.Read(article).Select(entry.Entry)]);
    }
}
