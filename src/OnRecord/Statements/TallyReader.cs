using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements;

/// <summary>Tells the toll of one act from a count over a period, an operation or a conflict.</summary>
internal static class TallyReader
{
    private static readonly HashSet<string> Countable = ["kill", "injure", "displace", "capture", "destroy", "detain", "abduct", "execute", "evacuate", "recruit"];
    private static readonly HashSet<string> Strikes = ["attack", "airstrike", "shelling", "bombing"];
    private static readonly HashSet<string> Long = ["war", "conflict", "insurgency", "campaign", "offensive", "crackdown", "uprising", "rebellion"];
    private static readonly HashSet<string> Rows = ["series", "string", "spate", "wave", "succession"];
    private static readonly HashSet<string> Acts = ["attack", "airstrike", "strike", "raid", "clash", "incident", "ambush", "bombing", "operation"];

    // So much one act seldom comes to.
    private const double Many = 10;

    /// <summary>True where the clause counts over a period: since a day, so far, in all, in a war or campaign.</summary>
    public static bool IsTally(Scene scene, Candidate candidate, Manner manner, Quantity? quantity, TimeRange? time, bool judged)
    {
        if (candidate.Tally || candidate.Type.Name == "tally") return true;
        if (quantity is null || manner.Mode != Mode.Actual || !Countable.Contains(candidate.Type.Name) && !Strikes.Contains(candidate.Type.Name)) return false;
        if (Strikes.Contains(candidate.Type.Name)) return quantity.Low is >= Many && Spans(scene.Trees[candidate.Sentence], candidate);
        if (candidate.Type.Name == "capture" && quantity.Unit.Contains("square", StringComparison.Ordinal)) return false;
        if (time is { From: not null, To: null }) return true;   // "since January": what is counted is counted over time
        var tree = scene.Trees[candidate.Sentence];
        if (EverSince(tree, candidate.Clause.Carrier)) return true;
        if (Sums(tree, candidate, quantity, time) || Spans(tree, candidate) || candidate.Type.Name != "capture" && Adds(scene, tree, candidate, quantity)) return true;
        if (judged) return candidate.Type.Name == "capture" && OfLate(tree, candidate);
        if (time is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber > 27) return true;
        foreach (var child in tree.Children(candidate.Clause.Carrier))
            if (tree.Is(child, "advmod") && scene.Codebook.InList("cumulative", tree[child].Lemma.ToLowerInvariant())) return true;
        foreach (var (preposition, head) in candidate.Clause.Obliques)
            if (preposition is "since" || preposition is "in" or "during" or "throughout" or "over" && tree[head].Lemma.ToLowerInvariant() is "war" or "conflict" or "insurgency" or "day" or "week" or "month" or "year" or "total" or "all" or "uprising" or "campaign") return true;
        return false;
    }

    // "a war that has killed thousands", "a series of strikes this week killed 20": no single act does so.
    private static bool Sums(Tree tree, Candidate candidate, Quantity quantity, TimeRange? time)
    {
        if (candidate.Clause.Subject is not (>= 0 and var what)) return false;
        var lemma = tree[what].Lemma.ToLowerInvariant();
        return Long.Contains(lemma) && quantity.Low is >= Many || Rows.Contains(lemma) && time is { From: { } from, To: { } to } && to.DayNumber > from.DayNumber;
    }

    // "killed in 79 attacks", "over the same period", "in the past 24 hours": added up.
    private static bool Adds(Scene scene, Tree tree, Candidate candidate, Quantity quantity)
    {
        foreach (var (preposition, head) in candidate.Clause.Obliques)
        {
            if (preposition is not ("in" or "over" or "during")) continue;
            var lemma = tree[head].Lemma.ToLowerInvariant();
            if (lemma == "period" || lemma == "hour" && candidate.Type.Name is "kill" or "injure" && quantity.Low is >= Many && IsOfLate(tree, head)) return true;
            if (preposition == "in" && Acts.Contains(lemma) && scene.CountOf(candidate.Sentence, head) is { Low: >= 5 }) return true;
        }
        return false;
    }

    // "over the past year", "in recent weeks", "in the last three months": longer than one act goes on.
    private static bool Spans(Tree tree, Candidate candidate)
    {
        foreach (var (preposition, head) in candidate.Clause.Obliques)
            if (preposition is "in" or "over" or "during" or "within" or "throughout" && tree[head].Lemma.ToLowerInvariant() is "week" or "month" or "year" or "decade" && IsOfLate(tree, head)) return true;
        return false;
    }

    private static bool IsOfLate(Tree tree, int period)
    {
        foreach (var child in tree.Children(period))
            if (tree.Is(child, "amod") && tree[child].Lemma.ToLowerInvariant() is "recent" or "past" or "last" or "previous") return true;
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
            if (tree[i].Lemma.ToLowerInvariant() is "day" or "week" or "month" && ClauseReader.Preposition(tree, i) is "in" or "over" or "within" or "during" && IsOfLate(tree, i)
                && (tree[i].Head == candidate.Clause.Carrier || tree[i].Head == candidate.Clause.Object || tree.Is(tree[i].Head, "obl") && tree[tree[i].Head].Head == candidate.Clause.Carrier)) return true;
        return false;
    }
}
