using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>Finds what a verb of saying, of will or of attitude covers, and who speaks.</summary>
internal sealed class VerbSayings(Scene scene, ClauseReader clauses)
{
    private readonly Codebook _codebook = scene.Codebook;
    private readonly SaidParts _parts = new(scene);
    private readonly Asides _asides = new(scene, new SaidParts(scene));

    /// <summary>The saying of the verb, or null where it is none.</summary>
    public Saying? Of(int sentence, int verb)
    {
        var tree = scene.Trees[sentence];
        var lemma = Lemma(tree, verb);
        if (Particle(tree, verb) is >= 0 and var particle && (_codebook.Reporting.ContainsKey($"{lemma} {Lemma(tree, particle)}") || _codebook.InList("attitude", $"{lemma} {Lemma(tree, particle)}"))) lemma = $"{lemma} {Lemma(tree, particle)}";
        if (lemma.EndsWith('e') && IsUnknown(lemma) && (lemma.EndsWith("ie", StringComparison.Ordinal) ? lemma[..^2] + "y" : lemma[..^1]) is var bare && _codebook.InList("attitude", bare)) lemma = bare;   // "hailed", that a lemmatizer takes for a form of "haile"
        var reporting = _codebook.Reporting.GetValueOrDefault(lemma) ?? (GivesText(tree, verb) ? _codebook.Reporting.GetValueOrDefault("say") : null);
        if (lemma == "deny" && tree.Child(verb, "iobj") >= 0 && tree.Child(verb, "obj") >= 0) return null;   // "denies them a refuge"
        var will = _codebook.Modes.TryGetValue(lemma, out var mode) && mode.Voices && (lemma != "commit" || Wishes.Commits(tree, verb)) || Wishes.OfOthers(tree, verb) >= 0;
        var attitude = _codebook.InList("attitude", lemma) || _codebook.InList("attitude_clause", lemma) || _parts.ByPreposition(tree, verb, lemma);
        var ultimatum = lemma is "have" ? -1 : Ultimatum.Of(tree, verb).Act;
        var count = Count(tree, verb);
        if (reporting is null && !will && !attitude && ultimatum < 0 && count < 0 || tree[verb].Relation is "amod" or "compound" or "case" or "fixed" or "aux" or "aux:pass" or "cop") return null;
        if (SaidParts.IsQuotedAs(tree, verb) || IsBidden(tree, verb) || IsAskedOfReaders(tree, verb)) return null;
        if (lemma is "verify" or "confirm" && tree.Child(verb, "nsubj") is >= 0 and var checker && (IsClaim(tree, checker) || tree.Child(checker, "compound") is >= 0 and var claim && IsClaim(tree, claim))) return null;   // "a claim the agency could not verify"

        var clause = clauses.OfVerb(tree, verb);
        if (will && Orders.ToOwn(scene, sentence, verb, lemma, clause)) return null;
        var scope = new Scope(tree, _codebook);
        var voiced = reporting is not null && lemma is not ("see" or "continue") || will;
        if (will && IsYetToBeSaid(tree, verb)) voiced = false;
        var governed = _parts.Governed(sentence, verb, lemma, reporting, will, attitude, clause);
        foreach (var (child, said) in governed)
        {
            scope.AddTree(child);
            if (will || tree.Is(child, "obj") || _codebook.InList("accusing", lemma)) scope.CutReasons(child, tree.Is(child, "ccomp") || lemma == "accuse");
            if (will || lemma == "announce" || _codebook.InList("accusing", lemma)) scope.CutBackground(child, tree.Is(child, "obj"));
            voiced &= said || governed.Exists(g => g.Said);
        }
        if (ultimatum >= 0)
        {
            scope.AddTree(ultimatum);
            voiced = true;
        }
        if (count >= 0)
        {
            foreach (var child in tree.Children(verb))
                if (child == count || child > count && (tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) is "at" or "to" || tree[child].Upos == Upos.ADJ)) scope.AddTree(child);   // "at 34 dead"
            voiced = true;
        }
        if ((scope.IsEmpty || reporting is not null && !governed.Exists(g => g.Said)) && _parts.Deeper(tree, verb, scope)) voiced = reporting is not null || will;
        var quoted = SaidParts.QuotedAs(tree, verb);
        var aside = (reporting is not null || scope.IsEmpty && tree.Is(verb, "parataxis") && _codebook.InList("attitude_clause", lemma)) && (quoted >= 0 || !_codebook.InList("no_aside", lemma)) && !governed.Exists(g => g.Said && tree.Is(g.Word, "obl") && g.Word > verb) && _asides.Of(tree, verb, scope);
        if (scope.IsEmpty && _codebook.InList("plain_saying", lemma)) _parts.Rest(tree, verb, clause, scope);
        if (scope.IsEmpty && reporting is not null && !aside) SaidParts.AsMuch(tree, verb, scope);
        if (!aside && governed.Count > 0 && governed.TrueForAll(g => g.Word > verb) && tree.Child(verb, "nsubj") is >= 0 and var speaker && speaker < verb) scope.Remove(0, tree.Yield(speaker).Start);   // "Asked about it, she said …": what stands before her is not what she said
        if (!scope.IsEmpty || aside) scope.CutOthers(verb);
        scope.CutComments(verb, reporting is not null && !aside);
        if (scope.IsEmpty && (reporting is null || !Asides.Announces(tree, verb) && !_asides.Closes(sentence, tree, verb) && !Asides.Opens(tree, verb))) return null;

        var saying = new Saying
        {
            Sentence = sentence,
            Cue = verb,
            Kind = SayingKind.Verb,
            CueSpan = scene.SpanOf(sentence, verb, verb + 1),
            Stance = StanceOf(sentence, tree, verb, clause, reporting),
            Voiced = voiced,
            Content = scope.ToSpans(scene, sentence),
        };
        if (aside && quoted >= 0) return saying with { Source = Asides.Nearest(tree, verb), Relay = By(tree, verb) is >= 0 and var own ? own : By(tree, quoted), Stance = Stance.Said, Voiced = true };
        return aside ? saying with { Source = Asides.Nearest(tree, verb), Voiced = reporting is not null } : WithSpeaker(saying, tree, verb, lemma, clause);
    }

    /// <summary>True for a verb that hands out what somebody has to say: "released the following statement:".</summary>
    public static bool GivesText(Tree tree, int verb) =>
        tree[verb].Lemma.ToLowerInvariant() is "provide" or "release" or "make" or "give" or "deliver" or "issue" or "publish"
        && tree.Child(verb, "obj") is > 0 and var text && text > verb && tree[text].Lemma.ToLowerInvariant() is "statement" or "remark" or "comment" or "message" or "declaration" && Asides.Announces(tree, verb);

    private static bool IsClaim(Tree tree, int word) => Lemma(tree, word) is "claim" or "report" or "allegation" or "account";

    // "went on", whatever the parser takes "on" for.
    private static int Particle(Tree tree, int verb) =>
        tree.Child(verb, "compound:prt") is >= 0 and var particle ? particle
        : verb + 1 < tree.Count && tree[verb + 1].Head == verb && tree.Is(verb + 1, "advmod") && tree[verb + 1].Lemma is "on" or "out" ? verb + 1 : -1;

    // "put the number of dead at 40", "raised the toll to 25": the number, which is somebody's.
    private static int Count(Tree tree, int verb)
    {
        if (Lemma(tree, verb) is not ("put" or "place" or "raise" or "revise" or "lower" or "update") || tree.Child(verb, "obj") is not (> 0 and var number) || number < verb || Lemma(tree, number) is not ("number" or "toll" or "figure" or "total" or "count" or "tally" or "loss" or "casualty" or "dead" or "strength")) return -1;
        var end = tree.Yield(verb).End;
        for (var i = number + 1; i + 1 < end; i++)
            if (tree[i].Lemma == (Lemma(tree, verb) is "put" or "place" ? "at" : "to") && tree[i + 1].Upos is Upos.NUM or Upos.ADV or Upos.ADJ) return number;
        return -1;
    }

    // "will ask the mayor to press them": what one is still to be asked to ask is not yet his word.
    private bool IsYetToBeSaid(Tree tree, int verb) =>
        tree[verb].Xpos == "VB" && tree[verb].Head is >= 0 and var above && (tree.Is(verb, "xcomp") || tree.Is(verb, "advcl") || tree.Is(verb, "acl")) && tree.Child(verb, "mark") >= 0
        && _codebook.Modes.TryGetValue(Lemma(tree, above), out var asks) && asks.Mode is Mode.Appeal or Mode.Demand;

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();

    private Saying? WithSpeaker(Saying saying, Tree tree, int verb, string lemma, Clause clause)
    {
        var quoted = SaidParts.QuotedAs(tree, verb);
        if (clause.Passive)
        {
            // "was quoted as saying" keeps its subject; "is said to have" names nobody.
            if (lemma is "quote" or "cite") return saying with { Source = clause.Object, Relay = clause.Subject >= 0 || quoted < 0 ? clause.Subject : By(tree, quoted), Stance = Stance.Said, Voiced = true };
            if (clause.Subject >= 0) return saying with { Source = clause.Subject };
            if (_codebook.Reporting.ContainsKey(lemma) || lemma is "expect") return saying with { Nameless = true };
            return !saying.Voiced && tree.Is(verb, "acl") is false && Judged(tree, verb) ? saying with { Nameless = true } : null;
        }
        if (quoted >= 0 && clause.Object >= 0) return saying with { Source = clause.Object, Relay = clause.Subject, Stance = Stance.Said };
        if (TwoSubjects(tree, verb) is >= 0 and var second) clause = clause with { Subject = second };
        if (!_codebook.Reporting.ContainsKey(lemma) && (clause.Subject < 0 || !(saying.Voiced ? Minds.Has(scene, saying.Sentence, tree, clause.Subject) : Minds.HasOrTells(scene, saying.Sentence, tree, clause.Subject)))) return null;
        return saying with { Source = clause.Subject };
    }

    // "was criticized for the delay", "is seen as weak": somebody's judgement, whosesoever.
    private static bool Judged(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (child > verb && (tree.Is(child, "xcomp") || tree.Is(child, "ccomp") || tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) is "as" or "for" || tree.Is(child, "advcl") && tree.Child(child, "mark") is >= 0 and var mark && Lemma(tree, mark) is "for" or "as" or "of")) return true;
        return false;
    }

    private bool IsUnknown(string lemma) => !_codebook.Reporting.ContainsKey(lemma) && !_codebook.Modes.ContainsKey(lemma) && !_codebook.InList("attitude", lemma) && !_codebook.InList("attitude_clause", lemma);

    // "Would you vote for it?"
    private static bool IsAskedOfReaders(Tree tree, int verb) =>
        tree[tree.Count - 1].Form == "?" && tree.Child(verb, "nsubj") is >= 0 and var subject && Lemma(tree, subject) == "you" && !tree.Is(verb, "ccomp");

    // "Say what you think", "let us say he left": nobody has said it.
    private static bool IsBidden(Tree tree, int verb) =>
        tree[verb].Xpos == "VB" && Lemma(tree, verb) is "say" or "tell" or "ask" or "guess" or "suppose" or "imagine" && (tree.Is(verb, "root") || tree.Is(verb, "xcomp") && tree[verb].Head is >= 0 and var let && Lemma(tree, let) == "let") && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "aux") < 0 && tree.Child(verb, "mark") < 0;

    private static int By(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) == "by") return child;
        return -1;
    }

    private Stance StanceOf(int sentence, Tree tree, int verb, Clause clause, ReportingWord? reporting)
    {
        var stance = reporting?.Stance ?? Stance.Said;
        if (stance == Stance.Said && clause.Subject >= 0 && Lemma(tree, clause.Subject) != "statement" && _codebook.InList("evidence", Lemma(tree, clause.Subject)) && scene.EntityAt(sentence, clause.Subject) is null) return Stance.Reported;
        if (stance == Stance.Confirmed)
            foreach (var child in tree.Children(verb))
                if (tree.Is(child, "advmod") && Lemma(tree, child) is "not" or "n't" or "never") return Stance.Doubted;
        return stance;
    }

    // "which the ministry says is over": the relative word is the subject of what is said.
    private static int TwoSubjects(Tree tree, int verb)
    {
        var (first, second) = (-1, -1);
        foreach (var child in tree.Children(verb))
            if (child < verb && tree.Is(child, "nsubj")) (first, second) = (second, child);
        return first >= 0 && Lemma(tree, first) is "which" or "that" or "who" or "what" ? second : -1;
    }
}
