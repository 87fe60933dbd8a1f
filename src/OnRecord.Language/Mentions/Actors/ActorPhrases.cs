using System.Collections.Immutable;

namespace OnRecord.Language.Mentions.Actors;

/// <summary>Composed identities: country or group and role.</summary>
public sealed partial class ActorIndex
{
    // After these the phrase only describes its head further, and a name there is not whose the head is.
    private static readonly HashSet<string> Cuts = new(StringComparer.Ordinal)
    {
        ",", "who", "that", "which", "by", "at", "on", "near", "with", "against", "to", "linked", "loyal", "allied", "affiliated", "including", "claiming",
        "calling", "in", "under", "during", "after", "into", "and", "or", "as", "aligned", "suspected", "believed", "not",
    };

    private static readonly HashSet<string> Joins = new(StringComparer.Ordinal) { "of", "for", "from", "within" };

    // "Turkish-backed": the name before these is not whose the head is.
    private static readonly HashSet<string> Sides = new(StringComparer.Ordinal)
    {
        "backed", "led", "aligned", "linked", "allied", "controlled", "held", "occupied", "supported", "affiliated", "trained", "funded", "born", "based",
        "inspired", "sponsored", "friendly", "leaning", "made", "proclaimed", "installed", "appointed",
    };

    private static readonly HashSet<string> Fronts = new(StringComparer.Ordinal) { "pro", "anti", "counter", "former", "ex", "non" };

    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "personnel", "member", "staff", "unit", "patrol", "convoy", "base", "officer", "side", "source", "column", "position", "post", "headquarters", "wing",
        "elements", "element", "vehicle", "truck", "checkpoint", "outpost", "camp", "contingent", "detachment", "team", "group", "department", "agency", "service",
    };

    /// <summary>The identity of a phrase; <paramref name="country"/> (ISO alpha-2) is the one that the text is about, for "the army" and for names that several actors bear.</summary>
    public ActorMatch Identify(string phrase, string? country = null)
    {
        var bracket = phrase.IndexOf('(', StringComparison.Ordinal);
        var whole = bracket > 0 ? phrase[..bracket] : phrase;
        if (Whole(whole, country) is { } known) return known;
        return Compose(Segments(whole, country), country) ?? Unresolved("", "an empty phrase");
    }

    /// <summary>True where the two names are equal but for case, articles and accents, or name one actor.</summary>
    public bool SameActor(string a, string b)
    {
        var (nameA, nameB) = (WithoutBracket(a), WithoutBracket(b));
        if (ActorKey.Of(nameA) == ActorKey.Of(nameB)) return ActorKey.Of(nameA).Length > 0 || a == b;
        var (x, y) = (Identify(nameA), Identify(nameB));
        if (x.Actor is null || y.Actor is null || Plain(x.Actor) != Plain(y.Actor) || x.Title?.Id != y.Title?.Id) return false;
        return (x.Title is null && x.Role?.Exact != true && y.Role?.Exact != true) || x.Head == y.Head;

        // A country that acts is its government.
        static string Plain(string id) => id.EndsWith("/government", StringComparison.Ordinal) ? id[..^11] : id;
    }

    private static string WithoutBracket(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }

    private static string WithoutArticle(string phrase)
    {
        var bare = phrase.Trim();
        return bare.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && bare.Length > 4 ? bare[4..].TrimStart() : bare;
    }

    private ActorMatch? Whole(string phrase, string? country)
    {
        var key = ActorKey.Of(phrase);
        if (!_names.TryGetValue(key, out var all)) return null;
        var bearers = key.Length == 0 || key.Contains(' ', StringComparison.Ordinal) ? all : all.Where(WrittenIn(WithoutArticle(phrase))).ToImmutableArray();
        if (bearers.Length == 0) return null;
        return Choose(bearers, country) is { } name ? Matched(name, key) : Unresolved(key, $"may be {string.Join(" or ", bearers.Select(b => b.Entry.Id))}");
    }

    /// <summary>The one bearer of a name that the country leaves, or null.</summary>
    internal ActorName? Choose(IReadOnlyList<ActorName> bearers, string? country)
    {
        if (bearers.Count == 1) return bearers[0];
        if (bearers.Select(b => b.Entry.Id).Distinct().Count() == 1) return bearers.MinBy(b => b.Use);
        var near = bearers.Where(b => country is not null && b.Entry.Countries.Contains(country)).ToList();
        var standard = _defaults.GetValueOrDefault(ActorKey.Of(bearers[0].Surface));
        return near.Count == 1 ? near[0] : bearers.FirstOrDefault(b => b.Entry.Id == standard);
    }

    private ActorMatch Matched(ActorName name, string key) => name.Use switch
    {
        NameUse.Demonym => new ActorMatch($"{name.Entry.Id}/nationals", name.Entry, Role("national"), null, key, null),
        NameUse.Capital or NameUse.Government => new ActorMatch($"{name.Entry.Id}/government", name.Entry, null, null, key, null),
        _ => new ActorMatch(name.Entry.Id, name.Entry, null, null, key, null),
    };

    private static ActorMatch Unresolved(string head, string reason, RoleClass? role = null, TitleClass? title = null) => new(null, null, role, title, head, reason);

    private sealed record Segment(string Text, ActorName? Name, string? Ambiguity, RoleClass? Role, TitleClass? Title);

    private List<Segment> Segments(string phrase, string? country)
    {
        var spelt = ActorKey.Parts(phrase);
        var parts = spelt.ConvertAll(p => p.Text);
        var segments = new List<Segment>();
        for (var i = 0; i < parts.Count;)
        {
            var (length, names) = LongestName(parts, i, phrase, spelt);
            var (roleLength, role) = LongestWord(_roles, parts, i);
            var (titleLength, title) = LongestWord(_titles, parts, i);
            var most = Math.Max(length, Math.Max(roleLength, titleLength));
            var text = string.Join(' ', parts.Skip(i).Take(Math.Max(most, 1)));
            if (most == 0) segments.Add(new Segment(text, null, null, null, null));
            else if (length == most)
            {
                var chosen = Choose(names, country);
                segments.Add(new Segment(text, chosen, chosen is null ? $"'{text}' may be {string.Join(" or ", names.Select(n => n.Entry.Id))}" : null, null, null));
            }
            else if (titleLength == most) segments.Add(new Segment(text, null, null, null, title));
            else segments.Add(new Segment(text, null, null, role, null));
            i += Math.Max(most, 1);
        }
        return segments;
    }

    /// <summary>The names of the list that begin at a part of a key, the longest first.</summary>
    internal IEnumerable<(int Length, IReadOnlyList<ActorName> Names)> NamesAt(List<string> parts, int at)
    {
        for (var n = Math.Min(_longest.GetValueOrDefault(parts[at]), parts.Count - at); n > 0; n--)
            if (_names.TryGetValue(string.Join(' ', parts.Skip(at).Take(n)), out var names)) yield return (n, names);
    }

    private (int Length, IReadOnlyList<ActorName> Names) LongestName(List<string> parts, int at, string phrase, List<KeyPart> spelt)
    {
        foreach (var (length, names) in NamesAt(parts, at))
        {
            var text = phrase.AsSpan(spelt[at].Start, spelt[at + length - 1].End - spelt[at].Start);
            var written = names.Where(WrittenIn(text.ToString())).Where(n => length > 1 || parts.Count == 1 || !n.Surface.StartsWith("The ", StringComparison.Ordinal)).ToList();
            if (written.Count > 0) return (length, written);
        }
        return (0, []);
    }

    // "car" is not the CAR, and "diplomat" not The Diplomat.
    private static Func<ActorName, bool> WrittenIn(string text) => name =>
        name.Surface.Any(char.IsLower) ? !name.Surface.StartsWith("The ", StringComparison.Ordinal) || char.IsUpper(text[0]) || text.Contains(' ', StringComparison.Ordinal) : !text.Any(char.IsLower);

    private static (int Length, T? Class) LongestWord<T>(System.Collections.Frozen.FrozenDictionary<string, T> table, List<string> parts, int at) where T : class
    {
        for (var n = Math.Min(LongestRole, parts.Count - at); n > 0; n--)
        {
            var key = string.Join(' ', parts.Skip(at).Take(n));
            if ((table.GetValueOrDefault(key) ?? table.GetValueOrDefault(SingularKey(key))) is { } found) return (n, found);
        }
        return (0, null);
    }

    private ActorMatch? Compose(List<Segment> segments, string? country)
    {
        var end = 0;
        while (end < segments.Count && !(end > 0 && IsBare(segments[end]) && (Cuts.Contains(segments[end].Text) || Joins.Contains(segments[end].Text)))) end++;
        if (end == 0) return null;
        var head = end - 1;
        var after = end < segments.Count && Joins.Contains(segments[end].Text) ? Compose(segments[(end + 1)..], country) : null;

        ActorName? owner = null;
        RoleClass? inner = null;
        for (var i = 0; i <= head; i++)
        {
            var dropped = (i + 1 <= head && IsBare(segments[i + 1]) && Sides.Contains(segments[i + 1].Text)) || (i > 0 && IsBare(segments[i - 1]) && Fronts.Contains(segments[i - 1].Text) && segments[i - 1].Text is not "former" and not "ex");
            if (dropped) continue;
            if (segments[i].Ambiguity is { } doubt) return Unresolved(segments[head].Text, doubt);
            if (segments[i].Name is { } name && (owner is null || name.Entry.Kind != ActorKind.Country || owner.Entry.Kind == ActorKind.Country)) owner = name;
            if (i < head && segments[i].Role is { } role) inner = role;
        }

        var last = segments[head];
        var word = SingularKey(last.Text);
        if (last.Name is { } only) return owner is null ? Unresolved(word, "the name only describes") : inner is null && head == 0 ? Matched(only, last.Text) : Matched(owner, last.Text);
        if (last.Title is { } title) return Office(owner, RoleBefore(last.Text) ?? inner, title, after, word, country);
        var headRole = last.Role ?? (Neutral.Contains(word) ? inner : null);
        if (headRole is null) return owner is not null && Neutral.Contains(word) ? Matched(owner, word) with { Head = word } : Unresolved(word, "no known role");
        if (inner is not null && (headRole.Id is "armed-group" or "ministry" || Neutral.Contains(word))) headRole = inner;
        if (owner is null && after?.Actor is { } belongs && after.Title is null) return Belonging(belongs, after.Entry!, headRole, word);
        if (owner is null && country is not null && headRole.Side == RoleSide.State && end == segments.Count && Entry(country) is { } home)
            return new ActorMatch($"{country}/{headRole.Id}", home, headRole, null, word, null);
        return owner is null ? Unresolved(word, "a role without country or group", headRole) : Belonging(owner.Use == NameUse.Government || owner.Use == NameUse.Capital ? $"{owner.Entry.Id}/government" : owner.Entry.Id, owner.Entry, headRole, word);
    }

    // "army spokesman" is one entry of the titles, but says whose spokesman.
    private RoleClass? RoleBefore(string title)
    {
        for (var space = title.LastIndexOf(' '); space > 0; space = title.LastIndexOf(' ', space - 1))
            if (_roles.GetValueOrDefault(title[..space]) is { Side: RoleSide.State } role) return role;
        return null;
    }

    private static bool IsBare(Segment s) => s.Name is null && s.Role is null && s.Title is null && s.Ambiguity is null;

    private static ActorMatch Belonging(string actor, ActorEntry entry, RoleClass role, string word)
    {
        if (entry.Kind == ActorKind.Country && actor.Length == entry.Id.Length) return new ActorMatch($"{actor}/{role.Id}", entry, role, null, word, null);
        var same = role.Default || (role.Id == "government" && entry.Kind == ActorKind.Group) || (role.Side == RoleSide.State && role.Id is "ministry" or "government")
            || (entry.Kind == ActorKind.Institution && role.Side is RoleSide.State) || actor.EndsWith($"/{role.Id}", StringComparison.Ordinal);
        return new ActorMatch(same ? actor : $"{actor}/{role.Id}", entry, role, null, word, null);
    }

    private ActorMatch Office(ActorName? owner, RoleClass? inner, TitleClass title, ActorMatch? after, string word, string? country)
    {
        if (owner is null && after?.Actor is { } whose) return new ActorMatch(whose, after.Entry, null, title, word, null);
        var entry = owner?.Entry ?? (country is null ? null : Entry(country));
        if (entry is null) return Unresolved(word, "an office without country or group", null, title);
        if (title.Class == "other") return Unresolved(word, "a person who does not act for the country or group", null, title);
        var actor = entry.Id;
        if (entry.Kind == ActorKind.Country)
            actor += inner is { Side: RoleSide.State, Collective: true } ? $"/{inner.Id}" : title.Class switch { "commander" => "/military", "lawmaker" => "/parliament", _ => "/government" };
        return new ActorMatch(actor, entry, null, title, word, null);
    }
}
