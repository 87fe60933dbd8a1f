using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;

namespace OnRecord.Statements;

/// <summary>Whether what is said has happened, or how it is meant to.</summary>
public enum Mode : byte
{
    /// <summary>Has happened, is happening, or holds.</summary>
    Actual,
    /// <summary>Decided, announced or scheduled.</summary>
    Planned,
    /// <summary>A goal, an attempt, a wish.</summary>
    Aim,
    /// <summary>A threat.</summary>
    Threat,
    /// <summary>A promise to do or not to do.</summary>
    Pledge,
    /// <summary>An order or ultimatum to others.</summary>
    Demand,
    /// <summary>A request.</summary>
    Appeal,
    /// <summary>Expected, warned of, assessed as coming.</summary>
    Forecast,
    /// <summary>May, could, conditional, hypothetical.</summary>
    Possible,
}

/// <summary>Whether a clause says that something is so or is not so.</summary>
public enum Polarity : byte
{
    /// <summary>It is, was or will be so.</summary>
    Positive,
    /// <summary>It is not, was not or will not be so.</summary>
    Negative,
}

/// <summary>How the source stands to what is said.</summary>
public enum Stance : byte
{
    /// <summary>The report says it in its own voice.</summary>
    None,
    /// <summary>Said, told, announced.</summary>
    Said,
    /// <summary>Claims, alleges, accuses, insists.</summary>
    Claimed,
    /// <summary>Reports suggest, according to.</summary>
    Reported,
    /// <summary>Confirms, acknowledges, admits.</summary>
    Confirmed,
    /// <summary>Denies, rejects.</summary>
    Denied,
    /// <summary>Unverified, could not be confirmed.</summary>
    Doubted,
}

/// <summary>Who takes part: the fullest name that the article gives, the identity where it is resolved, and the words that say so.</summary>
public sealed record Participant(string Name, string? Actor, TextSpan Span);

/// <summary>A voice in a chain of sources, from origin to relay.</summary>
public sealed record Source(string Name, string? Role, string? Actor, TextSpan Span);

/// <summary>Where: the name said, the place of the gazetteer or null with the reason, and the words that say so.</summary>
public sealed record StatementPlace(string Name, Place? Place, string? Unresolved, TextSpan Span)
{
    /// <summary>Where the gazetteer has not the place: the division or country in which the article puts it, or null.</summary>
    public Place? Within { get; init; }

    /// <summary>The first-order division that it lies in ("Helmand" of Helmand itself), "" where none is known.</summary>
    public string Admin1 => (Place ?? Within) is not { } known ? "" : known.Kind == PlaceKind.Admin1 ? known.Name : known.Admin1;

    /// <summary>The country's ISO 3166-1 code, "" where none is known.</summary>
    public string Country => (Place ?? Within)?.Country ?? "";
}

/// <summary>How many: inclusive bounds (null: open), what is counted, and the words.</summary>
public sealed record Quantity(string Text, double? Low, double? High, string Unit, TextSpan Span);

/// <summary>When: days, both inclusive, null: open; and the words.</summary>
public sealed record TimeRange(DateOnly? From, DateOnly? To, TextSpan Span);

/// <summary>A last day, and the words that set it.</summary>
public sealed record Deadline(DateOnly Day, TextSpan Span);

/// <summary>The words that make a mode, polarity or stance, for explanation.</summary>
public sealed record Cue(string Field, string Why, TextSpan Span);

/// <summary>One thing that a report says happened, holds or is meant to happen, and by whose word; every field points at the words that carry it.</summary>
public sealed record Statement
{
    /// <summary>The hash of the article's id and of the content, stable across readings.</summary>
    public required string Id { get; init; }

    /// <summary>The predicate word or words.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>The clause.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The type, as the codebook names it ("capture").</summary>
    public required string Type { get; init; }

    /// <summary>Whether it happened.</summary>
    public Mode Mode { get; init; }

    /// <summary>Whether it is said to be so.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Who does it.</summary>
    public ImmutableArray<Participant> Agent { get; init; } = [];

    /// <summary>To whom or what it is done.</summary>
    public ImmutableArray<Participant> Patient { get; init; } = [];

    /// <summary>Where, or null where it is not said.</summary>
    public StatementPlace? Place { get; init; }

    /// <summary>How many, or null.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>When, or null.</summary>
    public TimeRange? Time { get; init; }

    /// <summary>By when, or null.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>By whose word, from origin to relay; empty where the report says it in its own voice.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>How the last source stands to it.</summary>
    public Stance Stance { get; init; }

    /// <summary>The words that decided mode, polarity and stance.</summary>
    public ImmutableArray<Cue> Cues { get; init; } = [];
}
