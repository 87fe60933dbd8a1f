using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Claims that cannot both hold, side by side.</summary>
internal static class Disagreements
{
    // Word of a stay and of a departure belong together within this time.
    private const int StayDays = 14;

    /// <summary>Those about one happening: numbers that cannot both be, and word that it did not happen.</summary>
    public static ImmutableArray<Disagreement> Of(Happening happening, IReadOnlyDictionary<string, Fact> facts)
    {
        var denied = happening.Positive && happening.Denials.Length > 0;
        if (!denied && happening.Numbers.All(range => range.By.Length < 2)) return [];
        return [.. Counts(happening, facts), .. denied ? [Denial(happening, facts)] : Array.Empty<Disagreement>()];
    }

    /// <summary>The words that may be at odds with others about who holds a place or whether a mission stays; they do not depend on the day.</summary>
    public static DisagreementBook Book(IReadOnlyList<Fact> facts)
    {
        var live = facts.Where(fact => !fact.TakenBack).ToList();
        var words = live.Where(fact => fact.Said.Mode == Mode.Actual && fact.Positive && fact.Said.Type is "capture" or "hold" && fact.Place is not null
            && !fact.Agents.IsEmpty && fact.Said.Stance != Stance.Denied && fact.Names && ControlWords.OfOnePlace(fact));
        var missions = live.Where(fact => fact.Place is not null && !fact.Agents.IsEmpty && fact.Said.Stance != Stance.Denied && fact.Said.Type is "mission" or "evacuate").ToList();
        return new DisagreementBook([.. words.GroupBy(fact => (fact.Place!.Key, fact.Latest)).Where(day => day.Skip(1).Any()).Select(day => day.Order(Fact.Order).ToList()).Where(day => Sides(day).Count > 1)],
            missions.Exists(fact => fact.Stays) ? [.. missions.Order(Fact.Arrival)] : []);
    }

    /// <summary>All as of a day, those about happenings among them: by kind, then id.</summary>
    public static ImmutableArray<Disagreement> Of(DisagreementBook book, IEnumerable<Disagreement> happenings, DateOnly asOf) =>
        [.. happenings.Concat(Holders(book.Rivals, asOf)).Concat(Stays(book.Missions.FindAll(fact => fact.Tells(asOf)))).OrderBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)];

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
    private static IEnumerable<Disagreement> Holders(List<List<Fact>> rivals, DateOnly asOf)
    {
        foreach (var day in rivals)
        {
            var sides = Sides(day.FindAll(fact => fact.By(asOf)));
            if (sides.Count < 2) continue;
            var first = sides[0][0];
            yield return new Disagreement("dis-" + first.Id[..10], "holder", first.Place!.Key, first.Place, new DayRange(first.Latest, first.Latest),
                [.. sides.Select(side => Said(side[0].Agents[0].Name, side))]);
        }
    }

    private static List<List<Fact>> Sides(List<Fact> words)
    {
        var sides = new List<List<Fact>>();
        foreach (var fact in words)
        {
            if (sides.Find(side => Parties.SameSide(side[0].Agents[0].Key, fact.Agents[0].Key)) is { } found) found.Add(fact);
            else sides.Add([fact]);
        }
        return sides;
    }

    // A mission stays, by one word, and goes or closes, by another.
    private static IEnumerable<Disagreement> Stays(List<Fact> words)
    {
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

/// <summary>Words of several sides about one place and day, and words about missions where some say that one stays, in the order of their arrival.</summary>
internal sealed record DisagreementBook(List<List<Fact>> Rivals, List<Fact> Missions);
