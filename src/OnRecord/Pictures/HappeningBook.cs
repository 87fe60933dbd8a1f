using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace OnRecord.Pictures;

/// <summary>A happening as it stands on a day, and what is drawn from it alone.</summary>
internal sealed record DrawnHappening(Happening Happening, Harm? Harm, Claim Claim, ImmutableArray<Disagreement> Disagreements)
{
    /// <summary>What facts make of a happening.</summary>
    public static DrawnHappening Of(Happening happening, IReadOnlyDictionary<string, Fact> facts) =>
        new(happening, Harms.Of(happening, facts), new Claim("cla-" + happening.Id, happening.Id, happening.Types[0], happening.Agents, happening.Place, happening.When, happening.Standing), Pictures.Disagreements.Of(happening, facts));
}

/// <summary>The happenings of a day in order of day, and what is drawn from them.</summary>
internal sealed record HappeningsOfDay(ImmutableArray<Happening> Happenings, ImmutableArray<Harm> Harm, List<Disagreement> Disagreements, ImmutableArray<Claim> Claims);

/// <summary>The groups of facts in the order in which their happenings are shown in the end: a day's picture makes only those anew of which some is before the day and some after it, and takes the rest as they were made.</summary>
internal sealed class HappeningBook
{
    private readonly IReadOnlyDictionary<string, Fact> _facts;
    private readonly FactGroup[] _groups;

    // Of each group the day from which it shows, that from which it stays as it is, and that under which it is then shown.
    private readonly int[] _first, _last, _until;
    private readonly int[] _byId;
    private readonly DrawnHappening?[] _settled, _today;
    private readonly LinkedHappenings _linked;

    public HappeningBook(IReadOnlyList<FactGroup> groups, IReadOnlyDictionary<string, Fact> facts)
    {
        _facts = facts;
        _groups = [.. groups];
        var keys = Array.ConvertAll(_groups, group => (Happenings.LastDay(group).DayNumber, group.Id));
        Array.Sort(keys, _groups, Comparer<(int Day, string Id)>.Create((a, b) => a.Day.CompareTo(b.Day) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id)));
        _until = Array.ConvertAll(keys, key => key.DayNumber);
        _first = Array.ConvertAll(_groups, group => group.Days.First.DayNumber);
        _last = Array.ConvertAll(_groups, group => group.Days.Last.DayNumber);
        _byId = [.. Enumerable.Range(0, _groups.Length)];
        Array.Sort(Array.ConvertAll(_groups, group => group.Id), _byId, StringComparer.Ordinal);
        _settled = new DrawnHappening?[_groups.Length];
        _today = new DrawnHappening?[_groups.Length];
        _linked = new LinkedHappenings(_groups);
    }

    /// <summary>The happenings as of a day.</summary>
    public HappeningsOfDay At(DateOnly asOf)
    {
        var (count, moved) = (0, new List<int>());
        for (var i = 0; i < _groups.Length; i++)
        {
            _today[i] = asOf.DayNumber < _first[i] || _linked.Holds(i) ? null : asOf.DayNumber >= _last[i] ? _settled[i] ??= Settled(_groups[i], asOf) : Drawn(Happenings.Of(_groups[i], asOf));
        }
        _linked.Draw(asOf, _facts, _today);
        for (var i = 0; i < _groups.Length; i++)
        {
            if (_today[i] is not { } drawn) continue;
            count++;
            if (asOf.DayNumber < _last[i] && drawn.Happening.When.To!.Value.DayNumber != _until[i]) moved.Add(i);
        }
        var (happenings, harm, disagreements) = (new Happening[count], new List<Harm>(), new List<Disagreement>());
        var next = 0;
        foreach (var i in Order(moved))
        {
            if (_today[i] is not { } drawn) continue;
            happenings[next++] = drawn.Happening;
            if (drawn.Harm is not null) harm.Add(drawn.Harm);
            if (!drawn.Disagreements.IsEmpty) disagreements.AddRange(drawn.Disagreements);
        }
        var (claims, at) = (new Claim[count], 0);
        foreach (var i in _byId)
            if (_today[i] is { } drawn) claims[at++] = drawn.Claim;
        return new HappeningsOfDay(ImmutableCollectionsMarshal.AsImmutableArray(happenings), [.. harm], disagreements, ImmutableCollectionsMarshal.AsImmutableArray(claims));
    }

    private DrawnHappening Settled(FactGroup group, DateOnly asOf) => group.Drawn ??= Drawn(group.Whole(asOf, Happenings.Of))!;

    private DrawnHappening? Drawn(Happening? happening) => happening is null ? null : DrawnHappening.Of(happening, _facts);

    // All in order, those among them that are today shown under another day than in the end.
    private IEnumerable<int> Order(List<int> moved)
    {
        if (moved.Count == 0) return Enumerable.Range(0, _groups.Length);
        moved.Sort(Compare);
        var away = moved.ToHashSet();
        return Merged();

        IEnumerable<int> Merged()
        {
            var next = 0;
            for (var i = 0; i < _groups.Length; i++)
            {
                if (_today[i] is null || away.Contains(i)) continue;
                while (next < moved.Count && Compare(moved[next], i) < 0) yield return moved[next++];
                yield return i;
            }
            while (next < moved.Count) yield return moved[next++];
        }

        int Compare(int a, int b) => Nullable.Compare(_today[a]!.Happening.When.To, _today[b]!.Happening.When.To) is not 0 and var order ? order : string.CompareOrdinal(_groups[a].Id, _groups[b].Id);
    }
}
