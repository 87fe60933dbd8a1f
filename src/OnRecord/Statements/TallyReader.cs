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
        if (judged) return false;
        if (quantity is null || manner.Mode != Mode.Actual || !Countable.Contains(candidate.Type.Name)) return false;
        if (time is { From: { } from, To: var to } && (to is null || to.Value.DayNumber - from.DayNumber > 27)) return true;
        var tree = scene.Trees[candidate.Sentence];
        foreach (var child in tree.Children(candidate.Clause.Carrier))
            if (tree.Is(child, "advmod") && scene.Codebook.InList("cumulative", tree[child].Lemma.ToLowerInvariant())) return true;
        foreach (var (preposition, head) in candidate.Clause.Obliques)
            if (preposition is "since" || preposition is "in" or "during" or "throughout" or "over" && tree[head].Lemma.ToLowerInvariant() is "war" or "conflict" or "insurgency" or "day" or "week" or "month" or "year" or "total" or "all" or "uprising" or "campaign") return true;
        return false;
    }
}
