using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Scores;

/// <summary>What the scorer must know of the world: which names mean one actor, and where a place lies.</summary>
/// <param name="SameActor">True where two names are aliases of the same actor.</param>
/// <param name="Resolve">The gazetteer's place for a name, first-order division ("" for none) and country code, or null.</param>
public sealed record Identities(Func<string, string, bool> SameActor, Func<string, string, string, Place?> Resolve)
{
    /// <summary>Knows nothing: names must be equal, places too.</summary>
    public static Identities None { get; } = new((_, _) => false, (_, _, _) => null);

    /// <summary>Places as the gazetteer has them.</summary>
    public static Identities Of(Gazetteer gazetteer, Func<string, string, bool> sameActor) => new(sameActor, (name, admin1, country) => Find(gazetteer, name, admin1, country));

    // A name alone is the country if the country has that name; else the most prominent place of it in the division, or in the country where the division is written otherwise.
    private static Place? Find(Gazetteer gazetteer, string name, string admin1, string country)
    {
        var places = gazetteer.Find(name).Where(place => place.Country == country).ToList();
        if (admin1.Length == 0) return places.Find(place => place.Kind == PlaceKind.Country) ?? places.FirstOrDefault();
        var division = gazetteer.Admin1(admin1, country)?.Name ?? admin1;
        return places.Find(place => Gazetteer.Fold(place.Kind == PlaceKind.Admin1 ? place.Name : place.Admin1) == Gazetteer.Fold(division)) ?? places.FirstOrDefault();
    }
}
