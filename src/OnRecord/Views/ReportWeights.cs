using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>How much the lines of a report weigh: plain sums, so that a reader can see why one line stands before another.</summary>
internal sealed class ReportWeights(DateOnly asOf)
{
    // How grave, how large, how recent, how many reports.
    public double Of(string type, DayRange when, Spot? place, ImmutableArray<NumberRange> numbers, int reports) =>
        Gravity(type) + Size(place) + Math.Log10(1 + Math.Max(0, numbers.Max(number => number.High) ?? 0)) + Recent(when.To ?? asOf) + Math.Log2(1 + reports);

    public static double Gravity(string type) => type switch
    {
        "execute" or "sexual_violence" or "torture" or "capture" => 4,
        "kill" or "agree" or "surrender" => 3,
        "airstrike" or "bombing" or "shelling" or "attack" or "displace" or "abduct" or "power" => 2,
        "responsibility" or "tally" => -1,
        "clash" or "besiege" or "injure" or "retreat" or "withdraw" or "evacuate" or "breach" => 1,
        _ => 0,
    };

    public static double Size(Spot? place) => place?.Place switch
    {
        null => 0,
        { Capital: "C" } or { Kind: PlaceKind.Country } => 3,
        { Capital: "A" } or { Kind: PlaceKind.Admin1 } => 2,
        { Population: > 100_000 } => 1.5,
        _ => 1,
    };

    // A point less for each doubling of the days that have passed.
    public double Recent(DateOnly day) => 4 - Math.Log2(1 + Math.Abs(asOf.DayNumber - day.DayNumber));

    // What runs out or was settled lately comes before what is open without a day.
    public double Urgency(Commitment c) =>
        Gravity(c.Type) + Size(c.Place) + Recent(c.Settled ?? c.Due ?? c.Said) + (c.Due is null ? 0 : 2) + (c.State is CommitmentState.Met or CommitmentState.Broken or CommitmentState.Withdrawn ? 2 : 0);

    // A line with half its parts missing says little.
    public static double Told(ImmutableArray<Party> agents, ImmutableArray<Party> patients, ImmutableArray<NumberRange> numbers) =>
        (agents.IsEmpty ? -1.5 : 0) + (patients.IsEmpty ? numbers.IsEmpty ? -0.5 : 0 : patients.All(Parties.IsThing) ? -1.5 : 0);
}
