using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Triggers;

/// <summary>Lets the weapon that a clause names decide between attack, shelling, airstrike and bombing, wherever it stands: "hit the depot with drones", "the assault consisted of mortar rounds", "twin suicide attacks".</summary>
internal static class Means
{
    private const int Far = 16;

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "attack", "assault", "assail", "hit", "strike", "target", "ram", "slam", "pound", "batter", "onslaught" };
    private static readonly HashSet<string> Uses = new(StringComparer.Ordinal) { "use", "employ", "involve", "utilise", "utilize", "deploy" };
    private static readonly HashSet<string> Consists = new(StringComparer.Ordinal) { "consist", "comprise", "involve", "include" };
    private static readonly HashSet<string> Does = new(StringComparer.Ordinal) { "carry", "launch", "conduct", "stage", "execute", "perpetrate", "mount", "make", "begin", "start", "open", "renew", "resume", "continue" };

    /// <summary>The type by the weapon of its clause, and the word that names the weapon; null where the clause names none, or the trigger says its means itself.</summary>
    public static (string Type, int Weapon)? Of(Scene scene, Candidate candidate)
    {
        var (tree, word, codebook) = (scene.Trees[candidate.Sentence], candidate.Word, scene.Codebook);
        if (candidate.Type.Name is not ("attack" or "shelling" or "airstrike" or "bombing") || !Plain.Contains(Lemma(tree, word))) return null;
        foreach (var child in tree.Children(word))
            if (child < word && tree[child].Relation is "compound" or "amod")
            {
                if (Lemma(tree, child) is "suicide" or "kamikaze" && tree[word].Upos == Upos.NOUN) return ("bombing", child);
                if (Lemma(tree, child) is "air" or "aerial" || Named(codebook, Lemma(tree, child))) return null;   // "drone strikes", "knife attacks", whatever else the clause names
            }
        if (candidate.Clause.Subject is >= 0 and var doer && IsBomber(tree, doer)) return ("bombing", doer);
        if (Lemma(tree, word) is "ram" or "slam" && candidate.Clause.Object is >= 0 and var rammed && Weapon(codebook, tree, rammed) is "bombing") return ("bombing", rammed);
        if (tree[word].Relation is "advcl" or "xcomp" && tree[word].Head is >= 0 and var user && Uses.Contains(Lemma(tree, user)) && tree.Child(user, "obj") is >= 0 and var used && Weapon(codebook, tree, used) is { } by) return (by, used);   // "used drones to attack"
        return After(codebook, tree, word);
    }

    private static (string, int)? After(Codebook codebook, Tree tree, int word)
    {
        var end = Math.Min(tree.Count, word + 1 + Far);
        for (var i = word + 1; i < end; i++)
        {
            if (tree[i].Form is ";" or ":" || tree[i].Upos == Upos.VERB && Ends(tree, word, i)) return null;
            if (tree[i].Upos is not (Upos.NOUN or Upos.PROPN) || tree[i].Relation is "compound" or "flat" || !IsBroughtIn(tree, word, i)) continue;
            if (Weapon(codebook, tree, i) is { } type) return (type, i);
            if (codebook.InList("means_gun", Lemma(tree, i))) return null;   // the first weapon decides: "with rifles and grenades"
        }
        return null;
    }

    // A verb with a story of its own; not a participle that describes, nor one that says no more than that the act was done.
    private static bool Ends(Tree tree, int word, int verb)
    {
        if (Uses.Contains(Lemma(tree, verb)) || Consists.Contains(Lemma(tree, verb)) || Does.Contains(Lemma(tree, verb))) return tree.Child(verb, "nsubj") is >= 0 and var own && own != word && own < verb && tree.Is(verb, "conj");
        return tree[verb].Relation is not ("acl" or "amod") && !(tree.Is(verb, "advcl") && tree.Child(verb, "mark") is >= 0 and var mark && Lemma(tree, mark) == "with");
    }

    private static bool IsBroughtIn(Tree tree, int word, int weapon)
    {
        var head = tree[weapon].Head;
        if (head < 0) return false;
        var lemma = Lemma(tree, head);
        if (Consists.Contains(lemma) && head > word && tree.Child(head, "nsubj") == word && (tree.Is(weapon, "obj") || tree.Is(weapon, "obl"))) return true;
        if (Uses.Contains(lemma) && head > word && (tree.Is(weapon, "obj") || tree.Is(weapon, "nsubj:pass"))) return IsOwn(tree, word, tree[head].Head) && tree[head].Relation is "acl" or "advcl" or "acl:relcl";
        if (tree.Is(weapon, "nsubj") && tree.Is(head, "advcl")) return tree.Child(head, "mark") is >= 0 and var mark && Lemma(tree, mark) == "with" && IsOwn(tree, word, tree[head].Head);   // "with three rockets fired"
        return ClauseReader.Preposition(tree, weapon) switch
        {
            "with" or "using" or "via" => IsOwn(tree, word, head),
            "by" => head == word || Does.Contains(lemma) && IsOwn(tree, word, head),
            "of" => Lemma(tree, head) is "mean" or "use" or "help" && IsOwn(tree, word, tree[head].Head),   // "by means of"
            _ => false,
        };
    }

    // Part of the act: it hangs on the word or below it, or on the verb that says that the act was done.
    private static bool IsOwn(Tree tree, int word, int head)
    {
        if (head < 0) return false;
        if (head == word || head > word && tree.Dominates(word, head)) return true;
        return tree[word].Head == head && Does.Contains(Lemma(tree, head)) && (tree.Is(word, "obj") || tree.Is(word, "nsubj"));
    }

    private static string? Weapon(Codebook codebook, Tree tree, int word)
    {
        var lemma = Lemma(tree, word);
        if (codebook.InList("means_air", lemma)) return "airstrike";
        if (codebook.InList("means_fire", lemma)) return IsFromAir(codebook, tree, word) ? "airstrike" : "shelling";
        if (codebook.InList("means_bomb", lemma)) return lemma == "device" && !Beside(tree, word, "explosive") || Beside(tree, word, "rocket-propelled") ? null : IsBefore(codebook, tree, word, "bomb_from_air") || IsFromAir(codebook, tree, word) ? "airstrike" : "bombing";
        if (lemma is "fire" or "shell" or "round" or "barrage" or "salvo") return IsBefore(codebook, tree, word, "means_fire") ? "shelling" : null;
        if (codebook.InList("means_vehicle", lemma) && IsLaden(tree, word)) return "bombing";
        return null;
    }

    // "rockets fired from helicopters", "bombs dropped by aircraft".
    private static bool IsFromAir(Codebook codebook, Tree tree, int munition)
    {
        for (var i = munition + 1; i < Math.Min(tree.Count, munition + 7); i++)
            if (tree[i].Upos == Upos.NOUN && codebook.InList("means_air", Lemma(tree, i)) && tree[i].Head is >= 0 and var verb && (tree[verb].Head == munition || tree[munition].Head == verb || verb == munition) && Lemma(tree, verb) is "fire" or "launch" or "drop" or "shoot" or "release" && ClauseReader.Preposition(tree, i) is "from" or "by") return true;
        return false;
    }

    // "a car packed with explosives", "an explosive-laden truck".
    private static bool IsLaden(Tree tree, int vehicle)
    {
        for (var i = Math.Max(0, vehicle - 3); i < Math.Min(tree.Count, vehicle + 6); i++)
            if (Lemma(tree, i) is "explosive" or "bomb" or "dynamite" && i > vehicle || tree[i].Form.Contains("-laden", StringComparison.OrdinalIgnoreCase) || tree[i].Form.Equals("booby-trapped", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool Named(Codebook codebook, string lemma) => codebook.InList("means_air", lemma) || codebook.InList("means_fire", lemma) || codebook.InList("means_bomb", lemma) || codebook.InList("means_gun", lemma);

    private static bool IsBomber(Tree tree, int word) => Lemma(tree, word) == "bomber" && Beside(tree, word, "suicide");

    private static bool Beside(Tree tree, int word, string lemma)
    {
        foreach (var child in tree.Children(word))
            if (child < word && Lemma(tree, child) == lemma) return true;
        return false;
    }

    private static bool IsBefore(Codebook codebook, Tree tree, int word, string list)
    {
        foreach (var child in tree.Children(word))
            if (child < word && codebook.InList(list, Lemma(tree, child))) return true;
        return false;
    }

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();
}
