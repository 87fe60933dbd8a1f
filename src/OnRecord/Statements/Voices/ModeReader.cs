using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Voices;

/// <summary>What a clause says of its act: whether it happened, and whether it is so; with the words that decided it; <paramref name="Modal"/> where its own verb has "will", "could" or their kin, or the words leave no other doubt that it is not told as done.</summary>
internal sealed record Manner(Mode Mode, bool Negative, List<Cue> Cues, bool Modal = false);

/// <summary>Reads mode and polarity by composition: auxiliaries and negations of the clause, then each word that governs it, from the inside out.</summary>
internal sealed class ModeReader(Codebook codebook)
{
    /// <summary>The manner of a candidate whose voice is known.</summary>
    public Manner Read(Scene scene, Candidate candidate, Voice voice)
    {
        var tree = scene.Trees[candidate.Sentence];
        var state = new ModeState(scene, candidate.Sentence) { Type = candidate.Type.Name, Predicate = candidate.Clause.Carrier };
        if (EventModes.IsTried(tree, candidate.Word)) state.Set(Mode.Aim, candidate.Word, strong: true);
        if (EventModes.IsAhead(tree[candidate.Word].Lemma.ToLowerInvariant(), candidate.Type.Name)) state.Set(Mode.Planned, candidate.Word);
        if (candidate.Word != candidate.Clause.Carrier)
        {
            NounModifiers(tree, candidate.Word, state);
            Carrier(scene, candidate, tree, state);
        }
        else if (candidate.Trigger.Form == TriggerForm.Verb && Word(tree, candidate.Word) is { Voices: true, Negative: false } will)
        {
            state.Set(will.Mode, candidate.Word, strong: true);
            state.Certain = will.Mode == Mode.Threat;
        }
        Own(tree, candidate.Clause.Carrier, state);
        Participants(scene, candidate, tree, state);

        var below = candidate.Clause.Carrier;
        if (candidate.Word == below && candidate.Trigger.Form == TriggerForm.Noun) NounModifiers(tree, below, state);
        for (var steps = 0; tree[below].Head >= 0 && steps < 10; steps++)
        {
            var node = tree[below].Head;
            if (!Govern(tree, below, node, state)) break;
            below = node;
        }
        if (voice.Denied) state.Negative = !state.Negative;
        if (state.Order >= 0 && state.Mode is Mode.Demand && voice.Sources.IsEmpty) state.Set(Mode.Planned, state.Order, over: true);   // one's own forces are ordered: a decision
        if (state.Will && (state.Mode is Mode.Planned || state.Mode is Mode.Forecast && candidate.Clause is { Passive: true, Subject: < 0 })) Announcements.Own(scene, candidate, tree, voice, state);
        if (state.Offer >= 0 && state.Mode is Mode.Aim or Mode.Planned) Announcements.Offered(scene, candidate, tree, voice, state);
        return new Manner(state.Mode, state.Negative ^ candidate.Trigger.Negative, state.Cues, state.Mode != Mode.Actual && (state.Certain || candidate.Word == candidate.Clause.Carrier && (IsModal(tree, candidate.Word) || tree[candidate.Word].Head is >= 0 and var asked && IsInfinitive(tree, candidate.Word) && IsGivenTime(tree, asked))));
    }

    // "Anyone who leaves will be shot": nobody has left yet.
    private static bool IsOfAnybody(Tree tree, int verb)
    {
        if (!tree.Is(verb, "acl") || tree[verb].Xpos is not ("VBZ" or "VBP" or "VBG") || tree[verb].Head is not (>= 0 and var who) || !Announcements.IsAnybody(tree, who) || tree[who].Head is not (>= 0 and var above)) return false;
        foreach (var child in tree.Children(above))
            if (tree.Is(child, "aux") && tree[child].Form.ToLowerInvariant() is "will" or "shall") return true;
        return false;
    }

    private static bool IsModal(Tree tree, int verb)
    {
        if (IsOfAnybody(tree, verb)) return true;
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "aux") && tree[child].Form.ToLowerInvariant() is "will" or "would" or "could" or "may" or "might" or "shall" or "should" or "can" or "must") return true;
        return false;
    }

    /// <summary>The word that puts the clause under a condition ("unless they leave", "if they come", "otherwise"); -1 where none does.</summary>
    internal static int Condition(Tree tree, int predicate)
    {
        foreach (var child in tree.Children(predicate))
        {
            if (tree.Is(child, "advmod") && tree[child].Lemma.Equals("otherwise", StringComparison.OrdinalIgnoreCase)) return child;
            if (!tree.Is(child, "advcl")) continue;
            foreach (var below in tree.Children(child))
                if (tree.Is(below, "mark") && tree[below].Lemma.ToLowerInvariant() is "if" or "unless" or "until") return below;
        }
        return -1;
    }

    // "halted the offensive", "proposed a meeting": the verb that lends itself to the noun has a will of its own.
    private void Carrier(Scene scene, Candidate candidate, Tree tree, ModeState state)
    {
        var carrier = candidate.Clause.Carrier;
        var span = scene.SpanOf(candidate.Sentence, carrier, carrier + 1);
        if (tree.Is(candidate.Word, "nsubj") && tree[candidate.Word].Head == carrier && tree.Child(carrier, "obj") >= 0) return;   // "the attacks halted flights": they did happen
        if (tree[carrier].Lemma.ToLowerInvariant() is "agree" or "call" && ClauseReader.Preposition(tree, candidate.Word) is not ("to" or "on")) return;   // "agreed a truce", "called a strike": done
        if (tree[carrier].Lemma.Equals("end", StringComparison.OrdinalIgnoreCase) && tree.Child(carrier, "obl") is >= 0 and var with && ClauseReader.Preposition(tree, with) is "in" or "with" && !codebook.TriggersOf(tree[with].Lemma.ToLowerInvariant(), TriggerForm.Noun).IsEmpty) return;   // "the raid ended in the death of a guard": both came about
        if (EventModes.IsAhead(tree[carrier].Lemma.ToLowerInvariant(), state.Type)) state.Set(Mode.Planned, carrier);
        if (EventModes.IsFoiled(tree[carrier].Lemma.ToLowerInvariant())) { state.Set(Mode.Aim, carrier, strong: true); return; }
        if (candidate.Span.Contains(span) || Word(tree, carrier) is not { } word || word.Mode == Mode.Actual && !word.Negative) return;
        Apply(tree, carrier, word, state, false);
    }

    // The word of will, with its particle where it has one: "rule out".
    private ModeWord? Word(Tree tree, int node)
    {
        var lemma = tree[node].Lemma.ToLowerInvariant();
        if (lemma == "commit" && !Wishes.Commits(tree, node)) return null;
        if (lemma == "want" && Wishes.OfOthers(tree, node) >= 0) return codebook.Modes.GetValueOrDefault("demand");
        if (tree.Child(node, "compound:prt") is >= 0 and var particle && codebook.Modes.TryGetValue($"{lemma} {tree[particle].Lemma.ToLowerInvariant()}", out var phrase)) return phrase;
        if (lemma == "call" && (tree.Child(node, "compound:prt") >= 0 || ClauseReader.Names(tree, node))) return null;   // "call up reservists"
        return codebook.Modes.GetValueOrDefault(lemma);
    }

    // Auxiliaries, negation and marks of the predicate itself.
    private void Own(Tree tree, int p, ModeState state)
    {
        if (IsImperative(tree, p)) state.Set(Mode.Demand, p);
        if (IsOfAnybody(tree, p)) state.Set(Mode.Possible, p);
        foreach (var child in tree.Children(p))
        {
            var lemma = tree[child].Lemma.ToLowerInvariant();
            if (tree.Is(child, "nsubj") && lemma is "whoever" or "whichever") state.Set(Mode.Possible, child);
            if (tree.Is(child, "aux"))
            {
                if (tree[child].Form.ToLowerInvariant() is "will" or "shall" or "'ll" or "’ll" || lemma is "will" or "shall") { state.Set(Mode.Planned, child); state.Will = true; }
                else if (tree[child].Form.ToLowerInvariant() is "would" or "'d") { state.Set(Mode.Planned, child); state.Will = state.Would = true; }
                else if (lemma is "may" or "might" or "could" || tree[child].Form.ToLowerInvariant() is "could" or "can" or "ca") state.Set(Mode.Possible, child);
                else if (lemma is "must") state.Set(Mode.Demand, child);
                else if (lemma is "should") state.Set(Mode.Appeal, child);
            }
            else if (tree.Is(child, "advmod") || tree.Is(child, "cc:preconj"))
            {
                if (lemma == "no" || lemma is not "without" && codebook.InList("negator", lemma)) state.Flip(child);
                else if (codebook.InList("hedge_possible", lemma)) state.Set(Mode.Possible, child);
            }
            else if (tree.Is(child, "mark") && lemma is "if") state.Set(Mode.Possible, child);
            else if (EventModes.IsAwaited(tree, p, child)) { state.Set(Mode.Planned, child); state.Certain = p == state.Predicate; }
            else if (tree.Is(child, "mark") && lemma is "unless") state.Set(state.Under(tree, p, codebook) ? Mode.Demand : Mode.Possible, child, strong: true);   // "or else": what is asked for
            else if (tree.Is(child, "mark") && lemma is "to" && child > 0 && tree[child - 1].Upos is Upos.ADJ && tree[p].Head != child - 1 && codebook.Modes.TryGetValue(tree[child - 1].Lemma.ToLowerInvariant(), out var due) && !due.Negative) state.Set(due.Mode, child - 1, strong: true);   // "is due to leave", wherever it hangs
            else if (tree.Is(child, "mark") && lemma is "to" && (IsToBe(tree, p) || IsHeadline(tree, p, child))) state.Set(Mode.Planned, child);
        }
    }

    // "no casualties", "no group claimed", "without firing".
    private static void Participants(Scene scene, Candidate candidate, Tree tree, ModeState state)
    {
        var clause = candidate.Clause;
        foreach (var argument in new[] { clause.Subject, clause.Object, clause.Predicate })
        {
            if (argument < 0) continue;
            if (tree[argument].Lemma.ToLowerInvariant() is "nobody" or "none" or "nothing" || tree[argument].Form.Equals("no-one", StringComparison.OrdinalIgnoreCase)) { Negate(argument, state); continue; }
            foreach (var child in tree.Children(argument))
                if (tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "no" or "neither")
                {
                    if (!candidate.Span.Contains(scene.SpanOf(candidate.Sentence, child, child + 1))) Negate(child, state);   // "no water": the words that make the type
                }
                else if (tree.Is(child, "mark") && tree[child].Lemma.Equals("without", StringComparison.OrdinalIgnoreCase)) Negate(child, state);
                else if (tree.Is(child, "case") && candidate.Span.Contains(scene.SpanOf(candidate.Sentence, child, child + 1))) continue;   // the words that make the type
                else if (tree.Is(child, "case") && argument == clause.Predicate && tree[child].Lemma.Equals("without", StringComparison.OrdinalIgnoreCase)) Negate(child, state);
        }
        if (clause.Carrier != clause.Predicate && clause.Carrier >= 0 && tree.Child(clause.Carrier, "mark") is >= 0 and var without && tree[without].Lemma.Equals("without", StringComparison.OrdinalIgnoreCase)) Negate(without, state);   // "without causing casualties"
    }

    private static void Negate(int word, ModeState state)
    {
        state.Flip(word);
    }

    // "planned offensive", "possible attack", "attempted coup".
    private void NounModifiers(Tree tree, int p, ModeState state)
    {
        foreach (var child in tree.Children(p))
        {
            if (!tree.Is(child, "amod")) continue;
            switch (tree[child].Lemma.ToLowerInvariant())
            {
                case "plan" or "planned" or "upcoming" or "impending" or "schedule" or "scheduled": state.Set(Mode.Planned, child, strong: true); break;
                case "propose" or "proposed": state.Set(Mode.Appeal, child, strong: true); break;
                case "possible" or "potential" or "suspected" or "suspect" or "apparent": state.Set(Mode.Possible, child, strong: true); break;
                case "attempt" or "attempted" or "failed" or "foiled" or "foil": state.Set(Mode.Aim, child, strong: true); break;
                case "imminent" or "expected" or "expect": state.Set(Mode.Forecast, child, strong: true); break;
                case "threatened" or "threaten": state.Set(Mode.Threat, child, strong: true); break;
            }
        }
    }

    // What the word above makes of the clause; false where its reach ends.
    private bool Govern(Tree tree, int below, int node, ModeState state)
    {
        var relation = tree[below].Relation;
        var lemma = tree[node].Lemma.ToLowerInvariant();
        var word = Word(tree, node);
        if (Given(tree, below, node) is >= 0 and var giving)
        {
            state.Set(Mode.Demand, giving, strong: true);
            return true;
        }
        if (EventModes.Listed(tree, below, node) is >= 0 and var listed && codebook.Modes.GetValueOrDefault(tree[listed].Lemma.Equals("condition", StringComparison.OrdinalIgnoreCase) ? "demand" : tree[listed].Lemma.ToLowerInvariant()) is { } asked)   // "their demands include dissolving parliament"
        {
            Apply(tree, listed, asked, state, false);
            state.Certain = asked is { Negative: false };
            return false;
        }
        if (tree.Is(below, "nsubj") && tree[below].Upos is Upos.NOUN && (tree[node].Upos is Upos.VERB or Upos.AUX or Upos.ADJ || tree.Child(node, "cop") >= 0))
        {
            foreach (var child in tree.Children(node))   // "if the fighting goes on", "once the withdrawal is complete"
                if (tree.Is(child, "mark") && tree[child].Lemma.ToLowerInvariant() is "if" or "unless") state.Set(Mode.Possible, child);
                else if (EventModes.IsAwaited(tree, node, child)) { state.Set(Mode.Planned, child, over: true); state.Certain = true; }
            if (EventModes.TakesItsSubject(tree, node)) Own(tree, node, state);
            else if (EventModes.IsImagined(tree, node)) state.Set(Mode.Possible, node);
            else if (word is not null && (tree.Is(below, "nsubj:pass") || tree[node].Upos is Upos.ADJ || lemma == "loom") && word.Mode is Mode.Planned or Mode.Forecast or Mode.Possible) Apply(tree, node, word, state, false);
            return false;
        }
        if (relation == "conj")
        {
            // "to stay at their posts or be shot"
            if (state.Harm && tree.Child(below, "cc") is >= 0 and var or && tree[or].Lemma.Equals("or", StringComparison.OrdinalIgnoreCase) && (IsImperative(tree, node) || IsInfinitive(tree, node) && Told(tree, node))) state.Set(Mode.Threat, or, strong: true);
            // "will attack and kill": auxiliaries are shared where the second verb has none of its own.
            if (tree[node].Upos is Upos.VERB && !HasOwn(tree, below) && tree[below].Xpos is "VB") Own(tree, node, state);
            else if (tree[node].Upos is Upos.NOUN && tree[below].Upos is Upos.NOUN) return true;
            return tree[below].Xpos is "VB" or "VBG" or "VBN" || tree[below].Upos is Upos.NOUN;
        }
        if (relation is "xcomp" or "ccomp" or "csubj" || tree.Is(below, "xcomp") || tree.Is(below, "ccomp"))
        {
            if (relation != "xcomp" && EventModes.IsOpen(tree, below)) { state.Set(Mode.Possible, below, strong: true); return false; }
            if (word is not null && (word.Mode != Mode.Actual || word.Negative)) Apply(tree, node, word, state, relation == "ccomp");
            if (word is null && codebook.Reporting.TryGetValue(lemma, out var said) && said.Stance == Stance.Doubted) state.Set(Mode.Possible, node);
            if (relation == "ccomp" && codebook.Reporting.ContainsKey(lemma)) return false;
            Own(tree, node, state);
            return true;
        }
        if (tree.Is(below, "acl") && lemma is "guarantee" or "assurance" or "certainty" && tree.Child(node, "det") is >= 0 and var denied && tree[denied].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase))   // "no guarantee that the truce will hold": it may
        {
            state.Set(Mode.Possible, node, over: true);
            return false;
        }
        if (relation is "acl" or "acl:to" || tree.Is(below, "acl") && relation != "acl:relcl")
        {
            if (IsInfinitive(tree, below) && IsGivenTime(tree, node)) { state.Set(Mode.Demand, below, strong: true); return false; }
            if (word is not null && IsInfinitive(tree, below)) Apply(tree, node, word, state, false);
            else if (IsInfinitive(tree, below) && EventModes.IsRanked(tree, node)) return false;
            else if (IsInfinitive(tree, below)) state.Set(tree[node].Lemma is "right" ? Mode.Possible : EventModes.IsDeal(lemma) ? Mode.Planned : Mode.Aim, below);
            else if (word is { Voices: true, Negative: false } && tree.Child(below, "mark") is >= 0 and var that && tree[that].Lemma == "that")   // "gave up their demand that all leave"
            {
                Apply(tree, node, word, state, false);
                return false;
            }
            foreach (var child in tree.Children(node))
                if (tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "no") Negate(child, state);   // "has no plans to"
            return tree[node].Upos is Upos.NOUN && word is not null;
        }
        if (tree.Is(below, "advcl"))
        {
            if (lemma is "accuse" or "blame" or "charge" or "suspect") return false;
            if (EventModes.IsWarnedOff(tree, node, below)) { state.Set(Mode.Appeal, node, over: true); state.Negative = true; return false; }
            if (word is not null && (tree[below].Xpos is "VBG" || IsInfinitive(tree, below)) && (word.Mode is Mode.Appeal or Mode.Demand or Mode.Threat or Mode.Aim or Mode.Planned or Mode.Pledge || word.Negative && !AfterComma(tree, below))) { Apply(tree, node, word!, state, false); return false; }
            if (IsInfinitive(tree, below) && lemma is "force" or "compel" or "oblige" or "coerce" or "cause" or "prompt" or "drive" or "push" or "lead") return false;   // "forced thousands to flee": they did
            if (IsInfinitive(tree, below) && (tree.Child(below, "advmod") is >= 0 and var only && tree[only].Lemma.Equals("only", StringComparison.OrdinalIgnoreCase) && only < below)) return false;   // "only to lose it again": it came about
            if (IsInfinitive(tree, below)) state.Set(Mode.Aim, below);
            else if (tree[below].Xpos is "VBG" && HasOwn(tree, node)) Own(tree, node, state);
            return false;
        }
        // An event noun under a word of will: "demanded the withdrawal", "calls for a ceasefire", "plans for an assault".
        if (relation is "obj" or "obl" or "nmod" || tree.Is(below, "obl") || tree.Is(below, "nmod"))
        {
            if (tree[below].Upos is not (Upos.NOUN or Upos.PROPN or Upos.VERB)) return false;
            var preposition = ClauseReader.Preposition(tree, below);
            if (preposition == "of" && lemma is "report" or "sign" or "evidence" or "claim" or "indication" or "word" && tree.Child(node, "det") is >= 0 and var none && tree[none].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase)) Negate(none, state);
            if (relation == "obj" && EventModes.IsAhead(lemma, state.Type)) state.Set(Mode.Planned, node);
            if (relation == "obj" && EventModes.IsFoiled(lemma)) { state.Set(Mode.Aim, node, strong: true); return false; }
            if (word is not null && (relation == "obj" && tree[node].Upos is Upos.VERB || preposition is "for" or "of" or "on" or "against" or "to" or "from"))
                if (word.Mode != Mode.Actual && preposition is not ("on" or "against") || word.Negative || preposition == "against" && word.Mode == Mode.Forecast) Apply(tree, node, word, state, false);
            if (relation == "obj" && tree[node].Upos is Upos.VERB) Own(tree, node, state);
            return tree[node].Upos is Upos.NOUN && word is not null || relation == "obj" && word is null && Brings.Contains(lemma);
        }
        return false;
    }

    // "a deadline set by the government for the rebels to leave": asked of them.
    private static bool IsGivenTime(Tree tree, int asked)
    {
        if (ClauseReader.Preposition(tree, asked) != "for") return false;
        for (var (above, steps) = (tree[asked].Head, 0); above >= 0 && steps < 2; above = tree[above].Head, steps++)
            if (tree[above].Lemma.ToLowerInvariant() is "deadline" or "ultimatum") return true;
        return false;
    }

    // Verbs that bring about what they govern: as they come about, so does it.
    private static readonly HashSet<string> Brings = new(StringComparer.Ordinal) { "adopt", "introduce", "implement", "secure", "ensure", "achieve", "complete", "bring", "trigger", "spark", "provoke", "pass", "approve" };

    // "stopped a bus, killing two": what is set off by a comma goes on from it.
    private static bool AfterComma(Tree tree, int below) => tree.Yield(below).Start is var start && (tree[start].Form == "," || start > 0 && tree[start - 1].Form == ",");

    // "Hand over the town or …", in somebody's words.
    private static bool IsImperative(Tree tree, int p)
    {
        if (tree[p].Xpos != "VB" || tree[p].Upos != Upos.VERB || tree[p].Relation is not ("root" or "ccomp" or "parataxis")) return false;
        foreach (var child in tree.Children(p))
            if (child < p && (tree.Is(child, "nsubj") || tree.Is(child, "aux") || tree.Is(child, "mark") || tree.Is(child, "csubj"))) return false;
        var first = tree.Yield(p).Start;
        return first == 0 || tree[first].Form is "\"" or "“" || tree[first - 1].Form is "\"" or "“" or ":";
    }

    // "have been told to", "ordered them to", "warned to".
    private bool Told(Tree tree, int infinitive)
    {
        for (var (above, steps) = (tree[infinitive].Head, 0); above >= 0 && steps < 2; above = tree[above].Head, steps++)
            if (tree[above].Lemma.ToLowerInvariant() is "tell" or "warn" || Word(tree, above) is { Mode: Mode.Demand or Mode.Appeal }) return true;
        return false;
    }

    // "gave them two days to leave": the verb that gives the time.
    private static int Given(Tree tree, int below, int node)
    {
        for (var (verb, steps) = (node, 0); verb >= 0 && steps < 2; verb = tree[verb].Head, steps++)
            if (Ultimatum.Of(tree, verb).Act == below) return verb;
        return -1;
    }

    // "Norway, Germany to evacuate staff".
    private static bool IsHeadline(Tree tree, int p, int to) => tree[p].Head < 0 && tree.Child(p, "nsubj") is >= 0 and var subject && subject < to && tree.Child(p, "aux") < 0;

    // "is to send", "are to meet".
    private static bool IsToBe(Tree tree, int p)
    {
        foreach (var child in tree.Children(p))
            if (child < p && (tree.Is(child, "aux") || tree.Is(child, "cop")) && tree[child].Lemma.Equals("be", StringComparison.OrdinalIgnoreCase) && tree[child].Form.ToLowerInvariant() is "is" or "are" or "was" or "were") return !tree.Is(p, "advcl") && tree.Child(p, "aux:pass") != child;
        return tree[p].Relation is "xcomp" or "ccomp" && tree[p].Head is >= 0 and var be && tree[be].Lemma.Equals("be", StringComparison.OrdinalIgnoreCase);
    }

    private static void Apply(Tree tree, int node, ModeWord word, ModeState state, bool finite)
    {
        if (word.Negative)
        {
            state.Flip(node);
            return;
        }
        if (finite && word.Mode is Mode.Aim or Mode.Actual) return;
        var lemma = tree[node].Lemma.ToLowerInvariant();
        if (lemma == "unlikely")
        {
            state.Set(Mode.Forecast, node, strong: true);
            state.Flip(node);
            return;
        }
        if (lemma is "order" or "direct" or "instruct" or "command") state.Order = node;
        if (lemma is "ready" or "willing" or "prepared" || lemma == "prepare" && tree[node].Xpos == "VBN") state.Offer = node;
        state.Set(word.Mode, node, strong: true);
        foreach (var child in tree.Children(node))
            if (tree.Is(child, "advmod") && tree[child].Lemma.ToLowerInvariant() is "not" or "n't" or "never") state.Flip(child);
    }

    private static bool IsInfinitive(Tree tree, int p)
    {
        foreach (var child in tree.Children(p))
            if (tree.Is(child, "mark") && tree[child].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool HasOwn(Tree tree, int p) => tree.Child(p, "aux") >= 0;
}
