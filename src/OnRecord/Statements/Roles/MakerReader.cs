using OnRecord.Language.Mentions;

namespace OnRecord.Statements.Roles;

/// <summary>Finds who does an act that a noun names, in the words before the noun: "a French military airstrike", "an insurgent attack", "the Russian invasion".</summary>
internal static class MakerReader
{
    /// <summary>The doers that stand before the noun, at most one.</summary>
    public static IEnumerable<Participant> Before(Scene scene, int sentence, int noun)
    {
        var tree = scene.Trees[sentence];
        if (tree.Child(noun, "compound") is >= 0 and var means && means == noun - 1 && scene.IsOf(sentence, means, ["munition", "bomb", "aircraft"]) && scene.EntityAt(sentence, means) is null && tree.Child(means, "compound") >= 0)
        {
            foreach (var own in Before(scene, sentence, means)) yield return own;   // "a rebel mortar attack", the rebels hung on the mortar
            if (tree.Child(noun, "amod") < 0) yield break;
        }
        foreach (var child in tree.Children(noun))   // "military" in "French military airstrikes" takes the adjective before it along
            if (child < noun && (tree.Is(child, "compound") || tree.Is(child, "amod")) && (scene.IsOf(sentence, child, ["force"]) && tree[child].Form.ToLowerInvariant() is not ("troop" or "force" or "side" or "convoy" or "patrol" or "group") || One.Contains(tree[child].Form.ToLowerInvariant()) || tree[child].Form.ToLowerInvariant() is "junta" or "regime") && !scene.IsOf(sentence, child, ["munition", "bomb", "aircraft", "goods"]))
            {
                if (scene.EntityAt(sentence, child) is { Actor: not null, Place: null } known)
                {
                    yield return new Participant(known.Name, known.Actor, scene.MentionAt(sentence, child)!.Span);
                    yield break;
                }
                if (Longer(scene, sentence, child, noun) is { } whole)
                {
                    yield return whole;
                    yield break;
                }
                var start = child;
                while (start > 0 && tree[start - 1].Head == noun && tree.Is(start - 1, "amod") && Nation(scene, tree[start - 1].Form) is not null) start--;
                var span = scene.SpanOf(sentence, start, child + 1);
                if (start == child && Several(tree[child].Form) is { } several)
                {
                    yield return new Participant(several, null, span);
                    yield break;
                }
                yield return new Participant(span.Of(scene.Article.Text), scene.Actors?.Identify(span.Of(scene.Article.Text)).Actor, span);
                yield break;
            }
        foreach (var child in tree.Children(noun))
        {
            if (child > noun || !tree.Is(child, "compound") && !tree.Is(child, "amod") && !tree.Is(child, "nmod")) continue;
            if (scene.MentionAt(sentence, child) is { } mention && scene.Mentions.Entities[mention.Entity] is { Actor: not null } entity && (entity.Place is null || entity.Actor.Length == 2))
            {
                yield return new Participant(entity.Name, entity.Actor, mention.Span);
                yield break;
            }
        }
        foreach (var child in tree.Children(noun))
            if (child < noun && (tree.Is(child, "amod") || tree.Is(child, "compound")) && Nation(scene, tree[child].Form) is { } nation)
            {
                yield return new Participant(nation.Name, nation.Id, scene.SpanOf(sentence, child, child + 1));
                yield break;
            }
    }

    // "The Saudi-led coalition raid": the coalition by its whole name.
    private static Participant? Longer(Scene scene, int sentence, int word, int noun)
    {
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && mention.Start < word && word == mention.End - 1 && mention.End <= noun && mention.Form == MentionForm.Name && scene.Mentions.EntityOf(mention) is { Kind: EntityKind.Actor, Actor: { } actor } entity) return new Participant(entity.Name, actor, mention.Span);
        return null;
    }

    // "An insurgent attack" is one by insurgents; "an army raid" by the army.
    private static string? Several(string form) => form.ToLowerInvariant() is var noun && One.Contains(noun) ? noun + "s" : null;

    private static readonly HashSet<string> One = new(StringComparer.Ordinal)
    {
        "insurgent", "militant", "rebel", "jihadist", "guerrilla", "separatist", "islamist", "bandit", "extremist", "paramilitary", "gang", "pirate", "settler", "soldier", "fighter", "militia", "mercenary",
    };

    /// <summary>The country that an adjective belongs to, by its usual name; null for other words.</summary>
    public static (string Name, string Id)? Nation(Scene scene, string adjective) =>
        char.IsUpper(adjective[0]) && scene.Actors?.Identify(adjective) is { Actor: { } id, Entry: { } entry } && id.EndsWith("/nationals", StringComparison.Ordinal) ? (entry.Name, entry.Id) : null;
}
