using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements.Casting;

/// <summary>What the judge may not overturn, however it weighs: who is said to do it for who says so, where it is said to be for where something else was.</summary>
internal static class Restraint
{
    /// <summary>The agents chosen, or those of the rules where only the speaker was chosen against somebody who is named as doing it: "the army said that rebels shelled the town".</summary>
    public static ImmutableArray<Participant> Agents(Scene scene, Part part, ImmutableArray<Participant> chosen)
    {
        var (candidate, rules) = (part.Candidate, part.Rules.Agent);
        var tree = scene.Trees[candidate.Sentence];
        if (rules.IsEmpty || chosen.IsEmpty || candidate.Trigger.Form != TriggerForm.Verb || candidate.Clause is not { Passive: false, Subject: >= 0 and var doer } || tree[doer].Upos == Upos.PRON || !tree.Is(doer, "nsubj")) return chosen;
        bool Speaks(Participant p) => part.Voice.Sources.Any(s => s.Name == p.Name || s.Actor is not null && s.Actor == p.Actor);
        bool Same(Participant p) => rules.Any(r => r.Name == p.Name || r.Actor is not null && r.Actor == p.Actor);
        return chosen.All(p => Speaks(p) && !Same(p)) ? rules : chosen;
    }

    // "killed and wounded by an air raid on a market in Hajjah": within the clause, and what is joined to it.
    private static bool IsUnder(Scene scene, Triggers.Candidate candidate, StatementPlace ruled)
    {
        var word = AgentOptions.WordAt(scene, candidate.Sentence, ruled.Span);
        return word >= 0 && scene.Trees[candidate.Sentence].Dominates(candidate.Clause.Carrier, word);
    }

    /// <summary>The place chosen, or that of the rules where the clause itself names a town and the one chosen is named in another sentence.</summary>
    public static StatementPlace? Place(Scene scene, Part part, StatementPlace? chosen, PlaceReader places)
    {
        var candidate = part.Candidate;
        if (chosen is null || part.Rules.Places is not [{ } ruled] || ruled.Place?.Kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Region) return chosen;
        var here = scene.Parses[candidate.Sentence].Sentence.Span;
        return here.Contains(ruled.Span) && !here.Contains(chosen.Span) && (IsUnder(scene, candidate, ruled) || places.InClause(scene, candidate)?.Span == ruled.Span) ? ruled : chosen;
    }
}
