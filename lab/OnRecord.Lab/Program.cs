using System.CommandLine;
using OnRecord.Lab.Scores;
using OnRecord.Lab.Training;

// One verb per file: each LabVerb.Create() returns a System.CommandLine Command. Add yours here.
var root = new RootCommand("Trains the language core, builds data/, and measures.")
{
    new Command("score", "Measures against annotated data.") { ScoreLanguage.Create() },
    TrainVerb.Create(),
};
return root.Parse(args).Invoke();
