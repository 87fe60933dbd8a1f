using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>An entry made ready for the fold; <see cref="Names"/> is true where its own sentence names its place.</summary>
internal sealed record Fact(LedgerEntry Entry, string Family, ImmutableArray<Party> Agents, ImmutableArray<Party> Patients, Spot? Place,
    DateOnly? From, DateOnly Latest, bool Dated, string Origin, bool TakenBack, bool Names)
{
    public Statement Said => Entry.Statement;

    public string Id => Entry.Statement.Id;

    public DateOnly Known => Entry.Known;

    public bool Positive => Said.Polarity == Polarity.Positive;

    /// <summary>The first day that it may be of: the one given, or the day before it was published.</summary>
    public DateOnly Start => From ?? Latest.AddDays(-1);

    /// <summary>By day, then publication, then id: the order in which everything is folded.</summary>
    public static IComparer<Fact> Order { get; } = Comparer<Fact>.Create((a, b) =>
    {
        var order = a.Latest.CompareTo(b.Latest);
        if (order == 0) order = a.Known.CompareTo(b.Known);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    public static Fact Of(LedgerEntry entry, Origins origins, bool takenBack, ArticleEntry? article)
    {
        var s = entry.Statement;
        // A day that is not said is at the latest that of publication.
        var latest = s.Time?.To ?? Later(entry.Known, s.Time?.From);
        return new Fact(entry, Families.Of(s.Type), Parties.Of(s.Agent), Parties.Of(s.Patient), Spots.Of(s.Place),
            s.Time?.From, latest, s.Time is not null, origins.Of(entry), takenBack, article is null || Spots.IsNamed(s, article.Text));
    }

    /// <summary>True where it had happened by the day, as far as is said.</summary>
    public bool By(DateOnly day) => Dated ? (From ?? Latest) <= day : Latest <= day;

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
