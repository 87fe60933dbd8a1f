namespace OnRecord.Language.Mentions;

/// <summary>How fine a place is, from coarse to fine; <see cref="Region"/> is anything that crosses administrative borders ("northern Mali", a sea).</summary>
public enum PlaceKind : byte
{
    /// <summary>A region that is no administrative unit.</summary>
    Region,
    /// <summary>A country or territory with an ISO 3166-1 code.</summary>
    Country,
    /// <summary>A first-order division: province, state, governorate.</summary>
    Admin1,
    /// <summary>A second-order division: district, county.</summary>
    Admin2,
    /// <summary>A populated place.</summary>
    City,
    /// <summary>A named spot that is no settlement: an airport, base, border crossing, dam, camp.</summary>
    Site,
}

/// <summary>A place of the gazetteer.</summary>
/// <param name="Name">Its usual English name, accents folded ("Lashkar Gah").</param>
/// <param name="Kind">How fine it is.</param>
/// <param name="Admin1">The name of its first-order division ("Helmand"), "" for countries and regions.</param>
/// <param name="Country">ISO 3166-1 alpha-2, "" for seas and regions of many countries.</param>
/// <param name="Lat">Latitude in degrees, WGS 84.</param>
/// <param name="Lon">Longitude in degrees, WGS 84.</param>
/// <param name="Population">Inhabitants by GeoNames, 0 where not known.</param>
/// <param name="Geonames">The GeoNames id, or null for a division without one in the sources.</param>
/// <param name="Code">The administrative code: ISO alpha-2 for a country, "AF.10" (GeoNames) for a division, "" otherwise.</param>
public sealed record Place(string Name, PlaceKind Kind, string Admin1, string Country, double Lat, double Lon, long Population, long? Geonames, string Code)
{
    /// <summary>The seat of government that this place is: "C" of its country, "A" of its first-order division, "" neither.</summary>
    public string Capital { get; init; } = "";

    /// <summary>The code of its first-order division ("AF.10"), "" where it has none.</summary>
    public string Admin1Code { get; init; } = "";

    /// <summary>The code of its second-order division ("AF.10.2301"), "" where it has none.</summary>
    public string Admin2Code { get; init; } = "";

    /// <summary>True where the sources give no position and the coordinates are those of the division around it.</summary>
    public bool Approximate { get; init; }
}
