using System.CommandLine;
using OnRecord.Lab.Building;
using OnRecord.Lab.Scores;

// One verb per file: each LabVerb.Create() returns a System.CommandLine Command. Add yours here.
var root = new RootCommand("Trains the language core, builds data/, and measures.")
{
    BuildGazetteer.Create(),
    FindPlaces.Create(),
    ArticleScore.Create(),
    ScorePlaces.Create(),
    TimeScore.Create(),
    OnRecord.Lab.Scores.TimeScore.Create(),
    new Command("score", "Measures against annotated data.") { ScoreLanguage.Create() },
};
return root.Parse(args).Invoke();
