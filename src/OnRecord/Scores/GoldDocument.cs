using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord.Scores;

/// <summary>The documents of one gold file, in its order.</summary>
public sealed record GoldSet(string Path, ImmutableArray<GoldDocument> Documents);

/// <summary>A report with the statements that a person found in it.</summary>
public sealed record GoldDocument
{
    /// <summary>Its name, unique in its set.</summary>
    public required string Id { get; init; }

    /// <summary>The whole text, untouched.</summary>
    public required string Text { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The place at its head, or null.</summary>
    public string? Dateline { get; init; }

    /// <summary>The day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where it was published, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The statements, in the order of the file.</summary>
    public required ImmutableArray<GoldStatement> Statements { get; init; }
}

/// <summary>A statement as a person wrote it down: names instead of identities.</summary>
public sealed record GoldStatement
{
    /// <summary>The words that hold the predicate.</summary>
    public required TextSpan Anchor { get; init; }

    /// <summary>The predicate word or words, inside <see cref="Anchor"/>.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>The type.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it happened.</summary>
    public Mode Mode { get; init; }

    /// <summary>Whether it is said to be so.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Who does it.</summary>
    public ImmutableArray<string> Agent { get; init; } = [];

    /// <summary>To whom or what it is done.</summary>
    public ImmutableArray<string> Patient { get; init; } = [];

    /// <summary>Where, or null.</summary>
    public GoldPlace? Place { get; init; }

    /// <summary>How many, or null.</summary>
    public GoldQuantity? Quantity { get; init; }

    /// <summary>When, or null.</summary>
    public GoldTime? Time { get; init; }

    /// <summary>By when, or null.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>By whose word, from origin to relay.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>How the source stands to it.</summary>
    public Stance Stance { get; init; }
}

/// <summary>A place by name, first-order division ("" for none) and ISO 3166-1 alpha-2 ("" for none).</summary>
public sealed record GoldPlace(string Name, string Admin1, string Country);

/// <summary>A number: inclusive bounds, null where open.</summary>
public sealed record GoldQuantity(string Text, double? Low, double? High, string Unit);

/// <summary>Days, both inclusive, null where open.</summary>
public sealed record GoldTime(DateOnly? From, DateOnly? To);
