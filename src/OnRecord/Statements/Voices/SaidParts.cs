using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>Tells which of the words that hang on a verb of saying, of will or of attitude are what is said, and which are those to whom, or something beside it.</summary>
internal sealed class SaidParts(Scene scene)
{
    private readonly Codebook _codebook = scene.Codebook;

    // The clauses and nouns that the verb governs as what is said.
    public List<(int Word, bool Said)> Governed(int sentence, int verb, string lemma, ReportingWord? reporting, bool will, bool attitude, Clause clause)
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
            case "advcl" when lemma is "admit" or "confess" or "own" or "deny": return tree.Child(child, "mark") is >= 0 and var to && Lemma(tree, to) == "to" && (tree[child].Xpos == "VBG" || tree[child].Xpos == "VB" && tree.Child(verb, "xcomp") is >= 0 and var done && done > verb && done < child);
            case "advcl" when _codebook.InList("says_noun", lemma) && clause.Object >= 0 && tree[child].Xpos == "VBG": return tree.Child(child, "mark") is >= 0 and var within && Lemma(tree, within) is "in" or "for";   // "announced the death of two men in fighting"
            case "advcl": return _codebook.InList("accusing", lemma) && (tree[child].Xpos == "VBG" || tree.Child(child, "mark") is >= 0 and var of && Lemma(tree, of) is "of" or "for") || will && IsAsked(tree, child);
            case "obj":
                if ((says || _codebook.InList("attitude_clause", lemma)) && child > verb && Lemma(tree, tree.Yield(child).Start) == "that" && tree.Yield(child).Start > verb && HasClause(tree, child)) return true;   // "charges that countries which …"
                if (IsHearer(tree, child, lemma)) return false;
                if (attitude && _codebook.InList("attitude", lemma)) return lemma is not ("show" or "tell") || clause.Subject >= 0 && (_codebook.InList("evidence", Lemma(tree, clause.Subject)) || _codebook.InList("telling", Lemma(tree, clause.Subject)));
                if (attitude && _codebook.InList("attitude_as", lemma) && As(tree, verb) >= 0) return true;
                return lemma is not ("call" or "press" or "tell" or "direct" or "fear") && will || _codebook.InList("says_noun", lemma);
        }
        if (!tree.Is(child, "obl") || scene.IsTime(sentence, child)) return false;
        var preposition = ClauseReader.Preposition(tree, child);
        if (lemma is "accuse" or "deny" or "admit" or "confess") return preposition is "of" or "to";
        if (will) return preposition is "for" or "of" or "to" or "against" or "with" or "from" && !IsHearer(tree, child, lemma) && clause.Object != child;
        if (attitude && (_codebook.InList("attitude", $"{lemma} {preposition}") || _codebook.InList("attitude_as", lemma) && preposition == "as")) return true;
        if (lemma is "speak" or "talk" or "sing" or "tweet" or "write" or "debate" or "look" or "respond" && preposition is "for" or "to" or "at" or "with") return attitude && lemma is "respond" && preposition == "to";
        return lemma is "warn" or "speak" or "tell" or "complain" or "boast" or "report" && preposition is "of" or "about" || attitude && (preposition is "about" or "of" || preposition is "for" or "on" or "with" or "against" or "to" or "at" or "over" or "as" && _codebook.InList("attitude", lemma));
    }

    /// <summary>True for a verb that tells of an attitude with a preposition alone ("leans toward the offer").</summary>
    public bool ByPreposition(Tree tree, int verb, string lemma)
    {
        if (_codebook.InList("attitude_as", lemma) && As(tree, verb) >= 0) return true;
        foreach (var child in tree.Children(verb))
            if (child > verb && tree.Is(child, "obl") && _codebook.InList("attitude", $"{lemma} {ClauseReader.Preposition(tree, child)}")) return true;
        return false;
    }

    // "saw the vote as a warning".
    private static int As(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (child > verb && (tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) == "as" || (tree.Is(child, "xcomp") || tree.Is(child, "advcl")) && tree[tree.Yield(child).Start].Lemma == "as")) return child;
        return -1;
    }

    private static bool HasClause(Tree tree, int noun)
    {
        foreach (var child in tree.Children(noun))
            if (tree.Is(child, "acl")) return true;
        return false;
    }

    private static bool IsSplit(Tree tree, int verb, int child)
    {
        for (var i = verb + 1; i < child; i++)
            if (tree[i].Form == ";") return true;
        return false;
    }

    // "assured the council in writing that …", "warned voters that …": the clause that the parser hung on a noun in between.
    public bool Deeper(Tree tree, int verb, Scope scope)
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
        return found || Sibling(tree, verb, scope);
    }

    // "the group, which the ministry says is armed from abroad, …": the parser hung both clauses on the group.
    private static bool Sibling(Tree tree, int verb, Scope scope)
    {
        if (!tree.Is(verb, "acl:relcl") || tree[verb].Head is not (>= 0 and var noun) || !scope.IsEmpty) return false;
        foreach (var other in tree.Children(noun))
            if (other > verb && tree.Is(other, "acl:relcl") && tree.Child(other, "nsubj") is >= 0 and var which && which < verb && Lemma(tree, which) is "which" or "that" or "who")
            {
                scope.Add(verb + 1, tree.Yield(other).End);
                return true;
            }
        return false;
    }

    // A verb that says nothing but "say": what follows it in its clause, or what it breaks into.
    public void Rest(Tree tree, int verb, Clause clause, Scope scope)
    {
        if (clause.Passive || Lemma(tree, verb) == "declare" && tree.Child(verb, "obj") is var declared && declared > verb && Lemma(tree, declared) is "war" or "curfew" or "emergency" or "state" or "law" or "mobilization" or "mobilisation" or "ceasefire" or "truce" or "strike" or "embargo" or "independence") return;   // "declared a curfew" is done by saying so
        foreach (var child in tree.Children(verb))
            if (child > verb && !(tree.Is(child, "advcl") && tree[child].Xpos == "VBG" && _codebook.Reporting.ContainsKey(Lemma(tree, child))) && !(tree[child].Relation is "obj" or "iobj" && IsHearer(tree, child, Lemma(tree, verb))) && tree[child].Relation is not ("punct" or "nsubj" or "cc" or "conj" or "obl:tmod" or "nmod:tmod" or "aux") && !tree.Is(child, "obl") && tree[child].Upos is not (Upos.PUNCT or Upos.ADV)) scope.AddTree(child);
        if (scope.IsEmpty) AsMuch(tree, verb, scope);
        if (!scope.IsEmpty || tree[verb].Head is not (>= 0 and var head)) return;
        if (tree.Is(verb, "parataxis")) scope.AddTree(head).RemoveTree(verb);
        else if (!clause.Passive && Following(tree, verb) is > 0 and var stop) scope.Add(verb + 1, stop);
        else if (tree.Is(verb, "advcl") && head > verb && tree.Child(verb, "nsubj") >= 0 && tree.Child(verb, "mark") is >= 0 and var mark && Lemma(tree, mark) is "though" or "although" or "while" or "but" && tree[verb + 1].Upos is not Upos.PUNCT) scope.Add(verb + 1, tree.Yield(head).End);   // "though he noted traders are leaving"
    }

    // "a man who said he was beaten", whatever the parser hung the clause on: to the next comma, if there is a clause; 0 if not.
    private static int Following(Tree tree, int verb)
    {
        if (verb + 1 >= tree.Count || tree[verb + 1].Upos is not (Upos.PRON or Upos.DET or Upos.PROPN or Upos.NOUN or Upos.SCONJ)) return 0;
        var finite = false;
        for (var i = verb + 1; i < tree.Count; i++)
        {
            if (tree.Dominates(i, verb) && tree[i].Upos is Upos.VERB) return 0;
            finite |= tree[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD";
            if (tree[i].Form is "," or "." or ";" or "\"" or "”") return finite ? i : 0;
        }
        return finite ? tree.Count : 0;
    }

    // "said as much", "thinks so", "said the same".
    public static void AsMuch(Tree tree, int verb, Scope scope)
    {
        foreach (var child in tree.Children(verb))
            if (child > verb && child <= verb + 3 && Lemma(tree, child) is "much" or "so" or "same" or "otherwise") scope.AddTree(child);
    }

    // Those to whom it is said: "told residents", "asked the council to".
    public bool IsHearer(Tree tree, int child, string lemma)
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

    public static int QuotedAs(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
            if (IsQuotedAs(tree, child)) return child;
        return -1;
    }

    // "saying" in "was quoted as saying" is one cue with the verb above it.
    public static bool IsQuotedAs(Tree tree, int verb) =>
        tree[verb].Head is >= 0 and var above && tree[verb].Xpos == "VBG" && Lemma(tree, above) is "quote" or "cite" && tree.Child(verb, "mark") is >= 0 and var mark && Lemma(tree, mark) == "as";

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();
}
