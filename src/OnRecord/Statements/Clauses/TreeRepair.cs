using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Mends kinds of fault that parsers make in news: stage by stage, and then a series broken off from what was said, and a request or an accusation hung on those whom it is made to.</summary>
internal static class TreeRepair
{
    // Each sees what those before it mended.
    private static readonly Func<Tree, Codebook, Mending>[] Stages =
    [
        (tree, codebook) => new WordRepair(tree, codebook),
        (tree, codebook) => new PresentRepair(tree, codebook),
        (tree, codebook) => new VerbRepair(tree, codebook),
        (tree, codebook) => new LostVerbRepair(tree, codebook),
        (tree, codebook) => new ClauseVerbRepair(tree, codebook),
        (tree, codebook) => new AskedRepair(tree, codebook),
        (tree, codebook) => new PredicateRepair(tree, codebook),
        (tree, codebook) => new SpanRepair(tree, codebook),
        (tree, codebook) => new ModifierRepair(tree, codebook),
        (tree, codebook) => new HedgeRepair(tree, codebook),
        (tree, codebook) => new TollRepair(tree, codebook),
        (tree, codebook) => new JoinRepair(tree, codebook),
        (tree, codebook) => new SeriesRepair(tree, codebook),
        (tree, codebook) => new SpeechRepair(tree, codebook),
        (tree, codebook) => new ContentRepair(tree, codebook),
        (tree, codebook) => new SubjectRepair(tree, codebook),
    ];

    /// <summary>The parse with such words moved; the parse itself where there are none.</summary>
    public static Parse Mend(Parse parse, Codebook codebook)
    {
        var tree = new Tree(parse);
        foreach (var stage in Stages)
            if (stage(tree, codebook).Mend() is { } mended) tree = new Tree(parse = parse with { Words = [.. mended] });
        Word[]? words = null;
        for (var i = 0; i < tree.Count; i++)   // "a man said that fighters entered the town, freed prisoners and left"
        {
            var head = tree[i].Head;
            if (head < 0 || tree[i].Relation != "conj" || tree[i].Upos != Upos.VERB || !codebook.Reporting.ContainsKey(tree[head].Lemma.ToLowerInvariant())) continue;
            if (codebook.Reporting.ContainsKey(tree[i].Lemma.ToLowerInvariant()) || tree.Child(i, "nsubj") >= 0 || tree.Child(i, "ccomp") >= 0) continue;
            var said = tree.Child(head, "ccomp");
            if (said <= head || said >= i || tree.Child(said, "nsubj") < 0 || tree[said].Xpos == "VB" && tree[i].Xpos is "VBD" or "VBN") continue;   // nor "would not leave and urged"
            words ??= [.. parse.Words];
            words[i] = words[i] with { Head = said };
        }
        for (var verb = 0; verb < tree.Count; verb++)   // "fighters took the town, an official said": the first subject is not the one who says
        {
            if (!codebook.Reporting.ContainsKey(tree[verb].Lemma.ToLowerInvariant())) continue;
            var subjects = tree.Children(verb).ToArray().Where(c => tree.Is(c, "nsubj")).ToList();
            if (subjects.Count != 2 || Said(tree, verb, subjects[0]) is not (>= 0 and var said) || tree.Child(said, "nsubj") >= 0 || subjects[0] > said || subjects[1] < said) continue;
            words ??= [.. parse.Words];
            words[subjects[0]] = words[subjects[0]] with { Head = said };
            if (!tree.Is(said, "ccomp")) words[said] = words[said] with { Head = verb, Relation = "ccomp" };
        }
        for (var i = 0; i < tree.Count; i++)   // "accused the army of shelling the town", "of having shelled it", "of raids"
        {
            var noun = tree[i].Head;
            if (noun >= 0 && tree.Is(noun, "fixed")) noun = tree[noun].Head;   // "each other"
            if (noun < 0 || noun > i || !tree.Is(noun, "obj") || !codebook.InList("accusing", tree[tree[noun].Head].Lemma.ToLowerInvariant())) continue;
            if (tree[i].Relation is "acl" or "advcl" ? !IsDone(tree, i) : !IsRaid(tree, codebook, noun, i)) continue;
            words ??= [.. parse.Words];
            words[i] = words[i] with { Head = tree[noun].Head, Relation = tree[i].Upos == Upos.NOUN ? "obl" : "advcl" };
        }
        for (var i = 0; i < tree.Count; i++)   // "urged both sides to stop", "forced women to marry": what is asked for is no property of those asked
        {
            var noun = tree[i].Head;
            if (noun < 0 || tree[i].Relation != "acl" || tree[i].Upos != Upos.VERB || !IsInfinitive(tree, i) || tree[noun].Head is not (>= 0 and var verb)) continue;
            if (!tree.Is(noun, "obj") && !(tree.Is(noun, "obl") && ClauseReader.Preposition(tree, noun) is "to" or "on" or "upon" && tree[verb].Lemma.ToLowerInvariant() is "appeal" or "call" or "plead" or "prevail")) continue;
            var asks = codebook.Modes.TryGetValue(tree[verb].Lemma.ToLowerInvariant(), out var mode) && mode.Voices || tree[verb].Lemma.ToLowerInvariant() is "force" or "compel" or "coerce" or "oblige";
            if (!asks || !codebook.Classes.TryGetValue(tree[noun].Lemma.ToLowerInvariant(), out var classes)) continue;
            if (!classes.Contains("person") && !classes.Contains("force") && !classes.Contains("office")) continue;
            words ??= [.. parse.Words];
            words[i] = words[i] with { Head = verb, Relation = "xcomp" };
        }
        for (var i = 1; i < tree.Count; i++)   // "were attacked by advancing rebel forces": they advance, and attack
        {
            var (verb, noun) = (tree[i].Head, tree.Child(i, "obj"));
            if (verb < 0 || verb >= i || noun <= i || tree[i].Xpos != "VBG" || tree[verb].Xpos != "VBN" || !tree[i - 1].Lemma.Equals("by", StringComparison.OrdinalIgnoreCase) || tree[i - 1].Head != i) continue;
            if (!codebook.Classes.TryGetValue(tree[noun].Lemma.ToLowerInvariant(), out var classes) || !classes.Contains("force") && !classes.Contains("person") || !OnlyModifiers(tree, i + 1, noun)) continue;
            words ??= [.. parse.Words];
            words[noun] = words[noun] with { Head = verb, Relation = "obl:agent" };
            words[i] = words[i] with { Head = noun, Relation = "amod" };
            words[i - 1] = words[i - 1] with { Head = noun, Relation = "case" };
        }
        return words is null ? parse : parse with { Words = [.. words] };
    }

    // The clause that is said, also where the parser took its verb for a circumstance: "a strike hit two trucks, a general said".
    private static int Said(Tree tree, int verb, int subject)
    {
        if (tree.Child(verb, "ccomp") is >= 0 and var said) return said;
        foreach (var head in (ReadOnlySpan<int>)[verb, subject])
            foreach (var child in tree.Children(head))
                if (child > subject && child < verb && tree[child] is { Upos: Upos.VERB, Xpos: "VBD" or "VBZ" or "VBP", Relation: "obl" or "nmod" or "dep" or "obl:unmarked" } && tree.Child(child, "mark") < 0 && tree.Child(child, "case") < 0) return child;
        return -1;
    }

    // "of shelling", "for having shelled".
    private static bool IsDone(Tree tree, int verb) =>
        (tree[verb].Xpos == "VBG" || tree.Child(verb, "aux") is >= 0 and var aux && tree[aux].Form.Equals("having", StringComparison.OrdinalIgnoreCase)) && tree.Child(verb, "mark") is >= 0 and var of && tree[of].Lemma is "of" or "for";

    // "accused the army of raids": what it is accused of, and nothing that is the army's.
    private static bool IsRaid(Tree tree, Codebook codebook, int noun, int word) =>
        tree.Is(word, "nmod") && tree[word].Head == noun && tree[word].Upos == Upos.NOUN && tree[tree[noun].Head].Lemma.Equals("accuse", StringComparison.OrdinalIgnoreCase) && ClauseReader.Preposition(tree, word) == "of"
        && !codebook.TriggersOf(tree[word].Lemma.ToLowerInvariant(), TriggerForm.Noun).IsEmpty;

    private static bool OnlyModifiers(Tree tree, int start, int noun)
    {
        for (var i = start; i < noun; i++)
            if (tree[i].Head != noun || !tree.Is(i, "amod") && !tree.Is(i, "compound")) return false;
        return true;
    }

    private static bool IsInfinitive(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "mark") && tree[child].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
