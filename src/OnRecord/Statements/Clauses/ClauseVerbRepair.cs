using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Finds the verb of a clause that the parser took for a noun after the place before it: "after scores of soldiers at the base surrender". Else the clause has no verb, and whoever does something in the main clause did this too.</summary>
internal sealed class ClauseVerbRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    private static readonly string[] Openers = ["after", "as", "while", "when", "before", "because", "once", "until"];
    private static readonly string[] Within = ["in", "at", "near", "around", "inside", "outside", "across", "along", "from", "on"];

    /// <summary>The words with such verbs put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 4; i < Tree.Count; i++)
            if (MayBeVerb(i) && Opener(i) is >= 0 and var opener && Subject(opener, i) is >= 0 and var subject && Place(subject, i) is >= 0 and var place && Above(opener, i) is >= 0 and var above)
                Become(i, opener, subject, place, above);
        return Mended;
    }

    // A bare noun that is spelt as a verb is with many, after another noun, with which its clause may end.
    private bool MayBeVerb(int i) => Tree[i].Upos == Upos.NOUN && Tree[i].Xpos == "NN" && Tree[i].Form == Lemma(i) && Tree[i - 1].Upos is Upos.NOUN or Upos.PROPN && (Tree[i - 1].Head < i - 1 || Tree[i - 1].Head == i && Tree.Is(i - 1, "compound"))
        && !Codebook.TriggersOf(Lemma(i), TriggerForm.Verb).IsEmpty && (i + 1 == Tree.Count || Tree[i + 1].Upos is Upos.PUNCT or Upos.ADP or Upos.ADV or Upos.SCONJ or Upos.CCONJ) && !VerbFollows(i);

    // Where the clause has a verb, it is that one.
    private bool VerbFollows(int i)
    {
        for (i++; i < Tree.Count && Tree[i].Upos is not (Upos.PUNCT or Upos.SCONJ or Upos.CCONJ); i++)
            if (Tree[i].Upos is Upos.VERB or Upos.AUX) return true;
        return false;
    }

    // The word that opens the clause; nothing that stands between is a verb or ends a clause.
    private int Opener(int i)
    {
        while (--i >= 0)
            if (Openers.Contains(Lemma(i)) && Tree[i].Upos is Upos.ADP or Upos.SCONJ) return i;
            else if (Tree[i].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.NUM or Upos.ADP or Upos.PRON)) return -1;
        return -1;
    }

    // Many persons right behind it, as such or by number: "scores of soldiers".
    private int Subject(int opener, int i)
    {
        for (var s = opener + 1; s < i - 2; s++)
        {
            if (Tree[s].Upos == Upos.ADP) return -1;
            if (Tree[s].Xpos is not ("NNS" or "NNPS") || Tree[s + 1].Upos != Upos.ADP) continue;
            for (var who = s; who < i - 2 && (who == s || !Within.Contains(Lemma(who))); who++)
                if (Codebook.Classes.TryGetValue(Lemma(who), out var classes) && (classes.Contains("force") || classes.Contains("person"))) return s;
            return -1;
        }
        return -1;
    }

    // The preposition of the place that stands between them.
    private int Place(int subject, int i)
    {
        for (var p = i - 2; p > subject; p--)
            if (Tree[p].Upos == Upos.ADP) return Within.Contains(Lemma(p)) ? p : -1;
        return -1;
    }

    // What the clause hangs on.
    private int Above(int opener, int i)
    {
        var above = Tree[i].Head;
        while (above > opener && above <= i) above = Tree[above].Head;
        return above >= 0 && Tree[above].Upos == Upos.VERB ? above : -1;
    }

    private void Become(int verb, int opener, int subject, int place, int above)
    {
        var where = verb - 1;
        // What hung on the noun, or outside, hangs on whom or where it stands with.
        for (var w = opener + 1; w < place; w++)
            if (w != subject && (Tree[w].Head <= opener || Tree[w].Head >= place)) Words[w] = Words[w] with { Head = subject };
        for (var w = place + 1; w < where; w++)
            if (Tree[w].Head <= place || Tree[w].Head > where) Words[w] = Words[w] with { Head = where };
        foreach (var child in Tree.Children(verb))
            if (child > verb && Tree.Is(child, "nmod")) Words[child] = Words[child] with { Relation = "obl" };
        Tag(verb, "VBP");
        Words[verb] = Words[verb] with { Head = above, Relation = "advcl" };
        Words[opener] = Words[opener] with { Upos = Upos.SCONJ, Head = verb, Relation = "mark" };
        Words[subject] = Words[subject] with { Head = verb, Relation = "nsubj" };
        Words[where] = Words[where] with { Head = subject, Relation = "nmod" };
        Words[place] = Words[place] with { Head = where, Relation = "case" };
    }
}
