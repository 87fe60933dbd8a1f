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

    /// <summary>True for a verb that says what an act would bring, as long as nobody knows that it comes: "the fall of the town would be a blow".</summary>
    public static bool IsImagined(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (tree[child].Form.Equals("would", StringComparison.OrdinalIgnoreCase)) return tree.Child(verb, "nummod") < 0 && !Ranks(tree, verb) && tree.Child(verb, "amod") < 0;
        return false;
    }

    /// <summary>True for a clause of which it is not known whether it is so: "it was unclear whether the town had fallen".</summary>
    public static bool IsOpen(Tree tree, int clause) => tree.Child(clause, "mark") is >= 0 and var mark && tree[mark].Lemma.ToLowerInvariant() is "whether" or "if";

    /// <summary>True where somebody is warned off the act: "warned the army against attacking".</summary>
    public static bool IsWarnedOff(Tree tree, int verb, int act) => tree[verb].Lemma.ToLowerInvariant() is "warn" or "caution" && tree.Child(act, "mark") is >= 0 and var mark && tree[mark].Lemma.Equals("against", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for "once" over what has not come about yet: "once the withdrawal is complete".</summary>
    public static bool IsAwaited(Tree tree, int predicate, int mark)
    {
        if (!tree.Is(mark, "mark") || !tree[mark].Lemma.Equals("once", StringComparison.OrdinalIgnoreCase)) return false;
        if (tree[predicate].Xpos is "VBZ" or "VBP") return true;
        foreach (var child in tree.Children(predicate))
            if (tree[child].Relation is "aux" or "aux:pass" or "cop" && child < predicate && tree[child].Form.ToLowerInvariant() is "is" or "are" or "has" or "have") return true;
        return false;
    }

    /// <summary>True for a noun whose infinitive says what was agreed: "a deal to free prisoners".</summary>
    public static bool IsDeal(string noun) => noun is "agreement" or "deal" or "accord" or "pact" or "understanding" or "resolution";

    /// <summary>The noun under which an act is listed: "their demands include lifting the siege" lists it under the demands; -1 for none.</summary>
    public static int Listed(Tree tree, int act, int verb)
    {
        if (tree[verb].Lemma.ToLowerInvariant() is not ("include" or "comprise") || !tree.Is(act, "obj") && !tree.Is(act, "xcomp") && !tree.Is(act, "ccomp") && !tree.Is(act, "advcl")) return -1;
        return tree.Child(verb, "nsubj") is >= 0 and var of && tree[of].Lemma.ToLowerInvariant() is "demand" or "condition" or "plan" or "threat" or "promise" or "pledge" or "proposal" or "request" or "goal" or "aim" ? of : -1;
    }

    private static bool Ranks(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant() is "first" or "second" or "third" or "last" or "latest" or "only";
}
