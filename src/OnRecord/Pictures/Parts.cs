using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>A range of days, both inclusive; null: open.</summary>
public sealed record DayRange(DateOnly? From, DateOnly? To);

/// <summary>A side, force or group of persons: its identity in the actor list where there is one, else its name folded; and how reports call it.</summary>
public sealed record Party(string Key, string Name, string? Actor)
{
    /// <summary>The noun that ends its name.</summary>
    internal string Noun { get; } = Parties.Noun(Name);

    /// <summary>What it is, as far as name and identity show.</summary>
    internal PartyTraits Is { get; } = Parties.Traits(Key, Name, Actor);
}

/// <summary>What a party is: civilians; things and no persons; a side or force from which a town may be taken; a part of a town or the seat of its government.</summary>
internal readonly record struct PartyTraits(bool Civilian, bool Thing, bool Side, bool Town);

/// <summary>A place in the picture: its key, how it is called, and the place of the gazetteer where it is resolved.</summary>
public sealed record Spot(string Key, string Name, Place? Place)
{
    /// <summary>The name of its first-order division folded, "" where it has none.</summary>
    internal string Division { get; } = Place is null ? "" : PlaceNames.Fold(Place.Admin1.Length == 0 && Place.Kind == PlaceKind.Admin1 ? Place.Name : Place.Admin1);

    /// <summary>Its name folded.</summary>
    internal string Folded { get; } = PlaceNames.Fold(Name);

    /// <summary>Its country's code, or its own folded name where it has none: places that reach or hold each other share it.</summary>
    internal string Realm { get; } = Place is { Country.Length: > 0 } ? Place.Country : "name:" + PlaceNames.Fold(Name);
}

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
    Spot? Place, DayRange When, ImmutableArray<NumberRange> Numbers, ImmutableArray<string> Entries, ImmutableArray<string> Denials, Verdict Standing)
{
    /// <summary>The killed, wounded or taken that reports give with it in the same sentence: for an attack; empty for the rest.</summary>
    public ImmutableArray<Toll> Tolls { get; init; } = [];

    /// <summary>The attack whose toll it is, by the same sentence, or null.</summary>
    public string? PartOf { get; init; }
}

/// <summary>A toll of an attack: what befell whom, how many, and the happening that tells it.</summary>
public sealed record Toll(string Type, ImmutableArray<Party> Whom, NumberRange? Number, string Happening);

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

/// <summary>A claim and how it stands: about a happening or a span of control, whose id <paramref name="About"/> is; its own is "cla-" and the same ending.</summary>
public sealed record Claim(string Id, string About, string Type, ImmutableArray<Party> Agents, Spot? Place, DayRange When, Verdict Standing);

/// <summary>Articles that are copies of one text, or edits of it: how alike they are (the share of the shorter one's runs of words that the other has), and under whose name they count.</summary>
public sealed record Story(string Id, ImmutableArray<string> Articles, string Origin, double Alike, DateOnly? First);

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
    /// <summary>How its state went, in order of day: the first move is its saying.</summary>
    public ImmutableArray<CommitmentMove> Moves { get; init; } = [];

    /// <summary>The last day by which it is to be done: its deadline, or the end of the days for which it is set.</summary>
    public DateOnly? Due => Deadline ?? Planned?.To;
}

/// <summary>A step in the life of a commitment: the day, the state it came to, the rule, and the entries that did it; none where the calendar did.</summary>
public sealed record CommitmentMove(DateOnly Day, CommitmentState State, string Rule, ImmutableArray<string> Entries);

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
    ImmutableArray<NumberRange> Numbers, MovementState State, ImmutableArray<string> Entries, Verdict Standing)
{
    /// <summary>Where it leads from, by the report's words, else the place of a withdrawal, an evacuation or a retreat; null where that is not it.</summary>
    public Spot? From { get; init; }

    /// <summary>Where it leads to, by the report's words, else the place of a deployment or an advance; null where that is not it.</summary>
    public Spot? To { get; init; }
}

/// <summary>An act against persons: who is said to have done it, to whom, who alleges it and who denies it.</summary>
public sealed record Harm(string Id, ImmutableArray<string> Types, ImmutableArray<Party> Alleged, ImmutableArray<Party> Victims, Spot? Place, DayRange When,
    ImmutableArray<NumberRange> Numbers, ImmutableArray<string> AllegedBy, ImmutableArray<string> DeniedBy, ImmutableArray<string> Entries, Verdict Standing)
{
    /// <summary>The class of the victims: "civilians", "journalists", "officials", "forces", "detainees" …; "persons" where it is not said.</summary>
    public string Group { get; init; } = "persons";
}

/// <summary>One side of a disagreement: what it says, on whose word, in which entries.</summary>
public sealed record Side(string Says, ImmutableArray<string> Origins, ImmutableArray<string> Entries);

/// <summary>Claims that cannot both hold, side by side; <paramref name="Kind"/> is "holder", "number", "denial" or "stay".</summary>
public sealed record Disagreement(string Id, string Kind, string About, Spot? Place, DayRange When, ImmutableArray<Side> Sides);
