namespace OnRecord.Tests.Statements;

/// <summary>What hangs where in a tree after it is mended.</summary>
internal static class Trees
{
    /// <summary>Holds that the only word of this form hangs on the word of that form by that relation; "" is the root.</summary>
    public static void Hangs(string sentence, string word, string head, string relation)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        var at = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == word);
        (tree[at].Head < 0 ? "" : tree[tree[at].Head].Form, tree[at].Relation).ShouldBe((head, relation));
    }
}
