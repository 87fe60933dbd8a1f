using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Triggers;

/// <summary>Words that name an act without telling it: what only dates something else, names of wars and of groups, fires under control, receptions.</summary>
internal static class Background
{
    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal) { "begin", "start", "erupt", "break", "commence" };
    private static readonly HashSet<string> Wars = new(StringComparer.Ordinal) { "war", "conflict", "insurgency", "rebellion", "occupation" };
    private static readonly HashSet<string> Fires = new(StringComparer.Ordinal) { "fire", "blaze", "flame", "flames", "wildfire", "situation", "outbreak", "inferno" };
    private static readonly HashSet<string> Goes = new(StringComparer.Ordinal) { "continue", "begin", "start", "grow", "intensify", "collapse", "end", "persist", "stiffen", "crumble", "mount", "spread", "erupt", "resume", "last" };

    /// <summary>True where the word tells of nothing.</summary>
    public static bool Is(Tree tree, int word, string lemma) => tree[word].Upos == Upos.NOUN
        ? Dates(tree, word) || Wars.Contains(lemma) && IsLong(tree, word) || lemma == "control" && IsOfFire(tree, word) || lemma == "resistance" && IsGroup(tree, word)
        : lemma == "meet" && IsReceived(tree, word);

    // "since this offensive started".
    private static bool Dates(Tree tree, int noun) =>
        tree.Is(noun, "nsubj") && tree[noun].Head is >= 0 and var verb && Starts.Contains(Lemma(tree, verb)) && tree.Is(verb, "advcl") && tree.Child(verb, "mark") is >= 0 and var mark && Lemma(tree, mark) == "since";

    // "the 13-year-old conflict".
    private static bool IsLong(Tree tree, int noun)
    {
        var (the, lasts) = (false, false);
        foreach (var child in tree.Children(noun))
        {
            if (child > noun) break;
            the |= tree.Is(child, "det") && Lemma(tree, child) is "the" or "this" || tree.Is(child, "nmod:poss");
            lasts |= tree[child].Relation is "amod" or "compound" && tree[child].Form.Contains('-') && (Has(tree, child, "decade") || Has(tree, child, "year") || Has(tree, child, "month"));
        }
        return the && lasts;
    }

    // "brought the fire under control".
    private static bool IsOfFire(Tree tree, int noun)
    {
        if (ClauseReader.Preposition(tree, noun) != "under" || tree.Child(noun, "nmod") >= 0 || tree[noun].Head is not (>= 0 and var verb)) return false;
        foreach (var child in tree.Children(verb))
            if ((tree.Is(child, "obj") || tree.Is(child, "nsubj")) && Fires.Contains(Lemma(tree, child))) return true;
        return Fires.Contains(Lemma(tree, verb));
    }

    // "the resistance fired rockets", "fighters of the resistance".
    private static bool IsGroup(Tree tree, int noun)
    {
        var definite = tree.Child(noun, "det") is >= 0 and var det && Lemma(tree, det) == "the";
        if (!definite || tree[noun].Head is not (>= 0 and var head)) return false;
        return tree.Is(noun, "nsubj") && !tree.Is(noun, "nsubj:pass") && tree[head].Upos == Upos.VERB && !Goes.Contains(Lemma(tree, head))
            || tree.Is(noun, "nmod") && ClauseReader.Preposition(tree, noun) == "of" && tree[head].Upos is Upos.NOUN && Lemma(tree, head) is "fighter" or "member" or "force" or "leader" or "weapon" or "commander" or "faction";
    }

    // "was met by protesters", "was met with gunfire".
    private static bool IsReceived(Tree tree, int verb)
    {
        if (tree.Child(verb, "aux:pass") < 0 || tree.Child(verb, "obj") >= 0) return false;
        foreach (var child in tree.Children(verb))
            if (child > verb && tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) is "by" or "with") return true;
        return false;
    }

    private static bool Has(Tree tree, int word, string part) => tree[word].Form.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();
}
