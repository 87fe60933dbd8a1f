using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Reads the office that a report gives with a person's name.</summary>
internal static class PersonRoles
{
    public static void Read(Scene scene, Tree tree, Draft person)
    {
        TakeTitleOff(scene, tree, person);
        var role = Before(scene, tree, person) ?? Governing(scene, tree, person) ?? Apposed(scene, tree, person);
        if (role is null) return;
        person.Role = role;
        person.RoleMatch = scene.Actors.Identify(role);
    }

    // The parser may take "Gen" or "President" into the name.
    private static void TakeTitleOff(Scene scene, Tree tree, Draft person)
    {
        var taken = 0;
        while (person.Start + taken + 1 < person.End && taken < 4 && scene.Actors.Title(tree[person.Start + taken].Form) is not null) taken++;
        if (taken == 0) return;
        var office = scene.Text(person.Sentence, person.Start, person.Start + taken);
        person.Start += taken;
        person.Name = scene.Text(person.Sentence, person.Start, person.End);
        if (scene.Actors.Title(office) is { Courtesy: false }) (person.Role, person.RoleMatch) = (office, scene.Actors.Identify(office));
    }

    // "US State Department spokesperson" + name: everything to the left that belongs to the name's phrase.
    private static string? Before(Scene scene, Tree tree, Draft person)
    {
        var end = person.Start - (person.Role is null ? 0 : 0);
        var top = person.Head;
        var start = end;
        while (start > 0 && Belongs(tree, top, start - 1) && tree[start - 1].Form is not ("," or ";" or ":" or "(" or ")" or "and" or "or")) start--;
        while (start < end && tree[start].Upos is Upos.DET or Upos.PUNCT or Upos.NUM or Upos.ADP or Upos.PRON or Upos.ADV or Upos.CCONJ) start++;
        if (start >= end || scene.Actors.Title(tree[end - 1].Form) is not { } title) return Rank(scene, tree, person);
        if (title.Courtesy) return null;
        return scene.Text(person.Sentence, start, end);
    }

    private static string? Rank(Scene scene, Tree tree, Draft person) =>
        person.Start > 0 && scene.Actors.Title(tree[person.Start - 1].Form) is { Courtesy: false } && char.IsUpper(tree[person.Start - 1].Form[0])
            ? tree[person.Start - 1].Form : person.Role;

    private static bool Belongs(Tree tree, int top, int index)
    {
        for (var steps = 0; index >= 0 && index != top && steps < tree.Count; steps++)
        {
            if (tree[index].Head == top && !(tree.Is(index, "compound") || tree.Is(index, "amod") || tree.Is(index, "nmod") || tree.Is(index, "flat") || tree.Is(index, "det")
                || tree.Is(index, "nummod") || tree.Is(index, "appos") || tree.Is(index, "dep") || tree.Is(index, "punct"))) return false;
            index = tree[index].Head;
        }
        return index == top;
    }

    // "the spokesman, X" and "spokesman X" where the office heads the phrase.
    private static string? Governing(Scene scene, Tree tree, Draft person)
    {
        var parent = tree[person.Head].Head;
        if (parent < 0 || parent >= person.Start || !(tree.Is(person.Head, "appos") || tree.Is(person.Head, "flat") || tree.Is(person.Head, "compound")
            || tree.Is(person.Head, "nmod") && tree[person.Head].Relation == "nmod:desc" || tree.Is(person.Head, "dep"))) return null;
        if (!IsOffice(scene, tree, parent)) return null;
        var (start, end) = NounPhrase.Core(tree, parent);
        end = Math.Min(end, person.Start);
        while (end > start && tree[end - 1].Upos == Upos.PUNCT) end--;
        if (end <= start) return null;
        person.Head = parent;
        return scene.Text(person.Sentence, start, end);
    }

    // "X, the spokesman of Y".
    private static string? Apposed(Scene scene, Tree tree, Draft person)
    {
        foreach (var child in tree.Children(person.Head))
        {
            if (child < person.End || !tree.Is(child, "appos")) continue;
            if (!IsOffice(scene, tree, child)) continue;
            var (start, end) = NounPhrase.Core(tree, child);
            return scene.Text(person.Sentence, start, end);
        }
        return null;
    }

    private static bool IsOffice(Scene scene, Tree tree, int head)
    {
        if (scene.Actors.Title(tree[head].Form) is { Courtesy: false }) return true;
        var (start, end) = NounPhrase.Core(tree, head);
        return scene.Actors.Identify(NounPhrase.Text(tree, start, end)).Title is { Courtesy: false };
    }
}
