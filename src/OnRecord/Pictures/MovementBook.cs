using System.Collections.Immutable;

namespace OnRecord.Pictures;

/// <summary>Movements that are seen, and what is announced of movements in the order of arrival; what each comes to is kept from day to day where it stays the same.</summary>
internal sealed class MovementBook(IReadOnlyList<FactGroup> seen, List<Fact> announced)
{
    // What is announced is seen some time after; said again within this time it is the same.
    private const int FollowDays = 14;

    private readonly Dictionary<Fact, (List<Fact> Facts, Movement Movement)> _announced = new(ReferenceEqualityComparer.Instance);
    private (SeenGroup[] Shown, SeenGroup[][] Followers)? _ready;

    public IReadOnlyList<FactGroup> Seen => seen;

    public List<Fact> Announced => announced;

    /// <summary>The movements as of a day, in order of day.</summary>
    public ImmutableArray<Movement> At(DateOnly asOf)
    {
        var (shown, followers) = _ready ??= Ready();
        foreach (var group in shown) group.Announced = null;
        var moves = Only(followers, asOf).ConvertAll(facts => Made(facts, asOf));
        var made = ImmutableArray.CreateBuilder<Movement>(moves.Count + shown.Length);
        foreach (var group in shown)
        {
            if (asOf < group.First) continue;
            var move = group.At(asOf);
            // Some of it is yet to come: it may be shown elsewhere than in the end.
            if (asOf < group.Last) moves.Add(move);
            else made.Add(move);
        }
        if (moves.Count == 0) return made.DrainToImmutable();
        moves.Sort(Compare);
        return Merged(made, moves);
    }

    private static int Compare(Movement a, Movement b) => Nullable.Compare(a.When.To, b.When.To) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id);

    private static ImmutableArray<Movement> Merged(ImmutableArray<Movement>.Builder one, List<Movement> other)
    {
        var merged = ImmutableArray.CreateBuilder<Movement>(one.Count + other.Count);
        var next = 0;
        foreach (var move in one)
        {
            while (next < other.Count && Compare(other[next], move) < 0) merged.Add(other[next++]);
            merged.Add(move);
        }
        while (next < other.Count) merged.Add(other[next++]);
        return merged.MoveToImmutable();
    }

    // What is announced and not seen by the day, with its saying again; what is seen is told to the movement that it turned out to be.
    private List<List<Fact>> Only(SeenGroup[][] followers, DateOnly asOf)
    {
        var only = new List<List<Fact>>();
        var byKind = new Dictionary<(string, string), List<List<Fact>>>();
        for (var i = 0; i < announced.Count && announced[i].Known <= asOf; i++)
        {
            var fact = announced[i];
            if (Array.Find(followers[i], group => asOf >= group.First) is { } follower)
            {
                (follower.Announced ??= []).Add(fact);
                continue;
            }
            if (!byKind.TryGetValue(Movements.Kind(fact), out var near)) byKind[Movements.Kind(fact)] = near = [];
            near.RemoveAll(group => group[0].Known.Plus(FollowDays) < fact.Known);
            if (near.Find(group => Movements.SameMove(group[0], fact)) is { } found)
            {
                found.Add(fact);
                continue;
            }
            near.Add([fact]);
            only.Add(near[^1]);
        }
        return only;
    }

    private Movement Made(List<Fact> facts, DateOnly asOf)
    {
        if (!_announced.TryGetValue(facts[0], out var made) || !made.Facts.SequenceEqual(facts, ReferenceEqualityComparer.Instance)) _announced[facts[0]] = made = (facts, Movements.Made(facts, asOf));
        return made.Movement;
    }

    private (SeenGroup[] Shown, SeenGroup[][] Followers) Ready()
    {
        SeenGroup[] all = [.. seen.Select(group => new SeenGroup(group))];
        // In the order in which those that are seen follow what is announced: by their first word's day, then as they came.
        var following = all.OrderBy(group => group.Told.Latest).ThenBy(group => group.Index).GroupBy(group => Movements.Kind(group.Told)).ToDictionary(kind => kind.Key, kind => kind.ToList());
        SeenGroup[][] followers = [.. announced.Select(fact => Followers(following.GetValueOrDefault(Movements.Kind(fact)), fact))];
        Array.Sort(Array.ConvertAll(all, group => (Happenings.LastDay(group.Group).DayNumber, group.Told.Id)), all,
            Comparer<(int Day, string Id)>.Create((a, b) => a.Day.CompareTo(b.Day) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id)));
        return (all, followers);
    }

    // The movements seen in the days after it was announced that it may be.
    private static SeenGroup[] Followers(List<SeenGroup>? seen, Fact announced)
    {
        if (seen is null) return [];
        var (low, high) = (0, seen.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (seen[middle].Told.Latest < announced.Known) low = middle + 1;
            else high = middle;
        }
        List<SeenGroup>? followers = null;
        for (; low < seen.Count && seen[low].Told.Latest <= announced.Known.Plus(FollowDays); low++)
            if (Movements.SameMove(seen[low].Told, announced)) (followers ??= []).Add(seen[low]);
        return followers is null ? [] : [.. followers];
    }

    /// <summary>The reports of one movement that is seen; once all of it is past it stays as it is and is made once, unless other things that were announced turn out to be it.</summary>
    private sealed class SeenGroup(FactGroup group)
    {
        private Movement? _whole;
        private (List<Fact> Facts, Movement Movement)? _together;

        public FactGroup Group => group;

        public Fact Told { get; } = group.First;

        public int Index { get; } = group.Index;

        /// <summary>The day from which it shows.</summary>
        public DateOnly First { get; } = group.Days.First;

        /// <summary>The day from which it stays as it is.</summary>
        public DateOnly Last { get; } = group.Facts.Max(fact => fact.Latest) is var latest && latest > group.Days.Last ? latest : group.Days.Last;

        /// <summary>What was announced and turned out to be this by the day that is looked at, or null.</summary>
        public List<Fact>? Announced { get; set; }

        /// <summary>The movement as of a day on which it shows.</summary>
        public Movement At(DateOnly asOf)
        {
            if (asOf < Last) return Movements.Made([.. group.Facts.Where(fact => fact.By(asOf)), .. Announced ?? []], asOf);
            if (Announced is null) return _whole ??= Movements.Made(group.Facts, asOf);
            if (_together is { } together && together.Facts.SequenceEqual(Announced, ReferenceEqualityComparer.Instance)) return together.Movement;
            _together = (Announced, Movements.Made([.. group.Facts, .. Announced], asOf));
            return _together.Value.Movement;
        }
    }
}
