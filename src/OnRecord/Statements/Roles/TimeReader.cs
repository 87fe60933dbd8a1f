using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Roles;

/// <summary>Finds when and by when: time expressions of the clause itself, else of the clause around it, never of the verb that only says so.</summary>
internal static class TimeReader
{
    /// <summary>The time and the deadline of the clause; a deadline only where the mode is not actual.</summary>
    public static (TimeRange? Time, Deadline? Deadline) Read(Scene scene, Candidate candidate, Mode mode)
    {
        var tree = scene.Trees[candidate.Sentence];
        var times = scene.Mentions.Times.Where(t => t.Sentence == candidate.Sentence && (t.From is not null || t.To is not null)).ToList();
        if (times.Count == 0) return (null, null);

        if (mode != Mode.Actual && Respite(tree, times, candidate.Word) is { To: { } last } respite) return (null, new Deadline(last, respite.Span));
        TimeRange? time = null;
        Deadline? deadline = null;
        var node = candidate.Word;
        var below = -1;
        for (var steps = 0; node >= 0 && steps < 10; below = node, node = tree[node].Head, steps++)
        {
            if (below >= 0 && Stops(scene, tree, below, node))
            {
                // "a raid in May that killed two": the killing is the raid's.
                if (tree[below].Relation == "acl:relcl" && tree[node].Upos == Upos.NOUN && times.Find(t => t.Kind == TimeKind.During && t.Head < below && tree.Dominates(node, t.Head) && !tree.Dominates(below, t.Head)) is { } of)
                    time = new TimeRange(of.From, of.To, of.Span);
                break;
            }
            foreach (var t in times)
            {
                if (HolderOf(tree, t.Head, candidate.Word) != node) continue;
                if (t.Kind == TimeKind.By && mode != Mode.Actual) deadline ??= t.To is { } day ? new Deadline(day, t.Span) : null;
                else time ??= t.Kind == TimeKind.By ? new TimeRange(null, t.To, t.Span) : new TimeRange(t.From, t.To, t.Span);
            }
            if (time is not null || deadline is not null) break;
        }
        return (time, deadline);
    }

    // "72 hours to leave", "until Friday to disarm and go": what is to be done by then follows.
    private static TimeMention? Respite(Tree tree, List<TimeMention> times, int word)
    {
        for (var steps = 0; word >= 0 && steps < 3; word = tree.Is(word, "conj") ? tree[word].Head : -1, steps++)
            if (tree.Child(word, "mark") is >= 0 and var to && times.Find(t => t.Kind == TimeKind.By && t.End == to) is { } found) return found;
        return null;
    }

    // The predicate whose time it is: the nearest verb above, or the event noun itself.
    private static int HolderOf(Tree tree, int head, int trigger)
    {
        var node = head;
        for (var steps = 0; steps < 10; steps++)
        {
            if (node == trigger) return node;
            if (node != head && tree[node].Upos is Upos.VERB or Upos.AUX || tree[node].Head < 0) return node;
            node = tree[node].Head;
        }
        return node;
    }

    // Times do not come down from a verb of saying, nor from the noun before a relative clause.
    private static bool Stops(Scene scene, Tree tree, int below, int node)
    {
        var relation = tree[below].Relation;
        if (relation is "ccomp" or "parataxis") return true;
        if (relation == "acl:relcl") return true;
        if (relation == "advcl" && tree.Child(below, "mark") is >= 0 and var mark && tree[mark].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)) return true;   // a purpose has its own time
        return relation is "xcomp" or "advcl" && scene.Codebook.Reporting.ContainsKey(tree[node].Lemma.ToLowerInvariant()) && !scene.Codebook.Modes.ContainsKey(tree[node].Lemma.ToLowerInvariant());
    }
}
