using System.Text;

namespace OnRecord.Language.Mentions.Places;

/// <summary>The places of the world by name, from one memory-mapped file; safe to use from many threads.</summary>
public sealed class Gazetteer : IDisposable
{
    private readonly GazetteerFile _file;
    private readonly GazetteerKeys _keys;
    private readonly int _countries;
    private readonly int _admin1;
    private readonly int _admin2;
    private readonly int _others;
    private readonly int _cities;
    private readonly Lazy<Dictionary<string, List<int>>> _spellings;

    private Gazetteer(GazetteerFile file)
    {
        _file = file;
        _keys = new GazetteerKeys(file);
        int Count(int index) => (int)file.Number(Section.Counts, index);
        (_countries, _admin1, _admin2, _others, _cities) = (Count(0), Count(1), Count(2), Count(3), Count(4));
        _spellings = new Lazy<Dictionary<string, List<int>>>(Spell);
    }

    /// <summary>Maps a gazetteer file and checks that it is whole.</summary>
    public static Outcome<Gazetteer> Open(string path)
    {
        var opened = GazetteerFile.Open(path);
        return opened.Value is { } file ? new Gazetteer(file) : opened.Problem!;
    }

    /// <summary>The number of places.</summary>
    public int Count => _countries + _admin1 + _admin2 + _others + _cities;

    /// <summary>The form under which a name is looked up: lower case, no accents or apostrophes, one space for hyphens, no leading "the".</summary>
    public static string Fold(string name) => PlaceNames.Fold(name);

    /// <summary>All places that may be called this, the most prominent first; the order is always the same.</summary>
    public IReadOnlyList<Place> Find(string name)
    {
        var candidates = Candidates(name);
        var places = new Place[candidates.Count];
        for (var i = 0; i < places.Length; i++) places[i] = At(candidates[i].Id);
        return places;
    }

    /// <summary>The country with this ISO 3166-1 code (two or three capital letters) or name, or null.</summary>
    public Place? Country(string isoOrName)
    {
        if (isoOrName.Length == 2 && WithCode(isoOrName, 0, _countries) is { } id) return At(id);
        if (isoOrName.Length == 3 && Iso3(isoOrName) is { } byIso3) return At(byIso3);
        foreach (var candidate in Candidates(isoOrName))
            if (candidate.Record.Kind == PlaceKind.Country) return At(candidate.Id);
        return null;
    }

    /// <summary>The first-order division with this GeoNames code ("AF.10"), or null.</summary>
    public Place? Admin1(string code) => WithCode(code, _countries, _admin1) is { } id ? At(id) : null;

    /// <summary>The first-order division of a country (ISO code or name) with this name, or null.</summary>
    public Place? Admin1(string name, string country)
    {
        if (Country(country) is not { } home) return null;
        foreach (var candidate in Candidates(name))
            if (candidate.Record.Kind == PlaceKind.Admin1 && Code(candidate.Record.Country) == home.Code) return At(candidate.Id);
        return null;
    }

    /// <summary>The seat of government of a country or first-order division, or null where none is known.</summary>
    public Place? CapitalOf(Place place)
    {
        if (place.Kind is not (PlaceKind.Country or PlaceKind.Admin1)) return null;
        var of = place.Kind == PlaceKind.Country ? WithCode(place.Code, 0, _countries) : WithCode(place.Code, _countries, _admin1);
        return of is { } id && _file.Number(Section.Seats, id) is var seat and not GazetteerFile.None ? At((int)seat) : null;
    }

    /// <summary>The place with this GeoNames id, or null.</summary>
    public Place? WithGeonames(long id)
    {
        if (id <= 0) return null;
        var (low, high) = (Count - _cities, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = Record(middle).Geonames;
            if (at == id) return At(middle);
            if (at < id) low = middle + 1;
            else high = middle - 1;
        }
        for (var i = 0; i < Count - _cities; i++)
            if (Record(i).Geonames == id) return At(i);
        return null;
    }

    /// <summary>True where <paramref name="inner"/> is <paramref name="outer"/> or lies in it by its administrative codes; nothing but itself lies in a city, region or site.</summary>
    public bool Within(Place inner, Place outer) => outer.Kind switch
    {
        PlaceKind.Country => inner.Country == outer.Code,
        PlaceKind.Admin1 => inner.Code == outer.Code || inner.Admin1Code == outer.Code,
        PlaceKind.Admin2 => inner.Code == outer.Code || inner.Admin2Code == outer.Code,
        _ => inner == outer,
    };

    /// <summary>The distance over ground between the coordinates of two places (haversine, mean radius).</summary>
    public static double Kilometres(Place a, Place b) => Kilometres(a.Lat, a.Lon, b.Lat, b.Lon);

    /// <summary>The distance over ground between two points in degrees.</summary>
    public static double Kilometres(double latA, double lonA, double latB, double lonB)
    {
        const double toRadians = Math.PI / 180;
        var (sinLat, sinLon) = (Math.Sin((latB - latA) * toRadians / 2), Math.Sin((lonB - lonA) * toRadians / 2));
        var h = sinLat * sinLat + Math.Cos(latA * toRadians) * Math.Cos(latB * toRadians) * sinLon * sinLon;
        return 2 * 6371.0088 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>Lets go of the file; the gazetteer cannot be used after that.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Every place that may be called this, heaviest first.</summary>
    internal IReadOnlyList<Candidate> Candidates(string name) => new CandidateFinder(this, _keys).Find(name);

    /// <summary>The towns and divisions whose names are another spelling of this one, of the countries whose names are spelt in many ways.</summary>
    internal IEnumerable<int> SpeltLike(string folded) => Spellings.Of(folded) is { Length: > 0 } form && _spellings.Value.TryGetValue(form, out var found) ? found : [];

    private Dictionary<string, List<int>> Spell()
    {
        var many = new bool[PlaceRecord.NoCountry + 1];
        for (var i = 0; i < _countries; i++) many[i] = Spellings.AreMany(Code(i));
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        _keys.Each(id => PlaceRecord.Lies(_file[Section.Places].Slice(id * GazetteerFile.RecordLength, GazetteerFile.RecordLength)) is var (country, kind) && many[country] && kind is PlaceKind.City or PlaceKind.Admin1 or PlaceKind.Admin2, (key, id) =>
        {
            if (Spellings.Of(key) is not { Length: > 0 } form) return;
            if (!found.TryGetValue(form, out var ids)) found[form] = ids = [];
            if (!ids.Contains(id)) ids.Add(id);
        });
        return found;
    }

    /// <summary>The record of a place.</summary>
    internal PlaceRecord Record(int id) => PlaceRecord.Read(_file[Section.Places].Slice(id * GazetteerFile.RecordLength, GazetteerFile.RecordLength));

    /// <summary>The code of a country or division, "" for other places.</summary>
    internal string Code(int id) => id >= 0 && id < _countries + _admin1 + _admin2 ? _file.Text(_file.Number(Section.Codes, id)) : "";

    /// <summary>The id of a country's first-order division by its code, or null.</summary>
    internal int? Admin1Id(string code) => WithCode(code, _countries, _admin1);

    /// <summary>The id of a country by its ISO code, or null.</summary>
    internal int? CountryId(string iso2) => WithCode(iso2, 0, _countries);

    /// <summary>The id of the first-order division that the record's <see cref="PlaceRecord.Admin1"/> points at.</summary>
    internal int Admin1Id(PlaceRecord record) => record.Admin1 < 0 ? -1 : _countries + record.Admin1;

    /// <summary>The id of the second-order division that the record's <see cref="PlaceRecord.Admin2"/> points at.</summary>
    internal int Admin2Id(PlaceRecord record) => record.Admin2 < 0 ? -1 : _countries + _admin1 + record.Admin2;

    /// <summary>The place with this id.</summary>
    internal Place At(int id)
    {
        var r = Record(id);
        var (admin1, admin2) = (Admin1Id(r), Admin2Id(r));
        return new Place(_file.Text(r.Name), r.Kind, admin1 < 0 ? "" : _file.Text(Record(admin1).Name), r.Country == PlaceRecord.NoCountry ? "" : Code(r.Country),
            Math.Round(r.Lat, 5), Math.Round(r.Lon, 5), r.Population, r.Geonames == 0 ? null : r.Geonames, Code(id))
        {
            Admin1Code = Code(admin1),
            Admin2Code = Code(admin2),
            Approximate = r.Approximate,
            Capital = IsSeat(r.Country, id) ? "C" : admin1 >= 0 && IsSeat(admin1, id) ? "A" : "",
        };
    }

    private bool IsSeat(int of, int id) => of != PlaceRecord.NoCountry && _file.Number(Section.Seats, of) == (uint)id;

    private int? Iso3(string iso3)
    {
        Span<byte> wanted = stackalloc byte[3];
        if (!Encoding.ASCII.TryGetBytes(iso3, wanted, out _)) return null;
        for (var i = 0; i < _countries; i++)
            if (_file[Section.Iso3].Slice(i * 3, 3).SequenceEqual(wanted)) return i;
        return null;
    }

    private int? WithCode(string code, int first, int count)
    {
        var wanted = Encoding.UTF8.GetBytes(code);
        var (low, high) = (first, first + count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _file.TextBytes(_file.Number(Section.Codes, middle)).SequenceCompareTo(wanted);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }
}
