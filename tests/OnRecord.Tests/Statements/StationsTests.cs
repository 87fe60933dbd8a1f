using OnRecord.Language.Mentions;
using OnRecord.Statements.Roles;

namespace OnRecord.Tests.Statements;

/// <summary>The places through which a report goes, and what "the camp" means in it.</summary>
public sealed class StationsTests
{
    // "Rebels stormed a camp at Tunis." "Doctors in Sfax said so." "Troops retook the camp."
    private const string Stormed = "Rebels/NNS/2:nsubj stormed~storm/VBD/0:root a/DT/4:det camp/NN/2:obj at/IN/6:case Tunis/NNP/4:nmod";
    private const string Doctors = "Doctors/NNS/4:nsubj in/IN/3:case Sfax/NNP/1:nmod said~say/VBD/0:root so/RB/4:advmod";
    private const string Retook = "Troops/NNS/2:nsubj retook~retake/VBD/0:root the/DT/4:det camp/NN/2:obj";

    [Fact]
    public void A_report_goes_through_the_places_where_something_is_and_not_where_somebody_speaks()
    {
        var stations = Stage.Of(Stormed, Doctors, Retook).Named("Tunis", EntityKind.Place).Named("Sfax", EntityKind.Place).Scene().Stations;
        stations.All.Select(s => s.Entity.Name).ShouldBe(["Tunis"]);
        stations.First.ShouldBe(stations.All[0]);
        stations.Before(2, 1).ShouldBe(stations.All[0]);
        stations.Before(0, 1).ShouldBeNull();
        (stations.TimesAt(stations.All[0].Key), stations.Most).ShouldBe((1, 1));
    }

    [Fact]
    public void A_noun_with_the_article_takes_up_the_place_so_called()
    {
        var scene = Stage.Of(Stormed, Doctors, Retook).Named("Tunis", EntityKind.Place).Named("Sfax", EntityKind.Place).Scene();
        scene.Stations.Called(2, 3)!.Entity.Name.ShouldBe("Tunis");
        scene.Stations.Called(0, 3).ShouldBeNull();   // "a camp" is new
    }

    [Theory]
    // "Troops retook the camp in Gafsa": a name tells it apart.
    [InlineData("Troops/NNS/2:nsubj retook~retake/VBD/0:root the/DT/4:det camp/NN/2:obj in/IN/6:case Gafsa/NNP/4:nmod", 3, false)]
    [InlineData("Troops/NNS/2:nsubj retook~retake/VBD/0:root the/DT/4:det camps~camp/NNS/2:obj near/IN/6:case Gafsa/NNP/2:obl", 3, false)]
    [InlineData("Troops/NNS/2:nsubj retook~retake/VBD/0:root that/DT/4:det camp/NN/2:obj near/IN/6:case Gafsa/NNP/2:obl", 3, true)]
    public void What_a_name_tells_apart_is_not_taken_up(string sentence, int word, bool takenUp)
    {
        var scene = Stage.Of(sentence).Named("Gafsa", EntityKind.Place).Scene();
        Stations.IsTakenUp(scene, 0, word).ShouldBe(takenUp);
    }
}
