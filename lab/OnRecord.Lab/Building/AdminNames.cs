using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Lab.Building;

/// <summary>The names of administrative divisions, with and without the word for what they are.</summary>
internal static class AdminNames
{
    private static readonly string[] After =
    [
        "Province", "Governorate", "Oblast", "Oblast'", "Region", "State", "District", "Division", "Krai", "Kray", "Department", "Republic", "Prefecture",
        "Voivodeship", "Rayon", "Raion", "County", "Parish", "Municipality", "Wilaya", "Canton", "Regency", "Cercle", "Zone", "Kommun", "Kommune",
        "Ilcesi", "Tumani", "Audany", "Okrug", "Woreda",
    ];

    private static readonly string[] Before =
    [
        "Muhafazat ", "Republic of ", "Provincia de ", "Provincia di ", "Province of ", "Province du ", "Province de la ", "Province des ", "Province de ",
        "Departement de la ", "Departement de l'", "Departement du ", "Departement de ", "Departement d'", "Departamento de ", "Departamento del ",
        "Cercle de ", "Degmada ", "District of ", "Wilayat ", "Powiat ", "Kabupaten ", "Kota ", "Shahrestan-e ", "Huyen ", "Amphoe ", "Comuna ",
        "Municipio de ", "Okres ", "Markaz ", "Partido de ", "Distrito de ", "Gemeente ", "Obshtina ", "Bashkia ", "Nohiyai ", "Liwa' ", "Ville de ",
        "City of ", "Commune of ", "Nomos ", "Arrondissement de ", "Arrondissement du ",
    ];

    // Whose English names keep or drop the Arabic article at will.
    private static readonly HashSet<string> Arabic =
        ["AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"];

    /// <summary>The name without its type word, or the name itself where nothing sensible would be left.</summary>
    public static string Bare(string name)
    {
        if (name == "Free State") return name;
        name = PlaceNames.Plain(name);
        foreach (var word in After)
        {
            if (!name.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = name[..^(word.Length + 1)];
            return rest.Split(' ', '-').All(w => PlaceTypes.IsDirection(w.ToLowerInvariant())) ? name : rest;
        }
        foreach (var word in Before)
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && name.Length > word.Length + 1) return name[word.Length..];
        return name;
    }

    /// <summary>Gives the division its name, and the bare one where it is used without the type word (not "Harris" for a county).</summary>
    public static void Call(PlaceEntry division, string name, bool alternate)
    {
        division.Call(name, alternate);
        var bare = Bare(name);
        if (bare != name && !IsCounty(division, name)) division.Call(bare, alternate);
    }

    private static bool IsCounty(PlaceEntry division, string name) => division.Kind == PlaceKind.Admin2 &&
        (name.EndsWith(" County", StringComparison.Ordinal) || name.EndsWith(" Parish", StringComparison.Ordinal));

    /// <summary>Drops the type word from the names of divisions, counties excepted, where the country has no other of that name.</summary>
    public static void Shorten(List<PlaceEntry> divisions)
    {
        foreach (var country in divisions.GroupBy(d => d.Country))
        {
            var names = country.GroupBy(d => Bare(d.Name)).ToDictionary(g => g.Key, g => g.Count());
            foreach (var division in country)
                if (names[Bare(division.Name)] == 1 && !IsCounty(division, division.Name)) division.Name = Bare(division.Name);
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
