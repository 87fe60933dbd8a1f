using System.Collections.Immutable;

namespace OnRecord.Language.Mentions.Places;

/// <summary>A place name of an article, with what the words around it say of it.</summary>
/// <param name="Name">The name as it stands, with its type word if that is part of it ("Kunduz Province").</param>
public sealed record PlaceName(string Name)
{
    /// <summary>The index of the sentence.</summary>
    public int Sentence { get; init; }

    /// <summary>The name of the place that the text puts around it ("Kunduz, Afghanistan", "Helmand's Marjah", "Fallujah in Anbar"), or null.</summary>
    public string? Within { get; init; }

    /// <summary>The name of the place that it is said to lie close to ("Zelene, 20 km north of Kharkiv"), or null.</summary>
    public string? Near { get; init; }

    /// <summary>True where the text leaves no doubt of that: "Palma, Mozambique." and not "in Paris, Germany's envoy said".</summary>
    public bool Firm { get; init; }

    /// <summary>What is said to hold a name joined to it, and may hold it too: "Mozambique" for "Palma" in "Palma and Quissanga, Mozambique"; or null.</summary>
    public string? Shared { get; init; }

    /// <summary>The word that says what it is ("province", "city", "district", "village"), or null.</summary>
    public string? TypeWord { get; init; }

    /// <summary>True where it is captured, attacked or entered as towns are, so that of a province and its seat the seat is meant.</summary>
    public bool ActedOn { get; init; }

    /// <summary>True where it may as well be a person's or another thing's name.</summary>
    public bool Doubtful { get; init; }
}

/// <summary>What else an article says about where it is.</summary>
public sealed record PlaceContext
{
    /// <summary>A context that says nothing.</summary>
    public static PlaceContext Empty { get; } = new();

    /// <summary>How often each country (ISO 3166-1 alpha-2) is named, by demonym or through its actors.</summary>
    public ImmutableSortedDictionary<string, int> Countries { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Place names that stand outside the running text: dateline, headline, the outlet's home.</summary>
    public ImmutableArray<string> Beside { get; init; } = [];
}

/// <summary>What a place name was resolved to.</summary>
/// <param name="Place">The place, or null where it stays unresolved.</param>
/// <param name="Reason">Why this place, or why none; one line.</param>
/// <param name="Margin">How far the choice lies before the next distant candidate, in decades; 0 where unresolved.</param>
public sealed record PlaceDecision(Place? Place, string Reason, double Margin)
{
    /// <summary>The place that is said to hold it, where it is itself unknown; else null.</summary>
    public Place? Around { get; init; }

    /// <summary>True where the text names a part of the place only ("northern Mali").</summary>
    public bool Part { get; init; }
}
