using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>Finds all sayings of an article: verbs of saying, of will and of attitude with what they govern, nouns, phrases, and quotation marks that stay open over sentences.</summary>
internal sealed class SayingFinder
{
    private const int ShortestQuotation = 20;
    private readonly Scene _scene;
    private readonly Codebook _codebook;
    private readonly Quotations _quotations;
    private readonly VerbSayings _verbs;
    private readonly PhraseSayings _phrases;
    private readonly AttitudeSayings _attitudes;

    public SayingFinder(Scene scene, Quotations quotations)
    {
        (_scene, _codebook, _quotations) = (scene, scene.Codebook, quotations);
        var clauses = new ClauseReader(_codebook);
        (_verbs, _phrases, _attitudes) = (new VerbSayings(scene, clauses), new PhraseSayings(scene, clauses), new AttitudeSayings(scene, clauses));
    }

    /// <summary>The sayings in text order; quotations that stand alone follow the sayings of their sentence.</summary>
    public ImmutableArray<Saying> Find()
    {
        var found = new List<Saying>();
        for (var s = 0; s < _scene.Trees.Length; s++)
        {
            var tree = _scene.Trees[s];
            for (var w = 0; w < tree.Count; w++)
            {
                var saying = tree[w].Upos is Upos.VERB or Upos.AUX ? _verbs.Of(s, w) ?? _attitudes.OfVerb(s, w) : tree[w].Upos is Upos.NOUN or Upos.ADJ ? _phrases.OfWord(s, w) ?? _attitudes.OfWord(s, w) : null;
                if (saying is not null) found.Add(WithQuotations(saying));
            }
            foreach (var phrase in _phrases.Of(s))
            {
                for (var i = found.Count - 1; i >= 0 && found[i].Sentence == s; i--)
                    if (phrase.Edge is { } edge && found[i].Kind != SayingKind.Phrase) found[i] = found[i] with { Content = Without(found[i].Content, edge) };
                found.Add(phrase);
            }
        }
        Announced(found);
        found.AddRange(Signed());
        found.AddRange(Alone(found));
        return [.. found.OrderBy(f => f.Sentence).ThenBy(f => f.Kind == SayingKind.Quotation).ThenBy(f => f.Cue)];
    }

    // What stands in quotation marks is said as a whole, over sentences.
    private Saying WithQuotations(Saying saying)
    {
        if (saying.Kind != SayingKind.Verb) return saying;
        var sentence = _scene.Parses[saying.Sentence].Sentence.Span;
        var content = saying.Content.ToList();
        var tree = _scene.Trees[saying.Sentence];
        var speaks = _codebook.Reporting.ContainsKey(tree[saying.Cue].Lemma.ToLowerInvariant()) || VerbSayings.GivesText(tree, saying.Cue);
        foreach (var quotation in _quotations.All)
        {
            if (quotation.Start > sentence.End + 3) break;
            if (quotation.End < sentence.Start - 3 || quotation.Contains(saying.CueSpan)) continue;
            var touches = content.Exists(c => c.Overlaps(quotation));
            var between = quotation.Start >= saying.CueSpan.End ? Between(saying.CueSpan.End, quotation.Start).TrimEnd('"', '“', '«', ' ', '\n', '\r') : "?";
            var announced = speaks && (between.EndsWith(':') || content.Count == 0 && (between.Length == 0 || between.Length < 60 && between.EndsWith(',')) && quotation.Start < sentence.End);
            var closed = speaks && content.Count == 0 && quotation.End >= sentence.Start - 3 && quotation.End <= saying.CueSpan.Start;
            if (touches && speaks || announced || closed) Merge(content, quotation);
        }
        return content.Count == 0 ? saying : saying with { Content = [.. content.OrderBy(c => c.Start)] };
    }

    private static ImmutableArray<TextSpan> Without(ImmutableArray<TextSpan> content, TextSpan cut)
    {
        if (!content.Any(c => c.Overlaps(cut))) return content;
        var left = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in content)
        {
            if (!span.Overlaps(cut)) left.Add(span);
            else
            {
                if (span.Start < cut.Start) left.Add(new TextSpan(span.Start, cut.Start));
                if (cut.End < span.End) left.Add(new TextSpan(cut.End, span.End));
            }
        }
        return left.ToImmutable();
    }

    // A statement printed as it was issued: "The minister said:" in a paragraph of its own, then his words without marks to the end.
    private void Announced(List<Saying> found)
    {
        var blocks = _scene.Article.Blocks;
        for (var i = 0; i < found.Count; i++)
        {
            var sentence = _scene.Parses[found[i].Sentence].Sentence;
            if (found[i].Kind != SayingKind.Verb || !found[i].Voiced || sentence.Block < 0 || sentence.Block + 1 >= blocks.Length || found[i].Source < 0 || sentence.Text[sentence.Span.End - 1] != ':') continue;
            var (own, next) = (blocks[sentence.Block].Span, blocks[sentence.Block + 1].Span);
            if (own.End > sentence.Span.End + 1 || sentence.Span.End - found[i].CueSpan.End > 40 || _quotations.At(next.Start + 1) is not null || next.Start < sentence.Text.Length && sentence.Text[next.Start] is '"' or '“' or '«' or '‘') continue;
            found[i] = found[i] with { Content = [new TextSpan(next.Start, EndOf(found, sentence.Block + 1))] };
        }
    }

    // To the end of the article, or to the paragraph in which another's words stand in quotation marks.
    private int EndOf(List<Saying> found, int first)
    {
        var blocks = _scene.Article.Blocks;
        for (var i = first + 1; i < blocks.Length; i++)
            if (_quotations.All.Any(q => q.Length >= ShortestQuotation && blocks[i].Span.Overlaps(q)) && found.Exists(f => f.Voiced && f.Source >= 0 && f.Kind != SayingKind.Noun && blocks[i].Span.Overlaps(f.CueSpan) && _quotations.At(f.CueSpan.Start) is null)) return blocks[i - 1].Span.End;
        return blocks[^1].Span.End;
    }

    private string Between(int from, int to) => to > from && to - from < 200 ? _scene.Article.Text[from..to] : "";

    private static void Merge(List<TextSpan> content, TextSpan span)
    {
        for (var i = content.Count - 1; i >= 0; i--)
            if (content[i].Overlaps(span))
            {
                span = span.Union(content[i]);
                content.RemoveAt(i);
            }
        content.Add(span);
    }

    // A quotation with a name behind a dash: "…" — a resident.
    private IEnumerable<Saying> Signed()
    {
        var text = _scene.Article.Text;
        foreach (var quotation in _quotations.All)
        {
            var at = quotation.End + 1;
            while (at < text.Length && at < quotation.End + 4 && char.IsWhiteSpace(text[at])) at++;
            if (quotation.Length < ShortestQuotation || at >= text.Length || text[at] is not ('―' or '—' or '–') || SentenceOf(at) is not (>= 0 and var sentence)) continue;
            var tree = _scene.Trees[sentence];
            var tokens = _scene.Parses[sentence].Sentence.Tokens;
            var dash = 0;
            while (dash < tree.Count && tokens[dash].Start < at) dash++;
            var name = dash + 1;
            while (name < tree.Count && name < dash + 4 && tree[name].Upos is Upos.DET or Upos.SYM or Upos.PUNCT or Upos.ADJ) name++;
            if (dash >= tree.Count || name >= tree.Count || tree[name].Upos is not (Upos.PROPN or Upos.NOUN)) continue;
            yield return new Saying { Sentence = sentence, Cue = dash, Kind = SayingKind.Phrase, CueSpan = tokens[dash].Span, Stance = Stance.Said, Source = name, Content = [quotation] };
        }
    }

    // Quotations that no saying covers: whoever spoke last before them, or speaks next in their paragraph.
    private List<Saying> Alone(List<Saying> found)
    {
        var alone = new List<Saying>();
        var voiced = found.Where(f => f.Voiced && f.Kind != SayingKind.Noun && !f.Origin && !f.Nameless).ToList();
        foreach (var quotation in _quotations.All)
        {
            if (quotation.Length < ShortestQuotation || voiced.Exists(f => f.Kind == SayingKind.Verb && !quotation.Contains(f.CueSpan) && f.Content.Any(c => c.Overlaps(quotation)) || f.Kind == SayingKind.Phrase && f.Source >= 0 && f.Content.Any(c => c.Contains(quotation)))) continue;
            var sentence = SentenceOf(quotation.Start);
            if (sentence < 0) continue;
            if (Introducing(quotation) is { } introduced)
            {
                alone.Add(introduced);
                continue;
            }
            if (Speaker(voiced, sentence, quotation) is not { } speaker) continue;
            alone.Add(speaker with { Kind = SayingKind.Quotation, Content = [quotation], Nameless = false, Stance = speaker.Stance == Stance.Denied ? Stance.Said : speaker.Stance });
        }
        return alone;
    }

    // "The ministry defended the strike: "…"": whoever acts before the colon speaks after it.
    private Saying? Introducing(TextSpan quotation)
    {
        var text = _scene.Article.Text;
        var colon = quotation.Start - 1;
        while (colon > 0 && (char.IsWhiteSpace(text[colon]) || text[colon] is '"' or '“' or '«' or '„')) colon--;
        if (colon <= 0 || text[colon] != ':' || SentenceOf(colon - 1) is not (>= 0 and var sentence)) return null;
        var (tree, tokens) = (_scene.Trees[sentence], _scene.Parses[sentence].Sentence.Tokens);
        for (var verb = tree.Count - 1; verb >= 0; verb--)
        {
            if (tokens[verb].Start >= colon || tree[verb].Upos != Upos.VERB || tree[verb].Head >= 0 && !tree.Is(verb, "conj") && tree[tree[verb].Head].Upos == Upos.VERB && tokens[tree[verb].Head].Start < colon) continue;
            var subject = tree.Child(verb, "nsubj");
            if (subject < 0 && tree.Is(verb, "conj")) subject = tree.Child(tree[verb].Head, "nsubj");
            if (subject < 0 || subject > verb) continue;
            var saying = new Saying { Sentence = sentence, Cue = verb, Kind = SayingKind.Verb, CueSpan = tokens[verb].Span, Stance = Stance.Said, Source = subject, Content = [quotation] };
            return CanSpeak(saying) ? saying : null;
        }
        return null;
    }

    private Saying? Speaker(List<Saying> voiced, int sentence, TextSpan quotation)
    {
        var block = _scene.Parses[sentence].Sentence.Block;
        Saying? before = null;
        Saying? after = null;
        foreach (var saying in voiced)
        {
            if (_quotations.At(saying.CueSpan.Start) is not null || saying.Source < 0) continue;
            if (!_codebook.Reporting.ContainsKey(_scene.Trees[saying.Sentence][saying.Cue].Lemma.ToLowerInvariant())) continue;
            if (!CanSpeak(saying)) continue;
            var near = sentence - saying.Sentence;
            if (saying.CueSpan.Start < quotation.Start && near <= Reach) before = saying;
            else if (saying.CueSpan.Start >= quotation.End && near >= -Reach && _scene.Parses[saying.Sentence].Sentence.Block == block) after ??= saying;
        }
        if (before is not null && _scene.Parses[before.Sentence].Sentence.Block == block) return before;
        if (after is not null && (before is null || OverlapsSentence(after.Sentence, quotation))) return after;
        return before is not null && StartsBlock(quotation) ? before : after;
    }

    // Events and things do not go on speaking: "the siege shows that".
    private bool CanSpeak(Saying saying)
    {
        var token = _scene.Trees[saying.Sentence][saying.Source];
        return token.Upos is not Upos.NOUN || token.Xpos == "NNS" || SourceNames.Speaks(_scene, saying.Sentence, saying.Source)
            || !_codebook.Classes.TryGetValue(token.Lemma.ToLowerInvariant(), out var classes) && _codebook.TriggersOf(token.Lemma.ToLowerInvariant(), TriggerForm.Noun).IsEmpty || !classes.IsDefault && classes.Contains("person");
    }

    private const int Reach = 3;

    private bool OverlapsSentence(int sentence, TextSpan quotation) => _scene.Parses[sentence].Sentence.Span.Overlaps(new TextSpan(quotation.Start, quotation.End + 3));

    private bool StartsBlock(TextSpan quotation)
    {
        foreach (var block in _scene.Article.Blocks)
            if (block.Span.Start <= quotation.Start && quotation.Start <= block.Span.Start + 2) return true;
        return false;
    }

    private int SentenceOf(int position)
    {
        for (var s = 0; s < _scene.Parses.Length; s++)
            if (_scene.Parses[s].Sentence.Span is var span && span.Start <= position + 1 && position < span.End) return s;
        return -1;
    }
}
