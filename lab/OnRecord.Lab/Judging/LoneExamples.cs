using System.Collections.Immutable;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;
using OnRecord.Scores;
using OnRecord.Statements;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Triggers;

namespace OnRecord.Lab.Judging;

/// <summary>Makes the judge's examples as if there were no codebook: every content word with what stands around it, no entry, no class of nouns, no list of words. Shows what the annotations alone teach.</summary>
internal sealed class LoneExamples
{
    private readonly Reader _reader;
    private readonly ActorIndex _actors;
    private readonly WordVectors _vectors;
    private readonly Codebook _empty;
    private readonly ClauseReader _clauses;

    public LoneExamples(Reader reader, Codebook codebook, ActorIndex actors, WordVectors vectors)
    {
        var none = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        (_reader, _actors, _vectors) = (reader, actors, vectors);
        _empty = new Codebook(codebook.Types.Values, [], none, ImmutableDictionary<string, ReportingWord>.Empty, ImmutableDictionary<string, ModeWord>.Empty, none, none);
        _clauses = new ClauseReader(_empty);
    }

    /// <summary>The examples, each with the lemma of its word.</summary>
    public List<(string Lemma, Example Example)> Words { get; } = [];

    public void Add(GoldDocument document, DocumentNumber number)
    {
        var article = GoldArticle.Of(document);
        var read = _reader.ReadWhole(article);
        var scene = new Scene(article, read.Parses, read.Mentions, _empty, _actors);
        var setting = new Setting(scene, _vectors);
        var answers = new Dictionary<(int, int), string>();
        foreach (var gold in document.Statements)
            if (WordOf(scene, gold) is { } word) answers.TryAdd(word, gold.Type);
        for (var s = 0; s < scene.Trees.Length; s++)
            for (var w = 0; w < scene.Trees[s].Count; w++)
            {
                if (!IsContent(scene.Trees[s], w)) continue;
                var form = scene.Trees[s][w].Upos == Upos.VERB ? TriggerForm.Verb : TriggerForm.Noun;
                var clause = form == TriggerForm.Verb ? _clauses.OfVerb(scene.Trees[s], w) : _clauses.OfNoun(scene.Trees[s], w);
                var features = TriggerFeatures.Of(scene, setting, new Proposal(s, w, form, clause, [], [], false) { Lemma = Features.Lemma(scene.Trees[s][w]) });
                Words.Add((Features.Lemma(scene.Trees[s][w]), new Example(features, answers.GetValueOrDefault((s, w), Judge.None), number)));
            }
    }

    private static bool IsContent(Tree tree, int word) => tree[word].Upos is Upos.VERB or Upos.NOUN or Upos.PROPN or Upos.ADJ && tree[word].Relation is not ("aux" or "aux:pass" or "cop" or "case" or "fixed");

    // The word of an annotated trigger: of its content words the highest in the tree.
    private static (int, int)? WordOf(Scene scene, GoldStatement gold)
    {
        (int, int)? found = null;
        for (var s = 0; s < scene.Trees.Length; s++)
        {
            var (tree, tokens) = (scene.Trees[s], scene.Parses[s].Sentence.Tokens);
            if (!scene.Parses[s].Sentence.Span.Overlaps(gold.Trigger)) continue;
            for (var w = 0; w < tree.Count; w++)
            {
                if (!tokens[w].Span.Overlaps(gold.Trigger) || !IsContent(tree, w)) continue;
                var head = tree[w].Head;
                if (head < 0 || !tokens[head].Span.Overlaps(gold.Trigger)) return (s, w);
                found ??= (s, w);
            }
        }
        return found;
    }
}
