using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Claims that cannot both hold, side by side.</summary>
internal static class Disagreements
{
    // Word of a stay and of a departure belong together within this time.
    private const int StayDays = 14;

    /// <summary>All of them: by kind, then id.</summary>
    public static ImmutableArray<Disagreement> Of(IReadOnlyList<Fact> facts, ImmutableArray<Happening> happenings, IReadOnlyDictionary<string, Fact> byId)
    {
        var live = facts.Where(fact => !fact.TakenBack).ToList();
        return [.. happenings.SelectMany(happening => Counts(happening, byId)).Concat(happenings.Where(h => h.Positive && h.Denials.Length > 0).Select(h => Denial(h, byId)))
            .Concat(Holders(live)).Concat(Stays(live))
            .OrderBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<Disagreement> Counts(Happening happening, IReadOnlyDictionary<string, Fact> facts)
    {
        foreach (var range in happening.Numbers)
        {
            if (range.By.Length < 2) continue;
            // What one origin says later takes the place of what it said before: a toll that rises is no disagreement.
            var last = range.By.GroupBy(given => given.Origin, StringComparer.Ordinal)
                .Select(group => group.OrderBy(given => facts[given.Entry].Known).ThenBy(given => given.Entry, StringComparer.Ordinal).Last()).ToList();
            if (!last.Any(a => last.Any(b => Numbers.Apart(a, b)))) continue;
            yield return new Disagreement($"dis-{happening.Id[4..]}-{range.Unit.Replace(' ', '-')}", "number", happening.Id, happening.Place, happening.When,
                [.. last.GroupBy(given => (given.Low, given.High)).OrderBy(group => group.Key.Low ?? group.Key.High).ThenBy(group => group.Key.High)
                    .Select(group => new Side($"{group.First().Text} {range.Unit}", Sorted(group.Select(given => given.Origin)), Sorted(group.Select(given => given.Entry))))]);
        }
    }

    private static Disagreement Denial(Happening happening, IReadOnlyDictionary<string, Fact> facts) => new(
        "dis-" + happening.Id[4..], "denial", happening.Id, happening.Place, happening.When,
        [Said("it happened", happening.Entries.Select(id => facts[id])), Said("it did not", happening.Denials.Select(id => facts[id]))]);

    // Two sides are each said to hold or have taken one place on one and the same day.
    private static IEnumerable<Disagreement> Holders(List<Fact> facts)
    {
        var words = facts.Where(fact => fact.Said.Mode == Mode.Actual && fact.Positive && fact.Said.Type is "capture" or "hold" && fact.Place is not null
            && !fact.Agents.IsEmpty && fact.Said.Stance != Stance.Denied && fact.Names && ControlWords.OfOnePlace(fact));
        foreach (var day in words.GroupBy(fact => (fact.Place!.Key, fact.Latest)))
        {
            if (day.Count() < 2) continue;
            var sides = new List<List<Fact>>();
            foreach (var fact in day.Order(Fact.Order))
            {
                if (sides.Find(side => Parties.SameSide(side[0].Agents[0].Key, fact.Agents[0].Key)) is { } found) found.Add(fact);
                else sides.Add([fact]);
            }
            if (sides.Count < 2) continue;
            yield return new Disagreement("dis-" + sides[0][0].Id[..10], "holder", day.Key.Key, sides[0][0].Place, new DayRange(day.Key.Latest, day.Key.Latest),
                [.. sides.Select(side => Said(side[0].Agents[0].Name, side))]);
        }
    }

    // A mission stays, by one word, and goes or closes, by another.
    private static IEnumerable<Disagreement> Stays(List<Fact> facts)
    {
        var words = facts.Where(fact => fact.Place is not null && !fact.Agents.IsEmpty && fact.Said.Stance != Stance.Denied && fact.Said.Type is "mission" or "evacuate")
            .Order(Fact.Arrival).ToList();
        var leaving = words.Where(fact => fact.Said.Type == "mission" ? !fact.Stays : fact.Positive).GroupBy(fact => Spots.Realm(fact.Place), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        // Words of one mission's stay that follow one another are one side.
        var stays = new List<List<Fact>>();
        foreach (var stay in words.Where(fact => fact.Stays && fact.Said.Mode != Mode.Possible))
            if (stays.Find(side => stay.Known <= side[0].Known.Plus(StayDays) && OfOne(stay, side[0])) is { } side) side.Add(stay);
            else stays.Add([stay]);
        foreach (var side in stays)
        {
            var stay = side[0];
            if (!leaving.TryGetValue(Spots.Realm(stay.Place), out var near)) continue;
            var leave = From(near, stay.Known.Plus(-StayDays)).TakeWhile(other => other.Known <= stay.Known.Plus(StayDays)).Where(other => OfOne(stay, other)).ToList();
            if (leave.Count == 0) continue;
            yield return new Disagreement("dis-" + stay.Id[..10], "stay", stay.Id, stay.Place, new DayRange(stay.Known, side.Concat(leave).Max(fact => fact.Known)),
                [Said("it stays", side), Said("it goes or is cut down", leave)]);
        }
    }

    private static bool OfOne(Fact a, Fact b) => Parties.Agree(a.Agents, b.Agents) && (Spots.Inside(b.Place!, a.Place!) || Spots.Inside(a.Place!, b.Place!));

    private static IEnumerable<Fact> From(List<Fact> facts, DateOnly day)
    {
        var (low, high) = (0, facts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (facts[middle].Known < day) low = middle + 1;
            else high = middle;
        }
        return facts.Skip(low);
    }

    private static Side Said(string says, IEnumerable<Fact> facts)
    {
        var all = facts.ToList();
        return new Side(says, Sorted(all.Select(fact => fact.Origin)), Sorted(all.Select(fact => fact.Id)));
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> ids) => [.. ids.Distinct().Order(StringComparer.Ordinal)];
}
