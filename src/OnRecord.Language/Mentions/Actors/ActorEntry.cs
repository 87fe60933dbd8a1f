using System.Collections.Immutable;

namespace OnRecord.Language.Mentions.Actors;

/// <summary>Which list an actor stands in.</summary>
public enum ActorKind : byte
{
    /// <summary>A country or territory.</summary>
    Country,
    /// <summary>An institution of a state with a name of its own.</summary>
    Institution,
    /// <summary>An international or humanitarian body.</summary>
    Body,
    /// <summary>A party to a conflict that is no state's regular force.</summary>
    Group,
    /// <summary>An outlet, agency or monitor.</summary>
    Outlet,
}

/// <summary>An actor of the list, with all that is known about its names.</summary>
public sealed record ActorEntry
{
    /// <summary>Its identity: ISO code, "CC/class" or a word of its own.</summary>
    public required string Id { get; init; }

    /// <summary>Which list it stands in.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Its usual English name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names and abbreviations.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>A country's adjectives and names of its people.</summary>
    public ImmutableArray<string> Demonyms { get; init; } = [];

    /// <summary>A country's capital, or null.</summary>
    public string? Capital { get; init; }

    /// <summary>Further towns, and further names of the capital, that stand for a country's government as the capital does.</summary>
    public ImmutableArray<string> Seats { get; init; } = [];

    /// <summary>Names that stand for a country's government ("Kremlin").</summary>
    public ImmutableArray<string> Government { get; init; } = [];

    /// <summary>Where it acts, ISO 3166-1 alpha-2; the first is its home.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>The identity of what it is part of or sides with, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>The finer kind that its list gives ("armed-group", "agency", "monitor"), or "".</summary>
    public string Type { get; init; } = "";

    /// <summary>The year it came to be, or null.</summary>
    public int? From { get; init; }

    /// <summary>The year it ended, or null.</summary>
    public int? To { get; init; }

    /// <summary>The party whose organ an outlet is, or null.</summary>
    public string? Side { get; init; }

    /// <summary>True for an institution or outlet of a state.</summary>
    public bool State { get; init; }

    /// <summary>True for a body or outlet that counts or documents.</summary>
    public bool Monitor { get; init; }

    /// <summary>True for a relief body.</summary>
    public bool Humanitarian { get; init; }

    /// <summary>True where it takes part in fighting without being a state's own force.</summary>
    public bool Armed { get; init; }

    /// <summary>File and line it stands in, for messages.</summary>
    public string Where { get; init; } = "";
}

/// <summary>On whose side a role stands.</summary>
public enum RoleSide : byte
{
    /// <summary>A state's own.</summary>
    State,
    /// <summary>Armed, but no state's.</summary>
    Armed,
    /// <summary>Takes no part in the fighting.</summary>
    Civilian,
    /// <summary>None of these.</summary>
    Other,
}

/// <summary>A class of collectives or persons by what they do, and its words.</summary>
/// <param name="Id">The class ("military").</param>
/// <param name="Side">On whose side it stands.</param>
/// <param name="Collective">True where the words name a body that acts as one.</param>
/// <param name="Exact">True where two phrases of the class name the same only by the same words.</param>
/// <param name="Default">True where group and word together are the group ("Taliban fighters").</param>
/// <param name="Words">The words, singular.</param>
public sealed record RoleClass(string Id, RoleSide Side, bool Collective, bool Exact, bool Default, ImmutableArray<string> Words);

/// <summary>A class of single persons by office, and its words.</summary>
/// <param name="Id">The class ("minister").</param>
/// <param name="Class">What the person is to the country or group ("leader", "official", "commander", "spokesperson", "lawmaker", "other").</param>
/// <param name="Rank">True for military ranks.</param>
/// <param name="Courtesy">True for words of address that say no office ("Mr").</param>
/// <param name="Words">The words, singular.</param>
public sealed record TitleClass(string Id, string Class, bool Rank, bool Courtesy, ImmutableArray<string> Words);
