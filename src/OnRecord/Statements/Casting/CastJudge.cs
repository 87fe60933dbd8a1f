using System.Collections.Immutable;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>The learned part of filling roles: who of those that could be is the agent, and where of the places that could be is the place. Safe from many threads.</summary>
internal sealed class CastJudge(RankModel agents, RankModel places, RankModel company, CastNetwork? network = null)
{
    // Chosen on documents held out: nobody is taken only where the case for it is better by so much, and a further agent also where the case is weaker by so much.
    private const float Reserve = 0.25f;
    private const float Ease = 1;

    // What the network's scores count beside the rankers', for agents and for places; chosen on documents held out.
    private const float AgentShare = 0.75f;
    private const float PlaceShare = 1.5f;

    public RankModel Agents => agents;

    public RankModel Places => places;

    /// <summary>Scores whether one more is an agent too.</summary>
    public RankModel Company => company;

    /// <summary>Scores options by the states of their words; null for a judge without.</summary>
    public CastNetwork? Network => network;

    /// <summary>The agents, in text order.</summary>
    public ImmutableArray<Participant> AgentsOf(Scene scene, Part part, IReadOnlyList<Past> past, WordVectors vectors) => [.. Taken(scene, AgentGroups(scene, part, past), part, past, vectors)];

    /// <summary>The place, or null where none is meant: the option with the highest score.</summary>
    public StatementPlace? PlaceOf(Scene scene, Part part, IReadOnlyList<Past> past, PlaceOptions options, WordVectors vectors) => Best(scene, part, PlaceGroups(scene, part, past, options), vectors).Place;

    /// <summary>The options taken as agents, in text order: the one with the highest score, with those that are judged to act with it.</summary>
    public IEnumerable<Participant> Taken(Scene scene, IReadOnlyList<Weighed<AgentOption>> options, Part part, IReadOnlyList<Past> past, WordVectors vectors)
    {
        var look = PartFeatures.Of(scene, part);
        var begun = agents.Begin(look, vectors);
        var linked = network?.Scores(scene, part.Candidate, CastField.Agent, [.. options.Select(o => o.Words)]) ?? [];
        var ranked = options.Select((g, i) => (Group: g, Score: agents.Score(g.Features, vectors, begun, scene.Seen) + AgentShare * linked.ElementAtOrDefault(i) - (g.Option.Who is null ? Reserve : 0))).OrderByDescending(g => g.Score).ToList();
        var best = ranked[0].Group.Option;
        if (best.Who is not { } who) return [];
        var taken = new List<Participant> { who };
        var (together, alone) = (company.Begin(look, vectors), float.NaN);
        foreach (var (group, _) in ranked)
        {
            if (!CompanyFeatures.Asked(scene, part, best, group.Option) || taken.Exists(t => t.Span.Overlaps(group.Option.Who!.Span) || scene.Actors?.SameActor(t.Name, group.Option.Who!.Name) == true)) continue;
            if (float.IsNaN(alone)) alone = company.Score(CompanyFeatures.Alone(part), vectors, together);
            if (company.Score(CompanyFeatures.Of(scene, part, best, group, past), vectors, together, scene.Seen) > alone - Ease) taken.Add(group.Option.Who!);
        }
        return taken.OrderBy(t => t.Span.Start);
    }

    /// <summary>The option taken as the place.</summary>
    public PlaceOption Best(Scene scene, Part part, IReadOnlyList<Weighed<PlaceOption>> options, WordVectors vectors)
    {
        var begun = places.Begin(PartFeatures.Of(scene, part), vectors);
        var linked = network?.Scores(scene, part.Candidate, CastField.Place, [.. options.Select(o => o.Words)]) ?? [];
        return options.Select((g, i) => (g.Option, Score: places.Score(g.Features, vectors, begun, scene.Seen) + PlaceShare * linked.ElementAtOrDefault(i))).Aggregate((a, b) => b.Score > a.Score ? b : a).Option;
    }

    /// <summary>The identities that could be the agent, each with its features; the option that stands for an identity is the rules' word for it, else the nearest.</summary>
    public static List<Weighed<AgentOption>> AgentGroups(Scene scene, Part part, IReadOnlyList<Past> past)
    {
        return [.. AgentOptions.Of(scene, part, past).GroupBy(o => o.Key).Select(g =>
        {
            var all = g.ToList();
            var stands = all.MinBy(o => o.Way == "rule" ? -1 : o.Word >= 0 && o.Way == "said" ? scene.Way(part.Candidate.Sentence, part.Candidate.Word, o.Word).Steps : 50)!;
            return new Weighed<AgentOption>(stands, AgentFeatures.Of(scene, part, all, past), [.. all.Select(o => o.Stands)]);
        })];
    }

    /// <summary>The places that could be the place, each with its features.</summary>
    public static List<Weighed<PlaceOption>> PlaceGroups(Scene scene, Part part, IReadOnlyList<Past> past, PlaceOptions options)
    {
        var all = options.Of(scene, part, past);
        return [.. all.GroupBy(o => o.Key).Select(g => new Weighed<PlaceOption>(g.First(), PlaceFeatures.Of(scene, part, [.. g], all, past), [.. g.Select(o => o.Stands)]))];
    }
}
