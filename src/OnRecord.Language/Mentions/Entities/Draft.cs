using OnRecord.Language.Mentions.Actors;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>A mention on its way to its entity.</summary>
internal sealed class Draft
{
    public required int Sentence { get; init; }

    public required int Start { get; set; }

    public required int End { get; set; }

    /// <summary>The word that heads it in the tree.</summary>
    public required int Head { get; set; }

    public required MentionForm Form { get; set; }

    public required EntityKind Kind { get; set; }

    /// <summary>The name without articles and possessives.</summary>
    public required string Name { get; set; }

    /// <summary>The last word of the name proper, before a type word ("Kunduz" in "Kunduz province").</summary>
    public int NameEnd { get; set; }

    /// <summary>The first word of the office before a person's name, or -1.</summary>
    public int RoleStart { get; set; } = -1;

    public ActorName? Known { get; set; }

    public ActorMatch? Match { get; set; }

    public string? Role { get; set; }

    /// <summary>What the role says of whom the person acts for.</summary>
    public ActorMatch? RoleMatch { get; set; }

    /// <summary>True where "the", "this" or a possessive says that the reader knows it.</summary>
    public bool Definite { get; set; }

    public bool Plural { get; set; }

    /// <summary>True where only the gazetteer or a capital letter speaks for the name.</summary>
    public bool Doubtful { get; set; }

    public Place? Place { get; set; }

    public string? PlaceReason { get; set; }

    /// <summary>The name that the text puts around it, or null.</summary>
    public string? Within { get; set; }

    /// <summary>The place that the text puts around it, where it is itself unknown.</summary>
    public Place? Around { get; set; }

    /// <summary>The entity, -1 while there is none.</summary>
    public int Entity { get; set; } = -1;
}
