using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Casting;

/// <summary>Who in a report claims acts, is blamed for them or suspected: those by whom an act was said to be done, which is not yet that they did it.</summary>
internal sealed class Claimants
{
    private readonly HashSet<(string Key, string How)> _all = [];

    public Claimants(Scene scene)
    {
        for (var sentence = 0; sentence < scene.Trees.Length; sentence++)
        {
            var tree = scene.Trees[sentence];
            for (var word = 0; word < tree.Count; word++)
                if (Of(tree, word) is var (who, how) && who >= 0 && scene.EntityAt(sentence, who) is { } entity) _all.Add((entity.Actor ?? entity.Name.ToLowerInvariant(), how));
        }
    }

    /// <summary>Whether the identity claims, denies or is blamed; "" where it does none.</summary>
    public string Of(string key) => _all.Contains((key, "claims")) ? "claims" : _all.Contains((key, "blamed")) ? "blamed" : "";

    private static (int Who, string How) Of(Tree tree, int word)
    {
        var lemma = tree[word].Lemma.ToLowerInvariant();
        switch (lemma)
        {
            case "responsibility" or "credit" when tree[word].Head is >= 0 and var verb && tree[verb].Lemma.ToLowerInvariant() is "claim" or "take" or "accept" or "assume" or "deny":
                return (Subject(tree, verb), "claims");
            case "blame" or "accuse" or "suspect" when tree[word].Upos == Upos.VERB:
                return (tree.Child(word, "nsubj:pass") is >= 0 and var passive ? passive : tree.Child(word, "obj") is >= 0 and var direct ? direct : On(tree, word, "on"), "blamed");
            case "ascribe" or "attribute" when tree[word].Upos == Upos.VERB:
                return (On(tree, word, "to"), "blamed");
            case "suspected" or "alleged" when tree.Is(word, "amod"):
                return (tree[word].Head, "blamed");
            default: return (-1, "");
        }
    }

    private static int Subject(Tree tree, int verb)
    {
        for (var steps = 0; verb >= 0 && steps < 3; verb = tree[verb].Head, steps++)
            if (tree.Child(verb, "nsubj") is >= 0 and var subject) return subject;
        return -1;
    }

    private static int On(Tree tree, int verb, string preposition)
    {
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "obl") && ClauseReader.Preposition(tree, child) == preposition) return child;
        return -1;
    }
}
