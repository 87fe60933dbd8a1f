using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Decides what "the group", "the country", "it" and "they" look back to; where that is not sure, nothing.</summary>
internal sealed class Coreference(Scene scene, EntityBook book, string? country)
{
    private const int Window = 2;   // sentences that a pronoun looks back
    private const double Enough = 4;
    private const double Margin = 0.5;
    private readonly PlaceNouns _places = new(scene, book, country);

    /// <summary>What a noun that may look back refers to, or null.</summary>
    public Referent? Nominal(Draft d)
    {
        var tree = scene.Trees[d.Sentence];
        var head = ActorKey.Singular(ActorKey.Of(tree[d.Head].Form));
        if (d.Kind == EntityKind.Place) return _places.Of(d, head);
        var bare = d.Head == d.Start && d.End == d.Head + 1;
        if (!bare && d.Match?.Title is null && Shortened(d) is { } whole) return whole;
        if (!d.Definite) return null;
        if (d.Match?.Title is not null && !d.Plural) return Office(d, head);
        if (head == "authority") return null;   // whoever is in charge there, and not by that the government
        if (!bare) return !d.Plural && Groups.Contains(head) && IsDescribed(d, tree) ? Party(d) : null;
        if (d.Match?.Role is { Side: RoleSide.State, Collective: true, Id: "military" or "police" or "government" or "navy" or "air-force" or "security-forces" or "parliament" } role)
            return head is "unit" or "coalition" or "force" or "officer" or "mission" or "brigade" or "battalion" or "regiment" or "division" or "corps" ? Ending(head, d) : SameClass(role) ?? (head == "regime" ? Ending(head, d) : null);
        if (Groups.Contains(head) && Party(d) is { } party) return party;
        return Ending(head, d) ?? (Words.PartyNouns.Contains(head) ? Party(d) : null) ?? Fuller(head) ?? (d.Plural && (Words.PartyNouns.Contains(head) || Attackers.Contains(head)) ? Band(d, head) : null) ?? (head is "agency" or "organisation" or "organization" or "charity" or "body" or "watchdog" ? Agency(d) : null);
    }

    /// <summary>The party that "the Iran-backed group" is, though a name stands in it; null where it is none that was named.</summary>
    public Referent? Described(Draft d)
    {
        var tree = scene.Trees[d.Sentence];
        return !d.Plural && Groups.Contains(tree[d.Head].Form) && d.Start > 0 && tree[d.Start - 1].Form.Equals("the", StringComparison.OrdinalIgnoreCase) && IsDescribed(d, tree) ? Party(d) : null;
    }

    // "the Iran-backed group", "the Islamist movement": described by what everybody knows of it.
    private static bool IsDescribed(Draft d, Tree tree)
    {
        if (d.Head != d.End - 1) return false;
        var known = false;
        for (var i = d.Start; i < d.Head; i++)
        {
            var form = tree[i].Form.ToLowerInvariant();
            if (Describes.Contains(form[(form.LastIndexOf('-') + 1)..])) known = true;
            else if (tree[i].Upos is not (Upos.PROPN or Upos.PUNCT or Upos.DET or Upos.ADJ) || PlaceNouns.NotSame.Contains(form)) return false;
        }
        return known;
    }

    // What an armed party is called once it was named; a coalition or an alliance goes by who leads it.
    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal) { "group", "movement", "militia", "organisation", "organization", "faction", "outfit" };

    private static readonly HashSet<string> Describes = new(StringComparer.Ordinal)
    {
        "backed", "linked", "aligned", "allied", "affiliated", "inspired", "sponsored", "islamist", "extremist", "jihadist", "jihadi", "militant", "rebel", "terrorist", "separatist", "insurgent", "armed", "paramilitary",
    };

    // What those who attacked are called after it.
    private static readonly HashSet<string> Attackers = new(StringComparer.Ordinal) { "attacker", "assailant", "gunman", "raider", "bandit", "kidnapper", "abductor", "ambusher", "invader" };

    // "government forces" after "Sudanese government forces": the same, where all that end so are one.
    private Referent? Shortened(Draft d)
    {
        if (!d.Definite && !d.Plural) return null;
        var tail = " " + ActorKey.Of(d.Name);
        Referent? found = null;
        foreach (var r in book.Referents)
        {
            if (r is not { Kind: EntityKind.Actor, Mentions: > 0 } || !char.IsUpper(r.Name[0]) || !ActorKey.Of(r.Name).EndsWith(tail, StringComparison.Ordinal)) continue;
            if (found is not null && (found.Actor is null || found.Actor != r.Actor)) return null;
            found ??= r;
        }
        return found;
    }

    // "the gunmen" after "suspected separatists": the only band without a name that acted a little before; "the attackers" may have a name too.
    private Referent? Band(Draft d, string head)
    {
        var near = book.Seen.Where(s => s.Sentence >= d.Sentence - 4 && s.Subject && (IsBand(s.Referent) && s.Plural || IsParty(s.Referent))).Select(s => s.Referent).Distinct().ToList();
        return near.Count == 1 && (IsBand(near[0]) || Attackers.Contains(head)) ? near[0] : null;
    }

    private static bool IsBand(Referent r) => r is { Kind: EntityKind.Actor, Named: false, Class.Side: RoleSide.Armed };

    /// <summary>Whom a leader's "his men" are: the group that the office names, else null.</summary>
    public Referent? Following(Referent leader)
    {
        if (leader.Kind != EntityKind.Person) return leader.Kind == EntityKind.Actor && leader.Class is not { Side: RoleSide.State } ? leader : null;
        if (leader.Entry is { Kind: not ActorKind.Country } entry) return book.Find($"actor:{entry.Id}");
        var office = leader.Role ?? leader.Name;
        return book.Referents.Find(r => r is { Kind: EntityKind.Actor, Class: null or { Side: not RoleSide.State } } && (r.Named || r.Name.Contains(' ', StringComparison.Ordinal)) && r.Mentions > 0 && r.Name.Length > 3 && office.Contains(r.Name, StringComparison.Ordinal));
    }

    /// <summary>What "the former" or "the latter" picks out of the last two that were joined by "and", or null.</summary>
    public Referent? OfTwo(Draft d, bool first)
    {
        for (var i = book.Seen.Count - 1; i > 0 && book.Seen[i].Sentence >= d.Sentence - 1; i--)
        {
            var (second, tree) = (book.Seen[i], scene.Trees[book.Seen[i].Sentence]);
            if (second.Sentence == d.Sentence && second.Start >= d.Start || !tree.Is(second.Head, "conj")) continue;
            var other = book.Seen.FindLastIndex(i - 1, s => s.Sentence == second.Sentence && s.Head == tree[second.Head].Head);
            if (other >= 0 && book.Seen[other].Referent.Kind == second.Referent.Kind && book.Seen[other].Referent != second.Referent) return first ? book.Seen[other].Referent : second.Referent;
        }
        return null;
    }

    // "the gunmen": those whom the report called gunmen of somebody before, where there is but one such body.
    private Referent? Fuller(string head)
    {
        Referent? found = null;
        foreach (var r in book.Referents)
        {
            if (r is not { Kind: EntityKind.Actor, Mentions: > 0 } || !r.Name.Contains(' ', StringComparison.Ordinal)) continue;
            var words = ActorKey.Of(r.Name).Split(' ');
            var at = Array.FindIndex(words, w => ActorKey.Singular(w) == head);
            if (at < 0 || (at + 1 < words.Length && words[at + 1] is not ("of" or "from" or "linked" or "allied" or "loyal" or "on" or "in" or "aligned" or "affiliated"))) continue;
            if (found is not null && found != r) return null;
            found = r;
        }
        return found;
    }

    /// <summary>What a personal pronoun refers to, or null.</summary>
    public Referent? Pronoun(Draft d)
    {
        var tree = scene.Trees[d.Sentence];
        var form = tree[d.Head].Form.ToLowerInvariant();
        if (form == "them" && tree[d.Head].Head is var of and >= 0 && of < d.Head && NounPhrase.Case(tree, d.Head) == "of")
        {
            for (var i = book.Seen.Count - 1; i >= 0 && book.Seen[i].Sentence >= d.Sentence - 1; i--)
                if (book.Seen[i].Plural && book.Seen[i].Start < d.Start && book.Seen[i].Referent.Kind != EntityKind.Place) return book.Seen[i].Referent;
            return null;
        }
        var scores = new Dictionary<Referent, double>();
        for (var i = book.Seen.Count - 1; i >= 0 && book.Seen[i].Sentence >= d.Sentence - Window; i--)
        {
            var seen = book.Seen[i];
            if (seen.Sentence == d.Sentence && seen.Start >= d.Start) continue;
            if (!Fits(form, seen) || SharesVerb(tree, d, seen)) continue;
            var score = Score(tree, d, seen, book.Seen.Count - i);
            if (!scores.TryGetValue(seen.Referent, out var before) || score > before) scores[seen.Referent] = score;
        }
        if (scores.Count == 0) return null;
        var ranked = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Index).ToList();
        if (ranked[0].Value < Enough || (ranked.Count > 1 && ranked[0].Value - ranked[1].Value < Margin)) return null;
        return ranked[0].Key;
    }

    /// <summary>True for an "it" that stands for nothing.</summary>
    public static bool IsExpletive(Tree tree, int index)
    {
        if (tree.Is(index, "expl")) return true;
        if (!tree[index].Form.Equals("it", StringComparison.OrdinalIgnoreCase) || tree[index].Head < 0) return false;
        var head = tree[index].Head;
        foreach (var child in tree.Children(head))
            if (tree.Is(child, "csubj") || (tree[head].Upos == Upos.ADJ && (tree.Is(child, "ccomp") || tree.Is(child, "xcomp") || tree.Is(child, "advcl")))) return true;
        return tree[head].Lemma is "seem" or "appear" or "rain" or "snow" or "unclear" or "clear" or "possible" or "likely" or "unlikely" || tree[index].Relation.EndsWith("pass", StringComparison.Ordinal) && tree.Child(head, "ccomp") >= 0;
    }

    private static double Score(Tree tree, Draft d, Seen seen, int back)
    {
        var score = (d.Sentence - seen.Sentence) switch { 0 => 3.0, 1 => 2.0, _ => 0.5 };
        if (seen.Subject) score += 3;
        if (seen.Sentence == d.Sentence && seen.Subject)
        {
            var verb = tree[Words.FirstJoined(tree, seen.Head)].Head;
            if (verb >= 0 && tree.Dominates(verb, d.Head)) score += 1.5;
        }
        if (seen.Sentence == d.Sentence && tree.Dominates(seen.Head, d.Head) && seen.Head != d.Head) score += 4;   // "Tunisia, which shut its border"
        if (seen.Referent.Kind == EntityKind.Place && !seen.Subject) score -= 1;
        if (seen.Referent.Named) score += 0.3;
        return score - (back * 0.02);
    }

    private static bool Fits(string form, Seen seen) => form switch
    {
        "he" or "she" or "him" or "his" or "her" or "hers" => seen.Referent.Kind == EntityKind.Person && !seen.Plural,
        "it" or "its" => (seen.Referent.Kind is EntityKind.Actor or EntityKind.Outlet && (!seen.Plural || seen.Referent.Entry is not null && seen.Referent.Class is null) && IsBody(seen.Referent))
            || (seen.Referent.Kind == EntityKind.Place && seen.Referent.Actor is not null),
        _ => seen.Referent.Kind == EntityKind.Actor && (seen.Plural || seen.Referent.Armed || seen.Referent.Class?.Id is "military" or "police" or "security-forces"),
    };

    // A soldier is no "it", an army is.
    private static bool IsBody(Referent r)
    {
        if (r.Class is null) return true;
        if (r.Class.Exact) return false;
        var key = ActorKey.Of(r.Name);
        var last = key[(key.LastIndexOf(' ') + 1)..];
        return Bodies.Contains(last) || r.Class.Id.EndsWith("-ministry", StringComparison.Ordinal);
    }

    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "army", "military", "police", "government", "group", "militia", "ministry", "force", "forces", "gang", "movement", "regime", "junta", "parliament", "court", "navy",
        "coalition", "organization", "company", "party", "opposition", "agency", "embassy", "commission", "council", "faction", "cartel", "authority", "administration",
        "alliance", "office", "guard", "newspaper", "union", "charity", "network", "side", "state", "department", "mission", "service", "brigade", "battalion", "assembly",
        "senate", "congress", "cabinet", "directorate", "broadcaster", "outfit", "front", "wing", "leadership", "command", "bank", "watchdog", "monitor", "contingent",
    };

    // "The group said that it" may, "the group shelled it" may not mean the group.
    private static bool SharesVerb(Tree tree, Draft d, Seen seen)
    {
        if (seen.Sentence != d.Sentence || tree.Is(d.Head, "nmod")) return false;
        var verb = tree[d.Head].Head;
        if (verb < 0) return false;
        var other = tree[Words.FirstJoined(tree, seen.Head)].Head;
        if (verb == other) return true;
        // "gave them a week, accusing them": whoever accuses is the subject above.
        if (!(tree.Is(d.Head, "obj") || tree.Is(d.Head, "iobj") || tree.Is(d.Head, "obl")) || !seen.Subject) return false;
        for (var steps = 0; steps < 4 && verb >= 0 && tree.Child(verb, "nsubj") < 0 && (tree.Is(verb, "advcl") || tree.Is(verb, "xcomp") || tree.Is(verb, "conj")); steps++)
            if ((verb = tree[verb].Head) == other) return true;
        return false;
    }

    // "the minister": the latest person whose office ends so.
    private Referent? Office(Draft d, string head)
    {
        if (d.End - d.Start > 3) return null;
        for (var i = book.Seen.Count - 1; i >= 0; i--)
        {
            var r = book.Seen[i].Referent;
            if (r.Kind != EntityKind.Person) continue;
            var office = r.Role ?? (r.Office ? r.Name : "");
            var bracket = office.IndexOf(" of ", StringComparison.Ordinal) is var at and > 0 ? office[..at] : office;
            if (bracket.IndexOf(" for ", StringComparison.Ordinal) is var f and > 0) bracket = bracket[..f];
            if (bracket.Length > 0 && (" " + ActorKey.Of(bracket)).EndsWith(" " + (PlaceNouns.Bare(d) ? head : ActorKey.Of(d.Name)), StringComparison.Ordinal)) return r;
        }
        return null;
    }

    // "the ministry": the one body named so far whose name ends so.
    private Referent? Ending(string head, Draft d)
    {
        Referent? found = null;
        for (var i = book.Seen.Count - 1; i >= 0; i--)
        {
            var r = book.Seen[i].Referent;
            if (r.Kind is not (EntityKind.Actor or EntityKind.Outlet) || r == found) continue;
            var key = ActorKey.Of(r.Name);
            var last = key[(key.LastIndexOf(' ') + 1)..];
            if (ActorKey.Singular(last) != head || ActorKey.Singular(key) == head || (Words.PartyNouns.Contains(head) && !r.Named)) continue;
            if (found is not null) return d.Plural ? null : found;
            found = r;
        }
        return found;
    }

    private Referent? SameClass(RoleClass role)
    {
        var fitting = book.Referents.FindAll(r => r.Class?.Id == role.Id && r.Kind == EntityKind.Actor && r.Actor is not null && r.Mentions > 0);
        var home = fitting.FindAll(r => r.Entry?.Id == country);
        return fitting.Count == 1 ? fitting[0] : home.Count >= 1 && home.TrueForAll(r => r.Actor == home[0].Actor) ? home[0] : null;
    }

    // "the agency": the one international or humanitarian body that spoke or acted a little before.
    private Referent? Agency(Draft d)
    {
        var near = book.Seen.Where(s => s.Sentence >= d.Sentence - 3 && s.Referent is { Named: true, Entry.Kind: ActorKind.Body }).ToList();
        return OneOf(near.Select(s => s.Referent).Distinct().ToList()) ?? OneOf(near.Where(s => s.Subject).Select(s => s.Referent).Distinct().ToList());
    }

    // "the insurgents": the one party to the fighting that is in mind.
    private Referent? Party(Draft d)
    {
        foreach (var window in (int[])[0, 1, 3, 6])
        {
            var near = book.Seen.Where(s => s.Sentence >= d.Sentence - window && IsParty(s.Referent) && !(s.Sentence == d.Sentence && s.Start >= d.Start && s.Head < d.End)).ToList();
            var parties = near.Select(s => s.Referent).Distinct().ToList();
            if (parties.Count == 0) continue;
            if (OneOf(parties) is { } only) return only;
            return OneOf(near.Where(s => s.Subject).Select(s => s.Referent).Distinct().ToList());
        }
        return OneOf(book.Referents.FindAll(r => IsParty(r) && r.Mentions > 0));
    }

    // "Red Front" and "Red Front rebels" are one party; its own name is the better.
    private static Referent? OneOf(List<Referent> parties) =>
        parties.Count == 0 || !parties.TrueForAll(p => p == parties[0] || (p.Actor is not null && p.Actor == parties[0].Actor)) ? null : parties.Find(p => p.Class is null) ?? parties[0];

    // A listed armed group, or a name that nobody knows; not "army commanders".
    private bool IsParty(Referent r) => r.Kind == EntityKind.Actor && r.Named && (r.Armed || (r.Entry is null && r.Class is null && r.Actor is null && !IsPart(r.Name) && scene.Actors.Identify(r.Name).Title is null));

    // "members of the Security Council" are no party, "fighters of the Red Front" are.
    private static bool IsPart(string name)
    {
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        return of > 0 && char.IsLower(name[0]) && !Words.PartyNouns.Contains(ActorKey.Singular(ActorKey.Of(name[(name.LastIndexOf(' ', of - 1) + 1)..of])));
    }
}
