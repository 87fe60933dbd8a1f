using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Pictures;
using OnRecord.Statements;

namespace OnRecord.Tests.Pictures;

public class SpotTests
{
    private static Spot Village(string name) =>
        Spots.Of(new StatementPlace(name, new Place(name, PlaceKind.City, "Kunduz", "AF", Scene.KunduzProvince.Lat, Scene.KunduzProvince.Lon, 0, null, "") { Approximate = true }, null, new TextSpan(0, 1)))!;

    [Fact]
    public void Two_villages_known_by_name_alone_are_not_one_though_they_have_the_coordinates_of_their_province()
    {
        Spots.Same(Village("Qorvenabad"), Village("Sangtepa")).ShouldBeFalse();
        Spots.Same(Village("Qorvenabad"), Village("Qorvenabad")).ShouldBeTrue();
        Spots.Inside(Village("Qorvenabad"), Village("Sangtepa")).ShouldBeFalse();
    }

    [Fact]
    public void A_village_known_by_name_alone_lies_in_its_province_and_is_not_its_capital()
    {
        var kunduz = Spots.Of(new StatementPlace("Kunduz", Scene.Kunduz, null, new TextSpan(0, 1)))!;
        var province = Spots.Of(new StatementPlace("Kunduz", Scene.KunduzProvince, null, new TextSpan(0, 1)))!;
        Spots.Inside(Village("Qorvenabad"), province).ShouldBeTrue();
        Spots.Same(Village("Qorvenabad"), kunduz).ShouldBeFalse();
    }
}
