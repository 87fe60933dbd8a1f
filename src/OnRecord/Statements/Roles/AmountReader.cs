using OnRecord.Language.Mentions;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Roles;

/// <summary>Finds how many: the number that counts those acted on, or the force that moves, or the acts; parts that a clause lists are summed.</summary>
internal static class AmountReader
{
    /// <summary>The quantity of a clause whose participants are headed by the given words (-1: none), or null.</summary>
    public static Quantity? Read(Scene scene, Candidate candidate, int agent, int patient)
    {
        var first = candidate.Type.Counts == "agent" ? agent : patient;
        if (first >= 0 && Sum(scene, candidate.Sentence, first) is { } counted) return counted;
        if (first != patient && patient >= 0 && Sum(scene, candidate.Sentence, patient) is { } acted) return acted;
        return scene.CountOf(candidate.Sentence, candidate.Word) is { } events ? Of(scene, events) : null;
    }

    private static Quantity? Sum(Scene scene, int sentence, int head)
    {
        var parts = new List<QuantityMention>();
        foreach (var member in ParticipantReader.Members(scene.Trees[sentence], head))
        {
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
