using System.Collections.Frozen;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Times;

/// <summary>Where the clause around a word lies, as far as its verb says.</summary>
internal enum Tense : byte
{
    Unknown,
    Past,
    Present,
    Future,
}

/// <summary>Reads from a parse whether the clause that governs a word is past, present or still to come.</summary>
internal sealed class Tenses(Parse parse)
{
    private readonly Tree _tree = new(parse);

    // Words whose "to"-infinitive or object has not happened yet.
    private static readonly FrozenSet<string> Ahead = FrozenSet.ToFrozenSet(
    [
        "plan", "intend", "aim", "want", "expect", "agree", "decide", "vow", "promise", "pledge", "threaten", "order", "demand", "urge", "call", "ask", "need", "prepare", "hope",
        "propose", "schedule", "slate", "set", "due", "likely", "ready", "poise", "bind", "bound", "go", "seek", "require", "tell", "warn", "swear", "invite", "request", "wish", "offer", "instruct", "appeal",
        "decision", "order", "deadline", "ultimatum", "pledge", "promise", "intention", "proposal", "request", "willing", "able", "give", "authorise", "authorize", "approve", "commit", "undertake", "resolve", "determine", "wait",
    ]);

    // Of these, an object that has a date is itself still to come: "called for a strike on Friday".
    private static readonly FrozenSet<string> Announcing = FrozenSet.ToFrozenSet(["plan", "call", "schedule", "propose", "demand", "expect", "threaten", "await"]);

    private static readonly FrozenSet<string> Scheduled = FrozenSet.ToFrozenSet(["schedule", "plan", "due", "expect", "slate", "set"]);

    private static readonly FrozenSet<string> WillWords = FrozenSet.ToFrozenSet(["will", "'ll", "wo", "shall", "would", "'d", "must", "should", "may", "might", "can", "could", "ca"]);

    /// <summary>The tense of the clause that word <paramref name="index"/> stands in.</summary>
    public Tense Of(int index)
    {
        var tense = Climb(index, out var top);
        // "The attack on Friday" inside a plan lies where the plan says; a possessor ("Friday's attack") is past unless it leads what is to come.
        if (tense == Tense.Future && top >= 0 && Possesses(index) is var noun and >= 0 && !(_tree.Is(noun, "nsubj") && _tree[noun].Head == top)) return Tense.Past;
        return tense;
    }

    /// <summary>True where the clause around the word has one of the verbs given.</summary>
    public bool IsUnder(int index, params ReadOnlySpan<string> lemmas)
    {
        for (int at = index, steps = 0; at >= 0 && steps < 4; at = _tree[at].Head, steps++)
            if (at != index && lemmas.Contains(_tree[at].Lemma)) return true;
        return false;
    }

    /// <summary>True where the word follows a verb of planning or telling that governs it, so that a last day is still to come: "decided to send troops by Monday".</summary>
    public bool IsPlanned(int index)
    {
        for (int at = _tree[index].Head, steps = 0; at >= 0 && steps < 6; at = _tree[at].Head, steps++)
            if (at < index && _tree[at].Upos == Upos.VERB && Ahead.Contains(_tree[at].Lemma)) return !HasAux(at, "had");
        return false;
    }

    /// <summary>True where the clause around the word is in the past perfect.</summary>
    public bool IsPerfectPast(int index)
    {
        for (int at = index, steps = 0; at >= 0 && steps < 4; at = _tree[at].Head, steps++)
            if (_tree[at].Upos == Upos.VERB) return HasAux(at, "had");
        return false;
    }

    private int Possesses(int index)
    {
        for (int at = index, steps = 0; at >= 0 && steps < 3; at = _tree[at].Head, steps++)
            if (_tree.Is(at, "nmod") && _tree[at].Relation == "nmod:poss") return _tree[at].Head;
        return -1;
    }

    private Tense Climb(int index, out int top)
    {
        var nouns = 0;
        top = -1;
        for (int at = index, steps = 0; at >= 0 && steps <= _tree.Count; at = _tree[at].Head, steps++)
        {
            top = at;
            var word = _tree[at];
            var isVerb = word.Upos is Upos.VERB or Upos.AUX;
            if (at != index && (nouns > 0 || _tree.Child(index, "case") is var on and >= 0 && _tree[on].Lemma == "for") && isVerb && Announcing.Contains(word.Lemma)) return Tense.Future;
            if (at != index && word.Upos is Upos.VERB or Upos.ADJ && Scheduled.Contains(word.Lemma) && word.Xpos is not ("VBD" or "VBZ" or "VBP")) return Tense.Future;
            if (isVerb || _tree.Child(at, "cop") >= 0)
            {
                var tense = Clause(at);
                if (tense == Tense.Present && (word.Lemma == "expire" || (word.Lemma == "take" && _tree.Child(at, "obj") is var effect and >= 0 && _tree[effect].Lemma == "effect"))) return Tense.Future;
                if (tense is Tense.Present or Tense.Unknown && isVerb && word.Head >= 0 && Ahead.Contains(_tree[word.Head].Lemma) && (_tree.Is(at, "ccomp") || _tree.Is(at, "xcomp")))
                    return Tense.Future;
                if (tense != Tense.Unknown) return tense;
                if (IsInfinitive(at))
                {
                    // A plan, or a headline's "Troops to leave Friday".
                    if (word.Head < 0) return Tense.Future;
                    if (!_tree.Is(at, "advcl") && Ahead.Contains(_tree[word.Head].Lemma)) return Tense.Future;
                }
            }
            else if (at != index && word.Upos is Upos.NOUN or Upos.PROPN && Math.Abs(at - index) > 0 && !IsTimeNoun(word.Form)) nouns++;
        }
        return Tense.Unknown;
    }

    private static bool IsTimeNoun(string form) =>
        Lexicon.Unit(form.ToLowerInvariant()) is not null || Lexicon.WeekdayOrShort(form.ToLowerInvariant()) is not null || Lexicon.Month(form.ToLowerInvariant()) > 0
        || Lexicon.DayParts.Contains(form.ToLowerInvariant()) || form is "end" or "start" or "beginning" or "eve";

    private bool IsInfinitive(int verb)
    {
        foreach (var child in _tree.Children(verb))
            if (child < verb && _tree[child].Upos == Upos.PART && _tree[child].Form is "to" or "To") return true;
        return false;
    }

    private bool HasAux(int verb, string form)
    {
        foreach (var child in _tree.Children(verb))
            if (_tree.Is(child, "aux") && _tree[child].Form.Equals(form, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private Tense Clause(int verb)
    {
        Tense finite = Tense.Unknown;
        var perfect = false;
        var modal = false;
        var condition = false;
        var own = _tree[verb];
        foreach (var child in _tree.Children(verb))
        {
            var word = _tree[child];
            if (_tree.Is(child, "mark") && word.Lemma is "if" or "unless") condition = true;
            if (!_tree.Is(child, "aux") && !_tree.Is(child, "cop")) continue;
            var form = word.Form.ToLowerInvariant();
            if (form == "'d" ? own.Xpos == "VB" : WillWords.Contains(form)) modal = true;
            if (word.Lemma == "have" || form is "had" or "has" or "have" or "'ve") perfect = true;
            if (finite == Tense.Unknown)
                finite = form switch
                {
                    "was" or "were" or "had" or "did" or "has" or "have" or "'ve" => Tense.Past,
                    "is" or "are" or "am" or "'s" or "'re" or "do" or "does" => Tense.Present,
                    _ => Tense.Unknown,
                };
        }
        if (modal) return perfect ? Tense.Past : Tense.Future;
        if (finite == Tense.Present && IsInfinitive(verb)) return Tense.Future;
        if (finite == Tense.Unknown && own.Upos is Upos.VERB or Upos.AUX)
            finite = own.Xpos switch
            {
                "VBD" => Tense.Past,
                "VBZ" or "VBP" => Tense.Present,
                "VB" when !IsInfinitive(verb) => Tense.Present,
                _ => Tense.Unknown,
            };
        return condition && finite != Tense.Unknown && !perfect ? Tense.Future : finite;
    }
}
