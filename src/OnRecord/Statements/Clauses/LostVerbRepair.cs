using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Finds the verb of a sentence or clause that was left without one: "a statement by five states calls on …", "figures released by the ministry show that …", "as government forces advanced", "the Houthis call", "10 were killed and a school destroyed".</summary>
internal sealed class LostVerbRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    private static readonly HashSet<string> Moves = new(StringComparer.Ordinal)
    {
        "advance", "withdraw", "retreat", "flee", "enter", "approach", "move", "march", "push", "close", "gather", "attack", "fight", "clash", "pull", "arrive", "shell", "storm", "press", "regroup", "mass",
    };

    /// <summary>The words with the verbs put right, or null where none was lost.</summary>
    public override Word[]? Mend()
    {
        for (var i = 1; i < Tree.Count; i++)
        {
            if (Tree[i].Upos == Upos.NOUN) { Calling(i); Showing(i); }
            else if (Tree[i].Upos == Upos.VERB) { Moving(i); Caller(i); Joined(i); }
        }
        return Mended;
    }

    // "A joint statement by five of the states calls on the junta to …": taken for a plural, in a sentence without a verb.
    private void Calling(int i)
    {
        if (Tree[i].Xpos != "NNS" || Tree[i].Relation is not ("nmod" or "compound" or "appos" or "dep" or "obl") || !char.IsLower(Tree[i].Form[0]) || !Says(i) && !Voices(i)) return;
        var root = Tree[i].Head;
        while (root >= 0 && !Tree.Is(root, "root") && Tree[root].Upos is Upos.NOUN or Upos.PROPN or Upos.NUM) root = Tree[root].Head;
        if (root < 0 || root > i || !Tree.Is(root, "root") || Tree[root].Upos is not (Upos.NOUN or Upos.PROPN) || Tree.Child(root, "nsubj") >= 0 || Tree.Child(root, "cop") >= 0) return;
        var says = false;
        foreach (var child in Tree.Children(i))
        {
            if (child < i && Tree[child].Relation is not "punct") return;
            says |= Tree.Is(child, "nmod") && ClauseReader.Preposition(Tree, child) is "on" or "upon" or "for" || IsInfinitive(child);
        }
        if (!says) return;
        Tag(i, "VBZ");
        Words[i] = Words[i] with { Head = -1, Relation = "root" };
        Words[root] = Words[root] with { Head = i, Relation = "nsubj" };
        foreach (var child in Tree.Children(root))
            if (child > i) Words[child] = Words[child] with { Head = i };
        foreach (var child in Tree.Children(i))
            if (Tree.Is(child, "nmod")) Words[child] = Words[child] with { Relation = "obl" };
            else if (IsInfinitive(child)) Words[child] = Words[child] with { Relation = "xcomp" };
    }

    // "Figures released by the ministry show that …", "a statement signed by ten states calls for …": the verb taken for the ministry's noun.
    private void Showing(int i)
    {
        if (!Says(i) && !Voices(i) || Tree[i - 1].Head != i || Tree[i - 1].Upos is not (Upos.NOUN or Upos.PROPN) || Tree[i].Head is not (>= 0 and var by) || by > i || Tree[by].Xpos != "VBN" || !Tree.Is(by, "acl")) return;
        var subject = Tree[by].Head;
        if (subject < 0 || subject > by || Tree[subject].Upos != Upos.NOUN || Tree.Child(subject, "nsubj") >= 0) return;
        var said = -1;
        foreach (var child in Tree.Children(i))
            if (child > i && Tree.Child(child, "mark") is >= 0 and var mark && Lemma(mark) == "that" && Tree.Child(child, "nsubj") >= 0 || child > i && Tree[i].Xpos == "NNS" && (Tree.Is(child, "nmod") && ClauseReader.Preposition(Tree, child) is "on" or "upon" or "for" || IsInfinitive(child))) said = child;
        if (said < 0) return;
        Tag(i, Tree[i].Xpos == "NNS" ? "VBZ" : "VBP");
        Words[i] = Words[i] with { Head = Tree[subject].Head, Relation = Tree[subject].Relation };
        Words[i - 1] = Words[i - 1] with { Head = by, Relation = Tree[i].Relation };
        Words[subject] = Words[subject] with { Head = i, Relation = "nsubj" };
        Words[said] = Words[said] with { Relation = Tree.Is(said, "nmod") ? "obl" : IsInfinitive(said) ? "xcomp" : "ccomp" };
        foreach (var child in Tree.Children(i))
            if (child < i - 1) Words[child] = Words[child] with { Head = i - 1 };
        foreach (var child in Tree.Children(subject))
            if (child > i) Words[child] = Words[child] with { Head = i };
    }

    // "Thousands fled as government forces advanced": no forces that were advanced.
    private void Moving(int i)
    {
        var noun = Tree[i].Head;
        if (noun < 0 || noun != i - 1 || !Tree.Is(i, "acl") || Tree.Is(i, "acl:relcl") || Tree[i].Xpos is not ("VBN" or "VBD") || !Tree.Is(noun, "obl") && !Tree.Is(noun, "nmod") || Tree[noun].Head is not (>= 0 and var above) || above > noun) return;
        var obj = Tree.Child(i, "obj");
        if (obj < i && !Moves.Contains(Lemma(i))) return;
        foreach (var child in Tree.Children(i))
            if (Tree.Is(child, "obl") && ClauseReader.Preposition(Tree, child) == "by") return;
        var link = -1;
        foreach (var child in Tree.Children(noun))
            if (Tree.Is(child, "case")) link = link < 0 && Lemma(child) is "as" or "after" or "before" ? child : Tree.Count;
        if (link < 0 || link == Tree.Count || Lemma(link) != "as" && obj < i && Tree[i].Xpos == "VBN" && Lemma(i) is "attack" or "shell" or "storm") return;
        if (Tree[noun].Xpos is not ("NNS" or "NNPS" or "NNP") && !(Codebook.Classes.TryGetValue(Lemma(noun), out var classes) && classes.Contains("force"))) return;
        Tag(i, "VBD");
        Words[i] = Words[i] with { Head = above, Relation = "advcl" };
        Words[noun] = Words[noun] with { Head = i, Relation = "nsubj" };
        Words[link] = Words[link] with { Head = i, Relation = "mark", Upos = Upos.SCONJ };
    }

    // "The Houthis call on …": a name before a finite verb of its own is no adjective.
    private void Caller(int i)
    {
        var name = i - 1;
        if (!Tree.Is(i, "root") || Tree[i].Xpos is not ("VBP" or "VBZ" or "VBD") || Tree[name].Head != i || !Tree.Is(name, "amod") && !Tree.Is(name, "compound") || !char.IsUpper(Tree[name].Form[0]) || name > 0 && Tree[name - 1].Upos != Upos.DET || Tree.Child(i, "nsubj") >= 0 || Tree.Child(i, "csubj") >= 0) return;
        Words[name] = Words[name] with { Upos = Upos.PROPN, Xpos = Tree[name].Form.EndsWith('s') ? "NNPS" : "NNP", Relation = "nsubj" };
        if (name > 0 && Tree[name - 1].Head == i) Words[name - 1] = Words[name - 1] with { Head = name };
    }

    // "were killed and a school destroyed by …": the school was destroyed, not killed.
    private void Joined(int i)
    {
        var noun = Tree[i].Head;
        if (noun < 0 || noun != i - 1 || Tree[i].Xpos != "VBN" || !Tree.Is(i, "acl") || Tree.Is(i, "acl:relcl") || !Tree.Is(noun, "conj") || Tree[noun].Upos != Upos.NOUN || Tree[noun].Head is not (>= 0 and var verb) || Tree[verb].Xpos != "VBN" || Tree.Child(verb, "nsubj:pass") < 0 || Tree.Child(i, "obj") >= 0) return;
        if (Tree.Child(noun, "cc") is not (>= 0 and var and)) return;
        Words[i] = Words[i] with { Head = verb, Relation = "conj" };
        Words[noun] = Words[noun] with { Head = i, Relation = "nsubj:pass" };
        Words[and] = Words[and] with { Head = i };
    }

    private bool IsInfinitive(int word) => Tree[word].Upos == Upos.VERB && Tree.Child(word, "mark") is >= 0 and var mark && Lemma(mark) == "to";
}
