using OnRecord.Language.Mentions;

namespace OnRecord.Scores;

/// <summary>What the scorer must know of the world: which names mean one actor, and where a place lies.</summary>
/// <param name="SameActor">True where two names are aliases of the same actor.</param>
/// <param name="Resolve">The gazetteer's place for a name, first-order division ("" for none) and country code, or null.</param>
public sealed record Identities(Func<string, string, bool> SameActor, Func<string, string, string, Place?> Resolve)
{
    /// <summary>Knows nothing: names must be equal, places too.</summary>
    public static Identities None { get; } = new((_, _) => false, (_, _, _) => null);
}
