using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Finds verbs in the present that the parser took for nouns, as digests and headlines have them: "Police arrest 45 protesters", "Gunmen attack villages", "Soldiers kill three men and arrest dozens", "Bomb explodes in the capital".</summary>
internal sealed class PresentRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    private const int LongestSubject = 6;

    // What says that a thing is counted or named, and stands before no second half of a noun.
    private static readonly HashSet<string> Hedges = new(StringComparer.Ordinal) { "at", "over", "more", "about", "around", "nearly", "almost", "up", "some", "several", "many", "dozen", "dozens", "hundreds", "thousands", "scores", "least", "than", "to" };

    // Verbs that say nothing by themselves and have their act as an object.
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal) { "open", "launch", "stage", "use", "claim", "hold", "break", "set", "resume", "exchange" };

    /// <summary>The words with such verbs put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        var main = -1;
        for (var i = 1; i + 1 < Tree.Count; i++)
        {
            if (main < 0 && Opens(i) is >= 0 and var actor && Object(i, actor) is var what && (what >= 0 || IsThirdPerson(i) || Moves(i, actor)) && Become(i, actor, what)) main = i;
            else if (Joined(i, main) is >= 0 and var first && Object(i, first) is >= 0 and var thing) Join(i, first, thing);
        }
        return Mended;
    }

    // Whoever or whatever stands before the verb, with which the sentence or a part of it begins; -1 where this is no verb.
    private int Opens(int i)
    {
        if (!char.IsLower(Tree[i].Form[0]) || Tree.Child(i, "nsubj") >= 0 || Tree.Child(i, "cop") >= 0) return -1;
        var actor = i - 1;
        if (Tree[actor].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ) || Tree[actor].Upos == Upos.ADJ && !char.IsUpper(Tree[actor].Form[0])) return -1;
        var plural = IsBase(i) && IsMany(actor);
        if (!plural && !IsThirdPerson(i)) return -1;
        var start = actor;
        while (start > 0 && actor - start < LongestSubject && Tree[start - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.NUM) start--;
        if (start > 0 && Tree[start - 1].Form != ";") return -1;
        return HasOtherVerb(i) ? -1 : actor;
    }

    private bool IsBase(int i) => Tree[i].Form == Bare(i) && (Tree[i].Upos is Upos.NOUN or Upos.ADJ || Tree[i].Upos == Upos.VERB && Tree[i].Xpos is "VBP" or "VB" or "NN") && Known(i);

    // Nouns of acts ("strikes", "raids") are no verbs but where an article or a number follows.
    private bool IsThirdPerson(int i) => Tree[i].Upos == Upos.NOUN && Tree[i].Form.EndsWith('s') && Tree[i - 1].Xpos is "NN" or "NNP" && Known(i) && (Tree[i + 1].Upos is Upos.DET or Upos.NUM || Tree[i + 1].Upos == Upos.ADP && Codebook.TriggersOf(Bare(i), TriggerForm.Noun).IsEmpty);

    // "Fighters advance on the port": with many of them before it, and a preposition behind.
    private bool Moves(int i, int actor) => Tree[actor].Xpos == "NNS" && Tree[i].Upos == Upos.NOUN && Tree[i + 1].Upos == Upos.ADP && Lemma(i + 1) is not ("of" or "by");

    private bool Known(int i) => !Codebook.TriggersOf(Bare(i), TriggerForm.Verb).IsEmpty || Light.Contains(Bare(i));

    // The dictionary form of the verb that the word would be.
    private string Bare(int i)
    {
        var form = Tree[i].Form.ToLowerInvariant();
        if (Tree[i].Xpos is not ("NNS" or "NNPS")) return form;
        return form.EndsWith("ies", StringComparison.Ordinal) ? form[..^3] + "y" : form.TrimEnd('s');
    }

    private bool IsMany(int actor)
    {
        if (Lemma(actor) is "police" or "taliban") return true;
        if (Tree[actor].Form.EndsWith('s') && char.IsUpper(Tree[actor].Form[0]) && actor > 0 && Tree[actor - 1].Upos == Upos.DET) return true;   // "the Houthis"
        return Tree[actor].Xpos is "NNS" or "NNPS" && Codebook.Classes.TryGetValue(Lemma(actor), out var classes) && (classes.Contains("force") || classes.Contains("person"));
    }

    // A verb of its own before the clause ends: the words before it are its subject.
    private bool HasOtherVerb(int i)
    {
        for (var w = i + 1; w < Tree.Count && Tree[w].Form is not ("," or ";" or ":"); w++)
            if (Tree[w].Upos is Upos.VERB or Upos.AUX && Tree[w].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return !Subordinate(i, w);
        return false;
    }

    // "… as rebels advance", "… who took part", "… and arrest dozens": a later clause.
    private bool Subordinate(int i, int verb)
    {
        for (var w = i + 1; w < verb; w++)
            if (Tree[w].Upos is Upos.SCONJ or Upos.CCONJ || Tree[w].Lemma.ToLowerInvariant() is "who" or "which" or "that" or "after" or "as") return true;
        return false;
    }

    // The thing acted on, right behind the verb; the number itself where it stands alone.
    private int Object(int i, int actor)
    {
        var at = i + 1;
        var counted = false;
        while (at < Tree.Count && (Tree[at].Upos is Upos.DET or Upos.NUM || Hedges.Contains(Tree[at].Form.ToLowerInvariant()) || Tree[at].Lemma == "its" || Tree[at].Upos == Upos.PRON && Tree[at].Xpos == "PRP$")) { counted |= Tree[at].Upos is Upos.NUM or Upos.DET || Tree[at].Xpos == "PRP$" || Tree[at].Form is "dozens" or "hundreds" or "thousands" or "scores"; at++; }
        if (!counted && at > i + 1) return -1;
        var last = -1;
        while (at < Tree.Count && Tree[at].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ) last = Tree[at++].Upos == Upos.ADJ ? last : at - 1;
        if (last < 0 && counted && Tree[at - 1].Upos is Upos.NUM or Upos.NOUN) return at - 1;
        if (last < 0 || counted) return last;
        // Bare nouns: many ("villages"), a name, or the act that a light verb has; and the tree sees them as belonging together.
        return Tree[last].Xpos is "NNS" or "NNPS" or "NNP" || Light.Contains(Bare(i)) || Bare(i) == "fire" || Tree[i].Upos == Upos.VERB && actor >= 0 ? last : -1;
    }

    private bool Become(int verb, int actor, int what)
    {
        var start = actor;
        while (start > 0 && Tree[start - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.NUM) start--;
        if (Tree.Is(verb, "root") && Tree[verb].Upos == Upos.VERB && Tree.Is(actor, "nsubj")) return false;
        var top = -1;
        for (var w = start; w <= Math.Max(verb, what); w++)
            if (Tree[w].Head < start || Tree[w].Head > Math.Max(verb, what))
            {
                if (Tree[w].Upos is Upos.DET or Upos.PUNCT or Upos.ADP) continue;
                if (top >= 0) return false;
                top = w;
            }
        if (top < 0 || Tree[top].Relation is not ("root" or "parataxis" or "ccomp" or "conj" or "appos" or "list" or "dep")) return false;
        Words[verb] = Words[verb] with { Upos = Upos.VERB, Xpos = IsThirdPerson(verb) ? "VBZ" : "VBP", Lemma = Bare(verb), Head = Tree[top].Head, Relation = Tree.Is(top, "root") ? "root" : "parataxis" };
        for (var w = start; w < actor; w++)
            if (Tree[w].Head > actor || Tree[w].Head < start) Words[w] = Words[w] with { Head = actor, Relation = Tree.Is(w, "nsubj") || Tree.Is(w, "root") ? "compound" : Tree[w].Relation };
        Words[actor] = Words[actor] with { Upos = Tree[actor].Upos == Upos.ADJ ? Upos.PROPN : Tree[actor].Upos, Xpos = Tree[actor].Upos == Upos.ADJ ? "NNPS" : Tree[actor].Xpos, Head = verb, Relation = "nsubj" };
        if (what > verb) Take(verb, what);
        if (what > verb && Bare(verb) is "fire" or "launch" or "throw" or "use")   // "fire tear gas on protesters"
            foreach (var child in Tree.Children(what))
                if (child > what && Tree.Is(child, "nmod") && ClauseReader.Preposition(Tree, child) is "at" or "on" or "into" or "against" or "towards") Words[child] = Words[child] with { Head = verb, Relation = "obl" };
        for (var w = Math.Max(verb, what) + 1; w < Tree.Count; w++)
            if ((Tree[w].Head == verb || Tree[w].Head == actor || Tree[w].Head == top) && Words[w].Head != verb)
                Words[w] = Words[w] with { Head = Tree[w].Head == what && top == what && Tree.Is(w, "nmod") ? what : verb, Relation = Tree[w].Relation is "nmod" && Tree[w].Head != what ? "obl" : Tree[w].Relation is "acl" ? "advcl" : Tree[w].Relation };
        return true;
    }

    private void Take(int verb, int what)
    {
        for (var w = verb + 1; w < what; w++)
            if (Tree[w].Head <= verb || Tree[w].Head > what) Words[w] = Words[w] with { Head = what, Relation = Tree[w].Upos switch { Upos.NUM => "nummod", Upos.DET => "det", Upos.ADJ => "amod", Upos.NOUN or Upos.PROPN => "compound", _ => "advmod" } };
        Words[what] = Words[what] with { Head = verb, Relation = "obj" };
    }

    // The verb that goes on: "… and arrest dozens"; -1 where this is none.
    private int Joined(int i, int main)
    {
        if (Tree[i - 1].Upos != Upos.CCONJ || Tree[i].Upos is not (Upos.NOUN or Upos.ADJ) || !IsBase(i)) return -1;
        if (main < 0)
            for (var w = i - 1; w >= 0 && main < 0; w--)
                if (Tree[w].Upos == Upos.VERB && Tree[w].Xpos is "VBP" && Tree.Child(w, "nsubj") is >= 0 and var who && who < w) main = w;
        if (main < 0) return -1;
        return Tree[i + 1].Upos is Upos.NUM or Upos.DET || Hedges.Contains(Tree[i + 1].Form.ToLowerInvariant()) || Tree[i + 1].Xpos is "NNS" && (Tree.Is(i, "amod") || Tree.Is(i, "conj")) ? main : -1;
    }

    private void Join(int verb, int first, int thing)
    {
        if (Tree.Dominates(verb, first) || Tree.Dominates(thing, first)) return;
        Words[verb] = Words[verb] with { Upos = Upos.VERB, Xpos = "VBP", Lemma = Bare(verb), Head = first, Relation = "conj" };
        Words[verb - 1] = Words[verb - 1] with { Head = verb, Relation = "cc" };
        Take(verb, thing);
        foreach (var child in Tree.Children(verb).ToArray())
            if (child > thing && Tree.Is(child, "nmod")) Words[child] = Words[child] with { Relation = "obl" };
    }
}
