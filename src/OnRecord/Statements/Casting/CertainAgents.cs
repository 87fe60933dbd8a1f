using System.Collections.Immutable;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Roles;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements.Casting;

/// <summary>Finds agents that the words leave no doubt of, where nothing is to be judged: who is asked to act, who threatens it, whose strike it is that killed, two armies that share a noun.</summary>
internal static class CertainAgents
{
    /// <summary>The agents, or null where the words leave a choice.</summary>
    public static ImmutableArray<Participant>? Of(Scene scene, Part part, IReadOnlyList<Past> past)
    {
        var (candidate, rules) = (part.Candidate, part.Rules);
        var (clause, tree) = (candidate.Clause, scene.Trees[candidate.Sentence]);
        if (Threatening(scene, part) is { } threatening) return [threatening];
        if (rules.Agent.IsEmpty) return Again(tree, candidate, past);
        if (candidate.Trigger.Form != TriggerForm.Verb) return null;
        if (clause is { Passive: true, Subject: < 0 } && candidate.Type.Casualty && Causes.Shared(tree, clause.Carrier) is >= 0 and var by) return IsAct(tree, part, by) ? rules.Agent : null;
        if (clause.Subject < 0) return null;
        if (rules.Agent.Length == 2 && !clause.Passive && AreTwoOfOneNoun(tree, clause.Subject)) return rules.Agent;
        if (part.Mode is Mode.Appeal or Mode.Demand && IsAsked(tree, candidate.Word, clause.Subject)) return rules.Agent;
        return clause.Passive && (candidate.Type.Casualty || candidate.Type.Name == "destroy") && IsAct(tree, part, clause.Subject) ? rules.Agent : null;
    }

    // "Sudanese and Ethiopian forces shelled …": the rules know them for two.
    private static bool AreTwoOfOneNoun(Tree tree, int subject)
    {
        foreach (var child in tree.Children(subject))
            if (child < subject && (tree.Is(child, "amod") || tree.Is(child, "compound")) && tree.Child(child, "conj") is >= 0 and var other && other < subject) return true;
        return false;
    }

    // "urged the army to leave", "calls on all men to fight": whom the word of asking has before the infinitive.
    private static bool IsAsked(Tree tree, int act, int subject)
    {
        if (subject > act || tree[act].Xpos != "VB" || tree.Child(act, "mark") is not (>= 0 and var to) || !tree[to].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)) return false;
        var verb = tree[act].Head;
        if (verb < 0 || tree[subject].Head != verb || tree[subject].Lemma.ToLowerInvariant() is "side" or "party" or "other" || tree[verb].Lemma.ToLowerInvariant() is not ("urge" or "call" or "ask" or "appeal" or "order" or "tell" or "beg" or "implore" or "request" or "plead" or "advise" or "invite" or "encourage")) return false;
        return tree.Is(subject, "obj") || tree.Is(subject, "iobj") || ClauseReader.Preposition(tree, subject) is "on" or "upon" or "to";
    }

    // "killed in a rebel mortar attack", "by police fire": whose it is stands before it.
    private static bool IsAct(Tree tree, Part part, int word)
    {
        if (RoleReader.IsShot(tree, word)) return true;
        foreach (var other in part.Acts.All)
            if (other.Word == word && other.Trigger.Form == TriggerForm.Noun && other.Type.Armed) return true;
        return false;
    }

    // "All ships that come near will be sunk, the navy warned": whoever threatens it, if he bears arms or is a state.
    private static Participant? Threatening(Scene scene, Part part)
    {
        var candidate = part.Candidate;
        if (part.Mode != Mode.Threat || !candidate.Clause.Passive || candidate.Clause.Subject >= 0 || !Announcements.Harms.Contains(candidate.Type.Name) && candidate.Type.Name is not ("detain" or "seize_goods")) return null;
        return Announcements.Bears(scene, part.Voice) ? RoleReader.Speaker(scene, part.Voice) : null;
    }

    // "he was sanctioned again in 2022", "the next town was also taken": by those who did it before.
    private static ImmutableArray<Participant>? Again(Tree tree, Candidate candidate, IReadOnlyList<Past> past)
    {
        if (candidate.Type.Name is not ("sanction" or "capture") || !candidate.Clause.Passive || past.LastOrDefault(p => !p.Agent.IsEmpty) is not { } before || before.Type != candidate.Type.Name || candidate.Sentence - before.Sentence > 2) return null;
        foreach (var child in tree.Children(candidate.Word))
            if (tree.Is(child, "advmod") && (tree[child].Lemma.ToLowerInvariant() is "also" || candidate.Type.Name == "sanction" && tree[child].Lemma.ToLowerInvariant() is "further" or "again" or "additionally" or "later" or "subsequently")) return before.Agent;
        return null;
    }
}
