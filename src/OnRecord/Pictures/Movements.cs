using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Forces and people on the move, announced or seen.</summary>
internal static class Movements
{
    /// <summary>The movements seen, each with its reports, and what is announced, in order of arrival; they do not depend on the day.</summary>
    public static MovementBook Book(IReadOnlyList<Fact> facts)
    {
        var moves = facts.Where(fact => Families.IsMove(fact.Said.Type) && fact.Positive && fact.Said.Stance != Stance.Denied && fact.Said.Mode != Mode.Possible && !fact.TakenBack).ToList();
        return new MovementBook(Happenings.Group(moves.Where(fact => fact.Said.Mode == Mode.Actual), new GroupIndex()),
            [.. moves.Where(fact => fact.Said.Mode != Mode.Actual).Order(Fact.Arrival)]);
    }

    /// <summary>Only movements of one kind may be the same.</summary>
    public static (string, string) Kind(Fact fact) => (fact.Family, Spots.Realm(fact.Place));

    /// <summary>True where what one tells may be what the other tells.</summary>
    public static bool SameMove(Fact a, Fact b) =>
        a.Family == b.Family && Parties.Agree(a.Agents, b.Agents) && Parties.MoversAgree(a, b) && Parties.ShareMovers(a, b)
        && Parties.AgreeAsPatients(a.Patients, b.Patients)
        && (a.Place is { } one && b.Place is { } other ? Spots.Inside(one, other) || Spots.Inside(other, one) : a.Place is null && b.Place is null);

    /// <summary>What facts of one movement come to on a day.</summary>
    public static Movement Made(List<Fact> facts, DateOnly asOf)
    {
        if (facts is [{ Said.Mode: Mode.Actual } only])
            return new Movement(string.Concat("mov-", only.Id.AsSpan(0, 10)), only.Said.Type, only.Agents, only.Patients, only.Place, Happenings.When(facts), Numbers.Of(facts),
                only.Said.Time?.To <= asOf ? MovementState.Done : MovementState.UnderWay, [only.Id], StandingRules.Judge(facts, []))
            { From = (only.Way ?? Ways.Usual(only.Said.Type)) == Way.From ? only.Place : null, To = (only.Way ?? Ways.Usual(only.Said.Type)) == Way.To ? only.Place : null };
        var seen = facts.Where(fact => fact.Said.Mode == Mode.Actual).ToList();
        var state = seen.Count == 0 ? MovementState.Announced
            : seen.Any(fact => fact.Said.Time?.To <= asOf) ? MovementState.Done
            : MovementState.UnderWay;
        var telling = seen.Count > 0 ? seen : facts;
        var (type, place) = (telling[0].Said.Type, Happenings.Finest(telling));
        var way = Ways.Of(type, telling.Where(fact => fact.Place?.Key == place?.Key));
        return new Movement("mov-" + facts[0].Id[..10], type, Happenings.Together(facts, fact => fact.Agents),
            Happenings.Together(facts, fact => fact.Patients), place, Happenings.When(telling), Numbers.Of(telling), state,
            Happenings.Ids(facts), StandingRules.Judge(telling, []))
        { From = way == Way.From ? place : null, To = way == Way.To ? place : null };
    }
}
