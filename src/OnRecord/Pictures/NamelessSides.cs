namespace OnRecord.Pictures;

/// <summary>"Insurgents" that take a town while one named group alone takes towns in that country are that group; where two do, or none, they stay nameless.</summary>
internal static class NamelessSides
{
    // As long as one campaign is news.
    private const int Week = 7;
    private const int Around = 2;

    private static readonly string[] Classes = ["insurgent", "rebel", "militant", "fighter", "gunman", "gunmen", "jihadist", "group"];

    /// <summary>The facts of a country; those of a nameless side under the name of the one group that it can be.</summary>
    public static List<Fact> Named(List<Fact> facts)
    {
        if (!facts.Exists(IsNameless)) return facts;
        var weeks = new Dictionary<int, Dictionary<string, Party>>();
        foreach (var fact in facts)
            if (ControlWords.Act(fact) is ControlAct.Capture or ControlAct.Recapture && ControlWords.Side(fact) is { Actor: not null } side && !Parties.IsState(side.Key) && !Parties.IsCivilian(side))
                (weeks.TryGetValue(WeekOf(fact), out var sides) ? sides : weeks[WeekOf(fact)] = new(StringComparer.Ordinal)).TryAdd(Parties.Body(side.Key), side);
        return facts.ConvertAll(fact => IsNameless(fact) && Only(weeks, WeekOf(fact)) is { } group ? fact with { Agents = [group], Called = fact.Agents[0].Name } : fact);
    }

    private static bool IsNameless(Fact fact) => fact.Agents is [var side] && fact.Said.Type is "capture" or "hold" && ControlWords.IsNameless(side) && Classes.Contains(side.Noun);

    private static Party? Only(Dictionary<int, Dictionary<string, Party>> weeks, int week)
    {
        Party? only = null;
        for (var near = week - Around; near <= week + Around; near++)
        {
            if (!weeks.TryGetValue(near, out var sides)) continue;
            foreach (var side in sides.Values)
                if (only is null || Parties.SameSide(only.Key, side.Key)) only = side;
                else return null;
        }
        return only;
    }

    private static int WeekOf(Fact fact) => fact.Latest.DayNumber / Week;
}
