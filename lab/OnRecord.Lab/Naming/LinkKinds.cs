using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Naming;

/// <summary>Tells from an encyclopaedia article's title, the actor list, the gazetteer and how the parser reads its links, what kind of name it is; most titles are no names or not sure.</summary>
internal sealed class LinkKinds(ActorIndex actors, Gazetteer gazetteer)
{
    private static readonly HashSet<string> Bodies = new(StringComparer.OrdinalIgnoreCase)
    {
        "party", "army", "forces", "force", "navy", "police", "ministry", "court", "council", "agency", "organization", "organisation", "association", "union", "university", "company", "corporation",
        "airlines", "airways", "bank", "front", "movement", "brigade", "brigades", "committee", "commission", "parliament", "senate", "congress", "assembly", "club", "group", "network", "times", "post", "news",
        "institute", "federation", "league", "guard", "guards", "department", "service", "services", "office", "fund", "foundation", "inc.", "inc", "ltd", "battalion", "division", "coalition", "alliance", "government",
        "authority", "bureau", "society", "board", "administration", "f.c.", "militia", "corps", "command", "directorate", "school", "college",
    };

    private static readonly HashSet<string> Grounds = new(StringComparer.OrdinalIgnoreCase)
    {
        "province", "district", "county", "river", "lake", "mount", "island", "islands", "sea", "airport", "base", "region", "governorate", "oblast", "bridge", "dam", "peninsula", "desert", "valley", "mountains", "ocean",
        "gulf", "strait", "canal", "city", "state", "territory", "department", "prefecture", "municipality", "hospital", "prison", "stadium", "square", "street", "park", "palace", "mosque", "church", "cathedral", "volcano", "crossing", "bay", "coast",
    };

    private readonly Dictionary<string, int[]> _votes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameKind?> _kinds = new(StringComparer.Ordinal);

    /// <summary>Counts how the parser read one link to a title; null where it saw no name of just these words.</summary>
    public void Vote(string title, NameKind? read)
    {
        if (!_votes.TryGetValue(title, out var votes)) _votes[title] = votes = new int[5];
        votes[read is { } kind ? (int)kind : 4]++;
    }

    /// <summary>The kind of name that a title is, or null.</summary>
    public NameKind? Of(string title) => _kinds.TryGetValue(title, out var known) ? known : _kinds[title] = Find(title);

    /// <summary>The title as a name: without what stands in brackets or after a number sign.</summary>
    public static string Plain(string link)
    {
        var title = Uri.UnescapeDataString(link).Replace('_', ' ');
        foreach (var mark in (char[])['#', '('])
            if (title.IndexOf(mark) is var at and >= 0) title = title[..at];
        return title.Trim();
    }

    private NameKind? Find(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !char.IsUpper(title[0]) || title.Any(char.IsDigit)) return null;
        foreach (var bearer in actors.Bearers(title))
            if (bearer.Use == NameUse.Name) return bearer.Entry.Kind == ActorKind.Country ? NameKind.Location : NameKind.Organisation;
        var lower = words.Skip(1).Any(w => char.IsLower(w[0]) && w is not ("of" or "the" or "and" or "for" or "in" or "de" or "la" or "al" or "bin" or "van" or "von" or "del" or "da"));
        if (lower) return null;
        if (title.Contains(',')) return NameKind.Location;
        var votes = _votes.GetValueOrDefault(title) ?? new int[5];
        var best = Enumerable.Range(0, 4).MaxBy(k => votes[k]);
        var sure = votes[best] > 0 && votes[best] * 2 > votes.Sum();
        if (Bodies.Contains(words[^1]) || Bodies.Contains(words[0]) && words.Length > 2) return Grounds.Contains(words[^1]) && sure && best == (int)NameKind.Location ? NameKind.Location : NameKind.Organisation;
        if (Grounds.Contains(words[^1]) || words[0] is "Mount" or "Lake") return NameKind.Location;
        var places = gazetteer.Find(title);
        if (places.Count > 0 && (best != (int)NameKind.Person || !sure) && places[0] is { Kind: not PlaceKind.City } or { Population: > 1000 }) return NameKind.Location;
        if (!sure || best == (int)NameKind.Other) return null;
        if (best == (int)NameKind.Person) return words.Length is > 1 and < 5 && !words.Contains("of") && !words.Contains("the") ? NameKind.Person : null;
        return votes[best] > 1 ? (NameKind)best : null;
    }
}
