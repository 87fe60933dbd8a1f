using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Mends what parsers get wrong about words joined by "and", and about who stands before a verb: "clashes between federal troops and regional forces", "killed three men and burned houses", "took 25 sailors hostage", "forces loyal to the government advanced", "help soldiers and their families flee".</summary>
internal sealed class JoinRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    // Of these no participle describes a noun: they have no object.
    private static readonly HashSet<string> Intransitive = new(StringComparer.Ordinal) { "advance", "retreat", "march", "arrive", "clash", "protest", "rally", "converge", "mass", "push", "withdraw", "fight" };

    /// <summary>The words with such joins put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i < Tree.Count; i++)
        {
            Sides(i);
            Burned(i);
            Active(i);
            Hostage(i);
            Loyal(i);
            OnFire(i);
            Helped(i);
        }
        return Mended;
    }

    // "between federal troops and regional forces": two sides, and no forces of a kind.
    private void Sides(int first)
    {
        if (!Tree.Is(first, "compound") || Tree[first].Xpos is not ("NNS" or "NNPS") || Tree[first].Head is not (> 0 and var last) || last < first || Tree[last].Upos is not (Upos.NOUN or Upos.PROPN)) return;
        var and = first + 1;
        if (and >= last || Tree[and].Upos != Upos.CCONJ || Tree[and].Head != last || Tree[last].Head < 0) return;
        foreach (var child in Tree.Children(last).ToArray())
            if (child < first) Words[child] = Words[child] with { Head = first };
        Words[first] = Words[first] with { Head = Tree[last].Head, Relation = Tree[last].Relation };
        Words[last] = Words[last] with { Head = first, Relation = "conj" };
    }

    // "killed three men and burned houses": a deed, and no houses that were burned.
    private void Burned(int participle)
    {
        if (participle < 2 || !Tree.Is(participle, "amod") || Tree[participle].Xpos is not ("VBN" or "VBD") || Tree[participle - 1].Upos != Upos.CCONJ || Tree[participle].Head is not (>= 0 and var thing) || thing < participle) return;
        if (!Tree.Is(thing, "conj") || Tree[thing].Xpos != "NNS" || Tree[thing].Head is not (>= 0 and var before) || !Tree.Is(before, "obj") || Tree[before].Head is not (>= 0 and var verb) || Tree[verb].Xpos != "VBD") return;
        if (!Codebook.TriggersOf(Lemma(participle), TriggerForm.Verb).Any(t => !t.Weak)) return;
        Tag(participle, "VBD");
        Words[participle] = Words[participle] with { Head = verb, Relation = "conj" };
        Words[thing] = Words[thing] with { Head = participle, Relation = "obj" };
        Words[participle - 1] = Words[participle - 1] with { Head = participle, Relation = "cc" };
    }

    // "Gunmen abducted and killed a priest": they did both.
    private void Active(int verb)
    {
        if (Tree[verb].Xpos != "VBN" || Tree[verb].Upos != Upos.VERB || verb + 2 >= Tree.Count || Tree[verb + 1].Upos != Upos.CCONJ || Tree[verb + 2].Head != verb || !Tree.Is(verb + 2, "conj") || Tree[verb + 2].Upos != Upos.VERB || Tree.Child(verb + 2, "obj") < 0) return;
        if (Tree.Child(verb, "aux") >= 0 || Tree.Child(verb, "aux:pass") >= 0 || Tree.Child(verb, "nsubj") is not (>= 0 and var who) || who > verb) return;
        Tag(verb, "VBD");
        Words[who] = Words[who] with { Relation = "nsubj" };
    }

    // "to help soldiers and their families flee": both are helped, and both flee.
    private void Helped(int help)
    {
        if (Lemma(help) != "help" || Tree[help].Upos != Upos.VERB || Tree.Child(help, "obj") is not (> 0 and var first) || first < help) return;
        for (var verb = first + 3; verb < Tree.Count && Tree[verb - 1].Form is not ("," or ";"); verb++)
        {
            if (Tree[verb].Upos != Upos.VERB || !Tree.Is(verb, "conj") || Tree[verb].Form != Tree[verb].Lemma || Tree[verb].Head is not (>= 0 and var head) || head != help && head != Tree[help].Head) continue;
            var other = verb - 1;
            if (Tree[other].Upos is not (Upos.NOUN or Upos.PROPN) || Tree[other].Head != verb && Tree[other].Head != first || Tree[first + 1].Upos != Upos.CCONJ) return;
            Words[other] = Words[other] with { Head = first, Relation = "conj" };
            Words[first + 1] = Words[first + 1] with { Head = other, Relation = "cc" };
            Words[verb] = Words[verb] with { Head = help, Relation = "xcomp" };
            return;
        }
    }

    // "took 25 sailors hostage": the sailors.
    private void Hostage(int hostage)
    {
        if (Lemma(hostage) is not ("hostage" or "prisoner" or "captive") || hostage < 2 || Tree[hostage - 1].Head != hostage || !Tree.Is(hostage - 1, "compound") || Tree[hostage - 1].Upos is not (Upos.NOUN or Upos.PROPN)) return;
        var verb = Tree[hostage].Head;
        for (var steps = 0; verb >= 0 && Tree[verb].Upos != Upos.VERB && steps < 2; steps++) verb = Tree[verb].Head;
        if (verb < 0 || Lemma(verb) is not ("take" or "hold" or "seize" or "keep")) return;
        var whom = hostage - 1;
        Words[whom] = Words[whom] with { Head = Tree[hostage].Head, Relation = Tree[hostage].Relation };
        foreach (var child in Tree.Children(hostage).ToArray())
            if (child < whom) Words[child] = Words[child] with { Head = whom };
        Words[hostage] = Words[hostage] with { Head = verb, Relation = "xcomp" };
    }

    // "The chief of staff, General X, estimated that the army had lost 200 men."
    private bool Reports(int verb) => Says(verb) && Tree.Child(verb, "ccomp") is >= 0 and var said && said > verb && Tree.Child(said, "mark") >= 0 && Tree.Child(said, "nsubj") >= 0;

    // "The opposition called for protests."
    private bool Calls(int verb) => Lemma(verb) is "call" or "appeal" && Tree.Child(verb, "obl") is >= 0 and var matter && ClauseReader.Preposition(Tree, matter) is "for" or "on" && Tree[verb].Head == verb - 1;

    // "set dozens of houses on fire": no houses on fire.
    private void OnFire(int fire)
    {
        if (Lemma(fire) == "fire" && Tree.Is(fire, "obj") && Tree[fire].Head is >= 0 and var set && Lemma(set) == "set")   // "set fire to a station"
            foreach (var child in Tree.Children(fire))
                if (child > fire && Tree.Is(child, "nmod") && ClauseReader.Preposition(Tree, child) == "to") Words[child] = Words[child] with { Head = set, Relation = "obl" };
        if (Lemma(fire) != "fire" || !Tree.Is(fire, "nmod") || Tree.Child(fire, "case") is not (>= 0 and var on) || Lemma(on) != "on") return;
        var verb = Tree[fire].Head;
        for (var steps = 0; verb >= 0 && Tree[verb].Upos != Upos.VERB && steps < 3; steps++) verb = Tree[verb].Head;
        if (verb >= 0 && verb < fire && Lemma(verb) == "set") Set(fire, verb, "obl");
    }

    // "Forces loyal to the government advanced on the port."
    private void Loyal(int verb)
    {
        if (!Tree.Is(verb, "acl") || Tree.Is(verb, "acl:relcl") || Tree[verb].Xpos is not ("VBN" or "VBD") || !Intransitive.Contains(Lemma(verb)) && !Calls(verb) && !Reports(verb) || !Tree[verb].Form.EndsWith("ed", StringComparison.Ordinal) || Tree.Child(verb, "obj") >= 0 || Tree[verb - 1].Upos == Upos.PUNCT && !Reports(verb)) return;
        var root = Tree[verb].Head;
        while (root >= 0 && Tree[root].Head >= 0) root = Tree[root].Head;
        if (root < 0 || root > verb || Tree[root].Upos is not (Upos.NOUN or Upos.PROPN) || Tree.Child(root, "cop") >= 0 || Tree.Child(root, "nsubj") >= 0) return;
        Tag(verb, "VBD");
        Words[verb] = Words[verb] with { Head = -1, Relation = "root" };
        Words[root] = Words[root] with { Head = verb, Relation = "nsubj" };
    }
}
