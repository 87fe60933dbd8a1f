using System.Collections.Immutable;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Roles;

/// <summary>Finds the doer of an act that names none in the act that it is a part of.</summary>
internal static class Causes
{
    /// <summary>Who does the act that the harm comes with: "killed in an attack by …", "killed when … raided"; empty where none is said.</summary>
    public static ImmutableArray<Participant> Of(Scene scene, Candidate candidate, Func<int, ImmutableArray<Participant>?> agentsOf)
    {
        var tree = scene.Trees[candidate.Sentence];
        foreach (var (preposition, head) in candidate.Clause.Obliques)
            if (preposition is not ("before" or "until" or "despite") && agentsOf(head) is { IsEmpty: false } acting) return acting;
        foreach (var child in tree.Children(candidate.Clause.Carrier))
        {
            if (tree.Is(child, "advcl") && agentsOf(child) is { IsEmpty: false } acting) return acting;
            if (!tree.Is(child, "conj")) continue;   // "were killed and a house was burnt when … raided"
            foreach (var below in tree.Children(child))
                if (tree.Is(below, "advcl") && agentsOf(below) is { IsEmpty: false } both) return both;
        }
        if (candidate.Clause is { Passive: true, Subject: < 0 } && Shared(tree, candidate.Clause.Carrier) is >= 0 and var by && agentsOf(by) is { IsEmpty: false } joined) return joined;
        if (tree.Is(candidate.Clause.Carrier, "conj") && agentsOf(tree[candidate.Clause.Carrier].Head) is { IsEmpty: false } shared) return shared;
        return [];
    }

    /// <summary>What the passive verb shares with one joined to it: "were killed and 30 wounded by an army shell"; -1 for nothing.</summary>
    public static int Shared(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (!tree.Is(child, "conj") || tree[child].Xpos != "VBN" || tree[child].Upos != Upos.VERB) continue;
            foreach (var by in tree.Children(child))
                if (tree.Is(by, "obl") && ClauseReader.Preposition(tree, by) == "by") return by;
        }
        return -1;
    }

    /// <summary>Who does what the act was done in or with: "killed three men in an airstrike", "responded with shelling"; empty where none is said.</summary>
    public static IEnumerable<Participant> Within(Scene scene, Candidate candidate, Func<int, ImmutableArray<Participant>?> agentsOf)
    {
        var (sentence, tree) = (candidate.Sentence, scene.Trees[candidate.Sentence]);
        var at = NounDoers.Whole(tree, candidate.Word, scene.Codebook);
        if (tree.Is(at, "conj") && tree[at].Head < at) at = tree[at].Head;
        var head = tree[at].Head;
        if (head < 0 || ClauseReader.Preposition(tree, at) is not ("in" or "during" or "with" or "through" or "by" or "via")) return [];
        if (tree.Is(head, "obl") && ClauseReader.Preposition(tree, head) == "by" && tree.Is(at, "nmod")) return ParticipantReader.Read(scene, sentence, head);   // "killed by rebels in attacks on …"
        return tree.Is(at, "obl") && agentsOf(head) is { IsEmpty: false } acting ? acting : [];
    }
}
