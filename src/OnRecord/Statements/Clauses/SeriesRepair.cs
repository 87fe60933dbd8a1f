using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Puts back into a series of deeds what the parser hung on a noun of it: "killed the chief, looted shops and fled", "raided the village, burning huts", "wounded 45, officials said", "engineers kidnapped last month have been freed".</summary>
internal sealed class SeriesRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with such deeds put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i < Tree.Count; i++)
        {
            Burning(i);
            Burnt(i);
            Wounded(i);
            Freed(i);
        }
        return Mended;
    }

    // "raided the village, burning huts and looting cattle", "killed the chief, looted shops and fled": what they did, and no huts that burn.
    private void Burning(int participle)
    {
        var (thing, before) = (participle + 1, participle - 1);
        if (before < 2 || thing >= Tree.Count || Tree[participle].Head != thing || Tree[participle].Relation is not ("amod" or "compound") || Tree[thing].Upos != Upos.NOUN || Tree[before].Form != "," && Tree[before].Upos != Upos.CCONJ) return;
        var going = Tree[participle].Form.EndsWith("ing", StringComparison.Ordinal);
        if (!going && (Tree[participle].Xpos is not ("VBN" or "VBD") || Tree[before].Form != ",") || VerbOf(participle) is not { } lemma) return;
        if (Tree[thing].Relation is not ("conj" or "appos") || Tree[thing].Head is not (>= 0 and var first) || first > before || Codebook.Classes.TryGetValue(Lemma(thing), out var classes) && !classes.Contains("structure") && (classes.Contains("person") || classes.Contains("force"))) return;
        if (!going && !GoesOn(thing)) return;
        var verb = first;
        while (verb >= 0 && Tree[verb].Upos != Upos.VERB) verb = Tree[verb].Head;
        if (verb < 0 || verb > first || Tree[verb].Xpos is not ("VBD" or "VBP" or "VBZ" or "VBG") || !going && Tree[verb].Xpos != "VBD" || going && Tree[before].Form != "," && Tree[before - 1].Upos is Upos.ADJ) return;
        if (going && Tree[before].Form != "," && Tree[verb].Xpos != "VBG" && Mended is null) return;   // "and looting cattle" goes on from "burning huts"
        Words[participle] = Words[participle] with { Upos = Upos.VERB, Xpos = going ? "VBG" : "VBD", Lemma = lemma, Head = verb, Relation = going && Tree[verb].Xpos != "VBG" ? "advcl" : "conj" };
        Words[thing] = Words[thing] with { Head = participle, Relation = "obj" };
        Words[before] = Words[before] with { Head = participle };
    }

    // "…, looted shops and fled": a series of deeds, which another one closes.
    private bool GoesOn(int thing) => thing + 2 < Tree.Count && Tree[thing + 1].Upos == Upos.CCONJ && Tree[thing + 2].Upos == Upos.VERB && Tree[thing + 2].Xpos is "VBD" or "VBN";

    private string? VerbOf(int participle)
    {
        var form = Tree[participle].Form.ToLowerInvariant();
        string[] lemmas = form.EndsWith("ing", StringComparison.Ordinal) ? [Lemma(participle), form[..^3], form[..^3] + "e"] : [Lemma(participle)];
        return lemmas.FirstOrDefault(l => Codebook.TriggersOf(l, TriggerForm.Verb).Any(t => !t.Weak));
    }

    // "threw stones at police in the capital and burned tyres": the first verb goes on, no place was burned.
    private void Burnt(int verb)
    {
        if (verb < 3 || Tree[verb].Upos != Upos.VERB || Tree[verb].Xpos is not ("VBD" or "VBN") || !Tree.Is(verb, "conj") || Tree[verb - 1].Upos != Upos.CCONJ || Tree[verb].Head is not (>= 0 and var noun) || Tree[noun].Upos is not (Upos.NOUN or Upos.PROPN) || Tree.Child(verb, "nsubj") >= 0 || Tree.Child(verb, "aux") >= 0 || Tree.Child(noun, "cop") >= 0) return;
        var main = noun;
        while (main >= 0 && Tree[main].Upos != Upos.VERB) main = Tree[main].Head;
        if (main < 0 || main > noun || Tree[main].Xpos != "VBD" || Tree.Child(main, "nsubj") is not (>= 0 and var who) || who > main) return;
        if (Tree.Child(verb, "obj") < 0)
        {
            if (verb + 1 >= Tree.Count || Tree[verb + 1].Upos is not (Upos.NOUN or Upos.NUM or Upos.DET or Upos.ADJ)) return;
            foreach (var child in Tree.Children(main))
                if (child > verb && Tree.Is(child, "obj") && Tree.Yield(child).Start == verb + 1) Words[child] = Words[child] with { Head = verb };
        }
        Tag(verb, "VBD");
        Words[verb] = Words[verb] with { Head = main, Relation = "conj" };
    }

    // "killed 21 and wounded 45, hospital sources said": the sources were not wounded.
    private void Wounded(int participle)
    {
        if (participle < 2 || participle + 3 >= Tree.Count || !Tree.Is(participle, "amod") || Tree[participle].Xpos is not ("VBN" or "VBD") || Tree[participle - 1].Upos != Upos.CCONJ || Tree[participle + 1].Upos != Upos.NUM || Tree[participle + 2].Form != ",") return;
        if (Tree[participle].Head is not (>= 0 and var sources) || sources < participle + 3 || !Tree.Is(sources, "nsubj") || Tree[sources].Head is not (>= 0 and var says) || says < sources || !Says(says)) return;
        if (Tree.Child(says, "ccomp") is not (>= 0 and var first) || first > participle || Tree[first].Xpos != "VBD") return;
        Tag(participle, "VBD");
        Words[participle] = Words[participle] with { Head = first, Relation = "conj" };
        Words[participle - 1] = Words[participle - 1] with { Head = participle, Relation = "cc" };
        Words[participle + 1] = Words[participle + 1] with { Head = participle, Relation = "obj" };
    }

    // "Two men kidnapped last month have been freed": what befell them before, and the news.
    private void Freed(int verb)
    {
        if (verb < 3 || Tree[verb].Upos != Upos.VERB || !Tree.Is(verb, "advcl") && !Tree.Is(verb, "conj") || Tree[verb].Head is not (>= 0 and var first) || first > verb || !Tree.Is(first, "root") || Tree[first].Upos != Upos.VERB || Tree[first].Xpos is not ("VBN" or "VBD")) return;
        if (Tree.Child(first, "aux") >= 0 || Tree.Child(first, "obj") >= 0 || Tree.Child(first, "nsubj") is not (>= 0 and var who) || who != first - 1 || Tree.Child(verb, "nsubj") >= 0 || Tree.Child(verb, "mark") >= 0 || Tree.Child(verb, "cc") >= 0) return;
        if (Tree.Child(verb, "aux") is not (>= 0 and var aux) || Tree[aux].Xpos is not ("VBP" or "VBZ" or "VBD") || Tree[aux - 1].Upos == Upos.PUNCT) return;
        foreach (var child in Tree.Children(first))
            if (child > verb || Tree.Is(child, "punct")) Words[child] = Words[child] with { Head = verb };
        Tag(first, "VBN");
        Words[verb] = Words[verb] with { Head = -1, Relation = "root" };
        Words[who] = Words[who] with { Head = verb, Relation = Tree.Child(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj" };
        Words[first] = Words[first] with { Head = who, Relation = "acl" };
    }
}
