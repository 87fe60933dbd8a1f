using System.Collections.Immutable;
using OnRecord.Language.Mentions;

namespace OnRecord.Pictures;

/// <summary>Facts that tell of one thing, in the order of their arrival, those that deny it, and what is known of it so far: by this, later facts are held against it.</summary>
internal sealed class FactGroup(List<Fact> facts, List<Fact> denials, int index)
{
    public FactGroup(Fact first, int index) : this([first], [], index)
    {
    }

    public int Index { get; } = index;

    public List<Fact> Facts { get; } = facts;

    public List<Fact> Denials { get; } = denials;

    public Fact First => Facts[0];

    /// <summary>The id of the happening that it tells of.</summary>
    public string Id => field ??= string.Concat("hap-", First.Id.AsSpan(0, 10));

    /// <summary>Of the killed, wounded or taken: which attacks it may be the toll of, by how many of its reports; most first.</summary>
    public ImmutableArray<(FactGroup Attack, int Reports)> Attacks { get; set; } = [];

    /// <summary>What the reports together say so far of who, whom, where and when: the first word of each, a finer place instead of a coarser, a day said instead of one that is not.</summary>
    public Fact Told { get; private set; } = facts[0];

    /// <summary>True where one of those that give a number between two bounds is like this.</summary>
    public bool AnyCounted(Predicate<Fact> like) => _counted?.Exists(like) == true;

    /// <summary>Adds a fact; true where the place is now known more finely.</summary>
    public bool Add(Fact fact)
    {
        Facts.Add(fact);
        if (IsCounted(fact)) (_counted ??= []).Add(fact);
        var finer = fact.Place is { } place && (Told.Place is null || Spots.Kind(place) > Spots.Kind(Told.Place));
        var dated = fact.Dated && !Told.Dated;
        if (!finer && !dated && !(Told.Agents.IsEmpty && !fact.Agents.IsEmpty) && !(Told.Patients.IsEmpty && !fact.Patients.IsEmpty)) return false;
        Told = Told with
        {
            Agents = Told.Agents.IsEmpty ? fact.Agents : Told.Agents,
            Patients = Told.Patients.IsEmpty ? fact.Patients : Told.Patients,
            Place = finer ? fact.Place : Told.Place,
            From = dated ? fact.From : Told.From,
            Latest = dated ? fact.Latest : Told.Latest,
            Dated = Told.Dated || dated,
            Names = finer ? fact.Names : Told.Names,
        };
        return finer;
    }

    /// <summary>What the group comes to on a day; once all of it has happened, it comes to the same ever after and is made once.</summary>
    public Happening? Whole(DateOnly asOf, Func<FactGroup, DateOnly, Happening?> made)
    {
        if (asOf < Days.Last) return made(this, asOf);
        return _whole ??= made(this, asOf);
    }

    /// <summary>The day from which on it shows, and that from which on all of it has happened.</summary>
    public (DateOnly First, DateOnly Last) Days => _days ??= Counted();

    /// <summary>What is drawn of it by itself once all of it has happened.</summary>
    public DrawnHappening? Drawn { get; set; }

    /// <summary>Takes over what another group of the very same facts came to.</summary>
    public void TakeOver(FactGroup other)
    {
        if (Same(Facts, other.Facts) && Same(Denials, other.Denials)) (_days, _whole, Drawn) = (other._days, other._whole, other.Drawn);
    }

    private static bool Same(List<Fact> facts, List<Fact> others)
    {
        if (facts.Count != others.Count) return false;
        for (var i = 0; i < facts.Count; i++)
            if (!ReferenceEquals(facts[i], others[i])) return false;
        return true;
    }

    private List<Fact>? _counted = facts.Exists(IsCounted) ? facts.FindAll(IsCounted) : null;
    private (DateOnly First, DateOnly Last)? _days;
    private Happening? _whole;

    private static bool IsCounted(Fact fact) => fact.Said.Quantity is { Low: not null, High: not null };

    private (DateOnly First, DateOnly Last) Counted()
    {
        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var fact in Facts)
            if (Fact.Happened(fact) is var day) (first, last) = (day < first ? day : first, day > last ? day : last);
        foreach (var fact in Denials)
            if (Fact.Happened(fact) is var day && day > last) last = day;
        return (first, last);
    }
}

/// <summary>Groups by family, place and week, so that a fact is held only against those that it could belong to.</summary>
internal sealed class GroupIndex
{
    private const int Week = 7;

    private static readonly (string[] Under, string[] Around) Nowhere = ([""], [""]);

    // What lasts longer is looked for in its last weeks only.
    private const int MostWeeks = 60;

    private readonly Dictionary<(string Family, string Where, int Week), List<FactGroup>> _groups = [];
    private readonly Dictionary<Spot, (string[] Under, string[] Around)> _where = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds a group under its place and days.</summary>
    public void Add(FactGroup group)
    {
        var told = group.Told;
        foreach (var where in Where(told.Place).Under)
            foreach (var week in Weeks(told.Start, told.Latest))
                (_groups.TryGetValue((told.Family, where, week), out var list) ? list : _groups[(told.Family, where, week)] = []).Add(group);
    }

    /// <summary>The first group, in order of arrival, that passes, among those near a fact in place and in time by some days.</summary>
    public FactGroup? First(Fact fact, int days, Func<FactGroup, bool> passes)
    {
        FactGroup? best = null;
        foreach (var group in Near(fact, days))
            if ((best is null || group.Index < best.Index) && passes(group)) best = group;
        return best;
    }

    /// <summary>The groups near a fact, some of them more than once.</summary>
    public IEnumerable<FactGroup> Near(Fact fact, int days)
    {
        foreach (var where in Where(fact.Place).Around)
            foreach (var week in Weeks(fact.Start.Plus(-days), fact.Latest.Plus(days)))
                if (_groups.TryGetValue((fact.Family, where, week), out var list))
                    foreach (var group in list) yield return group;
    }

    // The same place is asked for again and again.
    private (string[] Under, string[] Around) Where(Spot? place)
    {
        if (place is null) return Nowhere;
        return _where.TryGetValue(place, out var known) ? known : _where[place] = ([.. Under(place)], [.. Around(place)]);
    }

    private static IEnumerable<int> Weeks(DateOnly from, DateOnly to)
    {
        var (first, last) = (from.DayNumber / Week, Math.Max(from.DayNumber, to.DayNumber) / Week);
        for (var week = Math.Max(first, last - MostWeeks); week <= last; week++) yield return week;
    }

    // Where a place is kept: a town under its cell of the map, its division and its name, a division under its own name, the rest under their keys.
    private static IEnumerable<string> Under(Spot? place)
    {
        if (place?.Place is not { Kind: >= PlaceKind.Admin1 } known) return [place?.Key ?? ""];
        if (known.Kind == PlaceKind.Admin1) return ["A" + known.Country + place.Division, place.Key];
        return [Cell(Row(known), Column(known)), "F" + known.Country + place.Division, "N" + known.Country + place.Folded];
    }

    // Where the places are kept that may be the same: the cells next to a town's, its division as such, its name where it is known by nothing else; of a division all its towns.
    private static IEnumerable<string> Around(Spot? place)
    {
        if (place?.Place is not { Kind: >= PlaceKind.Admin1 } known)
        {
            yield return place?.Key ?? "";
            yield break;
        }
        yield return "A" + known.Country + place.Division;
        if (known.Kind == PlaceKind.Admin1)
        {
            yield return place.Key;
            yield return "F" + known.Country + place.Division;
            yield break;
        }
        yield return "N" + known.Country + place.Folded;
        if (Spots.ByName(known)) yield break;
        for (var row = -1; row <= 1; row++)
            for (var column = -1; column <= 1; column++) yield return Cell(Row(known) + row, Column(known) + column);
    }

    // Half a degree by a whole one: wider than the reach of a place up to the 77th parallel.
    private static int Row(Place place) => (int)Math.Floor(place.Lat * 2);

    private static int Column(Place place) => (int)Math.Floor(place.Lon);

    private static string Cell(int row, int column) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row},{column}");
}
