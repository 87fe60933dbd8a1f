using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>
/// Finds attitudes that no verb with its object tells of: what seems so, what angers somebody, idioms ("took issue with"), what is said of the noun before it ("the levels desired by the alliance", "the man they called"), "as officials expected",
/// those who are for or against something ("an opponent of the plan"), and what draws criticism. But for "as … said" they are no sources of statements.
/// </summary>
internal sealed class AttitudeSayings(Scene scene, ClauseReader clauses)
{
    private readonly Codebook _codebook = scene.Codebook;

    /// <summary>The saying of a verb that says nothing by what it governs, or null.</summary>
    public Saying? OfVerb(int sentence, int verb)
    {
        var tree = scene.Trees[sentence];
        var lemma = Lemma(tree, verb);
        if (tree[verb].Relation is "amod" or "compound" or "case" or "fixed" or "aux" or "aux:pass" or "cop") return null;
        if (_codebook.InList("attitude_seeming", lemma)) return Seeming(sentence, tree, verb);
        if (_codebook.InList("attitude_stirring", lemma) && Stirring(sentence, tree, verb) is { } stirred) return stirred;
        foreach (var noun in tree.Children(verb))
            if (noun > verb && (tree.Is(noun, "obj") || tree.Is(noun, "xcomp") || tree.Is(noun, "obl")) && _codebook.InList("attitude_phrase", $"{lemma} {Lemma(tree, noun)}")) return Phrase(sentence, tree, verb, noun);
        var says = _codebook.Reporting.ContainsKey(lemma);
        if (!says && !_codebook.InList("attitude", lemma) && !_codebook.InList("attitude_clause", lemma) && !(lemma == "put" && tree.Child(verb, "obj") is >= 0 and var it && Lemma(tree, it) == "it")) return null;
        return As(sentence, tree, verb, lemma, says || lemma == "put") ?? OfNounBefore(sentence, tree, verb);
    }

    /// <summary>The saying of a noun or an adjective, or null.</summary>
    public Saying? OfWord(int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        var lemma = Lemma(tree, word);
        if (tree[word].Upos == Upos.ADJ) return _codebook.InList("attitude_impersonal", lemma) ? Impersonal(sentence, tree, word) : null;
        if (_codebook.InList("attitude_holder", lemma)) return Holder(sentence, tree, word);
        if (_codebook.InList("attitude_drawn", lemma) && Drawn(sentence, tree, word) is { } drawn) return drawn;
        return _codebook.InList("attitude_reaction", lemma) ? Reaction(sentence, tree, word) : null;
    }

    // "the plan seems too dear", "it appeared that they had left".
    private Saying? Seeming(int sentence, Tree tree, int verb)
    {
        var scope = new Scope(tree, _codebook);
        foreach (var child in tree.Children(verb))
        {
            var like = tree.Is(child, "obl") && child > verb && ClauseReader.Preposition(tree, child) == "like";
            if (tree.Is(child, "xcomp") && Says(tree, child)) return null;   // "appears to believe that": by what he believes
            if (tree.Is(child, "xcomp") || tree.Is(child, "ccomp") || tree.Is(child, "csubj") || like) scope.AddTree(child);
        }
        if (scope.IsEmpty) return null;
        if (tree.Child(verb, "nsubj") is >= 0 and var subject) scope.AddTree(subject);
        return New(sentence, tree, verb, SayingKind.Verb, -1, scope);
    }

    private bool Says(Tree tree, int word) => Lemma(tree, word) is var lemma && (_codebook.Reporting.ContainsKey(lemma) || _codebook.InList("attitude_clause", lemma) || _codebook.InList("attitude", lemma) || _codebook.InList("attitude_adjective", lemma));

    // "the vote angered ministers": theirs.
    private Saying? Stirring(int sentence, Tree tree, int verb)
    {
        if (ClauseReader.IsPassive(tree, verb) || tree.Child(verb, "obj") is not (>= 0 and var stirred) || stirred < verb || !Minds.Has(scene, sentence, tree, stirred)) return null;
        var scope = new Scope(tree, _codebook);
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "nsubj") || tree.Is(child, "csubj") || child > verb && tree.Is(child, "ccomp")) scope.AddTree(child);
        if (scope.IsEmpty && tree.Is(verb, "advcl") && tree[verb].Xpos == "VBG" && tree[verb].Head is >= 0 and var clause && clause < verb) scope.AddTree(clause).RemoveTree(verb);
        return scope.IsEmpty ? null : New(sentence, tree, verb, SayingKind.Verb, stirred, scope);
    }

    // "took issue with the ruling", "made the case that …".
    private Saying? Phrase(int sentence, Tree tree, int verb, int noun)
    {
        if (clauses.OfVerb(tree, verb).Subject is not (>= 0 and var subject) || !Minds.HasOrTells(scene, sentence, tree, subject)) return null;
        var scope = new Scope(tree, _codebook);
        foreach (var child in tree.Children(noun))
            if (tree.Is(child, "nmod") && !tree.Is(child, "nmod:poss") || tree.Is(child, "acl") || tree.Is(child, "ccomp")) scope.AddTree(child);
        foreach (var child in tree.Children(verb))
            if (child > noun && (tree.Is(child, "ccomp") || tree.Is(child, "xcomp") || tree.Is(child, "advcl") && tree.Child(child, "mark") is >= 0 and var mark && !(Lemma(tree, mark) is "as" or "when" or "while" or "after" or "before" or "because" or "if")
                || tree.Is(child, "obl") && !scene.IsTime(sentence, child) && ClauseReader.Preposition(tree, child) is not ("" or "during"))) scope.AddTree(child);
        return scope.IsEmpty ? null : New(sentence, tree, verb, SayingKind.Verb, subject, scope);
    }

    // "as the ministry reported", "as expected": the clause that it hangs on.
    private Saying? As(int sentence, Tree tree, int verb, string lemma, bool voiced)
    {
        if (!tree.Is(verb, "advcl") || tree[verb].Head is not (>= 0 and var clause) || tree.Child(verb, "mark") is not (>= 0 and var mark) || Lemma(tree, mark) != "as") return null;
        if (_codebook.InList("no_aside", lemma) || lemma is "continue" or "go on" or "carry on" or "add" or "respond" or "reply" or "learn" or "vote" or "try" or "decide" or "choose" or "agree" or "hear") return null;
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "ccomp") || tree.Is(child, "xcomp") || tree.Is(child, "obj") && Lemma(tree, child) != "it") return null;
        var subject = tree.Child(verb, "nsubj");
        if (subject < 0 && tree[verb].Xpos != "VBN" || subject >= 0 && !Minds.HasOrTells(scene, sentence, tree, subject)) return null;
        var scope = new Scope(tree, _codebook).AddTree(clause).RemoveTree(verb);
        return scope.IsEmpty ? null : New(sentence, tree, verb, SayingKind.Verb, subject, scope) with { Voiced = voiced && subject >= 0, Nameless = subject < 0 };
    }

    // "the levels desired by the alliance", "the man they called a fraud": what the noun names.
    private Saying? OfNounBefore(int sentence, Tree tree, int verb)
    {
        if (!tree.Is(verb, "acl") || tree[verb].Head is not (>= 0 and var noun) || noun > verb) return null;
        var clause = clauses.OfVerb(tree, verb);
        if (clause.Subject < 0 || clause.Object != noun || Lemma(tree, verb) is "see" or "hear" or "find" or "need" && Lemma(tree, noun) != "what" || !Minds.HasOrTells(scene, sentence, tree, clause.Subject)) return null;
        var scope = new Scope(tree, _codebook).Add(Math.Min(noun, tree.Yield(noun).Start), Math.Max(noun + 1, Math.Min(verb, tree.Yield(verb).Start)));
        return New(sentence, tree, verb, SayingKind.Verb, clause.Subject, scope);
    }

    // "it was clear that they would leave".
    private Saying? Impersonal(int sentence, Tree tree, int word)
    {
        var scope = new Scope(tree, _codebook);
        if (tree.Child(word, "expl") < 0) return null;
        foreach (var child in tree.Children(word))
            if (child > word && (tree.Is(child, "csubj") || tree.Is(child, "ccomp"))) scope.AddTree(child);
        return scope.IsEmpty ? null : New(sentence, tree, word, SayingKind.Phrase, -1, scope);
    }

    // "is an opponent of the plan", "supporters of the bill".
    private Saying? Holder(int sentence, Tree tree, int word)
    {
        var scope = new Scope(tree, _codebook);
        foreach (var child in tree.Children(word))
            if (child > word && tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) is "of" or "to" or "against") scope.AddTree(child);
        if (scope.IsEmpty) return null;
        var holder = tree.Child(word, "cop") >= 0 ? clauses.OfVerb(tree, word).Subject : tree[word].Relation is "appos" or "nmod:desc" ? tree[word].Head : word;
        return holder < 0 ? null : New(sentence, tree, word, SayingKind.Noun, holder, scope);
    }

    // "drew criticism from teachers for the delay", "came under fire": of whoever drew it.
    private Saying? Drawn(int sentence, Tree tree, int word)
    {
        var under = ClauseReader.Preposition(tree, word) == "under";
        var verb = under && tree.Child(word, "cop") >= 0 ? word : tree[word].Head;
        if (verb < 0 || verb != word && !(tree.Is(word, "obj") && _codebook.InList("attitude_draws", Lemma(tree, verb)) || under && tree.Is(word, "obl") && Lemma(tree, verb) is "come" or "be" or "remain" or "fall")) return null;
        var (scope, source) = (new Scope(tree, _codebook), -1);
        foreach (var from in new[] { word, verb })
            foreach (var child in tree.Children(from))
            {
                if (child < word || !tree.Is(child, "nmod") && !tree.Is(child, "obl") && !tree.Is(child, "acl") && !tree.Is(child, "advcl")) continue;
                var preposition = ClauseReader.Preposition(tree, child);
                if (preposition is "from" or "by" or "among") source = source < 0 ? child : source;
                else if (preposition is "about" or "over" or "for" or "on" or "of" || from == word && tree.Is(child, "acl")) scope.AddTree(child);
            }
        if (clauses.OfVerb(tree, verb).Subject is >= 0 and var subject && subject < word && !(scope.IsEmpty is false && Lemma(tree, word) is "question")) scope.AddTree(subject);
        return scope.IsEmpty ? null : New(sentence, tree, word, SayingKind.Noun, source, scope);
    }

    // "to the dismay of teachers", "to their surprise": of what the clause says.
    private Saying? Reaction(int sentence, Tree tree, int word)
    {
        if (ClauseReader.Preposition(tree, word) != "to" || tree[word].Head is not (>= 0 and var clause)) return null;
        var whose = tree.Child(word, "nmod:poss");
        foreach (var child in tree.Children(word))
            if (whose < 0 && tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) == "of") whose = child;
        if (whose < 0) return null;
        while (tree[clause].Upos is not (Upos.VERB or Upos.AUX) && tree.Child(clause, "nsubj") < 0 && tree[clause].Head >= 0) clause = tree[clause].Head;
        return New(sentence, tree, word, SayingKind.Noun, whose, new Scope(tree, _codebook).AddTree(clause).RemoveTree(word));
    }

    private Saying New(int sentence, Tree tree, int cue, SayingKind kind, int source, Scope scope) => new()
    {
        Sentence = sentence,
        Cue = cue,
        Kind = kind,
        CueSpan = scene.SpanOf(sentence, cue, cue + 1),
        Stance = _codebook.Reporting.TryGetValue(Lemma(tree, cue), out var reporting) ? reporting.Stance : Stance.Said,
        Source = source,
        Voiced = false,
        Content = scope.ToSpans(scene, sentence),
    };

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();
}
