using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Views;

namespace OnRecord.Web.Snapshots;

/// <summary>The record as it stood at one moment, and what is worked out from it once: whatever is answered from it has the same version.</summary>
internal sealed class Snapshot
{
    private readonly PictureShelf _shelf;

    public Snapshot(string version, ILedger ledger, bool names, WarmFold fold)
    {
        Version = version;
        Entries = [.. ledger.Entries(new LedgerQuery())];
        Articles = ledger.Articles(new LedgerQuery()).ToFrozenDictionary(article => article.Id, StringComparer.Ordinal);
        ById = Entries.ToFrozenDictionary(entry => entry.Statement.Id, StringComparer.Ordinal);
        OfArticle = Entries.ToLookup(entry => entry.ArticleId, StringComparer.Ordinal);
        Days = DaySpan.Of(Entries, Articles.Values);
        fold.Grow(this);
        Whole = fold.At(this, new PictureOptions());
        Privacy = new Privacy(names, PublicPersons.Of(Whole.Evidence));
        Redaction = new Redaction(this);
        Sides = new Sides(Whole, new Phrases(Privacy, Whole.Evidence, Whole.AsOf.Year));
        (Main, Bounds) = BeginOf(Whole);
        Table = new StatementTable(this, new WordSearch(ledger, this));
        _shelf = new PictureShelf(this, fold);
    }

    /// <summary>Changes whenever the record does.</summary>
    public string Version { get; }

    /// <summary>All entries, in the ledger's order.</summary>
    public ImmutableArray<LedgerEntry> Entries { get; }

    public FrozenDictionary<string, ArticleEntry> Articles { get; }

    public FrozenDictionary<string, LedgerEntry> ById { get; }

    public ILookup<string, LedgerEntry> OfArticle { get; }

    /// <summary>The first and the last day on which anything came to be known.</summary>
    public DaySpan Days { get; }

    /// <summary>The country that the map begins with, by its ISO code; null where there is none.</summary>
    public string? Main { get; }

    /// <summary>Where the map begins (west, south, east, north): around the places whose holder is known, else around all places below countries; empty where there are none.</summary>
    public ImmutableArray<double> Bounds { get; }

    /// <summary>The picture of the last day, with all that is known.</summary>
    public Picture Whole { get; }

    public Privacy Privacy { get; }

    public Redaction Redaction { get; }

    public Sides Sides { get; }

    public StatementTable Table { get; }

    /// <summary>The picture of a day as known on a day.</summary>
    public Drawn Draw(DateOnly? asOf, DateOnly? known) => _shelf.Take(asOf, known);

    /// <summary>Does a small part of the work for a picture that may be asked for later; false where nothing is left of it.</summary>
    public bool Begin(DateOnly? asOf, DateOnly? known) => _shelf.Begin(asOf, known);

    /// <summary>The picture of what was published within two days, for a report on a span of time.</summary>
    public Picture Draw(DateOnly? asOf, DateOnly? known, DateOnly? since, DateOnly? until) => since is null && until is null
        ? Draw(asOf, known).Picture
        : Picture.Of(Entries.Where(entry => Within(entry.Published, since, until)), Articles.Values.Where(article => Within(article.Published, since, until)).ToDictionary(article => article.Id, StringComparer.Ordinal),
            new PictureOptions(asOf, known));

    private static (string? Main, ImmutableArray<double> Bounds) BeginOf(Picture whole)
    {
        var held = whole.Control.Select(place => place.Place.Place!).ToList();
        if (held.Count == 0) held = [.. whole.Happenings.Select(h => h.Place?.Place).Where(place => place is { Kind: >= PlaceKind.Admin1 }).Select(place => place!)];
        // The country that most of it is about: a word about a far place does not zoom the map out.
        var most = held.GroupBy(place => place.Country, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        return most is null ? (null, []) : (most.Key, [most.Min(p => p.Lon), most.Min(p => p.Lat), most.Max(p => p.Lon), most.Max(p => p.Lat)]);
    }

    private static bool Within(DateOnly? day, DateOnly? since, DateOnly? until) => day is not null && !(day < since) && !(day > until);
}

/// <summary>A picture with the words for it.</summary>
internal sealed record Drawn(Picture Picture, Phrases Phrases)
{
    /// <summary>The day up to which things were known, or null for all.</summary>
    public DateOnly? Known => Picture.KnownAt;
}

/// <summary>The days that a record spans; the same day twice where it is empty.</summary>
internal sealed record DaySpan(DateOnly First, DateOnly Last)
{
    public static DaySpan Of(ImmutableArray<LedgerEntry> entries, IEnumerable<ArticleEntry> articles)
    {
        var days = entries.Select(entry => entry.Known).Concat(articles.Where(article => article.Published is not null).Select(article => article.Published!.Value)).ToList();
        return days.Count == 0 ? new DaySpan(default, default) : new DaySpan(days.Min(), days.Max());
    }
}
