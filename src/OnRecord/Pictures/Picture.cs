using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>For when a picture is drawn.</summary>
/// <param name="AsOf">The day whose state it shows; null: the last day on which anything came to be known.</param>
/// <param name="KnownAt">Only what had come to be known by this day counts; null: all of it.</param>
/// <param name="Country">ISO 3166-1 alpha-2: only what is of this country; null: everywhere. An entry without a place is of the country that its article is mostly about.</param>
public sealed record PictureOptions(DateOnly? AsOf = null, DateOnly? KnownAt = null, string? Country = null);

/// <summary>What the record comes to on a day: a pure fold of its entries, which does not depend on the order in which they came.</summary>
public sealed record Picture
{
    /// <summary>The day whose state it shows.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Only what had come to be known by this day counts; null: all of it.</summary>
    public DateOnly? KnownAt { get; init; }

    /// <summary>What happened, in order of day.</summary>
    public required ImmutableArray<Happening> Happenings { get; init; }

    /// <summary>Who holds what and since when, in order of place.</summary>
    public required ImmutableArray<PlaceControl> Control { get; init; }

    /// <summary>Provinces and countries as sums of their known places, in order of place.</summary>
    public required ImmutableArray<AreaControl> Areas { get; init; }

    /// <summary>Counts and shares that reports give, each beside the record's own count where it has one.</summary>
    public required ImmutableArray<Tally> Tallies { get; init; }

    /// <summary>What was announced, aimed at, threatened, promised, demanded, asked for or foreseen, in order of day.</summary>
    public required ImmutableArray<Commitment> Commitments { get; init; }

    /// <summary>Forces and people on the move, in order of day.</summary>
    public required ImmutableArray<Movement> Movements { get; init; }

    /// <summary>Acts against persons, in order of day.</summary>
    public required ImmutableArray<Harm> Harm { get; init; }

    /// <summary>Claims that cannot both hold.</summary>
    public required ImmutableArray<Disagreement> Disagreements { get; init; }

    /// <summary>The standing of every happening and of every word about who holds a place.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Articles that are copies of one text and count as one origin, in order of id.</summary>
    public required ImmutableArray<Story> Stories { get; init; }

    /// <summary>The entries and articles that it rests on.</summary>
    [JsonIgnore]
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>The picture of these entries; articles that are not given count by outlet alone.</summary>
    public static Picture Of(IEnumerable<LedgerEntry> entries, IReadOnlyDictionary<string, ArticleEntry> articles, PictureOptions options) =>
        PictureFold.Of(entries, articles).At(options);

    /// <summary>The picture of a whole ledger; where a country is asked for, the ledger is asked for what concerns it, if it can tell.</summary>
    public static Picture Of(ILedger ledger, PictureOptions options) => PictureFold.Of(ledger, options.Country).At(options);
}
