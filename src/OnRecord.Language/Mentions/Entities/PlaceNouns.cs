using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Decides which place "the town", "the capital", "the country" look back to; where that is not sure, none.</summary>
internal sealed class PlaceNouns(Scene scene, EntityBook book, string? country)
{
    /// <summary>The place that a noun of places refers to, or null; <paramref name="head"/> is the noun in the singular.</summary>
    public Referent? Of(Draft d, string head)
    {
        var tree = scene.Trees[d.Sentence];
        if (head == "kingdom") return !d.Definite || !Bare(d) ? null : book.Seen.LastOrDefault(s => s.Referent is { Place: { Kind: PlaceKind.Country, Country: "SA" or "JO" or "MA" or "BH" or "GB" or "TH" or "KH" or "BT" or "SZ" or "LS" or "TO" or "ES" or "NL" or "BE" or "SE" or "NO" or "DK" } }).Referent;
        if (head is "country" or "nation")
        {
            if (!d.Definite || !Bare(d) && !(d.Start == d.Head && d.Head + 1 < tree.Count && tree[d.Head + 1].Lemma == "from")) return null;   // "fired into the country from Syria"
            // Of two that the report is about as much, the one spoken of last.
            if (country is null) return book.Seen.LastOrDefault(s => s.Referent is { Kind: EntityKind.Place, Place.Kind: PlaceKind.Country } && s.Sentence >= d.Sentence - 2).Referent;
            // "Mali's junta met Russians in Moscow. … in the country's north": a town abroad is not the country that is spoken of.
            if (!book.Seen.Exists(s => Home(s.Referent) == country) && book.Seen.Exists(s => s.Referent.Place?.Country == country) && book.Seen.LastOrDefault(s => Home(s.Referent) is not null && s.Sentence >= d.Sentence - 3).Referent is { } spoken
                && scene.Actors.Entry(Home(spoken)!) is { } named) return book.Country(named, scene.Gazetteer?.Country(Home(spoken)!));
            return scene.Actors.Entry(country) is { } entry ? book.Country(entry, scene.Gazetteer?.Country(country)) : null;
        }
        if (head == "capital") return Capital(d, tree);
        if (!d.Definite || !Bare(d) && !Described(d, tree)) return null;
        PlaceKind[] kinds = head switch
        {
            "city" or "town" or "village" => [PlaceKind.City],
            "province" or "state" or "governorate" or "oblast" => [PlaceKind.Admin1],
            "district" or "county" => [PlaceKind.Admin2],
            "region" => [PlaceKind.Admin1, PlaceKind.Region],
            "area" => [PlaceKind.City, PlaceKind.Admin2],
            _ => [],
        };
        // The latest of them, unless another is what the report keeps coming back to.
        Referent? best = null;
        var most = 0.0;
        foreach (var seen in book.Seen)
        {
            if (seen.Sentence < d.Sentence - 4 || seen.Referent is not { Kind: EntityKind.Place } referent || IsLandmark(seen)) continue;
            // What no map has is taken for a settlement, but for "the Dnieper".
            if (referent.Place is { } place ? !kinds.Contains(place.Kind) || !Befits(head, place) : !referent.Named || !kinds.Contains(PlaceKind.City) || Words.IsDefinite(scene.Trees[seen.Sentence], seen.Head)) continue;
            var score = 4.0 - (d.Sentence - seen.Sentence) + Math.Min(referent.Mentions, 4) * 0.4;
            if (score >= most) (best, most) = (referent, score);
        }
        return best;
    }

    // The country that a referent is, or whose people or bodies it is.
    private static string? Home(Referent r) =>
        r.Place is { Kind: PlaceKind.Country } land ? land.Country : r.Kind != EntityKind.Place && r.Actor is { Length: > 1 } actor && char.IsAsciiLetterUpper(actor[0]) && (actor.Length == 2 || actor[2] == '/') ? actor[..2] : null;

    // "the mining town", "the besieged city": the one spoken of; "the next town", "the northern city" may be another.
    private static bool Described(Draft d, Tree tree)
    {
        if (d.Head != d.End - 1 || d.Start < d.Head - 2) return false;
        for (var i = d.Start; i < d.Head; i++)
            if (tree[i].Upos is not (Upos.NOUN or Upos.ADJ or Upos.VERB) || char.IsUpper(tree[i].Form[0]) || NotSame.Contains(tree[i].Form.ToLowerInvariant()) || tree[i].Form.EndsWith("ern", StringComparison.Ordinal)) return false;
        return true;
    }

    internal static readonly HashSet<string> NotSame = new(StringComparer.Ordinal)
    {
        "other", "next", "nearby", "neighbouring", "neighboring", "second", "third", "last", "first", "largest", "biggest", "main", "only", "home", "new", "old", "whole", "entire", "north", "south", "east", "west", "adjacent", "surrounding", "same", "twin", "sister",
    };

    // "130 km south-west of Kabul" tells where another place lies: "the city" after it is not Kabul.
    private bool IsLandmark(Seen seen)
    {
        var tree = scene.Trees[seen.Sentence];
        for (var i = Math.Max(1, seen.Start - 2); i < seen.Start; i++)
            if (tree[i].Lemma.ToLowerInvariant() is "of" or "from" && Directions.Contains(tree[i - 1].Form.ToLowerInvariant())) return true;
        return false;
    }

    private static readonly HashSet<string> Directions = new(StringComparer.Ordinal)
    {
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west", "km", "kilometres", "kilometers", "miles", "outside", "short",
    };

    // A village is no metropolis, and the capital is "the capital" or "the city".
    private static bool Befits(string noun, Place place) => noun switch
    {
        "village" => place.Population < 50_000 && place.Capital.Length == 0,
        "town" => place.Population < 700_000 && place.Capital != "C",
        _ => true,
    };

    private Referent? Capital(Draft d, Tree tree)
    {
        if (scene.Gazetteer is not { } gazetteer) return null;
        Place? of = null;
        for (var i = d.Start; i < d.End && of is null; i++)
        {
            if (i == d.Head) continue;
            var form = tree[i].Form;
            var bearer = scene.Actors.Bearers(form).FirstOrDefault(b => b.Entry.Kind == ActorKind.Country && b.Use is NameUse.Demonym or NameUse.Name);
            of = bearer is not null ? gazetteer.Country(bearer.Entry.Countries[0]) : book.Seen.LastOrDefault(s => s.Sentence == d.Sentence && s.Start <= i && s.Head >= i && s.Referent.Place is not null).Referent?.Place;
        }
        var provincial = d.Start < d.Head && tree[d.Start].Form.ToLowerInvariant() is "provincial" or "regional" or "state" or "district";
        if (of is null && provincial)
        {
            for (var i = book.Seen.Count - 1; i >= 0 && book.Seen[i].Sentence >= d.Sentence - 1 && of is null; i--)
                if (book.Seen[i].Referent.Place is { Kind: PlaceKind.Admin1 } admin) of = admin;
        }
        else if (of is null && d.Definite && Bare(d) && country is not null) of = gazetteer.Country(country);
        return of is not null && gazetteer.CapitalOf(of) is { } seat ? book.Place(seat) : null;
    }

    internal static bool Bare(Draft d) => d.Start == d.Head && d.End == d.Head + 1;
}
