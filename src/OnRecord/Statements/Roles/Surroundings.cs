using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Statements.Roles;

/// <summary>Says in which division or country a place lies that the gazetteer has not: by the words after it ("Kreinik, West Darfur"), else by the places named around it.</summary>
internal static class Surroundings
{
    private const int Near = 3;
    private const int WordsBetween = 3;
    private const int Detour = 200;

    /// <summary>The division or country around the mention's place, or null where nothing tells.</summary>
    public static Place? Of(Scene scene, Gazetteer gazetteer, Mention mention)
    {
        foreach (var other in scene.Mentions.Mentions)
            if (other.Entity == mention.Entity && other.Form == MentionForm.Name && Said(scene, other) is { } said) return said;
        // Where it is named first tells for the whole report.
        foreach (var other in scene.Mentions.Mentions)
            if (other.Entity == mention.Entity && other.Form == MentionForm.Name) { mention = other; break; }
        string? nearest = null;
        var distance = int.MaxValue;
        foreach (var other in scene.Mentions.Mentions)
        {
            if (other.Form == MentionForm.Pronoun || other.Entity == mention.Entity || Country(scene, other) is not var (country, detour)) continue;
            var sentences = Math.Abs(other.Sentence - mention.Sentence);
            var far = sentences * 1000 + Math.Abs(other.Span.Start - mention.Span.Start) / 10 + detour;
            if (sentences <= Near && far < distance) (nearest, distance) = (country, far);
        }
        return gazetteer.Country(nearest ?? scene.Mentions.Country ?? "");
    }

    // The country of a place named, or of those who act there; what is no town tells less.
    private static (string Country, int Detour)? Country(Scene scene, Mention mention)
    {
        var entity = scene.Mentions.Entities[mention.Entity];
        if (mention.Form == MentionForm.Name && entity.Place is { Country.Length: 2 } place) return (place.Country, place.Kind == PlaceKind.Country ? Detour : 0);
        if (entity.Place is not null || entity.Actor is not { } actor) return null;
        var home = actor.Length == 2 || actor.Length > 2 && actor[2] == '/' ? actor[..2] : scene.Actors?.Entry(actor) is { Kind: ActorKind.Group, Countries: [var only] } ? only : null;
        return home is null ? null : (home, Detour);
    }

    // "Hub, Balochistan", "Datta Khel in North Waziristan", "Dassari, Benin".
    private static Place? Said(Scene scene, Mention mention)
    {
        var tree = scene.Trees[mention.Sentence];
        for (var word = mention.End; word < Math.Min(tree.Count, mention.End + WordsBetween); word++)
        {
            if (scene.PlaceAt(mention.Sentence, word) is { Kind: PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2 } place) return place;
            if (tree[word].Form is not ("," or "(" or "in" or "the" or "of") && !scene.Mentions.Mentions.Any(m => m.Sentence == mention.Sentence && m.Start <= word && word < m.End)) return null;
        }
        return null;
    }
}
