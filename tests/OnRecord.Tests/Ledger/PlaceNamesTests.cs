using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Tests.Ledger;

public class PlaceNamesTests
{
    [Theory]
    [InlineData("Qala-e-Naw", "qala e naw")]
    [InlineData("  Łódź  ", "lodz")]
    [InlineData("Mazār-i Sharīf", "mazar i sharif")]
    [InlineData("Sana'a", "sanaa")]
    [InlineData("U.S.", "us")]
    [InlineData("--", "")]
    public void Names_fold(string name, string folded) => PlaceNames.Fold(name).ShouldBe(folded);

    [Theory]
    [InlineData("kunduz", true)]
    [InlineData("AFGHANISTAN", true)]
    [InlineData("af", true)]
    [InlineData("Kunduz City", true)]
    [InlineData("Pakistan", false)]
    [InlineData("", false)]
    public void A_place_is_within_its_names_its_division_and_its_country(string area, bool within) =>
        PlaceNames.Of(new StatementPlace("Kunduz city", Make.Kunduz, null, new TextSpan(0, 1))).Within(area).ShouldBe(within);

    [Fact]
    public void A_division_is_within_itself()
    {
        var province = new Place("Helmand", PlaceKind.Admin1, "", "AF", 31, 64, 0, null, "AF.10");
        PlaceNames.Of(new StatementPlace("the province", province, null, new TextSpan(0, 1))).Admin1.ShouldBe("helmand");
    }

    [Fact]
    public void Countries_go_by_several_names()
    {
        Countries.Code("Britain").ShouldBe("GB");
        Countries.Code("Côte d'Ivoire").ShouldBeNull();
        Countries.Code("Cote d'Ivoire").ShouldBeNull();
        Countries.Code("Ivory Coast").ShouldBe("CI");
        Countries.Code("nowhere").ShouldBeNull();
        Countries.Name("AF").ShouldBe("Afghanistan");
        Countries.Name("ZZ").ShouldBe("ZZ");
    }
}
