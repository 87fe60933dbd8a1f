namespace OnRecord.Pictures;

/// <summary>Those groups of facts that are the toll of an attack, and those that may have one: what they show depends on what the others show on the day.</summary>
internal sealed class LinkedHappenings
{
    private readonly FactGroup[] _groups;
    private readonly HashSet<int> _holds = [];
    private readonly List<(int Toll, (int Attack, int Reports)[] Attacks)> _ties = [];
    private readonly Dictionary<int, Made> _made = [];

    public LinkedHappenings(FactGroup[] groups)
    {
        _groups = groups;
        if (Array.TrueForAll(groups, group => group.Attacks.IsEmpty)) return;
        var numbers = new Dictionary<FactGroup, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < groups.Length; i++) numbers[groups[i]] = i;
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i].Attacks.IsEmpty) continue;
            _ties.Add((i, [.. groups[i].Attacks.Select(one => (numbers[one.Attack], one.Reports))]));
            _holds.Add(i);
            _holds.UnionWith(_ties[^1].Attacks.Select(one => one.Attack));
        }
    }

    /// <summary>True where the group of a number is one of them.</summary>
    public bool Holds(int number) => _holds.Count > 0 && _holds.Contains(number);

    /// <summary>Puts what they come to on a day at their numbers: attacks with their tolls, tolls with their attack.</summary>
    public void Draw(DateOnly asOf, IReadOnlyDictionary<string, Fact> facts, DrawnHappening?[] drawn)
    {
        if (_holds.Count == 0) return;
        var said = new Dictionary<int, Happening>();
        foreach (var number in _holds)
            if (_groups[number].Whole(asOf, Happenings.Of) is { } happening) said.Add(number, happening);
        var (partOf, tolls) = (new Dictionary<int, int>(), new Dictionary<int, List<Happening>>());
        foreach (var (toll, attacks) in _ties)
        {
            if (!said.TryGetValue(toll, out var harm) || !harm.Positive || !Linked.IsToll(harm.Types[0])) continue;
            var most = Array.Find(attacks, one => said.TryGetValue(one.Attack, out var attack) && attack.Positive && Linked.IsAttack(attack.Types[0]));
            // A toll that most of its reports tell without the attack is not the attack's.
            if (most.Reports == 0 || 2 * most.Reports < _groups[toll].Facts.Count) continue;
            partOf[toll] = most.Attack;
            (tolls.TryGetValue(most.Attack, out var list) ? list : tolls[most.Attack] = []).Add(harm);
        }
        foreach (var (number, happening) in said)
        {
            int? whole = partOf.TryGetValue(number, out var attack) ? attack : null;
            var own = whole is null && tolls.TryGetValue(number, out var list) ? list : [];
            // Most are what they were on the day last asked for.
            if (!_made.TryGetValue(number, out var made) || !ReferenceEquals(made.Said, happening) || made.Whole != whole || !made.Tolls.SequenceEqual(own, ReferenceEqualityComparer.Instance))
                _made[number] = made = new Made(happening, whole, own, DrawnHappening.Of(With(happening, whole, own), facts));
            drawn[number] = made.Drawn;
        }
    }

    private Happening With(Happening happening, int? whole, List<Happening> tolls) => whole is { } attack ? happening with { PartOf = _groups[attack].Id }
        : tolls.Count == 0 ? happening
        : happening with { Tolls = [.. tolls.Select(Toll).OrderBy(toll => toll.Type == "kill" ? 0 : toll.Type == "injure" ? 1 : 2).ThenBy(toll => toll.Happening, StringComparer.Ordinal)] };

    private static Toll Toll(Happening harm) =>
        new(harm.Types[0], harm.Patients, harm.Numbers.IsEmpty ? null : harm.Numbers.OrderByDescending(number => number.By.Length).ThenByDescending(number => number.High).First(), harm.Id);

    private sealed record Made(Happening Said, int? Whole, List<Happening> Tolls, DrawnHappening Drawn);
}
