using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Hangs a preposition on the noun that it introduces where the parser hung it on what describes that noun: "the head of the government's media and information centre".</summary>
internal sealed class CaseRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with such prepositions put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i < Tree.Count; i++)
        {
            if (Tree[i].Upos != Upos.ADP || !Tree.Is(i, "case")) continue;
            var noun = Tree[i].Head;
            while (noun > i && Tree[noun].Relation is "compound" or "amod" or "nmod:poss" && Tree[noun].Head > noun && Tree[Tree[noun].Head].Upos is Upos.NOUN or Upos.PROPN) noun = Tree[noun].Head;
            if (noun != Tree[i].Head && !HasCase(noun, i)) Words[i] = Words[i] with { Head = noun };
        }
        return Mended;
    }

    private bool HasCase(int noun, int but)
    {
        foreach (var child in Tree.Children(noun))
            if (child != but && child < noun && Tree.Is(child, "case")) return true;
        return false;
    }
}
