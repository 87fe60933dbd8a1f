using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Quantities;

/// <summary>Says by the tree what a number counts.</summary>
internal static class Counting
{
    /// <summary>The noun that the number headed by <paramref name="head"/> counts, or -1; the number with its hedges is the words from start to end.</summary>
    public static int Noun(Tree tree, int head, int start, int end)
    {
        // "dozens of civilians", "12 of the soldiers", "two-thirds of the country"
        for (var word = start; word < end; word++)
            foreach (var child in tree.Children(word))
                if (child >= end && tree.Is(child, "nmod") && Case(tree, child) == "of") return child;
        var above = tree[head].Head;
        var relation = tree[head].Relation;
        if (above >= end && tree[above].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.SYM or Upos.ADJ or Upos.NUM
            && (tree.Is(head, "nummod") || tree.Is(head, "amod") || tree.Is(head, "det") || tree.Is(head, "compound") || tree.Is(head, "advmod") || tree.Is(head, "nmod") || tree.Is(head, "dep")))
            return Outermost(tree, above);
        // A parser that loses its way still leaves the noun where it stands.
        if (relation is not ("root" or "conj") && above >= end && above == end && IsNoun(tree[end])) return Outermost(tree, end);
        var next = end;
        while (next < tree.Count && next < end + 3 && tree[next].Upos == Upos.ADJ) next++;
        return next < tree.Count && tree[next].Xpos is "NNS" or "NNPS" && !Between(tree, head, next) ? next : -1;
    }

    /// <summary>The noun with the compound words before it: "police officers".</summary>
    public static string Unit(Tree tree, int noun)
    {
        var start = noun;
        while (start > 0 && tree.Is(start - 1, "compound") && tree[start - 1].Head == noun && tree[start - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PUNCT) start--;
        return string.Join(' ', Enumerable.Range(start, noun - start + 1).Select(i => tree[i].Form));
    }

    private static bool IsNoun(Word word) => word.Upos is Upos.NOUN or Upos.PROPN;

    /// <summary>"12 army soldiers" counts soldiers even where the number hangs on "army".</summary>
    private static int Outermost(Tree tree, int noun)
    {
        for (var steps = 0; steps < 4 && tree.Is(noun, "compound") && tree[noun].Head > noun; steps++) noun = tree[noun].Head;
        return noun;
    }

    private static string Case(Tree tree, int noun)
    {
        var word = tree.Child(noun, "case");
        return word < 0 ? "" : tree[word].Form.ToLowerInvariant();
    }

    /// <summary>True where the noun is an argument of its own beside the number: "told the 12 reporters".</summary>
    private static bool Between(Tree tree, int head, int noun) =>
        tree.Is(head, "obj") && tree.Is(noun, "obj") is false && tree[noun].Head != tree[head].Head;
}
