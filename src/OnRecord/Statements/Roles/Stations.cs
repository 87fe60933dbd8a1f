using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Roles;

/// <summary>A place that a report names as where something is; <paramref name="Nouns"/> say what it is called or what is there ("village", "camp").</summary>
internal sealed record Station(int Sentence, int Word, Entity Entity, ImmutableArray<string> Nouns)
{
    /// <summary>The identity by which its mentions are brought together, as options of places have it.</summary>
    public string Key { get; } = Entity.Place is { } place ? PlaceOptions.KeyOf(place) : "? " + Entity.Name.ToLowerInvariant();
}

/// <summary>
/// The places through which a report goes: towns, villages and spots, or the provinces, that are named as where something is, in text order.
/// Where its first act is, where it was last, and which place "the village" or "the camp" means.
/// </summary>
internal sealed class Stations
{
    private const int Lead = 5;   // sentences in which the place of the first act is named
    private static readonly HashSet<string> Locative = new(StringComparer.Ordinal) { "in", "at", "on", "near", "outside", "around", "inside", "of", "over", "across", "within", "along", "against", "into", "through", "throughout", "from", "out", "" };
    private readonly Scene _scene;
    private readonly List<Station> _all = [];
    private readonly Dictionary<string, int> _counts = [];
    private readonly Dictionary<(int, int), Station?> _called = [];

    /// <summary>Those of a report: its towns, villages and spots, or its provinces.</summary>
    public Stations(Scene scene, bool provinces)
    {
        _scene = scene;
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Form == MentionForm.Name && (provinces ? scene.Mentions.Entities[mention.Entity] is { Place.Kind: PlaceKind.Admin1 } : IsFine(scene.Mentions.Entities[mention.Entity])) && IsThere(mention)) _all.Add(new Station(mention.Sentence, mention.Head, scene.Mentions.Entities[mention.Entity], [.. Nouns(mention)]));
        First = _all.Find(s => s.Sentence < Lead);
        foreach (var station in _all) _counts[station.Key] = TimesAt(station.Key) + 1;
        foreach (var times in _counts.Values) Most = Math.Max(Most, times);
    }

    /// <summary>In text order.</summary>
    public IReadOnlyList<Station> All => _all;

    /// <summary>The first, if the report begins with it; else null.</summary>
    public Station? First { get; }

    /// <summary>How often the report is at the place where it is most often.</summary>
    public int Most { get; }

    /// <summary>How often the report is at a place.</summary>
    public int TimesAt(string key) => _counts.GetValueOrDefault(key);

    /// <summary>The last before a word, or null.</summary>
    public Station? Before(int sentence, int word) => _all.FindLast(s => (s.Sentence, s.Word).CompareTo((sentence, word)) < 0);

    /// <summary>True where the mention names one of them.</summary>
    public bool At(Mention mention) => _all.Exists(s => s.Sentence == mention.Sentence && s.Word == mention.Head);

    /// <summary>The place that "the village", "the camp" means: the last so called before it, else the next one in the same or the next sentence; null where none is.</summary>
    public Station? Called(int sentence, int word)
    {
        if (_called.TryGetValue((sentence, word), out var known)) return known;
        return _called[(sentence, word)] = IsTakenUp(_scene, sentence, word) && _scene.Trees[sentence][word].Lemma.ToLowerInvariant() is var noun
            ? _all.FindLast(s => (s.Sentence, s.Word).CompareTo((sentence, word)) < 0 && IsCalled(s, noun)) : null;
    }

    private bool IsCalled(Station station, string noun) =>
        station.Nouns.Contains(noun) || noun is "town" or "city" && station.Nouns.IsEmpty && station.Entity.Place is { Kind: PlaceKind.City };

    /// <summary>True for "the camp", "this village" that no name tells apart: not "the camp in Dadaab".</summary>
    public static bool IsTakenUp(Scene scene, int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        if (tree[word].Upos != Upos.NOUN || tree[word].Form.EndsWith('s') || tree.Child(word, "det") is not (>= 0 and var det) || tree[det].Form.ToLowerInvariant() is not ("the" or "this" or "that")) return false;
        foreach (var child in tree.Children(word))
            if (scene.EntityAt(sentence, child) is { Kind: EntityKind.Place } && (tree.Is(child, "nmod") || tree.Is(child, "compound") || tree.Is(child, "appos"))) return false;
        return true;
    }

    private static bool IsFine(Entity entity) => entity.Kind == EntityKind.Place && entity.Place is null or { Kind: PlaceKind.Admin2 or PlaceKind.City or PlaceKind.Site };

    private bool IsThere(Mention mention)
    {
        var (sentence, word) = (mention.Sentence, mention.Head);
        if (_scene.Standings.Of(sentence, word) is not (Standing.Plain or Standing.Fronted or Standing.FrontedSpeech or Standing.Landmark) || _scene.Standings.Elsewhere(sentence, word, -1)) return false;
        var tree = _scene.Trees[sentence];
        if (tree.Is(word, "nmod:poss") || tree.Is(word, "amod")) return false;
        // "the village of X", "X and Y": the preposition stands before the first of them.
        for (var steps = 0; steps < 3 && tree[word].Head is >= 0 and var head && (tree.Is(word, "conj") || tree.Is(word, "appos") || tree.Is(word, "compound") || tree.Is(word, "nmod") && ClauseReader.Preposition(tree, word) == "of"); steps++) word = head;
        return tree.Is(word, "obl") || tree.Is(word, "nmod") ? Locative.Contains(ClauseReader.Preposition(tree, word)) : tree.Is(word, "obj") || tree.Is(word, "nsubj:pass") || tree[word].Head < 0;
    }

    // What the place is called ("the village of X", "X district", "X, a town") and what is there ("a camp at X").
    private List<string> Nouns(Mention mention)
    {
        var (tree, found) = (_scene.Trees[mention.Sentence], new List<string>());
        if (tree[mention.Head].Head is >= 0 and var head && tree[head].Upos == Upos.NOUN && (tree.Is(mention.Head, "nmod") || tree.Is(mention.Head, "compound") || tree.Is(mention.Head, "appos"))) found.Add(tree[head].Lemma.ToLowerInvariant());
        else if (mention.Start > 1 && tree[mention.Start - 1].Upos == Upos.ADP && tree[mention.Start - 2].Upos == Upos.NOUN) found.Add(tree[mention.Start - 2].Lemma.ToLowerInvariant());   // "seized a camp at X", joined to the verb
        foreach (var child in tree.Children(mention.Head))
            if (tree[child].Upos == Upos.NOUN && (tree.Is(child, "appos") || tree.Is(child, "compound"))) found.Add(tree[child].Lemma.ToLowerInvariant());
        return found;
    }
}
