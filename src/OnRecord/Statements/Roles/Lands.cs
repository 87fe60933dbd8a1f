using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Roles;

/// <summary>Finds the country that is meant where none is named as the place: "Syrian airspace", "the border with Mali", "nationwide".</summary>
internal sealed class Lands(Gazetteer gazetteer)
{
    private static readonly HashSet<string> Pieces = new(StringComparer.Ordinal)
    {
        "soil", "territory", "airspace", "coast", "coastline", "shore", "shoreline", "waters", "desert", "countryside", "mainland", "land", "lands", "sky", "skies", "island", "territories",
    };

    // Where the embassies stand elsewhere than in the seat of government.
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal) { "NL", "MM", "CI", "TZ", "BO", "LK", "BJ", "BI", "IL", "SZ", "KN" };

    /// <summary>The country whose land or sea the noun is by an adjective or a possessive before it: "Turkish soil", "its territory", "the Yemeni coast"; null for other nouns.</summary>
    public StatementPlace? Piece(Scene scene, int sentence, int noun)
    {
        var tree = scene.Trees[sentence];
        var side = tree[noun].Lemma.Equals("side", StringComparison.OrdinalIgnoreCase) && HasBorder(tree, noun);   // "on the Syrian side of the border"
        if (!side && !Pieces.Contains(tree[noun].Form.ToLowerInvariant())) return null;
        foreach (var child in tree.Children(noun))
            if (child < noun && (tree.Is(child, "amod") || tree.Is(child, "compound") || tree.Is(child, "nmod:poss")) && HomeAt(scene, sentence, child) is { } code && gazetteer.Country(code) is { } land)
                return new StatementPlace(land.Name, land, null, scene.SpanOf(sentence, child, noun + 1));
        return null;
    }

    /// <summary>The country on whose side of a border the clause's act is: the one that is not named beyond it; null where the clause speaks of no border, or nothing tells.</summary>
    public StatementPlace? Border(Scene scene, Candidate candidate)
    {
        var (sentence, tree) = (candidate.Sentence, scene.Trees[candidate.Sentence]);
        if (Crosses(tree, candidate.Word)) return null;
        for (var word = 0; word < tree.Count; word++)
        {
            if (!IsBorder(tree, word) || ClauseReader.Preposition(tree, word) is not ("near" or "on" or "along" or "at" or "to" or "across" or "by" or "over" or "towards" or "toward")) continue;
            if (!tree.Dominates(candidate.Clause.Carrier, word) && !tree.Dominates(word, candidate.Word) && !(tree[candidate.Clause.Carrier].Head is >= 0 and var over && tree[word].Head == over)) continue;
            var (own, beyond) = Parties(scene, sentence, word);
            if (own.Count == 0 && beyond.Count == 0) continue;
            var known = own.Count > 0 && own.Count + beyond.Count > 1 ? own.Find(o => o == Actors(scene, sentence).FirstOrDefault()) ?? own.Find(o => o == scene.Mentions.Country) ?? own.FirstOrDefault() : Other(scene, sentence, own.Count > 0 ? own : beyond);
            if (known is not null && gazetteer.Country(known) is { } land) return new StatementPlace(land.Name, land, null, scene.SpanOf(sentence, word, word + 1));
        }
        return null;
    }

    /// <summary>The country throughout which it is said to be, where no noun says so: "nationwide"; else null.</summary>
    public StatementPlace? Nationwide(Scene scene, Candidate candidate)
    {
        var (sentence, tree) = (candidate.Sentence, scene.Trees[candidate.Sentence]);
        foreach (var head in new[] { candidate.Clause.Carrier, candidate.Clause.Predicate, candidate.Clause.Object })
        {
            if (head < 0) continue;
            foreach (var child in tree.Children(head))
                if (tree[child].Form.ToLowerInvariant() is "nationwide" or "countrywide" && (scene.Mentions.Country ?? Actors(scene, sentence).FirstOrDefault()) is { } code && gazetteer.Country(code) is { } land)
                    return new StatementPlace(land.Name, land, null, scene.SpanOf(sentence, child, child + 1));
        }
        return null;
    }

    /// <summary>The place itself, or the capital where it is a country in which the clause's act is at an embassy.</summary>
    public StatementPlace? AtEmbassy(Scene scene, Candidate candidate, StatementPlace? place)
    {
        if (place?.Place is not { Kind: PlaceKind.Country } land || Elsewhere.Contains(land.Country) || candidate.Type.Name == "mission") return place;   // that there is one in a country is said of the country
        var (sentence, tree, clause) = (candidate.Sentence, scene.Trees[candidate.Sentence], candidate.Clause);
        var embassy = Embassy(tree, clause.Object, 1);
        foreach (var (preposition, head) in clause.Obliques)
            if (embassy < 0 && preposition is "at" or "in" or "on" or "from" or "outside" or "near" or "against" or "of" or "inside") embassy = Embassy(tree, head, 1);
        if (embassy < 0 || gazetteer.CapitalOf(land) is not { } capital || !IsIn(scene, sentence, place.Span)) return place;
        foreach (var child in tree.Children(embassy))
            if (child < embassy && HomeAt(scene, sentence, child) == land.Country) return place;   // whose embassy it is does not say where
        return new StatementPlace(capital.Name, capital, null, place.Span);
    }

    // "in Niger", said in the same sentence.
    private static bool IsIn(Scene scene, int sentence, Language.Articles.TextSpan span)
    {
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && mention.Span == span) return ClauseReader.Preposition(scene.Trees[sentence], mention.Head) is "in";
        return false;
    }

    // The noun itself, or what it is at: "guards at the embassy".
    private static int Embassy(Tree tree, int noun, int depth)
    {
        if (noun < 0) return -1;
        if (tree[noun].Form.Equals("embassy", StringComparison.OrdinalIgnoreCase)) return noun;
        if (depth > 0)
            foreach (var child in tree.Children(noun))
                if (tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) is "at" or "in" or "on" or "outside" or "near" or "of" && tree[child].Form.Equals("embassy", StringComparison.OrdinalIgnoreCase)) return child;
        return -1;
    }

    /// <summary>True for a noun that means the line between two countries.</summary>
    public static bool IsBorder(Tree tree, int word) => tree[word].Upos is Upos.NOUN or Upos.PROPN && tree[word].Lemma.ToLowerInvariant() is "border" or "frontier" && !tree.Is(word, "compound");

    /// <summary>True for an act that takes whoever does it to the other side of a border.</summary>
    public static bool Crosses(Tree tree, int act) => tree[act].Lemma.ToLowerInvariant() is "enter" or "cross" or "invade";

    private static bool HasBorder(Tree tree, int noun)
    {
        foreach (var child in tree.Children(noun))
            if (tree.Is(child, "nmod") && IsBorder(tree, child)) return true;
        return false;
    }

    // Whose border it is ("Niger's border", "the Thai-Cambodian border"), and with whom.
    private static (List<string> Own, List<string> Beyond) Parties(Scene scene, int sentence, int border)
    {
        var tree = scene.Trees[sentence];
        var (own, beyond) = (new List<string>(), new List<string>());
        for (var word = Math.Max(0, border - 5); word < Math.Min(tree.Count, border + 7); word++)
        {
            if (!tree.Dominates(border, word) || word == border || HomeAt(scene, sentence, word) is not { } home) continue;
            var to = word < border || ClauseReader.Preposition(tree, word) is "between" or "of" || tree.Is(word, "conj") && own.Count > 0 ? own : beyond;
            if (!own.Contains(home) && !beyond.Contains(home)) to.Add(home);
        }
        return (own, beyond);
    }

    // The country that is spoken of besides: theirs who act or suffer, or the report's own.
    private static string? Other(Scene scene, int sentence, List<string> beyond)
    {
        foreach (var near in new[] { sentence, sentence - 1, sentence + 1 })
        {
            if (near < 0 || near >= scene.Trees.Length) continue;
            var others = Actors(scene, near).Where(c => !beyond.Contains(c)).Distinct().ToList();
            if (others.Count == 1 || others.Count > 1 && near == sentence) return others.Contains(scene.Mentions.Country ?? "") ? scene.Mentions.Country : others[0];
            if (near == sentence && scene.Mentions.Country is { } main && !beyond.Contains(main)) return main;
        }
        return null;
    }

    // Whose people a sentence names, in order.
    private static IEnumerable<string> Actors(Scene scene, int sentence)
    {
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && !IsBeyond(scene, mention) && Home(scene.Mentions.Entities[mention.Entity]) is { } home) yield return home;
    }

    private static bool IsBeyond(Scene scene, Mention mention)
    {
        var tree = scene.Trees[mention.Sentence];
        return scene.Standings.Of(mention.Sentence, mention.Head) == Standing.Beyond || tree[mention.Head].Head is >= 0 and var head && IsBorder(tree, head);
    }

    private static string? HomeAt(Scene scene, int sentence, int word) =>
        scene.EntityAt(sentence, word) is { } entity && Home(entity) is { } home ? home : MakerReader.Nation(scene, scene.Trees[sentence][word].Form)?.Id is { Length: 2 } nation ? nation : null;

    private static string? Home(Entity entity) =>
        entity.Place is { Kind: not PlaceKind.Region, Country.Length: 2 } place ? place.Country : entity.Actor is { Length: > 1 } actor && char.IsAsciiLetterUpper(actor[0]) && (actor.Length == 2 || actor[2] == '/') ? actor[..2] : null;
}
