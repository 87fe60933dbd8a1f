using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Tests.Places;

public class GazetteerTests(ShippedGazetteer shipped) : IClassFixture<ShippedGazetteer>
{
    private readonly Gazetteer _gazetteer = shipped.Gazetteer;

    [Theory]
    [InlineData("Lashkar Gah")]
    [InlineData("Lashkargah")]
    [InlineData("Lashkar-Gah")]
    [InlineData("Lashkar Gāh")]
    [InlineData("LASHKAR GAH")]
    [InlineData("Lashkar Gah's")]
    public void Spellings_of_one_town_find_it(string name)
    {
        var place = _gazetteer.Find(name)[0];
        place.ShouldSatisfyAllConditions(
            p => p.Name.ShouldBe("Lashkar Gah"),
            p => p.Kind.ShouldBe(PlaceKind.City),
            p => p.Admin1.ShouldBe("Helmand"),
            p => p.Country.ShouldBe("AF"),
            p => p.Lat.ShouldBe(31.59, 0.05),
            p => p.Lon.ShouldBe(64.37, 0.05),
            p => p.Capital.ShouldBe("A"));
    }

    [Theory]
    [InlineData("Qala e Naw", "Qala-e-Naw", "Badghis")]
    [InlineData("Puli Khumri", "Pul-e-Khumri", "Baghlan")]
    [InlineData("Taluqan", "Taloqan", "Takhar")]
    [InlineData("Chaghcharan", "Firozkoh", "Ghor")]
    [InlineData("Shibirghan", "Sheberghan", "Jawzjan")]
    [InlineData("Tarin Kowt", "Tarinkot", "Uruzgan")]
    [InlineData("Mazar-e-Sharif", "Mazar-i-Sharif", "Balkh")]
    [InlineData("Qalati Ghilji", "Qalat", "Zabul")]
    [InlineData("Qalat-e Ghilzai", "Qalat", "Zabul")]
    [InlineData("Pule Alam", "Pul-e-Alam", "Logar")]
    [InlineData("Kiev", "Kyiv", "Kyiv City")]
    [InlineData("Kharkov", "Kharkiv", "Kharkiv")]
    [InlineData("Deir Ezzor", "Deir ez-Zor", "Deir ez-Zor")]
    public void Transliterations_find_the_town(string name, string usual, string admin1)
    {
        var place = _gazetteer.Find(name)[0];
        (place.Name, place.Admin1, place.Kind).ShouldBe((usual, admin1, PlaceKind.City));
    }

    [Fact]
    public void A_bare_name_is_first_the_city_and_with_its_type_word_the_province()
    {
        _gazetteer.Find("Kunduz")[0].Kind.ShouldBe(PlaceKind.City);
        _gazetteer.Find("Kunduz").ShouldContain(p => p.Kind == PlaceKind.Admin1 && p.Country == "AF");
        _gazetteer.Find("Kunduz Province")[0].Kind.ShouldBe(PlaceKind.Admin1);
        _gazetteer.Find("province of Kunduz")[0].Kind.ShouldBe(PlaceKind.Admin1);
        _gazetteer.Find("city of Kunduz")[0].Kind.ShouldBe(PlaceKind.City);
        _gazetteer.Find("Kunduz, Kunduz Province")[0].Admin1.ShouldBe("Kunduz");
    }

    [Fact]
    public void A_county_is_not_the_city_that_shares_its_name() =>
        _gazetteer.Find("Madison County").ShouldAllBe(p => p.Kind == PlaceKind.Admin2 || p.Kind == PlaceKind.Admin1);

    [Theory]
    [InlineData("northern Mali", "ML")]
    [InlineData("Eastern Ukraine", "UA")]
    public void A_part_of_a_country_finds_the_country(string name, string iso) => _gazetteer.Find(name)[0].Code.ShouldBe(iso);

    [Fact]
    public void A_name_that_begins_with_a_direction_is_no_part_of_a_city() =>
        _gazetteer.Find("Eastern Samara").ShouldNotContain(p => p.Kind == PlaceKind.City);

    [Theory]
    [InlineData("US", "US")]
    [InlineData("U.S.", "US")]
    [InlineData("USA", "US")]
    [InlineData("AFG", "AF")]
    [InlineData("GB", "GB")]
    [InlineData("UK", "GB")]
    [InlineData("DRC", "CD")]
    [InlineData("Ivory Coast", "CI")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("Burma", "MM")]
    [InlineData("Czechia", "CZ")]
    [InlineData("Türkiye", "TR")]
    public void Countries_are_known_by_code_and_name(string name, string iso) => _gazetteer.Country(name)!.Code.ShouldBe(iso);

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("ZZ")]
    [InlineData("")]
    public void What_is_no_country_gives_none(string name) => _gazetteer.Country(name).ShouldBeNull();

    [Fact]
    public void Divisions_are_known_by_code_and_by_name_in_their_country()
    {
        var helmand = _gazetteer.Admin1("AF.10").ShouldNotBeNull();
        helmand.Name.ShouldBe("Helmand");
        _gazetteer.Admin1("Helmand", "AF").ShouldBe(helmand);
        _gazetteer.Admin1("Helmand Province", "Afghanistan").ShouldBe(helmand);
        _gazetteer.Admin1("Helmand", "IQ").ShouldBeNull();
        _gazetteer.Admin1("AF.99").ShouldBeNull();
    }

    [Theory]
    [InlineData("Helmand", "AF", "Lashkar Gah")]
    [InlineData("Kunduz", "AF", "Kunduz")]
    [InlineData("Ghor", "AF", "Firozkoh")]
    [InlineData("Kabul", "AF", "Kabul")]
    [InlineData("Nineveh", "IQ", "Mosul")]
    [InlineData("Georgia", "US", "Atlanta")]
    public void Provinces_have_their_seat(string name, string country, string seat) =>
        _gazetteer.CapitalOf(_gazetteer.Admin1(name, country)!)!.Name.ShouldBe(seat);

    [Fact]
    public void Countries_have_their_capital_and_towns_have_none()
    {
        var kabul = _gazetteer.CapitalOf(_gazetteer.Country("AF")!).ShouldNotBeNull();
        (kabul.Name, kabul.Capital).ShouldBe(("Kabul", "C"));
        _gazetteer.CapitalOf(kabul).ShouldBeNull();
    }

    [Fact]
    public void Within_follows_the_administrative_codes()
    {
        var town = _gazetteer.Find("Lashkar Gah")[0];
        var helmand = _gazetteer.Admin1("AF.10")!;
        var kunduz = _gazetteer.Admin1("AF.24")!;
        var afghanistan = _gazetteer.Country("AF")!;
        _gazetteer.Within(town, helmand).ShouldBeTrue();
        _gazetteer.Within(town, afghanistan).ShouldBeTrue();
        _gazetteer.Within(helmand, afghanistan).ShouldBeTrue();
        _gazetteer.Within(helmand, helmand).ShouldBeTrue();
        _gazetteer.Within(town, kunduz).ShouldBeFalse();
        _gazetteer.Within(helmand, town).ShouldBeFalse();
        _gazetteer.Within(afghanistan, helmand).ShouldBeFalse();
    }

    [Fact]
    public void Distances_are_over_ground()
    {
        Gazetteer.Kilometres(_gazetteer.Find("Kabul")[0], _gazetteer.Find("Kandahar")[0]).ShouldBe(459, 10);
        Gazetteer.Kilometres(0, 179.5, 0, -179.5).ShouldBe(111.2, 0.2);
        Gazetteer.Kilometres(10, 20, 10, 20).ShouldBe(0);
    }

    [Theory] // The shapes' names mix up these provinces; the cities inside them do not.
    [InlineData("Panjshir", "Bazarak")]
    [InlineData("Parwan", "Charikar")]
    [InlineData("Daykundi", "Nili")]
    [InlineData("Uruzgan", "Tarinkot")]
    public void Provinces_lie_around_their_seat(string province, string seat) =>
        Gazetteer.Kilometres(_gazetteer.Admin1(province, "AF")!, _gazetteer.Find(seat).First(p => p.Country == "AF")).ShouldBeLessThan(60);

    [Fact]
    public void A_geonames_id_finds_its_place()
    {
        var place = _gazetteer.Find("Kandahar")[0];
        _gazetteer.WithGeonames(place.Geonames!.Value).ShouldBe(place);
        _gazetteer.WithGeonames(0).ShouldBeNull();
        _gazetteer.WithGeonames(999_999_999).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Xyzzyville")]
    [InlineData(",")]
    public void Unknown_names_find_nothing(string name) => _gazetteer.Find(name).ShouldBeEmpty();

    [Fact]
    public void Threads_find_the_same()
    {
        string[] names = ["Kunduz", "Springfield", "northern Mali", "Helmand province", "Paris", "U.S.", "San Juan", "Nowhereville"];
        string Answers() => string.Join('|', names.Select(n => string.Join(';', _gazetteer.Find(n))));
        var expected = Answers();
        Enumerable.Range(0, 64).AsParallel().Select(_ => Answers()).ShouldAllBe(a => a == expected);
    }
}
