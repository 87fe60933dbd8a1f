using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>An entry made ready for the fold; <see cref="Names"/> is true where its own sentence names its place.</summary>
internal sealed record Fact(LedgerEntry Entry, string Family, ImmutableArray<Party> Agents, ImmutableArray<Party> Patients, Spot? Place,
    DateOnly? From, DateOnly Latest, bool Dated, bool Names, Voice? Voice)
{
    /// <summary>Its independent origin, by all that is known.</summary>
    public string Origin { get; init; } = "";

    /// <summary>True where its outlet took it back.</summary>
    public bool TakenBack { get; init; }

    /// <summary>True where it is told as news of its day: in the present tense, or with a day next to that of the report.</summary>
    public bool News { get; init; }

    /// <summary>Whether it leads from its place or to it, where the report's words say so; else null.</summary>
    public Way? Way { get; init; }

    /// <summary>True where it says that a mission stays open, or will not close; false where it closes, shrinks or leaves.</summary>
    public bool Stays { get; init; }

    /// <summary>What the report calls the side, where it does not name it and the reports around it name only one that it can be; else null.</summary>
    public string? Called { get; init; }

    public Statement Said => Entry.Statement;

    public string Id => Entry.Statement.Id;

    public DateOnly Known => Entry.Known;

    public bool Positive => Said.Polarity == Polarity.Positive;

    /// <summary>The first day that it may be of: the one given, or the day before it was published.</summary>
    public DateOnly Start => From ?? Latest.Plus(-1);

    /// <summary>By day, then publication, then id: the order in which control is folded.</summary>
    public static IComparer<Fact> Order { get; } = Comparer<Fact>.Create((a, b) =>
    {
        var order = a.Latest.CompareTo(b.Latest);
        if (order == 0) order = a.Known.CompareTo(b.Known);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    /// <summary>By the day on which it came to be known, then id: what comes later changes nothing in what was made of what came before.</summary>
    public static IComparer<Fact> Arrival { get; } = Comparer<Fact>.Create((a, b) =>
    {
        var order = a.Known.CompareTo(b.Known);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    /// <summary>One entry is one fact.</summary>
    public bool Equals(Fact? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>True where it had happened by the day, as far as is said.</summary>
    public bool By(DateOnly day) => Happened(this) <= day;

    /// <summary>True where it belongs to the picture of a day: what became known after the day may tell of it, but what it announces was not yet announced.</summary>
    public bool Tells(DateOnly day) => Said.Mode == Mode.Actual ? By(day) : Known <= day;

    /// <summary>The day from which on it had happened, as far as is said.</summary>
    public static DateOnly Happened(Fact fact) => fact.Dated ? fact.From ?? fact.Latest : fact.Latest;
}
