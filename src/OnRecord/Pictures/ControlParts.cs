using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OnRecord.Pictures;

/// <summary>What a word about a place comes to for the question of who holds it.</summary>
public enum ControlAct : byte
{
    /// <summary>A named side took it.</summary>
    Capture,
    /// <summary>The side that had lost it took it again.</summary>
    Recapture,
    /// <summary>It was lost, to whom is not said.</summary>
    Fall,
    /// <summary>It was given up to a named side without a fight.</summary>
    HandOver,
    /// <summary>A named side holds it.</summary>
    Hold,
    /// <summary>Its holder left.</summary>
    Retreat,
    /// <summary>A named side is said not to hold it, or not to have taken it.</summary>
    Denial,
    /// <summary>It is fought over.</summary>
    Contest,
}

/// <summary>A word about who holds a place: the entry, what it comes to, the side it speaks of (null: none named), the day it speaks of, and its weight.</summary>
public sealed record ControlWord(string Entry, ControlAct Act, Party? Side, DateOnly Day, double Weight)
{
    /// <summary>What the report calls the side ("insurgents"), where it does not name it and the reports of these weeks name only one that takes places there; else null.</summary>
    public string? Called { get; init; }
}

/// <summary>Who held a place and when.</summary>
/// <param name="Id">Its id: "con-" and the id of the entry it begins with, shortened.</param>
/// <param name="Holder">Who, or null where reports say only that it changed hands, or that its holder left.</param>
/// <param name="From">When it began: not before the first day (null: not said), on the last at the latest.</param>
/// <param name="Until">The day on which it ended at the latest; null: it holds.</param>
/// <param name="Contested">True where the last word about the place is of fighting for it.</param>
/// <param name="Entries">The entries that say so, and those of the fighting.</param>
/// <param name="Standing">How well it stands.</param>
public sealed record ControlSpan(string Id, Party? Holder, DayRange From, DateOnly? Until, bool Contested, ImmutableArray<string> Entries, Verdict Standing)
{
    /// <summary>How it began: by a capture, a recapture, a fall, a hand-over; or "hold", where reports say only that it was so.</summary>
    public ControlAct Began { get; init; } = ControlAct.Hold;

    /// <summary>The words for it and against it, in order of day.</summary>
    public ImmutableArray<ControlWord> Words { get; init; } = [];
}

/// <summary>A place and who held it, span by span; before the first it is unknown.</summary>
public sealed record PlaceControl(Spot Place, ImmutableArray<ControlSpan> Spans)
{
    /// <summary>The span that holds on the picture's day, or null where the last holder is gone.</summary>
    [JsonIgnore]
    public ControlSpan? Now => Spans is [.., { Until: null } last] ? last : null;
}

/// <summary>A province or country as the sum of its known places: it never says more than they do.</summary>
/// <param name="Id">Its id: "are-", the country's code, and for a province its name folded ("are-AF-nimroz").</param>
/// <param name="Level">"country" or "admin1".</param>
/// <param name="Name">How it is called.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Holders">Who holds how many of its known places, most first.</param>
/// <param name="Known">How many places in it the record knows a holder of.</param>
/// <param name="Contested">How many of them are fought over.</param>
/// <param name="Seat">The span of its seat of government, or null where the record does not know who holds that.</param>
/// <param name="Own">The span that reports give the province as a whole, or null.</param>
public sealed record AreaControl(string Id, string Level, string Name, string Country, ImmutableArray<AreaShare> Holders, int Known, int Contested, string? Seat, string? Own);

/// <summary>A side and the places of an area that it holds, as ids of spans, in order of place.</summary>
public sealed record AreaShare(Party? Holder, ImmutableArray<string> Spans);

/// <summary>A count or a share as a report gives it, and the record's own count where it can be made; null where it cannot.</summary>
/// <param name="Id">Its id: "tal-" and the id of the entry, shortened.</param>
/// <param name="Entry">The entry that gives it.</param>
/// <param name="Type">What was done to those counted.</param>
/// <param name="Side">By whom, or null.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="When">The day up to which it counts.</param>
/// <param name="Text">The number in the report's words.</param>
/// <param name="Low">Its lower bound, or null.</param>
/// <param name="High">Its upper bound, or null.</param>
/// <param name="Unit">What is counted; "share" where it is a fraction.</param>
/// <param name="OwnCount">What the record itself counts up to that day, or null where it cannot.</param>
/// <param name="Check">"agrees", "more" or "fewer": the record's own count beside the number given; null where there is none.</param>
/// <param name="Spans">The spans that the own count counts.</param>
public sealed record Tally(string Id, string Entry, string Type, Party? Side, Spot? Place, DateOnly When, string Text, double? Low, double? High, string Unit, int? OwnCount,
    string? Check, ImmutableArray<string> Spans);
