using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Mends what parsers hang elsewhere of what is said: that-clauses after a day or a hearer and words before an aside.</summary>
internal sealed class ContentRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with the faults mended, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i < Tree.Count; i++)
        {
            Which(i);
            Unmarked(i);
            if (Tree[i].Upos != Upos.VERB) continue;
            if (Says(i)) (_, _, _) = (ThatClause(i), AroundAside(i), Subject(i));
            Comment(i);
            Root(i);
            SecondThat(i);
            Calling(i);
        }
        return Mended;
    }

    // "said the same day that 102 had died", "told reporters the army had left": a clause with a subject of its own is no property of the day or of those told.
    private bool ThatClause(int verb)
    {
        foreach (var child in Tree.Children(verb))
            if ((Tree.Is(child, "ccomp") || Tree.Is(child, "xcomp")) && !IsSplit(verb, child)) return false;
        var tells = Lemma(verb) is "tell" or "inform" or "remind" or "assure" or "warn";
        foreach (var child in Tree.Children(verb).ToArray())
        {
            var hearer = tells && (Tree.Is(child, "obj") || Tree.Is(child, "iobj"));
            if (child < verb || !hearer && !(Tree.Is(child, "obl") && IsDay(child))) continue;
            foreach (var clause in Tree.Children(child).ToArray())
            {
                if (clause < child || !Tree.Is(clause, "acl") || Tree[clause].Xpos is "VBG" or "VB" || Tree.Child(clause, "nsubj") is not (>= 0 and var subject) || Lemma(subject) is "that" or "which" or "who") continue;
                var start = Tree.Yield(clause).Start;
                var that = Lemma(start) == "that";
                if (start != child + 1 && !(that && Tree[start - 1].Form == ",") || !that && (!hearer || Lemma(start) is "who" or "which" or "whom" or "whose" or "where" or "when")) continue;
                Set(clause, verb, "ccomp");
                if (that) Set(start, clause, "mark");
                return true;
            }
        }
        return false;
    }

    // "a statement saying an attack on a base caused no casualties": what is said to have caused them is no object of the saying.
    private bool Subject(int verb)
    {
        if (Tree.Child(verb, "obj") is not (>= 0 and var noun) || noun < verb || Tree.Child(verb, "ccomp") >= 0 || Tree.Yield(noun).End is var next && next >= Tree.Count) return false;
        if (Tree[next].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD") && Tree[next].Upos != Upos.AUX) return false;
        var act = Tree[next].Upos == Upos.AUX ? Tree[next].Head : next;
        if (act <= noun || Tree[act].Upos != Upos.VERB || !Tree.Is(act, "advcl") || Tree.Child(act, "nsubj") >= 0 || Tree.Child(act, "mark") >= 0 || Tree[act].Head is not (>= 0 and var above) || !Tree.Dominates(above, verb)) return false;
        Set(act, verb, "ccomp");
        Set(noun, act, "nsubj");
        return true;
    }

    private bool IsSplit(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
            if (Tree[i].Form == ";") return true;
        return false;
    }

    private bool IsDay(int word)
    {
        if (Lemma(word) is "day" or "week" or "month" or "year" or "morning" or "evening" or "night" or "afternoon" or "hour" or "dawn" or "dusk" or "noon" or "midnight" or "sunrise" or "sunset" or "today" or "yesterday" or "weekend") return true;
        return Tree[word].Upos == Upos.PROPN && Lemma(word).EndsWith("day", StringComparison.Ordinal);
    }

    // "The rebels, relatives said, want …", "It would not, the chairman said, leave": what stands before the aside belongs to what stands after it.
    private bool AroundAside(int verb)
    {
        var own = -1;
        foreach (var child in Tree.Children(verb))
            if (child < verb && Tree.Is(child, "nsubj")) own = child;
        if (own < 0) return false;
        var start = Tree.Yield(own).Start;
        if (start < 2 || Tree[start - 1].Form != ",") return false;
        var content = -1;
        foreach (var child in Tree.Children(verb))
            if (child > verb && content < 0 && (Tree.Is(child, "ccomp") || Tree.Is(child, "obj") && Tree[child].Xpos.StartsWith("VB", StringComparison.Ordinal)) && Tree.Child(child, "nsubj") < 0 && Tree.Child(child, "mark") < 0) content = child;
        if (content < 0 || !AfterComma(verb, content)) return false;
        var moved = Tree.Children(verb).ToArray().Where(c => c < start - 1 && (Tree.Is(c, "nsubj") || Tree.Is(c, "aux") || Tree.Is(c, "cop") || Tree.Is(c, "advmod") && Lemma(c) is "not" or "n't" or "never")).ToList();
        if (!moved.Exists(c => Tree.Is(c, "nsubj"))) return false;
        foreach (var child in moved) Set(child, content, Tree[child].Relation);
        if (Tree[content].Upos == Upos.NOUN) Tag(content, Tree[content].Xpos.StartsWith("VB", StringComparison.Ordinal) || !moved.Exists(c => Tree.Is(c, "aux")) ? Tree[content].Xpos : "VB");
        Set(content, verb, "ccomp");
        return true;
    }

    private bool AfterComma(int verb, int content)
    {
        for (var i = verb + 1; i <= Tree.Yield(content).Start && i < Tree.Count; i++)
            if (Tree[i].Form is "," or "\"" or "“") return true;
        return false;
    }

    // "says there are 900 and that 40 have died": the second that-clause is said too.
    private void SecondThat(int i)
    {
        if (!Tree.Is(i, "conj") || Tree[i].Head is not (>= 0 and var verb) || verb > i || !Says(verb) || Tree.Child(verb, "ccomp") is not (> 0 and var said) || said > i || said < verb) return;
        var start = Tree.Yield(i).Start;
        if (Lemma(start) is "and" or "but") start++;
        if (Lemma(start) != "that") return;
        Set(i, said, "conj");
        Set(start, i, "mark");
    }

    // "a brigade calling itself X gave …": what it calls itself is no subject.
    private void Calling(int i)
    {
        if (!Tree.Is(i, "csubj") || Lemma(i) != "call" || Tree[i].Xpos != "VBG" || Tree.Child(Tree[i].Head, "nsubj") is not (>= 0 and var noun) || noun != i - 1) return;
        Set(i, noun, "acl");
    }

    // "no guarantee the truce would hold": what is guaranteed, and no clause about a guarantee.
    private void Unmarked(int i)
    {
        if (!Tree.Is(i, "acl:relcl") || Tree[i].Head is not (>= 0 and var noun) || noun > i || Lemma(noun) is not ("guarantee" or "assurance" or "certainty" or "hope" or "fear" or "sign" or "evidence" or "indication") || Tree.Child(i, "nsubj") < 0 && Tree.Child(i, "nsubj:pass") < 0) return;
        foreach (var child in Tree.Children(i))
            if (Lemma(child) is "that" or "which" or "who" or "whose" or "where") return;
        Set(i, noun, "acl");
    }

    // "left the capital for the coast, which …": a relative clause is of the noun before its comma, unless that is a part of the phrase it was hung on.
    private void Which(int i)
    {
        if (!Tree.Is(i, "acl:relcl") || Tree[i].Head is not (>= 0 and var noun) || noun > i) return;
        var start = Tree.Yield(i).Start;
        if (start > 0 && Tree[start].Form == ",") start++;
        if (start < 2 || Lemma(start) != "which" || Tree[start - 1].Form != "," || Tree[start - 2].Upos != Upos.PROPN || start - 2 == noun || Tree.Dominates(noun, start - 2)) return;
        Set(i, start - 2, "acl:relcl");
    }

    // "a man claiming to be their spokesman said that …": what the parser hung on the participle is the verb of the sentence.
    private void Root(int i)
    {
        if (!Tree.Is(i, "advcl") || Tree[i].Xpos is not ("VBD" or "VBZ") || !Says(i) || Tree.Child(i, "nsubj") >= 0 || Tree.Child(i, "mark") >= 0 || Tree[i].Head is not (>= 0 and var participle) || participle > i) return;
        if (Tree[participle].Relation != "acl" || Tree[participle].Xpos != "VBG" || Tree[participle].Head is not (>= 0 and var noun) || noun > participle || !Tree.Is(noun, "root")) return;
        Words[i] = Words[i] with { Head = -1, Relation = "root" };
        Words[noun] = Words[noun] with { Head = i, Relation = "nsubj" };
        foreach (var child in Tree.Children(noun).ToArray())
            if (child < noun && Tree.Is(child, "obl")) Words[child] = Words[child] with { Head = i };
    }

    // "gave them until Monday to leave, accusing them of …", "ordered all to stay, saying that …": a comment after a comma is that of whoever orders.
    private void Comment(int i)
    {
        if (!Tree.Is(i, "advcl") || Tree[i].Xpos != "VBG" || i == 0 || Tree[i - 1].Form != "," || !Says(i) || Tree[i].Head is not (>= 0 and var act) || act > i || Tree[act].Head is not (>= 0 and var above) || above > act || Tree[above].Upos != Upos.VERB) return;
        if (Tree[act].Relation is not ("xcomp" or "advcl" or "acl") || Tree.Child(act, "mark") is not (>= 0 and var to) || Lemma(to) != "to") return;
        if (Ultimatum.Of(Tree, above).Act == act || Codebook.Modes.TryGetValue(Lemma(above), out var mode) && mode.Voices) Set(i, above, "advcl");
    }
}
