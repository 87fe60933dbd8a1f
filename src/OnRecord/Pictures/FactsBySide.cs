namespace OnRecord.Pictures;

/// <summary>Facts under what is done, by which side, in which country, each list in order of a day, so that those of some days are found without a look at the rest.</summary>
internal sealed class FactsBySide
{
    private const string Anywhere = "*";

    private readonly Func<Fact, DateOnly> _day;
    private readonly Dictionary<(string Deed, string Body, string Realm), List<Fact>> _facts = [];

    public FactsBySide(IEnumerable<Fact> facts, Func<Fact, DateOnly> day)
    {
        _day = day;
        foreach (var fact in facts.OrderBy(day).ThenBy(fact => fact.Id, StringComparer.Ordinal))
            foreach (var body in Bodies(fact))
            {
                Add((Commitments.Deed(fact.Said.Type), body, Spots.Realm(fact.Place)), fact);
                Add((Commitments.Deed(fact.Said.Type), body, Anywhere), fact);
            }
    }

    /// <summary>What the sides of a fact did of the same kind from a day to a day, in order of day; in its country, or anywhere where it names no place.</summary>
    public List<Fact> Near(Fact fact, DateOnly from, DateOnly to)
    {
        var found = new List<Fact>();
        foreach (var body in Bodies(fact))
        {
            if (!_facts.TryGetValue((Commitments.Deed(fact.Said.Type), body, fact.Place is null ? Anywhere : Spots.Realm(fact.Place)), out var list)) continue;
            for (var i = First(list, from); i < list.Count && _day(list[i]) <= to; i++) found.Add(list[i]);
        }
        return fact.Agents.Length > 1 ? [.. found.Distinct().OrderBy(_day).ThenBy(other => other.Id, StringComparer.Ordinal)] : found;
    }

    private void Add((string, string, string) key, Fact fact) => (_facts.TryGetValue(key, out var list) ? list : _facts[key] = []).Add(fact);

    private int First(List<Fact> list, DateOnly day)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_day(list[middle]) < day) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static IEnumerable<string> Bodies(Fact fact) => fact.Agents.Length == 1 ? [Parties.Body(fact.Agents[0].Key)] : fact.Agents.Select(agent => Parties.Body(agent.Key)).Distinct();
}
