using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements.Voices;

/// <summary>Names a voice: a person with the role given, a body by its name, an unnamed source by its noun phrase.</summary>
internal static class SourceNames
{
    private const int Reach = 2;

    /// <summary>The source that the word heads, or null where it cannot be one (an expletive, an unresolved pronoun).</summary>
    public static Source? Of(Scene scene, int sentence, int head)
    {
        if (head < 0) return null;
        if (Publisher(scene, sentence, head) is { } publisher) return publisher;
        var mention = scene.MentionAt(sentence, head);
        var person = mention is not null && scene.Mentions.Entities[mention.Entity] is { Kind: EntityKind.Person } known ? known : null;
        if (person is not null && mention!.Form != MentionForm.Nominal) return new Source(person.Name, person.Role, person.Actor, mention.Span);
        if (PersonNames.Split(scene, sentence, head) is { } named)
            return new Source(named.Name, named.Role, scene.EntityAt(sentence, head)?.Actor, scene.SpanOf(sentence, named.Start, named.End));
        if (person is not null) return new Source(person.Name, person.Role, person.Actor, mention!.Span);
        return ParticipantReader.One(scene, sentence, head) is { } participant ? new Source(participant.Name, null, participant.Actor, participant.Span) : null;
    }

    /// <summary>The outlet that the words of a saying verb were spoken to ("told Reuters"), or null.</summary>
    public static Source? Relay(Scene scene, int sentence, int verb)
    {
        var tree = scene.Trees[sentence];
        foreach (var child in tree.Children(verb))
        {
            if (tree[child].Relation is not ("obj" or "iobj" or "obl") && !tree.Is(child, "obl")) continue;
            if (Outlet(scene, sentence, child) is { } relay) return relay;
            if (tree.Is(child, "obl") || tree.Is(child, "obj"))
                foreach (var below in tree.Children(child))   // "in an interview with the BBC"
                    if (tree.Is(below, "nmod") && Outlet(scene, sentence, below) is { } inner) return inner;
        }
        return null;
    }

    // "a report by Reuters", "its statement": what is published speaks with its publisher's voice; "the report" with that of the one named shortly before.
    private static Source? Publisher(Scene scene, int sentence, int head)
    {
        var lemma = scene.Trees[sentence][head].Lemma.ToLowerInvariant();
        if (scene.Trees[sentence][head].Upos != Upos.NOUN || !scene.Codebook.InList("evidence", lemma)) return null;
        if (Owner(scene, sentence, head) is { } owner) return owner;
        var det = scene.Trees[sentence].Child(head, "det");
        if (det < 0 || !scene.Trees[sentence][det].Lemma.Equals("the", StringComparison.OrdinalIgnoreCase)) return null;
        for (var s = sentence; s >= 0 && s >= sentence - Reach; s--)
            for (var w = 0; w < scene.Trees[s].Count && (s < sentence || w < head); w++)
                if (scene.Trees[s][w].Upos == Upos.NOUN && scene.Trees[s][w].Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase) && Owner(scene, s, w) is { } named) return named;
        return null;
    }

    private static Source? Owner(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        foreach (var child in tree.Children(head))
        {
            var by = tree.Is(child, "nmod") && Clauses.ClauseReader.Preposition(tree, child) is "by" or "from";
            if ((by || tree.Is(child, "nmod:poss") || tree.Is(child, "compound")) && Outlet(scene, sentence, child) is { } outlet) return outlet;
        }
        return null;
    }

    private static Source? Outlet(Scene scene, int sentence, int head) =>
        scene.EntityAt(sentence, head) is { Kind: EntityKind.Outlet } outlet
            ? new Source(outlet.Name, null, outlet.Actor, scene.MentionAt(sentence, head)!.Span)
            : null;

    /// <summary>True for a word that has a voice: a person, a body, a group, or a kind of unnamed source.</summary>
    public static bool Speaks(Scene scene, int sentence, int head)
    {
        var token = scene.Trees[sentence][head];
        if (token.Upos is Upos.PROPN) return true;
        if (scene.EntityAt(sentence, head) is not null) return true;
        return token.Upos is Upos.NOUN && (scene.Codebook.InList("unnamed_sources", token.Lemma.ToLowerInvariant()) || scene.IsOf(sentence, head, ["person", "force", "actor", "office"]));
    }
}
