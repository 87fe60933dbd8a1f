using System.Collections.Frozen;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>What a place is to a movement.</summary>
internal enum Way : byte
{
    /// <summary>The report does not say, or says that it happened there.</summary>
    At,
    /// <summary>Where it leads from.</summary>
    From,
    /// <summary>Where it leads to.</summary>
    To,
}

/// <summary>Tells by the words before a place whether a movement leads from it or to it.</summary>
internal static class Ways
{
    // "to the northern city of Kunduz".
    private const int MostBetween = 5;
    private const int Reach = 60;

    private static readonly FrozenDictionary<string, Way> Words = new Dictionary<string, Way>
    {
        ["from"] = Way.From,
        ["off"] = Way.From,
        ["out"] = Way.From,
        ["leave"] = Way.From,
        ["leaves"] = Way.From,
        ["leaving"] = Way.From,
        ["left"] = Way.From,
        ["flee"] = Way.From,
        ["fled"] = Way.From,
        ["fleeing"] = Way.From,
        ["evacuated"] = Way.From,
        ["to"] = Way.To,
        ["into"] = Way.To,
        ["toward"] = Way.To,
        ["towards"] = Way.To,
        ["reached"] = Way.To,
        ["entered"] = Way.To,
        ["in"] = Way.At,
        ["at"] = Way.At,
        ["near"] = Way.At,
        ["around"] = Way.At,
        ["inside"] = Way.At,
        ["outside"] = Way.At,
        ["across"] = Way.At,
        ["on"] = Way.At,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Between = FrozenSet.Create(StringComparer.Ordinal, "the", "of", "and", "city", "town", "village", "capital", "province", "district", "region", "its", "their", "neighbouring", "neighboring",
        "northern", "southern", "eastern", "western", "central", "nearby", "provincial", "border", "port");

    /// <summary>What the words before its place say, or null where they say nothing of it.</summary>
    public static Way? Of(Statement s, string text)
    {
        if (s.Place is not { } place || place.Span.Length == 0 || s.Trigger.End < 0 || place.Span.Start < s.Trigger.End || place.Span.End > text.Length) return null;
        // What stands before the verb, or in another sentence, is led to or from by other words.
        if (text.AsSpan(s.Trigger.End, place.Span.Start - s.Trigger.End).Contains(". ", StringComparison.Ordinal)) return null;
        var before = PlaceNames.Fold(text[Math.Max(0, place.Span.Start - Reach)..place.Span.Start]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = before.Length - 1; i >= Math.Max(0, before.Length - MostBetween); i--)
        {
            if (Words.TryGetValue(before[i], out var way)) return way;
            if (!Between.Contains(before[i])) return null;
        }
        return null;
    }

    /// <summary>What a place is to a movement of this type where the words do not say.</summary>
    public static Way Usual(string type) => type switch
    {
        "withdraw" or "evacuate" or "retreat" => Way.From,
        "deploy" or "advance" => Way.To,
        _ => Way.At,
    };

    /// <summary>What the reports together make of it: the first that says.</summary>
    public static Way Of(string type, IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
            if (fact.Way is { } way) return way;
        return Usual(type);
    }
}
