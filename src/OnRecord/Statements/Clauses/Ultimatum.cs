using OnRecord.Language.Parses;

namespace OnRecord.Statements.Clauses;

/// <summary>A time given in which somebody is to act: "gave the garrison two days to leave", "the mutineers have until Sunday to give up".</summary>
internal static class Ultimatum
{
    /// <summary>What is to be done, and who is to do it, under the verb; -1 and -1 where no time is given.</summary>
    public static (int Act, int Doer) Of(Tree tree, int verb)
    {
        var lemma = tree[verb].Lemma.ToLowerInvariant();
        if (lemma is not ("give" or "have" or "set" or "grant") || tree[verb].Upos is not (Upos.VERB or Upos.AUX)) return (-1, -1);
        var (act, time, receiver) = (-1, false, -1);
        foreach (var child in tree.Children(verb))
        {
            if (child > verb && IsTime(tree, child)) time = true;
            else if (child > verb && receiver < 0 && (tree.Is(child, "iobj") || tree.Is(child, "obj"))) receiver = child;
            if (child == receiver)
                foreach (var below in tree.Children(child))   // "gave the garrison of the base two days to leave", the days hung on the garrison
                    time |= below > child && tree[below].Xpos == "NNS" && tree.Child(below, "nummod") >= 0 && IsTime(tree, below);
            if (child > verb && receiver < 0 && lemma == "set" && tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) is "for" or "" && Below(tree, child) >= 0) receiver = child;   // "set a deadline for the rebels to leave"
            if (child > verb && act < 0) act = IsInfinitive(tree, child) ? child : Below(tree, child);
        }
        if (!time || act < 0) return (-1, -1);
        var doer = lemma == "have" ? tree.Child(verb, "nsubj") : receiver;
        return doer < 0 ? (-1, -1) : (act, doer);
    }

    private static int Below(Tree tree, int word)
    {
        if (!tree.Is(word, "obj") && !tree.Is(word, "iobj") && !tree.Is(word, "obl")) return -1;
        foreach (var child in tree.Children(word))
            if ((tree.Is(child, "acl") || tree.Is(child, "advcl") || tree.Is(child, "xcomp")) && IsInfinitive(tree, child)) return child;
        return -1;
    }

    // "48 hours", "a week", "until Friday", "a deadline".
    private static bool IsTime(Tree tree, int word)
    {
        if (tree[word].Lemma.ToLowerInvariant() is "hour" or "day" or "week" or "month" or "minute" or "deadline" or "ultimatum" or "year") return true;
        foreach (var child in tree.Children(word))
            if (tree.Is(child, "case") && tree[child].Lemma.ToLowerInvariant() is "until" or "till") return true;
        return false;
    }

    private static bool IsInfinitive(Tree tree, int verb)
    {
        if (tree[verb].Upos is not (Upos.VERB or Upos.AUX or Upos.ADJ)) return false;
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "mark") && tree[child].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
