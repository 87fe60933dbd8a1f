using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Gives verbs and nouns that were cut wrongly the dictionary form that the codebook has for them ("mined" is of "mine"), takes a mine that has an article for a thing, and tear gas for one.</summary>
internal sealed class WordRepair(Tree tree, Codebook codebook) : Mending(tree, codebook)
{
    /// <summary>The words with such forms put right, or null where there are none.</summary>
    public override Word[]? Mend()
    {
        for (var i = 0; i < Tree.Count; i++)
            if (Tree[i].Upos is Upos.VERB or Upos.NOUN && Form(i) is { } form && Better(i, form) is { } lemma) Words[i] = Words[i] with { Lemma = lemma };
            else if (IsThing(i)) Words[i] = Words[i] with { Upos = Upos.NOUN, Xpos = "NN", Lemma = "mine" };
        for (var i = 0; i + 1 < Tree.Count; i++)
            if (Tree[i].Form == "tear" && Tree[i + 1].Form == "gas") Gas(i);
        return Mended;
    }

    // "fire tear gas", "used tear gas": one thing, which nothing tears.
    private void Gas(int tear)
    {
        var gas = tear + 1;
        var below = Tree.Dominates(tear, gas);
        if (below) Words[gas] = Words[gas] with { Head = Tree[tear].Head, Relation = Tree[tear].Relation };
        foreach (var child in Tree.Children(tear))
            if (child != gas) Words[child] = Words[child] with { Head = gas, Relation = Tree.Is(child, "obj") || Tree.Is(child, "obl") ? "nmod" : Tree[child].Relation };
        Words[tear] = Words[tear] with { Upos = Upos.NOUN, Xpos = "NN", Lemma = "tear", Head = gas, Relation = "compound" };
    }

    private TriggerForm? Form(int i) => Tree[i].Upos == Upos.VERB ? TriggerForm.Verb : TriggerForm.Noun;

    // A dictionary form that the codebook has, where it has not the one given, and this is none that English makes.
    private string? Better(int i, TriggerForm? form)
    {
        var lemma = Lemma(i);
        if (lemma.Length < 3 || lemma.Contains('-') || form is not { } of || Known(lemma, of) || Codebook.Classes.ContainsKey(lemma)) return null;
        var text = Tree[i].Form.ToLowerInvariant();
        if (Known(lemma + "e", of) && (text == lemma + "ed" || text == lemma + "ing" || text == lemma + "es")) return lemma + "e";   // "min"
        if (lemma.EndsWith("ie", StringComparison.Ordinal) && Known(lemma[..^2] + "y", of)) return lemma[..^2] + "y";   // "emptie"
        if (lemma.EndsWith('y') && text.EndsWith("ies", StringComparison.Ordinal) && Known(text[..^1], of)) return text[..^1];   // "sorty"
        if (lemma.EndsWith('e') && text == lemma + "s" && Known(lemma[..^1], of)) return lemma[..^1];   // "annexe"
        if (text.StartsWith(lemma, StringComparison.Ordinal) || text.StartsWith(lemma[..^1], StringComparison.Ordinal)) return null;
        foreach (var end in (ReadOnlySpan<string>)["ing", "ed"])   // "armee"
            if (text.EndsWith(end, StringComparison.Ordinal) && text.Length > end.Length + 2)
                return Known(text[..^end.Length], of) ? text[..^end.Length] : Known(text[..^end.Length] + "e", of) ? text[..^end.Length] + "e" : null;
        return null;
    }

    private bool Known(string lemma, TriggerForm form) => !Codebook.TriggersOf(lemma, form).IsEmpty;

    // "hit a mine", "a land mine": what is owned has no article.
    private bool IsThing(int i) =>
        i > 0 && Tree[i].Upos == Upos.PRON && Tree[i].Form == "mine" && (Tree[i - 1].Upos is Upos.NOUN or Upos.ADJ or Upos.NUM || Tree[i - 1].Upos == Upos.DET && Lemma(i - 1) is "a" or "the" or "another" or "each" or "every" or "one");
}
