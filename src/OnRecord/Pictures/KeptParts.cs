namespace OnRecord.Pictures;

/// <summary>What follows from the facts of a kept fold, by the facts' numbers.</summary>
internal static class KeptParts
{
    // No denial, no deed, no word: nothing is ever added to what was kept.
    private static readonly List<Fact> None = [];

    public static void Write(FoldWriter to, FoldTables tables, KnownFacts known, Func<Fact, int> number)
    {
        var (groups, places, said, moves) = (new FoldWriter(), new FoldWriter(), new FoldWriter(), new FoldWriter());
        var at = new Dictionary<FactGroup, int>(ReferenceEqualityComparer.Instance);
        groups.Number(known.Groups.Count);
        foreach (var group in known.Groups)
        {
            at.Add(group, at.Count);
            groups.Indexes(Numbers(group.Facts)).Indexes(Numbers(group.Denials));
        }
        groups.Number(known.Groups.Count(group => !group.Attacks.IsEmpty));
        foreach (var group in known.Groups.Where(group => !group.Attacks.IsEmpty))
        {
            groups.Number(at[group]).Number(group.Attacks.Length);
            foreach (var (attack, reports) in group.Attacks) groups.Number(at[attack]).Number(reports);
        }
        places.Number(known.Places.Count);
        foreach (var place in known.Places)
        {
            places.Number(place.Words.Length);
            // "Insurgents" that are one group here are not so elsewhere.
            foreach (var word in place.Words) places.Number(number(word)).Number(tables.Text(word.Called)).Number(word.Called is null ? 0 : tables.Side(word.Agents));
            places.Indexes(Numbers(place.Fights));
        }
        said.Number(known.Said.Count);
        foreach (var group in known.Said) said.Indexes(Numbers(group.Facts)).Indexes(Numbers(group.Deeds)).Indexes(Numbers(group.Words));
        moves.Number(known.Moves.Seen.Count);
        foreach (var seen in known.Moves.Seen) moves.Indexes(Numbers(seen.Facts));
        moves.Indexes(Numbers(known.Moves.Announced));
        to.Part(groups).Part(places).Part(said).Part(moves);

        int[] Numbers(IEnumerable<Fact> facts) => [.. facts.Select(number)];
    }

    public static KnownFacts Read(FoldReader from, FoldTables.Read tables, Fact[] facts)
    {
        var (groupBytes, placeBytes, saidBytes, moveBytes) = (from.Part(), from.Part(), from.Part(), from.Part());
        var (groups, places, said) = (Array.Empty<FactGroup>(), Array.Empty<ControlledPlace>(), Array.Empty<SaidGroup>());
        MovementBook? moves = null;
        Dictionary<string, Fact>? byId = null;
        Parallel.Invoke(
            () => groups = Groups(groupBytes, facts),
            () => byId = facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal),
            () => places = placeBytes.Many(one => new ControlledPlace([.. one.Many(word => Word(word, tables, facts))], [.. one.Picked(facts)])),
            () => said = saidBytes.Many(one => new SaidGroup(one.Picked(facts), Some(one, facts), Some(one, facts))),
            () => moves = new MovementBook([.. moveBytes.Many(one => one.Picked(facts)).Select((group, i) => new FactGroup(group, None, i))], moveBytes.Picked(facts)));
        return new KnownFacts(facts, byId!, groups, places, said, moves!);
    }

    private static FactGroup[] Groups(FoldReader from, Fact[] facts)
    {
        var count = 0;
        var groups = from.Many(one => new FactGroup(one.Picked(facts), Some(one, facts), count++));
        for (var left = from.Number(); left > 0; left--)
            groups[from.Number()].Attacks = [.. from.Many(one => (groups[one.Number()], one.Number()))];
        return groups;
    }

    private static Fact Word(FoldReader from, FoldTables.Read tables, Fact[] facts)
    {
        var (fact, called, agents) = (facts[from.Number()], tables.Text(from), tables.Sides[from.Number()]);
        return called is null ? fact : fact with { Agents = agents, Called = called };
    }

    private static List<Fact> Some(FoldReader from, Fact[] facts) => from.Picked(facts) is { Count: > 0 } some ? some : None;
}
