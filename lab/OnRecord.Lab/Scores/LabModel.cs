using System.CommandLine;
using OnRecord.Language;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Scores;

/// <summary>The model that a verb of the lab measures or uses.</summary>
internal static class LabModel
{
    public static Option<string> Option() => new("--model")
    {
        Description = "The model to use.",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "models", "core-en.bin"),
    };

    public static Outcome<Parser> Load(string path) => Parser.Load(path);

    /// <summary>Says what went wrong, and gives the exit code.</summary>
    public static int Fail(Problem problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }
}
