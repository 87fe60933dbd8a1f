using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Voices;

/// <summary>Finds by whose word a clause is said: verbs of saying above it or beside it, "according to", and quotation marks that stay open over sentences.</summary>
internal sealed class VoiceReader
{
    private readonly Scene _scene;
    private readonly Codebook _codebook;
    private readonly ClauseReader _clauses;
    private readonly Quotations _quotations;

    public VoiceReader(Scene scene)
    {
        (_scene, _codebook) = (scene, scene.Codebook);
        (_clauses, _quotations) = (new ClauseReader(_codebook), new Quotations(scene.Article));
    }

    /// <summary>The voice of a candidate's clause.</summary>
    public Voice Of(Candidate candidate)
    {
        var found = new Chain();
        if (candidate.Type.Name == "responsibility") OwnWord(candidate, found);
        return Of(candidate.Sentence, candidate.Word, found);
    }

    /// <summary>The quotation that the word stands in, or null.</summary>
    public TextSpan? QuotationAt(int sentence, int word) => _quotations.At(_scene.Parses[sentence].Sentence.Tokens[word].Start);

    // Who claims, denies or lays the blame says so himself; "is blamed" names nobody.
    private void OwnWord(Candidate candidate, Chain found)
    {
        var lemma = _scene.Trees[candidate.Sentence][candidate.Word].Lemma.ToLowerInvariant();
        if (candidate.Trigger.Form != TriggerForm.Verb || !_codebook.Reporting.TryGetValue(lemma, out var reporting)) return;
        var span = Span(candidate.Sentence, candidate.Word);
        if (candidate.Clause.Subject >= 0) found.Add(SourceNames.Of(_scene, candidate.Sentence, candidate.Clause.Subject), null, reporting.Stance, span, lemma);
        else if (candidate.Clause.Passive) found.Hedge(reporting.Stance, span, lemma);
    }

    private Voice Of(int sentence, int word, Chain found)
    {
        Climb(sentence, word, found);
        if (found.Sources.Count == 0 && QuotationAt(sentence, word) is { } quotation && quotation.Length >= 20) Quoted(sentence, quotation, found);
        if (found.Sources.Count == 0 && found.Stance == Stance.None) Hedge(sentence, word, found);
        return found.ToVoice();
    }

    private void Climb(int sentence, int word, Chain found)
    {
        var tree = _scene.Trees[sentence];
        var below = -1;
        var node = word;
        for (var steps = 0; node >= 0 && steps < 24; below = node, node = tree[node].Head, steps++)
        {
            if (below >= 0) Above(sentence, tree, below, node, word, found);
            Beside(sentence, tree, node, below, found);
        }
    }

    // "X said that …", "X vowed to …", "X accused Y of …", "the claim that …", "… is reported to have …".
    private void Above(int sentence, Tree tree, int below, int node, int word, Chain found)
    {
        var lemma = tree[node].Lemma.ToLowerInvariant();
        var relation = tree[below].Relation;
        var reporting = _codebook.Reporting.GetValueOrDefault(lemma);
        var voiced = _codebook.Modes.TryGetValue(lemma, out var mode) && mode.Voices;
        if (reporting is null && !voiced) return;

        if (tree[node].Upos is Upos.NOUN)
        {
            if (relation is not ("acl" or "ccomp" or "acl:relcl" or "nmod") && !tree.Is(below, "acl") || relation == "acl:relcl") return;
            if (relation == "nmod" && !voiced) return;
            var owner = tree.Child(node, "nmod:poss");
            if (owner < 0 && _clauses.LightVerb(tree, node) is >= 0 and var light) owner = _clauses.OfVerb(tree, light).Subject;
            found.Add(SourceNames.Of(_scene, sentence, owner), null, reporting?.Stance ?? Stance.Said, Span(sentence, node), tree[node].Form);
            return;
        }
        if (tree[node].Upos is not (Upos.VERB or Upos.AUX)) return;
        var content = relation is "ccomp" or "parataxis" || relation == "xcomp" || relation == "advcl" && (_codebook.InList("accusing", lemma) || voiced && IsAsked(tree, below)) || relation == "obl" && (voiced || lemma is "accuse" or "deny" or "admit" or "confess")
            || relation == "obj" && (voiced || lemma is "deny" or "confirm" or "report" or "claim" or "announce" or "allege" or "reject" or "acknowledge" or "admit") || relation == "csubj" || relation == "nsubj:pass" && reporting is not null;
        if (!content || lemma is "see" or "continue") return;

        var clause = _clauses.OfVerb(tree, node);
        if (clause.Passive)
        {
            // "was quoted as saying" keeps its subject; "is said to have" names nobody.
            if (lemma is "quote" or "cite") found.Add(SourceNames.Of(_scene, sentence, clause.Object), SourceNames.Of(_scene, sentence, clause.Subject), Stance.Said, Span(sentence, node), tree[node].Form);
            else if (clause.Subject >= 0) found.Add(SourceNames.Of(_scene, sentence, clause.Subject), null, reporting?.Stance ?? Stance.Said, Span(sentence, node), tree[node].Form);
            else if (reporting is not null && relation is "xcomp" or "ccomp" or "advcl") found.Hedge(reporting.Stance is Stance.Claimed ? Stance.Claimed : Stance.Reported, Span(sentence, node), tree[node].Form);
            return;
        }
        var subject = clause.Subject;
        if (subject >= 0 && tree[subject].Lemma.ToLowerInvariant() is "it" or "there" && _scene.EntityAt(sentence, subject) is null) return;
        var stance = reporting?.Stance ?? Stance.Said;
        if (subject >= 0 && stance == Stance.Said && _codebook.InList("evidence", tree[subject].Lemma.ToLowerInvariant())) stance = Stance.Reported;
        found.Add(SourceNames.Of(_scene, sentence, subject), SourceNames.Relay(_scene, sentence, node), stance, Span(sentence, node), tree[node].Form);
    }

    // "…, X said", "according to X, …", "…, citing X".
    private void Beside(int sentence, Tree tree, int node, int below, Chain found)
    {
        foreach (var child in tree.Children(node))
        {
            if (child == below) continue;
            var lemma = tree[child].Lemma.ToLowerInvariant();
            if ((tree.Is(child, "parataxis") || Trails(tree, node, child, below)) && tree[child].Upos is Upos.VERB && _codebook.Reporting.TryGetValue(lemma, out var reporting))
            {
                var clause = _clauses.OfVerb(tree, child);
                if (tree.Child(child, "ccomp") < 0 && clause.Subject >= 0)
                    found.Add(SourceNames.Of(_scene, sentence, clause.Subject), SourceNames.Relay(_scene, sentence, child), reporting.Stance, Span(sentence, child), tree[child].Form);
            }
            else if (tree.Is(child, "obl") || tree.Is(child, "nmod") || tree.Is(child, "advcl"))
            {
                if (IsAccordingTo(tree, child)) found.Add(SourceNames.Of(_scene, sentence, child), null, Stance.Reported, Span(sentence, child), "according to");
                else if (lemma == "cite" && tree.Child(child, "obj") is >= 0 and var cited) found.AddOrigin(SourceNames.Of(_scene, sentence, cited), Span(sentence, child), tree[child].Form);
                else if (lemma == "accord" && tree.Child(child, "obl") is >= 0 and var named) found.Add(SourceNames.Of(_scene, sentence, named), null, Stance.Reported, Span(sentence, child), "according to");
            }
        }
    }

    // "… said that …, the agency reported", "…, officials said": a verb of saying with its own subject after a comma that the parser joined on as something else.
    private static bool Trails(Tree tree, int node, int verb, int below)
    {
        if (tree.Child(verb, "nsubj") is not (>= 0 and var subject) || tree.Yield(subject).Start is not (> 0 and var start) || tree[start - 1].Form != ",") return false;
        return tree.Is(verb, "ccomp") ? below >= 0 && verb > below : tree.Is(verb, "conj") && verb > node && tree.Child(verb, "obj") < 0 && tree.Child(verb, "ccomp") < 0;
    }

    // What is asked for is an infinitive or a gerund; "while", "after" and "as" bring in something else.
    private static bool IsAsked(Tree tree, int clause)
    {
        foreach (var child in tree.Children(clause))
        {
            if (tree.Is(child, "advmod") && tree[child].Lemma.ToLowerInvariant() is "when") return false;
            if (tree.Is(child, "mark") && tree[child].Lemma.ToLowerInvariant() is "while" or "after" or "before" or "as" or "since" or "because" or "although") return false;
        }
        return tree[clause].Xpos is "VB" or "VBG";
    }

    private static bool IsAccordingTo(Tree tree, int index)
    {
        foreach (var child in tree.Children(index))
            if (tree.Is(child, "case") && tree[child].Form.ToLowerInvariant() is "according" or "per") return true;
        return false;
    }

    // Words in quotation marks without a verb of saying in their own sentence: whoever speaks in the sentences around the quotation.
    private void Quoted(int sentence, TextSpan quotation, Chain found)
    {
        for (var distance = 0; distance <= 3; distance++)
            foreach (var s in distance == 0 ? [sentence] : new[] { sentence - distance, sentence + distance })
            {
                if (s < 0 || s >= _scene.Trees.Length) continue;
                var span = _scene.Parses[s].Sentence.Span;
                if (s > sentence && !span.Overlaps(new TextSpan(quotation.Start, quotation.End + 2))) continue;
                if (SpeakerOf(s) is not { } speaker) continue;
                found.Add(speaker.Source, speaker.Relay, speaker.Stance, speaker.Span, speaker.Word);
                return;
            }
    }

    private (Source Source, Source? Relay, Stance Stance, TextSpan Span, string Word)? SpeakerOf(int sentence)
    {
        var tree = _scene.Trees[sentence];
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree[i].Upos != Upos.VERB || !_codebook.Reporting.TryGetValue(tree[i].Lemma.ToLowerInvariant(), out var reporting) || QuotationAt(sentence, i) is not null) continue;
            var clause = _clauses.OfVerb(tree, i);
            if (clause.Subject < 0 || SourceNames.Of(_scene, sentence, clause.Subject) is not { } source) continue;
            return (source, SourceNames.Relay(_scene, sentence, i), reporting.Stance, Span(sentence, i), tree[i].Form);
        }
        return null;
    }

    private void Hedge(int sentence, int word, Chain found)
    {
        var tree = _scene.Trees[sentence];
        for (var (node, steps) = (word, 0); node >= 0 && steps < 3; node = tree[node].Head, steps++)
            foreach (var child in tree.Children(node))
                if (tree.Is(child, "advmod") && _codebook.InList("hedge_reported", tree[child].Lemma.ToLowerInvariant()))
                    found.Hedge(tree[child].Lemma.StartsWith("alleg", StringComparison.OrdinalIgnoreCase) ? Stance.Claimed : Stance.Reported, Span(sentence, child), tree[child].Form);
    }

    private TextSpan Span(int sentence, int word) => _scene.SpanOf(sentence, word, word + 1);

    /// <summary>A chain of sources while it is being found, from the inside out.</summary>
    private sealed class Chain
    {
        private readonly List<Cue> _cues = [];
        private bool _denied;

        public List<Source> Sources { get; } = [];

        public Stance Stance { get; private set; }

        public void Add(Source? source, Source? relay, Stance stance, TextSpan span, string word)
        {
            if (source is null && relay is null) return;
            foreach (var voice in new[] { source, relay })
                if (voice is not null && Sources.All(s => s.Name != voice.Name)) Sources.Add(voice);
            if (Stance == Stance.None || Sources.Count > 0) Stance = stance;
            _denied |= stance == Stance.Denied;
            _cues.Add(new Cue("stance", word, span));
        }

        public void AddOrigin(Source? source, TextSpan span, string word)
        {
            if (source is null || Sources.Any(s => s.Name == source.Name)) return;
            Sources.Insert(0, source);
            if (Stance == Stance.None) Stance = Stance.Reported;
            _cues.Add(new Cue("stance", word, span));
        }

        public void Hedge(Stance stance, TextSpan span, string word)
        {
            if (Stance != Stance.None) return;
            Stance = stance;
            _cues.Add(new Cue("stance", word, span));
        }

        public Voice ToVoice() => new([.. Sources], Stance, _denied, [.. _cues]);
    }
}
