using OnRecord.Language;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OnRecord.Lab.Building;

/// <summary>An entry of <c>data/places/additions.yaml</c>.</summary>
internal sealed class Addition
{
    public string Name { get; set; } = "";
    public string Kind { get; set; } = "city";
    public string Country { get; set; } = "";
    public string Admin1 { get; set; } = "";
    public double? Lat { get; set; }
    public double? Lon { get; set; }
    public long Population { get; set; }
    public string Call { get; set; } = "";
    public List<string> Names { get; set; } = [];
}

/// <summary>What the project adds to the sources: places they lack, and names by which the news calls those they have.</summary>
internal sealed class GazetteerAdditions
{
    public List<Addition> Places { get; set; } = [];
    public List<Addition> Also { get; set; } = [];

    public static Outcome<GazetteerAdditions> Read(string path)
    {
        try
        {
            var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
            return reader.Deserialize<GazetteerAdditions>(File.ReadAllText(path));
        }
        catch (YamlException e)
        {
            return new Problem(e.InnerException?.Message ?? e.Message, $"{path}:{e.Start.Line}", "see the head of the file for the form");
        }
    }

    /// <summary>Adds the places and names, and gives the entries that fit nothing.</summary>
    public List<Problem> Apply(List<PlaceEntry> all, List<PlaceEntry> admin1, List<PlaceEntry> others, List<PlaceEntry> cities, string path)
    {
        var problems = new List<Problem>();
        void Wrong(Addition a, string what) => problems.Add(new Problem(what, path, $"{a.Kind} {a.Name}, {a.Country}"));
        var divisions = admin1.ToLookup(d => d.Country);
        string? Admin1Of(Addition a) => a.Admin1.Length == 0 ? "" : divisions[a.Country].FirstOrDefault(d => d.Keys.ContainsKey(PlaceNames.Fold(a.Admin1)))?.Code;

        var byKey = all.SelectMany(p => p.Keys.Keys.Select(k => (Key: (p.Kind, p.Country, k), Place: p))).ToLookup(p => p.Key, p => p.Place);
        foreach (var a in Also)
        {
            if (!Enum.TryParse<PlaceKind>(a.Kind, ignoreCase: true, out var kind) || Admin1Of(a) is not { } within)
            {
                Wrong(a, $"'{a.Kind}' is no kind of place, or '{a.Admin1}' no first-order division");
                continue;
            }
            var place = byKey[(kind, a.Country, PlaceNames.Fold(a.Name))].Where(p => within.Length == 0 || p.Admin1 == within)
                .OrderByDescending(p => p.Population).ThenBy(p => p.Keys[PlaceNames.Fold(a.Name)]).ThenBy(p => p.Geonames).FirstOrDefault();
            if (place is null)
            {
                Wrong(a, "the sources have no such place to give names to");
                continue;
            }
            place.Call(a.Name, alternate: false);
            foreach (var name in a.Names) place.Call(name, alternate: false);
            if (a.Call.Length > 0)
            {
                place.Name = a.Call;
                place.Call(a.Call, alternate: false);
            }
            if (a is { Lat: { } lat, Lon: { } lon }) (place.Lat, place.Lon, place.Placed, place.Approximate) = (lat, lon, true, false);
        }
        foreach (var a in Places)
        {
            if (!Enum.TryParse<PlaceKind>(a.Kind, ignoreCase: true, out var kind) || kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2
                || a is not { Lat: { } lat, Lon: { } lon } || Admin1Of(a) is not { } within)
            {
                Wrong(a, "a new place needs the kind region, site or city, lat and lon, and no or a known first-order division");
                continue;
            }
            var place = new PlaceEntry { Name = a.Name, Kind = kind, Country = a.Country, Admin1 = within, Lat = lat, Lon = lon, Placed = true, Population = a.Population, Standing = Standing.Noted };
            place.Call(a.Name, alternate: false);
            foreach (var name in a.Names) place.Call(name, alternate: false);
            (kind == PlaceKind.City ? cities : others).Add(place);
        }
        return problems;
    }
}
