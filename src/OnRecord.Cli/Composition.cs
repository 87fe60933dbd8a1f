using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Scores;

namespace OnRecord.Cli;

/// <summary>Puts the parts together that the verbs work with.</summary>
internal static class Composition
{
    /// <summary>The surroundings of the real command.</summary>
    public static Surroundings Of(TextWriter output, TextWriter error, Stream outBytes, CancellationToken stop)
    {
        // One set of connections for the whole run, made when the first address is read.
        var fetcher = new Lazy<ArticleFetcher>(() => new ArticleFetcher());
        return new()
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
            LoadReader = (data, models) => LoadReader(data, models, rulesOnly: false),
            LoadRules = (data, models) => LoadReader(data, models, rulesOnly: true),
            LoadIdentities = World,
            Fetch = url => fetcher.Value.ReadAsync(url, ArticleHints.None, stop).GetAwaiter().GetResult(),
        };
    }

    private static Outcome<IReader> LoadReader(string data, string models, bool rulesOnly)
    {
        var loaded = OnRecord.Reader.Load(data, models, rulesOnly);
        return loaded.Value is { } reader ? Outcome<IReader>.Of(reader) : loaded.Problem!;
    }

    private static Outcome<Identities> World(string data)
    {
        var actors = ActorIndex.Load(Path.Combine(data, "actors"));
        if (actors.Value is not { } index) return actors.Problem!;
        var gazetteer = Gazetteer.Open(Path.Combine(data, "gazetteer.bin"));
        return gazetteer.Value is { } places ? Identities.Of(places, index.SameActor) : gazetteer.Problem!;
    }

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
