using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Triggers;

/// <summary>Finds the words of an article that make statements: the codebook proposes, and the judge, where there is one, decides.</summary>
internal sealed class TriggerFinder(Codebook codebook, Judge? judge, WordVectors vectors)
{
    // An entry that asks for so many things is given up only where the judge is so much surer.
    private const int Specific = 3;
    private const float Trust = 1.5f;
    private const int Reach = 6;   // words, from the trigger to what its span takes in
    private static readonly FrozenDictionary<string, string> NoRoles = FrozenDictionary<string, string>.Empty;
    private readonly ClauseReader _clauses = new(codebook);

    /// <summary>The candidates of a sentence in text order, one a word at most.</summary>
    public IEnumerable<Candidate> Find(Scene scene, Setting setting, int sentence)
    {
        var proposals = new Proposal?[scene.Trees[sentence].Count];
        for (var word = 0; word < proposals.Length; word++) proposals[word] = Propose(scene, sentence, word);
        judge?.Network?.Read(scene, sentence, proposals, vectors);
        foreach (var proposal in proposals)
            if (proposal is not null && (judge is null ? ByRule(proposal) : Judged(scene, setting, proposal, judge, scene.ScoresOf(sentence, proposal.Word))) is { } candidate) yield return candidate;
    }

    /// <summary>What the codebook says of a word; null for words of which it says nothing: these make no statement, whatever a judge might think.</summary>
    public Proposal? Propose(Scene scene, int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        var token = tree[word];
        var (lemma, joined) = (token.Lemma.ToLowerInvariant(), Joined(scene, sentence, word));
        var forms = joined is null ? Forms(token) : JoinedForms(token, joined);
        if (joined is null && Behind(tree, word)) return Standing(scene, sentence, word, lemma);
        if (tree.Is(word, "cop")) return Being(scene, sentence, word, lemma);
        if (joined is null && IsOver(tree, word)) forms = [TriggerForm.Adjective];
        else if (joined is null && WasVerb(tree, word, lemma)) return Lost(scene, sentence, word, lemma);
        if (forms.Length == 0 || joined is null && tree[word].Relation is "aux" or "aux:pass" or "cop" or "case" or "fixed") return null;
        if (token.Upos == Upos.PROPN && scene.IsTime(sentence, word)) return null;   // "in March"
        if (joined is not null) lemma = joined;
        else if (IsIdiom(tree, word, lemma) || IsUnnamed(tree, word, lemma) || LeavesInState(tree, word, lemma) || ExecutesPlan(tree, word, lemma) || IsNewsRelease(tree, word, lemma) || Background.Is(tree, word, lemma)) return null;
        List<(Trigger, TextSpan)> matches = [];
        List<string> unfit = [];
        foreach (var form in forms)
        {
            var triggers = codebook.TriggersOf(lemma, form);
            if (triggers.IsEmpty) continue;
            var clause = form == TriggerForm.Noun ? _clauses.OfNoun(tree, word) : _clauses.OfVerb(tree, word);
            var peaceful = IsPeaceful(tree, clause);
            foreach (var trigger in triggers)
                if (peaceful && codebook.Types[trigger.Type].Armed) continue;
                else if (Fits(scene, sentence, trigger, clause) is { } span) matches.Add((trigger, joined is null ? span : span.Union(scene.SpanOf(sentence, word - 2, word - 1))));
                else if (!unfit.Contains(trigger.Type)) unfit.Add(trigger.Type);
            if (matches.Count == 0) continue;
            var takes = form == TriggerForm.Noun ? NewsNoun(scene, sentence, word, matches[0].Item1, clause) : NewsVerb(tree, word);
            return new Proposal(sentence, word, form, clause, matches, unfit, takes && !matches[0].Item1.Weak) { Lemma = lemma };
        }
        if (unfit.Count == 0) return null;
        return new Proposal(sentence, word, forms[0], forms[0] == TriggerForm.Noun ? _clauses.OfNoun(tree, word) : _clauses.OfVerb(tree, word), matches, unfit, false) { Lemma = lemma };
    }

    // "sit-in", "pull-out", "cease-fire", cut at the hyphen: the whole, where the codebook has it.
    private string? Joined(Scene scene, int sentence, int word)
    {
        var (tree, tokens) = (scene.Trees[sentence], scene.Parses[sentence].Sentence.Tokens);
        if (word < 2 || tree[word - 1].Form != "-" || tokens[word - 2].End != tokens[word - 1].Start || tokens[word - 1].End != tokens[word].Start) return null;
        var before = tree[word - 2].Form.ToLowerInvariant() + "-";
        foreach (var last in (ReadOnlySpan<string>)[tree[word].Lemma.ToLowerInvariant(), tree[word].Form.ToLowerInvariant()])
            if (JoinedForms(tree[word], before + last).Length > 0) return before + last;
        return null;
    }

    private TriggerForm[] JoinedForms(Word token, string whole) =>
        [.. (token.Upos == Upos.VERB ? [TriggerForm.Verb, TriggerForm.Noun] : token.Upos == Upos.ADJ ? new[] { TriggerForm.Adjective, TriggerForm.Noun } : [TriggerForm.Noun]).Where(f => !codebook.TriggersOf(whole, f).IsEmpty)];

    // "was behind the attack": a preposition that a copula makes the predicate.
    private bool Behind(Tree tree, int word) =>
        tree[word].Upos == Upos.ADP && tree.Is(word, "case") && !codebook.TriggersOf(tree[word].Lemma.ToLowerInvariant(), TriggerForm.Adjective).IsEmpty && tree[word].Head is > 0 and var head && head > word && tree.Child(head, "cop") >= 0 && tree.Child(head, "nsubj") >= 0;

    private Proposal Standing(Scene scene, int sentence, int word, string lemma)
    {
        var head = scene.Trees[sentence][word].Head;
        var clause = _clauses.OfVerb(scene.Trees[sentence], head) with { Predicate = word, Object = head };
        var span = scene.SpanOf(sentence, word, word + 1);
        return new Proposal(sentence, word, TriggerForm.Adjective, clause, [.. codebook.TriggersOf(lemma, TriggerForm.Adjective).Select(t => (t, span))], [], true) { Lemma = lemma };
    }

    // "the war is over": an adverb that a copula makes the predicate.
    private static bool IsOver(Tree tree, int word) => tree[word].Upos is Upos.ADV or Upos.ADP && tree.Child(word, "cop") >= 0 && tree.Child(word, "nsubj") >= 0;

    // "their troops are in the north": where somebody is, by the copula.
    private Proposal? Being(Scene scene, int sentence, int word, string lemma)
    {
        var (tree, triggers) = (scene.Trees[sentence], codebook.TriggersOf(lemma, TriggerForm.Verb));
        if (triggers.IsEmpty || tree[word].Head is not (>= 0 and var head) || ClauseReader.Preposition(tree, head) is not { Length: > 0 } preposition) return null;
        var clause = _clauses.OfVerb(tree, head);
        clause = clause with { Predicate = word, Object = head, Obliques = [new Oblique(preposition, head), .. clause.Obliques] };
        List<(Trigger, TextSpan)> matches = [];
        foreach (var trigger in triggers)
            if (Fits(scene, sentence, trigger, clause) is { } span) matches.Add((trigger, span));
        return matches.Count == 0 ? null : new Proposal(sentence, word, TriggerForm.Verb, clause, matches, [], !matches[0].Item1.Weak) { Lemma = lemma };
    }

    // "five of the wounded die in hospital": a noun to the parser, of which the codebook knows a verb and no noun.
    private bool WasVerb(Tree tree, int word, string lemma) =>
        tree[word].Upos == Upos.NOUN && word > 0 && word + 1 < tree.Count && char.IsLower(tree[word].Form[0])
        && tree[word - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ && tree[word + 1] is { Upos: Upos.DET or Upos.NUM or Upos.ADP or Upos.ADV or Upos.PRON, Form: not "of" }
        && codebook.TriggersOf(lemma, TriggerForm.Noun).IsEmpty && !codebook.TriggersOf(lemma, TriggerForm.Verb).IsEmpty;

    // Left to the judge, who is given all that the verb could mean.
    private Proposal Lost(Scene scene, int sentence, int word, string lemma)
    {
        var tree = scene.Trees[sentence];
        var clause = _clauses.OfVerb(tree, word);
        if (clause.Subject < 0 && tree[word - 1].Upos != Upos.ADJ) clause = clause with { Subject = word - 1 };
        return new Proposal(sentence, word, TriggerForm.Verb, clause, [], [.. codebook.TriggersOf(lemma, TriggerForm.Verb).Select(t => t.Type).Distinct()], false) { Lemma = lemma };
    }

    // "left three people dead": what it left is told by the state.
    private static bool LeavesInState(Tree tree, int word, string lemma) => lemma == "leave" && tree.Child(word, "ccomp") > word;

    // "opened an inquiry", "took place", "did not respond to a request": with this noun the verb says something else.
    private bool IsIdiom(Tree tree, int word, string lemma)
    {
        if (tree[word].Upos != Upos.VERB || !codebook.Idioms.TryGetValue(lemma, out var nouns)) return false;
        var after = lemma is "respond" or "reply" or "turn";   // of others the oblique is a circumstance: "take the country within seven days"
        foreach (var child in tree.Children(word))
            if ((tree.Is(child, "obj") || after && tree.Is(child, "obl") || tree.Is(child, "nsubj:pass") || tree.Is(child, "xcomp")) && nouns.Contains(tree[child].Lemma.ToLowerInvariant()) && tree.Child(child, "cop") < 0) return true;
        return tree.Is(word, "acl") && !tree.Is(word, "acl:relcl") && tree[word].Xpos == "VBN" && nouns.Contains(tree[tree[word].Head].Lemma.ToLowerInvariant());   // "the report released on Monday"
    }

    // "asked not to be named": nobody is given an office.
    private static bool IsUnnamed(Tree tree, int word, string lemma) =>
        lemma is "name" or "identify" && ClauseReader.IsPassive(tree, word) && tree.Child(word, "xcomp") < 0 && tree.Child(word, "obj") < 0 && tree.Children(word).ToArray().All(c => ClauseReader.Preposition(tree, c) != "as");

    // "planning and executing attacks": they are carried out, nobody is put to death.
    private bool ExecutesPlan(Tree tree, int word, string lemma)
    {
        if (lemma != "execute" || _clauses.OfVerb(tree, word).Object is not (>= 0 and var what)) return false;
        var done = tree[what].Lemma.ToLowerInvariant();
        return codebook.Classes.TryGetValue(done, out var classes) && classes.Contains("act") || done is "operation" or "plan" or "mission" or "order" or "strategy" or "plot" or "task" or "warrant" or "manoeuvre" or "maneuver";
    }

    // "a news release", "the release said", "according to the release": a paper, nobody is let go.
    private bool IsNewsRelease(Tree tree, int word, string lemma)
    {
        if (lemma != "release" || tree[word].Upos != Upos.NOUN) return false;
        if (word > 0 && tree[word - 1].Lemma.ToLowerInvariant() is "news" or "press" or "media") return true;
        if (tree.Is(word, "nsubj") && tree[word].Head is >= 0 and var verb && codebook.Reporting.ContainsKey(tree[verb].Lemma.ToLowerInvariant())) return true;
        return word > 2 && Enumerable.Range(Math.Max(0, word - 4), Math.Min(4, word)).Any(i => tree[i].Form.Equals("according", StringComparison.OrdinalIgnoreCase));
    }

    private Candidate? ByRule(Proposal proposal) => proposal.ByRule ? Of(proposal, proposal.Matches[0].Trigger, proposal.Matches[0].Span, false) : null;

    private Candidate? Judged(Scene scene, Setting setting, Proposal proposal, Judge judge, float[] read)
    {
        var lemma = proposal.Lemma;
        if (proposal.ByRule && Sure(proposal) is var (sure, covered)) return Of(proposal, sure, covered, false);
        if (proposal.ByRule && (HoldsShare(scene, proposal) || !judge.Knows(proposal.Matches[0].Trigger.Type, proposal.Form.ToString(), lemma))) return ByRule(proposal);
        // Weights learnt under a smaller codebook see no more than it had.
        bool Learnt(string type) => judge.Knows(type, proposal.Form.ToString(), lemma);
        var seen = proposal with { Matches = [.. proposal.Matches.Where(m => Learnt(m.Trigger.Type))], Unfit = [.. proposal.Unfit.Where(Learnt)] };
        if (seen.Matches.Count == 0 && seen.Unfit.Count == 0) return null;
        var ranked = judge.Types(TriggerFeatures.Of(scene, setting, seen), vectors, read);
        if (ranked[0].Label == Judge.None && Happens(scene.Trees[proposal.Sentence], proposal)) ranked = [.. ranked.Where(r => r.Label is not (Judge.None or "tally"))];
        if (ranked[0].Label == Judge.None)
        {
            // What was added to the codebook after the training counts, whatever the judge makes of what was there before.
            if (proposal.ByRule && proposal.Matches[0].Trigger.Conditions >= Specific && ranked[0].Score - ranked.Where(r => r.Label == proposal.Matches[0].Trigger.Type).Select(r => r.Score).DefaultIfEmpty(float.NegativeInfinity).First() < Trust) return ByRule(proposal);
            var added = proposal.ByRule ? proposal.Matches.FirstOrDefault(m => !m.Trigger.Weak && !judge.Knows(m.Trigger.Type, proposal.Form.ToString(), lemma)) : default;
            return added.Trigger is null ? null : Of(proposal, added.Trigger, added.Span, false);
        }
        var tally = ranked[0].Label == "tally";
        var label = tally ? ranked.First(r => r.Label is not ("tally" or Judge.None)).Label : ranked[0].Label;
        // A type that the codebook does not hold possible for the word gives way to the best whose conditions are met.
        var met = proposal.Matches.Select(m => m.Trigger.Type).ToHashSet();
        if (!tally && !met.Contains(label) && !proposal.Unfit.Contains(label))
        {
            if (ranked.FirstOrDefault(r => met.Contains(r.Label)).Label is not { } next) return null;
            label = next;
        }
        foreach (var (trigger, span) in proposal.Matches)
            if (trigger.Type == label || tally && trigger.Type == "tally") return Of(proposal, trigger, span, tally);
        if (!proposal.Unfit.Contains(label)) return null;
        var entry = codebook.TriggersOf(lemma, proposal.Form).FirstOrDefault(t => t.Type == label);
        var plain = new Trigger(label, proposal.Form, [lemma], [], [], [], [], [], [], [], "", false, entry?.Roles ?? Frame(label, proposal.Form), entry?.Negative ?? false, false, false, "judge");
        return Of(proposal, plain, scene.SpanOf(proposal.Sentence, proposal.Word, proposal.Word + 1), tally);
    }

    // "The attack took place at dawn", "the shells came from the hills": that it happened is what the clause tells.
    private bool Happens(Tree tree, Proposal proposal)
    {
        if (proposal.Form != TriggerForm.Noun || !proposal.Matches.Any(m => codebook.Types[m.Trigger.Type].Armed) || !tree.Is(proposal.Word, "nsubj") || tree[proposal.Word].Head is not (>= 0 and var verb) || tree[verb].Relation is "advcl" or "acl:relcl" or "csubj") return false;
        return tree[verb].Lemma.ToLowerInvariant() switch
        {
            "occur" or "happen" => tree.Child(verb, "obl") >= 0,
            "take" => tree.Child(verb, "obj") is >= 0 and var what && tree[what].Lemma == "place",
            "come" => tree.Children(verb).ToArray().Any(c => tree.Is(c, "obl") && ClauseReader.Preposition(tree, c) == "from"),
            _ => false,
        };
    }

    // An entry of the first one's type that can mean nothing else.
    private static (Trigger Trigger, TextSpan Span)? Sure(Proposal proposal)
    {
        for (var i = 0; i < proposal.Strong; i++)
            if (proposal.Matches[i].Trigger is { Sure: true } trigger && trigger.Type == proposal.Matches[0].Trigger.Type) return proposal.Matches[i];
        return null;
    }

    // "control 80 percent of the capital" is exact; there is nothing to judge.
    private static bool HoldsShare(Scene scene, Proposal proposal)
    {
        if (proposal.Matches[0].Trigger.Type != "hold" || proposal.Clause.Object is not (>= 0 and var held)) return false;
        if (scene.CountOf(proposal.Sentence, held) is { Unit: "share" }) return true;
        foreach (var child in scene.Trees[proposal.Sentence].Children(held))
            if (scene.CountOf(proposal.Sentence, child) is { Unit: "share" }) return true;
        return false;
    }

    private Candidate Of(Proposal proposal, Trigger trigger, TextSpan span, bool tally) =>
        new(proposal.Sentence, proposal.Word, trigger, codebook.Types[trigger.Type], proposal.Clause, span, tally);

    // What a type takes where the codebook has no frame for the word: the frame of its first plain noun, or the usual roles.
    private FrozenDictionary<string, string> Frame(string type, TriggerForm form)
    {
        if (form == TriggerForm.Noun)
            foreach (var trigger in codebook.Triggers)
                if (trigger.Type == type && trigger.Form == form && trigger.Conditions == 0) return trigger.Roles;
        return NoRoles;
    }

    private static TriggerForm[] Forms(Word token) => token.Upos switch
    {
        Upos.VERB or Upos.AUX => token.Xpos == "VBG" ? [TriggerForm.Verb, TriggerForm.Noun] : [TriggerForm.Verb],
        Upos.NOUN when token.Form.EndsWith("ing", StringComparison.Ordinal) && !token.Lemma.EndsWith("ing", StringComparison.OrdinalIgnoreCase) => [TriggerForm.Noun, TriggerForm.Verb],   // "the sending of troops"
        Upos.NOUN or Upos.PROPN => [TriggerForm.Noun],
        Upos.ADJ => token.Xpos is "VBN" or "VBD" || token.Form.EndsWith("ed", StringComparison.Ordinal) ? [TriggerForm.Adjective, TriggerForm.Verb] : [TriggerForm.Adjective],
        _ => [],
    };

    // "Launched a website", "the fight against poverty", "a heart attack": what stands beside the word says that no force is meant.
    private bool IsPeaceful(Tree tree, Clause clause)
    {
        bool Is(int word) => codebook.InList("peaceful", tree[word].Lemma.ToLowerInvariant());
        if (clause.Object >= 0 && Is(clause.Object)) return true;
        if (clause.Subject >= 0 && codebook.InList("peaceful_doer", tree[clause.Subject].Lemma.ToLowerInvariant())) return true;
        foreach (var (preposition, head) in clause.Obliques)
            if (preposition is "against" or "on" or "with" or "of" or "for" or "over" && Is(head)) return true;
        foreach (var child in tree.Children(clause.Predicate))
            if (child < clause.Predicate && tree[child].Relation is "compound" or "amod" && Is(child)) return true;
        return false;
    }

    // The span of the trigger's words, or null where a condition is not met.
    private static TextSpan? Fits(Scene scene, int sentence, Trigger trigger, Clause clause)
    {
        var tree = scene.Trees[sentence];
        var word = clause.Predicate;
        if (trigger.Voice.Length > 0 && trigger.Voice == "passive" != clause.Passive) return null;
        if (trigger.NoObject && clause.Object >= 0) return null;
        if (!trigger.Subject.IsEmpty && (clause.Subject < 0 || !scene.IsOf(sentence, clause.Subject, trigger.Subject))) return null;
        if (!trigger.Object.IsEmpty && (clause.Object < 0 || !scene.IsOf(sentence, clause.Object, trigger.Object))) return null;
        int? extra = null;
        if (!trigger.ObjectIs.IsEmpty)
        {
            if (clause.Object < 0 || !trigger.ObjectIs.Contains(tree[clause.Object].Lemma.ToLowerInvariant())) return null;
            extra = clause.Object;
        }
        else if (trigger.Extend && !trigger.Object.IsEmpty) extra = clause.Object;
        if (!trigger.Particles.IsEmpty)
        {
            var particle = Find(tree, word, trigger.Particles, after: true);
            if (particle < 0) return null;
            extra ??= particle;
        }
        if (!trigger.Compound.IsEmpty)
        {
            var before = Find(tree, word, trigger.Compound, after: false);
            if (before < 0) return null;
            extra ??= before;
        }
        if (!trigger.With.IsEmpty && !clause.Obliques.Any(o => trigger.With.Contains(o.Preposition) && scene.IsOf(sentence, o.Head, trigger.WithClass))) return null;
        if (!trigger.Extend) return scene.SpanOf(sentence, word, word + 1);
        var (first, last) = (word, word);
        if (extra is { } far && Math.Abs(far - word) <= Reach) (first, last) = (Math.Min(word, far), Math.Max(word, far));
        // "a mine went off": who or what is no participant belongs to the words.
        if (!trigger.Subject.IsEmpty && trigger.Roles.GetValueOrDefault("subject") == "none" && clause.Subject is >= 0 and var what && Math.Abs(what - word) <= Reach) (first, last) = (Math.Min(first, what), Math.Max(last, what));
        return scene.SpanOf(sentence, first, last + 1);
    }

    // A dependant with one of the lemmas: a particle after the verb ("shot down", "taken hostage") or a modifier before the noun ("air raid").
    private static int Find(Tree tree, int word, ImmutableArray<string> lemmas, bool after)
    {
        foreach (var child in tree.Children(word))
            if (child > word == after && (lemmas.Contains(tree[child].Lemma.ToLowerInvariant()) || lemmas.Contains(tree[child].Form.ToLowerInvariant()))) return child;
        if (after) return word + 1 < tree.Count && tree[word + 1].Upos is Upos.ADP or Upos.ADV && lemmas.Contains(tree[word + 1].Lemma.ToLowerInvariant()) ? word + 1 : -1;
        foreach (var child in tree.Children(word))   // "multiple rocket launcher attack": one level down
            foreach (var below in tree.Children(child))
                if (child < word && lemmas.Contains(tree[below].Lemma.ToLowerInvariant())) return below;
        return word > 0 && lemmas.Contains(tree[word - 1].Lemma.ToLowerInvariant()) ? word - 1 : -1;
    }

    // Participles that only describe ("the captured town") bring no news.
    private static bool NewsVerb(Tree tree, int word) => !tree.Is(word, "amod") && !tree.Is(word, "compound") && tree[word].Relation is not ("case" or "aux" or "fixed");

    // Event nouns count where they bring the event in or have participants of their own, not where they point back.
    private bool NewsNoun(Scene scene, int sentence, int word, Trigger trigger, Clause clause)
    {
        var tree = scene.Trees[sentence];
        var relation = tree[word].Relation;
        if (tree[word].Upos == Upos.PROPN && !trigger.Sure && scene.Mentions.MentionOver(sentence, word) is not null) return false;   // "the Government of National Accord"
        if (relation is "compound" or "amod" or "nmod:poss" or "flat" or "fixed" or "nmod:desc") return false;
        var head = tree[word].Head;
        if (head >= 0 && codebook.InList("evaluate", tree[head].Lemma)) return false;
        var own = clause.Subject >= 0 || clause.Object >= 0 || clause.Obliques.Any(o => o.Head != word && o.Preposition != "of" || trigger.Roles.ContainsKey("of"));
        foreach (var child in tree.Children(word))
        {
            if (tree.Is(child, "nummod") || tree.Is(child, "acl") || tree.Is(child, "amod") && scene.EntityAt(sentence, child) is not null) own = true;
            if (tree.Is(child, "compound") && scene.EntityAt(sentence, child) is not null) own = true;
        }
        own |= trigger.Type == "crisis" && tree.Child(word, "cop") >= 0;   // "this is the worst crisis"
        if (trigger.Type == "tally" && head >= 0 && tree[head].Upos == Upos.VERB) own = true;   // "the death toll rose to 40"
        foreach (var child in tree.Children(word))
            if (tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" && !own) return false;
        return true;
    }
}
