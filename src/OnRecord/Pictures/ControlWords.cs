using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>What the words about a place come to for the question of who holds it, and how much each weighs.</summary>
internal static class ControlWords
{
    // An act weighs more than a state, and a state with a name more than a fight; the side that admits a loss weighs most, who boasts and who doubts weigh less.
    private const double Admitted = 1.5;
    private const double Boasted = 0.6;
    private const double Doubtful = 0.3;

    /// <summary>The weight of an act before it is known who says so.</summary>
    public static double Of(ControlAct act) => act switch
    {
        ControlAct.Capture or ControlAct.Recapture or ControlAct.HandOver => 3,
        ControlAct.Fall or ControlAct.Retreat or ControlAct.Denial => 2,
        ControlAct.Hold => 1.5,
        _ => 1,
    };

    /// <summary>The act that a fact of control tells of.</summary>
    public static ControlAct Act(Fact fact) => fact.Said.Type switch
    {
        _ when !fact.Positive => ControlAct.Denial,
        "capture" => fact.Agents.IsEmpty ? ControlAct.Fall : ControlAct.Capture,
        "hold" => ControlAct.Hold,
        "surrender" when !fact.Patients.IsEmpty => ControlAct.HandOver,
        "surrender" or "retreat" => ControlAct.Retreat,
        _ => ControlAct.Contest,
    };

    /// <summary>The side that a fact of control speaks of, or null.</summary>
    public static Party? Side(Fact fact) => Act(fact) switch
    {
        ControlAct.HandOver => fact.Patients[0],
        _ => fact.Agents.IsEmpty ? null : fact.Agents[0],
    };

    /// <summary>How much a fact weighs.</summary>
    public static double Weight(Fact fact)
    {
        var weight = Of(Act(fact));
        if (fact.Said.Stance == Stance.Doubted) return weight * Doubtful;
        var side = Side(fact);
        if (side is not null && Parties.SameSide(side.Key, fact.Origin)) return weight * (Act(fact) is ControlAct.Retreat or ControlAct.Denial ? Admitted : Boasted);
        return Parties.CanAdmit(fact.Origin) && (fact.Patients.Any(party => Parties.SameSide(party.Key, fact.Origin)) || fact.Place?.Place is { } place && Parties.IsStateOf(fact.Origin, place.Country))
            ? weight * Admitted : weight;
    }

    /// <summary>What several facts weigh together: one origin counts once, by its weightiest word.</summary>
    public static double Together(IEnumerable<Fact> facts) =>
        facts.GroupBy(fact => fact.Origin, StringComparer.Ordinal).Sum(group => group.Max(Weight));

    /// <summary>True where a fact is of one town or division: not of a country, nor of a number or a share of places in it.</summary>
    public static bool OfOnePlace(Fact fact) => Spots.Kind(fact.Place!) >= PlaceKind.Admin1
        && (fact.Said.Quantity is not { } quantity || !(quantity.Low > 1 || quantity.Unit == "share" || quantity.High > 1) || IsOneOfSeveral(fact.Place!, quantity));

    /// <summary>True where a town is one of those counted: "seven more capitals, A, B …"; no town has capitals or cities in it.</summary>
    public static bool IsOneOfSeveral(Spot place, Quantity quantity) =>
        Spots.Kind(place) >= PlaceKind.Admin2 && Parties.Noun(quantity.Unit) is "capital" or "city" or "citie" or "town" or "province";

    /// <summary>True where a side is called by what it is and not by its name: it does not tell itself apart from a named one.</summary>
    public static bool IsNameless(Party party) => party.Actor is null && !party.Name.Any(char.IsUpper);

    /// <summary>True where it may be the one who holds a place: persons who bear no arms do not.</summary>
    public static bool CanHold(Party party) => !Parties.IsCivilian(party) && (party.Actor is not null || party.Name.Any(char.IsUpper) || Parties.IsSide(party));

    /// <summary>True where a capture is of the place itself, not of things in it.</summary>
    public static bool OfTown(Fact fact) => fact.Patients.IsEmpty || fact.Patients.Any(party => Parties.IsSide(party) || Parties.StandsForTown(party));

    /// <summary>The word as the picture shows it.</summary>
    public static ControlWord Word(Fact fact, ControlAct act) => new(fact.Id, act, Side(fact), fact.Latest, Math.Round(Weight(fact), 2)) { Called = fact.Called };

    /// <summary>In order of day, then id.</summary>
    public static ImmutableArray<ControlWord> Sorted(IEnumerable<ControlWord> words) =>
        [.. words.OrderBy(word => word.Day).ThenBy(word => word.Entry, StringComparer.Ordinal)];
}
