using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Roles;

/// <summary>Finds how many: the number that counts those acted on, or the force that moves, or the acts; parts that a clause lists are summed.</summary>
internal static class AmountReader
{
    private static readonly ImmutableArray<string> Persons = ["person", "force"];

    /// <summary>The quantity of a clause whose participants are headed by the given words (-1: none), or null.</summary>
    public static Quantity? Read(Scene scene, Candidate candidate, int agent, int patient)
    {
        var first = candidate.Type.Counts == "agent" ? agent : patient;
        if (first >= 0 && Sum(scene, candidate.Sentence, first) is { } counted) return counted;
        if (first != patient && patient >= 0 && Sum(scene, candidate.Sentence, patient) is { } acted) return acted;
        if (Reached(scene, candidate) is { } total) return Of(scene, total);
        if (candidate.Clause.Object is >= 0 and var lives && (candidate.Trigger.ObjectIs.Contains("life") || candidate.Type.Name is "arm" or "aid" && candidate.Trigger.Roles.GetValueOrDefault("object") == "none") && scene.CountOf(candidate.Sentence, lives) is { } lost) return Of(scene, lost);
        return scene.CountOf(candidate.Sentence, candidate.Word) is { } events ? Of(scene, events) : null;
    }

    // "The death toll rose to 90", "raising the toll to 90", "the toll stands at 90".
    private static QuantityMention? Reached(Scene scene, Candidate candidate)
    {
        var tree = scene.Trees[candidate.Sentence];
        if (candidate.Trigger.Form != TriggerForm.Noun || tree[candidate.Word].Lemma.ToLowerInvariant() is not ("toll" or "tally" or "count" or "total" or "number")) return null;
        if (tree[candidate.Word].Head is not (>= 0 and var verb) || tree[verb].Upos != Upos.VERB || !tree.Is(candidate.Word, "nsubj") && !tree.Is(candidate.Word, "obj")) return null;
        foreach (var child in tree.Children(verb))
            if (child > verb && (tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) is "to" or "at" or "past" or "above" or "over" or "beyond" || tree.Is(child, "obj") && child != candidate.Word)
                && (scene.CountOf(candidate.Sentence, child) ?? Elliptic(scene, candidate.Sentence, child)) is { Unit: "" or "people" } reached) return reached;
        return null;
    }

    private static Quantity? Sum(Scene scene, int sentence, int head)
    {
        var parts = new List<QuantityMention>();
        foreach (var member in ParticipantReader.Members(scene.Trees[sentence], head))
        {
            if (parts.Count > 0 && scene.IsOf(sentence, member, Persons) != scene.IsOf(sentence, head, Persons)) continue;   // "12 soldiers and two trucks"
            if ((scene.CountOf(sentence, member) ?? Elliptic(scene, sentence, member)) is not { } part) continue;
            if (part.Unit is "share" && parts.Count > 0) continue;
            parts.Add(part);
        }
        if (parts.Count == 0) return null;
        if (parts.Count == 1) return Of(scene, parts[0]);
        var span = parts.Aggregate(parts[0].Span, (s, p) => s.Union(p.Span));
        return new Quantity(span.Of(scene.Article.Text), parts.Any(p => p.Low is null) ? null : parts.Sum(p => p.Low), parts.Any(p => p.High is null) ? null : parts.Sum(p => p.High), parts[0].Unit, span);
    }

    // "30 others": the number counts what was counted before.
    private static QuantityMention? Elliptic(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        foreach (var child in tree.Children(head))
            if (tree.Is(child, "nummod") && scene.CountOf(sentence, child) is { } count) return count;
        return null;
    }

    private static Quantity Of(Scene scene, QuantityMention q) => new(q.Span.Of(scene.Article.Text), q.Low, q.High, q.Unit, q.Span);
}
