using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Gives each state in a toll those who are in it, also where only their number stands: "left 12 people dead and 30 injured", "six were killed and at least 15 wounded", "wounded 15".</summary>
internal sealed class TollRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    private const int Longest = 7;

    private static readonly HashSet<string> States = new(StringComparer.Ordinal) { "dead", "hurt", "homeless", "missing", "wounded", "injured", "killed", "displaced", "stranded", "trapped", "detained", "arrested" };

    // The verb of a state that is a participle.
    private static string? VerbOf(string state) => state switch
    {
        "wounded" => "wound",
        "injured" => "injure",
        "killed" => "kill",
        "displaced" => "displace",
        "stranded" => "strand",
        "trapped" => "trap",
        "detained" => "detain",
        "arrested" => "arrest",
        _ => null,
    };

    /// <summary>The words with such states put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        Bare();
        for (var i = 0; i < Tree.Count; i++)
        {
            if (Lemma(i) == "leave" && Tree[i].Upos == Upos.VERB) Left(i);
            else if (Tree[i].Xpos == "VBN" && States.Contains(Form(i)) && (Tree.Child(i, "aux:pass") >= 0 || Tree.Child(i, "nsubj:pass") >= 0)) Series(i, i + 1);
            Object(i);
            Headline(i);
        }
        return Mended;
    }

    // Those in a state, from the hedge before their number on: where the number stands, the noun (the number itself where there is none), and the state.
    private readonly record struct Group(int Number, int Noun, int State);

    // "At least 30 dead in clashes between herders": a headline without a verb.
    private void Bare()
    {
        if (Tree.Count < 3 || Of(0) is not { } all || all.State + 1 < Tree.Count && Tree[all.State + 1].Upos is not (Upos.ADP or Upos.SCONJ or Upos.PUNCT) || !Tree.Is(all.Noun, "root") && !Tree.Is(all.Number, "root") || Tree[all.State].Head != all.Noun) return;
        var root = Tree.Is(all.Noun, "root") ? all.Noun : all.Number;
        foreach (var child in Tree.Children(root))
            if (child < all.State) continue;
            else if (Tree[child].Upos == Upos.VERB && Tree.Child(child, "nsubj") >= 0) return;
            else if (child > all.State) Hang(child, all.State, Tree.Is(child, "nmod") ? "obl" : Tree[child].Relation);
        Say(all, -1, "root");
    }

    // "Five people killed in a grenade attack": whoever stands before it, where there is nobody behind it.
    private void Headline(int verb)
    {
        if (!Tree.Is(verb, "root") || Tree[verb].Upos != Upos.VERB || VerbOf(Form(verb)) is null || verb + 1 >= Tree.Count || Form(verb + 1) is not ("in" or "by" or "near" or "at" or "after" or "during" or "on" or "as" or "when" or ".")) return;
        if (Tree.Child(verb, "obj") >= 0 || Tree.Child(verb, "aux") >= 0 || Tree.Child(verb, "conj") >= 0 || Tree.Child(verb, "nsubj") is not (>= 0 and var who) || who != verb - 1 || Tree.Is(who, "nsubj:pass")) return;
        Words[verb] = Words[verb] with { Xpos = "VBN" };
        Words[who] = Words[who] with { Relation = "nsubj:pass" };
    }

    private void Left(int verb)
    {
        if (Of(verb + 1) is not { } first || Above(first, verb)) return;
        Say(first, verb, "ccomp");
        Series(verb, first.State + 1);
    }

    // What follows a state: "and 30 injured", ", 30 injured and five missing".
    private void Series(int verb, int start)
    {
        while (start < Tree.Count && Form(start) is "," or "and" or "while")
        {
            var link = start;
            while (start < Tree.Count && Form(start) is "," or "and" or "while") start++;
            if (Of(start) is not { } next || Above(next, verb)) return;
            Say(next, verb, "conj");
            for (var i = link; i < start; i++) Hang(i, next.State, Tree[i].Form == "," ? "punct" : "cc");
            start = next.State + 1;
        }
    }

    // "wounded 15", "killed 12 on Monday": a number alone is whom it was done to.
    private void Object(int number)
    {
        if (Tree[number].Upos != Upos.NUM || number < 2 || Tree.Child(number, "case") >= 0) return;
        if (Tree.Is(number, "conj") && Tree[number].Head < number - 1 && Tree[number - 1].Upos == Upos.VERB && Tree[number - 2].Upos == Upos.CCONJ && !Tree.Dominates(number, number - 1) && (number + 1 == Tree.Count || Tree[number + 1].Upos is Upos.PUNCT or Upos.ADP))   // "killing seven and wounding 30"
        {
            if (Lemma(number - 1) is "kill" or "wound" or "injure" && Tree.Child(number - 1, "obj") < 0 && Tree.Child(number - 1, "aux:pass") < 0) Hang(number, number - 1, "obj");
            return;
        }
        if (!Tree.Is(number, "obl") || Tree[number].Head != number - 1) return;
        if (Lemma(number - 1) is "kill" or "wound" or "injure" or "arrest" or "detain" or "abduct" or "kidnap" or "displace" or "rescue" or "hurt" && Tree.Child(number - 1, "obj") < 0 && Tree.Child(number - 1, "nsubj:pass") < 0) Hang(number, number - 1, "obj");
    }

    private Group? Of(int start)
    {
        var at = start;
        while (at < Tree.Count && at < start + 3 && !IsNumber(at) && (Tree[at].Upos is Upos.ADV or Upos.ADP || Form(at) is "more" or "fewer" or "less" or "than" or "least" or "most" or "another" or "a" or "many" or "as")) at++;
        if (at >= Tree.Count || !IsNumber(at)) return null;
        var (number, noun) = (at, -1);
        for (at++; at < Tree.Count && at <= number + Longest; at++)
        {
            if (States.Contains(Form(at)) && Tree[at].Upos is Upos.ADJ or Upos.VERB or Upos.NOUN && (at + 1 >= Tree.Count || Tree[at + 1].Upos is not (Upos.NOUN or Upos.PROPN))) return new Group(number, noun < 0 ? number : noun, at);
            if (Tree[at].Upos is Upos.NOUN or Upos.PROPN || Form(at) is "others" or "more") noun = at;
            else if (Tree[at].Upos is not (Upos.ADJ or Upos.NUM) && Form(at) is not ("or" or "other" or "of" or "the" or "were" or "was" or "are")) return null;
        }
        return null;
    }

    private void Say(Group group, int verb, string relation)
    {
        var participle = VerbOf(Form(group.State));
        if (participle is not null) Words[group.State] = Words[group.State] with { Upos = Upos.VERB, Xpos = "VBN", Lemma = participle };
        Hang(group.State, verb, relation);
        Hang(group.Noun, group.State, participle is null ? "nsubj" : "nsubj:pass");
        if (group.Noun != group.Number && (Tree[group.Number].Head != group.Noun || Tree[group.Number].Relation == "conj")) Hang(group.Number, group.Noun, "nummod");
        for (var i = group.Noun + 1; i < group.State; i++)
            if (Form(i) is "were" or "was" or "are") Hang(i, group.State, participle is null ? "cop" : "aux:pass");
    }

    // Where the verb itself hangs on one of them the tree is another than it looks.
    private bool Above(Group group, int verb) => Tree.Dominates(group.State, verb) || Tree.Dominates(group.Noun, verb) || Tree.Dominates(group.Number, verb);

    // Heads may turn round within a group: all its words come to hang on its noun or its state, and those on the verb, which is not below them.
    private void Hang(int word, int head, string relation) => Words[word] = Words[word] with { Head = head, Relation = relation };

    private string Form(int word) => Tree[word].Form.ToLowerInvariant();

    private bool IsNumber(int word) => Tree[word].Upos == Upos.NUM || Form(word) is "dozens" or "hundreds" or "thousands" or "scores" or "several" or "one";
}
