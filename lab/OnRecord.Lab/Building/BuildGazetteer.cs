using System.CommandLine;
using OnRecord.Language;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Lab.Building;

/// <summary>The verb that builds <c>data/gazetteer.bin</c>.</summary>
internal static class BuildGazetteer
{
    public static Command Create()
    {
        var sources = new Option<string>("--sources") { Description = "The folder that holds the unpacked sources, at any depth.", DefaultValueFactory = _ => "sources" };
        var data = new Option<string>("--data") { Description = "The repository's data folder.", DefaultValueFactory = _ => "data" };
        var command = new Command("build-gazetteer", "Builds data/gazetteer.bin from GeoNames, Natural Earth and data/places.") { sources, data };
        command.SetAction(result =>
        {
            var built = Build(result.GetValue(sources)!, result.GetValue(data)!, Console.Out);
            if (built.Value is { } bytes)
            {
                var path = Path.Combine(result.GetValue(data)!, "gazetteer.bin");
                File.WriteAllBytes(path, bytes);
                Console.WriteLine($"{path}: {bytes.Length:N0} bytes");
                return 0;
            }
            Console.Error.WriteLine(built.Problem);
            return 1;
        });
        return command;
    }

    /// <summary>The bytes of the gazetteer.</summary>
    public static Outcome<byte[]> Build(string sources, string data, TextWriter log)
    {
        var located = GazetteerSources.Locate(sources);
        if (located.Value is not { } files) return located.Problem!;
        var additionsPath = Path.Combine(data, "places", "additions.yaml");
        var read = GazetteerAdditions.Read(additionsPath);
        if (read.Value is not { } additions) return read.Problem!;

        var countries = GazetteerSources.Countries(Path.Combine(data, "places", "countries.tsv"), files["countryInfo.txt"]);
        var cities = GazetteerSources.Cities(files["cities500.txt"]);
        GazetteerSources.English(files["en/LC_MESSAGES/geonames.mo"], cities);
        var admin1 = GazetteerSources.Admin1(files["admin1.json"], files["admin1Codes.txt"], [.. countries.Select(c => c.Code)], [.. cities.Select(c => c.Admin1)]);
        var admin2 = GazetteerSources.Admin2(files["admin2.json"], [.. admin1.Select(d => d.Code)]);
        var fromShapes = ProvinceShapes.Place(files["world_map.gpkg"], cities, admin1);
        var fromCities = Divide(cities, admin1, c => c.Admin1) + Divide(cities, admin2, c => c.Admin2);
        Fall(admin1, countries, d => d.Country);
        Fall(admin2, admin1, d => d.Admin1);
        AdminNames.Shorten(admin1);
        AdminNames.Shorten(admin2);

        var others = new List<PlaceEntry>();
        var problems = additions.Apply([.. countries, .. admin1, .. admin2, .. cities], admin1, others, cities, additionsPath);
        foreach (var problem in problems) log.WriteLine(problem);
        if (problems.Count > 0) return new Problem($"{problems.Count} entries do not fit the sources", additionsPath, "correct them");
        AdminNames.DropArticles(admin1.Concat(admin2).Concat(cities));
        log.WriteLine($"{countries.Count} countries, {admin1.Count} first-order divisions ({fromShapes} placed by their shape), {admin2.Count} second-order divisions, "
            + $"{others.Count} regions and sites, {cities.Count} populated places; {fromCities} divisions placed by their cities, {admin1.Concat(admin2).Count(d => d.Approximate)} by what lies around them");
        return GazetteerWriter.Write(countries, admin1, admin2, others, cities);
    }

    // Inhabitants of a division are those of its places; its centre, where no shape gave it, is the middle of its places.
    private static int Divide(List<PlaceEntry> cities, List<PlaceEntry> divisions, Func<PlaceEntry, string> code)
    {
        var inside = cities.ToLookup(code);
        var placed = 0;
        foreach (var division in divisions)
        {
            (double X, double Y, double Z) sum = default;
            foreach (var city in inside[division.Code])
            {
                if (city.Standing != Standing.Section) division.Population += city.Population;
                var (x, y, z) = ProvinceShapes.Vector(city.Lat, city.Lon);
                sum = (sum.X + x, sum.Y + y, sum.Z + z);
            }
            if (division.Placed || sum == default) continue;
            (division.Lat, division.Lon) = ProvinceShapes.Degrees(sum.X, sum.Y, sum.Z);
            division.Placed = true;
            placed++;
        }
        return placed;
    }

    private static void Fall(List<PlaceEntry> divisions, List<PlaceEntry> around, Func<PlaceEntry, string> code)
    {
        var byCode = around.ToDictionary(d => d.Code);
        foreach (var division in divisions.Where(d => !d.Placed))
            (division.Lat, division.Lon, division.Approximate) = (byCode[code(division)].Lat, byCode[code(division)].Lon, true);
    }
}
