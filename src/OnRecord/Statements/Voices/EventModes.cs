using OnRecord.Language.Parses;

namespace OnRecord.Statements.Voices;

/// <summary>What the words around a noun that names an act say of its mode: attempts, announcements, and verbs that say no more than that it takes place.</summary>
internal static class EventModes
{
    // Acts that are announced before they are done; an arrest or a death is announced after it.
    private static readonly HashSet<string> Ahead = new(StringComparer.Ordinal) { "sanction", "obstruct", "talk", "deploy", "withdraw", "mission", "evacuate", "aid", "arm", "recruit", "power", "protest" };

    private static readonly HashSet<string> TakesPlace = new(StringComparer.Ordinal) { "take", "begin", "start", "resume", "open", "continue", "go", "happen", "proceed", "occur", "hold", "convene", "commence", "restart", "reconvene" };

    private static readonly HashSet<string> Tries = new(StringComparer.Ordinal) { "attempt", "bid", "try" };

    private static readonly HashSet<string> Foils = new(StringComparer.Ordinal) { "thwart", "foil" };

    /// <summary>True where "announced N" tells of what is still to come: a ban, talks, a withdrawal.</summary>
    public static bool IsAhead(string verb, string type) => verb == "announce" && Ahead.Contains(type);

    /// <summary>True where a verb says no more of its subject than that it takes place, so that its auxiliaries are the subject's: "talks will go on", "a vote is to be held".</summary>
    public static bool TakesItsSubject(Tree tree, int verb) => TakesPlace.Contains(tree[verb].Lemma.ToLowerInvariant());

    /// <summary>True where a noun is only tried: "coup attempt", "assassination bid"; of a compound either word.</summary>
    public static bool IsTried(Tree tree, int noun)
    {
        if (Tries.Contains(tree[noun].Lemma.ToLowerInvariant())) return tree.Child(noun, "compound") >= 0;
        return tree.Is(noun, "compound") && tree[noun].Head is >= 0 and var head && Tries.Contains(tree[head].Lemma.ToLowerInvariant());
    }

    /// <summary>True where the verb says that the act was tried and stopped: "foiled an attack".</summary>
    public static bool IsFoiled(string verb) => Foils.Contains(verb);

    /// <summary>True where an infinitive says who was one of those that did it: "the first country to recognise", "the only one to vote".</summary>
    public static bool IsRanked(Tree tree, int noun)
    {
        if (Ranks(tree, noun)) return true;
        foreach (var child in tree.Children(noun))
            if (child < noun && Ranks(tree, child)) return true;
        return false;
    }

    private static bool Ranks(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant() is "first" or "second" or "third" or "last" or "latest" or "only";
}
