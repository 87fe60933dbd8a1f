using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Statements.Roles;

/// <summary>Says in which division or country a place lies that the gazetteer has not: by the words after it ("Kreinik, West Darfur"), else by the places named around it.</summary>
internal static class Surroundings
{
    private const int Near = 3;
    private const int WordsBetween = 3;

    /// <summary>The division or country around the mention's place, or null where nothing tells.</summary>
    public static Place? Of(Scene scene, Gazetteer gazetteer, Mention mention)
    {
        foreach (var other in scene.Mentions.Mentions)
            if (other.Entity == mention.Entity && other.Form == MentionForm.Name && Said(scene, other) is { } said) return said;
        Place? nearest = null;
        var distance = int.MaxValue;
        foreach (var other in scene.Mentions.Mentions)
        {
            if (other.Form != MentionForm.Name || scene.Mentions.Entities[other.Entity].Place is not { Country.Length: 2 } place) continue;
            var sentences = Math.Abs(other.Sentence - mention.Sentence);
            var far = sentences * 1000 + Math.Abs(other.Span.Start - mention.Span.Start) / 10 + (place.Kind == PlaceKind.Country ? 200 : 0);
            if (sentences <= Near && far < distance) (nearest, distance) = (place, far);
        }
        return gazetteer.Country(nearest?.Country ?? scene.Mentions.Country ?? "");
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
