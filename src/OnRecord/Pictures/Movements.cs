using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Forces and people on the move, announced or seen.</summary>
internal static class Movements
{
    // What is announced is seen some time after; said again within this time it is the same.
    private const int FollowDays = 14;

    /// <summary>The movements in order of day.</summary>
    public static ImmutableArray<Movement> Of(IReadOnlyList<Fact> facts, DateOnly asOf)
    {
        var moves = facts.Where(fact => Families.IsMove(fact.Said.Type) && fact.Positive && fact.Said.Stance != Stance.Denied && fact.Said.Mode != Mode.Possible && !fact.TakenBack).ToList();
        var seen = Happenings.Group(moves.Where(fact => fact.Said.Mode == Mode.Actual && fact.By(asOf)), new GroupIndex());
        var bySeen = seen.GroupBy(group => Kind(group.First)).ToDictionary(group => group.Key, group => group.OrderBy(seen => seen.First.Latest).ThenBy(seen => seen.Index).ToList());
        var announced = new List<FactGroup>();
        var byAnnounced = new Dictionary<(string, string), List<FactGroup>>();
        foreach (var fact in moves.Where(fact => fact.Said.Mode != Mode.Actual && fact.Known <= asOf).Order(Fact.Arrival))
        {
            if (!byAnnounced.TryGetValue(Kind(fact), out var near)) byAnnounced[Kind(fact)] = near = [];
            near.RemoveAll(group => group.First.Known.Plus(FollowDays) < fact.Known);
            if ((Follower(bySeen.GetValueOrDefault(Kind(fact)), fact) ?? near.Find(group => SameMove(group.First, fact))) is { } found)
            {
                found.Facts.Add(fact);
                continue;
            }
            near.Add(new FactGroup(fact, announced.Count));
            announced.Add(near[^1]);
        }
        return [.. seen.Concat(announced).Select(group => Made(group.Facts, asOf)).OrderBy(move => move.When.To).ThenBy(move => move.Id, StringComparer.Ordinal)];
    }

    private static (string, string) Kind(Fact fact) => (fact.Family, Spots.Realm(fact.Place));

    // The first movement seen in the days after it was announced.
    private static FactGroup? Follower(List<FactGroup>? seen, Fact announced)
    {
        if (seen is null) return null;
        var (low, high) = (0, seen.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (seen[middle].First.Latest < announced.Known) low = middle + 1;
            else high = middle;
        }
        for (; low < seen.Count && seen[low].First.Latest <= announced.Known.Plus(FollowDays); low++)
            if (SameMove(seen[low].First, announced)) return seen[low];
        return null;
    }

    private static bool SameMove(Fact a, Fact b) =>
        a.Family == b.Family && Parties.Agree(a.Agents, b.Agents) && Parties.MoversAgree(a, b) && Parties.ShareMovers(a, b)
        && Parties.AgreeAsPatients(a.Patients, b.Patients)
        && (a.Place is { } one && b.Place is { } other ? Spots.Inside(one, other) || Spots.Inside(other, one) : a.Place is null && b.Place is null);

    private static Movement Made(List<Fact> facts, DateOnly asOf)
    {
        var seen = facts.Where(fact => fact.Said.Mode == Mode.Actual).ToList();
        var state = seen.Count == 0 ? MovementState.Announced
            : seen.Any(fact => fact.Said.Time?.To <= asOf) ? MovementState.Done
            : MovementState.UnderWay;
        var telling = seen.Count > 0 ? seen : facts;
        var (type, place) = (telling[0].Said.Type, Happenings.Finest(telling));
        var way = Ways.Of(type, telling.Where(fact => fact.Place?.Key == place?.Key));
        return new Movement("mov-" + facts[0].Id[..10], type, Parties.Together(facts.Select(fact => fact.Agents)),
            Parties.Together(facts.Select(fact => fact.Patients)), place, Happenings.When(telling), Numbers.Of(telling), state,
            Happenings.Ids(facts), StandingRules.Judge(telling, []))
        { From = way == Way.From ? place : null, To = way == Way.To ? place : null };
    }
}
