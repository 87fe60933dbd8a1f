using System.CommandLine;
using OnRecord.Lab.Training;

// One verb per file: each LabVerb.Create() returns a System.CommandLine Command. Add yours here.
var root = new RootCommand("Trains the language core, builds data/, and measures.")
{
    TrainVerb.Create(),
    SpeedVerb.Create(),
};
return root.Parse(args).Invoke();
