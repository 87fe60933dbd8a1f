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

    // "US State Department spokesperson" + name: the run of nouns and adjectives before it, where an office ends it.
    private static string? Before(Scene scene, Tree tree, Draft person)
    {
        var (start, end) = (person.Start, person.Start);
        while (start > 0 && end - start < 9 && InRun(tree, start - 1) && !Months.Contains(tree[start - 1].Form)) start--;
        while (start < end && tree[start].Upos is Upos.PART or Upos.PUNCT or Upos.NUM) start++;
        if (start >= end || scene.Actors.Title(tree[end - 1].Form) is not { } title) return person.Role;
        // A rank after an office says less than the office: "army spokesman Colonel".
        var stop = end;
        while (stop - 1 > start && title is { Rank: true } or { Courtesy: true } && scene.Actors.Title(tree[stop - 2].Form) is { } earlier) (stop, title) = (stop - 1, earlier);
        while (stop - 1 > start && tree[stop - 1].Upos == Upos.PUNCT) stop--;
        if (title.Courtesy) return person.Role;
        person.Head = NameFinder.HeadOf(tree, start, person.End);
        person.RoleStart = start;
        return scene.Text(person.Sentence, start, stop);
    }

    private static readonly HashSet<string> Months = new(StringComparer.Ordinal)
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December", "today", "yesterday",
    };

    private static bool InRun(Tree tree, int index)
    {
        var word = tree[index];
        if (word.Upos is Upos.NOUN or Upos.PROPN) return true;
        if (word.Upos == Upos.ADJ) return true;
        if (word.Form is "'s" or "’s" or "." or "-" or "/") return true;
        return word.Form is "of" or "and" && index > 0 && tree[index - 1].Form is "Ministry" or "Minister" or "Secretary" or "Chief" or "Department" or "Foreign" or "Defence" or "Defense";
    }

    // "the spokesman, X" and "spokesman X" where the office heads the phrase.
    private static string? Governing(Scene scene, Tree tree, Draft person)
    {
        var parent = tree[person.Head].Head;
        if (parent < 0 || parent >= person.Start || !(tree.Is(person.Head, "appos") || tree.Is(person.Head, "flat") || tree.Is(person.Head, "compound")
            || tree.Is(person.Head, "nmod") && tree[person.Head].Relation == "nmod:desc" || tree.Is(person.Head, "dep"))) return null;
        // "the governor of X, Name": the comma may hang on X.
        for (var steps = 0; steps < 3 && !IsOffice(scene, tree, parent) && tree.Is(person.Head, "appos"); steps++)
            if (tree[parent].Head is var up and >= 0 && up < parent && tree.Is(parent, "nmod")) parent = up;
        if (!IsOffice(scene, tree, parent)) return null;
        var (start, end) = NounPhrase.Core(tree, parent);
        end = Math.Min(end, person.Start);
        while (end > start && tree[end - 1].Upos == Upos.PUNCT) end--;
        if (end <= start) return null;
        person.Head = parent;
        person.RoleStart = start;
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
