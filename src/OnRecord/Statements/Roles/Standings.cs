using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Roles;

/// <summary>How the name of a place stands in its sentence: as where something is, or only as where somebody speaks, or as what something else lies beside.</summary>
internal enum Standing : byte
{
    /// <summary>Nothing special: it may be where the act is.</summary>
    Plain,
    /// <summary>It opens the sentence: "In Goma, …".</summary>
    Fronted,
    /// <summary>It opens a sentence of saying: "In Goma, residents said …"; where they speak, and often where it was.</summary>
    FrontedSpeech,
    /// <summary>Where somebody speaks: "told reporters in Cairo", "the minister, visiting Cairo, vowed".</summary>
    Speech,
    /// <summary>Where the speaker is or belongs: "a doctor in Goma said".</summary>
    Speaker,
    /// <summary>Within the name of somebody or something else: "the commissioner of Melut County".</summary>
    Within,
    /// <summary>Beside what is meant: "the boundary with Imphal East", "12 km north of Goma".</summary>
    Landmark,
    /// <summary>In what the act answers: "in retaliation for the killings in Goma".</summary>
    Cause,
    /// <summary>Where somebody has a seat or was born: "a group based in Cairo".</summary>
    Seat,
    /// <summary>Around the place that is meant: "Mopti" in "Bankass, Mopti, Mali".</summary>
    Container,
    /// <summary>On the other side of a border: "the border with Uganda", "across the border from Goma".</summary>
    Beyond,
    /// <summary>Where somebody or something is on the way to: "a bus bound for Goma".</summary>
    Bound,
}

/// <summary>Says how the names of a report's places stand. A place of speech, a cause, a seat, what lies around another, beyond a border or ahead are where no act is.</summary>
internal sealed class Standings(Scene scene)
{
    private const int Far = 6;
    private const int Old = 120;   // days before publication
    private readonly Dictionary<(int, int), Standing> _found = [];
    private readonly Dictionary<(int, int), bool> _background = [];
    private HashSet<int>? _opened;

    private static readonly HashSet<string> Directions = new(StringComparer.Ordinal)
    {
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west", "km", "kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile",
    };

    private static readonly HashSet<string> Answered = new(StringComparer.Ordinal) { "retaliation", "response", "revenge", "reprisal", "vengeance", "solidarity" };

    private static readonly HashSet<string> Audience = new(StringComparer.Ordinal)
    {
        "reporter", "journalist", "conference", "briefing", "interview", "address", "speech", "audience", "summit", "rally", "gathering", "ceremony", "parliament", "correspondent", "press", "medium",
    };

    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal) { "tell", "speak", "announce", "state", "vow", "pledge", "promise", "testify", "reiterate", "stress", "confirm", "deny", "caution", "acknowledge", "concede", "admit" };

    /// <summary>True where the place so named is not where an act is; <paramref name="act"/> is the act's word if it stands in the same sentence, else -1.</summary>
    public bool Elsewhere(int sentence, int word, int act) => Of(sentence, word) switch
    {
        Standing.Speech => act < 0 || !HangsOn(scene.Trees[sentence], word, act),
        Standing.Cause => act < 0 || !Answers(scene.Trees[sentence], word, act),
        Standing.Seat or Standing.Container => true,
        Standing.Beyond => act < 0 || !Lands.Crosses(scene.Trees[sentence], act),
        Standing.Bound => act < 0 || !Journeys.Goes(scene.Trees[sentence], word, act),
        _ => act < 0 && IsBackground(sentence, word),
    };

    /// <summary>True where the name of a place opens the sentence: "In Goma, …".</summary>
    public bool Opens(int sentence)
    {
        if (_opened is null)
        {
            _opened = [];
            foreach (var mention in scene.Mentions.Mentions)
                if (scene.Mentions.Entities[mention.Entity].Kind == EntityKind.Place && Of(mention.Sentence, mention.Head) is Standing.Fronted or Standing.FrontedSpeech) _opened.Add(mention.Sentence);
        }
        return _opened.Contains(sentence);
    }

    /// <summary>True where the sentence turns elsewhere without a name: "In the northeast, …", "Elsewhere in the country, …". What was named before is not where its acts are.</summary>
    public bool TurnsAway(int sentence)
    {
        var tree = scene.Trees[sentence];
        var first = tree.Count > 0 ? tree[0].Form.ToLowerInvariant() : "";
        if (first == "elsewhere") return true;
        if (first is not ("in" or "across" or "further" or "farther")) return false;
        for (var word = 1; word < Math.Min(tree.Count, 6) && tree[word].Form is not ","; word++)
        {
            var form = tree[word].Form.ToLowerInvariant();
            if ((Directions.Contains(form) || Directions.Contains(form.Replace("ern", "", StringComparison.Ordinal))) && form is not ("km" or "mile" or "miles") && !scene.Mentions.Mentions.Any(m => m.Sentence == sentence && m.Start <= word && word < m.End)) return true;
        }
        return false;
    }

    /// <summary>The first sentence whose places may hold for the sentence: none before the last turn elsewhere in its paragraph.</summary>
    public int Since(int sentence)
    {
        for (var at = sentence; at > 0; at--)
        {
            if (TurnsAway(at)) return at;
            if (scene.Paragraphs[at] != scene.Paragraphs[at - 1]) break;
        }
        return 0;
    }

    /// <summary>How the name headed by the word stands.</summary>
    public Standing Of(int sentence, int word)
    {
        if (!_found.TryGetValue((sentence, word), out var standing)) standing = _found[(sentence, word)] = Find(sentence, word);
        return standing;
    }

    private Standing Find(int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        if (IsContainer(sentence, word)) return Standing.Container;
        if (IsBeyond(sentence, word)) return Standing.Beyond;
        if (Journeys.Ahead(tree, scene.MentionAt(sentence, word)?.Start ?? word)) return Standing.Bound;
        if (IsLandmark(sentence, word)) return Standing.Landmark;
        var top = Top(sentence, word);
        if (top != word && IsLandmark(sentence, top)) return Standing.Landmark;
        var head = tree[top].Head;
        if (head < 0) return Standing.Plain;
        if (tree[head].Lemma.Equals("base", StringComparison.OrdinalIgnoreCase) && tree[head].Upos is Upos.VERB or Upos.ADJ && (tree.Is(top, "obl") || tree.Is(top, "compound") || tree.Is(top, "nmod"))
            || tree[head].Lemma.Equals("bear", StringComparison.OrdinalIgnoreCase) && tree[head].Form.Equals("born", StringComparison.OrdinalIgnoreCase)) return Standing.Seat;
        if (CauseOver(tree, top) >= 0) return Standing.Cause;
        if (IsFronted(tree, top)) return Says(tree, head) ? Standing.FrontedSpeech : Standing.Fronted;
        if (SpeechOver(tree, top) >= 0) return Standing.Speech;
        if (SpeakerOver(tree, top)) return Standing.Speaker;
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && mention.Start <= word && word < mention.End && mention.Head != word && scene.Mentions.Entities[mention.Entity].Kind != EntityKind.Place) return Standing.Within;
        return Standing.Plain;
    }

    // "the town of X in Y": what is said of the outermost holds for all.
    private int Top(int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        for (var steps = 0; steps < 4 && tree[word].Head is >= 0 and var head; steps++)
        {
            var name = scene.EntityAt(sentence, head) is { Kind: EntityKind.Place } || IsSettlement(tree, head);
            if (!name || !(tree.Is(word, "conj") || tree.Is(word, "appos") || tree.Is(word, "nmod") || tree.Is(word, "compound") || tree.Is(word, "flat"))) break;
            word = head;
        }
        return word;
    }

    private bool IsSettlement(Tree tree, int word) => tree[word].Upos == Upos.NOUN && tree[word].Lemma.ToLowerInvariant() is "city" or "town" or "village" or "capital" or "district" or "province" or "region" or "state" or "area" or "suburb" or "neighbourhood" or "neighborhood" or "camp" or "hotel" or "base";

    // The middle of "Bankass, Mopti, Mali", and a province after a town in it.
    private bool IsContainer(int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        if (scene.MentionAt(sentence, word) is not { Form: MentionForm.Name } own || own.Start < 2 || tree[own.Start - 1].Form != "," || scene.Mentions.Entities[own.Entity] is not { Kind: EntityKind.Place, Place: not { Kind: PlaceKind.Country } } entity) return false;
        Entity? inner = null, outer = null;
        var last = own.End;
        foreach (var mention in scene.Mentions.Mentions)
        {
            if (mention.Sentence != sentence || mention.Form != MentionForm.Name || scene.Mentions.Entities[mention.Entity] is not { Kind: EntityKind.Place } other) continue;
            if (mention.End == own.Start - 1) inner = other;
            if (mention.Start == own.End + 1 && own.End < tree.Count && tree[own.End].Form == ",") (outer, last) = (other, mention.End);
        }
        if (inner is null || inner.Place is { Kind: PlaceKind.Country } || last < tree.Count && tree[last].Form is "and" or "or") return false;
        var holds = inner.Place is { } town && entity.Place is { } area && (area.Code.Length > 0 && (town.Admin1Code == area.Code || town.Admin2Code == area.Code) && town.Kind > area.Kind || area.Admin1.Length > 0 && town.Admin1 == area.Admin1 && town.Kind >= area.Kind);
        // Without an outer name a town and the next one may be a list.
        return outer is null ? holds && (entity.Place is { Kind: PlaceKind.Admin1 } || inner.Place is { Approximate: true }) : outer.Place is { Kind: PlaceKind.Country } land && entity.Place?.Country is { } home && home == land.Country && (holds || inner.Place is null or { Approximate: true } || entity.Place.Approximate && inner.Place.Country == home);
    }

    // A country, or a town in it, that a border is with.
    private bool IsBeyond(int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        while (tree.Is(word, "conj") && tree[word].Head is >= 0 and var first && scene.PlaceAt(sentence, first) is not null) word = first;
        if (tree[word].Head is not (>= 0 and var border) || !Lands.IsBorder(tree, border) || word < border) return false;
        var where = ClauseReader.Preposition(tree, border);   // "closed the border with Iraq" is as much in Iraq
        if (where is not ("near" or "on" or "along" or "at" or "to" or "across" or "by" or "over" or "towards" or "toward")) return false;
        return ClauseReader.Preposition(tree, word) is "with" && scene.PlaceAt(sentence, word) is { Kind: PlaceKind.Country } || ClauseReader.Preposition(tree, word) is "from" && where is "across" or "over";
    }

    // "the deadliest since the fall of Goma", "in 2014 gunmen abducted girls from Chibok": what is told of then is not where today's acts are.
    private bool IsBackground(int sentence, int word)
    {
        if (!_background.TryGetValue((sentence, word), out var background)) background = _background[(sentence, word)] = IsOld(sentence, word);
        return background;
    }

    private bool IsOld(int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        for (var (at, steps) = (word, 0); at >= 0 && steps < 5; at = tree[at].Head, steps++)
            if ((tree.Is(at, "obl") || tree.Is(at, "nmod")) && ClauseReader.Preposition(tree, at) is "since") return true;
        if (scene.Article.Published is not { } published) return false;
        foreach (var time in scene.Mentions.Times)
            if (time.Sentence == sentence && time is { Kind: TimeKind.During, To: { } to } && to.AddDays(Old) < published && tree[time.Head].Head is >= 0 and var told && tree.Dominates(told, word)) return true;
        return false;
    }

    // "12 km north of Goma", "the border with Uganda".
    private bool IsLandmark(int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        var preposition = ClauseReader.Preposition(tree, word);
        if (preposition is "with" && tree[word].Head is >= 0 and var head && tree[head].Lemma.ToLowerInvariant() is "border" or "boundary" or "frontier") return true;
        if (preposition is not ("of" or "from")) return false;
        var start = scene.MentionAt(sentence, word)?.Start ?? word;
        for (var i = Math.Max(1, start - 3); i < start; i++)
            if (tree[i].Lemma.ToLowerInvariant() is "of" or "from" && Directions.Contains(tree[i - 1].Form.ToLowerInvariant())) return true;
        return false;
    }

    private static int CauseOver(Tree tree, int word)
    {
        for (var (at, steps) = (word, 0); steps < Far && tree[at].Head is >= 0 and var head; at = head, steps++)
            if (Answered.Contains(tree[head].Lemma.ToLowerInvariant()) && tree[head].Upos == Upos.NOUN && (tree.Is(head, "obl") || tree.Is(head, "nmod") || tree.Is(head, "advmod") || tree.Is(head, "conj"))) return head;
        return -1;
    }

    private static bool Answers(Tree tree, int word, int act) => CauseOver(tree, word) is >= 0 and var cause && (cause == act || tree.Dominates(cause, act));

    private static bool HangsOn(Tree tree, int word, int act)
    {
        for (var (at, steps) = (word, 0); at >= 0 && steps < 3; at = tree[at].Head, steps++)
            if (at == act || tree[at].Head == act) return true;
        return false;
    }

    // The verb of saying on which the place hangs, or -1.
    private int SpeechOver(Tree tree, int word)
    {
        var preposition = ClauseReader.Preposition(tree, word);
        var head = tree[word].Head;
        if (head < 0) return -1;
        // "told journalists in Cairo", "said at a news conference in Kyiv"
        if (tree.Is(word, "nmod") && preposition is "in" or "at" && Audience.Contains(tree[head].Lemma.ToLowerInvariant()) && tree[head].Head is >= 0 and var verb && Says(tree, verb)) return verb;
        if (tree.Is(word, "obl") && preposition is "in" or "from" && Says(tree, head) && tree.Child(head, "nsubj") >= 0 && Quotes(tree, head)) return head;
        // "the minister, visiting Cairo, said", "speaking in Cairo"
        if ((tree.Is(word, "obj") && tree[head].Lemma.Equals("visit", StringComparison.OrdinalIgnoreCase) || tree.Is(word, "obl") && tree[head].Lemma.Equals("speak", StringComparison.OrdinalIgnoreCase) && preposition is "in" or "from" or "at")
            && (tree.Is(head, "acl") || tree.Is(head, "advcl")) && tree[head].Head is >= 0 and var over && (Says(tree, over) || tree.Is(over, "nsubj") && tree[over].Head is >= 0 and var said && Says(tree, said))) return over;
        return -1;
    }

    // What is said stands beside it: a clause, or the verb is an aside.
    private static bool Quotes(Tree tree, int verb) => tree.Child(verb, "ccomp") >= 0 || tree.Is(verb, "parataxis") || tree.Child(verb, "parataxis") >= 0 || tree[verb].Lemma.ToLowerInvariant() is "say" or "tell" or "speak";

    private bool Says(Tree tree, int verb)
    {
        var lemma = tree[verb].Lemma.ToLowerInvariant();
        return tree[verb].Upos == Upos.VERB && tree.Child(verb, "aux:pass") < 0 && (scene.Codebook.InList("plain_saying", lemma) || Spoken.Contains(lemma));
    }

    private bool SpeakerOver(Tree tree, int word)
    {
        var head = tree[word].Head;
        for (var steps = 0; steps < 3 && head >= 0; steps++, head = tree[head].Head)
        {
            if (tree[head].Upos == Upos.VERB) return false;
            if (tree.Is(head, "nsubj") && tree[head].Head is >= 0 and var verb && Says(tree, verb)) return true;
        }
        return false;
    }

    private static bool IsFronted(Tree tree, int word)
    {
        var (start, _) = tree.Yield(word);
        return tree.Is(word, "obl") && start < 2 && ClauseReader.Preposition(tree, word) is "in" or "at" or "near" or "across" or "around" or "outside" && word < tree[word].Head;
    }
}
