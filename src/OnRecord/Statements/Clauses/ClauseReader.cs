using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Makes the arguments of predicates explicit: the stage between the tree and the codebook's frames.</summary>
internal sealed class ClauseReader(Codebook codebook)
{
    private const int DeepestChain = 6;

    /// <summary>The clause of the verb or adjective at <paramref name="p"/>.</summary>
    public Clause OfVerb(Tree tree, int p)
    {
        var passive = IsPassive(tree, p);
        var (subject, shared) = Subject(tree, p, passive, 0);
        var (subjectOwn, obj) = (-1, Object(tree, p));
        if (obj < 0 && tree.Child(p, "iobj") is >= 0 and var indirect) obj = indirect;
        var obliques = Obliques(tree, p);

        if (shared && subject >= 0 && IsRelativeWord(tree, subject) && tree[subject].Head is >= 0 and var below && Relative(tree, below) is >= 0 and var antecedent) subject = antecedent;   // "a man who was accused of shooting"

        // A relative clause: what its missing or relative argument stands for is the noun before it.
        if (Relative(tree, p) is >= 0 and var noun)
        {
            if (subject >= 0 && IsRelativeWord(tree, subject)) subject = noun;
            else if (obj >= 0 && IsRelativeWord(tree, obj)) obj = noun;
            else if (subject < 0) subject = noun;
            else if (obj < 0 && !passive && !HasRelativeOblique(tree, p)) obj = noun;
        }
        if (passive)
        {
            if (subject >= 0) obj = subject;
            else if (tree.Is(p, "acl")) obj = tree[p].Head;
            var by = obliques.FindIndex(o => o.Preposition == "by");
            subjectOwn = by >= 0 ? obliques[by].Head : FarAgent(tree, p, obliques);
            if (by >= 0) obliques.RemoveAt(by);
            (subject, shared) = (subjectOwn, false);
        }
        return new Clause { Predicate = p, Carrier = p, Subject = subject, SubjectShared = shared, Object = obj, Passive = passive, Obliques = obliques };
    }

    // "supplied with drones by Rwanda", hung on the drones by the parser.
    private static int FarAgent(Tree tree, int p, List<Oblique> obliques)
    {
        foreach (var oblique in obliques)
            foreach (var child in tree.Children(oblique.Head))
                if (oblique.Head > p && child > oblique.Head && tree.Is(child, "nmod") && tree[child].Upos == Upos.PROPN && Preposition(tree, child) == "by") return child;
        return -1;
    }

    /// <summary>The clause of the event noun at <paramref name="p"/>: its own modifiers, and the subject of a verb that lends itself to it.</summary>
    public Clause OfNoun(Tree tree, int p)
    {
        var obliques = Obliques(tree, p);
        var subject = -1;
        var obj = -1;
        var passive = false;
        foreach (var child in tree.Children(p))
        {
            if (tree.Is(child, "nmod:poss") && subject < 0) subject = child;
            if (!tree.Is(child, "acl") || tree.Is(child, "acl:relcl")) continue;
            var verb = OfVerb(tree, child);   // "launched by Israel at a depot"
            if (subject < 0 && verb.Passive && verb.Subject >= 0) subject = verb.Subject;
            if (codebook.InList("light", tree[child].Lemma)) obliques.AddRange(verb.Obliques);
        }

        if (!obliques.Exists(o => o.Preposition == "by") && NounDoers.FarBy(tree, p, codebook) is >= 0 and var far) obliques.Add(new Oblique("by", far));
        if (NounDoers.Verb(tree, p) is >= 0 and var goesOn)
            obliques.AddRange(Obliques(tree, goesOn).Where(o => o.Preposition is "between" && !obliques.Exists(own => own.Head == o.Head)));   // "clashes continued between …"

        var carrier = p;
        if (subject < 0 && tree.Is(p, "obl") && Preposition(tree, p) == "with" && tree[tree[p].Head].Upos == Upos.VERB) subject = OfVerb(tree, tree[p].Head).Subject;   // "responded with airstrikes"
        if (LightVerb(tree, p) is >= 0 and var light)
        {
            carrier = light;
            var verb = OfVerb(tree, light);
            var own = verb.Object == p ? verb.Subject : -1;
            if (codebook.InList("light_patient", tree[light].Lemma)) obj = verb.Subject;
            else if (subject < 0) subject = own;
            foreach (var oblique in verb.Obliques)
                if (oblique.Head != p && !(obj == oblique.Head && obj >= 0) && !obliques.Exists(o => o.Head == oblique.Head)) obliques.Add(oblique);
            passive = verb.Passive;
        }
        else if (subject < 0 && NounDoers.Undertaken(tree, p, codebook) is >= 0 and var undertaking)
        {
            var verb = OfVerb(tree, undertaking);
            if (!verb.Passive || tree.Child(undertaking, "nsubj:pass") is >= 0 and var done && NounDoers.Whole(tree, p, codebook) == done) subject = verb.Subject;
        }
        return new Clause { Predicate = p, Carrier = carrier, Subject = subject, Object = obj, Passive = passive, Obliques = obliques };
    }

    /// <summary>True for a verb that a passive auxiliary or subject marks, or a past participle that modifies a noun.</summary>
    public static bool IsPassive(Tree tree, int p)
    {
        foreach (var child in tree.Children(p))
        {
            var relation = tree[child].Relation;
            if (relation is "aux:pass" or "nsubj:pass" or "csubj:pass" or "obl:agent") return true;
            if (relation is "obj") return false;
        }
        if (tree[p].Xpos != "VBN") return false;
        if (tree.Is(p, "acl") && !tree.Is(p, "acl:relcl") || tree.Is(p, "amod")) return true;
        if (HasAuxiliary(tree, p)) return false;
        if (tree.Is(p, "conj") && tree[p].Head >= 0 && tree.Child(p, "nsubj") < 0) return IsPassive(tree, tree[p].Head);
        return !tree.Is(p, "root") || tree.Child(p, "nsubj") < 0;
    }

    /// <summary>The verb that lends itself to the noun at <paramref name="p"/>, or -1.</summary>
    public int LightVerb(Tree tree, int p)
    {
        var head = tree[p].Head;
        if (head < 0 || tree[head].Upos != Upos.VERB || !codebook.InList("light", tree[head].Lemma)) return -1;
        if (tree.Is(p, "obj") && Names(tree, head)) return -1;
        if (tree.Is(p, "obj") || tree.Is(p, "nsubj")) return head;
        return tree.Is(p, "obl") && Preposition(tree, p) is "under" or "out" or "in" or "to" && tree.Child(head, "obj") < 0 ? head : -1;
    }

    /// <summary>True where the verb says what something is ("called the raid a crime"): it is spoken of, not made.</summary>
    public static bool Names(Tree tree, int verb)
    {
        if (!tree[verb].Lemma.Equals("call", StringComparison.OrdinalIgnoreCase) || tree.Child(verb, "obj") is not (>= 0 and var named)) return false;
        foreach (var child in tree.Children(verb))
            if (child > named && (tree.Is(child, "obj") || tree.Is(child, "xcomp") && tree[child].Upos is Upos.NOUN or Upos.ADJ)) return true;
        return false;
    }

    /// <summary>The preposition that introduces the word, as its lemma; "" where there is none.</summary>
    public static string Preposition(Tree tree, int index)
    {
        foreach (var child in tree.Children(index))
            if (tree.Is(child, "case"))
            {
                var lemma = tree[child].Lemma.ToLowerInvariant();
                if (lemma is not ("'s" or "’s" or "'")) return lemma;
            }
        return "";
    }

    private (int Subject, bool Shared) Subject(Tree tree, int p, bool passive, int depth)
    {
        foreach (var child in tree.Children(p))
            if (tree.Is(child, "nsubj") && !tree.Is(child, "nsubj:outer")) return (child, false);
        if (tree[p].Upos == Upos.VERB && tree.Child(p, "cop") >= 0 && tree.Child(p, "nsubj") is >= 0 and var outermost) return (outermost, false);   // "the army is to enter the town"
        var head = tree[p].Head;
        if (head < 0 || depth > DeepestChain) return (-1, false);
        if (Given(tree, p) is >= 0 and var doer) return (doer, true);
        if (Asked(tree, p, head) is >= 0 and var whom) return (whom, true);

        if (tree.Is(p, "conj") && tree[head].Upos is Upos.VERB or Upos.AUX or Upos.ADJ or Upos.NOUN)
        {
            var outer = OuterSubject(tree, head, depth);
            if (passive != IsPassive(tree, head) && IsPassive(tree, head) && !passive)
                return (tree.Child(head, "nsubj") is >= 0 and var s ? s : outer, true);
            if (passive && !IsPassive(tree, head)) return (OuterSubject(tree, head, depth), true);
            return (outer, true);
        }
        if (tree.Is(p, "xcomp") || tree.Is(p, "ccomp") && tree.Child(p, "mark") < 0 && tree[p].Xpos is "VB" or "VBG")
        {
            // "ordered the troops to leave": the object is the one who leaves; "plans to leave": the subject.
            var obj = tree.Child(head, "obj");
            if (obj < 0) obj = tree.Child(head, "iobj");
            if (obj >= 0 && obj < p && tree[head].Upos == Upos.VERB) return (obj, true);
            if (tree.Child(head, "obl") is >= 0 and var asked && Preposition(tree, asked) is "on" or "to" && asked < p && codebook.Modes.ContainsKey(tree[head].Lemma)) return (asked, true);
            return (OuterSubject(tree, head, depth), true);
        }
        if (tree.Is(p, "advcl") && HeldToHaveDone(tree, p, head))
            return !IsPassive(tree, head) ? (tree.Child(head, "obj"), true) : tree.Is(head, "acl") && !tree.Is(head, "acl:relcl") ? (tree[head].Head, true) : (Subject(tree, head, true, depth + 1).Subject, true);
        if (tree.Is(p, "advcl") && Told(tree, p, head) is >= 0 and var told) return (told, true);
        if (tree.Is(p, "advcl") && tree[p].Xpos is "VBG" or "VB" or "VBN" or "TO") return (OuterSubject(tree, head, depth), true);
        if (tree.Is(p, "acl") && !tree.Is(p, "acl:relcl"))
        {
            if (tree[p].Xpos is "VBG") return (head, true);
            if (tree[p].Xpos is "VBN") return (-1, false);
            var owner = tree.Child(head, "nmod:poss");                       // "their plan to leave"
            if (owner >= 0) return (owner, true);
            if (tree[p].Xpos == "VB" && NounDoers.Maker(tree, head, codebook) is >= 0 and var maker) return (maker, true);   // "an army operation to retake the town", "the attempt by rebels to enter"
            while (tree.Is(head, "nmod") && tree[head].Head is >= 0 and var whole && tree[whole].Upos == Upos.NOUN && !tree.Is(head, "nmod:poss")) head = whole;   // "the start of a mission to retake"
            var verb = tree[head].Head;                                       // "announced a plan to leave"
            if (verb < 0 && tree[head].Upos == Upos.PROPN) return (head, true);   // a headline: "Denmark to send troops"
            if (verb >= 0 && tree[verb].Upos == Upos.VERB && tree.Is(head, "obj") && tree.Child(verb, "iobj") is >= 0 and var given) return (given, true);   // "gave them two days to leave"
            if (verb >= 0 && tree[verb].Upos == Upos.VERB && (tree.Is(head, "obj") || tree.Is(head, "obl"))) return (OuterSubject(tree, verb, depth), true);
        }
        return (-1, false);
    }

    // "accused the army of shelling", "was convicted of killing", "sentenced two men for attacking".
    private bool HeldToHaveDone(Tree tree, int p, int head)
    {
        var lemma = tree[head].Lemma.ToLowerInvariant();
        if (tree.Child(p, "mark") is not (>= 0 and var mark) || tree[mark].Lemma.ToLowerInvariant() is not ("of" or "for" or "with" or "over" or "against")) return false;
        if (lemma is "warn" or "caution" && tree[mark].Lemma.Equals("against", StringComparison.OrdinalIgnoreCase)) return tree.Child(head, "obj") >= 0;
        return codebook.InList("accusing", lemma) || codebook.InList("punishing", lemma) && tree[p].Xpos == "VBG";
    }

    // "called for both sides to talk", "calls on the army to leave", "appealed to young men to fight": who stands right before the infinitive.
    private int Asked(Tree tree, int p, int head)
    {
        if (tree[p].Xpos != "VB" || tree.Child(p, "mark") is not (>= 0 and var to) || !tree[to].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)) return -1;
        foreach (var child in tree.Children(head))
        {
            if (child < head || child > to || !tree.Is(child, "obl") && !tree.Is(child, "nmod")) continue;
            var end = tree.Yield(child).End;
            if (tree.Dominates(child, p) || end > to || to - end > 2) continue;
            var preposition = Preposition(tree, child);
            var person = tree[child].Upos == Upos.PROPN || codebook.Classes.TryGetValue(tree[child].Lemma.ToLowerInvariant(), out var classes) && (classes.Contains("person") || classes.Contains("force") || classes.Contains("office") || classes.Contains("body"));
            if (person && (preposition == "for" || preposition is "on" or "upon" && tree[head].Lemma.Equals("call", StringComparison.OrdinalIgnoreCase) || preposition == "to" && tree[head].Lemma.ToLowerInvariant() is "appeal" or "plead")) return child;
        }
        return -1;
    }

    // What stands after a preposition is no object, whatever the parser calls it.
    private static int Object(Tree tree, int p)
    {
        foreach (var child in tree.Children(p))
            if (tree.Is(child, "obj") && !IsBetween(tree, child)) return Others(tree, child);
        // "arrested and tortured three activists": what the second does it to, the first does too.
        if (p + 2 < tree.Count && tree[p + 1].Upos == Upos.CCONJ && tree[p + 2].Head == p && tree.Is(p + 2, "conj") && tree[p + 2].Upos == Upos.VERB && tree[p + 2].Xpos == tree[p].Xpos && !Alone.Contains(tree[p].Lemma.ToLowerInvariant()))
            foreach (var child in tree.Children(p + 2))
                if (tree.Is(child, "obj") && !IsBetween(tree, child)) return child;
        return -1;
    }

    // "killed himself and six others": the others.
    private static int Others(Tree tree, int word) =>
        tree[word].Upos == Upos.PRON && tree[word].Form.EndsWith("self", StringComparison.OrdinalIgnoreCase) && tree.Child(word, "conj") is >= 0 and var others ? others : word;

    // Verbs that mostly have no object of their own.
    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal) { "flee", "escape", "come", "go", "return", "leave", "advance", "retreat", "withdraw", "die", "surrender", "fight", "march", "protest", "gather", "arrive", "enter", "meet", "resign", "talk", "say" };

    private static bool IsBetween(Tree tree, int word) => tree.Is(word, "obj") && Preposition(tree, word) is "between" or "against" or "with";

    // "gave the garrison two days to leave": the garrison is to leave.
    private static int Given(Tree tree, int p)
    {
        var verb = tree[p].Head;
        for (var steps = 0; steps < 2 && verb >= 0; steps++, verb = tree[verb].Head)
            if (Ultimatum.Of(tree, verb) is var (act, doer) && act == p) return doer;
        return -1;
    }

    // "ordered residents to leave their homes", "gave the garrison two days to leave": the first object does it.
    private int Told(Tree tree, int p, int head)
    {
        if (tree[head].Upos != Upos.VERB || tree[p].Xpos != "VB" || tree.Child(p, "mark") is not (>= 0 and var to) || !tree[to].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase)) return -1;
        var lemma = tree[head].Lemma.ToLowerInvariant();
        if (!codebook.InList("granting", lemma) && !(codebook.Modes.TryGetValue(lemma, out var mode) && mode.Voices)) return -1;
        if (IsPassive(tree, head)) return tree.Child(head, "nsubj");
        var obj = tree.Child(head, "iobj") is >= 0 and var given ? given : tree.Child(head, "obj");
        return obj < p ? obj : -1;
    }

    private int OuterSubject(Tree tree, int head, int depth)
    {
        if (tree[head].Upos is Upos.NOUN or Upos.PROPN && tree.Child(head, "cop") < 0 && tree.Child(head, "nsubj") < 0) return tree.Is(head, "obj") ? OuterSubjectOfHead(tree, head, depth) : -1;
        var passive = tree[head].Upos == Upos.VERB && IsPassive(tree, head);
        if (Relative(tree, head) is >= 0 and var noun)
        {
            var own = Subject(tree, head, passive, DeepestChain).Subject;
            return own < 0 || IsRelativeWord(tree, own) ? noun : own;
        }
        return Subject(tree, head, passive, depth + 1).Subject;
    }

    private int OuterSubjectOfHead(Tree tree, int noun, int depth) =>
        tree[noun].Head is >= 0 and var verb && tree[verb].Upos == Upos.VERB ? OuterSubject(tree, verb, depth + 1) : -1;

    private static int Relative(Tree tree, int p) => tree.Is(p, "acl:relcl") ? tree[p].Head : -1;

    private static bool IsRelativeWord(Tree tree, int index) => tree[index].Lemma.ToLowerInvariant() is "who" or "which" or "that" or "whom";

    private static bool HasRelativeOblique(Tree tree, int p)
    {
        foreach (var child in tree.Children(p))
            if ((tree.Is(child, "obl") || tree.Is(child, "advmod")) && tree[child].Lemma.ToLowerInvariant() is "which" or "whom" or "where" or "when" or "whose") return true;
        return false;
    }

    private static bool HasAuxiliary(Tree tree, int p)
    {
        foreach (var child in tree.Children(p))
            if (tree[child].Relation == "aux") return true;
        return false;
    }

    private static List<Oblique> Obliques(Tree tree, int p)
    {
        var found = new List<Oblique>();
        foreach (var child in tree.Children(p))
        {
            if (!tree.Is(child, "obl") && !tree.Is(child, "nmod") && !tree.Is(child, "advcl") && !IsBetween(tree, child) || tree.Is(child, "nmod:poss")) continue;
            var preposition = Preposition(tree, child);
            if (preposition.Length == 0) continue;
            found.Add(new Oblique(preposition, child));
            foreach (var conj in tree.Children(child))
                if (tree.Is(conj, "conj") && Preposition(tree, conj) is { Length: > 0 } other && other != preposition) found.Add(new Oblique(other, conj));
        }
        return found;
    }
}
