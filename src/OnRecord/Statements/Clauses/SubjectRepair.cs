using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Gives a finite verb back the subject that the parser hung on what the sentence begins with: "In the north, Kunduz was taken", "Though it holds Kabul, sources said".</summary>
internal sealed class SubjectRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with the subjects put right, or null where none was lost.</summary>
    public override Word[]? Mend()
    {
        for (var verb = 1; verb < Tree.Count; verb++)
            if (Says(verb)) Latest(verb);
        for (var verb = 0; verb < Tree.Count; verb++)
            if (Tree[verb].Upos == Upos.VERB && (Tree.Is(verb, "root") || Tree.Is(verb, "ccomp") || Tree.Is(verb, "parataxis")) && IsFinite(verb) && !HasSubject(verb)) Find(verb);
        return Mended;
    }

    private void Find(int verb)
    {
        foreach (var place in Tree.Children(verb).ToArray())
        {
            if (place > verb || !Tree.Is(place, "obl") || ClauseReader.Preposition(Tree, place).Length == 0) continue;
            var named = Tree.Children(place).ToArray().Where(c => c > place && c < verb && Tree.Is(c, "appos")).ToList();
            if (named.Count == 0 || Tree[named[0]].Upos is not (Upos.PROPN or Upos.NOUN) || ClauseReader.Preposition(Tree, named[0]).Length > 0 || !AfterComma(Tree.Yield(named[0]).Start)) continue;
            Set(named[0], verb, Tree.Child(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
            foreach (var more in named.Skip(1)) Set(more, named[0], "appos");
            return;
        }
        AfterClause(verb);
    }

    // "Though it says that it stays in Kabul, sources have said …": what follows the comma is no second place.
    private void AfterClause(int verb)
    {
        var clause = -1;
        foreach (var child in Tree.Children(verb))
            if (child < verb && Tree.Is(child, "advcl")) clause = child;
        if (clause < 0) return;
        for (var noun = verb - 1; noun > clause; noun--)
        {
            if (Tree[noun].Upos is not (Upos.NOUN or Upos.PROPN) || Tree[noun].Relation is not ("conj" or "appos") || !Tree.Dominates(clause, noun) || Tree.Child(noun, "cc") >= 0 || ClauseReader.Preposition(Tree, noun).Length > 0) continue;
            var (start, end) = Tree.Yield(noun);
            if (!AfterComma(start)) return;
            for (var i = end; i < verb; i++)
                if (Tree[i].Upos is not (Upos.AUX or Upos.PUNCT or Upos.ADV)) return;
            Set(noun, verb, Tree.Child(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
            return;
        }
    }

    // "Shots killed nine, police sources said, the latest in a series": who says it stands right before the verb.
    private void Latest(int verb)
    {
        var noun = verb - 1;
        if (Tree[noun].Upos is not (Upos.NOUN or Upos.PROPN) || Tree[verb].Head is not (>= 0 and var above) || above > verb || !Tree.Is(verb, "conj") && !Tree.Is(verb, "parataxis")) return;
        foreach (var late in Tree.Children(verb).ToArray())
        {
            if (late < verb + 2 || !Tree.Is(late, "nsubj") || Lemma(late) is not ("late" or "latest" or "second" or "third" or "bad" or "big" or "last") || Tree[Tree.Yield(late).Start].Form is not ("," or "the") || !AfterComma(Tree.Yield(noun).Start)) continue;
            Set(noun, verb, "nsubj");
            Set(verb, above, "parataxis");
            Set(late, above, "dep");
            return;
        }
    }

    private bool AfterComma(int start) => Tree[start].Form == "," || start > 0 && Tree[start - 1].Form == ",";

    private bool IsFinite(int verb)
    {
        if (Tree[verb].Xpos is "VBD" or "VBZ" or "VBP") return true;
        foreach (var child in Tree.Children(verb))
            if ((Tree.Is(child, "aux") || Tree.Is(child, "aux:pass")) && Tree[child].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return true;
        return false;
    }

    private bool HasSubject(int verb)
    {
        foreach (var child in Tree.Children(verb))
            if (Tree[child].Relation.StartsWith("nsubj", StringComparison.Ordinal) || Tree[child].Relation.StartsWith("csubj", StringComparison.Ordinal) || Tree.Is(child, "expl")) return true;
        return false;
    }
}
