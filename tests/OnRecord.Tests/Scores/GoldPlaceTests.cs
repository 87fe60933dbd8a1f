using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;
using OnRecord.Scores;

namespace OnRecord.Tests.Scores;

public sealed class GoldPlaceTests : IDisposable
{
    private readonly Gazetteer _gazetteer = Gazetteer.Open(Path.Combine(AppContext.BaseDirectory, "data", "gazetteer.bin")).Value!;

    public void Dispose() => _gazetteer.Dispose();

    [Theory]
    [InlineData("Lashkar Gah", "Helmand", "AF", PlaceKind.City)]
    [InlineData("Helmand", "Helmand", "AF", PlaceKind.Admin1)]
    [InlineData("Afghanistan", "", "AF", PlaceKind.Country)]
    public void A_place_written_by_hand_is_found_in_the_gazetteer(string name, string admin1, string country, PlaceKind kind)
    {
        var place = Identities.Of(_gazetteer, (_, _) => false).Resolve(name, admin1, country)!;
        place.Kind.ShouldBe(kind);
        place.Country.ShouldBe(country);
        place.Name.ShouldBe(name);
    }

    [Fact]
    public void A_place_of_another_country_is_not_taken_for_it() =>
        Identities.Of(_gazetteer, (_, _) => false).Resolve("Lashkar Gah", "", "FR").ShouldBeNull();

    [SharedDataFact("gold/dev")]
    public void Most_places_of_the_gold_are_found()
    {
        var world = Identities.Of(_gazetteer, (_, _) => false);
        var places = Directory.GetFiles(Path.Combine(SharedData.Root!, "gold", "dev"), "*.yaml").SelectMany(path => GoldFile.Read(path).Value!.Documents)
            .SelectMany(d => d.Statements).Select(s => s.Place).OfType<GoldPlace>().Distinct().ToList();
        var missing = places.Where(p => world.Resolve(p.Name, p.Admin1, p.Country) is null).ToList();
        ((double)missing.Count / places.Count).ShouldBeLessThan(0.1, string.Join("; ", missing));
    }
}
