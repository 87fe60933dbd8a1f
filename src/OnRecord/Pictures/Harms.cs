using System.Collections.Immutable;

namespace OnRecord.Pictures;

/// <summary>Acts against persons, drawn from the happenings.</summary>
internal static class Harms
{
    /// <summary>One for each happening that harms persons, in the same order.</summary>
    public static ImmutableArray<Harm> Of(ImmutableArray<Happening> happenings, IReadOnlyDictionary<string, Fact> facts) =>
        [.. happenings.Where(happening => happening.Positive && happening.Types.Any(Families.IsHarm)).Select(happening => new Harm(
            "har-" + happening.Id[4..], happening.Types, happening.Agents, happening.Patients, happening.Place, happening.When, happening.Numbers,
            Origins(happening.Entries, facts), Origins(happening.Denials, facts), [.. happening.Entries.Concat(happening.Denials).Order(StringComparer.Ordinal)],
            happening.Standing))];

    private static ImmutableArray<string> Origins(ImmutableArray<string> entries, IReadOnlyDictionary<string, Fact> facts) =>
        [.. entries.Select(id => facts[id].Origin).Distinct().Order(StringComparer.Ordinal)];
}
