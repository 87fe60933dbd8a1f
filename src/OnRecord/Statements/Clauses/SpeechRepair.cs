using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Mends what parsers get wrong around words of saying in the middle or at the end of a sentence, and where quotation marks cut through a series.</summary>
internal sealed class SpeechRepair(Tree tree, Codebook codebook)
{
    private Word[]? _words;

    /// <summary>The words with the faults mended, or null where there are none.</summary>
    public Word[]? Mend()
    {
        for (var i = 0; i < tree.Count; i++)
        {
            Tagged(i);
            Asked(i);
            Infinitive(i);
            Subject(i);
            Series(i);
            OutOfQuotation(i);
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

    // "Kigali denies arming": a verb of saying taken for a plural noun; what stands before it is its subject.
    private void Tagged(int i)
    {
        if (tree[i].Upos != Upos.NOUN || !tree.Is(i, "root")) return;
        var verb = tree[i].Xpos.StartsWith("VB", StringComparison.Ordinal);
        if (!verb && (tree[i].Xpos != "NNS" || !Says(i) || tree.Child(i, "det") >= 0 || tree.Child(i, "amod") >= 0)) return;
        var content = -1;
        var subject = -1;
        foreach (var child in tree.Children(i))
        {
            if (child > i && (tree.Is(child, "acl") || tree.Is(child, "ccomp")) && (tree[child].Xpos is "VBG" || tree.Child(child, "mark") is >= 0 and var mark && Lemma(mark) == "that")) content = child;
            if (child < i && tree[child].Upos is Upos.PROPN or Upos.NOUN) subject = child;
        }
        if (!verb && (content < 0 || subject < 0)) return;
        _words ??= [.. tree.Parse.Words];
        _words[i] = _words[i] with { Upos = Upos.VERB, Xpos = verb ? tree[i].Xpos : "VBZ" };
        if (subject >= 0 && tree.Child(i, "nsubj") < 0) Set(subject, i, "nsubj");
        if (content >= 0) Set(content, i, tree[content].Xpos is "VBG" ? "xcomp" : "ccomp");
    }

    // "are accused by the governor of supplying": what they are accused of is no property of the accuser.
    private void Asked(int i)
    {
        if (tree[i].Relation != "acl" || tree[i].Xpos != "VBG" || tree[i].Head is not (>= 0 and var noun) || tree[noun].Head is not (>= 0 and var verb)) return;
        if (tree.Is(noun, "obl") && codebook.InList("accusing", Lemma(verb)) && tree.Child(i, "mark") is >= 0 and var of && Lemma(of) is "of" or "for") Set(i, verb, "advcl");
    }

    // An infinitive is no noun: "ordered the tribe to hand over".
    private void Infinitive(int i)
    {
        if (tree[i].Xpos == "VB" && tree[i].Upos == Upos.VERB && tree[i].Relation is "obl" or "nmod" or "obj" && tree[i].Head >= 0 && tree.Child(i, "mark") is >= 0 and var to && Lemma(to) == "to")
            Set(i, tree[i].Head, tree[tree[i].Head].Upos == Upos.VERB ? "xcomp" : "acl");
    }

    // "… 300 men, a source at the ministry told the paper": the noun phrase right before a verb of saying without a subject is its subject.
    private void Subject(int verb)
    {
        if (tree[verb].Upos != Upos.VERB || tree[verb].Xpos is not ("VBD" or "VBZ" or "VBP") || !Says(verb) && !(codebook.Modes.TryGetValue(Lemma(verb), out var mode) && mode.Voices) || tree.Child(verb, "nsubj") >= 0) return;
        if (!tree.Is(verb, "parataxis") && !tree.Is(verb, "root")) return;
        var end = verb;
        if (end >= 3 && tree[end - 1].Form == "," && tree[end - 3].Form == "," && tree[end - 2].Upos == Upos.ADV) end -= 3;   // ", however,"
        for (var noun = end - 1; noun > 0 && noun >= end - 12; noun--)
        {
            if (tree[noun].Upos is not (Upos.NOUN or Upos.PROPN) || !tree.Is(noun, "appos") && !tree.Is(noun, "conj") && !tree.Is(noun, "dep")) continue;
            var (start, stop) = tree.Yield(noun);
            if (stop != end && !(stop == end + 1 && tree[end].Form == ",") || start == 0 || tree[start - 1].Form is not ("," or ";") && tree[start].Form is not ("," or ";")) continue;
            Set(noun, verb, "nsubj");
            return;
        }
    }

    // "urged allies to supply": the infinitive may hang on those asked.
    private bool AsksOf(int verb)
    {
        if (!codebook.Modes.TryGetValue(Lemma(verb), out var mode) || !mode.Voices) return false;
        foreach (var child in tree.Children(verb))
        {
            if (tree.Child(child, "mark") is >= 0 and var mark && Lemma(mark) == "to") return true;
            foreach (var below in tree.Children(child))
                if (tree.Is(child, "obj") && tree.Child(below, "mark") is >= 0 and var to && Lemma(to) == "to") return true;
        }
        return false;
    }

    private void Series(int i)
    {
        if (tree[i].Relation != "conj" || tree[i].Head is not (>= 0 and var head) || tree.Child(i, "nsubj") >= 0 || i < head) return;
        // "The town is lost, the mayor said, but will be retaken": after the aside the sentence goes on.
        if (tree.Is(head, "parataxis") && Says(head) && !Says(i) && tree[head].Head is >= 0 and var said && said < head && head + 1 < tree.Count && (tree[head + 1].Form == "," || tree[head + 1].Upos == Upos.PROPN)) Set(i, said, "conj");
        // "denied that they held the town and said that …": the same one speaks on.
        else if (tree[i].Upos == Upos.VERB && tree[i].Xpos is "VBD" or "VBZ" && Says(i) && tree.Is(head, "ccomp") && tree[head].Head is >= 0 and var speaks && speaks < head && Says(speaks) && tree[speaks].Xpos == tree[i].Xpos
            && (tree.Child(i, "ccomp") >= 0 || tree.Child(i, "xcomp") >= 0 || AsksOf(i) || codebook.InList("accusing", Lemma(i)))) Set(i, speaks, "conj");
    }

    // He told them to "go home" and threatened worse: what stands outside the marks goes on from what stood before them.
    private void OutOfQuotation(int i)
    {
        if (tree[i].Relation != "conj" || tree[i].Upos != Upos.VERB || tree[i].Head is not (>= 0 and var head) || head > i || tree.Child(i, "nsubj") >= 0 || Quotation(head) is not (> 0 and var open) || Quotation(i) == open) return;
        var above = head;
        while (above >= 0 && above >= open) above = tree[above].Head;
        if (above >= 0 && tree[above].Upos == Upos.VERB) Set(i, above, "conj");
    }

    // Where the quotation opens that the word stands in; -1 for none.
    private int Quotation(int word)
    {
        var open = -1;
        for (var i = 0; i < word; i++)
            if (tree[i].Form is "“" or "«" or "„" || tree[i].Form == "\"" && open < 0) open = i;
            else if (tree[i].Form is "”" or "»" or "\"") open = -1;
        return open;
    }
}
