using System.CommandLine;
using OnRecord.Lab.Building;
using OnRecord.Lab.Judging;
using OnRecord.Lab.Naming;
using OnRecord.Lab.Reading;
using OnRecord.Lab.Replaying;
using OnRecord.Lab.Scores;
using OnRecord.Lab.Training;

// One verb per file: each LabVerb.Create() returns a System.CommandLine Command. Add yours here.
var root = new RootCommand("Trains the language core, builds data/, and measures.")
{
    BuildGazetteer.Create(),
    BuildShapes.Create(),
    CodebookPage.Create(),
    FindPlaces.Create(),
    ShowMentions.Create(),
    TrainVerb.Create(),
    TrainNames.Create(),
    TrainJudge.Create(),
    ParseText.Create(),
    new Command("score", "Measures against annotated data.")
    {
        ScoreLanguage.Create(),
        ScoreNames.Create(),
        ScoreReading.Create(),
        TimeScore.Create(),
        ScoreProposals.Create(),
        ScoreAblation.Create(),
    },
    ShowSayings.Create(),
    ArticleScore.Create(),
    ScorePlaces.Create(),
    SpeedVerb.Create(),
    ReplayVerb.Create(),
};
try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine($"lab: {e.Message}");   // a file or folder that is not there says which; where to look is an option of the verb
    return 1;
}
