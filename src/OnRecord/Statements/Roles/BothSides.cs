using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;

namespace OnRecord.Statements.Roles;

/// <summary>Says who "both sides", "the two countries" and "the two governments" are: the two that were named last.</summary>
internal static class BothSides
{
    private const int Back = 2;

    /// <summary>The two, or null where the noun is none of these or the report names other than two.</summary>
    public static IReadOnlyList<Participant>? Of(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos != Upos.NOUN || tree[head].Lemma.ToLowerInvariant() is not ("side" or "party" or "country" or "nation" or "government" or "state" or "neighbour" or "neighbor")) return null;
        var both = false;
        foreach (var child in tree.Children(head))
            both |= child < head && tree[child].Form.ToLowerInvariant() is "both" or "two";
        if (!both) return null;
        for (var back = 0; back <= Back && sentence - back >= 0; back++)
        {
            var named = Named(scene, sentence - back, back == 0 ? head : int.MaxValue);
            if (named.Count >= 2) return named.Count == 2 ? named : Joined(scene, sentence - back, named);
        }
        return null;
    }

    // Countries and parties, each once, in the order of the text.
    private static List<Participant> Named(Scene scene, int sentence, int before)
    {
        var found = new List<Participant>();
        foreach (var mention in scene.Mentions.Mentions)
        {
            if (mention.Sentence != sentence || mention.Head >= before || mention.Form == MentionForm.Pronoun || scene.Mentions.Entities[mention.Entity] is not { Kind: EntityKind.Actor or EntityKind.Place, Actor: { } actor } entity) continue;
            if (entity.Kind == EntityKind.Place && entity.Place is { Kind: not PlaceKind.Country }) continue;
            var side = actor.Split('/')[0];
            if (!found.Exists(p => p.Actor!.Split('/')[0] == side)) found.Add(new Participant(entity.Name, actor, mention.Span));
        }
        return found;
    }

    // Of more than two the two that "and" joins, if it joins but two.
    private static List<Participant>? Joined(Scene scene, int sentence, List<Participant> named)
    {
        var tree = scene.Trees[sentence];
        foreach (var second in named)
            if (Casting.AgentOptions.WordAt(scene, sentence, second.Span) is >= 0 and var word && tree.Is(word, "conj") && named.Find(f => Casting.AgentOptions.WordAt(scene, sentence, f.Span) == tree[word].Head) is { } first) return [first, second];
        return null;
    }
}
