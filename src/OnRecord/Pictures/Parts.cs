using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>A range of days, both inclusive; null: open.</summary>
public sealed record DayRange(DateOnly? From, DateOnly? To);

/// <summary>A side, force or group of persons: its identity in the actor list where there is one, else its name folded; and how reports call it.</summary>
public sealed record Party(string Key, string Name, string? Actor);

/// <summary>A place in the picture: its key, how it is called, and the place of the gazetteer where it is resolved.</summary>
public sealed record Spot(string Key, string Name, Place? Place);

/// <summary>A number that somebody gives: inclusive bounds (null: open), the words, the entry, and on whose word.</summary>
public sealed record Given(double? Low, double? High, string Text, string Entry, string Origin);

/// <summary>What the reports together say of one number: the lowest bound, the highest, and the one that most independent origins give.</summary>
public sealed record NumberRange(string Unit, double? Low, double? Best, double? High, ImmutableArray<Given> By);

/// <summary>What happened: one act, many reports of it.</summary>
/// <param name="Id">Its id: "hap-" and the id of the entry it begins with, shortened.</param>
/// <param name="Family">The family of types it is of.</param>
/// <param name="Types">The types that reports give it, most frequent first.</param>
/// <param name="Positive">False where reports say only that it did not happen, or that it was undone.</param>
/// <param name="Agents">Who did it, by the reports.</param>
/// <param name="Patients">To whom or what it was done.</param>
/// <param name="Place">Where, as finely as any report says.</param>
/// <param name="When">The days that the reports allow.</param>
/// <param name="Numbers">What was counted.</param>
/// <param name="Entries">The entries that say so.</param>
/// <param name="Denials">The entries that deny it.</param>
/// <param name="Standing">How well it stands.</param>
public sealed record Happening(string Id, string Family, ImmutableArray<string> Types, bool Positive, ImmutableArray<Party> Agents, ImmutableArray<Party> Patients,
    Spot? Place, DayRange When, ImmutableArray<NumberRange> Numbers, ImmutableArray<string> Entries, ImmutableArray<string> Denials, Verdict Standing);

/// <summary>How well a claim stands, from best to worst.</summary>
public enum Standing : byte
{
    /// <summary>The side that it harms admits it.</summary>
    Conceded,
    /// <summary>Two or more independent origins say so.</summary>
    Corroborated,
    /// <summary>An outlet in its own voice, or a source without a stake, says so.</summary>
    Reported,
    /// <summary>Only the side that profits says so.</summary>
    Claimed,
    /// <summary>A source says that it could not be verified.</summary>
    Doubted,
    /// <summary>A source denies it.</summary>
    Disputed,
    /// <summary>The outlet took it back.</summary>
    Withdrawn,
}

/// <summary>A standing with what made it: the rule that fired, the entries that fed the rule, and the independent origins that say so.</summary>
public sealed record Verdict(Standing Standing, string Rule, ImmutableArray<string> Entries, ImmutableArray<string> Origins);

/// <summary>A claim and how it stands: about a happening or a span of control, whose id <paramref name="About"/> is.</summary>
public sealed record Claim(string About, string Type, ImmutableArray<Party> Agents, Spot? Place, Verdict Standing);

/// <summary>Who held a place and when.</summary>
/// <param name="Id">Its id: "con-" and the id of the entry it begins with, shortened.</param>
/// <param name="Holder">Who, or null where reports say only that it changed hands, or that its holder left.</param>
/// <param name="From">When it began: not before the first day (null: not said), on the last at the latest.</param>
/// <param name="Until">The day on which it ended at the latest; null: it holds.</param>
/// <param name="Contested">True where the last word about the place is of fighting for it.</param>
/// <param name="Entries">The entries that say so, and those of the fighting.</param>
/// <param name="Standing">How well it stands.</param>
public sealed record ControlSpan(string Id, Party? Holder, DayRange From, DateOnly? Until, bool Contested, ImmutableArray<string> Entries, Verdict Standing);

/// <summary>A place and who held it, span by span; before the first it is unknown.</summary>
public sealed record PlaceControl(Spot Place, ImmutableArray<ControlSpan> Spans)
{
    /// <summary>The span that holds on the picture's day, or null where the last holder is gone.</summary>
    [JsonIgnore]
    public ControlSpan? Now => Spans is [.., { Until: null } last] ? last : null;
}

/// <summary>A count or a share as a report gives it, and the record's own count where it can be made; null where it cannot.</summary>
public sealed record Tally(string Entry, string Type, Party? Side, Spot? Place, string Text, double? Low, double? High, string Unit, int? OwnCount);

/// <summary>What became of a commitment.</summary>
public enum CommitmentState : byte
{
    /// <summary>Its day has not come, or none was set.</summary>
    Pending,
    /// <summary>It was done.</summary>
    Met,
    /// <summary>What was promised was not kept.</summary>
    Broken,
    /// <summary>Its day passed and nothing was seen.</summary>
    Lapsed,
    /// <summary>It was taken back.</summary>
    Withdrawn,
}

/// <summary>Something that someone is to do: announced, aimed at, threatened, promised, demanded, asked for or foreseen.</summary>
/// <param name="Id">Its id: "com-" and the id of the entry it begins with, shortened.</param>
/// <param name="Mode">How it is meant.</param>
/// <param name="Type">What is to be done.</param>
/// <param name="Positive">False where it is not to be done.</param>
/// <param name="Agents">Who is to do it.</param>
/// <param name="Patients">To whom or what.</param>
/// <param name="Place">Where.</param>
/// <param name="Quantity">How many, in words, or null.</param>
/// <param name="Said">The day on which it was first known.</param>
/// <param name="Planned">The days for which it is set, or null.</param>
/// <param name="Deadline">The last day set for it, or null.</param>
/// <param name="State">What became of it.</param>
/// <param name="Timing">"early", "in time" or "late" where it was met and a day was set, else null.</param>
/// <param name="Settled">The day on which it was met, broken or withdrawn, or lapsed; null while it is pending.</param>
/// <param name="Rule">The rule that gave the state.</param>
/// <param name="Entries">The entries that make it.</param>
/// <param name="Moved">The entries that moved its state.</param>
public sealed record Commitment(string Id, Mode Mode, string Type, bool Positive, ImmutableArray<Party> Agents, ImmutableArray<Party> Patients, Spot? Place,
    string? Quantity, DateOnly Said, DayRange? Planned, DateOnly? Deadline, CommitmentState State, string? Timing, DateOnly? Settled, string Rule,
    ImmutableArray<string> Entries, ImmutableArray<string> Moved)
{
    /// <summary>The last day by which it is to be done: its deadline, or the end of the days for which it is set.</summary>
    public DateOnly? Due => Deadline ?? Planned?.To;
}

/// <summary>How far a movement has come.</summary>
public enum MovementState : byte
{
    /// <summary>Announced, aimed at or foreseen; nothing seen yet.</summary>
    Announced,
    /// <summary>Said to be going on, or to have happened on a day that is not told.</summary>
    UnderWay,
    /// <summary>Said to have happened by a day that has passed.</summary>
    Done,
}

/// <summary>Forces or people on the move: deployed, advancing, retreating, withdrawn or brought out.</summary>
public sealed record Movement(string Id, string Type, ImmutableArray<Party> Force, ImmutableArray<Party> Whom, Spot? Place, DayRange When,
    ImmutableArray<NumberRange> Numbers, MovementState State, ImmutableArray<string> Entries, Verdict Standing);

/// <summary>An act against persons: who is said to have done it, to whom, who alleges it and who denies it.</summary>
public sealed record Harm(string Id, ImmutableArray<string> Types, ImmutableArray<Party> Alleged, ImmutableArray<Party> Victims, Spot? Place, DayRange When,
    ImmutableArray<NumberRange> Numbers, ImmutableArray<string> AllegedBy, ImmutableArray<string> DeniedBy, ImmutableArray<string> Entries, Verdict Standing);

/// <summary>One side of a disagreement: what it says, on whose word, in which entries.</summary>
public sealed record Side(string Says, ImmutableArray<string> Origins, ImmutableArray<string> Entries);

/// <summary>Claims that cannot both hold, side by side; <paramref name="Kind"/> is "holder", "number", "denial" or "stay".</summary>
public sealed record Disagreement(string Id, string Kind, string About, Spot? Place, DayRange When, ImmutableArray<Side> Sides);
