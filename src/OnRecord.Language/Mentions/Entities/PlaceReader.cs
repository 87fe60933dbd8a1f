using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Hands the place names of an article to the resolver, all together, and takes its decisions back.</summary>
internal static class PlaceReader
{
    private static readonly HashSet<string> ActsOn = new(StringComparer.Ordinal)
    {
        "capture", "seize", "take", "retake", "recapture", "enter", "storm", "attack", "shell", "bomb", "overrun", "control", "besiege", "hit", "strike", "leave", "flee",
        "reach", "liberate", "surround", "raid", "hold", "fall", "defend", "bombard",
    };

    public static void Resolve(Scene scene, List<Draft> drafts, CountryVotes votes)
    {
        if (scene.Gazetteer is not { } gazetteer) return;
        var places = drafts.FindAll(d => d.Kind == EntityKind.Place && d.Form == MentionForm.Name);
        if (places.Count == 0) return;
        var spans = places.ConvertAll(d => scene.Span(d.Sentence, d.Start, Math.Max(d.NameEnd, d.Start + 1)));
        var names = PlaceHints.Read(gazetteer, scene.Article.Text, spans);
        var heard = places.Select((d, i) => names[i] with { Sentence = d.Sentence, ActedOn = IsActedOn(scene.Trees[d.Sentence], d.Head), Doubtful = d.Doubtful }).ToList();
        var decisions = new PlaceResolver(gazetteer).Resolve(heard, new PlaceContext
        {
            Countries = votes.Counts,
            Beside = scene.Article.Dateline is { Length: > 0 } dateline ? [dateline] : [],
        });
        for (var i = 0; i < places.Count; i++)
        {
            var place = decisions[i].Place;
            // A country's name that the resolver leaves open is still the country.
            if (place is null && places[i].Known is { Use: NameUse.Name, Entry: { Kind: ActorKind.Country } entry } && entry.Id == entry.Countries[0]) place = gazetteer.Country(entry.Id);
            (places[i].Place, places[i].PlaceReason, places[i].Around) = (place, decisions[i].Reason, place is null ? decisions[i].Around : null);
            places[i].Within = names[i].Within;
        }
    }

    /// <summary>
    /// Names that the gazetteer lacks, where the text says what holds them ("Hombori, Mali") or is about one country only: known by name, with the coordinates of what holds them.
    /// </summary>
    public static void Approximate(Scene scene, List<Draft> drafts, string? home)
    {
        if (scene.Gazetteer is not { } gazetteer) return;
        var country = home is null ? null : gazetteer.Country(home);
        foreach (var d in drafts)
        {
            if (d is not { Kind: EntityKind.Place, Form: MentionForm.Name, Place: null }) continue;
            var name = scene.Text(d.Sentence, d.Start, Math.Max(d.NameEnd, d.Start + 1));
            if (IsBuilt(name))
            {
                // A cathedral is in its town.
                if (drafts.Find(t => t.Sentence == d.Sentence && t.Kind == EntityKind.Place && t.Place is { Kind: PlaceKind.City } && t.Name == d.Within) is { } town) d.Place = town.Place;
                continue;
            }
            if ((d.Around ?? country) is { } around && KindOf(scene.Trees[d.Sentence], d, name) is { } kind && (d.Around is not null || (!d.Doubtful && Locates(scene.Trees[d.Sentence], d)))) d.Place = Known(name, kind, around);
        }
        // What no gazetteer has and nothing says to be a place is another sort of name.
        var located = drafts.FindAll(d => d is { Kind: EntityKind.Place, Form: MentionForm.Name, Place: null } && (d.Around is not null || (Locates(scene.Trees[d.Sentence], d) && !IsBuilt(d.Name)))).ConvertAll(d => d.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var d in drafts)
            if (d is { Kind: EntityKind.Place, Form: MentionForm.Name, Place: null, Known: null } && (!located.Contains(d.Name) || IsPeople(scene.Trees[d.Sentence], d))) d.Kind = EntityKind.Other;
        // Once said where it is, it is there in the whole report.
        var said = drafts.FindAll(d => d is { Kind: EntityKind.Place, Place.Approximate: true });
        foreach (var d in drafts)
            if (d is { Kind: EntityKind.Place, Form: MentionForm.Name, Place: null or { Approximate: true } } && said.Find(s => s.Name == d.Name && (d.Place is null || s.Around is not null && d.Around is null)) is { } other) d.Place = other.Place;
    }

    private static bool IsBuilt(string name) => name.LastIndexOf(' ') is > 0 and var space && Places.PlaceTypes.IsBuilt(name[(space + 1)..].ToLowerInvariant());

    private static Place Known(string name, PlaceKind kind, Place around) =>
        new(name, kind, around.Kind == PlaceKind.Admin1 ? around.Name : around.Admin1, around.Country, around.Lat, around.Lon, 0, null, "")
        {
            Admin1Code = around.Kind == PlaceKind.Admin1 ? around.Code : around.Admin1Code,
            Approximate = true,
        };

    // Waters lie in no one country, so that only settlements, divisions and spots are placed by it.
    private static PlaceKind? KindOf(Tree tree, Draft d, string name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        foreach (var word in (string[])[last, d.End > d.NameEnd ? tree[d.End - 1].Form : "", d.End < tree.Count ? tree[d.End].Form : ""])
        {
            if (word.ToLowerInvariant() is "river" or "lake" or "sea" or "ocean" or "gulf" or "strait" or "bay" or "desert" or "peninsula" or "street" or "avenue" or "road" or "highway" or "bridge" or "university" or "square") return null;
            if (Places.PlaceTypes.Kind(word) is { } kind) return kind is PlaceKind.Country ? null : kind;
        }
        return PlaceKind.City;
    }

    private static bool IsPeople(Tree tree, Draft d) =>
        d.End < tree.Count && Singular(tree[d.End].Form) is "tribe" or "ethnicity" or "people" or "clan" or "community" or "language" or "ambassador" or "militiaman" or "tribesman" or "minority";

    // "in Hombori", "the towns of Hombori and Douentza", "captured Hombori", "Hombori district".
    private static bool Locates(Tree tree, Draft d)
    {
        if (d.End > d.NameEnd || IsActedOn(tree, d.Head) || d.End < tree.Count && Words.Spots.Contains(tree[d.End].Form) && tree[d.End - 1].Head == d.End) return true;
        var first = Words.FirstJoined(tree, d.Head);
        var start = first == d.Head ? d.Start : Words.FirstOfName(tree, first);
        return At.Contains(NounPhrase.Case(tree, first)) || start > 0 && At.Contains(tree[start - 1].Form.ToLowerInvariant()) || Words.IsOfPlaces(tree, start) || start > 1 && tree[start - 1].Form == "of" && Words.PlaceTypes.Contains(Singular(tree[start - 2].Form));
    }

    private static readonly HashSet<string> At = new(StringComparer.Ordinal) { "in", "at", "near", "to", "from", "into", "around", "outside", "towards", "inside" };

    private static string Singular(string form) => ActorKey.Singular(form.ToLowerInvariant());

    private static bool IsActedOn(Tree tree, int head)
    {
        var first = Words.FirstJoined(tree, head);
        var verb = tree[first].Head;
        return verb >= 0 && ActsOn.Contains(tree[verb].Lemma) && (tree.Is(first, "obj") || tree.Is(first, "nsubj"));
    }
}
