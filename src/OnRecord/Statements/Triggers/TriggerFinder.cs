using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Triggers;

/// <summary>Finds the words of an article that the codebook takes for statements.</summary>
internal sealed class TriggerFinder(Codebook codebook)
{
    private readonly ClauseReader _clauses = new(codebook);

    /// <summary>The candidates of a sentence in text order, one a word at most.</summary>
    public IEnumerable<Candidate> Find(Scene scene, int sentence)
    {
        var tree = scene.Trees[sentence];
        for (var word = 0; word < tree.Count; word++)
        {
            if (Match(scene, sentence, word) is not { } candidate) continue;
            if (candidate.Trigger.Form == TriggerForm.Noun ? !NewsNoun(scene, candidate) : !NewsVerb(tree, word)) continue;
            yield return candidate;
        }
    }

    private Candidate? Match(Scene scene, int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        var token = tree[word];
        foreach (var form in Forms(token))
        {
            var triggers = codebook.TriggersOf(token.Lemma.ToLowerInvariant(), form);
            if (triggers.IsEmpty) continue;
            var clause = form == TriggerForm.Noun ? _clauses.OfNoun(tree, word) : _clauses.OfVerb(tree, word);
            foreach (var trigger in triggers)
                if (Fits(scene, sentence, trigger, clause) is { } span)
                    return new Candidate(sentence, word, trigger, codebook.Types[trigger.Type], clause, span);
        }
        return null;
    }

    private static TriggerForm[] Forms(Word token) => token.Upos switch
    {
        Upos.VERB or Upos.AUX => token.Xpos == "VBG" ? [TriggerForm.Verb, TriggerForm.Noun] : [TriggerForm.Verb],
        Upos.NOUN or Upos.PROPN => [TriggerForm.Noun],
        Upos.ADJ => token.Xpos is "VBN" or "VBD" || token.Form.EndsWith("ed", StringComparison.Ordinal) ? [TriggerForm.Adjective, TriggerForm.Verb] : [TriggerForm.Adjective],
        _ => [],
    };

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
        if (!trigger.Extend || extra is not { } far || Math.Abs(far - word) > 6) return scene.SpanOf(sentence, word, word + 1);
        return scene.SpanOf(sentence, Math.Min(word, far), Math.Max(word, far) + 1);
    }

    // A dependant with one of the lemmas: a particle after the verb ("shot down", "taken hostage") or a modifier before the noun ("air raid").
    private static int Find(Tree tree, int word, System.Collections.Immutable.ImmutableArray<string> lemmas, bool after)
    {
        foreach (var child in tree.Children(word))
            if (child > word == after && (lemmas.Contains(tree[child].Lemma.ToLowerInvariant()) || lemmas.Contains(tree[child].Form.ToLowerInvariant()))) return child;
        if (after) return -1;
        foreach (var child in tree.Children(word))   // "multiple rocket launcher attack": one level down
            foreach (var below in tree.Children(child))
                if (child < word && lemmas.Contains(tree[below].Lemma.ToLowerInvariant())) return below;
        return word > 0 && lemmas.Contains(tree[word - 1].Lemma.ToLowerInvariant()) ? word - 1 : -1;
    }

    // Participles that only describe ("the captured town") bring no news.
    private static bool NewsVerb(Tree tree, int word) => !tree.Is(word, "amod") && !tree.Is(word, "compound") && tree[word].Relation is not ("case" or "aux" or "fixed");

    // Event nouns count where they bring the event in or have participants of their own, not where they point back.
    private bool NewsNoun(Scene scene, Candidate candidate)
    {
        var (tree, word, clause) = (scene.Trees[candidate.Sentence], candidate.Word, candidate.Clause);
        var relation = tree[word].Relation;
        if (relation is "compound" or "amod" or "nmod:poss" or "flat" or "fixed" or "nmod:desc") return false;
        var head = tree[word].Head;
        if (head >= 0 && codebook.InList("evaluate", tree[head].Lemma)) return false;
        var own = clause.Subject >= 0 || clause.Object >= 0 || clause.Obliques.Any(o => o.Head != word && o.Preposition != "of" || candidate.Trigger.Roles.ContainsKey("of"));
        foreach (var child in tree.Children(word))
        {
            if (tree.Is(child, "nummod") || tree.Is(child, "acl") || tree.Is(child, "amod") && scene.EntityAt(candidate.Sentence, child) is not null) own = true;
            if (tree.Is(child, "compound") && scene.EntityAt(candidate.Sentence, child) is not null) own = true;
        }
        foreach (var child in tree.Children(word))
            if (tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" && !own) return false;
        return true;
    }
}
