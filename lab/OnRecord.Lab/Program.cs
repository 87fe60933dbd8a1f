using System.CommandLine;

// One verb per file: each LabVerb.Create() returns a System.CommandLine Command. Add yours here.
var root = new RootCommand("Trains the language core, builds data/, and measures.")
{
    OnRecord.Lab.Scores.TimeScore.Create(),
};
return root.Parse(args).Invoke();
