using System.Collections.Immutable;

namespace OnRecord.Pictures;

/// <summary>Acts against persons, drawn from the happenings.</summary>
internal static class Harms
{
    /// <summary>The harm that a happening does to persons, or null where it does none.</summary>
    public static Harm? Of(Happening happening, IReadOnlyDictionary<string, Fact> facts) => !happening.Positive || !happening.Types.Any(Families.IsHarm) ? null : new Harm(
        "har-" + happening.Id[4..], happening.Types, happening.Agents, happening.Patients, happening.Place, happening.When, happening.Numbers,
        Origins(happening.Entries, facts), Origins(happening.Denials, facts), happening.Denials.IsEmpty ? happening.Entries : [.. happening.Entries.Concat(happening.Denials).Order(StringComparer.Ordinal)],
        happening.Standing)
    { Group = Group(happening.Patients) };

    // The class of the first victims who have one; the order says whom harm weighs on most.
    private static string Group(ImmutableArray<Party> victims) =>
        Groups.FirstOrDefault(group => victims.Any(victim => group.Is(victim)), (Name: "persons", Is: _ => true)).Name;

    private static readonly ImmutableArray<(string Name, Func<Party, bool> Is)> Groups =
    [
        ("children", party => party.Noun is "child" or "children" or "girl" or "boy" or "schoolgirl" or "schoolboy" or "student" or "pupil"),
        ("journalists", party => party.Noun is "journalist" or "reporter" or "photographer" or "cameraman" || Parties.Role(party.Key) == "journalists"),
        ("aid workers and medics", party => Parties.Role(party.Key) is "aid-workers" or "medics" || party.Noun is "doctor" or "nurse" or "medic"),
        ("detainees", party => Parties.Role(party.Key) == "prisoners" || party.Noun is "prisoner" or "detainee" or "captive" or "hostage"),
        ("civilians", Parties.IsCivilian),
        ("forces", party => Parties.IsSide(party)),
    ];

    private static ImmutableArray<string> Origins(ImmutableArray<string> entries, IReadOnlyDictionary<string, Fact> facts) =>
        entries.IsEmpty ? [] : entries is [var only] ? [facts[only].Origin] : [.. entries.Select(id => facts[id].Origin).Distinct().Order(StringComparer.Ordinal)];
}
