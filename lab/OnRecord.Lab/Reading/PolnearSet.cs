using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Statements;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Voices;

namespace OnRecord.Lab.Reading;

/// <summary>An attribution as ranges of the text.</summary>
internal sealed record Attribution(IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Content);

/// <summary>
/// PolNeAR: who is said to say, think or want what. An attribution found and an annotated one are a pair if their cues overlap, one to one, those that share most first;
/// an attribution within what another attributes does not count, since the set has none; cue counts pairs, source and content count pairs in which these overlap as well. Beside it, the share of characters in common, as Citron measures overlap.
/// </summary>
internal sealed class PolnearSet : IReadingSet
{
    public string Name => "polnear";

    public string Needs => "polnear";

    public IEnumerable<Figure> Measure(string path, ReadingTools tools)
    {
        var codebook = CodebookReader.Read(Path.Combine(tools.Data, "codebook")).Value ?? throw new InvalidDataException("the codebook cannot be read");
        var files = Directory.EnumerateFiles(path, "*.ann", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var tally = new AttributionTally();
        foreach (var (gold, found, text) in files.AsParallel().AsOrdered().Select(f => Read(f, tools.Reader, codebook)))
            tally.Add(gold, found, (what, attribution) => tools.Wrong($"{what}: {Show(attribution, text)}"));
        var of = $"{tally.Gold} attributions in {files.Count} annotated texts";
        yield return new Figure("cue F1", tally.Cue.F1, 78, string.Create(CultureInfo.InvariantCulture, $"{of}; precision {tally.Cue.Precision:F1}, recall {tally.Cue.Recall:F1}"));
        yield return new Figure("source F1", tally.Source.F1, 75, string.Create(CultureInfo.InvariantCulture, $"{of}; by characters {tally.SourceLength.F1:F1}"));
        yield return new Figure("content F1", tally.Content.F1, 75, string.Create(CultureInfo.InvariantCulture, $"{of}; by characters {tally.ContentLength.F1:F1}"));
    }

    private static (List<Attribution> Gold, List<Attribution> Found, string Text) Read(string file, Reader reader, Codebook codebook)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(file)!)!, "text");
        var name = Path.GetFileNameWithoutExtension(file);
        var text = Path.Combine(folder, name + ".txt");
        if (!File.Exists(text)) text = Path.Combine(folder, name[..name.LastIndexOf('_')] + ".txt");   // the annotator's mark stands at the end
        var article = ArticleReader.FromInput(new ArticleInput { Id = name, Text = File.ReadAllText(text) }).Value ?? throw new InvalidDataException($"{text} cannot be read");
        var read = reader.ReadWhole(article);
        var scene = new Scene(article, read.Parses, read.Mentions, codebook, null);
        var voices = new VoiceReader(scene);
        var found = Outermost([.. voices.Sayings.Where(s => IsTurn(article.Text, s) || !(voices.QuotationAt(s.Sentence, s.Cue) is { Length: >= 20 }))], article.Text).Select(s => new Attribution([s.CueSpan], SourceOf(scene, s), s.Content)).ToList();
        return (BratFile.Attributions(File.ReadAllLines(file)), found, article.Text);
    }

    // The set is flat by design: what somebody is said to say is not looked into for further attributions; what is only told of his attitude is.
    private static IEnumerable<Saying> Outermost(List<Saying> all, string text)
    {
        // "a letter calling for …": what a noun says begins with the word of saying that counts.
        var verbs = all.Where(s => s.Kind == SayingKind.Verb).Select(s => s.CueSpan.Start).ToHashSet();
        var sayings = all.Where(s => s.Kind != SayingKind.Noun || s.Content.IsEmpty || !verbs.Contains(s.Content[0].Start)).ToList();
        return sayings.Where(s => IsTurn(text, s) || s.Kind != SayingKind.Quotation && !sayings.Exists(o => o != s && !o.Origin && (o.Voiced || !s.Voiced) && o.Covers(s.CueSpan.Start) && (!s.Covers(o.CueSpan.Start) || o.Length > s.Length)));
    }

    // A turn of a transcript ("REPORTER: …"), which may stand in marks as a whole.
    private static bool IsTurn(string text, Saying saying) => saying.Kind == SayingKind.Phrase && saying.CueSpan.Of(text) == ":" && saying.CueSpan.Start > 1 && char.IsUpper(text[saying.CueSpan.Start - 1]) && char.IsUpper(text[saying.CueSpan.Start - 2]);

    private static IReadOnlyList<TextSpan> SourceOf(Scene scene, Saying saying)
    {
        if (saying.Source < 0) return [];
        var (start, end) = scene.Trees[saying.Sentence].Yield(saying.Source);
        return [scene.SpanOf(saying.Sentence, start, end)];
    }

    private static string Show(Attribution a, string text)
    {
        var (from, to) = (Math.Max(0, a.Cue[0].Start - 160), Math.Min(text.Length, a.Cue[0].End + 160));
        var around = text[from..a.Cue[0].Start] + "[[" + a.Cue[0].Of(text) + "]]" + text[a.Cue[0].End..to];
        return string.Create(CultureInfo.InvariantCulture, $"{around.ReplaceLineEndings(" ")} | source {Words(a.Source, text)} | content {Words(a.Content, text)}");
    }

    private static string Words(IReadOnlyList<TextSpan> spans, string text) => string.Join(" ... ", spans.Select(s => s.Of(text).ReplaceLineEndings(" ")));
}
