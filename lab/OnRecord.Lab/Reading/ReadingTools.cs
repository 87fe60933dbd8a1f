using OnRecord.Language.Articles;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Reading;

/// <summary>What sets share: the reader, loaded when first asked for, and where to show what was read wrong.</summary>
internal sealed class ReadingTools(string data, string models, int errors, TextWriter output) : IDisposable
{
    private readonly Dictionary<string, Reader> _readers = [];
    private readonly Lazy<Parser> _parser = new(() => Or(Parser.Load(Path.Combine(models, "core-en.bin"))));
    private string _set = "";
    private int _shown;

    /// <summary>The folder that holds codebook/, actors/ and the gazetteer.</summary>
    public string Data => data;

    /// <summary>The reader as it is shipped.</summary>
    public Reader Reader => With();

    /// <summary>The language core alone.</summary>
    public Parser Parser => _parser.Value;

    /// <summary>A reader whose codebook is enlarged by the folders given.</summary>
    public Reader With(params string[] additions)
    {
        var key = string.Join('|', additions);
        if (!_readers.TryGetValue(key, out var reader)) _readers[key] = reader = Or(Reader.Load(data, models, additions: additions));
        return reader;
    }

    /// <summary>Reads all texts, each as an article of its own, in order.</summary>
    public IReadOnlyList<ReadResult> Read(Reader reader, IEnumerable<ArticleInput> inputs) =>
        [.. inputs.AsParallel().AsOrdered().Select(i => reader.ReadWhole(ArticleReader.FromInput(i).Value ?? throw new InvalidDataException($"{i.Id} cannot be read")))];

    /// <summary>From here on errors are of this set.</summary>
    public void Start(string set) => (_set, _shown) = (set, 0);

    /// <summary>Shows one thing that was read wrong, as long as there is room.</summary>
    public void Wrong(string line)
    {
        if (_shown++ < errors) output.WriteLine($"{_set}: {line}");
    }

    /// <summary>Shows a line of detail, where anything is shown.</summary>
    public void Detail(string line)
    {
        if (errors > 0) output.WriteLine($"{_set}: {line}");
    }

    public void Dispose()
    {
        foreach (var reader in _readers.Values) reader.Dispose();
        if (_parser.IsValueCreated) _parser.Value.Dispose();
    }

    private static T Or<T>(Language.Outcome<T> outcome) where T : class => outcome.Value ?? throw new InvalidDataException(outcome.Problem!.ToString());
}
