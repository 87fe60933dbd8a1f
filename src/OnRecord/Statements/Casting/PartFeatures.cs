using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>What a ranker sees of a statement's word and of an option's: vectors of the word and of the one above it, and what the encoder made of the word.</summary>
internal static class PartFeatures
{
    /// <summary>Those of the statement's word.</summary>
    public static Features Of(Scene scene, Part part)
    {
        var found = new Features();
        Look(scene, found, part.Candidate.Sentence, part.Candidate.Word);
        return found;
    }

    /// <summary>Adds those of an option's word to its features; nothing where no word stands for it.</summary>
    public static void Look(Scene scene, Features found, int sentence, int word)
    {
        if (word < 0) return;
        var tree = scene.Trees[sentence];
        found.Words[0] = Features.Lemma(tree[word]);
        if (tree[word].Head is >= 0 and var above) found.Words[1] = Features.Lemma(tree[above]);
        found.State = scene.StateOf(sentence, word);
    }
}
