using OnRecord.Statements.Clauses;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>What speaks for and against somebody as a further agent beside the one that was chosen: both sides of a clash, all who signed, those whom "and" joins.</summary>
internal static class CompanyFeatures
{
    /// <summary>True where the question arises: in mutual acts always, else where the rules or the sentence join the two.</summary>
    public static bool Asked(Scene scene, Part part, AgentOption first, AgentOption other) =>
        other.Who is { } who && first.Who is { } best && !who.Span.Overlaps(best.Span) && other.Key != first.Key && (part.Candidate.Type.Mutual || Fellows(part, first, other) || Joined(scene, part, first, other));

    /// <summary>The features of staying with the one.</summary>
    public static Features Alone(Part part)
    {
        var found = new Features();
        var (type, form) = (part.Candidate.Type.Name, part.Candidate.Trigger.Form.ToString());
        found.Add("alone");
        found.Add("alone+type", type);
        found.Add("alone+form", form, part.Candidate.Type.Mutual ? "mutual" : "one-sided");
        found.Add("alone+rules", part.Rules.Agent.Length switch { 0 => "0", 1 => "1", 2 => "2", _ => "3" }, type);
        return found;
    }

    /// <summary>The features of taking the other too, beside those that it has as an agent.</summary>
    public static Features Of(Scene scene, Part part, AgentOption first, Weighed<AgentOption> option, IReadOnlyList<Past> past)
    {
        var (other, found) = (option.Option, new Features());
        found.Add(option.Features);
        (found.Words[0], found.Words[1], found.State) = (option.Features.Words[0], option.Features.Words[1], option.Features.State);
        var (type, kind) = (part.Candidate.Type.Name, part.Candidate.Type.Mutual ? "mutual" : "one-sided");
        var fellows = Fellows(part, first, other) ? "fellows" : "not";
        found.Add("fellows", fellows, kind);
        found.Add("fellows+type", fellows, type);
        found.Add("ways", first.Way, other.Way, kind);
        found.Add("ways+type", first.Way, other.Way, type);
        found.Add("sides", Side(first) == Side(other) ? "one" : "two", kind, fellows);
        foreach (var before in past)
            if (part.Candidate.Sentence - before.Sentence <= 3 && Among(before, first.Key) && Among(before, other.Key)) found.Add("together", before.Type, type);
        if (first.Word < 0 || other.Word < 0 || first.Sentence != other.Sentence) return found;
        var path = scene.Way(first.Sentence, first.Word, other.Word).Path;
        found.Add("pair", path, kind);
        found.Add("pair+type", path, type);
        found.Add("pair+fellows", path, fellows);
        var tree = scene.Trees[first.Sentence];
        var (one, two) = (ClauseReader.Preposition(tree, first.Word), ClauseReader.Preposition(tree, other.Word));
        found.Add("cases", one, two, kind);
        found.Add("cases+type", one, two, type);
        found.Add("order", Order(first.Word, part.Candidate.Word), Order(other.Word, part.Candidate.Word), kind);
        return found;
    }

    private static string Order(int word, int trigger) => word < trigger ? "before" : "after";

    private static string? Side(AgentOption option) => option.Who!.Actor?.Split('/')[0];

    private static bool Among(Past past, string key) => past.Agent.Concat(past.Patient).Any(a => (a.Actor ?? a.Name.ToLowerInvariant()) == key);

    private static bool Fellows(Part part, AgentOption first, AgentOption other) => part.Rules.Agent.Contains(first.Who!) && part.Rules.Agent.Contains(other.Who!);

    // One word stands under the other by "and".
    private static bool Joined(Scene scene, Part part, AgentOption first, AgentOption other)
    {
        if (first.Word < 0 || other.Word < 0 || first.Sentence != part.Candidate.Sentence || other.Sentence != first.Sentence) return false;
        var tree = scene.Trees[first.Sentence];
        return Under(first.Word, other.Word) || Under(other.Word, first.Word) || tree[first.Word].Relation == "conj" && tree[other.Word].Relation == "conj" && tree[first.Word].Head == tree[other.Word].Head;

        bool Under(int above, int word) => tree[word].Relation == "conj" && tree[word].Head == above;
    }
}
