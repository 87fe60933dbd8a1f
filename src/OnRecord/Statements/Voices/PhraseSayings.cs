using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Voices;

/// <summary>Finds sayings without a verb of saying: nouns ("the claim that"), adjectives ("confident that"), "according to", "citing", "by the governor's count", and headlines ("…: UN").</summary>
internal sealed class PhraseSayings(Scene scene, ClauseReader clauses)
{
    private const int LongestHeadlineSource = 4;

    /// <summary>The saying of a noun or an adjective, or null where it is none.</summary>
    public Saying? OfWord(int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        var lemma = tree[word].Lemma.ToLowerInvariant();
        if (tree[word].Upos == Upos.ADJ) return scene.Codebook.InList("attitude_adjective", lemma) ? OfAdjective(sentence, tree, word) : null;
        if (scene.Codebook.InList("no_saying_noun", lemma)) return null;
        var reporting = scene.Codebook.Reporting.GetValueOrDefault(lemma);
        var will = scene.Codebook.Modes.TryGetValue(lemma, out var mode) && mode.Voices;
        var attitude = scene.Codebook.InList("attitude_noun", lemma);
        if (reporting is null && !will && !attitude) return null;

        if (tree.Child(word, "det") is >= 0 and var det && tree[det].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase)) return null;

        var scope = new Scope(tree, scene.Codebook);
        var (clausal, about) = (false, false);
        foreach (var child in tree.Children(word))
        {
            var takes = tree[child].Relation is "acl" or "ccomp" or "acl:to" || tree.Is(child, "acl") && tree[child].Relation != "acl:relcl";
            if (tree[child].Relation == "acl:relcl") takes = !HasRelativeWord(tree, child) && tree.Child(child, "mark") >= 0;   // "the claim that", which parsers take for a relative clause
            if (takes && reporting is null && !will && tree[child].Xpos is "VBN" or "VBG" && tree.Child(child, "mark") < 0) takes = false;   // "plans drawn up in May" say nothing of what is planned
            clausal |= takes;
            var preposition = tree[child].Relation == "nmod" && (will || attitude) ? ClauseReader.Preposition(tree, child) : "";
            about |= attitude && (preposition == "about" || takes || Bare(lemma, preposition));
            if (takes || preposition is "of" or "about" or "for" or "on" or "to" or "over" or "with" or "against" && HasOwner(tree, word) || attitude && preposition == "about" || Bare(lemma, preposition) || attitude && preposition is "in" or "at" or "toward" or "towards" && HasOwner(tree, word)) scope.AddTree(child);
            if (tree[child].Relation == "nmod" && lemma is "report" or "claim" or "allegation" or "accusation" && ClauseReader.Preposition(tree, child) == "of") scope.AddTree(child);
        }
        var body = tree.Child(word, "compound") is >= 0 and var compound && lemma is not ("report" or "statement") && scene.EntityAt(sentence, compound) is { } known && (known.Kind == EntityKind.Actor || known.Actor is not null) ? compound : -1;
        if (scope.IsEmpty || body < 0 && tree.Child(word, "nmod:poss") < 0 && tree[word].Head is >= 0 and var above && scene.Codebook.Reporting.GetValueOrDefault(tree[above].Lemma.ToLowerInvariant()) is { Stance: Stance.Denied or Stance.Confirmed }) return null;
        var owner = tree.Child(word, "nmod:poss") is >= 0 and var whose ? whose : body;   // "the U.S. claim that"
        if (owner < 0 && clauses.LightVerb(tree, word) is >= 0 and var light && !tree[light].Lemma.Equals("receive", StringComparison.OrdinalIgnoreCase)) owner = clauses.OfVerb(tree, light).Subject;
        if (owner < 0)
            foreach (var child in tree.Children(word))
                if (tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) is "by" or "from" && SourceNames.Speaks(scene, sentence, child)) owner = child;
        // Reports, footage and documents speak for themselves where nobody is named.
        if (owner < 0 && lemma == "report" && tree[word].Xpos == "NNS" && clausal | tree.Child(word, "nmod") >= 0) owner = word;
        if (owner < 0 && tree[word].Head is >= 0 and var verb && tree[word].Relation is "obj" && scene.Codebook.InList("attitude_verb_light", tree[verb].Lemma.ToLowerInvariant())) owner = clauses.OfVerb(tree, verb).Subject;
        var voiced = (reporting is not null || will) && owner >= 0;
        if (owner < 0 && attitude) owner = Holder(sentence, tree, word);
        if (owner < 0 && reporting is null && !will && !about) return null;
        return New(sentence, word, SayingKind.Noun, word, word + 1, reporting?.Stance ?? Stance.Said, owner, scope) with { Voiced = voiced };
    }

    // "unveiled a proposal to", "concern among voters that", "European reluctance to", "the Lynch plan for": whose attitude it is, where no word of saying shows it.
    private int Holder(int sentence, Tree tree, int word)
    {
        foreach (var child in tree.Children(word))
        {
            if (tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) is "by" or "from" or "among" or "between" && Minds.Has(scene, sentence, tree, child)) return child;
            if (child < word && (tree.Is(child, "compound") || tree.Is(child, "amod") && char.IsUpper(tree[child].Form[0])) && scene.EntityAt(sentence, child) is not null) return child;
        }
        return tree.Is(word, "obj") && tree[word].Head is >= 0 and var verb && tree[verb].Upos == Upos.VERB && clauses.OfVerb(tree, verb) is { Passive: false, Subject: >= 0 and var subject } && Minds.Has(scene, sentence, tree, subject) ? subject : -1;
    }

    private Saying? OfAdjective(int sentence, Tree tree, int word)
    {
        var scope = new Scope(tree, scene.Codebook);
        foreach (var child in tree.Children(word))
            if (tree.Is(child, "ccomp") || tree.Is(child, "xcomp") || tree.Is(child, "advcl") && child > word || tree.Is(child, "obl") && child > word && ClauseReader.Preposition(tree, child) is "of" or "about" or "for" or "with" or "over" or "by" or "on" or "in" or "at" or "to" or "against" or "toward") scope.AddTree(child);
        if (scope.IsEmpty) return null;
        var subject = clauses.OfVerb(tree, word).Subject;
        return subject < 0 || !IsAnyone(sentence, tree, subject) ? null : New(sentence, word, SayingKind.Phrase, word, word + 1, Stance.Said, subject, scope) with { Voiced = false };
    }

    private bool IsAnyone(int sentence, Tree tree, int word) =>
        tree[word].Upos is Upos.PRON ? tree[word].Lemma.ToLowerInvariant() is "he" or "she" or "they" or "we" or "i" or "who" or "you" : Minds.HasOrTells(scene, sentence, tree, word);

    // "growing opposition to the plan", "calls for a ceasefire": whosesoever.
    private bool Bare(string lemma, string preposition) => preposition is "about" or "of" or "for" or "to" or "over" or "with" or "against" or "at" or "in" or "toward" && scene.Codebook.InList("attitude_noun_bare", lemma);

    private bool HasOwner(Tree tree, int noun) => tree.Child(noun, "nmod:poss") >= 0 || tree[noun].Relation == "obj" && scene.Codebook.InList("attitude_verb_light", tree[tree[noun].Head].Lemma.ToLowerInvariant());

    private static bool HasRelativeWord(Tree tree, int clause)
    {
        foreach (var child in tree.Children(clause))
            if (tree[child].Lemma.ToLowerInvariant() is "who" or "which" or "that" or "where" && !tree.Is(child, "mark")) return true;
        return false;
    }

    /// <summary>The sayings that phrases of the sentence make.</summary>
    public IEnumerable<Saying> Of(int sentence)
    {
        var tree = scene.Trees[sentence];
        for (var w = 0; w < tree.Count; w++)
        {
            var form = tree[w].Form.ToLowerInvariant();
            if (form is "according" && According(tree, w) is >= 0 and var named) yield return Phrase(sentence, tree, w, Next(tree, w) == "to" ? w + 2 : w + 1, named, Math.Min(w, tree.Yield(named).Start), Math.Max(named + 1, tree.Yield(named).End), Stance.Reported, false);
            else if (form is "per" && tree.Is(w, "case") && scene.EntityAt(sentence, tree[w].Head) is { Kind: EntityKind.Outlet or EntityKind.Actor or EntityKind.Person } && char.IsUpper(tree[tree[w].Head].Form[0])) yield return Phrase(sentence, tree, w, w + 1, tree[w].Head, w, tree.Yield(tree[w].Head).End, Stance.Reported, false);
            else if (form is "citing" && tree.Child(w, "obj") is >= 0 and var cited && (SourceNames.Speaks(scene, sentence, cited) || scene.Codebook.InList("evidence", tree[cited].Lemma.ToLowerInvariant()))) yield return Phrase(sentence, tree, w, w + 1, cited, w, tree.Yield(w).End, Stance.Reported, true);
            else if (scene.Codebook.InList("in_words_of", tree[w].Lemma.ToLowerInvariant()) && tree[w].Upos == Upos.NOUN && ClauseReader.Preposition(tree, w) is "by" or "in" or "for" or "under" && tree.Child(w, "nmod:poss") is >= 0 and var whose && SourceNames.Speaks(scene, sentence, whose))
                yield return Phrase(sentence, tree, w, w + 1, whose, tree.Yield(w).Start, tree.Yield(w).End, Stance.Said, false);
        }
        if (Headline(sentence, tree) is { } headline) yield return headline;
    }

    private static string Next(Tree tree, int word) => word + 1 < tree.Count ? tree[word + 1].Form.ToLowerInvariant() : "";

    // The noun that "according to" brings in, however the parser hung it.
    private static int According(Tree tree, int word)
    {
        if (tree.Is(word, "case") || tree.Is(word, "mark") || tree.Is(word, "fixed")) return tree[word].Head;
        if (tree.Child(word, "obl") is >= 0 and var oblique) return oblique;
        if (tree.Child(word, "nmod") is >= 0 and var noun) return noun;
        return -1;
    }

    private Saying Phrase(int sentence, Tree tree, int cue, int cueEnd, int source, int start, int end, Stance stance, bool origin)
    {
        var (from, to) = (0, tree.Count);
        for (var i = start - 1; i >= from; i--) if (tree[i].Form == ";") from = i + 1;
        for (var i = to - 1; i >= end; i--) if (tree[i].Form == ";") to = i;
        var scope = new Scope(tree, scene.Codebook);
        var first = start == from || start - from == 1 && tree[from].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADV;
        var last = end >= to || tree[end].Upos == Upos.PUNCT && end >= to - 2;
        if (first || last) scope.Add(from, to);
        else
        {
            // In the middle it belongs to the clause that it stands in.
            var clause = tree[source].Head >= 0 && (tree[source].Head < start || tree[source].Head >= end) ? tree[source].Head : tree[cue].Head;
            for (var steps = 0; steps < 4 && clause >= 0 && tree[clause].Upos is not (Upos.VERB or Upos.AUX) && tree.Child(clause, "nsubj") < 0 && tree[clause].Head >= 0; steps++) clause = tree[clause].Head;
            while (clause >= 0 && tree.Is(clause, "xcomp") && tree[clause].Head >= 0) clause = tree[clause].Head;
            if (clause >= 0) scope.AddTree(clause);
        }
        scope.Remove(start, end);
        if (last && !first)
            for (var i = start - 1; i > from; i--)
                if (tree[i].Form.ToLowerInvariant() is var turn && (turn is "but" or "whereas" || turn == "while" && Spoken(tree, from, i)) && tree[i - 1].Form == ",")
                {
                    scope.Remove(from, i);
                    break;
                }
        return New(sentence, cue, SayingKind.Phrase, cue, cueEnd, stance, source, scope) with { Origin = origin, Edge = first || last ? scene.SpanOf(sentence, start, end) : null };
    }

    // A word of saying with somebody who says it: "the army denied it, while …".
    private bool Spoken(Tree tree, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tree[i].Upos == Upos.VERB && scene.Codebook.Reporting.ContainsKey(tree[i].Lemma.ToLowerInvariant())) return true;
        return false;
    }

    // "Dozens killed in raid: ministry", "UN: thousands displaced", "MINISTER: we stay".
    private Saying? Headline(int sentence, Tree tree)
    {
        var colon = -1;
        for (var i = 1; i < tree.Count - 1 && colon < 0; i++)
            if (tree[i].Form == ":") colon = i;
        if (colon < 1) return null;
        if (colon <= LongestHeadlineSource && HeadOf(sentence, tree, 0, colon) is >= 0 and var before) return New(sentence, colon, SayingKind.Phrase, colon, colon + 1, Stance.Said, before, new Scope(tree, scene.Codebook).Add(colon + 1, tree.Count));
        if (colon < 2 || tree.Count - colon - 1 > LongestHeadlineSource || tree[tree.Count - 1].Form is "\"" or "”") return null;
        var end = tree[tree.Count - 1].Upos == Upos.PUNCT ? tree.Count - 1 : tree.Count;
        return HeadOf(sentence, tree, colon + 1, end) is >= 0 and var after ? New(sentence, colon, SayingKind.Phrase, colon, colon + 1, Stance.Said, after, new Scope(tree, scene.Codebook).Add(0, colon)) : null;
    }

    // The head of a noun phrase that can speak, and is no place (a dateline); -1 for anything else.
    private int HeadOf(int sentence, Tree tree, int start, int end)
    {
        while (start < end && tree[start].Upos == Upos.PUNCT) start++;
        var head = -1;
        for (var i = start; i < end; i++)
        {
            if (tree[i].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.ADP)) return -1;
            if (tree[i].Upos is Upos.NOUN or Upos.PROPN && (head < 0 || tree[i].Head < start || tree[i].Head >= end)) head = i;
        }
        if (head < 0) return -1;
        if (end < tree.Count && end - start <= 2 && tree[head].Form.Length > 2 && tree[head].Form.All(char.IsUpper) && tree[head].Upos == Upos.PROPN && !scene.Codebook.InList("label", tree[head].Form.ToLowerInvariant())) return head;   // a transcript: "REPORTER: …"
        if (char.IsUpper(tree[head].Form[0]) && scene.Mentions.Entities.Any(e => e.Kind == EntityKind.Person && e.Name.EndsWith(" " + tree[head].Form, StringComparison.Ordinal))) return head;
        if (scene.EntityAt(sentence, head) is { } entity) return entity.Kind is EntityKind.Actor or EntityKind.Person or EntityKind.Outlet && entity.Place is null ? head : -1;
        if (tree[head].Upos == Upos.NOUN) return scene.Codebook.InList("unnamed_sources", tree[head].Lemma.ToLowerInvariant()) || scene.Codebook.InList("evidence", tree[head].Lemma.ToLowerInvariant()) || scene.IsOf(sentence, head, ["person", "office"]) ? head : -1;
        return tree[head].Form.Length > 2 && tree[head].Form.All(char.IsUpper) ? head : -1;
    }

    private Saying New(int sentence, int cue, SayingKind kind, int start, int end, Stance stance, int source, Scope scope) => new()
    {
        Sentence = sentence,
        Cue = cue,
        Kind = kind,
        CueSpan = scene.SpanOf(sentence, start, Math.Min(end, scene.Trees[sentence].Count)),
        Stance = stance,
        Source = source,
        Content = scope.ToSpans(scene, sentence),
    };
}
