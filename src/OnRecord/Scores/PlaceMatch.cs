using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;
using OnRecord.Statements;

namespace OnRecord.Scores;

/// <summary>When a place found is the place meant.</summary>
internal static class PlaceMatch
{
    private const double NearKm = 25;

    /// <summary>
    /// None matches none; otherwise the same place of the gazetteer, one within 25 km, or, where the gazetteer (or the reader) has it not, the same name and country.
    /// A country is matched by the same country alone.
    /// </summary>
    public static bool Same(GoldPlace? gold, StatementPlace? predicted, Identities world)
    {
        if (gold is null || predicted is null) return gold is null && predicted is null;
        var found = predicted.Place;
        var meant = world.Resolve(gold.Name, gold.Admin1, gold.Country);
        if (meant is null || found is null)
            return gold.Country == predicted.Country && (SameName(gold.Name, predicted.Name) || found is not null && SameName(gold.Name, found.Name));
        if (meant.Kind == PlaceKind.Country || found.Kind == PlaceKind.Country)
            return meant.Kind == found.Kind && meant.Country == found.Country;
        return meant == found || meant.Geonames is { } id && id == found.Geonames
            || meant.Country == found.Country && SameName(gold.Name, found.Name) && SameName(gold.Admin1, Division(found))
            || Gazetteer.Kilometres(meant, found) <= NearKm;
    }

    // Gold writes a division as its own division: [Helmand, Helmand, AF].
    private static string Division(Place place) => place.Kind == PlaceKind.Admin1 ? place.Name : place.Admin1;

    private static bool SameName(string a, string b) => Gazetteer.Fold(a) == Gazetteer.Fold(b);
}
