using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Voices;

/// <summary>Says whose word a document is: "a report by the agency", "a statement it circulated"; only those without an owner speak for themselves.</summary>
internal static class Documents
{
    private const int Reach = 2;

    /// <summary>Who speaks in the document that the word names, there or where it was first spoken of; null where it is none, or nobody's.</summary>
    public static Source? Author(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos != Upos.NOUN || !IsDocument(scene, tree, head)) return null;
        if (Owner(scene, sentence, head) is { } owner) return owner;
        var det = tree.Child(head, "det");
        if (det < 0 || !tree[det].Lemma.Equals("the", StringComparison.OrdinalIgnoreCase)) return null;
        var lemma = tree[head].Lemma;
        for (var s = sentence; s >= 0 && s >= sentence - Reach; s--)
            for (var w = 0; w < scene.Trees[s].Count && (s < sentence || w < head); w++)
                if (scene.Trees[s][w].Upos == Upos.NOUN && scene.Trees[s][w].Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase) && Owner(scene, s, w) is { } named) return named;
        return null;
    }

    /// <summary>The document that goes out by way of what the word names ("a message on Telegram blaming …"); the word itself where it is no such way.</summary>
    public static int Passed(Scene scene, Tree tree, int word)
    {
        if (tree[word].Head is not (>= 0 and var over) || ClauseReader.Preposition(tree, word) is not ("on" or "via" or "through")) return word;
        var document = tree.Is(word, "nmod") ? over : tree.Child(over, "obj");
        return document >= 0 && document < word && tree[document].Upos == Upos.NOUN && IsDocument(scene, tree, document) ? document : word;
    }

    // The clause of what the document says hangs on the way that it went: "posted a message on Telegram blaming …".
    private static int Via(Tree tree, int document)
    {
        foreach (var child in tree.Children(document))
            if (tree.Is(child, "nmod") && tree.Child(child, "acl") is >= 0 and var clause) return clause;
        return -1;
    }

    private static bool IsDocument(Scene scene, Tree tree, int head) =>
        tree[head].Lemma.ToLowerInvariant() is var lemma && (scene.Codebook.InList("evidence", lemma) || lemma is "release" && tree[head].Xpos == "NN" && head > 0 && tree[head - 1].Lemma.ToLowerInvariant() is "news" or "press" || lemma is "letter" or "message" or "communique" or "communiqué" or "declaration" or "announcement" or "bulletin" or "post" or "tweet");

    private static Source? Owner(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        // "has compiled a report which says", "released a statement saying": whoever did.
        if (tree.Is(head, "obj") && tree[head].Head is >= 0 and var making && (tree.Child(head, "acl:relcl") >= 0 || tree.Child(head, "acl") >= 0 || Via(tree, head) >= 0) && IsIssued(tree, making) && tree.Child(making, "nsubj") is >= 0 and var author && SourceNames.Of(scene, sentence, author) is { } compiler) return compiler;
        foreach (var child in tree.Children(head))
        {
            // "a Defence Ministry news release"
            if (tree[head].Lemma.Equals("release", StringComparison.OrdinalIgnoreCase) && tree.Is(child, "compound") && tree[child].Upos == Upos.PROPN && scene.EntityAt(sentence, child) is null or { Place: null } && SourceNames.Of(scene, sentence, child) is { } body) return body;
            var preposition = tree.Is(child, "nmod") ? ClauseReader.Preposition(tree, child) : "";
            if ((preposition is "by" or "from" or "in" || tree.Is(child, "nmod:poss") || tree.Is(child, "compound")) && SourceNames.Outlet(scene, sentence, child) is { } outlet) return outlet;
            if (tree[head].Lemma.Equals("report", StringComparison.OrdinalIgnoreCase) && tree[head].Xpos == "NNS") continue;   // "reports by residents" are reports
            if (preposition is "by" or "from" && IsSomebody(scene, sentence, tree, child) && SourceNames.Of(scene, sentence, child) is { } maker) return maker;
            if (tree.Is(child, "acl:relcl") && IsIssued(tree, child) && tree.Child(child, "nsubj") is >= 0 and var subject && tree[subject].Lemma.ToLowerInvariant() is not ("that" or "which" or "who") && SourceNames.Of(scene, sentence, subject) is { } issuer) return issuer;
            if (tree.Is(child, "acl") && tree[child].Xpos == "VBN" && IsIssued(tree, child))
                foreach (var by in tree.Children(child))
                    if (tree.Is(by, "obl") && ClauseReader.Preposition(tree, by) == "by" && IsSomebody(scene, sentence, tree, by) && SourceNames.Of(scene, sentence, by) is { } publisher) return publisher;
        }
        return null;
    }

    private static bool IsSomebody(Scene scene, int sentence, Tree tree, int word) =>
        (SourceNames.Speaks(scene, sentence, word) || tree[word].Upos == Upos.NOUN && scene.IsOf(sentence, word, ["body"]) || tree[word].Upos == Upos.NUM && Members(scene, sentence, tree, word)) && !(tree[word].Upos == Upos.PROPN && scene.EntityAt(sentence, word) is null or { Kind: EntityKind.Place, Actor: null });

    // "made by eight of the council's members".
    private static bool Members(Scene scene, int sentence, Tree tree, int number)
    {
        foreach (var child in tree.Children(number))
            if (tree.Is(child, "nmod") && SourceNames.Speaks(scene, sentence, child)) return true;
        return false;
    }

    private static bool IsIssued(Tree tree, int verb) =>
        tree[verb].Lemma.ToLowerInvariant() is "circulate" or "issue" or "release" or "publish" or "post" or "send" or "write" or "sign" or "put" or "make" or "distribute" or "record" or "compile" or "conduct" or "share" or "air" or "broadcast" or "deliver" or "give" or "read" or "provide" or "supply" or "collect" or "gather" or "prepare" or "produce";
}
