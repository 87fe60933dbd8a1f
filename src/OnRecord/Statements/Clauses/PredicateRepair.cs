using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Finds the verb of a short sentence that the parser read as a noun phrase ("Militants shelled positions near the city", "The military control most of the city", "France, Germany to send troops"), and subjects read as adverbs.</summary>
internal sealed class PredicateRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with such verbs put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i + 1 < Tree.Count; i++)
        {
            Named(i);
            if (i > 0 && !Participle(i)) { Holding(i); Shot(i); }
            Headline(i);
        }
        return Mended;
    }

    // "Aybak fell": whatever falls is no adverb.
    private void Named(int i)
    {
        if (Tree[i].Upos == Upos.ADV && Tree.Is(i, "nsubj") && char.IsUpper(Tree[i].Form[0])) Words[i] = Words[i] with { Upos = Upos.PROPN, Xpos = "NNP", Lemma = Tree[i].Form };
    }

    // A participle before the root noun, right behind somebody who acts.
    private bool Participle(int verb)
    {
        if (!Tree.Is(verb, "amod") || Tree[verb].Head is not (>= 0 and var root) || root < verb || !Tree.Is(root, "root") || HasPredicate(root)) return false;
        if (VerbOf(verb) is not { } lemma || Actor(verb - 1, root) is not (>= 0 and var actor)) return false;
        Become(verb, lemma, actor, root, "VBD");
        Words[root] = Words[root] with { Head = verb, Relation = "obj" };
        foreach (var child in Tree.Children(root))   // "distributed blankets to 500 people"
            if (child > root && Tree.Is(child, "nmod") && ClauseReader.Preposition(Tree, child) is "to" or "on" or "during" or "since" or "after") Words[child] = Words[child] with { Head = verb, Relation = "obl" };
        return true;
    }

    // "A sniper shot dead a policeman": no noun has an object.
    private void Shot(int verb)
    {
        if (Tree[verb].Upos != Upos.NOUN || !Tree.Is(verb, "root") || Lemma(verb) is not ("shot" or "hit") || Tree.Child(verb, "obj") < verb || HasPredicate(verb) || Actor(verb - 1, verb) is not (>= 0 and var actor)) return;
        Become(verb, Lemma(verb) == "shot" ? "shoot" : "hit", actor, verb, "VBD");
        if (Tree[verb + 1].Head == verb && Lemma(verb + 1) == "dead") Words[verb + 1] = Words[verb + 1] with { Relation = "xcomp" };
    }

    // "control most of …": a noun has nothing like that behind it.
    private void Holding(int verb)
    {
        if (Tree[verb].Upos != Upos.NOUN || !Tree.Is(verb, "root") || Tree[verb].Xpos != "NN" || HasPredicate(verb) || Codebook.TriggersOf(Lemma(verb), TriggerForm.Verb).IsEmpty) return;
        if (Lemma(verb + 1) is not ("most" or "much" or "all" or "half") || Tree[verb + 1].Head != verb || Actor(verb - 1, verb) is not (>= 0 and var actor)) return;
        var part = verb + 1;
        Become(verb, Lemma(verb), actor, verb, "VBP");
        Words[part] = Words[part] with { Head = verb, Relation = "obj" };
    }

    // "France, Germany to send troops": both are to.
    private void Headline(int verb)
    {
        if (Tree[verb].Upos != Upos.VERB || !Tree.Is(verb, "acl") || Tree.Child(verb, "mark") is not (>= 0 and var to) || Lemma(to) != "to" || Tree[verb].Head is not (>= 0 and var head)) return;
        var root = Tree.Is(head, "appos") ? Tree[head].Head : head;
        if (root < 0 || !Tree.Is(root, "root") || Tree[root].Upos != Upos.PROPN || HasPredicate(root)) return;
        var second = -1;
        foreach (var child in Tree.Children(root))
            if (Tree.Is(child, "appos") && Tree[child].Upos == Upos.PROPN && child < to && Tree[child - 1].Form == ",") second = child;
        if (second < 0 || second + 1 != to) return;
        Words[verb] = Words[verb] with { Head = -1, Relation = "root" };
        Words[root] = Words[root] with { Head = verb, Relation = "nsubj" };
        Words[second] = Words[second] with { Relation = "conj" };
    }

    private bool HasPredicate(int root)
    {
        foreach (var child in Tree.Children(root))
            if (Tree.Is(child, "cop") || Tree.Is(child, "aux") || Tree.Is(child, "parataxis") || Tree.Is(child, "acl:relcl") || Tree.Is(child, "ccomp")) return true;
        return false;
    }

    // The lemma of the verb that the codebook knows for a participle or an adjective in -ed, or null.
    private string? VerbOf(int word)
    {
        var form = Tree[word].Form.ToLowerInvariant();
        if (!form.EndsWith("ed", StringComparison.Ordinal)) return null;
        foreach (var lemma in new[] { Lemma(word), form[..^1], form[..^2] })
            if (!Codebook.TriggersOf(lemma, TriggerForm.Verb).IsEmpty) return lemma;
        return null;
    }

    // Somebody named right before, who stands under the root by whatever relation; -1 for anything else.
    private int Actor(int word, int root)
    {
        if (Tree[word].Head != root || Tree.Is(word, "case")) return -1;
        if (Tree.Is(word, "nsubj") || Tree[word].Xpos is "NNP" or "NNPS" && char.IsUpper(Tree[word].Form[0]) && word < 4) return word;
        return Codebook.Classes.TryGetValue(Lemma(word), out var classes) && (classes.Contains("force") || classes.Contains("person") || classes.Contains("office")) || Lemma(word) is "military" ? word : -1;
    }

    private void Become(int verb, string lemma, int actor, int root, string tag)
    {
        Words[verb] = Words[verb] with { Upos = Upos.VERB, Xpos = tag, Lemma = lemma, Head = -1, Relation = "root" };
        foreach (var child in Tree.Children(root).ToArray())
            if (child < actor) Words[child] = Words[child] with { Head = actor };
            else if (Tree.Is(child, "punct")) Words[child] = Words[child] with { Head = verb };
        Words[actor] = Words[actor] with { Upos = Tree[actor].Upos != Upos.ADJ ? Tree[actor].Upos : Tree[actor].Xpos == "NNP" ? Upos.PROPN : Upos.NOUN, Head = verb, Relation = "nsubj" };
    }
}
