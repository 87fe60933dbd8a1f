using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements;

/// <summary>Tells the toll of one act from a count over a period, an operation or a conflict.</summary>
internal static class TallyReader
{
    private static readonly HashSet<string> Countable = ["kill", "injure", "displace", "capture", "destroy", "detain", "abduct", "execute"];

    /// <summary>True where the clause counts over a period: since a day, so far, in all, in a war or campaign.</summary>
    public static bool IsTally(Scene scene, Candidate candidate, Manner manner, Quantity? quantity, TimeRange? time, bool judged)
    {
        if (candidate.Tally || candidate.Type.Name == "tally") return true;
        if (quantity is null || manner.Mode != Mode.Actual || !Countable.Contains(candidate.Type.Name)) return false;
        if (candidate.Type.Name == "capture" && quantity.Unit.Contains("square", StringComparison.Ordinal)) return false;
        if (time is { From: not null, To: null }) return true;   // "since January": what is counted is counted over time
        var tree = scene.Trees[candidate.Sentence];
        if (EverSince(tree, candidate.Clause.Carrier)) return true;
        if (judged) return candidate.Type.Name == "capture" && OfLate(tree, candidate);
        if (time is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber > 27) return true;
        foreach (var child in tree.Children(candidate.Clause.Carrier))
            if (tree.Is(child, "advmod") && scene.Codebook.InList("cumulative", tree[child].Lemma.ToLowerInvariant())) return true;
        foreach (var (preposition, head) in candidate.Clause.Obliques)
            if (preposition is "since" || preposition is "in" or "during" or "throughout" or "over" && tree[head].Lemma.ToLowerInvariant() is "war" or "conflict" or "insurgency" or "day" or "week" or "month" or "year" or "total" or "all" or "uprising" or "campaign") return true;
        return false;
    }

    // "have been killed since the war began"; "since they refused" gives a reason, and has no perfect before it.
    private static bool EverSince(Tree tree, int verb)
    {
        var perfect = false;
        foreach (var child in tree.Children(verb)) perfect |= tree.Is(child, "aux") && tree[child].Lemma.Equals("have", StringComparison.OrdinalIgnoreCase);
        foreach (var child in tree.Children(verb))
            if (perfect && tree.Is(child, "advcl") && tree.Child(child, "mark") is >= 0 and var mark && tree[mark].Lemma.Equals("since", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "have taken a dozen towns in recent days".
    private static bool OfLate(Tree tree, Candidate candidate)
    {
        var (start, end) = tree.Yield(candidate.Clause.Carrier);
        for (var i = start; i < end; i++)
            if (tree[i].Lemma.ToLowerInvariant() is "day" or "week" or "month" && ClauseReader.Preposition(tree, i) is "in" or "over" or "within" or "during" && tree.Child(i, "amod") is >= 0 and var recent && tree[recent].Lemma.ToLowerInvariant() is "recent" or "past" or "last"
                && (tree[i].Head == candidate.Clause.Carrier || tree[i].Head == candidate.Clause.Object || tree.Is(tree[i].Head, "obl") && tree[tree[i].Head].Head == candidate.Clause.Carrier)) return true;
        return false;
    }
}
