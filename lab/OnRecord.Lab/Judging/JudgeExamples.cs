using OnRecord.Language.Articles;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Scores;
using OnRecord.Statements;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Lab.Judging;

/// <summary>One decision with its right answer and the document that it comes from.</summary>
internal sealed record Example(Features Features, string Label, DocumentNumber Document)
{
    /// <summary>What the rules alone would say.</summary>
    public string ByRule { get; init; } = Judge.None;
}

/// <summary>Makes the judge's examples from annotated documents: every word that could make a statement, and the mode of every word that does.</summary>
internal sealed class JudgeExamples(Reader reader, Codebook codebook, ActorIndex actors, WordVectors vectors, CastExamples? casts)
{
    private readonly TriggerFinder _finder = new(codebook, null, vectors);
    private const int AlonePart = 3;
    private readonly ModeReader _modes = new(codebook);

    public List<Example> Triggers { get; } = [];

    /// <summary>Examples from sentences read as if they stood alone, to train on.</summary>
    public List<Example> Alone { get; } = [];

    public List<Example> Modes { get; } = [];

    /// <summary>The articles, for the network.</summary>
    public List<ArticleItem> Articles { get; } = [];

    /// <summary>What the sentences' signs are of.</summary>
    public Signs Signs { get; } = new([.. codebook.Types.Keys.Order(StringComparer.Ordinal)]);

    /// <summary>The annotated statements that had no word that could be their trigger, as lines: type, trigger, the text around it.</summary>
    public List<string> Unreachable { get; } = [];

    public void Add(GoldDocument document, DocumentNumber number)
    {
        var article = GoldArticle.Of(document);
        var read = reader.ReadWhole(article);
        var scene = new Scene(article, read.Parses, read.Mentions, codebook, actors);
        var voices = new VoiceReader(scene);
        var setting = new Setting(scene, vectors);
        var answers = new Dictionary<(int, int), GoldStatement>();
        var listed = new Dictionary<(int, int), List<GoldStatement>>();
        var statements = new List<(Candidate, GoldStatement[])>();
        var sentences = new List<SentenceItem>();
        foreach (var gold in document.Statements)
        {
            if (WordOf(scene, gold) is { } word)
            {
                answers.TryAdd(word, gold);
                if (!listed.TryGetValue(word, out var list)) listed[word] = list = [];
                if (list.Count == 0 || list[0].Type == gold.Type && list[0].Trigger == gold.Trigger) list.Add(gold);
            }
            else Unreachable.Add($"{gold.Type} | {gold.Trigger.Of(document.Text)} | {new TextSpan(Math.Max(0, gold.Trigger.Start - 60), Math.Min(document.Text.Length, gold.Trigger.End + 60)).Of(document.Text).ReplaceLineEndings(" ")}");
        }
        for (var s = 0; s < scene.Trees.Length; s++)
        {
            var (triggers, modes) = (new Example?[scene.Trees[s].Count], new Example?[scene.Trees[s].Count]);
            var proposals = Enumerable.Range(0, triggers.Length).Select(w => _finder.Propose(scene, s, w)).ToArray();
            for (var w = 0; w < triggers.Length; w++)
            {
                if (proposals[w] is not { } proposal) continue;
                var gold = answers.GetValueOrDefault((s, w));
                Triggers.Add(triggers[w] = new Example(TriggerFeatures.Of(scene, setting, proposal), gold?.Type ?? Judge.None, number) { ByRule = proposal.ByRule ? proposal.Matches[0].Trigger.Type : Judge.None });
                // A line that stands alone has nothing around it that speaks of a conflict: every so many sentences are learned so too.
                if (scene.Trees.Length > 1 && (s + number.Number) % AlonePart == 0) Alone.Add(new Example(TriggerFeatures.Of(scene, new Setting(scene, vectors, s), proposal), gold?.Type ?? Judge.None, number with { Measured = false }));
                if (gold is null) continue;
                var trigger = proposal.Matches.Select(m => m.Trigger).FirstOrDefault(t => t.Type == gold.Type) ?? proposal.Matches.Select(m => m.Trigger).FirstOrDefault();
                if (trigger is null) continue;
                var candidate = new Candidate(s, w, trigger, codebook.Types[gold.Type], proposal.Clause, gold.Trigger, false);
                statements.Add((candidate, [.. listed[(s, w)]]));
                var voice = voices.Of(candidate);
                Modes.Add(modes[w] = new Example(ModeFeatures.Of(scene, candidate, voice, _modes.Read(scene, candidate, voice)), gold.Mode.ToString(), number));
            }
            if (scene.Parses[s].States is { } states) sentences.Add(new SentenceItem(states, [.. Enumerable.Range(0, triggers.Length).Select(w => Features.Lemma(scene.Trees[s][w]))], [.. proposals.Select((p, w) => Signs.Of(scene, s, w, p))], triggers, modes));
        }
        var links = casts?.Add(scene, voices, statements, number, Signs.Types) ?? [];
        if (sentences.Count == scene.Trees.Length) Articles.Add(new ArticleItem([.. sentences], links, number));
    }

    // The word of an annotated trigger: one that the codebook knows for the type, else one that it knows, else the highest in the tree.
    private (int, int)? WordOf(Scene scene, GoldStatement gold)
    {
        (int, int)? best = null;
        var quality = -1;
        for (var s = 0; s < scene.Trees.Length; s++)
        {
            var tree = scene.Trees[s];
            if (!scene.Parses[s].Sentence.Span.Overlaps(gold.Trigger)) continue;
            for (var w = 0; w < tree.Count; w++)
            {
                if (!scene.Parses[s].Sentence.Tokens[w].Span.Overlaps(gold.Trigger) || _finder.Propose(scene, s, w) is not { } proposal) continue;
                var head = tree[w].Head;
                var top = head < 0 || !scene.Parses[s].Sentence.Tokens[head].Span.Overlaps(gold.Trigger);
                var now = (proposal.Matches.Any(m => m.Trigger.Type == gold.Type) ? 4 : proposal.Matches.Count > 0 ? 2 : 0) + (top ? 1 : 0);
                if (now > quality) (best, quality) = ((s, w), now);
            }
        }
        return best;
    }
}
