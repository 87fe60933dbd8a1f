using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Mends what parsers hang elsewhere of what is said: that-clauses after a day or a hearer, words before an aside, and an outlet's "reports" at the end taken for a noun.</summary>
internal sealed class ContentRepair(Tree tree, Codebook codebook)
{
    private Word[]? _words;

    /// <summary>The words with the faults mended, or null where there are none.</summary>
    public Word[]? Mend()
    {
        for (var i = 0; i < tree.Count; i++)
        {
            Claimed(i);
            Reports(i);
            Which(i);
            if (tree[i].Upos != Upos.VERB) continue;
            if (Says(i)) (_, _) = (ThatClause(i), AroundAside(i));
            Comment(i);
            Root(i);
            SecondThat(i);
            Calling(i);
        }
        return _words;
    }

    private string Lemma(int word) => tree[word].Lemma.ToLowerInvariant();

    private bool Says(int word) => codebook.Reporting.ContainsKey(Lemma(word));

    private void Set(int word, int head, string relation)
    {
        if (head == word || tree.Dominates(word, head)) return;
        _words ??= [.. tree.Parse.Words];
        _words[word] = _words[word] with { Head = head, Relation = relation };
    }

    private void Tag(int word, string xpos)
    {
        _words ??= [.. tree.Parse.Words];
        _words[word] = _words[word] with { Upos = Upos.VERB, Xpos = xpos };
    }

    // "said the same day that 102 had died", "told reporters the army had left": a clause with a subject of its own is no property of the day or of those told.
    private bool ThatClause(int verb)
    {
        foreach (var child in tree.Children(verb))
            if ((tree.Is(child, "ccomp") || tree.Is(child, "xcomp")) && !IsSplit(verb, child)) return false;
        var tells = Lemma(verb) is "tell" or "inform" or "remind" or "assure" or "warn";
        foreach (var child in tree.Children(verb).ToArray())
        {
            var hearer = tells && (tree.Is(child, "obj") || tree.Is(child, "iobj"));
            if (child < verb || !hearer && !(tree.Is(child, "obl") && IsDay(child))) continue;
            foreach (var clause in tree.Children(child).ToArray())
            {
                if (clause < child || !tree.Is(clause, "acl") || tree[clause].Xpos is "VBG" or "VB" || tree.Child(clause, "nsubj") is not (>= 0 and var subject) || Lemma(subject) is "that" or "which" or "who") continue;
                var start = tree.Yield(clause).Start;
                var that = Lemma(start) == "that";
                if (start != child + 1 && !(that && tree[start - 1].Form == ",") || !that && (!hearer || Lemma(start) is "who" or "which" or "whom" or "whose" or "where" or "when")) continue;
                Set(clause, verb, "ccomp");
                if (that) Set(start, clause, "mark");
                return true;
            }
        }
        return false;
    }

    private bool IsSplit(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
            if (tree[i].Form == ";") return true;
        return false;
    }

    private bool IsDay(int word)
    {
        if (Lemma(word) is "day" or "week" or "month" or "year" or "morning" or "evening" or "night" or "afternoon" or "hour" or "today" or "yesterday" or "weekend") return true;
        return tree[word].Upos == Upos.PROPN && Lemma(word).EndsWith("day", StringComparison.Ordinal);
    }

    // "The rebels, relatives said, want …", "It would not, the chairman said, leave": what stands before the aside belongs to what stands after it.
    private bool AroundAside(int verb)
    {
        var own = -1;
        foreach (var child in tree.Children(verb))
            if (child < verb && tree.Is(child, "nsubj")) own = child;
        if (own < 0) return false;
        var start = tree.Yield(own).Start;
        if (start < 2 || tree[start - 1].Form != ",") return false;
        var content = -1;
        foreach (var child in tree.Children(verb))
            if (child > verb && content < 0 && (tree.Is(child, "ccomp") || tree.Is(child, "obj") && tree[child].Xpos.StartsWith("VB", StringComparison.Ordinal)) && tree.Child(child, "nsubj") < 0 && tree.Child(child, "mark") < 0) content = child;
        if (content < 0 || !AfterComma(verb, content)) return false;
        var moved = tree.Children(verb).ToArray().Where(c => c < start - 1 && (tree.Is(c, "nsubj") || tree.Is(c, "aux") || tree.Is(c, "cop") || tree.Is(c, "advmod") && Lemma(c) is "not" or "n't" or "never")).ToList();
        if (!moved.Exists(c => tree.Is(c, "nsubj"))) return false;
        foreach (var child in moved) Set(child, content, tree[child].Relation);
        if (tree[content].Upos == Upos.NOUN) Tag(content, tree[content].Xpos.StartsWith("VB", StringComparison.Ordinal) || !moved.Exists(c => tree.Is(c, "aux")) ? tree[content].Xpos : "VB");
        Set(content, verb, "ccomp");
        return true;
    }

    private bool AfterComma(int verb, int content)
    {
        for (var i = verb + 1; i <= tree.Yield(content).Start && i < tree.Count; i++)
            if (tree[i].Form is "," or "\"" or "“") return true;
        return false;
    }

    // "…, the TASS news agency reports": no noun, where the name of an outlet stands between a comma and it.
    private void Reports(int i)
    {
        if (tree[i].Upos != Upos.NOUN || Lemma(i) != "report" || !tree[i].Form.EndsWith('s') || tree.Is(i, "conj") || i + 1 < tree.Count && tree[i + 1].Form is not ("." or ",")) return;
        var start = i;
        var outlet = false;
        while (start > 0 && i - start < 7 && tree[start - 1].Upos is Upos.PROPN or Upos.NOUN or Upos.DET or Upos.ADJ)
        {
            start--;
            outlet |= tree[start].Upos == Upos.PROPN || codebook.InList("media", Lemma(start)) || Lemma(start) is "agency";
        }
        if (start == i || start < 3 || !outlet || tree[start - 1].Form != "," || tree[i - 1].Upos is not (Upos.PROPN or Upos.NOUN)) return;
        var root = i;
        while (root >= start) root = tree[root].Head;
        if (root < 0 || tree[root].Upos != Upos.VERB) return;
        while (tree[root].Relation is "ccomp" or "xcomp" or "obl" or "nmod" && tree[root].Head >= 0 && tree[root].Head < start) root = tree[root].Head;
        Tag(i, "VBZ");
        Set(i, root, "parataxis");
        for (var w = start; w < i - 1; w++)
            if (tree[w].Head == i) Set(w, i - 1, tree[w].Relation);
        Set(i - 1, i, "nsubj");
    }

    // "The front denies responsibility": the verb taken for a part of a longer name.
    private void Claimed(int i)
    {
        if (Lemma(i) is not ("deny" or "claim" or "reject" or "denies" or "claims" or "rejects") || !tree[i].Form.EndsWith('s') || i == 0 || i + 1 >= tree.Count || Lemma(i + 1) is not ("responsibility" or "involvement")) return;
        if (tree[i].Head != i + 1 || !tree.Is(i, "compound") && !tree.Is(i, "amod") && !tree.Is(i, "nmod") || tree[i - 1].Upos is not (Upos.PROPN or Upos.NOUN) || tree[i + 1].Head is var head && head >= 0 && head <= i) return;
        Tag(i, "VBZ");
        _words![i] = _words[i] with { Lemma = Lemma(i).TrimEnd('s') is var bare && bare == "denie" ? "deny" : bare, Head = head, Relation = head < 0 ? "root" : "parataxis" };
        _words[i + 1] = _words[i + 1] with { Head = i, Relation = "obj" };
        _words[i - 1] = _words[i - 1] with { Head = i, Relation = "nsubj" };
        foreach (var child in tree.Children(i + 1))
            if (child < i - 1) _words[child] = _words[child] with { Head = i - 1 };
    }

    // "says there are 900 and that 40 have died": the second that-clause is said too.
    private void SecondThat(int i)
    {
        if (!tree.Is(i, "conj") || tree[i].Head is not (>= 0 and var verb) || verb > i || !Says(verb) || tree.Child(verb, "ccomp") is not (> 0 and var said) || said > i || said < verb) return;
        var start = tree.Yield(i).Start;
        if (Lemma(start) is "and" or "but") start++;
        if (Lemma(start) != "that") return;
        Set(i, said, "conj");
        Set(start, i, "mark");
    }

    // "a brigade calling itself X gave …": what it calls itself is no subject.
    private void Calling(int i)
    {
        if (!tree.Is(i, "csubj") || Lemma(i) != "call" || tree[i].Xpos != "VBG" || tree.Child(tree[i].Head, "nsubj") is not (>= 0 and var noun) || noun != i - 1) return;
        Set(i, noun, "acl");
    }

    // "left the capital for the coast, which …": a relative clause is of the noun before its comma, unless that is a part of the phrase it was hung on.
    private void Which(int i)
    {
        if (!tree.Is(i, "acl:relcl") || tree[i].Head is not (>= 0 and var noun) || noun > i) return;
        var start = tree.Yield(i).Start;
        if (start > 0 && tree[start].Form == ",") start++;
        if (start < 2 || Lemma(start) != "which" || tree[start - 1].Form != "," || tree[start - 2].Upos != Upos.PROPN || start - 2 == noun || tree.Dominates(noun, start - 2)) return;
        Set(i, start - 2, "acl:relcl");
    }

    // "a man claiming to be their spokesman said that …": what the parser hung on the participle is the verb of the sentence.
    private void Root(int i)
    {
        if (!tree.Is(i, "advcl") || tree[i].Xpos is not ("VBD" or "VBZ") || !Says(i) || tree.Child(i, "nsubj") >= 0 || tree.Child(i, "mark") >= 0 || tree[i].Head is not (>= 0 and var participle) || participle > i) return;
        if (tree[participle].Relation != "acl" || tree[participle].Xpos != "VBG" || tree[participle].Head is not (>= 0 and var noun) || noun > participle || !tree.Is(noun, "root")) return;
        _words ??= [.. tree.Parse.Words];
        _words[i] = _words[i] with { Head = -1, Relation = "root" };
        _words[noun] = _words[noun] with { Head = i, Relation = "nsubj" };
        foreach (var child in tree.Children(noun).ToArray())
            if (child < noun && tree.Is(child, "obl")) _words[child] = _words[child] with { Head = i };
    }

    // "gave them until Monday to leave, accusing them of …", "ordered all to stay, saying that …": a comment after a comma is that of whoever orders.
    private void Comment(int i)
    {
        if (!tree.Is(i, "advcl") || tree[i].Xpos != "VBG" || i == 0 || tree[i - 1].Form != "," || !Says(i) || tree[i].Head is not (>= 0 and var act) || act > i || tree[act].Head is not (>= 0 and var above) || above > act || tree[above].Upos != Upos.VERB) return;
        if (tree[act].Relation is not ("xcomp" or "advcl" or "acl") || tree.Child(act, "mark") is not (>= 0 and var to) || Lemma(to) != "to") return;
        if (Ultimatum.Of(tree, above).Act == act || codebook.Modes.TryGetValue(Lemma(above), out var mode) && mode.Voices) Set(i, above, "advcl");
    }
}
