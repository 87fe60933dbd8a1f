using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Forces and people on the move, announced or seen.</summary>
internal static class Movements
{
    // What is announced is seen some time after.
    private const int FollowDays = 14;

    /// <summary>The movements in order of day.</summary>
    public static ImmutableArray<Movement> Of(IReadOnlyList<Fact> facts, DateOnly asOf)
    {
        var moves = facts.Where(fact => Families.IsMove(fact.Said.Type) && fact.Positive && fact.Said.Stance != Stance.Denied && fact.Said.Mode != Mode.Possible).ToList();
        var seen = Happenings.Group(moves.Where(fact => fact.Said.Mode == Mode.Actual && fact.By(asOf)));
        var bySeen = seen.ToLookup(group => Kind(group.Facts[0]));
        var announced = new List<FactGroup>();
        var byAnnounced = new Dictionary<(string, string), List<FactGroup>>();
        foreach (var fact in moves.Where(fact => fact.Said.Mode != Mode.Actual).OrderBy(fact => fact.Known).ThenBy(fact => fact.Id, StringComparer.Ordinal))
        {
            if (!byAnnounced.TryGetValue(Kind(fact), out var near)) byAnnounced[Kind(fact)] = near = [];
            if ((bySeen[Kind(fact)].FirstOrDefault(group => Follows(group.Facts[0], fact)) ?? near.Find(group => SameMove(group.Facts[0], fact))) is { } found)
            {
                found.Facts.Add(fact);
                continue;
            }
            near.Add(new FactGroup([fact], []));
            announced.Add(near[^1]);
        }
        return [.. seen.Concat(announced).Select(group => Made(group.Facts, asOf)).OrderBy(move => move.When.To).ThenBy(move => move.Id, StringComparer.Ordinal)];
    }

    private static (string, string) Kind(Fact fact) => (fact.Family, Spots.Realm(fact.Place));

    private static bool Follows(Fact seen, Fact announced) => SameMove(seen, announced)
        && seen.Latest >= announced.Known && seen.Latest <= announced.Known.AddDays(FollowDays);

    private static bool SameMove(Fact a, Fact b) =>
        a.Family == b.Family && Parties.Agree(a.Agents, b.Agents) && !(a.Agents.IsEmpty && b.Agents.IsEmpty)
        && Parties.AgreeAsPatients(a.Patients, b.Patients)
        && (a.Place is { } one && b.Place is { } other ? Spots.Inside(one, other) || Spots.Inside(other, one) : a.Place is null && b.Place is null);

    private static Movement Made(List<Fact> facts, DateOnly asOf)
    {
        var seen = facts.Where(fact => fact.Said.Mode == Mode.Actual).ToList();
        var state = seen.Count == 0 ? MovementState.Announced
            : seen.Any(fact => fact.Said.Time?.To <= asOf) ? MovementState.Done
            : MovementState.UnderWay;
        var telling = seen.Count > 0 ? seen : facts;
        return new Movement("mov-" + facts[0].Id[..10], telling[0].Said.Type, Parties.Together(facts.Select(fact => fact.Agents)),
            Parties.Together(facts.Select(fact => fact.Patients)), Happenings.Finest(telling), Happenings.When(telling), Numbers.Of(telling), state,
            Happenings.Ids(facts), StandingRules.Judge(telling, []));
    }
}
