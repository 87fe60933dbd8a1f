using System.Collections.Immutable;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>Finds the facts of all countries by id, and what reports call an actor; each is made when first asked for.</summary>
/// <param name="facts">The facts of each country.</param>
/// <param name="entryOf">Where to get entries by id, if the facts have not all of theirs.</param>
/// <param name="called">What reports call actors, if that was found before.</param>
internal sealed class FactIndex(ImmutableArray<IReadOnlyDictionary<string, Fact>> facts, Func<string, LedgerEntry>? entryOf = null, IReadOnlyDictionary<string, string>? called = null)
{
    private readonly Lazy<Dictionary<string, Fact>> _byId = new(() => ById(facts));
    private readonly Lazy<ImmutableArray<string>> _ids = new(() => [.. facts.SelectMany(of => of.Keys).Order(StringComparer.Ordinal)]);
    private readonly Lazy<IReadOnlyDictionary<string, string>> _names = new(() => called ?? Names(facts));

    /// <summary>The ids of all facts, sorted.</summary>
    public ImmutableArray<string> Ids => _ids.Value;

    /// <summary>The entry of a fact, or null where there is none of the id.</summary>
    public LedgerEntry? Entry(string id) => Find(id) is not { } fact ? null : entryOf is null ? fact.Entry : entryOf(id);

    public Fact? Find(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>The plainest name that reports give an actor, or null.</summary>
    public string? Called(string actor) => _names.Value.GetValueOrDefault(actor);

    /// <summary>True where it is of these facts.</summary>
    public bool IsOf(ImmutableArray<IReadOnlyDictionary<string, Fact>> others) => facts.Length == others.Length && facts.Zip(others).All(pair => ReferenceEquals(pair.First, pair.Second));

    private static Dictionary<string, Fact> ById(ImmutableArray<IReadOnlyDictionary<string, Fact>> facts)
    {
        if (facts is [Dictionary<string, Fact> only]) return only;
        var byId = new Dictionary<string, Fact>(facts.Sum(of => of.Count), StringComparer.Ordinal);
        foreach (var of in facts)
            foreach (var (id, fact) in of) byId.TryAdd(id, fact);
        return byId;
    }

    /// <summary>The plainest name that reports give each actor.</summary>
    public static Dictionary<string, string> Names(ImmutableArray<IReadOnlyDictionary<string, Fact>> facts)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var of in facts)
            foreach (var fact in of.Values)
            {
                foreach (var one in fact.Said.Agent) Add(one.Actor, one.Name);
                foreach (var one in fact.Said.Patient) Add(one.Actor, one.Name);
            }
        return names;

        void Add(string? actor, string name)
        {
            if (actor is not null && (!names.TryGetValue(actor, out var plainest) || IsPlainer(name, plainest))) names[actor] = name;
        }
    }

    // A name with a capital before a description, then the shorter.
    private static bool IsPlainer(string name, string other)
    {
        var (capital, otherCapital) = (name.Length > 0 && char.IsUpper(name[0]), other.Length > 0 && char.IsUpper(other[0]));
        if (capital != otherCapital) return capital;
        return name.Length != other.Length ? name.Length < other.Length : string.CompareOrdinal(name, other) < 0;
    }
}
