using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Finds the verbs of saying and of will that parsers take for nouns or participles ("the media report that", "the front claims responsibility", "…, a judge confirmed").</summary>
internal sealed class VerbRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with the faults mended, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i < Tree.Count; i++)
        {
            Tagged(i);
            Governing(i);
            Joined(i);
            Claimed(i);
            Reports(i);
            Closing(i);
            Doubled(i);
            Active(i);
        }
        return Mended;
    }

    // "The front, which is backed by its neighbour, seized the town", "Its leader, X, called for a truce", "have since advanced": nothing makes them passive, or no verbs.
    private void Active(int i)
    {
        if (i > 0 && Tree[i].Upos == Upos.ADJ && Lemma(i - 1) == "to" && Tree.Child(i, "obj") is >= 0 and var fire && fire > i)   // "ordered to open fire"
        {
            Tag(i, "VB");
            Words[i - 1] = Words[i - 1] with { Upos = Upos.PART, Head = i, Relation = "mark" };
            return;
        }
        if (Tree[i].Upos == Upos.ADJ && Tree[i].Xpos == "VBN" && Tree.Child(i, "aux") is >= 0 and var have && Lemma(have) == "have")
        {
            Tag(i, "VBN");
            var form = Tree[i].Form.ToLowerInvariant();
            if (Lemma(i) == form && form.EndsWith("ed", StringComparison.Ordinal) && new[] { form[..^1], form[..^2] }.FirstOrDefault(l => !Codebook.TriggersOf(l, TriggerForm.Verb).IsEmpty) is { } lemma) Words[i] = Words[i] with { Lemma = lemma };
        }
        if (Tree[i].Upos != Upos.VERB || Tree[i].Xpos is not ("VBD" or "VBN") || Tree.Child(i, "aux:pass") >= 0 || Tree.Child(i, "aux") >= 0) return;
        if (Tree[i].Relation is not ("root" or "ccomp" or "parataxis" or "conj") || Tree.Child(i, "nsubj:pass") is not (>= 0 and var who) || who > i) return;
        var obj = Tree.Child(i, "obj");
        if (Tree[i].Xpos == "VBN" && obj < i && !(Tree.Is(i, "root") && (Says(i) || Voices(i)) && Tree.Is(who, "nsubj") && Tree[who].Upos != Upos.NUM)) return;
        if (Tree[i].Xpos == "VBD" && obj < i && !Says(i) && !Voices(i)) return;
        Tag(i, "VBD");
        Words[who] = Words[who] with { Relation = "nsubj" };
    }

    // "gunned down": the lemma of a past form whose consonant was doubled, where the codebook knows it only without.
    private void Doubled(int i)
    {
        var lemma = Lemma(i);
        if (Tree[i].Upos != Upos.VERB || lemma.Length < 4 || lemma[^1] != lemma[^2] || !Tree[i].Form.StartsWith(lemma, StringComparison.OrdinalIgnoreCase) || Tree[i].Form.Length == lemma.Length || !Codebook.TriggersOf(lemma, TriggerForm.Verb).IsEmpty) return;
        if (!Codebook.TriggersOf(lemma[..^1], TriggerForm.Verb).IsEmpty) Words[i] = Words[i] with { Lemma = lemma[..^1] };
    }

    // "Kigali denies arming": a verb of saying taken for a plural noun; what stands before it is its subject.
    private void Tagged(int i)
    {
        if (Tree[i].Upos != Upos.NOUN || !Tree.Is(i, "root")) return;
        var verb = Tree[i].Xpos.StartsWith("VB", StringComparison.Ordinal);
        if (!verb && (Tree[i].Xpos != "NNS" || !Says(i) || Tree.Child(i, "det") >= 0 || Tree.Child(i, "amod") >= 0)) return;
        var content = -1;
        var subject = -1;
        foreach (var child in Tree.Children(i))
        {
            if (child > i && (Tree.Is(child, "acl") || Tree.Is(child, "ccomp")) && (Tree[child].Xpos is "VBG" || Marked(child, "that"))) content = child;
            if (child < i && Tree[child].Upos is Upos.PROPN or Upos.NOUN) subject = child;
        }
        if (!verb && (content < 0 || subject < 0)) return;
        Tag(i, verb ? Tree[i].Xpos : "VBZ");
        if (subject >= 0 && Tree.Child(i, "nsubj") < 0) Set(subject, i, "nsubj");
        if (content >= 0) Set(content, i, Tree[content].Xpos is "VBG" ? "xcomp" : "ccomp");
    }

    // "The rebels report an air strike", "the towns' media report that …", "the front and its allies pledge to …": what has a subject, or an object, or asks for something, is no noun.
    private void Governing(int i)
    {
        if (Tree[i].Upos is not (Upos.NOUN or Upos.PROPN) || Tree[i].Xpos is not ("NN" or "NNP") || i == 0 || !Tree.Is(i, "root") || !char.IsLower(Tree[i].Form[0]) || !Says(i) && !Voices(i) || Tree.Child(i, "cop") >= 0) return;
        var (before, subject, content) = (Tree[i - 1], Tree.Child(i, "nsubj"), -1);
        foreach (var child in Tree.Children(i))
            if (child > i && content < 0 && (Tree.Is(child, "obj") && subject >= 0 || Marked(child, "that") && Tree.Is(child, "acl") && Tree.Child(child, "nsubj") >= 0 && subject >= 0 || Voices(i) && Marked(child, "to") && Tree.Is(child, "acl"))) content = child;
        if (content < 0 || before.Upos is not (Upos.PROPN or Upos.NOUN) || before.Head != i) return;
        if (subject < 0 && before.Xpos is not ("NNS" or "NNPS" or "NNP")) return;
        // A noun right before it is the subject that the first one goes on to: "… the forces' media".
        Tag(i, "VBP");
        if (subject < 0 || Tree.Is(i - 1, "compound") && subject < i - 1) Set(i - 1, i, "nsubj");
        foreach (var child in Tree.Children(i).ToArray())
            if (child < i - 1 && (Tree.Is(child, "nsubj") || Tree.Is(child, "det") || Tree.Is(child, "amod") || Tree.Is(child, "compound")) && (subject < 0 || Tree.Is(i - 1, "compound"))) Set(child, i - 1, Tree.Is(child, "nsubj") ? "nmod:poss" : Tree[child].Relation);
        if (!Tree.Is(content, "obj")) Set(content, i, Marked(content, "that") ? "ccomp" : "xcomp");
    }

    // "The broadcaster documents and reports that …": two verbs, of which the first was taken for a plural.
    private void Joined(int i)
    {
        if (Tree[i].Upos != Upos.NOUN || Tree[i].Xpos != "NNS" || i == 0 || !Tree.Is(i, "root") || !Says(i) || Tree[i - 1].Upos != Upos.PROPN || Tree[i - 1].Head != i) return;
        var second = -1;
        foreach (var child in Tree.Children(i))
            if (child > i && Tree.Is(child, "conj") && Tree[child].Xpos == "VBZ" && Says(child) && Tree.Child(child, "nsubj") < 0) second = child;
        if (second < 0) return;
        Tag(i, "VBZ");
        Set(i - 1, i, "nsubj");
        if (Tree.Child(i, "det") is >= 0 and var det) Set(det, i - 1, "det");
    }

    // "The front denies responsibility", "the rebels claim responsibility": the verb taken for a part of a longer name.
    private void Claimed(int i)
    {
        if (i == 0 || i + 1 >= Tree.Count || Lemma(i) is not ("deny" or "claim" or "reject" or "denies" or "claims" or "rejects") || Lemma(i + 1) is not ("responsibility" or "involvement")) return;
        var many = Tree[i].Form is "claim" or "deny" or "reject" && (Tree[i - 1].Xpos is "NNS" or "NNPS" || Tree[i - 1].Upos == Upos.PROPN && Tree[i - 1].Form.EndsWith('s'));
        if (!many && !Tree[i].Form.EndsWith('s') || Tree[i].Head != i + 1 || !Tree.Is(i, "compound") && !Tree.Is(i, "amod") && !Tree.Is(i, "nmod")) return;
        if (Tree[i - 1].Upos is not (Upos.PROPN or Upos.NOUN) || Tree[i + 1].Head is var head && head >= 0 && head <= i) return;
        Tag(i, many ? "VBP" : "VBZ");
        Words[i] = Words[i] with { Lemma = Lemma(i).TrimEnd('s') is var bare && bare == "denie" ? "deny" : bare, Head = head, Relation = head < 0 ? "root" : "parataxis" };
        Words[i + 1] = Words[i + 1] with { Head = i, Relation = "obj" };
        Words[i - 1] = Words[i - 1] with { Head = i, Relation = "nsubj" };
        foreach (var child in Tree.Children(i + 1))
            if (child < i - 1) Words[child] = Words[child] with { Head = i - 1 };
    }

    // "…, the TASS news agency reports", "…, state media reports, in …": no noun, where those who publish stand between a comma and it.
    private void Reports(int i)
    {
        if (Tree[i].Upos != Upos.NOUN || Lemma(i) != "report" || !Tree[i].Form.EndsWith('s') || Tree.Is(i, "conj") || i + 1 < Tree.Count && Tree[i + 1].Form is not ("." or ",")) return;
        var start = i;
        var outlet = false;
        while (start > 0 && i - start < 7 && Tree[start - 1].Upos is Upos.PROPN or Upos.NOUN or Upos.DET or Upos.ADJ)
        {
            start--;
            outlet |= Tree[start].Upos == Upos.PROPN || Codebook.InList("media", Lemma(start)) || Lemma(start) is "agency" or "media";
        }
        if (start == i || start < 3 || !outlet || Tree[start - 1].Form != "," || Tree[i - 1].Upos is not (Upos.PROPN or Upos.NOUN)) return;
        var root = i;
        while (root >= start) root = Tree[root].Head;
        while (root >= 0 && Tree[root].Upos != Upos.VERB && Tree[root].Head is >= 0 and var up && up < start) root = up;   // hung on a noun of the sentence before it
        if (root < 0 || Tree[root].Upos != Upos.VERB) return;
        while (Tree[root].Relation is "ccomp" or "xcomp" or "obl" or "nmod" && Tree[root].Head >= 0 && Tree[root].Head < start) root = Tree[root].Head;
        Tag(i, "VBZ");
        Set(i, root, "parataxis");
        for (var w = start; w < i - 1; w++)
            if (Tree[w].Head == i) Set(w, i - 1, Tree[w].Relation);
        Set(i - 1, i, "nsubj");
    }

    // "…, a judge confirmed.": at the end of a sentence no participle of the judge, but what he did.
    private void Closing(int i)
    {
        if (i < 3 || !Tree.Is(i, "acl") || Tree[i].Xpos != "VBN" || !Says(i) || Tree[i].Head is not (>= 0 and var noun) || noun != i - 1 || Tree[noun].Head is not (>= 0 and var above) || above > noun) return;
        if (i + 1 < Tree.Count && Tree[i + 1].Form is not "." || Tree.Yield(noun).Start is var start && (start == 0 || Tree[start].Form != "," && Tree[start - 1].Form != ",")) return;
        if (Tree[above].Upos != Upos.VERB || !Tree.Is(noun, "nsubj") && !Tree.Is(noun, "appos") && !Tree.Is(noun, "obj") && !Tree.Is(noun, "parataxis")) return;
        Tag(i, "VBD");
        Words[i] = Words[i] with { Head = above, Relation = "parataxis" };
        Words[noun] = Words[noun] with { Head = i, Relation = "nsubj" };
    }

    private bool Marked(int clause, string word) => Tree.Child(clause, "mark") is >= 0 and var mark && Lemma(mark) == word;
}
