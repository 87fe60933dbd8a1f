using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>Finds what a verb of saying, of will or of attitude covers, and who speaks.</summary>
internal sealed class VerbSayings(Scene scene, ClauseReader clauses)
{
    private readonly Codebook _codebook = scene.Codebook;

    /// <summary>The saying of the verb, or null where it is none.</summary>
    public Saying? Of(int sentence, int verb)
    {
        var tree = scene.Trees[sentence];
        var lemma = Lemma(tree, verb);
        if (tree.Child(verb, "compound:prt") is >= 0 and var particle && _codebook.Reporting.ContainsKey($"{lemma} {Lemma(tree, particle)}")) lemma = $"{lemma} {Lemma(tree, particle)}";
        var reporting = _codebook.Reporting.GetValueOrDefault(lemma);
        var will = _codebook.Modes.TryGetValue(lemma, out var mode) && mode.Voices && (lemma != "commit" || Wishes.Commits(tree, verb)) || Wishes.OfOthers(tree, verb) >= 0;
        var attitude = _codebook.InList("attitude", lemma) || _codebook.InList("attitude_clause", lemma);
        var ultimatum = lemma is "have" ? -1 : Ultimatum.Of(tree, verb).Act;
        if (reporting is null && !will && !attitude && ultimatum < 0 || tree[verb].Relation is "amod" or "compound" or "case" or "fixed" or "aux" or "aux:pass" or "cop") return null;
        if (IsQuotedAs(tree, verb)) return null;

        var clause = clauses.OfVerb(tree, verb);
        if (will && IsOrderToOwn(sentence, tree, verb, lemma, clause)) return null;
        var scope = new Scope(tree, _codebook);
        var voiced = reporting is not null && lemma is not ("see" or "continue") || will;
        var governed = Governed(sentence, verb, lemma, reporting, will, attitude, clause);
        foreach (var (child, said) in governed)
        {
            scope.AddTree(child);
            if (will || tree.Is(child, "obj") || _codebook.InList("accusing", lemma)) scope.CutReasons(child, tree.Is(child, "ccomp") || lemma == "accuse");
            voiced &= said || governed.Exists(g => g.Said);
        }
        if (ultimatum >= 0)
        {
            scope.AddTree(ultimatum);
            voiced = true;
        }
        if ((scope.IsEmpty || reporting is not null && !governed.Exists(g => g.Said)) && Deeper(tree, verb, scope)) voiced = reporting is not null || will;
        var quoted = QuotedAs(tree, verb);
        var aside = reporting is not null && (quoted >= 0 || !_codebook.InList("no_aside", lemma)) && !governed.Exists(g => g.Said && tree.Is(g.Word, "obl") && g.Word > verb) && Aside(tree, verb, scope);
        if (scope.IsEmpty && _codebook.InList("plain_saying", lemma)) Rest(tree, verb, clause, scope);
        if (!scope.IsEmpty || aside) scope.CutOthers(verb);
        if (reporting is null || aside) scope.CutComments(verb);
        if (scope.IsEmpty && (reporting is null || !Announces(tree, verb) && !Closes(sentence, tree, verb))) return null;

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
        if (aside && quoted >= 0) return saying with { Source = Nearest(tree, verb), Relay = By(tree, verb) is >= 0 and var own ? own : By(tree, quoted), Stance = Stance.Said, Voiced = true };
        return aside ? saying with { Source = Nearest(tree, verb), Voiced = true } : WithSpeaker(saying, tree, verb, lemma, clause);
    }

    // "assured the council in writing that …", "warned voters that …": the clause that the parser hung on a noun in between.
    private bool Deeper(Tree tree, int verb, Scope scope)
    {
        var found = false;
        foreach (var child in tree.Children(verb))
        {
            if (child < verb || !tree.Is(child, "obl") && !tree.Is(child, "obj") && !tree.Is(child, "iobj") && !tree.Is(child, "advmod")) continue;
            foreach (var below in tree.Children(child))
                if ((tree.Is(below, "acl") || tree.Is(below, "ccomp") || tree.Is(below, "advcl")) && tree[below].Upos is not Upos.PUNCT && tree.Child(below, "mark") is >= 0 and var mark && (Lemma(tree, mark) == "that" || Lemma(tree, mark) == "to" && _codebook.Modes.TryGetValue(Lemma(tree, verb), out var will) && will.Voices))
                {
                    scope.AddTree(below);
                    found = true;
                }
        }
        return found;
    }

    // A verb that says nothing but "say": what follows it in its clause, or what it breaks into.
    private void Rest(Tree tree, int verb, Clause clause, Scope scope)
    {
        if (clause.Passive) return;
        foreach (var child in tree.Children(verb))
            if (child > verb && !(tree[child].Relation is "obj" or "iobj" && IsHearer(tree, child, Lemma(tree, verb))) && tree[child].Relation is not ("punct" or "nsubj" or "cc" or "conj" or "obl:tmod" or "nmod:tmod" or "aux") && !tree.Is(child, "obl") && tree[child].Upos is not (Upos.PUNCT or Upos.ADV)) scope.AddTree(child);
        if (!scope.IsEmpty || tree[verb].Head < 0 || !tree.Is(verb, "parataxis")) return;
        scope.AddTree(tree[verb].Head).RemoveTree(verb);
    }

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();

    private Saying? WithSpeaker(Saying saying, Tree tree, int verb, string lemma, Clause clause)
    {
        var quoted = QuotedAs(tree, verb);
        if (clause.Passive)
        {
            // "was quoted as saying" keeps its subject; "is said to have" names nobody.
            if (lemma is "quote" or "cite") return saying with { Source = clause.Object, Relay = clause.Subject >= 0 || quoted < 0 ? clause.Subject : By(tree, quoted), Stance = Stance.Said, Voiced = true };
            if (clause.Subject >= 0) return saying with { Source = clause.Subject };
            return _codebook.Reporting.ContainsKey(lemma) || lemma is "expect" ? saying with { Nameless = true } : null;
        }
        if (quoted >= 0 && clause.Object >= 0) return saying with { Source = clause.Object, Relay = clause.Subject, Stance = Stance.Said };
        if (TwoSubjects(tree, verb) is >= 0 and var second) clause = clause with { Subject = second };
        if (!_codebook.Reporting.ContainsKey(lemma) && (clause.Subject < 0 || !HasWill(saying.Sentence, tree, clause.Subject))) return null;
        return saying with { Source = clause.Subject };
    }

    // Whoever wants, promises or fears is somebody: a law that requires is no speaker.
    private bool HasWill(int sentence, Tree tree, int subject) =>
        tree[subject].Upos is Upos.PRON ? tree[subject].Lemma.ToLowerInvariant() is not ("that" or "which" or "this" or "what" or "there") || scene.EntityAt(sentence, subject) is not null
        : _codebook.InList("collective", Lemma(tree, subject)) || tree[subject].Upos is Upos.NUM or Upos.DET or Upos.ADJ || tree[subject].Xpos == "NNS" || SourceNames.Speaks(scene, sentence, subject) || _codebook.Classes.TryGetValue(Lemma(tree, subject), out var classes) && classes.Contains("person");

    private static int QuotedAs(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (IsQuotedAs(tree, child)) return child;
        return -1;
    }

    private static int By(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) == "by") return child;
        return -1;
    }

    // "saying" in "was quoted as saying" is one cue with the verb above it.
    private static bool IsQuotedAs(Tree tree, int verb) =>
        tree[verb].Head is >= 0 and var above && tree[verb].Xpos == "VBG" && Lemma(tree, above) is "quote" or "cite" && tree.Child(verb, "mark") is >= 0 and var mark && Lemma(tree, mark) == "as";

    // The president who sends troops orders his own; that is a plan, not his word against others.
    private bool IsOrderToOwn(int sentence, Tree tree, int verb, string lemma, Clause clause) =>
        lemma is "order" or "direct" or "instruct" or "command" && clause.Object >= 0 && (OwnForce(scene, sentence, tree, clause.Object) || tree.Is(clause.Object, "obj") && tree.Child(verb, "xcomp") < 0 && tree.Child(verb, "advcl") < 0 && tree.Child(clause.Object, "acl") < 0 && Lemma(tree, clause.Object) is "airstrike" or "strike" or "raid" or "attack" or "operation" or "offensive" or "bombing" or "assault");

    /// <summary>True for forces named without saying whose: those of whoever gives the order.</summary>
    public static bool OwnForce(Scene scene, int sentence, Tree tree, int word)
    {
        if (Lemma(tree, word) is not ("troop" or "soldier" or "force" or "division" or "brigade" or "battalion" or "reinforcement" or "unit" or "marine" or "warship" or "jet" or "commando" or "paratrooper" or "reservist" or "army" or "military")) return false;
        foreach (var child in tree.Children(word))
            if (tree.Is(child, "amod") && char.IsUpper(tree[child].Form[0]) || tree.Is(child, "compound") && scene.EntityAt(sentence, child) is not null) return false;
        return true;
    }

    private Stance StanceOf(int sentence, Tree tree, int verb, Clause clause, ReportingWord? reporting)
    {
        var stance = reporting?.Stance ?? Stance.Said;
        if (stance == Stance.Said && clause.Subject >= 0 && _codebook.InList("evidence", Lemma(tree, clause.Subject)) && scene.EntityAt(sentence, clause.Subject) is null) return Stance.Reported;
        if (stance == Stance.Confirmed)
            foreach (var child in tree.Children(verb))
                if (tree.Is(child, "advmod") && Lemma(tree, child) is "not" or "n't" or "never") return Stance.Doubted;
        return stance;
    }

    // The clauses and nouns that the verb governs as what is said.
    private List<(int Word, bool Said)> Governed(int sentence, int verb, string lemma, ReportingWord? reporting, bool will, bool attitude, Clause clause)
    {
        var tree = scene.Trees[sentence];
        var found = new List<(int, bool)>();
        foreach (var child in tree.Children(verb))
        {
            if (IsQuotedAs(tree, child))
            {
                foreach (var below in tree.Children(child))
                    if (tree.Is(below, "ccomp") || tree.Is(below, "parataxis") || tree.Is(below, "obj")) found.Add((below, true));
            }
            else if (IsGoverned(sentence, tree, verb, child, lemma, reporting, will, attitude: false, clause)) found.Add((child, true));
            else if (attitude && IsGoverned(sentence, tree, verb, child, lemma, reporting, will, attitude, clause)) found.Add((child, false));
        }
        return found;
    }

    private bool IsGoverned(int sentence, Tree tree, int verb, int child, string lemma, ReportingWord? reporting, bool will, bool attitude, Clause clause)
    {
        var says = reporting is not null || will;
        switch (tree[child].Relation)
        {
            case "ccomp": return child < verb || !IsSplit(tree, verb, child);
            case "csubj" or "csubj:pass": return true;
            case "xcomp": return says || attitude;
            case "parataxis": return says && (child < verb || Announced(tree, verb, child));
            case "nsubj:pass" when lemma is "quote" or "cite": return false;
            case "nsubj:pass": return reporting is not null && !_codebook.InList("evaluate", lemma) && lemma is not ("quote" or "cite" or "tell" or "inform" or "brief" or "ask" or "order" or "urge" or "declare" or "issue" or "mention" or "call" or "express" or "charge" or "suspect") || attitude && _codebook.InList("attitude", lemma);
            case "advcl" when lemma is "admit" or "confess" or "own": return tree[child].Xpos == "VBG" && tree.Child(child, "mark") is >= 0 and var to && Lemma(tree, to) == "to";
            case "advcl" when _codebook.InList("says_noun", lemma) && clause.Object >= 0 && tree[child].Xpos == "VBG": return tree.Child(child, "mark") is >= 0 and var within && Lemma(tree, within) == "in";   // "announced the death of two men in fighting"
            case "advcl": return _codebook.InList("accusing", lemma) && (tree[child].Xpos == "VBG" || tree.Child(child, "mark") is >= 0 and var of && Lemma(tree, of) is "of" or "for") || will && IsAsked(tree, child);
            case "obj":
                if (IsHearer(tree, child, lemma)) return false;
                if (attitude && _codebook.InList("attitude", lemma)) return lemma is not ("show" or "tell") || clause.Subject >= 0 && _codebook.InList("evidence", Lemma(tree, clause.Subject));
                return lemma is not ("call" or "press" or "tell" or "direct" or "fear") && will || _codebook.InList("says_noun", lemma);
        }
        if (!tree.Is(child, "obl") || scene.IsTime(sentence, child)) return false;
        var preposition = ClauseReader.Preposition(tree, child);
        if (lemma is "accuse" or "deny" or "admit" or "confess") return preposition is "of" or "to";
        if (will) return preposition is "for" or "of" or "to" or "against" or "with" or "from" && !IsHearer(tree, child, lemma) && clause.Object != child;
        return lemma is "warn" or "speak" or "tell" or "complain" or "boast" or "report" && preposition is "of" or "about" || attitude && preposition is "for" or "about" or "on" or "of" or "with" or "against" or "to" or "at" or "over";
    }

    private static bool IsSplit(Tree tree, int verb, int child)
    {
        for (var i = verb + 1; i < child; i++)
            if (tree[i].Form == ";") return true;
        return false;
    }

    // Those to whom it is said: "told residents", "asked the council to".
    private bool IsHearer(Tree tree, int child, string lemma)
    {
        if (lemma is "tell" or "inform" or "remind" or "brief" or "reassure" or "assure") return true;
        var verb = tree[child].Head;
        if (tree.Child(verb, "xcomp") < 0 && tree.Child(verb, "ccomp") < 0 && lemma is not ("accuse" or "blame")) return false;
        return _codebook.Modes.TryGetValue(lemma, out var mode) && mode.Mode is Mode.Appeal or Mode.Demand or Mode.Forecast or Mode.Pledge && tree.Is(child, "obj") || lemma is "accuse" or "blame" or "charge";
    }

    // "He said: we left": what follows a colon or an opening mark.
    private static bool Announced(Tree tree, int verb, int child)
    {
        for (var i = verb + 1; i < child; i++)
            if (tree[i].Form is ":" or "\"" or "“" or "«" or "``") return true;
        return false;
    }

    // "which the ministry says is over": the relative word is the subject of what is said.
    private static int TwoSubjects(Tree tree, int verb)
    {
        var (first, second) = (-1, -1);
        foreach (var child in tree.Children(verb))
            if (child < verb && tree.Is(child, "nsubj")) (first, second) = (second, child);
        return first >= 0 && Lemma(tree, first) is "which" or "that" or "who" or "what" ? second : -1;
    }

    // “Who comes?” the mayor asked: the mark ends a sentence, and the one who spoke stands in the next.
    private bool Closes(int sentence, Tree tree, int verb)
    {
        if (verb > 6 || tree.Child(verb, "nsubj") < 0) return false;
        var text = scene.Article.Text;
        var start = scene.Parses[sentence].Sentence.Span.Start;
        for (var i = start - 1; i >= 0 && i >= start - 2; i--)
            if (text[i] is '”' or '"' or '»') return true;
        return tree[0].Form is "”" or "\"" or "''" or "»";
    }

    private static bool Announces(Tree tree, int verb)
    {
        for (var i = verb + 1; i < tree.Count; i++)
            if (tree[i].Form == ":") return i >= tree.Count - 2;
        return false;
    }

    // What is asked for is an infinitive or a gerund; "while", "after" and "as" bring in something else.
    private static bool IsAsked(Tree tree, int clause)
    {
        foreach (var child in tree.Children(clause))
        {
            if (tree.Is(child, "advmod") && Lemma(tree, child) is "when") return false;
            if (tree.Is(child, "mark") && Lemma(tree, child) is "while" or "after" or "before" or "as" or "since" or "because" or "although" or "if" or "unless") return false;
        }
        return tree[clause].Xpos is "VB" or "VBG";
    }

    // "…, residents said, and …", "…, said the mayor": an aside whose sentence is what is said, whatever the tree makes of it.
    private bool Aside(Tree tree, int verb, Scope scope)
    {
        var subject = Nearest(tree, verb);
        if (subject < 0 || tree[subject].Lemma.ToLowerInvariant() is "that" or "which" or "who" && subject < verb) return false;
        foreach (var child in tree.Children(verb))
        {
            if (child > verb && !IsStop(tree, verb + 1) && !IsQuotedAs(tree, child) && (tree.Is(child, "ccomp") || tree.Is(child, "xcomp") || tree.Is(child, "mark")) || tree.Is(child, "mark") || tree.Is(child, "aux") && Lemma(tree, child) is "do" or "can") return false;
            if (child > verb && tree.Is(child, "obj") && !IsHearer(tree, child, Lemma(tree, verb))) return false;
        }
        var start = Math.Min(tree.Yield(subject).Start, verb);
        foreach (var child in tree.Children(verb))
            if (child < verb && tree.Is(child, "advmod") && child > subject) start = Math.Min(start, child);
        if (start == 0 || tree[start - 1].Form is not ("," or "\"" or "”" or "''" or "—" or "–" or "-" or ",\"" or "»" or "’" or "'")) return false;
        var end = Math.Max(verb, subject < verb ? verb : tree.Yield(subject).End - 1) + 1;
        foreach (var child in tree.Children(verb))
            if (child > verb && tree.Yield(child).Start <= end && (tree.Is(child, "obl") || tree.Is(child, "obj") || tree.Is(child, "iobj") || tree.Is(child, "advmod") || tree.Is(child, "compound") || tree.Is(child, "nmod"))) end = Math.Max(end, tree.Yield(child).End);
        if (end < tree.Count && tree[end].Upos != Upos.PUNCT && tree[end].Form is not ("," or "." or "and" or "but") && tree[end].Upos is not (Upos.VERB or Upos.SCONJ)) return false;

        var (from, to) = (start, end);
        while (from > 0 && tree[from - 1].Form != ";") from--;
        while (to < tree.Count && tree[to].Form != ";") to++;
        if (start - from < 2) return false;
        // Another's word before it in the same sentence keeps what is his.
        for (var i = start - 2; i > from; i--)
            if (tree[i].Form.ToLowerInvariant() is "but" or "while" or "whereas" && SpokenBefore(tree, from, i)) from = i + 1;
        scope.Add(from, start);
        if (end < to && tree[end].Form == "," && Continues(tree, verb, end, to)) scope.Add(end, to);
        scope.Remove(start, end);
        foreach (var child in tree.Children(verb))
            if (child >= end && (tree.Is(child, "advcl") || tree.Is(child, "conj") && tree.Child(child, "nsubj") < 0)) scope.RemoveTree(child);
        if (subject > verb)
            foreach (var child in tree.Children(subject))
                if (child >= end) scope.RemoveTree(child);
        return true;
    }

    private static bool IsStop(Tree tree, int word) => word < tree.Count && tree[word].Form is "," or ";" or "." or "—" or "–";

    // The parser may hang the subject of what is said on the verb of saying too: the one beside it is its own.
    private static int Nearest(Tree tree, int verb)
    {
        var nearest = -1;
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "nsubj") && (nearest < 0 || Math.Abs(child - verb) < Math.Abs(nearest - verb))) nearest = child;
        return nearest;
    }

    private bool SpokenBefore(Tree tree, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tree[i].Upos == Upos.VERB && _codebook.Reporting.ContainsKey(Lemma(tree, i)) && tree.Child(i, "nsubj") >= 0) return true;
        return false;
    }

    // After the aside the sentence goes on with what was said, unless the one who spoke does something else or another speaks.
    private bool Continues(Tree tree, int verb, int end, int to)
    {
        if (end + 1 >= to) return false;
        var form = tree[end + 1].Form.ToLowerInvariant();
        if (tree[end + 1].Xpos is "VBG" || form is "who" or "which" or "while" or "but" or "as" or "after" or "citing" or "when") return form is "as" or "after" or "when" || form == "but" && !SpokenBefore(tree, end, to);
        if (form is not ("and" or "or")) return true;
        foreach (var child in tree.Children(verb))
            if (child > end && tree.Is(child, "conj") && tree.Child(child, "nsubj") < 0) return false;
        return !SpokenBefore(tree, end, to);
    }
}
