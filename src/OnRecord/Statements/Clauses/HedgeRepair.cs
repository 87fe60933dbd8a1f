using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Gives a verb back the object that the parser took for an oblique since a hedge before its number looks like a preposition: "killed at least 12 people", "freed up to 40", "destroyed no fewer than six tanks".</summary>
internal sealed class HedgeRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal) { "around", "about", "over", "under", "nearly", "almost", "roughly", "approximately", "some" };

    // Of these what follows says how far or how long.
    private static readonly HashSet<string> Measured = new(StringComparer.Ordinal)
    {
        "rise", "fall", "drop", "climb", "increase", "decrease", "grow", "last", "advance", "move", "travel", "stand", "wait", "continue", "remain", "retreat", "go", "come", "arrive", "run", "be", "live", "lie", "die",
    };

    private static readonly HashSet<string> States = new(StringComparer.Ordinal) { "dead", "wounded", "injured", "hurt", "homeless", "displaced", "missing", "stranded", "trapped", "unaccounted" };

    /// <summary>The words with such objects put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i + 1 < Tree.Count; i++)
        {
            if (Length(i) is > 0 and var length) Object(i, i + length);
            More(i);
            Dead(i);
        }
        return Mended;
    }

    // How many words the hedge that begins here has; 0 where none does.
    private int Length(int i)
    {
        string Word(int at) => at < Tree.Count ? Tree[at].Form.ToLowerInvariant() : "";
        var (first, second, third) = (Word(i), Word(i + 1), Word(i + 2));
        if (first == "at" && second is "least" or "most" || first is "up" or "close" && second == "to") return 2;
        if (first == "as" && second is "many" or "few" && third == "as") return 3;
        if (first is "no" or "not" && second is "fewer" or "less" or "more" && third == "than") return 3;
        if (first is "fewer" or "less" or "more" && second == "than") return 2;
        return Around.Contains(first) ? 1 : 0;
    }

    private void Object(int start, int number)
    {
        if (number < Tree.Count && Lemma(number) is "a" or "another") number++;
        if (number >= Tree.Count || !IsNumber(number) || start == 0) return;
        var noun = Tree[number].Relation == "nummod" && Tree[number].Head > number ? Tree[number].Head : number;
        if (!Tree.Is(noun, "obl") || Tree[noun].Head is not (>= 0 and var verb) || verb >= start || Tree[verb].Upos != Upos.VERB || Measured.Contains(Lemma(verb)) || IsMeasure(noun)) return;
        foreach (var child in Tree.Children(noun))
            if (Tree.Is(child, "case") && child < start) return;   // "in at least 12 districts"
        foreach (var child in Tree.Children(verb))
            if (Tree.Is(child, "aux:pass") && IsToBe(child) || (Tree.Is(child, "obj") || Tree.Is(child, "iobj")) && !(child >= start && child < number)) return;
        for (var i = verb + 1; i < start; i++)
            if (Tree[i].Upos is not (Upos.ADV or Upos.PUNCT or Upos.PART) && !Tree.Is(i, "compound:prt")) return;

        var state = Tree[noun].Upos == Upos.ADJ && States.Contains(Lemma(noun)) && noun != number;
        Words[noun] = Words[noun] with { Relation = state ? "xcomp" : "obj" };
        Words[number] = Words[number] with { Head = state ? verb : Tree[number].Head, Relation = state ? "obj" : Words[number].Relation };
        for (var i = start; i < number; i++)
            if (Tree[i].Relation != "det") Words[i] = Words[i] with { Upos = Upos.ADV, Head = number, Relation = "advmod" };
        foreach (var child in Tree.Children(verb))
        {
            if (child < verb && Tree.Is(child, "aux:pass") && !IsToBe(child)) Words[child] = Words[child] with { Upos = Upos.NOUN, Relation = "nsubj" };   // "Shelling killed …"
            else if (child < verb && Tree.Is(child, "nsubj") && Tree[child].Relation != "nsubj") Words[child] = Words[child] with { Relation = "nsubj" };
            else if (child > noun && Tree.Is(child, "advcl") && Codebook.InList("granting", Lemma(verb)) && Tree.Child(child, "mark") is >= 0 and var to && Lemma(to) == "to") Words[child] = Words[child] with { Relation = "xcomp" };
        }
    }

    // "30 were killed and 20 more wounded": they were.
    private void More(int number)
    {
        if (Tree[number].Upos != Upos.NUM || number + 2 >= Tree.Count || Lemma(number + 1) is not ("more" or "other" or "others")) return;
        var (more, state) = (number + 1, number + 2);
        if (Tree[more].Head != state || !Tree.Is(more, "advmod") && !Tree.Is(more, "amod") || !Tree.Is(state, "conj") || Tree[state].Xpos != "VBN" && !States.Contains(Lemma(state))) return;
        Tag(state, "VBN");
        Words[more] = Words[more] with { Upos = Upos.ADJ, Relation = "nsubj:pass" };
        if (Tree[number].Head != more) Words[number] = Words[number] with { Head = more, Relation = "nummod" };
    }

    // "shot dead three protesters": that is how they were left, and no dead protesters were shot.
    private void Dead(int state)
    {
        if (Lemma(state) != "dead" || !Tree.Is(state, "amod") || state == 0 || Tree[state - 1].Upos != Upos.VERB || Tree[state].Head is not (>= 0 and var noun) || Tree[noun].Head != state - 1 || !Tree.Is(noun, "obj") && !Tree.Is(noun, "nsubj:pass")) return;
        Words[state] = Words[state] with { Head = state - 1, Relation = "xcomp" };
    }

    private bool IsNumber(int word) => Tree[word].Upos == Upos.NUM || Lemma(word) is "dozen" or "hundred" or "thousand" or "score" or "million" or "half" || Codebook.InList("part", Lemma(word)) && Tree[word].Xpos == "NNS";

    private bool IsToBe(int word) => Lemma(word) is "be" or "get";

    private bool IsMeasure(int noun) =>
        Lemma(noun) is "km" or "kilometre" or "kilometer" or "mile" or "metre" or "meter" or "yard" or "foot" or "percent" or "%" or "per" or "point" or "time" or "second" or "minute" or "hour" or "day" or "night" or "week" or "month" or "year" or "decade";
}
