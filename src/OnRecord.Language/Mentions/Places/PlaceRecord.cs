using System.Buffers.Binary;

namespace OnRecord.Language.Mentions.Places;

/// <summary>What GeoNames says about a populated place's rank; the values are written in the file.</summary>
internal enum Standing : byte
{
    None,
    CountryCapital,
    Admin1Seat,
    Admin2Seat,
    Admin3Seat,
    Admin4Seat,
    Section,
    Former,
    Noted,
}

/// <summary>A place as the file holds it: numbers only, so that candidates are weighed without making strings.</summary>
internal sealed record PlaceRecord(uint Geonames, double Lat, double Lon, uint Population, uint Name, int Admin1, int Admin2, int Country,
    PlaceKind Kind, Standing Standing, bool Approximate)
{
    public const int NoCountry = 255;

    public static PlaceRecord Read(ReadOnlySpan<byte> r) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(r),
        BinaryPrimitives.ReadInt32LittleEndian(r[4..]) / 1e5,
        BinaryPrimitives.ReadInt32LittleEndian(r[8..]) / 1e5,
        BinaryPrimitives.ReadUInt32LittleEndian(r[12..]),
        BinaryPrimitives.ReadUInt32LittleEndian(r[16..]),
        BinaryPrimitives.ReadUInt16LittleEndian(r[20..]) - 1,
        BinaryPrimitives.ReadUInt16LittleEndian(r[22..]) - 1,
        r[24],
        (PlaceKind)r[25],
        (Standing)r[26],
        (r[27] & 1) != 0);

    /// <summary>Country and kind alone.</summary>
    public static (int Country, PlaceKind Kind) Lies(ReadOnlySpan<byte> r) => (r[24], (PlaceKind)r[25]);

    /// <summary>How likely the place is meant where nothing else is known, in decades of inhabitants.</summary>
    public double Prominence
    {
        get
        {
            var people = Math.Log10(Population + 10);
            return Kind switch
            {
                PlaceKind.Country => 7.2 + people * 0.1,
                PlaceKind.Region => 6,
                PlaceKind.Site => 4,
                // A province that is named without its type word is meant less often than its seat of the same name; its inhabitants are undercounted.
                PlaceKind.Admin1 => Math.Max(people * 0.6 + 1.5, 3),
                PlaceKind.Admin2 => Math.Max(people - 1.4, 1),
                // What the project adds of its own is in the news, whoever lives there.
                _ when Standing == Standing.Noted => Math.Max(people, 4),
                _ => people + Standing switch
                {
                    Standing.CountryCapital => 1,
                    Standing.Admin1Seat => 0.5,
                    Standing.Admin2Seat => 0.1,
                    Standing.Section => -0.8,
                    Standing.Former => -1,
                    _ => 0,
                },
            };
        }
    }
}
