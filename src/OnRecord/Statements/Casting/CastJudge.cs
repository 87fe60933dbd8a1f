using System.Collections.Immutable;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>The learned part of filling roles: who of those that could be is the agent, and where of the places that could be is the place. Safe from many threads.</summary>
internal sealed class CastJudge(RankModel agents, RankModel places)
{
    private const float Margin = 2f;

    public RankModel Agents => agents;

    public RankModel Places => places;

    /// <summary>The agents, in text order.</summary>
    public ImmutableArray<Participant> AgentsOf(Scene scene, Part part, IReadOnlyList<Past> past, WordVectors vectors) =>
        [.. Taken(scene, AgentGroups(scene, part, past), part, (a, b) => scene.Actors?.SameActor(a, b) == true, vectors)];

    /// <summary>The place, or null where none is meant: the option with the highest score.</summary>
    public StatementPlace? PlaceOf(Scene scene, Part part, IReadOnlyList<Past> past, PlaceOptions options, WordVectors vectors) => Best(scene, part, PlaceGroups(scene, part, past, options), vectors).Place;

    /// <summary>The options taken as agents, in text order: the one with the highest score, with those that the rules join to it; in mutual acts also the next best.</summary>
    public IEnumerable<Participant> Taken(Scene scene, IReadOnlyList<Weighed<AgentOption>> options, Part part, Func<string, string, bool> same, WordVectors vectors)
    {
        var begun = agents.Begin(PartFeatures.Of(scene, part), vectors);
        var ranked = options.Select(g => (g.Option, Score: agents.Score(g.Features, vectors, begun, scene.Seen))).OrderByDescending(g => g.Score).ToList();
        if (ranked[0].Option.Who is not { } best) return [];
        if (part.Rules.Agent.Length > 1 && part.Rules.Agent.Contains(best)) return part.Rules.Agent;
        if (!part.Candidate.Type.Mutual) return [best];
        var second = ranked.Skip(1).FirstOrDefault(r => r.Option.Who is { } who && !who.Span.Overlaps(best.Span) && !same(who.Name, best.Name));
        return second.Option?.Who is { } other && second.Score > ranked[0].Score - Margin ? new[] { best, other }.OrderBy(w => w.Span.Start) : [best];
    }

    /// <summary>The option taken as the place.</summary>
    public PlaceOption Best(Scene scene, Part part, IEnumerable<Weighed<PlaceOption>> options, WordVectors vectors)
    {
        var begun = places.Begin(PartFeatures.Of(scene, part), vectors);
        return options.Select(g => (g.Option, Score: places.Score(g.Features, vectors, begun, scene.Seen))).Aggregate((a, b) => b.Score > a.Score ? b : a).Option;
    }

    /// <summary>The identities that could be the agent, each with its features; the option that stands for an identity is the rules' word for it, else the nearest.</summary>
    public static List<Weighed<AgentOption>> AgentGroups(Scene scene, Part part, IReadOnlyList<Past> past)
    {
        return [.. AgentOptions.Of(scene, part, past).GroupBy(o => o.Key).Select(g =>
        {
            var all = g.ToList();
            var stands = all.MinBy(o => o.Way == "rule" ? -1 : o.Word >= 0 && o.Way == "said" ? scene.Way(part.Candidate.Sentence, part.Candidate.Word, o.Word).Steps : 50)!;
            return new Weighed<AgentOption>(stands, AgentFeatures.Of(scene, part, all, past));
        })];
    }

    /// <summary>The places that could be the place, each with its features.</summary>
    public static List<Weighed<PlaceOption>> PlaceGroups(Scene scene, Part part, IReadOnlyList<Past> past, PlaceOptions options)
    {
        var all = options.Of(scene, part, past);
        return [.. all.GroupBy(o => o.Key).Select(g => new Weighed<PlaceOption>(g.First(), PlaceFeatures.Of(scene, part, [.. g], all, past)))];
    }
}
