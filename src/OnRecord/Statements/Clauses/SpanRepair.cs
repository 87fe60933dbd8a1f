using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Takes a stretch of time that the parser took for the head of the noun before it out again: "seized the palace hours after he left", "took Kunduz days later".</summary>
internal sealed class SpanRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with such nouns put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 1; i + 1 < Tree.Count; i++)
            if (Tree[i].Upos == Upos.NOUN && Tree[i].Form.ToLowerInvariant() is "hours" or "days" or "weeks" or "months" or "minutes" && Lemma(i + 1) is "after" or "before" or "later" or "earlier") Part(i);
        return Mended;
    }

    private void Part(int span)
    {
        var noun = span - 1;
        if (Tree[noun].Head != span || !Tree.Is(noun, "compound") || Tree[noun].Upos is not (Upos.NOUN or Upos.PROPN)) return;
        foreach (var child in Tree.Children(span))
            if (Tree.Is(child, "nummod")) return;   // "two hours after"
        Words[noun] = Words[noun] with { Head = Tree[span].Head, Relation = Tree[span].Relation };
        foreach (var child in Tree.Children(span))
            if (child < noun) Words[child] = Words[child] with { Head = noun };
        Words[span] = Words[span] with { Head = Tree[span].Head >= 0 ? Tree[span].Head : noun, Relation = "obl:tmod" };
    }
}
