using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Who is the same side as whom, as far as names and identities show it.</summary>
internal static class Parties
{
    // Roles of the actor list that are no arm of the state; all others are.
    private static readonly FrozenSet<string> Armed = FrozenSet.Create("rebels", "militants", "militia", "armed-group", "mercenaries", "gang", "opposition");
    private static readonly FrozenSet<string> Civilians = FrozenSet.Create("nationals", "civilians", "protesters", "prisoners", "displaced", "aid-workers",
        "medics", "journalists", "clergy", "teachers", "rights-groups", "business");

    private static readonly string[] CivilianWords = ["civilian", "resident", "villager", "protester", "people", "person", "woman", "women", "child", "children",
        "girl", "boy", "family", "journalist", "teacher", "worker", "activist", "refugee", "doctor", "student"];

    public static ImmutableArray<Party> Of(ImmutableArray<Participant> participants) =>
        [.. participants.Select(Of).DistinctBy(party => party.Key).OrderBy(party => party.Key, StringComparer.Ordinal)];

    public static Party Of(Participant participant) =>
        new(participant.Actor ?? "name:" + PlaceNames.Fold(participant.Name), participant.Name, participant.Actor);

    /// <summary>The same identity, or two arms of one state, or two parts of one group.</summary>
    public static bool SameSide(string a, string b)
    {
        if (a == b) return true;
        var (bodyA, roleA) = Split(a);
        var (bodyB, roleB) = Split(b);
        if (bodyA != bodyB || bodyA.StartsWith("name:", StringComparison.Ordinal)) return false;
        return !IsCountry(bodyA) || IsStateRole(roleA) && IsStateRole(roleB);
    }

    /// <summary>What stands before the role: parties of one side share it.</summary>
    public static string Body(string key) => Split(key).Body;

    /// <summary>True where an arm of this country's state is meant.</summary>
    public static bool IsStateOf(string key, string country)
    {
        var (body, role) = Split(key);
        return country.Length > 0 && body == country && IsStateRole(role);
    }

    /// <summary>True where the two lists may be of the same act: one of them is empty, or they share a side.</summary>
    public static bool Agree(ImmutableArray<Party> a, ImmutableArray<Party> b) =>
        a.IsEmpty || b.IsEmpty || a.Any(one => b.Any(other => SameSide(one.Key, other.Key)));

    /// <summary>As <see cref="Agree"/>, and groups of persons agree by their noun too ("soldiers", "Afghan soldiers").</summary>
    public static bool AgreeAsPatients(ImmutableArray<Party> a, ImmutableArray<Party> b) =>
        a.IsEmpty || b.IsEmpty || a.Any(one => b.Any(other => SameSide(one.Key, other.Key) || Noun(one.Name) == Noun(other.Name)));

    /// <summary>True where the persons are civilians by identity or by noun.</summary>
    public static bool IsCivilian(Party party) =>
        IsCivilian(party.Key) || CivilianWords.Contains(Noun(party.Name)) || PlaceNames.Fold(party.Name).Contains("civilian", StringComparison.Ordinal);

    /// <summary>True where the identity is of a class of civilians.</summary>
    public static bool IsCivilian(string key) => Civilians.Contains(Split(key).Role);

    /// <summary>The last word, folded, without the plural's s.</summary>
    public static string Noun(string name)
    {
        var folded = PlaceNames.Fold(name);
        var last = folded[(folded.LastIndexOf(' ') + 1)..];
        return last.Length > 3 && last.EndsWith('s') ? last[..^1] : last;
    }

    /// <summary>Every party of the lists once; the name is the one that is given most often.</summary>
    public static ImmutableArray<Party> Together(IEnumerable<ImmutableArray<Party>> lists) =>
        [.. lists.SelectMany(list => list).GroupBy(party => party.Key, StringComparer.Ordinal)
            .Select(group => group.GroupBy(party => party.Name, StringComparer.Ordinal)
                .OrderByDescending(names => names.Count()).ThenBy(names => names.Key, StringComparer.Ordinal).First().First())
            .OrderBy(party => party.Key, StringComparer.Ordinal)];

    private static bool IsStateRole(string role) => !Armed.Contains(role) && !Civilians.Contains(role);

    private static bool IsCountry(string body) => body.Length == 2 && char.IsAsciiLetterUpper(body[0]) && char.IsAsciiLetterUpper(body[1]);

    private static (string Body, string Role) Split(string key) =>
        key.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? (key[..at], key[(at + 1)..]) : (key, "");
}
