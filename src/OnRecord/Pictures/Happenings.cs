using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Brings together the statements that tell of one act.</summary>
internal static class Happenings
{
    // A town that one side took is not taken by it again a day later: reports of the taking trickle in for some days.
    private const int TrickleDays = 3;

    /// <summary>The happenings in order of day.</summary>
    public static ImmutableArray<Happening> Of(IEnumerable<Fact> facts)
    {
        var told = facts.Where(fact => fact.Said.Mode == Mode.Actual && !Families.IsState(fact.Said.Type) && !Tallies.IsTally(fact.Said)).ToList();
        var groups = Group(told.Where(fact => !Families.Denies(fact.Said)));
        var byKind = groups.ToLookup(group => (group.Facts[0].Family, Spots.Realm(group.Facts[0].Place)));
        var alone = new List<Fact>();
        foreach (var denial in told.Where(fact => Families.Denies(fact.Said)))
        {
            var about = byKind[(denial.Family, Spots.Realm(denial.Place))].Where(group => Denied(group.Facts[0], denial)).ToList();
            if (about.Count == 0) alone.Add(denial);
            // The nearest in time is meant; of equally near ones the first.
            else about.MinBy(group => Math.Abs(group.Facts[0].Latest.DayNumber - denial.Latest.DayNumber))!.Denials.Add(denial);
        }
        return [.. groups.Concat(Group(alone)).Select(Happening)
            .OrderBy(happening => happening.When.To).ThenBy(happening => happening.Id, StringComparer.Ordinal)];
    }

    /// <summary>Groups facts that may tell of one act: each is held against the first of every group that is still near in time.</summary>
    public static List<FactGroup> Group(IEnumerable<Fact> facts)
    {
        var all = new List<FactGroup>();
        var open = new Dictionary<(string Family, string Realm), List<FactGroup>>();
        foreach (var fact in facts.Order(Fact.Order))
        {
            var key = (fact.Family, Spots.Realm(fact.Place));
            if (!open.TryGetValue(key, out var near)) open[key] = near = [];
            near.RemoveAll(group => group.Facts[0].Latest.AddDays(TrickleDays) < fact.Start);
            if (near.Find(group => OneAct(group.Facts[0], fact)) is { } found)
            {
                found.Facts.Add(fact);
                continue;
            }
            var made = new FactGroup([fact], []);
            near.Add(made);
            all.Add(made);
        }
        return all;
    }

    private static bool OneAct(Fact first, Fact other) =>
        first.Positive == other.Positive && (first.Said.Type == other.Said.Type || Parties.Share(first, other)) && SamePlace(first, other) && Near(first, other) && Parties.Agree(first.Agents, other.Agents)
        && Parties.AgreeAsPatients(first.Patients, other.Patients) && (first.Said.Type != "capture" || SameTaking(first, other));

    // Things taken in a town are not the town taken; and "the city" of one report is the town named in another only within a day.
    private static bool SameTaking(Fact first, Fact other) =>
        Control.OfTown(first) == Control.OfTown(other) && first.Patients.Any(Parties.StandsForTown) == other.Patients.Any(Parties.StandsForTown) && (first.Names || !other.Names || other.Latest <= first.Latest.AddDays(1));

    // "Nobody fought in the city" denies no raid that it does not name; "the city has not fallen" denies its fall.
    private static bool Denied(Fact first, Fact denial) =>
        (first.Said.Type == "capture" || Parties.Share(first, denial)) && SamePlace(first, denial) && Parties.Agree(first.Agents, denial.Agents)
        && Parties.AgreeAsPatients(first.Patients, denial.Patients)
        && first.Start <= denial.Latest && denial.Start <= first.Latest.AddDays(TrickleDays);

    private static bool SamePlace(Fact a, Fact b) => (a.Place, b.Place) switch
    {
        ({ } one, { } other) => Spots.Same(one, other) && (Spots.Kind(one) >= PlaceKind.Admin1 || Sure(a, b)),
        (null, null) => Sure(a, b),
        _ => false,
    };

    // Without a place, or with no more than a country, only what one report tells, or what one named side did to the same named persons, is one act.
    private static bool Sure(Fact a, Fact b) =>
        a.Entry.ArticleId == b.Entry.ArticleId || !a.Patients.IsEmpty && !b.Patients.IsEmpty && !a.Agents.IsEmpty && !b.Agents.IsEmpty;

    private static bool Near(Fact first, Fact other)
    {
        var slack = first.Said.Type == "capture" ? TrickleDays : 1;
        return other.Start <= first.Latest.AddDays(slack) && first.Start <= other.Latest.AddDays(1);
    }

    private static Happening Happening(FactGroup group)
    {
        var facts = group.Facts;
        var standing = facts.Where(fact => !fact.TakenBack).DefaultIfEmpty(facts[0]).ToList();
        return new Happening(
            "hap-" + facts[0].Id[..10], facts[0].Family,
            [.. facts.GroupBy(fact => fact.Said.Type, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
            facts[0].Positive && !Families.Denies(facts[0].Said),
            Parties.Together(facts.Select(fact => fact.Agents)), Parties.Together(facts.Select(fact => fact.Patients)),
            Finest(facts), When(standing), Numbers.Of(standing), Ids(facts), Ids(group.Denials), StandingRules.Judge(facts, group.Denials));
    }

    /// <summary>The finest place that is said; of equally fine ones the most frequent.</summary>
    public static Spot? Finest(IEnumerable<Fact> facts) =>
        facts.Where(fact => fact.Place is not null).GroupBy(fact => fact.Place!.Key, StringComparer.Ordinal)
            .OrderByDescending(group => Spots.Kind(group.First().Place!)).ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.First().Place;

    /// <summary>The days that the facts leave open: from the earliest day given to the latest that all allow.</summary>
    public static DayRange When(IReadOnlyCollection<Fact> facts)
    {
        var until = facts.Min(fact => fact.Latest);
        var from = facts.Where(fact => fact.From is not null).Min(fact => fact.From);
        return new DayRange(from > until ? until : from, until);
    }

    public static ImmutableArray<string> Ids(IEnumerable<Fact> facts) => [.. facts.Select(fact => fact.Id).Order(StringComparer.Ordinal)];
}

/// <summary>Facts that tell of one thing, in the order of the fold, and those that deny it.</summary>
internal sealed record FactGroup(List<Fact> Facts, List<Fact> Denials);
