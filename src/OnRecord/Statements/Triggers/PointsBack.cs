using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Triggers;

/// <summary>Gives "the attack", "this assault", "the strikes" the type of the act that was told just before and that they mean: after a bombing, "the attack" is the bombing.</summary>
internal static class PointsBack
{
    private const int Furthest = 4;

    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "attack", "assault", "strike", "raid", "onslaught", "incident" };
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "shelling", "airstrike", "bombing" };

    // What may stand before such a noun without making it another one.
    private static readonly HashSet<string> Mere = new(StringComparer.Ordinal) { "deadly", "fatal", "latest", "brutal", "devastating", "terrorist", "terror", "heinous", "cowardly", "overnight", "whole", "same", "horrific", "barbaric", "massive", "powerful", "bloody", "entire" };

    /// <summary>The type of the act last told, where the candidate is a general noun that means it; null where it is none, or another's, elsewhere or by other means. <paramref name="told"/>: sentence and type of the attacks told so far, in order.</summary>
    public static string? To(Scene scene, Candidate candidate, IReadOnlyList<(int Sentence, string Type)> told)
    {
        if (candidate.Type.Name != "attack" || told.Count == 0) return null;
        var (sentence, type) = told[^1];
        if (!Kinds.Contains(type) || candidate.Sentence - sentence > Furthest) return null;
        var tree = scene.Trees[candidate.Sentence];
        return Nouns.Contains(Lemma(tree, candidate.Word)) && tree[candidate.Word].Upos == Upos.NOUN && IsMerelyDefinite(tree, candidate.Word) && IsNoOthers(scene, candidate, sentence) ? type : null;
    }

    /// <summary>True for a bare "in the attack", "during the raid", "after the strikes" that only says of another act when it was, right after the attack it means was told.</summary>
    public static bool IsAdjunct(Scene scene, Candidate candidate, IReadOnlyList<(int Sentence, string Type)> told)
    {
        if (candidate.Type.Family != "strike" || told.Count == 0 || candidate.Sentence - told[^1].Sentence > 1) return false;
        var tree = scene.Trees[candidate.Sentence];
        if (tree[candidate.Word].Upos != Upos.NOUN || !tree.Is(candidate.Word, "obl") || tree[tree[candidate.Word].Head].Upos != Upos.VERB) return false;
        if (told[^1].Type != candidate.Type.Name && candidate.Type.Name != "attack" || !IsMerelyDefinite(tree, candidate.Word)) return false;
        if (ClauseReader.Preposition(tree, candidate.Word) is not ("in" or "during" or "after" or "following" or "before" or "from")) return false;
        foreach (var child in tree.Children(candidate.Word))
            if (child > candidate.Word && tree[child].Relation is not "punct") return false;
        return true;
    }

    // "the", "this", "these", with nothing before the noun that tells it from another.
    private static bool IsMerelyDefinite(Tree tree, int noun)
    {
        var definite = false;
        foreach (var child in tree.Children(noun))
        {
            if (child > noun) break;
            if (tree.Is(child, "det")) definite |= Lemma(tree, child) is "the" or "this" or "that" or "these" or "those";
            else if (tree[child].Relation is "amod" or "compound" && !Mere.Contains(Lemma(tree, child)) || tree[child].Relation is "nmod:poss" or "nummod") return false;
        }
        return definite;
    }

    // Neither by somebody nor at a place that were not named with the act told before.
    private static bool IsNoOthers(Scene scene, Candidate candidate, int before)
    {
        var tree = scene.Trees[candidate.Sentence];
        foreach (var child in tree.Children(candidate.Word))
        {
            if (child < candidate.Word) continue;
            if (tree.Is(child, "acl") && !tree.Is(child, "acl:relcl")) return false;   // "the attack launched on Monday"
            if (!tree.Is(child, "nmod") && !tree.Is(child, "obl") || ClauseReader.Preposition(tree, child) is not ("by" or "on" or "in" or "at" or "against" or "near" or "outside" or "from" or "of")) continue;
            if (scene.MentionAt(candidate.Sentence, child) is not { } named || !IsNamedIn(scene, named.Entity, before)) return false;
        }
        return true;
    }

    private static bool IsNamedIn(Scene scene, int entity, int sentence)
    {
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && mention.Entity == entity) return true;
        return false;
    }

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();
}
