using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>Tells orders to one's own people, and decisions that are called orders, from what is asked of others.</summary>
internal static class Orders
{
    /// <summary>True where the verb orders one's own people, or an act alone ("ordered the closure of the crossing"): a plan, no word against others. What stands in quotation marks is a word all the same.</summary>
    public static bool ToOwn(Scene scene, int sentence, int verb, string lemma, Clause clause)
    {
        var tree = scene.Trees[sentence];
        if (lemma is not ("order" or "direct" or "instruct" or "command") || clause.Object is not (>= 0 and var ordered) || InMarks(tree, verb)) return false;
        return IsOwnForce(scene, sentence, tree, ordered) || tree.Is(ordered, "obj") && IsAct(scene, tree, ordered) && !Asks(tree, verb) && !Asks(tree, ordered) && !Judges(tree, clause.Subject);
    }

    private static bool IsAct(Scene scene, Tree tree, int word) =>
        tree[word].Upos == Upos.NOUN && (scene.Codebook.Classes.TryGetValue(Lemma(tree, word), out var classes) && classes.Contains("act") || !scene.Codebook.TriggersOf(Lemma(tree, word), TriggerForm.Noun).IsEmpty);

    private static bool Asks(Tree tree, int word)
    {
        foreach (var child in tree.Children(word))
            if (child > word && tree.Child(child, "mark") is >= 0 and var mark && Lemma(tree, mark) == "to") return true;
        return false;
    }

    // What a court orders is asked of others.
    private static bool Judges(Tree tree, int subject) => subject >= 0 && Lemma(tree, subject) is "court" or "tribunal" or "judge" or "council";

    private static bool InMarks(Tree tree, int verb)
    {
        var (start, end) = tree.Yield(verb);
        for (var i = Math.Max(start, verb) + 1; i < end; i++)
            if (tree[i].Form is "\"" or "“" or "«") return true;
        return false;
    }

    // Forces and staff named without saying whose: those of whoever gives the order.
    private static bool IsOwnForce(Scene scene, int sentence, Tree tree, int word)
    {
        if (Lemma(tree, word) is not ("troop" or "soldier" or "force" or "division" or "brigade" or "battalion" or "reinforcement" or "unit" or "marine" or "warship" or "jet" or "commando" or "paratrooper" or "reservist" or "army" or "military" or "staff" or "personnel")) return false;
        foreach (var child in tree.Children(word))
            if (tree.Is(child, "amod") && char.IsUpper(tree[child].Form[0]) || tree.Is(child, "compound") && scene.EntityAt(sentence, child) is not null) return false;
        return true;
    }

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();
}
