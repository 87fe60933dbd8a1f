using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Mends what parsers get wrong around words of saying in the middle or at the end of a sentence, and where quotation marks cut through a series.</summary>
internal sealed class SpeechRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with the faults mended, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i < Tree.Count; i++)
        {
            Asked(i);
            Infinitive(i);
            Subject(i);
            Subjects(i);
            Gerund(i);
            That(i);
            SetOff(i);
            Series(i);
            OutOfQuotation(i);
            WentOn(i);
        }
        return Mended;
    }

    // "said the army would not enter and urged people to stay": who urged in the past is not who will or will not enter, but who said so.
    private void WentOn(int i)
    {
        if (Tree[i].Relation != "conj" || Tree[i].Upos != Upos.VERB || Tree[i].Xpos is not ("VBD" or "VBN") || !Says(i) && !Voices(i) || Tree.Child(i, "nsubj") >= 0 || Tree.Child(i, "aux") >= 0 || Tree.Child(i, "aux:pass") >= 0) return;
        if (Tree[i].Head is not (>= 0 and var before) || Tree[before].Xpos != "VB" || !Tree.Is(before, "ccomp") || Tree.Child(before, "aux") is not (>= 0 and var will) || Tree[will].Xpos != "MD") return;
        if (Tree[before].Head is >= 0 and var said && said < before && Tree[said].Xpos is "VBD" or "VBN" && Tree.Child(said, "nsubj") >= 0) Set(i, said, "conj");
    }

    // "are accused by the governor of supplying": what they are accused of is no property of the accuser.
    private void Asked(int i)
    {
        if (Tree[i].Relation != "acl" || Tree[i].Xpos != "VBG" || Tree[i].Head is not (>= 0 and var noun) || Tree[noun].Head is not (>= 0 and var verb)) return;
        if (Tree.Is(noun, "obl") && Codebook.InList("accusing", Lemma(verb)) && Tree.Child(i, "mark") is >= 0 and var of && Lemma(of) is "of" or "for") Set(i, verb, "advcl");
    }

    // An infinitive is no noun: "ordered the tribe to hand over".
    private void Infinitive(int i)
    {
        if (Tree[i].Xpos == "VB" && Tree[i].Upos == Upos.VERB && Tree[i].Relation is "obl" or "nmod" or "obj" && Tree[i].Head >= 0 && Tree.Child(i, "mark") is >= 0 and var to && Lemma(to) == "to")
            Set(i, Tree[i].Head, Tree[Tree[i].Head].Upos == Upos.VERB ? "xcomp" : "acl");
    }

    // "… 300 men, a source at the ministry told the paper": the noun phrase right before a verb of saying without a subject is its subject.
    private void Subject(int verb)
    {
        var bare = Tree[verb].Xpos == "VBN" && Tree.Child(verb, "aux") < 0 && Tree.Child(verb, "aux:pass") < 0 && Tree.Child(verb, "ccomp") > verb;   // "a spokesman, however, assured that"
        if (Tree[verb].Upos != Upos.VERB || Tree[verb].Xpos is not ("VBD" or "VBZ" or "VBP") && !bare || !Says(verb) && !(Codebook.Modes.TryGetValue(Lemma(verb), out var mode) && mode.Voices) || Tree.Child(verb, "nsubj") >= 0) return;
        if (!Tree.Is(verb, "parataxis") && !Tree.Is(verb, "root")) return;
        var end = verb;
        if (end >= 3 && Tree[end - 1].Form == "," && Tree[end - 3].Form == "," && Tree[end - 2].Upos == Upos.ADV) end -= 3;   // ", however,"
        for (var noun = end - 1; noun > 0 && noun >= end - 12; noun--)
        {
            if (Tree[noun].Upos is not (Upos.NOUN or Upos.PROPN) || !Tree.Is(noun, "appos") && !Tree.Is(noun, "conj") && !Tree.Is(noun, "dep") && !Tree.Is(noun, "parataxis")) continue;
            if (Tree.Is(noun, "appos") && Tree[noun].Upos == Upos.PROPN && Tree[noun].Head is >= 0 and var office && Tree[office].Upos == Upos.NOUN && Tree[office].Relation is "parataxis" or "dep" or "appos" or "conj") noun = office;   // "a spokesman, X Y, told"
            var (start, stop) = Tree.Yield(noun);
            var member = Tree.Is(noun, "conj") && Tree[start].Upos == Upos.CCONJ ? Member(noun, start) : -1;
            if (member >= 0) start = Tree.Yield(member).Start;
            if (stop != end && !(stop == end + 1 && Tree[end].Form == ",") && !(stop == end - 1 && Tree[stop].Form == ",") || start == 0 || Tree[start - 1].Form is not ("," or ";") && Tree[start].Form is not ("," or ";")) continue;
            Set(noun, verb, "nsubj");
            if (member >= 0) Joined(member, noun);
            if (bare) Tag(verb, "VBD");
            return;
        }
    }

    // "… 15 soldiers, security and local sources told the agency": what stands before the "and" belongs to those who speak.
    private int Member(int noun, int and)
    {
        foreach (var other in Tree.Children(Tree[noun].Head))
            if (other < noun && Tree.Is(other, "conj") && Tree.Yield(other) is var (start, stop) && stop == and && Tree[start].Form == ",") return other;
        return -1;
    }

    private void Joined(int member, int noun)
    {
        Set(member, noun, "compound");
        var and = Tree.Yield(noun).Start;
        if (and + 1 >= noun || Tree[and + 1].Head != noun) return;
        Words[and + 1] = Words[and + 1] with { Head = member, Relation = "conj" };
        Words[and] = Words[and] with { Head = and + 1, Relation = "cc" };
    }

    // "said on condition of anonymity that …", "reported, citing officials, that …", "warnings from agencies that …": what is said hangs on the word of saying, not on the noun before it.
    private void That(int clause)
    {
        if (!Tree.Is(clause, "acl") || Tree[clause].Upos is not (Upos.VERB or Upos.ADJ or Upos.NOUN) || Tree.Child(clause, "nsubj") < 0 && Tree.Child(clause, "nsubj:pass") < 0 || Tree[clause].Head is not (>= 0 and var noun) || noun > clause || Says(noun) || Voices(noun)) return;
        var that = Tree.Yield(clause).Start;
        while (that < clause && Tree[that].Upos == Upos.PUNCT) that++;
        if (Lemma(that) != "that" || Tree[that].Relation is "nsubj" or "obj" or "nsubj:pass" || Tree[that].Head != clause) return;
        for (var (word, steps) = (Tree[noun].Head, 0); word >= 0 && steps < 4; word = Tree[word].Head, steps++)
        {
            if (!Says(word) && !Voices(word) || Tree.Child(word, "ccomp") >= 0 || Lemma(word) == "cite") continue;
            if (Tree[word].Upos == Upos.NOUN && Tree[clause].Relation != "acl" && Tree.Child(clause, "obj") < 0 && Tree.Child(clause, "nsubj:pass") < 0) return;
            Set(clause, word, Tree[word].Upos == Upos.VERB ? "ccomp" : "acl");
            Words[that] = Words[that] with { Upos = Upos.SCONJ, Relation = "mark" };
            return;
        }
    }

    // "The spokesman for the rebel group X, Y Z, told": whom the commas set off is the spokesman.
    private void SetOff(int name)
    {
        if (!Tree.Is(name, "appos") || Tree[name].Upos != Upos.PROPN || Tree[name].Head is not (>= 0 and var body) || Tree[body].Upos != Upos.PROPN || name == 0) return;
        var (start, end) = Tree.Yield(name);
        if (Tree[start].Form != "," && (start == 0 || Tree[start - 1].Form != ",") || end >= Tree.Count || Tree[end].Form != ",") return;
        for (var (office, steps) = (body, 0); office >= 0 && steps < 4; office = Tree[office].Head, steps++)
            if (Tree.Is(office, "nsubj") && Tree[office].Upos == Upos.NOUN && Tree[office].Head > end && Says(Tree[office].Head) && (Codebook.InList("speaker", Lemma(office)) || Codebook.Classes.TryGetValue(Lemma(office), out var classes) && (classes.Contains("person") || classes.Contains("office"))))
            {
                Set(name, office, "appos");
                return;
            }
    }

    // "The main opposition Front accuses", "Spokesman for the front (F) X Y said": of two subjects side by side the first describes the second.
    private void Subjects(int verb)
    {
        if (Tree[verb].Upos != Upos.VERB) return;
        var (first, second) = (-1, -1);
        foreach (var child in Tree.Children(verb))
            if (child < verb && Tree.Is(child, "nsubj")) (first, second) = (second, child);
        if (first < 0 || Tree[second].Upos != Upos.PROPN) return;
        if (Tree[first].Xpos == "VBN" && second == first + 1) Set(first, second, "amod");   // "The banned Front claimed"
        if (Tree[first].Upos != Upos.NOUN) return;
        var (end, start) = (Tree.Yield(first).End, Tree.Yield(second).Start);
        for (var w = first + 1; w < start; w++)
            if (Tree[w].Upos == Upos.VERB && (!Tree.Dominates(first, w) || Tree[w].Head == first && Tree.Is(w, "nmod"))) return;   // "a strike hit two trucks, X said"
        if (end == start || start - end <= 4 && end < start && Tree[end].Form == "(" && Tree[start - 1].Form == ")") Set(first, second, "nmod:desc");
    }

    // "urged allies to supply": the infinitive may hang on those asked.
    private bool AsksOf(int verb)
    {
        if (!Codebook.Modes.TryGetValue(Lemma(verb), out var mode) || !mode.Voices) return false;
        foreach (var child in Tree.Children(verb))
        {
            if (Tree.Child(child, "mark") is >= 0 and var mark && Lemma(mark) == "to") return true;
            foreach (var below in Tree.Children(child))
                if (Tree.Is(child, "obj") && Tree.Child(below, "mark") is >= 0 and var to && Lemma(to) == "to") return true;
        }
        return false;
    }

    // "Kigali denies arming them": what is denied, and no circumstance of it.
    private void Gerund(int i)
    {
        if (Lemma(i) is not ("deny" or "admit" or "acknowledge" or "confess") || Tree[i].Upos != Upos.VERB) return;
        if (i + 1 < Tree.Count && Tree[i + 1].Xpos == "VBG" && Tree[i + 1].Head == i && Tree.Is(i + 1, "advcl")) Set(i + 1, i, "xcomp");
        if (Tree.Child(i, "nsubj") < 0 && i > 0 && Tree.Is(i - 1, "compound") && Tree[i - 1].Head == i && Tree[i - 1].Upos == Upos.PROPN) Set(i - 1, i, "nsubj");
    }

    private void Series(int i)
    {
        if (Tree[i].Relation != "conj" || Tree[i].Head is not (>= 0 and var head) || Tree.Child(i, "nsubj") >= 0 || i < head) return;
        // "The town is lost, the mayor said, but will be retaken": after the aside the sentence goes on.
        if (Tree.Is(head, "parataxis") && Says(head) && !Says(i) && Tree[head].Head is >= 0 and var said && said < head && head + 1 < Tree.Count && (Tree[head + 1].Form == "," || Tree[head + 1].Upos == Upos.PROPN)) Set(i, said, "conj");
        // "denied that they held the town and said that …": the same one speaks on.
        else if (Tree[i].Upos == Upos.VERB && Tense(i) is "VBD" or "VBZ" && Says(i) && Tree.Is(head, "ccomp") && Tree[head].Head is >= 0 and var speaks && speaks < head && Says(speaks) && (Tree[speaks].Xpos == Tense(i) || Tree[speaks].Xpos == "VBN" && Tree[i].Xpos == "VBD" && Tree.Child(head, "aux") >= 0)
            && (Tree[i].Xpos == "VB" && Codebook.InList("says_noun", Lemma(i)) && Tree.Child(i, "obj") > i || Tree.Child(i, "ccomp") >= 0 || Tree.Child(i, "xcomp") >= 0 || AsksOf(i) || Codebook.InList("accusing", Lemma(i)))) Set(i, speaks, "conj");
    }

    // The tense of the verb, or of the "do" that denies it: "but does not confirm the loss".
    private string Tense(int verb)
    {
        if (Tree[verb].Xpos != "VB") return Tree[verb].Xpos;
        foreach (var child in Tree.Children(verb))
            if (Tree.Is(child, "aux") && Lemma(child) == "do") return Tree[child].Xpos;
        return "";
    }

    // He told them to "go home" and threatened worse: what stands outside the marks goes on from what stood before them.
    private void OutOfQuotation(int i)
    {
        if (Tree[i].Relation != "conj" || Tree[i].Upos != Upos.VERB || Tree[i].Head is not (>= 0 and var head) || head > i || Tree.Child(i, "nsubj") >= 0 || Quotation(head) is not (> 0 and var open) || Quotation(i) == open) return;
        var above = head;
        while (above >= 0 && above >= open) above = Tree[above].Head;
        if (above >= 0 && Tree[above].Upos == Upos.VERB) Set(i, above, "conj");
    }

    // Where the quotation opens that the word stands in; -1 for none.
    private int Quotation(int word)
    {
        var open = -1;
        for (var i = 0; i < word; i++)
            if (Tree[i].Form is "“" or "«" or "„" || Tree[i].Form == "\"" && open < 0) open = i;
            else if (Tree[i].Form is "”" or "»" or "\"") open = -1;
        return open;
    }
}
