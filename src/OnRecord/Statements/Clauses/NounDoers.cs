using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Finds in the tree who does what a noun names, beyond the noun's own possessor: "rebel attempts", "the use of gas by the army", "convened a meeting".</summary>
internal static class NounDoers
{
    private const int Deepest = 3;

    /// <summary>The word that says whose plan, operation or attempt the noun is: before it or after "by" and "of"; -1 where none does.</summary>
    public static int Maker(Tree tree, int noun, Codebook codebook)
    {
        foreach (var child in tree.Children(noun))
            if (child < noun && (tree.Is(child, "compound") || tree.Is(child, "amod")) && (char.IsUpper(tree[child].Form[0]) && tree[child].Upos is Upos.PROPN or Upos.ADJ && child > 0 || Acts(tree, child, codebook))) return child;
        foreach (var child in tree.Children(noun))
            if (child > noun && tree.Is(child, "nmod") && (ClauseReader.Preposition(tree, child) is "by" && tree[child].Upos is Upos.NOUN or Upos.PROPN || ClauseReader.Preposition(tree, child) is "of" && Acts(tree, child, codebook))) return child;
        return -1;
    }

    /// <summary>The doer after a "by" that hangs on a noun further in: "the use of gas by the army"; -1 for none.</summary>
    public static int FarBy(Tree tree, int noun, Codebook codebook) => FarBy(tree, noun, codebook, 0);

    private static int FarBy(Tree tree, int noun, Codebook codebook, int depth)
    {
        foreach (var child in tree.Children(noun))
        {
            if (child < noun || !tree.Is(child, "nmod") || tree.Is(child, "nmod:poss")) continue;
            if (depth > 0 && ClauseReader.Preposition(tree, child) == "by" && (tree[child].Upos == Upos.PROPN || Acts(tree, child, codebook))) return child;
            if (depth < Deepest && !(codebook.Classes.TryGetValue(tree[child].Lemma.ToLowerInvariant(), out var of) && of.Contains("act")) && FarBy(tree, child, codebook, depth + 1) is >= 0 and var far) return far;
        }
        return -1;
    }

    /// <summary>The verb whose subject the noun is, where nobody does it: "clashes continued"; -1 for none.</summary>
    public static int Verb(Tree tree, int noun)
    {
        var head = tree[noun].Head;
        return tree.Is(noun, "nsubj") && !tree.Is(noun, "nsubj:outer") && head > noun && tree[head].Upos == Upos.VERB ? head : -1;
    }

    /// <summary>The verb whose subject undertakes what the noun names: "convened a meeting", "threatened a new wave of raids"; -1 for none.</summary>
    public static int Undertaken(Tree tree, int noun, Codebook codebook)
    {
        var whole = Whole(tree, noun, codebook);
        var verb = tree[whole].Head;
        if (verb < 0 || tree[verb].Upos != Upos.VERB || !tree.Is(whole, "obj") && !tree.Is(whole, "nsubj:pass") && !(tree.Is(whole, "obl") && ClauseReader.Preposition(tree, whole) is "on" or "to" or "in" && tree.Child(verb, "obj") < 0)) return -1;
        var lemma = tree[verb].Lemma.ToLowerInvariant();
        if (lemma == "deny") return tree.Child(noun, "det") is >= 0 and var det && tree[det].Lemma.Equals("any", StringComparison.OrdinalIgnoreCase) ? verb : -1;
        return codebook.InList("undertaking", lemma) || whole != noun && codebook.InList("light", lemma) && !codebook.InList("light_patient", lemma) ? verb : -1;
    }

    /// <summary>What the noun is counted or begun by: "a series of raids" for "raids"; else the noun.</summary>
    public static int Whole(Tree tree, int noun, Codebook codebook)
    {
        for (var steps = 0; steps < Deepest && tree.Is(noun, "nmod") && ClauseReader.Preposition(tree, noun) == "of" && tree[noun].Head is >= 0 and var head && codebook.InList("phase", tree[head].Lemma.ToLowerInvariant()); steps++) noun = head;
        return noun;
    }

    private static bool Acts(Tree tree, int word, Codebook codebook) =>
        tree[word].Upos is Upos.NOUN or Upos.PROPN && codebook.Classes.TryGetValue(tree[word].Lemma.ToLowerInvariant(), out var classes) && (classes.Contains("force") || classes.Contains("office")) && !classes.Contains("munition") && !classes.Contains("goods");
}
