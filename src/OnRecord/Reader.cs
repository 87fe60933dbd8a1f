using System.Collections.Immutable;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;
using OnRecord.Statements;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Judging;

namespace OnRecord;

/// <summary>All that reading an article makes on its way.</summary>
public sealed record ReadResult(ImmutableArray<Sentence> Sentences, ImmutableArray<Parse> Parses, ArticleMentions Mentions, ImmutableArray<Statement> Statements);

/// <summary>The spine: an article's way from text to statements, one line a step.</summary>
public sealed class Reader : IReader, IDisposable
{
    private readonly Parser _parser;
    private readonly Gazetteer _gazetteer;
    private readonly MentionFinder _mentions;
    private readonly StatementReader _statements;

    private readonly bool _states;

    private Reader(Parser parser, Gazetteer gazetteer, ActorIndex actors, Codebook codebook, Judge? judge, bool states)
    {
        _states = states;
        (_parser, _gazetteer) = (parser, gazetteer);
        _mentions = new MentionFinder(actors, gazetteer);
        _statements = new StatementReader(codebook, gazetteer, actors, judge, parser.TryVector);
    }

    /// <summary>Loads a reader from the folder of data (codebook, actors, gazetteer) and the folder of models; with <paramref name="rulesOnly"/> the learned judge is left out; <paramref name="additions"/> are folders that enlarge the codebook; with <paramref name="keepStates"/> parses keep what the encoder made of their words in any case; <paramref name="judge"/> is a file of weights in place of the folder's.</summary>
    public static Outcome<Reader> Load(string data, string models, bool rulesOnly = false, IReadOnlyList<string>? additions = null, bool keepStates = false, string? judge = null)
    {
        var codebook = CodebookReader.Read(Path.Combine(data, "codebook"), additions);
        if (codebook.Value is null) return codebook.Problem!;
        var actors = ActorIndex.Load(Path.Combine(data, "actors"));
        if (actors.Value is null) return actors.Problem!;
        var gazetteer = Gazetteer.Open(Path.Combine(data, "gazetteer.bin"));
        if (gazetteer.Value is null) return gazetteer.Problem!;
        var judged = rulesOnly ? default : Judge.Load(judge ?? Path.Combine(models, "judge-en.bin"));
        if (!rulesOnly && judged.Value is null) return judged.Problem!;
        var parser = Parser.Load(Path.Combine(models, "core-en.bin"));
        if (parser.Value is null) return parser.Problem!;
        return new Reader(parser.Value, gazetteer.Value, actors.Value, codebook.Value, judged.Value, keepStates || judged.Value?.NeedsStates == true);
    }

    /// <inheritdoc/>
    public ImmutableArray<Statement> Read(Article article) => ReadWhole(article).Statements;

    /// <summary>Reads an article and keeps what each step made.</summary>
    public ReadResult ReadWhole(Article article)
    {
        var sentences = SentenceSplitter.Split(article);
        var parses = _parser.Parse(sentences, _states);
        var mentions = _mentions.Find(article, parses);
        var statements = _statements.Read(article, parses, mentions);
        return new ReadResult(sentences, parses, mentions, statements);
    }

    /// <summary>Gives the memory of models and gazetteer back; the reader must not be used after.</summary>
    public void Dispose()
    {
        _parser.Dispose();
        _gazetteer.Dispose();
    }
}
