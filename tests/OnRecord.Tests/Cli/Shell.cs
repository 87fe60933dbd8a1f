using System.Collections.Immutable;
using System.Text;
using OnRecord.Cli;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Scores;
using OnRecord.Statements;

namespace OnRecord.Tests.Cli;

/// <summary>Runs command lines in a folder of their own, with a reader that finds given words.</summary>
internal sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("onrecord-test-").FullName;

    public Func<string, string, Outcome<IReader>> LoadReader { get; set; } = (_, _) => new WordReader();

    public Func<string, ImmutableArray<Outcome<Article>>> Fetch { get; set; } = url => [new Problem("refuses", url, "try later")];

    /// <summary>Where the next run writes; a new place each time where this is null.</summary>
    public MemoryStream? OutBytes { get; set; }

    public CancellationToken Stop { get; set; }

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public Result Run(params string[] arguments) => RunWith([], arguments);

    public Result RunWith(byte[] input, params string[] arguments) => RunWith(new MemoryStream(input), arguments);

    public Result RunWith(Stream input, params string[] arguments)
    {
        var bytes = OutBytes ?? new MemoryStream();
        var output = new StreamWriter(bytes, new UTF8Encoding(false));
        var error = new StringWriter();
        var code = App.Run(arguments, new Surroundings
        {
            Out = output,
            Error = TextWriter.Synchronized(error),
            OutBytes = bytes,
            In = () => input,
            Environment = name => name == "ONRECORD" ? this["record.db"] : null,
            Home = Folder,
            Stop = Stop,
            Clock = new FixedClock(),
            LoadReader = LoadReader,
            LoadIdentities = _ => Identities.None,
            Fetch = Fetch,
        });
        return new Result(code, Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal sealed record Result(int Code, string Out, string Error)
    {
        public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2021, 9, 1, 12, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>Finds a capture at each "took", by the word before it, of the word after it; stumbles over "stumble".</summary>
internal sealed class WordReader : IReader
{
    public ImmutableArray<Statement> Read(Article article)
    {
        if (article.Text.Contains("stumble", StringComparison.Ordinal)) throw new InvalidOperationException("stumbled");
        var found = ImmutableArray.CreateBuilder<Statement>();
        for (var at = article.Text.IndexOf("took ", StringComparison.Ordinal); at >= 0; at = article.Text.IndexOf("took ", at + 1, StringComparison.Ordinal))
        {
            var trigger = new TextSpan(at, at + 4);
            var before = article.Text.LastIndexOf(' ', Math.Max(0, at - 2)) + 1;
            var agent = new TextSpan(Math.Min(before, at), Math.Max(before, at - 1));
            found.Add(new Statement
            {
                Id = "",
                Trigger = trigger,
                Span = agent.Union(trigger),
                Type = "capture",
                Agent = [new Participant(agent.Of(article.Text), null, agent)],
                Sources = [new Source("governor", "of the province", null, agent)],
                Stance = Stance.Claimed,
                Cues = [new Cue("stance", "claims", trigger)],
            });
        }
        return found.ToImmutable();
    }
}
