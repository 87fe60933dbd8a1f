using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Hangs what is asked of people on the verb that asks it, past those whom it names among them: "calls on all men, including those who have left the army, to take up arms"; and gives "hand over" back its particle.</summary>
internal sealed class AskedRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with the faults mended, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 1; i < Tree.Count; i++)
        {
            if (Tree[i].Form.Equals("including", StringComparison.OrdinalIgnoreCase) && Tree.Is(i, "case")) Among(i);
            else if (Tree[i].Form.Equals("over", StringComparison.OrdinalIgnoreCase) && Tree.Is(i, "case")) HandedOver(i);
        }
        return Mended;
    }

    private void Among(int including)
    {
        var named = Tree[including].Head;
        if (named < 0) return;
        var verb = Tree[named].Head;
        while (verb >= 0 && Tree[verb].Upos != Upos.VERB) verb = Tree[verb].Head;
        if (verb < 0 || verb > including || !Voices(verb)) return;
        var asked = -1;
        foreach (var child in Tree.Children(verb))
            if (child > verb && child < including && (Tree.Is(child, "obj") || Tree.Is(child, "obl"))) asked = child;
        if (asked < 0) return;
        for (var act = named + 1; act < Tree.Count; act++)
        {
            if (Tree[act].Xpos != "VB" || !Tree.Dominates(named, act) || Tree.Child(act, "mark") is not (> 0 and var to) || Lemma(to) != "to" || Tree[to - 1].Form != ",") continue;
            Words[act] = Words[act] with { Head = verb, Relation = "xcomp" };
            break;
        }
        if (Tree[named].Head == verb) Words[named] = Words[named] with { Head = asked, Relation = "nmod" };
    }

    // "to hand over the town": the town is handed over, nothing is handed over it.
    private void HandedOver(int over)
    {
        var noun = Tree[over].Head;
        if (noun < over || over == 0 || Tree[over - 1].Upos != Upos.VERB || Lemma(over - 1) != "hand" || Tree[noun].Head != over - 1 || !Tree.Is(noun, "obl") || Tree.Child(over - 1, "obj") >= 0) return;
        Words[over] = Words[over] with { Head = over - 1, Relation = "compound:prt", Xpos = "RP" };
        Words[noun] = Words[noun] with { Relation = "obj" };
    }
}
