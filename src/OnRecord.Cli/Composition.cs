using OnRecord.Language;
using OnRecord.Scores;

namespace OnRecord.Cli;

/// <summary>Puts the parts together that the verbs work with.</summary>
internal static class Composition
{
    /// <summary>The surroundings of the real command.</summary>
    public static Surroundings Of(TextWriter output, TextWriter error, Stream outBytes, CancellationToken stop) => new()
    {
        Out = output,
        Error = error,
        OutBytes = outBytes,
        In = Console.OpenStandardInput,
        Terminal = !Console.IsOutputRedirected,
        ErrorTerminal = !Console.IsErrorRedirected,
        Width = Columns(),
        Stop = stop,
        Environment = Environment.GetEnvironmentVariable,
        Home = AppContext.BaseDirectory,
        LoadReader = (_, models) => new Problem("the reader is not part of this build", models, "build OnRecord whole"),
        LoadIdentities = _ => Identities.None,
        Fetch = url => [new Problem("cannot be fetched", url, "save the page and read the file")],
    };

    // A terminal may not say how wide it is.
    private static int Columns()
    {
        try
        {
            return Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth, 60, 140);
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
