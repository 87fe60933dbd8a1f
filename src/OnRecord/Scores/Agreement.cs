using OnRecord.Statements;

namespace OnRecord.Scores;

/// <summary>How far a statement found agrees with the one meant, field by field.</summary>
public sealed record Agreement
{
    /// <summary>The type is right.</summary>
    public required bool Type { get; init; }

    /// <summary>The mode is right.</summary>
    public required bool Mode { get; init; }

    /// <summary>The polarity is right.</summary>
    public required bool Polarity { get; init; }

    /// <summary>F1 of the agents, 1 where both sides name none.</summary>
    public required double Agent { get; init; }

    /// <summary>F1 of the patients, 1 where both sides name none.</summary>
    public required double Patient { get; init; }

    /// <summary>The place is right.</summary>
    public required bool Place { get; init; }

    /// <summary>Both bounds of the number are right.</summary>
    public required bool Quantity { get; init; }

    /// <summary>Both ends of the time are right.</summary>
    public required bool Time { get; init; }

    /// <summary>The last day is right.</summary>
    public required bool Deadline { get; init; }

    /// <summary>The first voice of the chain of sources is right.</summary>
    public required bool Origin { get; init; }

    /// <summary>The whole chain of sources is right, in order.</summary>
    public required bool Chain { get; init; }

    /// <summary>The stance is right.</summary>
    public required bool Stance { get; init; }

    /// <summary>All that the headline figure asks for is right: type, mode, polarity, agent, place and the origin of the source.</summary>
    public bool Strict => Type && Mode && Polarity && Agent >= 1 && Place && Origin;

    /// <summary>The fields by the names under which they are reported, in order, each from 0 to 1.</summary>
    public IEnumerable<(string Field, double Value)> Fields =>
    [
        ("type", One(Type)), ("mode", One(Mode)), ("polarity", One(Polarity)), ("agent", Agent), ("patient", Patient), ("place", One(Place)),
        ("quantity", One(Quantity)), ("time", One(Time)), ("deadline", One(Deadline)), ("origin", One(Origin)), ("chain", One(Chain)), ("stance", One(Stance)),
    ];

    /// <summary>The fields that are not wholly right, in order.</summary>
    public IEnumerable<string> Wrong => Fields.Where(f => f.Value < 1).Select(f => f.Field);

    internal static Agreement Of(GoldStatement gold, Statement found, Identities world) => new()
    {
        Type = gold.Type == found.Type,
        Mode = gold.Mode == found.Mode,
        Polarity = gold.Polarity == found.Polarity,
        Agent = SetF1(gold.Agent, [.. found.Agent.Select(a => a.Name)], world),
        Patient = SetF1(gold.Patient, [.. found.Patient.Select(p => p.Name)], world),
        Place = PlaceMatch.Same(gold.Place, found.Place, world),
        Quantity = gold.Quantity is null == found.Quantity is null
            && SameNumber(gold.Quantity?.Low, found.Quantity?.Low) && SameNumber(gold.Quantity?.High, found.Quantity?.High),
        Time = gold.Time is null == found.Time is null && gold.Time?.From == found.Time?.From && gold.Time?.To == found.Time?.To,
        Deadline = gold.Deadline == found.Deadline?.Day,
        Origin = gold.Sources.IsEmpty ? found.Sources.IsEmpty
            : !found.Sources.IsEmpty && NameMatch.SameSource(gold.Sources[0], Written(found.Sources[0]), world),
        Chain = gold.Sources.Length == found.Sources.Length
            && gold.Sources.Zip(found.Sources).All(pair => NameMatch.SameSource(pair.First, Written(pair.Second), world)),
        Stance = gold.Stance == found.Stance,
    };

    // "Name (role)", as the guide writes a source of which both are given.
    private static string Written(Source source) => source.Role is { Length: > 0 } role ? $"{source.Name} ({role})" : source.Name;

    private static double SetF1(IReadOnlyList<string> gold, IReadOnlyList<string> found, Identities world) =>
        gold.Count + found.Count == 0 ? 1 : 2.0 * NameMatch.Common(gold, found, world) / (gold.Count + found.Count);

    // Shares are written to four places.
    private static bool SameNumber(double? gold, double? found) => gold is { } a && found is { } b ? Math.Abs(a - b) < 0.0001 : gold is null == found is null;

    private static double One(bool right) => right ? 1 : 0;
}
