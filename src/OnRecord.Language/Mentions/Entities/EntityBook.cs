using System.Collections.Immutable;
using OnRecord.Language.Mentions.Actors;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>One entity while the article is being read.</summary>
internal sealed class Referent
{
    public required int Index { get; init; }
    public required EntityKind Kind { get; set; }
    public required string Name { get; set; }
    public string? Role { get; set; }
    public string? Actor { get; set; }
    public ActorEntry? Entry { get; set; }
    public RoleClass? Class { get; set; }
    public Place? Place { get; set; }
    public string? Reason { get; set; }
    public bool Plural { get; set; }
    public bool Named { get; set; }

    /// <summary>True for a person known by office alone.</summary>
    public bool Office { get; init; }
    public int Mentions { get; set; }

    /// <summary>True where it fights without being a state's own.</summary>
    public bool Armed => Entry?.Armed == true && Class is null or { Side: RoleSide.Armed } || Class?.Side == RoleSide.Armed || (Entry?.Armed == true && Class?.Default == true);
}

/// <summary>A mention already joined to its entity, as later words may look back to it.</summary>
internal readonly record struct Seen(int Sentence, int Head, int Start, Referent Referent, bool Subject, bool Plural);

/// <summary>Joins names and nouns to entities, in text order.</summary>
internal sealed class EntityBook
{
    private readonly Scene _scene;
    private readonly string? _country;
    private readonly Dictionary<string, Referent> _byKey = new(StringComparer.Ordinal);
    private readonly List<Referent> _persons = [];

    public EntityBook(Scene scene, string? country) => (_scene, _country) = (scene, country);

    public List<Referent> Referents { get; } = [];

    public List<Seen> Seen { get; } = [];

    public Referent? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Joins a mention that names; returns its entity.</summary>
    public Referent Join(Draft d) => d.Kind switch
    {
        EntityKind.Person when d.Form == MentionForm.Name && d.Match?.Title is null => JoinPerson(d),
        EntityKind.Place => JoinPlace(d),
        _ => JoinOther(d),
    };

    /// <summary>Says that <paramref name="text"/> is another name of the entity ("Government of National Accord (GNA)").</summary>
    public void Also(string text, Referent referent) => _byKey[$"name:{ActorKey.Of(text)}"] = referent;

    /// <summary>Notes that a mention refers to an entity.</summary>
    public void Note(Draft d, Referent referent)
    {
        d.Entity = referent.Index;
        referent.Mentions++;
        var tree = _scene.Trees[d.Sentence];
        Seen.Add(new Seen(d.Sentence, d.Head, d.Start, referent, Words.IsSubject(tree, d.Head), d.Plural));
    }

    public Referent Country(ActorEntry entry, Place? place) => _byKey.GetValueOrDefault($"country:{entry.Id}") ?? Add($"country:{entry.Id}", new Referent
    {
        Index = Referents.Count,
        Kind = EntityKind.Place,
        Name = entry.Name,
        Actor = entry.Id,
        Entry = entry,
        Place = place,
        Named = true,
    });

    public Referent Place(Place place) => _byKey.GetValueOrDefault(PlaceKey(place)) ?? Add(PlaceKey(place), new Referent
    {
        Index = Referents.Count,
        Kind = EntityKind.Place,
        Name = place.Name,
        Place = place,
        Named = true,
    });

    private Referent JoinPlace(Draft d)
    {
        if (d.Known is { Use: NameUse.Name, Entry.Kind: ActorKind.Country } known && d.Place is null or { Kind: PlaceKind.Country or PlaceKind.Region })
        {
            var country = Country(known.Entry, d.Place);
            if (country.Mentions == 0 || d.Name.Length > country.Name.Length) country.Name = d.Name;
            return country;
        }
        var name = _scene.Text(d.Sentence, d.Start, Math.Max(d.NameEnd, d.Start + 1));
        if (d.Place is not null)
        {
            var place = Place(d.Place);
            if (place.Mentions == 0) place.Name = name.Any(char.IsLower) ? name : d.Place.Name;
            return place;
        }
        var key = $"name:{ActorKey.Of(name)}";
        return _byKey.GetValueOrDefault(key) ?? Add(key, new Referent { Index = Referents.Count, Kind = EntityKind.Place, Name = name, Reason = d.PlaceReason ?? "not in the gazetteer", Named = true });
    }

    private Referent JoinOther(Draft d)
    {
        var own = $"name:{ActorKey.Of(d.Name)}";
        if (_byKey.GetValueOrDefault(own) is { } same) { Fuller(same, d); return same; }
        if (d.Known is null && d.Form == MentionForm.Name && d.Kind is EntityKind.Actor or EntityKind.Other && PersonCalled(d.Name) is { } person) return person;
        var listed = d.Known is { Entry.Kind: not ActorKind.Country } known && d.Match?.Actor == known.Entry.Id ? $"actor:{known.Entry.Id}" : null;
        if (listed is not null && _byKey.GetValueOrDefault(listed) is { } referent) { Fuller(referent, d); Also(d.Name, referent); return referent; }
        var match = d.Match;
        if (match?.Actor is null && match?.Role is { Side: RoleSide.State } && (d.Definite || d.Form == MentionForm.Name || (match.Role.Id.EndsWith("-ministry", StringComparison.Ordinal) && !d.Plural)) && _country is not null)
            match = _scene.Actors.Identify(d.Name, _country) is { Actor: not null } local ? local : match;
        var added = Add(listed ?? own, new Referent
        {
            Index = Referents.Count,
            Kind = d.Kind,
            Name = d.Name,
            Actor = match?.Actor,
            Entry = match?.Entry,
            Class = match?.Role,
            Plural = d.Plural,
            Named = d.Form == MentionForm.Name,
            Office = match?.Title is not null,
            Reason = match?.Actor is null ? match?.Reason ?? "not in the actor list" : null,
        });
        if (listed is not null) Also(d.Name, added);
        return added;
    }

    private static void Fuller(Referent referent, Draft d)
    {
        if (d.Form == MentionForm.Name && d.Name.Length > referent.Name.Length && referent.Kind != EntityKind.Person) referent.Name = d.Name;
    }

    private Referent JoinPerson(Draft d)
    {
        var person = PersonCalled(d.Name);
        if (person is null) _persons.Add(person = Add(null, new Referent { Index = Referents.Count, Kind = EntityKind.Person, Name = d.Name, Named = true }));
        else if (d.Name.Length > person.Name.Length) person.Name = d.Name;
        if (d.Role is not null && (person.Role is null || Says(d.RoleMatch) > Says(_scene.Actors.Identify(person.Role))))
        {
            person.Role = d.Role;
            if (_country is not null && d.RoleMatch is { Actor: null, Role.Side: RoleSide.State } && _scene.Actors.Identify(d.Role, _country) is { Actor: not null } local) d.RoleMatch = local;   // "army spokesman" X: the army of the country that the report is about
            (person.Actor, person.Entry) = (d.RoleMatch?.Actor, d.RoleMatch?.Entry);
        }
        return person;
    }

    private static int Says(ActorMatch? role) => role?.Actor is not null ? 3 : role?.Title is { Rank: false } ? 2 : 1;

    /// <summary>The latest person whom the name may mean: the same name, or the last part of it.</summary>
    private Referent? PersonCalled(string name)
    {
        var parts = Parts(name);
        for (var i = _persons.Count - 1; i >= 0; i--)
        {
            var full = Parts(_persons[i].Name);
            if (parts.Length == 0 || full.Length == 0) continue;
            if (parts.SequenceEqual(full)) return _persons[i];
            if (parts.Length < full.Length && (full[^parts.Length..].SequenceEqual(parts) || (parts.Length == 1 && full[0] == parts[0] && full.Length > 1))) return _persons[i];
            if (parts.Length > full.Length && full.Length == 1 && parts[^1] == full[0]) return _persons[i];
            if (parts.Length > 1 && full.Length > 1 && parts[0] == full[0] && parts[^1] == full[^1]) return _persons[i];
        }
        return null;

        static string[] Parts(string name) => [.. ActorKey.Parts(name).Select(p => p.Text).Where(p => p is not ("al" or "el" or "bin" or "ibn") && p.Length > 1)];
    }

    private Referent Add(string? key, Referent referent)
    {
        Referents.Add(referent);
        if (key is not null) _byKey[key] = referent;
        return referent;
    }

    private static string PlaceKey(Place p) => p.Kind == PlaceKind.Country ? $"country:{p.Country}" : $"place:{p.Name}|{p.Kind}|{p.Admin1}|{p.Country}|{p.Geonames}|{p.Code}";
}
