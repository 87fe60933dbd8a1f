using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Brings together the statements that tell of one act.</summary>
internal static class Happenings
{
    // A town that one side took is not taken by it again a day later: reports of the taking trickle in for some days.
    private const int TrickleDays = 3;

    /// <summary>The groups of facts that tell of one act, with those that deny it; they do not depend on the day, so that an identity stays.</summary>
    public static List<FactGroup> Groups(IEnumerable<Fact> facts)
    {
        var told = facts.Where(fact => fact.Said.Mode == Mode.Actual && !Families.IsState(fact.Said.Type) && (!Tallies.IsTally(fact.Said) || fact.Place is { } place && ControlWords.IsOneOfSeveral(place, fact.Said.Quantity!))).ToList();
        var index = new GroupIndex();
        var groups = Group(told.Where(fact => !Families.Denies(fact.Said)), index);
        var alone = new List<Fact>();
        foreach (var denial in told.Where(fact => Families.Denies(fact.Said)))
        {
            // The nearest in time is meant; of equally near ones the first.
            var about = index.Near(denial, TrickleDays).Where(group => Denied(group.Told, denial)).OrderBy(group => Math.Abs(group.Told.Latest.DayNumber - denial.Latest.DayNumber)).ThenBy(group => group.Index).FirstOrDefault();
            if (about is null) alone.Add(denial);
            else about.Denials.Add(denial);
        }
        return [.. groups, .. Group(alone, new GroupIndex())];
    }

    /// <summary>Groups facts that may tell of one act, in the order of their arrival: each is held against what is known so far of every group that is near.</summary>
    public static List<FactGroup> Group(IEnumerable<Fact> facts, GroupIndex index)
    {
        var all = new List<FactGroup>();
        foreach (var fact in facts.Order(Fact.Arrival))
        {
            if (index.First(fact, TrickleDays, group => OneAct(group, fact)) is { } found)
            {
                if (found.Add(fact)) index.Add(found);
                continue;
            }
            all.Add(new FactGroup(fact, all.Count));
            index.Add(all[^1]);
        }
        return all;
    }

    private static bool OneAct(FactGroup group, Fact other)
    {
        var told = group.Told;
        return told.Positive == other.Positive && Near(told, other) && (told.Said.Type == other.Said.Type || Parties.Share(told, other)) && SamePlace(told, other)
            && Parties.Agree(told.Agents, other.Agents) && Parties.AgreeAsPatients(told.Patients, other.Patients) && (!Families.IsMove(told.Family) || Parties.MoversAgree(told, other)) && (told.Said.Type != "capture" || SameTaking(told, other))
            && !group.AnyCounted(fact => Apart(fact, other));
    }

    // One report does not contradict itself: where it gives two numbers of the same, it tells of two acts.
    private static bool Apart(Fact a, Fact b) => a.Entry.ArticleId == b.Entry.ArticleId && a.Said.Type == b.Said.Type
        && a.Said.Quantity is { Low: not null, High: not null } one && b.Said.Quantity is { Low: not null, High: not null } other
        && Numbers.Unit(one.Unit) == Numbers.Unit(other.Unit) && (one.High < other.Low || other.High < one.Low);

    // Things taken in a town are not the town taken; and "the city" of one report is the town named in another only within a day.
    private static bool SameTaking(Fact told, Fact other) =>
        ControlWords.OfTown(told) == ControlWords.OfTown(other) && told.Patients.Any(Parties.StandsForTown) == other.Patients.Any(Parties.StandsForTown)
        && (told.Names || !other.Names || Math.Abs(other.Latest.DayNumber - told.Latest.DayNumber) <= 1);

    // "Nobody fought in the city" denies no raid that it does not name; "the city has not fallen" denies its fall.
    private static bool Denied(Fact told, Fact denial) =>
        (told.Said.Type == "capture" || Parties.Share(told, denial)) && SamePlace(told, denial) && Parties.Agree(told.Agents, denial.Agents)
        && Parties.AgreeAsPatients(told.Patients, denial.Patients)
        && told.Start <= denial.Latest && denial.Start <= told.Latest.Plus(TrickleDays);

    private static bool SamePlace(Fact a, Fact b) => (a.Place, b.Place) switch
    {
        ({ } one, { } other) => Spots.Same(one, other) && (Spots.Kind(one) >= PlaceKind.Admin1 || Sure(a, b)),
        (null, null) => Sure(a, b),
        _ => false,
    };

    // Without a place, or with no more than a country, only what one report tells, or what one named side did to the same named persons, is one act.
    private static bool Sure(Fact a, Fact b) =>
        a.Entry.ArticleId == b.Entry.ArticleId || !a.Patients.IsEmpty && !b.Patients.IsEmpty && !a.Agents.IsEmpty && !b.Agents.IsEmpty;

    private static bool Near(Fact told, Fact other)
    {
        var slack = told.Said.Type == "capture" ? TrickleDays : 1;
        return other.Start <= told.Latest.Plus(slack) && told.Start <= other.Latest.Plus(slack);
    }

    /// <summary>What a group comes to on a day, or null where nothing of it has happened by then.</summary>
    public static Happening? Of(FactGroup group, DateOnly asOf)
    {
        // Most are told by one report alone, and denied by none.
        if (group is { Facts: [var only], Denials.Count: 0 })
            return !only.By(asOf) ? null : new Happening(group.Id, only.Family, [only.Said.Type], only.Positive && !Families.Denies(only.Said), only.Agents, only.Patients,
                only.Place, When(group.Facts), Numbers.Of(group.Facts), [only.Id], [], StandingRules.Judge(group.Facts, group.Denials));
        var facts = Seen(group.Facts, asOf);
        if (facts.Count == 0) return null;
        var denials = Seen(group.Denials, asOf);
        var standing = Standing(facts);
        return new Happening(
            group.Id, facts[0].Family,
            facts.TrueForAll(fact => fact.Said.Type == facts[0].Said.Type) ? [facts[0].Said.Type] : [.. facts.GroupBy(fact => fact.Said.Type, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
            facts[0].Positive && !Families.Denies(facts[0].Said),
            Together(facts, fact => fact.Agents), Together(facts, fact => fact.Patients),
            Finest(facts), When(standing), Numbers.Of(standing), Ids(facts), Ids(denials), StandingRules.Judge(facts, denials));
    }

    /// <summary>The day under which a group is shown once all of it has happened.</summary>
    public static DateOnly LastDay(FactGroup group) => When(Standing(group.Facts)).To!.Value;

    private static List<Fact> Standing(List<Fact> facts) => facts.Exists(fact => fact.TakenBack) ? [.. facts.Where(fact => !fact.TakenBack).DefaultIfEmpty(facts[0])] : facts;

    /// <summary>Every party of one side of the facts once.</summary>
    public static ImmutableArray<Party> Together(List<Fact> facts, Func<Fact, ImmutableArray<Party>> side) =>
        facts.Count == 1 || facts.TrueForAll(fact => side(fact).AsSpan().SequenceEqual(side(facts[0]).AsSpan())) ? side(facts[0]) : Parties.Together(facts.Select(side));

    private static List<Fact> Seen(List<Fact> facts, DateOnly asOf) => facts.TrueForAll(fact => fact.By(asOf)) ? facts : facts.FindAll(fact => fact.By(asOf));

    /// <summary>The finest place that is said; of equally fine ones the most frequent.</summary>
    public static Spot? Finest(IReadOnlyList<Fact> facts) => facts.Count == 1 || facts.All(fact => ReferenceEquals(fact.Place, facts[0].Place)) ? facts[0].Place
        : facts.Where(fact => fact.Place is not null).GroupBy(fact => fact.Place!.Key, StringComparer.Ordinal)
            .OrderByDescending(group => Spots.Kind(group.First().Place!)).ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.First().Place;

    /// <summary>The days that the facts leave open: from the earliest day given to the latest that all allow.</summary>
    public static DayRange When(IReadOnlyCollection<Fact> facts)
    {
        if (facts is List<Fact> { Count: 1 } one) return new DayRange(one[0].From > one[0].Latest ? one[0].Latest : one[0].From, one[0].Latest);
        var until = facts.Min(fact => fact.Latest);
        var from = facts.Where(fact => fact.From is not null).Min(fact => fact.From);
        return new DayRange(from > until ? until : from, until);
    }

    public static ImmutableArray<string> Ids(IEnumerable<Fact> facts) => facts is List<Fact> { Count: < 2 } list ? list.Count == 0 ? [] : [list[0].Id] : [.. facts.Select(fact => fact.Id).Order(StringComparer.Ordinal)];
}
