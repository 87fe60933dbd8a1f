using OnRecord.Language.Parses;

namespace OnRecord.Statements.Voices;

/// <summary>Tells who or what can want, fear or judge.</summary>
internal static class Minds
{
    /// <summary>True for somebody, or a body of people: a law that requires is no speaker.</summary>
    public static bool Has(Scene scene, int sentence, Tree tree, int word) =>
        tree[word].Upos is Upos.PRON ? tree[word].Lemma.ToLowerInvariant() is not ("that" or "which" or "this" or "what" or "there") || scene.EntityAt(sentence, word) is not null
        : scene.Codebook.InList("collective", Lemma(tree, word)) || scene.Codebook.InList("minded", Lemma(tree, word)) || IsPart(scene, tree, word) || tree[word].Upos is Upos.NUM or Upos.DET or Upos.ADJ || tree[word].Xpos == "NNS" || SourceNames.Speaks(scene, sentence, word) || scene.Codebook.Classes.TryGetValue(Lemma(tree, word), out var classes) && classes.Contains("person");

    /// <summary>True too for parts of them ("most of the voters"), what they write and say ("the article praised"), and a relative word for any of these.</summary>
    public static bool HasOrTells(Scene scene, int sentence, Tree tree, int word)
    {
        if (tree[word].Upos == Upos.PRON && Lemma(tree, word) is "that" or "which" && tree[word].Head is >= 0 and var verb && tree.Is(verb, "acl:relcl") && tree[verb].Head is >= 0 and var noun && noun != word && tree[noun].Upos != Upos.PRON) word = noun;
        return Has(scene, sentence, tree, word) || scene.Codebook.InList("part", Lemma(tree, word)) || scene.Codebook.InList("telling", Lemma(tree, word)) || scene.Codebook.InList("evidence", Lemma(tree, word)) || scene.Codebook.InList("media", Lemma(tree, word));
    }

    // "a majority of voters".
    private static bool IsPart(Scene scene, Tree tree, int word)
    {
        if (scene.Codebook.InList("part", Lemma(tree, word)))
            foreach (var child in tree.Children(word))
                if (tree.Is(child, "nmod") && tree[child].Xpos is "NNS" or "NNPS") return true;
        return false;
    }

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();
}
