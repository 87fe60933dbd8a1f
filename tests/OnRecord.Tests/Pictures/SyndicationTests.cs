using OnRecord.Pictures;
using static OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Pictures;

/// <summary>One agency story as ten papers print it, and one event as ten reporters of their own tell it; all made up for the test.</summary>
public class SyndicationTests
{
    private static readonly string[] Story =
    [
        "Insurgents took the northern town of Kunduz on Sunday after a night of fighting in which the garrison fell back street by street.",
        "By noon the white banner flew over the main roundabout and shopkeepers had pulled their shutters down.",
        "A member of the provincial council, reached by telephone at the airfield, said that the governor's compound was lost before dawn.",
        "He said the commandos had asked for aircraft three times and that none came.",
        "The defence ministry spoke of a regrouping and promised that fresh units were on the road from the south.",
        "Families with bundles on their heads walked along the ditch beside the highway, most of them towards the river crossing.",
        "A nurse at the regional hospital counted fourteen dead civilians and more than thirty wounded since Friday evening.",
        "The town lies on the road to the border and has changed hands twice in six years.",
        "Whoever holds it controls the flour trade of the whole plain and the customs post further north.",
        "Western diplomats in the capital called the loss a grave blow to a government that had staked its name on the town.",
        "Two cousins who sell melons near the bridge said they would wait for the evening before they decided whether to leave.",
        "There was no word from the insurgents beyond a short message that claimed the prison and the police headquarters as well.",
    ];

    // Ten papers: whole, without its head, cut short, its middle alone, its end alone, other order, words exchanged, a paragraph of their own at either end, some sentences dropped.
    private static readonly string[] Printed =
    [
        Join(Story),
        Join(Story[1..]),
        Join(Story[..4]),
        Join(Story[3..9]),
        Join(Story[6..]),
        Join([.. Story[4..8], .. Story[..4], .. Story[8..]]),
        Reworded(Join(Story)),
        "This page brings you the news from the north as it reached us overnight. " + Join(Story[..7]),
        Join(Story[..9]) + " More on this and other stories in our evening edition, which also has the weather and the results from the leagues.",
        Join([.. Story.Where((_, i) => i % 3 != 1)]),
    ];

    // The words with which ten different reporters may tell of the same day: the facts agree, the sentences do not.
    private static readonly string[] Own =
    [
        "Kunduz is lost. Our correspondent watched rebel pickup trucks roll past the clock tower shortly after breakfast, and not one soldier was left to stop them. People hid.",
        "The fall of Kunduz on Sunday came faster than anyone in the army had foreseen, an officer who escaped with his platoon told this newspaper. Ammunition ran out first.",
        "Residents of Kunduz woke to loudspeakers ordering calm. The rebels who had ringed the place for six weeks were inside, and the mayor had gone. Bakers opened again by noon.",
        "After Kunduz was captured, traders counted burnt stalls in the covered market. One lost forty carpets. Nobody here expects the state to pay for any of it, he said.",
        "Analysts see three reasons why Kunduz was taken: poor supply, a quarrel among commanders, and roads that had been mined since spring. None of them is new, they add.",
        "A schoolteacher describes the hours in which Kunduz was seized. She burned her class lists in the stove. Two armed youths knocked, asked for tea, and left politely.",
        "It took one night. The insurgents seized Kunduz while most of its garrison was quartered at the airfield eight kilometres away, according to a council member.",
        "Aid groups are preparing camps east of the river now that Kunduz has been overrun. They expect nine thousand families this week and lack tents, water and latrines.",
        "In the capital the news that Kunduz had fallen was met with silence. Parliament adjourned within minutes; one deputy wept in the corridor and refused to speak to us.",
        "Border guards on the far bank could hear the guns stop. With Kunduz captured, the customs house a day's drive north has no one behind it, and lorries are turning round.",
    ];

    private static readonly string[] Triggers = ["lost", "fall", "woke", "captured", "taken", "seized", "seized", "overrun", "fallen", "captured"];

    [Fact]
    public void One_agency_story_in_ten_papers_is_one_origin()
    {
        var happening = Told(Printed, _ => Printed[0].Split(' ')[1]);
        happening.Entries.Length.ShouldBe(10);
        happening.Standing.Origins.ShouldHaveSingleItem();
        happening.Standing.Standing.ShouldBe(Standing.Reported);
    }

    [Fact]
    public void Ten_reports_of_one_event_are_ten_origins()
    {
        var happening = Told(Own, i => Triggers[i]);
        happening.Entries.Length.ShouldBe(10);
        happening.Standing.Origins.Length.ShouldBe(10);
        happening.Standing.Standing.ShouldBe(Standing.Corroborated);
    }

    [Fact]
    public void Why_reports_fell_together_can_be_told()
    {
        var picture = Scene(Printed, _ => "took").Picture();
        var group = picture.Evidence.Groups(picture.Happenings.Single().Entries).ShouldHaveSingleItem();
        group.Entries.Length.ShouldBe(10);
        group.Why.ShouldHaveSingleItem().ShouldContain("copies of one text in 10 articles");
        picture.Stories.ShouldHaveSingleItem().Articles.Length.ShouldBe(10);
    }

    [Fact]
    public void What_is_copied_long_after_is_told_again_and_not_syndicated()
    {
        var scene = new Scene();
        scene.Report("Paper 0", 1, Printed[0]).Says("capture", "took", "Taliban=taliban", place: Kunduz);
        scene.Report("Paper 1", 12, Printed[0]).Says("capture", "took", "Taliban=taliban", place: Kunduz);
        scene.Picture().Stories.ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_that_is_not_known_yet_ties_nothing_together()
    {
        var scene = new Scene();
        scene.Report("Paper 0", 8, Printed[0]).Says("capture", "took", "Taliban=taliban", place: Kunduz);
        scene.Report("Paper 1", 9, Printed[6]).Says("capture", "took", "Taliban=taliban", place: Kunduz);
        scene.Picture(knownAt: 8).Stories.ShouldBeEmpty();
        scene.Picture(knownAt: 9).Stories.ShouldHaveSingleItem().Alike.ShouldBeInRange(0.4, 0.99);
    }

    private static Happening Told(string[] texts, Func<int, string> trigger) => Scene(texts, trigger).Picture().Happenings.ShouldHaveSingleItem();

    private static Scene Scene(string[] texts, Func<int, string> trigger)
    {
        var scene = new Scene();
        for (var i = 0; i < texts.Length; i++)
            scene.Report($"Paper {i}", 8, texts[i], title: $"Title {i}").Says("capture", trigger(i), "Taliban=taliban", place: Kunduz, time: (8, 8));
        return scene;
    }

    // Every eleventh word exchanged, as a desk does that has to make a text its own.
    private static string Reworded(string text) => string.Join(' ', text.Split(' ').Select((word, i) => i % 11 == 5 ? "altered" : word));

    private static string Join(string[] sentences) => string.Join(' ', sentences);
}
