using OnRecord.Lab.Building;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Tests.Places;

public sealed class GazetteerWriterTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"gazetteer-{Guid.NewGuid():N}.bin");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_same_places_in_any_order_give_the_same_bytes() => Write(reversed: true).ShouldBe(Write(reversed: false));

    [Fact]
    public void What_is_written_is_found()
    {
        File.WriteAllBytes(_path, Write(reversed: false));
        using var gazetteer = Gazetteer.Open(_path).Value.ShouldNotBeNull();
        gazetteer.Count.ShouldBe(4 + Towns);
        var town = gazetteer.Find("town 17").ShouldHaveSingleItem();
        town.ShouldBe(new Place("Town 17", PlaceKind.City, "Upland", "AA", 1.7, -1.7, 170, 117, "") { Admin1Code = "AA.01", Admin2Code = "AA.01.1" });
        gazetteer.CapitalOf(gazetteer.Country("AA")!)!.Name.ShouldBe("Town 0");
        gazetteer.Find("Old Name")[0].Name.ShouldBe("Town 3");
        gazetteer.Find("Still Water")[0].Kind.ShouldBe(PlaceKind.Region);
    }

    private const int Towns = 100;

    private static byte[] Write(bool reversed)
    {
        var country = new PlaceEntry { Name = "Aland", Kind = PlaceKind.Country, Country = "AA", Code = "AA", Iso3 = "AAA", Population = 1000 };
        var upland = new PlaceEntry { Name = "Upland", Kind = PlaceKind.Admin1, Country = "AA", Code = "AA.01" };
        var district = new PlaceEntry { Name = "Middle", Kind = PlaceKind.Admin2, Country = "AA", Code = "AA.01.1", Admin1 = "AA.01" };
        var sea = new PlaceEntry { Name = "Still Water", Kind = PlaceKind.Region, Country = "" };
        var towns = Enumerable.Range(0, Towns).Select(i => new PlaceEntry
        {
            Name = $"Town {i}",
            Kind = PlaceKind.City,
            Country = "AA",
            Admin1 = "AA.01",
            Admin2 = "AA.01.1",
            Geonames = 100 + i,
            Population = i * 10,
            Lat = i / 10.0,
            Lon = -i / 10.0,
            Standing = i == 0 ? Standing.CountryCapital : Standing.None,
        }).ToList();
        foreach (var entry in towns.Append(country).Append(upland).Append(district).Append(sea)) entry.Call(entry.Name, alternate: false);
        towns[3].Call("Old Name", alternate: true);
        if (reversed) towns.Reverse();
        return GazetteerWriter.Write([country], [upland], [district], [sea], towns);
    }
}
