using System.Collections.Frozen;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Places;

/// <summary>The words that say what sort of place a name is.</summary>
public static class PlaceTypes
{
    private static readonly FrozenDictionary<string, PlaceKind> Words = new Dictionary<string, PlaceKind>
    {
        ["country"] = PlaceKind.Country,
        ["nation"] = PlaceKind.Country,
        ["province"] = PlaceKind.Admin1,
        ["governorate"] = PlaceKind.Admin1,
        ["oblast"] = PlaceKind.Admin1,
        ["state"] = PlaceKind.Admin1,
        ["region"] = PlaceKind.Admin1,
        ["prefecture"] = PlaceKind.Admin1,
        ["department"] = PlaceKind.Admin1,
        ["krai"] = PlaceKind.Admin1,
        ["kray"] = PlaceKind.Admin1,
        ["canton"] = PlaceKind.Admin1,
        ["emirate"] = PlaceKind.Admin1,
        ["voivodeship"] = PlaceKind.Admin1,
        ["division"] = PlaceKind.Admin1,
        ["wilayah"] = PlaceKind.Admin1,
        ["wilaya"] = PlaceKind.Admin1,
        ["republic"] = PlaceKind.Admin1,
        ["district"] = PlaceKind.Admin2,
        ["county"] = PlaceKind.Admin2,
        ["raion"] = PlaceKind.Admin2,
        ["rayon"] = PlaceKind.Admin2,
        ["parish"] = PlaceKind.Admin2,
        ["subdistrict"] = PlaceKind.Admin2,
        ["tehsil"] = PlaceKind.Admin2,
        ["woreda"] = PlaceKind.Admin2,
        ["upazila"] = PlaceKind.Admin2,
        ["cercle"] = PlaceKind.Admin2,
        ["zone"] = PlaceKind.Admin2,
        ["territory"] = PlaceKind.Admin2,
        ["borough"] = PlaceKind.Admin2,
        ["municipality"] = PlaceKind.Admin2,
        ["regency"] = PlaceKind.Admin2,
        ["commune"] = PlaceKind.Admin2,
        ["subprefecture"] = PlaceKind.Admin2,
        ["agency"] = PlaceKind.Admin2,
        ["city"] = PlaceKind.City,
        ["locality"] = PlaceKind.City,
        ["quarter"] = PlaceKind.City,
        ["hometown"] = PlaceKind.City,
        ["stronghold"] = PlaceKind.City,
        ["town"] = PlaceKind.City,
        ["village"] = PlaceKind.City,
        ["capital"] = PlaceKind.City,
        ["township"] = PlaceKind.City,
        ["settlement"] = PlaceKind.City,
        ["hamlet"] = PlaceKind.City,
        ["port"] = PlaceKind.City,
        ["suburb"] = PlaceKind.City,
        ["community"] = PlaceKind.City,
        ["neighborhood"] = PlaceKind.City,
        ["neighbourhood"] = PlaceKind.City,
        ["camp"] = PlaceKind.City,
        ["area"] = PlaceKind.City,
        ["airport"] = PlaceKind.Site,
        ["airbase"] = PlaceKind.Site,
        ["base"] = PlaceKind.Site,
        ["dam"] = PlaceKind.Site,
        ["crossing"] = PlaceKind.Site,
    }.ToFrozenDictionary();

    // What is built is named after the town that it serves.
    private static readonly FrozenSet<string> Facilities = new[]
    {
        "airport", "airfield", "airbase", "airstrip", "base", "port", "harbour", "harbor", "seaport", "prison", "jail", "hospital", "university", "stadium", "refinery", "barracks", "garrison", "dam", "camp",
        "checkpoint", "crossing", "station", "cathedral", "railway", "bridge", "market", "oilfield",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Buildings = new[]
    {
        "palace", "building", "capitol", "hall", "hotel", "mosque", "church", "temple", "school", "mall", "embassy", "consulate", "plant", "castle", "tower", "house", "square", "museum", "restaurant", "theatre", "theater",
        "synagogue", "shrine", "court", "courthouse", "college", "clinic", "monastery", "residence", "headquarters", "compound", "park", "club", "street", "avenue", "road", "highway", "center", "centre",
    }.ToFrozenSet();

    // Of these the people in them are meant as often.
    private static readonly FrozenSet<string> Bodies = new[] { "university", "school", "court", "college", "club", "house", "embassy", "consulate", "center", "centre", "restaurant", "railway", "market", "headquarters" }.ToFrozenSet();

    private static readonly FrozenSet<string> FacilityKinds = new[]
    {
        "international", "regional", "military", "naval", "air", "oil", "gas", "central", "general", "domestic", "army", "power", "border", "refugee", "railway", "train", "bus", "police", "state", "city", "main", "old", "new", "sea", "land", "displacement", "displaced",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Directions = new[]
    {
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest", "southeast", "southwest",
        "northeastern", "northwestern", "southeastern", "southwestern", "downtown", "greater", "mainland", "upper", "lower",
    }.ToFrozenSet();

    /// <summary>The kind that a type word says ("province" is a first-order division), or null.</summary>
    public static PlaceKind? Kind(string? word) => word is not null && Words.TryGetValue(word.ToLowerInvariant(), out var kind) ? kind : null;

    /// <summary>A type word without the ending of the plural ("provinces").</summary>
    public static string Singular(string word)
    {
        if (Words.ContainsKey(word)) return word;
        var stem = word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.EndsWith('s') ? word[..^1] : word;
        return Words.ContainsKey(stem) ? stem : word;
    }

    /// <summary>True for a word in small letters that says what somebody built ("cathedral", "airport"), which lies in a town and is none.</summary>
    public static bool IsBuilt(string word) => Buildings.Contains(word) || Facilities.Contains(word);

    /// <summary>How many of the words at the end of a name say what is built there ("Abha International Airport": 2); 0 where none does, or where no word is left for the town.</summary>
    public static int Facility(ReadOnlySpan<string> words)
    {
        var left = words.Length;
        if (left < 2 || !Facilities.Contains(words[left - 1])) return 0;
        left--;
        while (left > 0 && FacilityKinds.Contains(words[left - 1])) left--;
        return left == 0 ? 0 : words.Length - left;
    }

    /// <summary>
    /// Where a facility ends whose name words [start, end) are or begin ("Evin Prison"; "Kabul" in "Kabul international airport"), or -1 where they name none.
    /// </summary>
    internal static int FacilityAt(Tree tree, int start, int end)
    {
        if (end - start > 1 && IsFacility(tree[end - 1].Form)) return end;
        var last = end;
        while (last < tree.Count && FacilityKinds.Contains(tree[last].Form.ToLowerInvariant())) last++;
        return last < tree.Count && (tree[last].Upos is Upos.NOUN or Upos.PROPN) && IsFacility(tree[last].Form) ? last + 1 : -1;
    }

    private static bool IsFacility(string word)
    {
        var form = word.ToLowerInvariant();
        return !Bodies.Contains(form) && IsBuilt(form);
    }

    /// <summary>True for words such as "northern" and "central" that name a part of what follows.</summary>
    public static bool IsDirection(string word) => Directions.Contains(word);

    /// <summary>How far a place of kind <paramref name="is"/> answers to a type word of kind <paramref name="said"/>: 1 exactly, 0.5 nearly, 0 not.</summary>
    public static double Answers(PlaceKind said, PlaceKind @is) => (said, @is) switch
    {
        _ when said == @is => 1,
        // Words differ from country to country: what one calls a district is the first level elsewhere.
        (PlaceKind.Admin1, PlaceKind.Admin2) or (PlaceKind.Admin2, PlaceKind.Admin1) => 0.5,
        (PlaceKind.Admin2, PlaceKind.City) or (PlaceKind.Site, PlaceKind.City) or (PlaceKind.City, PlaceKind.Site) => 0.3,
        (PlaceKind.Admin1, PlaceKind.Region) => 0.7,
        (PlaceKind.Admin1, PlaceKind.Country) => 0.2,
        _ => 0,
    };
}
