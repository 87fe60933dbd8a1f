using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Hangs on a noun what the parser hung on a word that only describes it: the preposition in "the head of the government's media and information centre", whose it is in "a coalition air raid", what is cleared in "progress in clearing villages".</summary>
internal sealed class ModifierRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with such dependants put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i < Tree.Count; i++)
        {
            if (Tree[i].Upos == Upos.ADP && Tree.Is(i, "case")) Preposition(i);
            else if (Tree.Is(i, "compound") && Tree[i].Upos is Upos.NOUN or Upos.PROPN) Owner(i);
            else if (Tree.Is(i, "amod") && Tree[i].Xpos == "VBG" && i > 0) Gerund(i);
        }
        return Mended;
    }

    private void Preposition(int i)
    {
        var noun = Tree[i].Head;
        while (noun > i && Tree[noun].Relation is "compound" or "amod" or "nmod:poss" && Tree[noun].Head > noun && Tree[Tree[noun].Head].Upos is Upos.NOUN or Upos.PROPN) noun = Tree[noun].Head;
        if (noun != Tree[i].Head && !HasCase(noun, i)) Words[i] = Words[i] with { Head = noun };
    }

    private static readonly HashSet<string> InDoing = new(StringComparer.Ordinal) { "progress", "headway", "success", "role", "part", "difficulty", "hand" };

    // "made progress in clearing villages": what has a preposition is no object of its own, and the clearing no property.
    private void Gerund(int i)
    {
        if (Tree[i].Head is not (>= 0 and var noun) || noun < i || Tree[i - 1].Upos is not (Upos.ADP or Upos.SCONJ) || Tree[i - 1].Head != noun || Tree[noun].Head is not (>= 0 and var verb)) return;
        if (Tree.Is(noun, "nmod") && Lemma(i - 1) == "in" && InDoing.Contains(Lemma(verb)) && Tree.Is(verb, "obj")) verb = Tree[verb].Head;
        else if (!Tree.Is(noun, "obj") || Tree.Child(verb, "obj") is not (>= 0 and var first) || first == noun || first > i) return;
        Words[i] = Words[i] with { Head = verb, Relation = "advcl" };
        Words[i - 1] = Words[i - 1] with { Head = i, Relation = "mark" };
        Words[noun] = Words[noun] with { Head = i, Relation = "obj" };
    }

    // An army has the raid, not the air.
    private void Owner(int i)
    {
        var means = Tree[i].Head;
        if (means <= i || !Tree.Is(means, "compound") || Tree[means].Head <= means || !IsMeans(means) || Tree[i].Upos == Upos.NOUN && !IsForce(i)) return;
        Words[i] = Words[i] with { Head = Tree[means].Head };
    }

    private bool IsMeans(int word) => Lemma(word) == "air" || Codebook.Classes.TryGetValue(Lemma(word), out var classes) && (classes.Contains("munition") || classes.Contains("aircraft"));

    private bool IsForce(int word) => Codebook.Classes.TryGetValue(Lemma(word), out var classes) && classes.Contains("force");

    private bool HasCase(int noun, int but)
    {
        foreach (var child in Tree.Children(noun))
            if (child != but && child < noun && Tree.Is(child, "case")) return true;
        return false;
    }
}
