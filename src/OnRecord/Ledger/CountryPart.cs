using System.Collections.Immutable;

namespace OnRecord.Ledger;

/// <summary>All of a record that the picture of one country rests on, and nothing else of it.</summary>
/// <param name="Country">The country's code; "" for what is of none.</param>
/// <param name="LastKnown">The last day on which anything in the whole record came to be known, or null where it is empty.</param>
/// <param name="Entries">The entries of the country: those of its places, and those without a place of articles that are mostly about it.</param>
/// <param name="Articles">The articles of these, those that these are copies of or that are copies of them, and their other contents.</param>
/// <param name="Copies">The pairs of copies among the articles.</param>
/// <param name="Quoted">What names of sources are resolved to, anywhere in the record.</param>
/// <param name="Contents">All entries of the articles that have other contents.</param>
public sealed record CountryPart(string Country, DateOnly? LastKnown, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<ArticleEntry> Articles, ImmutableArray<CopyPair> Copies,
    ImmutableArray<QuotedIdentity> Quoted, ILookup<string, LedgerEntry> Contents)
{
    /// <summary>How the record stood when this was read, in the store's own words, for <see cref="ILedger.KeepFold"/>; null where something was added meanwhile.</summary>
    public string? State { get; init; }
}

/// <summary>Two articles, by id, of which the later is a copy of the other, and the share of the shorter one's runs of words that the longer has.</summary>
public sealed record CopyPair(string Earlier, string Later, double Alike);

/// <summary>What a report resolves the name of a source to, by the key of the name, and the day on which that came to be known.</summary>
public sealed record QuotedIdentity(string Key, string Actor, DateOnly Known);
