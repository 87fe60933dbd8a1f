using OnRecord.Language.Articles;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Voices;

/// <summary>Says by whose word a clause is: the sayings whose content it stands in, from the inside out.</summary>
internal sealed class VoiceReader
{
    private readonly Scene _scene;
    private readonly Codebook _codebook;
    private readonly Quotations _quotations;
    private readonly List<(Saying Saying, Speaker Speaker)> _sayings = [];

    public VoiceReader(Scene scene)
    {
        (_scene, _codebook, _quotations) = (scene, scene.Codebook, new Quotations(scene.Article));
        var speakers = new Speakers(scene);
        foreach (var saying in new SayingFinder(scene, _quotations).Find()) _sayings.Add((saying, speakers.Of(saying)));
        if (IssuedStatements.Of(scene, _quotations) is { } issued) _sayings.Add(issued);
    }

    /// <summary>All sayings of the article, with those of attitude, in text order.</summary>
    public IEnumerable<Saying> Sayings => _sayings.Select(s => s.Saying);

    /// <summary>All sayings with their speakers.</summary>
    public IReadOnlyList<(Saying Saying, Speaker Speaker)> Spoken => _sayings;

    /// <summary>The quotation that the word stands in, or null.</summary>
    public TextSpan? QuotationAt(int sentence, int word) => _quotations.At(_scene.Parses[sentence].Sentence.Tokens[word].Start);

    /// <summary>The voice of a candidate's clause.</summary>
    public Voice Of(Candidate candidate)
    {
        var found = new Chain();
        if (candidate.Type.Name == "responsibility") OwnWord(candidate, found);
        var position = _scene.Parses[candidate.Sentence].Sentence.Tokens[candidate.Word].Start;
        var covering = _sayings.Where(s => s.Saying.Voiced && s.Saying.Covers(position) && (s.Saying.Sentence != candidate.Sentence || s.Saying.Cue != candidate.Word)).ToList();
        if (candidate.Type.Name != "responsibility" && OwnWill(candidate) is { } own) covering.Add(own);
        foreach (var (saying, speaker) in covering.OrderBy(s => !s.Saying.Origin).ThenBy(s => s.Saying.Length).ThenBy(s => s.Saying.Kind == SayingKind.Quotation))
        {
            var cue = saying.CueSpan.Of(_scene.Article.Text);
            if (saying.Kind == SayingKind.Quotation && found.Spoken) continue;
            if (saying.Nameless)
            {
                if (found.Sources.Count == 0) found.Hedge(saying.Stance == Stance.Claimed ? Stance.Claimed : Stance.Reported, saying.CueSpan, cue);
            }
            else found.Add(speaker.Source, speaker.Relay, saying.Stance, saying.CueSpan, cue, saying.Kind);
        }
        if (found.Sources.Count == 0 && found.Stance == Stance.None) Hedge(candidate.Sentence, candidate.Word, found);
        return found.ToVoice();
    }

    // "The ministry promises troops": the word that makes the statement is somebody's word too.
    private (Saying, Speaker)? OwnWill(Candidate candidate)
    {
        var tree = _scene.Trees[candidate.Sentence];
        if (candidate.Trigger.Form != TriggerForm.Verb || !_codebook.Modes.TryGetValue(tree[candidate.Word].Lemma.ToLowerInvariant(), out var mode) || !mode.Voices) return null;
        var at = _sayings.FindIndex(s => s.Saying.Voiced && s.Saying.Sentence == candidate.Sentence && s.Saying.Cue == candidate.Word);
        return at < 0 ? null : (_sayings[at].Saying with { Content = [candidate.Span] }, _sayings[at].Speaker);
    }

    // Who claims, denies or lays the blame says so himself; "is blamed" names nobody.
    private void OwnWord(Candidate candidate, Chain found)
    {
        var lemma = _scene.Trees[candidate.Sentence][candidate.Word].Lemma.ToLowerInvariant();
        var tree = _scene.Trees[candidate.Sentence];
        if (candidate.Trigger.Form == TriggerForm.Noun && lemma is "claim" && tree.Child(candidate.Word, "nmod:poss") is >= 0 and var claimant)
        {
            found.Add(SourceNames.Of(_scene, candidate.Sentence, claimant), null, Stance.Claimed, _scene.SpanOf(candidate.Sentence, candidate.Word, candidate.Word + 1), lemma, SayingKind.Noun);
            return;
        }
        if (candidate.Trigger.Form != TriggerForm.Verb || !_codebook.Reporting.TryGetValue(lemma, out var reporting)) return;
        if (reporting.Stance == Stance.Claimed && IsNot(candidate)) return;   // "nobody has claimed it": nobody's word
        var span = _scene.SpanOf(candidate.Sentence, candidate.Word, candidate.Word + 1);
        var own = _sayings.Find(s => s.Saying.Sentence == candidate.Sentence && s.Saying.Cue == candidate.Word).Speaker.Source;
        if (candidate.Clause.Subject >= 0) found.Add(own ?? SourceNames.Of(_scene, candidate.Sentence, candidate.Clause.Subject), null, reporting.Stance, span, lemma, SayingKind.Verb);
        else if (candidate.Clause.Passive) found.Hedge(reporting.Stance, span, lemma);
    }

    private bool IsNot(Candidate candidate)
    {
        var tree = _scene.Trees[candidate.Sentence];
        foreach (var child in tree.Children(candidate.Word))
            if (tree.Is(child, "advmod") && _codebook.InList("negator", tree[child].Lemma.ToLowerInvariant())) return true;
        return false;
    }

    private void Hedge(int sentence, int word, Chain found)
    {
        var tree = _scene.Trees[sentence];
        for (var (node, steps) = (word, 0); node >= 0 && steps < 3; node = tree[node].Head, steps++)
            foreach (var child in tree.Children(node))
                if (tree.Is(child, "advmod") && _codebook.InList("hedge_reported", tree[child].Lemma.ToLowerInvariant()))
                    found.Hedge(tree[child].Lemma.StartsWith("alleg", StringComparison.OrdinalIgnoreCase) ? Stance.Claimed : Stance.Reported, _scene.SpanOf(sentence, child, child + 1), tree[child].Form);
    }

    /// <summary>A chain of sources while it is being found, from the inside out.</summary>
    private sealed class Chain
    {
        private readonly List<Cue> _cues = [];
        private bool _denied;

        public List<Source> Sources { get; } = [];

        public Stance Stance { get; private set; }

        /// <summary>True once a verb or a quotation has given a source.</summary>
        public bool Spoken { get; private set; }

        public void Add(Source? source, Source? relay, Stance stance, TextSpan span, string word, SayingKind kind)
        {
            if (source is null && relay is null) return;
            foreach (var voice in new[] { source, relay })
                if (voice is not null && Sources.TrueForAll(s => s.Name != voice.Name)) Sources.Add(voice);
            Stance = stance;
            Spoken |= kind is SayingKind.Verb or SayingKind.Quotation;
            _denied |= stance == Stance.Denied;
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
