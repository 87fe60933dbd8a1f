using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>What is known of one country: what belongs together is found once, and a day on which nothing can turn has the sheet of the day before it.</summary>
internal sealed class CountryFold(List<Fact> facts)
{
    // A slider goes to and fro between a few days.
    private const int MostSheets = 3;

    private readonly List<(int Turn, PictureSheet Sheet)> _sheets = [];
    private int[]? _turns;
    private HappeningGroups? _groups;

    /// <summary>True where these are the same facts, of the same origins, in the same order.</summary>
    public bool Holds(List<Fact> others)
    {
        if (facts.Count != others.Count) return false;
        for (var i = 0; i < facts.Count; i++)
            if (!ReferenceEquals(facts[i], others[i]) && (facts[i] != others[i] || facts[i].Origin != others[i].Origin || facts[i].TakenBack != others[i].TakenBack)) return false;
        return true;
    }

    public PictureSheet Sheet(DateOnly asOf)
    {
        _turns ??= [.. facts.SelectMany(Turns).Select(day => day.DayNumber).Distinct().Order()];
        var at = Array.BinarySearch(_turns, asOf.DayNumber);
        var turn = at >= 0 ? at : ~at - 1;
        var kept = _sheets.FindIndex(one => one.Turn == turn);
        var sheet = kept >= 0 ? _sheets[kept].Sheet : PictureSheet.Of(facts, _groups ??= Happenings.Group(facts.Order(Fact.Order)), asOf);
        if (kept >= 0) _sheets.RemoveAt(kept);
        else if (_sheets.Count == MostSheets) _sheets.RemoveAt(0);
        _sheets.Add((turn, sheet));
        return sheet;
    }

    // The days from which on a fact is seen otherwise than on the day before.
    private static IEnumerable<DateOnly> Turns(Fact fact)
    {
        if (fact.Said.Mode == Mode.Actual) yield return fact.Dated ? fact.From ?? fact.Latest : fact.Latest;
        else yield return fact.Known;
        if (fact.Said.Time?.To is { } to)
        {
            yield return to;
            yield return to.Plus(1);
        }
        if (fact.Said.Deadline is { } deadline) yield return deadline.Day.Plus(1);
        if (Families.IsCombat(fact.Said.Type)) yield return fact.Latest.Plus(ControlFold.FightDays + 1);
    }
}
