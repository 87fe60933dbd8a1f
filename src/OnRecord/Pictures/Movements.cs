using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Forces and people on the move, announced or seen.</summary>
internal static class Movements
{
    // What is announced is seen some time after; said again within this time it is the same.
    private const int FollowDays = 14;

    /// <summary>The movements seen, each with its reports, and what is announced, in order of arrival; they do not depend on the day.</summary>
    public static MovementBook Book(IReadOnlyList<Fact> facts)
    {
        var moves = facts.Where(fact => Families.IsMove(fact.Said.Type) && fact.Positive && fact.Said.Stance != Stance.Denied && fact.Said.Mode != Mode.Possible && !fact.TakenBack).ToList();
        return new MovementBook([.. Happenings.Group(moves.Where(fact => fact.Said.Mode == Mode.Actual), new GroupIndex()).Select(group => new SeenGroup(group))],
            [.. moves.Where(fact => fact.Said.Mode != Mode.Actual).Order(Fact.Arrival)]);
    }

    /// <summary>The movements as of a day, in order of day.</summary>
    public static ImmutableArray<Movement> Of(MovementBook book, DateOnly asOf)
    {
        var seen = book.Seen.Where(group => group.Shows(asOf)).ToList();
        var bySeen = seen.GroupBy(group => Kind(group.First)).ToDictionary(group => group.Key, group => group.OrderBy(seen => seen.First.Latest).ThenBy(seen => seen.Index).ToList());
        var announced = new List<List<Fact>>();
        var byAnnounced = new Dictionary<(string, string), List<List<Fact>>>();
        foreach (var fact in book.Announced)
        {
            if (fact.Known > asOf) break;
            if (Follower(bySeen.GetValueOrDefault(Kind(fact)), fact) is { } follower)
            {
                follower.Announced.Add(fact);
                continue;
            }
            if (!byAnnounced.TryGetValue(Kind(fact), out var near)) byAnnounced[Kind(fact)] = near = [];
            near.RemoveAll(group => group[0].Known.Plus(FollowDays) < fact.Known);
            if (near.Find(group => SameMove(group[0], fact)) is { } found)
            {
                found.Add(fact);
                continue;
            }
            near.Add([fact]);
            announced.Add(near[^1]);
        }
        return [.. seen.Select(group => group.At(asOf, Made)).Concat(announced.Select(group => Made(group, asOf))).OrderBy(move => move.When.To).ThenBy(move => move.Id, StringComparer.Ordinal)];
    }

    private static (string, string) Kind(Fact fact) => (fact.Family, Spots.Realm(fact.Place));

    // The first movement seen in the days after it was announced.
    private static SeenGroup? Follower(List<SeenGroup>? seen, Fact announced)
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
        if (facts is [{ Said.Mode: Mode.Actual } only])
            return new Movement(string.Concat("mov-", only.Id.AsSpan(0, 10)), only.Said.Type, only.Agents, only.Patients, only.Place, Happenings.When(facts), Numbers.Of(facts),
                only.Said.Time?.To <= asOf ? MovementState.Done : MovementState.UnderWay, [only.Id], StandingRules.Judge(facts, []))
            { From = (only.Way ?? Ways.Usual(only.Said.Type)) == Way.From ? only.Place : null, To = (only.Way ?? Ways.Usual(only.Said.Type)) == Way.To ? only.Place : null };
        var seen = facts.Where(fact => fact.Said.Mode == Mode.Actual).ToList();
        var state = seen.Count == 0 ? MovementState.Announced
            : seen.Any(fact => fact.Said.Time?.To <= asOf) ? MovementState.Done
            : MovementState.UnderWay;
        var telling = seen.Count > 0 ? seen : facts;
        var (type, place) = (telling[0].Said.Type, Happenings.Finest(telling));
        var way = Ways.Of(type, telling.Where(fact => fact.Place?.Key == place?.Key));
        return new Movement("mov-" + facts[0].Id[..10], type, Happenings.Together(facts, fact => fact.Agents),
            Happenings.Together(facts, fact => fact.Patients), place, Happenings.When(telling), Numbers.Of(telling), state,
            Happenings.Ids(facts), StandingRules.Judge(telling, []))
        { From = way == Way.From ? place : null, To = way == Way.To ? place : null };
    }
}

/// <summary>Movements that are seen, and what is announced of movements.</summary>
internal sealed record MovementBook(List<SeenGroup> Seen, List<Fact> Announced);

/// <summary>The reports of one movement that is seen; once all of it is past it stays as it is and is made once, unless more of what was announced turns out to be it.</summary>
internal sealed class SeenGroup(FactGroup group)
{
    private readonly DateOnly _last = group.Facts.Max(fact => Later(Fact.Happened(fact), fact.Latest));
    private List<Fact> _facts = [];
    private (int Announced, Movement Movement)? _whole;

    public FactGroup Group => group;

    public Fact First => group.First;

    public int Index => group.Index;

    /// <summary>What was announced and turned out to be this.</summary>
    public List<Fact> Announced { get; } = [];

    /// <summary>True where some of it has happened by the day; it is made ready for it.</summary>
    public bool Shows(DateOnly asOf)
    {
        Announced.Clear();
        _facts = asOf >= _last ? group.Facts : group.Facts is [var only] ? only.By(asOf) ? group.Facts : [] : group.Facts.FindAll(fact => fact.By(asOf));
        return _facts.Count > 0;
    }

    /// <summary>The movement as of the day that it was made ready for.</summary>
    public Movement At(DateOnly asOf, Func<List<Fact>, DateOnly, Movement> made)
    {
        if (asOf >= _last && _whole is { } whole && whole.Announced == Announced.Count) return whole.Movement;
        var movement = made(Announced.Count == 0 ? _facts : [.. _facts, .. Announced], asOf);
        if (asOf >= _last) _whole = (Announced.Count, movement);
        return movement;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
