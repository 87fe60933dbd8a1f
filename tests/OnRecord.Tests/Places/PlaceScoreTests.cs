using OnRecord.Lab.Building;

namespace OnRecord.Tests.Places;

public class PlaceScoreTests(ShippedGazetteer shipped) : IClassFixture<ShippedGazetteer>
{
    [SharedDataFact("data/geoparsing")]
    public void Published_sets_are_resolved_as_well_as_before()
    {
        // LGL marks a twelfth of its names on adjectives ("Russian"), which only the actor list knows.
        Score("lgl.xml").ShouldBeGreaterThan(0.72);
        Score("GeoVirus.xml").ShouldBeGreaterThan(0.84);
    }

    private double Score(string file) =>
        ScorePlaces.Measure(shipped.Gazetteer, Path.Combine(SharedData.Root!, "data", "geoparsing", file), new Dictionary<string, string>()).Accuracy;
}
