using System.Collections.Immutable;
using OnRecord.Language.Articles;

namespace OnRecord.Language.Mentions;

/// <summary>What an entity is.</summary>
public enum EntityKind : byte
{
    /// <summary>A country, government, force, group, body or other collective that acts.</summary>
    Actor,
    /// <summary>A person.</summary>
    Person,
    /// <summary>A newspaper, agency, broadcaster or monitoring source that publishes.</summary>
    Outlet,
    /// <summary>A place; a country is a place that has an actor's identity too.</summary>
    Place,
    /// <summary>A name that is none of these.</summary>
    Other,
}

/// <summary>Something named in an article, once for all its mentions.</summary>
public sealed record Entity
{
    /// <summary>Its index in <see cref="ArticleMentions.Entities"/>.</summary>
    public required int Index { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The fullest name that the article gives, without articles and possessives.</summary>
    public required string Name { get; init; }

    /// <summary>A person's role as the article gives it ("US State Department spokesperson"), else null.</summary>
    public string? Role { get; init; }

    /// <summary>The identity in the actor list ("taliban", "AF/government"), or null where unresolved.</summary>
    public string? Actor { get; init; }

    /// <summary>The place of the gazetteer, or null where it is none or unresolved.</summary>
    public Place? Place { get; init; }

    /// <summary>Why it stands unresolved, where neither identity nor place could be given.</summary>
    public string? Unresolved { get; init; }
}

/// <summary>How a mention refers.</summary>
public enum MentionForm : byte
{
    /// <summary>By name.</summary>
    Name,
    /// <summary>By a noun ("the group", "the militants").</summary>
    Nominal,
    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>A stretch of words that refers to an entity.</summary>
/// <param name="Sentence">The index of the sentence.</param>
/// <param name="Start">The first word.</param>
/// <param name="End">One past the last word.</param>
/// <param name="Head">The word that heads the stretch in the tree.</param>
/// <param name="Span">The range of the article's text.</param>
/// <param name="Form">How it refers.</param>
/// <param name="Entity">The index of the entity.</param>
public sealed record Mention(int Sentence, int Start, int End, int Head, TextSpan Span, MentionForm Form, int Entity);

/// <summary>What a time expression says about the moment.</summary>
public enum TimeKind : byte
{
    /// <summary>At, on or during: both ends known.</summary>
    During,
    /// <summary>Since or from: the beginning known, the end open.</summary>
    Since,
    /// <summary>Until: the end known, the beginning open; a state that lasts so long, no deadline.</summary>
    Until,
    /// <summary>By, within, before, "in the next seven days": <see cref="TimeMention.To"/> is the last day.</summary>
    By,
    /// <summary>A duration or a vague expression that cannot be placed on the calendar.</summary>
    Unplaced,
}

/// <summary>A time expression resolved against the publication date; days, both ends inclusive; null where open or not computable.</summary>
public sealed record TimeMention(int Sentence, int Start, int End, int Head, TextSpan Span, TimeKind Kind, DateOnly? From, DateOnly? To);

/// <summary>A number that counts something: bounds inclusive, null where open; shares are fractions with the unit "share".</summary>
/// <param name="Sentence">The index of the sentence.</param>
/// <param name="Start">The first word of the number with its hedges ("more", in "more than a dozen").</param>
/// <param name="End">One past the last word.</param>
/// <param name="Head">The number word that heads it.</param>
/// <param name="Counted">The word that it counts (a noun), or -1 where the number stands alone.</param>
/// <param name="Span">The range of the article's text.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Unit">What is counted, as the article says it ("troops"), "" where it stands alone.</param>
public sealed record QuantityMention(int Sentence, int Start, int End, int Head, int Counted, TextSpan Span, double? Low, double? High, string Unit);

/// <summary>All that an article mentions.</summary>
public sealed record ArticleMentions
{
    /// <summary>The entities; an entity's index is its position.</summary>
    public required ImmutableArray<Entity> Entities { get; init; }

    /// <summary>Mentions in text order.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }

    /// <summary>The names in text order with what sort of thing each names, weapons and nationalities among them, which are no entities.</summary>
    public ImmutableArray<TypedName> Names { get; init; } = [];

    /// <summary>Time expressions in text order.</summary>
    public required ImmutableArray<TimeMention> Times { get; init; }

    /// <summary>Quantities in text order.</summary>
    public required ImmutableArray<QuantityMention> Quantities { get; init; }

    /// <summary>The country that the article is mostly about, ISO 3166-1 alpha-2, or null where none stands out.</summary>
    public string? Country { get; init; }
}
