using OnRecord.Language;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Scores;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Roles;

namespace OnRecord.Lab.Judging;

/// <summary>What the judge's examples are made with: the reader by its rules, the codebook, the actors and the gazetteer; and the annotated documents, numbered.</summary>
internal sealed class TrainingSource : IDisposable
{
    private readonly Reader _reader;
    private readonly Parser _parser;
    private readonly Gazetteer _gazetteer;
    private readonly ActorIndex _actors;

    private TrainingSource(Reader reader, string data, string models)
    {
        (_reader, Data, Models) = (reader, data, models);
        _parser = Parser.Load(Path.Combine(models, "core-en.bin")).Value!;
        _gazetteer = Gazetteer.Open(Path.Combine(data, "gazetteer.bin")).Value!;
        _actors = ActorIndex.Load(Path.Combine(data, "actors")).Value!;
        Codebook = CodebookReader.Read(Path.Combine(data, "codebook")).Value!;
        Identities = Identities.Of(_gazetteer, _actors.SameActor);
    }

    public string Data { get; }

    public string Models { get; }

    public Codebook Codebook { get; }

    public Identities Identities { get; }

    public WordVectors Vectors => _parser.TryVector;

    /// <summary>Opens data/ and models/ below a folder.</summary>
    public static Outcome<TrainingSource> Open(string home)
    {
        var (data, models) = (Path.Combine(home, "data"), Path.Combine(home, "models"));
        var reader = Reader.Load(data, models, rulesOnly: true, keepStates: true);
        return reader.Value is null ? reader.Problem! : new TrainingSource(reader.Value, data, models);
    }

    /// <summary>Makes examples of agents and places.</summary>
    public CastExamples Casts()
    {
        var places = new PlaceReader(_gazetteer);
        var options = new PlaceOptions(places, _gazetteer);
        return new CastExamples(new CastReader(places, options, null, Vectors), options, Identities, Vectors);
    }

    /// <summary>Makes examples of triggers and modes, and of agents and places where asked.</summary>
    public JudgeExamples Examples(CastExamples? casts) => new(_reader, Codebook, _actors, Vectors, casts);

    /// <summary>Makes examples of triggers without the codebook.</summary>
    public LoneExamples Alone() => new(_reader, Codebook, _actors, Vectors);

    /// <summary>The gold documents (or annotations that stand off, taken as such), then those of the further annotations, whose texts are in a folder of data sets.</summary>
    public static Outcome<List<(GoldDocument Document, DocumentNumber Number)>> Documents(IEnumerable<string> gold, IEnumerable<string> further, string data)
    {
        var (found, texts) = (new List<(GoldDocument, DocumentNumber)>(), new Lazy<AnnotatedTexts>(() => new AnnotatedTexts(data)));
        foreach (var path in gold)
        {
            var set = path.EndsWith(".jsonl", StringComparison.Ordinal) ? new GoldSet(path, [.. Annotations.Read(path, texts.Value)]) : GoldFile.Read(path);
            if (set.Value is null) return set.Problem!;
            foreach (var document in set.Value.Documents) found.Add((document, new DocumentNumber(found.Count, Gold: true)));
        }
        foreach (var document in further.SelectMany(f => Annotations.Read(f, texts.Value))) found.Add((document, new DocumentNumber(found.Count, Gold: false)));
        return found;
    }

    /// <summary>The files of further annotations in a folder, in order; none where there is no folder.</summary>
    public static string[] Further(string? folder) => folder is null ? [] : [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _reader.Dispose();
        _parser.Dispose();
        _gazetteer.Dispose();
    }
}
