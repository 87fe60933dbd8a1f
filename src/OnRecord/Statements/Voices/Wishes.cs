using OnRecord.Language.Parses;

namespace OnRecord.Statements.Voices;

/// <summary>Tells the uses of verbs of will that speak of others' acts from those that speak of one's own.</summary>
internal static class Wishes
{
    /// <summary>What somebody else is to do or to have done to him, under "want": "wants the army to leave", "wants two comrades freed"; -1 for a wish to act oneself.</summary>
    public static int OfOthers(Tree tree, int verb)
    {
        if (!tree[verb].Lemma.Equals("want", StringComparison.OrdinalIgnoreCase) || tree[verb].Upos != Upos.VERB) return -1;
        var other = -1;
        foreach (var child in tree.Children(verb))
        {
            if (child < verb) continue;
            if (tree.Is(child, "obj") || tree.Is(child, "iobj"))
            {
                other = child;
                foreach (var below in tree.Children(child))
                    if (below > child && tree.Is(below, "acl") && tree[below].Relation != "acl:relcl" && (tree[below].Xpos is "VBN" || IsInfinitive(tree, below))) return below;
            }
            else if (other >= 0 && (tree.Is(child, "xcomp") || tree.Is(child, "advcl")) && (tree[child].Xpos is "VBN" or "VBD" || tree.Is(child, "xcomp") && tree[child].Upos is Upos.ADJ || IsInfinitive(tree, child))) return child;
            else if (tree.Is(child, "ccomp") && tree.Child(child, "nsubj") >= 0) return child;
        }
        return -1;
    }

    /// <summary>True where "commit" is a promise ("committed to leaving"), and no deed.</summary>
    public static bool Commits(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (child > verb && (tree.Is(child, "xcomp") || Clauses.ClauseReader.Preposition(tree, child) == "to" || tree.Is(child, "advcl") && IsInfinitive(tree, child))) return true;
        return false;
    }

    private static bool IsInfinitive(Tree tree, int word)
    {
        foreach (var child in tree.Children(word))
            if (tree.Is(child, "mark") && tree[child].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
