using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Lab.Building;

/// <summary>The names of administrative divisions, with and without the word for what they are.</summary>
internal static class AdminNames
{
    private static readonly string[] After =
    [
        "Province", "Governorate", "Oblast", "Region", "State", "District", "Division", "Krai", "Kray", "Department", "Republic", "Prefecture",
        "Voivodeship", "Rayon", "Raion", "County", "Parish", "Municipality", "Wilaya", "Canton", "Oblast'", "oblast", "Regency",
    ];

    private static readonly string[] Before = ["Muhafazat ", "Republic of ", "Provincia de ", "Wilayat ", "Departamento de ", "Powiat "];

    // Whose English names keep or drop the Arabic article at will.
    private static readonly HashSet<string> Arabic =
        ["AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"];

    /// <summary>The name without its type word, or the name itself where nothing sensible would be left.</summary>
    public static string Bare(string name)
    {
        if (name == "Free State") return name;
        foreach (var word in After)
        {
            if (!name.EndsWith(" " + word, StringComparison.Ordinal)) continue;
            var rest = name[..^(word.Length + 1)];
            return rest.Split(' ', '-').All(w => PlaceTypes.IsDirection(w.ToLowerInvariant())) ? name : rest;
        }
        foreach (var word in Before)
            if (name.StartsWith(word, StringComparison.Ordinal)) return name[word.Length..];
        return name;
    }

    /// <summary>Gives the division its name, and the bare one where it is used without the type word (not "Harris" for a county).</summary>
    public static void Call(PlaceEntry division, string name, bool alternate)
    {
        division.Call(name, alternate);
        var bare = Bare(name);
        var isCounty = division.Kind == PlaceKind.Admin2 && (name.EndsWith(" County", StringComparison.Ordinal) || name.EndsWith(" Parish", StringComparison.Ordinal));
        if (bare != name && !isCounty) division.Call(bare, alternate);
    }

    /// <summary>Drops the type word from the names of first-order divisions where the country has no other of that name.</summary>
    public static void Shorten(List<PlaceEntry> admin1)
    {
        foreach (var country in admin1.GroupBy(d => d.Country))
        {
            var names = country.GroupBy(d => Bare(d.Name)).ToDictionary(g => g.Key, g => g.Count());
            foreach (var division in country)
                if (names[Bare(division.Name)] == 1) division.Name = Bare(division.Name);
        }
    }

    /// <summary>Adds to names of Arabic-speaking countries the form without the article ("Hasakah" for "Al-Hasakah").</summary>
    public static void DropArticles(IEnumerable<PlaceEntry> places)
    {
        foreach (var place in places)
        {
            if (!Arabic.Contains(place.Country)) continue;
            foreach (var (key, alternate) in place.Keys.ToArray())
            {
                var space = key.IndexOf(' ');
                if (space is 2 or 3 && key[0] is 'a' or 'e' && key[..space] is "al" or "el" or "an" or "ar" or "as" or "ash" or "at" or "ad" or "az" or "ath")
                    place.Call(key[(space + 1)..], alternate);
            }
        }
    }
}
