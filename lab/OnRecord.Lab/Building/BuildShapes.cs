using System.CommandLine;
using System.Text;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Lab.Building;

/// <summary>The verb that builds <c>data/shapes.jsonl</c>: outlines of countries and first-order divisions for the board's map.</summary>
internal static class BuildShapes
{
    public static Command Create()
    {
        var sources = new Option<string>("--sources") { Description = "The folder that holds the unpacked sources, at any depth.", DefaultValueFactory = _ => "sources" };
        var data = new Option<string>("--data") { Description = "The repository's data folder.", DefaultValueFactory = _ => "data" };
        var command = new Command("build-shapes", "Builds data/shapes.jsonl from Natural Earth; which shape is which division is told by the GeoNames cities inside it.") { sources, data };
        command.SetAction(result =>
        {
            var folder = result.GetValue(data)!;
            var built = Build(result.GetValue(sources)!, folder, Console.Out);
            if (built.Value is not { } text)
            {
                Console.Error.WriteLine(built.Problem);
                return 1;
            }
            File.WriteAllText(Path.Combine(folder, "shapes.jsonl"), text, new UTF8Encoding(false));
            Console.WriteLine($"{Path.Combine(folder, "shapes.jsonl")}: {text.Length:N0} bytes");
            return 0;
        });
        return command;
    }

    /// <summary>One line of JSON a country, then one a division, in order of code.</summary>
    public static Outcome<string> Build(string sources, string data, TextWriter log)
    {
        var located = GazetteerSources.Locate(sources);
        if (located.Value is not { } files) return located.Problem!;
        var countries = GazetteerSources.Countries(Path.Combine(data, "places", "countries.tsv"), files["countryInfo.txt"]);
        var cities = GazetteerSources.Cities(files["cities500.txt"]);
        var admin1 = GazetteerSources.Admin1(files["admin1.json"], files["admin1Codes.txt"], [.. countries.Select(c => c.Code)], [.. cities.Select(c => c.Admin1)]);
        var admin2 = GazetteerSources.Admin2(files["admin2.json"], [.. admin1.Select(d => d.Code)]);
        AdminNames.Shorten(admin1);
        AdminNames.Shorten(admin2);
        // The names are those of the gazetteer, where the additions give some divisions the name that reports use.
        var additionsPath = Path.Combine(data, "places", "additions.yaml");
        var additions = GazetteerAdditions.Read(additionsPath);
        if (additions.Value is not { } added) return additions.Problem!;
        added.Apply([.. countries, .. admin1, .. admin2, .. cities], admin1, [], cities, additionsPath);
        AdminNames.DropArticles(admin1);

        var grid = ProvinceShapes.Grid(cities);
        var known = countries.Select(country => country.Code).ToHashSet();
        var shapes = new List<(string Division, string Country, List<ArcCutter.Ring> Rings)>();
        var cutter = new ArcCutter();
        foreach (var (iso, outer, holes) in ProvinceShapes.Read(files["world_map.gpkg"]))
        {
            var division = ProvinceShapes.Winner(outer, grid) ?? "";
            var country = division.Length > 0 ? division[..2] : iso;
            if (known.Contains(country)) shapes.Add((division, country, [.. outer.Concat(holes).Select(ring => cutter.Add(ring.Points))]));
        }
        var lines = new StringBuilder();
        foreach (var country in shapes.GroupBy(shape => shape.Country).OrderBy(group => group.Key, StringComparer.Ordinal))
            Line(lines, country.Key, country.Key, Countries.Name(country.Key), cutter.Outline(country.SelectMany(shape => shape.Rings)));
        var names = admin1.ToDictionary(entry => entry.Code, entry => entry.Name);
        var count = 0;
        foreach (var division in shapes.Where(shape => names.ContainsKey(shape.Division)).GroupBy(shape => shape.Division).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Line(lines, division.Key, division.Key[..2], names[division.Key], cutter.Outline(division.SelectMany(shape => shape.Rings)));
            count++;
        }
        log.WriteLine($"{shapes.Count} shapes, {count} divisions");
        return lines.ToString();
    }

    private static void Line(StringBuilder lines, string code, string country, string name, List<List<string>> polygons)
    {
        if (polygons.Count > 0) lines.Append(JsonSerializer.Serialize(new { code, country, name, polygons }, Plain)).Append('\n');
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
