using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements.Voices;

/// <summary>Names persons as sources: name and rank or office; a name after a long office; those who call themselves something; and what unnamed ones are known by.</summary>
internal static class PersonSources
{
    private const int LongestTail = 9;

    /// <summary>The person of a mention by name, with his role; where no more than a rank is known, the whole rank ("Lieutenant Colonel").</summary>
    public static Source Named(Scene scene, Entity person, Mention mention)
    {
        var plain = new Source(person.Name, person.Role, person.Actor, mention.Span);
        if (person.Role is { } role && !role.Split(' ').All(word => IsRank(scene, word))) return plain;
        foreach (var known in scene.Mentions.Mentions)
        {
            if (known.Entity != person.Index || known.Form != MentionForm.Name) continue;
            var tree = scene.Trees[known.Sentence];
            var first = known.Start;
            while (first > 0 && IsRank(scene, tree[first - 1].Form)) first--;
            if (first == known.Start || first > 0 && (tree[first - 1].Form == "-" || char.IsUpper(tree[first - 1].Form[0]) && scene.Actors?.Title(tree[first - 1].Form) is not null)) continue;   // "Secretary General" is no rank
            return plain with { Role = scene.SpanOf(known.Sentence, first, known.Start).Of(scene.Article.Text) };
        }
        return plain;
    }

    private static bool IsRank(Scene scene, string word) => scene.Actors?.Title(word)?.Rank == true;

    /// <summary>"the leader of the front X Y", "the chairman's ally X Y": the name that stands right after a long office, however the parser hung it; or null.</summary>
    public static Source? Titled(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos is not (Upos.NOUN or Upos.PROPN) || !IsOffice(scene, sentence, tree, head)) return null;
        foreach (var name in scene.Mentions.Mentions)
        {
            if (name.Sentence != sentence || name.Start <= head || name.Start > head + 12 || name.Form != MentionForm.Name || scene.Mentions.Entities[name.Entity] is not { Kind: EntityKind.Person } person) continue;
            if (name.End - name.Start < 2 || !Joined(scene, sentence, tree, head, name.Start)) continue;
            return new Source(person.Name, Office(scene, sentence, tree, head, name.Start), person.Actor, name.Span);
        }
        // "the ambassador to Kenya X Y", of which no part was taken for a person.
        foreach (var child in tree.Children(head))
            if (child > head + 2 && tree.Is(child, "flat") && tree[child].Upos == Upos.PROPN && tree.Yield(child) is var (start, end) && end - start is >= 2 and <= 4 && scene.EntityAt(sentence, child) is null && Joined(scene, sentence, tree, head, start))
                return new Source(scene.SpanOf(sentence, start, end).Of(scene.Article.Text), Office(scene, sentence, tree, head, start), null, scene.SpanOf(sentence, start, end));
        return null;
    }

    private static bool IsOffice(Scene scene, int sentence, Tree tree, int head) =>
        scene.Actors?.Title(tree[head].Form) is not null || tree[head].Lemma.ToLowerInvariant() is "ally" or "aide" or "lawyer" || tree[head].Upos == Upos.NOUN && scene.IsOf(sentence, head, ["person"]) && tree[head].Xpos == "NN";

    // Nothing but a phrase with "of", "to" or "for" between office and name; a name right behind a preposition or with a title of its own is another's.
    private static bool Joined(Scene scene, int sentence, Tree tree, int head, int start)
    {
        if (start == head + 1) return true;
        if (tree[head + 1].Form.ToLowerInvariant() is not ("of" or "to" or "for") || start < head + 3) return false;
        for (var i = head + 1; i < start; i++)
            if (tree[i].Upos is Upos.PUNCT or Upos.VERB or Upos.AUX or Upos.CCONJ) return false;
        var before = tree[start - 1];
        return before.Upos is Upos.PROPN or Upos.NOUN && scene.Actors?.Title(before.Form) is null && !(before.Upos == Upos.NOUN && scene.IsOf(sentence, start - 1, ["person"]));
    }

    private static string Office(Scene scene, int sentence, Tree tree, int head, int end)
    {
        var start = head;
        foreach (var child in tree.Children(head))
            if (child < head && tree[child].Relation is "compound" or "amod" or "nmod:poss" or "nmod:desc") start = Math.Min(start, tree.Yield(child).Start);
        while (start < head && tree[start].Upos is Upos.DET or Upos.PUNCT) start++;
        return scene.SpanOf(sentence, start, end).Of(scene.Article.Text);
    }

    /// <summary>"a group calling itself X" is X; "the leader, known as X" is X, leader; or null.</summary>
    public static Source? Called(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos != Upos.NOUN) return null;
        foreach (var child in tree.Children(head))
        {
            if (child < head || !tree.Is(child, "acl") || tree[child].Lemma.ToLowerInvariant() is not ("call" or "know" or "name" or "dub")) continue;
            var known = tree[child].Xpos == "VBN";
            foreach (var name in tree.Children(child))
            {
                if (name < child || tree[name].Upos != Upos.PROPN || !(known ? tree.Is(name, "obl") && ClauseReader.Preposition(tree, name) is "as" : tree[child].Xpos == "VBG" && (tree.Is(name, "obj") || tree.Is(name, "xcomp")))) continue;
                var start = tree.Yield(name).Start;
                while (start < name && tree[start].Upos is Upos.DET or Upos.ADP or Upos.PUNCT) start++;
                var span = scene.SpanOf(sentence, start, name + 1);
                var role = known && scene.IsOf(sentence, head, ["person"]) ? ParticipantReader.One(scene, sentence, head)?.Name : null;
                return new Source(span.Of(scene.Article.Text), role, scene.EntityAt(sentence, name)?.Actor, span);
            }
        }
        return null;
    }

    /// <summary>"a doctor at the hospital", "people close to the movement", "a man claiming to speak for the front": what an unnamed source is known by stays; or null.</summary>
    public static Source? Unnamed(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos != Upos.NOUN || scene.EntityAt(sentence, head) is { Actor: not null, Name: [>= 'A' and <= 'Z', ..] } || !IsPerson(scene, sentence, tree, head) && !IsBody(tree, head)) return null;
        var (first, end) = (head + 1, -1);
        foreach (var child in tree.Children(head))
        {
            if (child < head || tree.Yield(child).Start != first || tree.Yield(child).End - head > LongestTail) continue;
            if (tree[child].Upos == Upos.NUM && ClauseReader.Preposition(tree, child) == "of") { first = tree.Yield(child).End; continue; }   // "a mother of four in the camp"
            var preposition = ClauseReader.Preposition(tree, child);
            var place = tree.Is(child, "nmod") && (preposition is "in" or "at" || preposition == "from" && first > head + 1) && (tree[head].Xpos == "NN" || IsSite(scene, sentence, child));
            var whose = tree.Is(child, "nmod") && preposition is "for" or "to" && tree[head].Lemma.ToLowerInvariant() is "spokesman" or "spokeswoman" or "spokesperson" or "adviser" or "advisor" or "ambassador" or "envoy" or "lawyer" or "aide" or "secretary";
            var near = (tree.Is(child, "amod") || tree.Is(child, "acl")) && tree[child].Lemma.ToLowerInvariant() is "close" or "familiar" or "loyal" or "allied";
            var posing = tree.Is(child, "acl") && tree[child].Xpos == "VBG" && tree[child].Lemma.ToLowerInvariant() is "claim" or "present" or "pose" or "describe" or "introduce";
            if (whose && tree.Child(child, "appos") is > 0 and var named && named > child && tree[named].Form.Length > 2 && tree[named].Form.All(char.IsUpper))
                return new Source($"{tree[named].Form} {tree[head].Form}", null, scene.EntityAt(sentence, named)?.Actor, scene.SpanOf(sentence, head, named + 1));   // "the spokesman for the mission, UNITY": by its name
            if (place || whose || near || posing) end = tree.Yield(child).End;
        }
        if (end < 0 || ParticipantReader.One(scene, sentence, head) is not { } participant || !participant.Name.EndsWith(scene.SpanOf(sentence, head, first).Of(scene.Article.Text), StringComparison.OrdinalIgnoreCase)) return null;
        while (tree[end - 1].Upos == Upos.PUNCT) end--;
        var tail = scene.SpanOf(sentence, first, end);
        return new Source($"{WithoutOrdinal(participant.Name)} {tail.Of(scene.Article.Text)}", null, participant.Actor, participant.Span.Union(tail));
    }

    // "officials in Delhi", "doctors at the main hospital"; not "officials in May", "people in the town".
    private static bool IsSite(Scene scene, int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        if (scene.IsTime(sentence, word)) return false;
        if (tree[word].Upos == Upos.PROPN) return true;
        if (!scene.IsOf(sentence, word, ["site", "body"])) return false;
        foreach (var child in tree.Children(word))
            if (tree[child].Relation is "amod" or "compound" or "nmod") return true;
        return false;
    }

    // "the foreign ministry in Ankara", "the authorities in the region".
    private static bool IsBody(Tree tree, int head) => tree[head].Lemma.ToLowerInvariant() is "ministry" or "government" or "authority" or "police" or "embassy" or "parliament" or "court" or "administration" or "office" or "garrison" or "command" or "force";

    private static bool IsPerson(Scene scene, int sentence, Tree tree, int head)
    {
        var lemma = tree[head].Lemma.ToLowerInvariant();
        return scene.IsOf(sentence, head, ["person"]) || scene.Codebook.InList("unnamed_sources", lemma) || scene.EntityAt(sentence, head) is { Kind: EntityKind.Person } || lemma.EndsWith("man", StringComparison.Ordinal) || lemma.EndsWith("woman", StringComparison.Ordinal);
    }

    /// <summary>"a second trader" is a trader.</summary>
    public static string WithoutOrdinal(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && name[..space].ToLowerInvariant() is "second" or "third" or "fourth" or "fifth" or "another" ? name[(space + 1)..] : name;
}
