using System.Collections.Immutable;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Scores;

namespace OnRecord.Cli;

/// <summary>All that the command touches outside itself, so that a test can put something else in its place.</summary>
internal sealed record Surroundings
{
    /// <summary>Text for the user.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>What went wrong, and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Bytes for a pipe; the same place as <see cref="Out"/>.</summary>
    public required Stream OutBytes { get; init; }

    /// <summary>Opens what is piped in.</summary>
    public required Func<Stream> In { get; init; }

    /// <summary>True where a person sees <see cref="Out"/>.</summary>
    public bool Terminal { get; init; }

    /// <summary>True where a person sees <see cref="Error"/>, so that a progress bar makes sense.</summary>
    public bool ErrorTerminal { get; init; }

    /// <summary>How many columns the terminal has.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Set when the user asks to stop.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The value of an environment variable, or null.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The folder that holds data/, models/ and samples/.</summary>
    public required string Home { get; init; }

    /// <summary>Loads the reader from the folders of data and models.</summary>
    public required Func<string, string, Outcome<IReader>> LoadReader { get; init; }

    /// <summary>Loads a reader of the rules alone, without what was learned; where it is not given, the usual reader.</summary>
    public Func<string, string, Outcome<IReader>>? LoadRules { get; init; }

    /// <summary>Loads what the scorer must know of names and places from the folder of data.</summary>
    public required Func<string, Outcome<Identities>> LoadIdentities { get; init; }

    /// <summary>Fetches an address and reads what it holds.</summary>
    public required Func<string, ImmutableArray<Outcome<Article>>> Fetch { get; init; }

    /// <summary>How the command was called, for suggestions that can be copied.</summary>
    public string Called => Environment("ONRECORD_CALLED") is { Length: > 0 } called ? called : "onrecord";

    /// <summary>The folder of the codebook, actors and gazetteer.</summary>
    public string Data => Environment("ONRECORD_DATA") is { Length: > 0 } folder ? folder : Path.Combine(Home, "data");

    /// <summary>The folder of the trained weights.</summary>
    public string Models => Environment("ONRECORD_MODELS") is { Length: > 0 } folder ? folder : Path.Combine(Home, "models");

    /// <summary>Where the samples of the demo lie.</summary>
    public string Samples => Path.Combine(Home, "samples");

    /// <summary>Loads the reader.</summary>
    public Outcome<IReader> Reader() => LoadReader(Data, Models);

    /// <summary>Loads the reader of the rules alone.</summary>
    public Outcome<IReader> Rules() => (LoadRules ?? LoadReader)(Data, Models);

    /// <summary>Says a problem on one line of the error stream.</summary>
    public void Say(Problem problem) => Error.WriteLine($"onrecord: {OneLine(problem.ToString())}");

    /// <summary>Says a problem and hands the exit code through.</summary>
    public int Fail(Problem problem, int code)
    {
        Say(problem);
        return code;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
