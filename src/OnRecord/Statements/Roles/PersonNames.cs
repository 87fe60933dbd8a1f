using OnRecord.Language.Parses;

namespace OnRecord.Statements.Roles;

/// <summary>Takes a name apart from the office before it: "army spokesman Colonel X Y" is X Y, army spokesman. For names that the language core did not mark.</summary>
internal static class PersonNames
{
    private const int LongestName = 5;

    /// <summary>Name and role of the person that the noun phrase of <paramref name="head"/> names; null where it names none.</summary>
    public static (string Name, string? Role, int Start, int End)? Split(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        var (start, end) = (head, head + 1);
        foreach (var child in tree.Children(head))
            if (child < head ? tree[child].Relation is "compound" or "amod" or "nmod:desc" or "nmod:poss" or "flat" or "nummod" : tree[child].Relation is "flat" or "appos" && child == end || tree.Is(child, "nmod") && tree.Yield(child).Start == end)
            {
                start = Math.Min(start, tree.Yield(child).Start);
                end = Math.Max(end, tree.Yield(child).End);
            }
        while (end > start && tree[end - 1].Upos == Upos.PUNCT) end--;

        var first = end;
        while (first > start && tree[first - 1].Upos == Upos.PROPN && !IsTitle(scene, tree[first - 1].Form)) first--;
        if (first == end || end - first > LongestName || first == start || end - first < 2) return null;
        for (var i = first; i < end; i++)
            if (scene.EntityAt(sentence, i) is { } known && i != head && known.Kind is not Language.Mentions.EntityKind.Person) return null;
        var role = first;
        while (role > start && IsTitle(scene, tree[role - 1].Form) && tree[role - 1].Upos == Upos.PROPN && role - 1 > start) role--;   // a rank between office and name
        if (tree[role - 1].Upos is not (Upos.NOUN or Upos.PROPN) || !(IsTitle(scene, tree[role - 1].Form) || scene.IsOf(sentence, role - 1, ["person"]))) return null;
        while (start < role && tree[start].Upos is Upos.DET or Upos.ADP or Upos.PUNCT) start++;
        var name = scene.SpanOf(sentence, first, end).Of(scene.Article.Text);
        var office = start < role ? scene.SpanOf(sentence, start, role).Of(scene.Article.Text) : null;
        return (name, office, first, end);
    }

    private static bool IsTitle(Scene scene, string word) => scene.Actors?.Title(word) is not null;
}
