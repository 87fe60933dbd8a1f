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

    // Bodies of the state that do not speak for its side in a war.
    private static readonly FrozenSet<string> NoVoice = FrozenSet.Create("regional-government", "parliament", "court", "health-ministry", "emergency-service",
        "election-commission", "central-bank", "opposition");


    private static readonly string[] CivilianWords = ["civilian", "resident", "villager", "protester", "people", "person", "woman", "women", "child", "children",
        "girl", "boy", "family", "journalist", "teacher", "worker", "activist", "refugee", "doctor", "student"];

    // Nouns that do not tell one group of persons from another.
    private static readonly FrozenSet<string> Vague = FrozenSet.Create("staff", "member", "official", "people", "person", "man", "men", "other");

    private static readonly FrozenSet<string> Things = FrozenSet.Create("vehicle", "weapon", "arm", "ammunition", "equipment", "helicopter", "aircraft", "plane", "tank", "truck",
        "house", "home", "building", "market", "road", "bridge", "base", "airport", "checkpoint", "flag", "goods", "property");

    private static readonly FrozenSet<string> Sides = FrozenSet.Create("government", "army", "force", "troop", "soldier", "police", "rebel", "militant", "insurgent", "fighter", "militia",
        "group", "garrison", "defender");

    private static readonly FrozenSet<string> Seats = FrozenSet.Create("palace", "parliament", "city", "town", "capital", "centre", "center", "district", "province", "area", "territory");

    public static ImmutableArray<Party> Of(ImmutableArray<Participant> participants) =>
        [.. participants.Select(Of).DistinctBy(party => party.Key).OrderBy(party => party.Key, StringComparer.Ordinal)];

    public static Party Of(Participant participant) =>
        new(participant.Actor ?? "name:" + PlaceNames.Fold(participant.Name), participant.Name, participant.Actor);

    /// <summary>The same identity, or two arms of one state, or two parts of one group.</summary>
    public static bool SameSide(string a, string b)
    {
        if (string.Equals(a, b)) return true;
        var (endA, endB) = (BodyEnd(a), BodyEnd(b));
        if (endA != endB || !a.AsSpan(0, endA).SequenceEqual(b.AsSpan(0, endB)) || a.StartsWith("name:", StringComparison.Ordinal)) return false;
        return !IsCountry(a.AsSpan(0, endA)) || IsStateRole(RoleOf(a)) && IsStateRole(RoleOf(b));
    }

    /// <summary>What stands before the role: parties of one side share it.</summary>
    public static string Body(string key) => BodyEnd(key) is var end && end == key.Length ? key : key[..end];

    /// <summary>What stands after the body of a key: "police", or "" where nothing does.</summary>
    public static string Role(string key) => RoleOf(key).ToString();

    /// <summary>Under what a voice is counted: the arms of one state and the parts of one group speak with one, courts and parliaments for themselves; reports whose outlets are not known are not known to be independent.</summary>
    public static string Voice(string key)
    {
        if (key.StartsWith("article:", StringComparison.Ordinal)) return "article:";
        var role = RoleOf(key);
        return role.IsEmpty || IsCountry(key.AsSpan(0, BodyEnd(key))) && (!IsStateRole(role) || IsIn(NoVoice, role)) ? key : Body(key);
    }

    /// <summary>True where an arm of some state is meant.</summary>
    public static bool IsState(string key) => IsCountry(key.AsSpan(0, BodyEnd(key))) && IsStateRole(RoleOf(key));

    /// <summary>True where an arm of this country's state is meant.</summary>
    public static bool IsStateOf(string key, string country) => country.Length > 0 && key.AsSpan(0, BodyEnd(key)).SequenceEqual(country) && IsStateRole(RoleOf(key));

    /// <summary>False for parliaments, councils and the like: what they say is no admission by their side.</summary>
    public static bool CanAdmit(string key) => !IsIn(NoVoice, RoleOf(key));

    /// <summary>True where the two lists may be of the same act: one of them is empty, or they share a side.</summary>
    public static bool Agree(ImmutableArray<Party> a, ImmutableArray<Party> b) =>
        a.IsEmpty || b.IsEmpty || AnyOf(a, b, static (one, other) => SameSide(one.Key, other.Key));

    /// <summary>As <see cref="Agree"/>, and groups of persons agree by their noun too ("soldiers", "Afghan soldiers").</summary>
    public static bool AgreeAsPatients(ImmutableArray<Party> a, ImmutableArray<Party> b) =>
        a.IsEmpty || b.IsEmpty || AnyOf(a, b, static (one, other) => SameSide(one.Key, other.Key) || one.Noun == other.Noun && !Vague.Contains(one.Noun) && (one.Actor is null || other.Actor is null));

    // Facts are held against each other by the hundred thousand: nothing is made for it.
    private static bool AnyOf(ImmutableArray<Party> a, ImmutableArray<Party> b, Func<Party, Party, bool> agree)
    {
        foreach (var one in a)
            foreach (var other in b)
                if (agree(one, other)) return true;
        return false;
    }

    /// <summary>True where those who move may be the same: who sends, or the identity of those sent where nobody is said to send them.</summary>
    public static bool MoversAgree(Fact a, Fact b) => Agree(Movers(a), Movers(b));

    private static ImmutableArray<Party> Movers(Fact fact) => fact.Agents.IsEmpty && !fact.Patients.IsEmpty ? fact.Patients.RemoveAll(party => party.Actor is null) : fact.Agents;

    /// <summary>True where both lists name somebody, and they share a side or a group of persons.</summary>
    public static bool Share(Fact one, Fact other) =>
        !one.Agents.IsEmpty && !other.Agents.IsEmpty && Agree(one.Agents, other.Agents)
        || !one.Patients.IsEmpty && !other.Patients.IsEmpty && AgreeAsPatients(one.Patients, other.Patients);

    /// <summary>True where both say who moves whom so that it can be told: the same mover, or the same group that is not merely "staff" or "people".</summary>
    public static bool ShareMovers(Fact one, Fact other) =>
        !one.Agents.IsEmpty && !other.Agents.IsEmpty && Agree(one.Agents, other.Agents)
        || one.Patients.Any(a => (a.Actor is not null || !Vague.Contains(a.Noun)) && other.Patients.Any(b => AgreeAsPatients([a], [b])));

    /// <summary>True where the persons are civilians by identity or by noun.</summary>
    public static bool IsCivilian(Party party) => party.Is.Civilian;

    /// <summary>True where the identity is of a class of civilians.</summary>
    public static bool IsCivilian(string key) => IsIn(Civilians, RoleOf(key));

    /// <summary>True where the words are of things, not of persons or a side.</summary>
    public static bool IsThing(Party party) => party.Is.Thing;

    /// <summary>As <see cref="IsThing(Party)"/>, of the noun that ends a phrase.</summary>
    public static bool IsThing(string phrase) => Things.Contains(Noun(phrase));

    /// <summary>True where a town may be taken from it: a side or a force.</summary>
    public static bool IsSide(Party party) => party.Is.Side;

    /// <summary>True where to take it is to take the town: a part or the seat of its government.</summary>
    public static bool StandsForTown(Party party) => party.Is.Town;

    /// <summary>What the name and identity of a party make of it.</summary>
    public static PartyTraits Traits(string key, string name, string? actor)
    {
        var folded = PlaceNames.Fold(name);
        var thing = IsThing(name.Split(" of ")[0]);
        return new PartyTraits(IsCivilian(key) || CivilianWords.Contains(Noun(name)) || folded.Contains("civilian", StringComparison.Ordinal), thing, !thing && (actor is not null || HasWord(Sides)), !thing && HasWord(Seats));

        bool HasWord(FrozenSet<string> words) => folded.Split(' ').Any(word => words.Contains(word.TrimEnd('s')));
    }

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

    private static bool IsStateRole(ReadOnlySpan<char> role) => !IsIn(Armed, role) && !IsIn(Civilians, role);

    private static bool IsIn(FrozenSet<string> set, ReadOnlySpan<char> role) => !role.IsEmpty && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(role);

    private static int BodyEnd(string key) => key.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? at : key.Length;

    private static bool IsCountry(ReadOnlySpan<char> body) => body.Length == 2 && char.IsAsciiLetterUpper(body[0]) && char.IsAsciiLetterUpper(body[1]);

    private static ReadOnlySpan<char> RoleOf(string key) => BodyEnd(key) is var end && end == key.Length ? default : key.AsSpan(end + 1);
}
