using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>Mends a kind of fault that parsers make in reported speech: what follows in a series is part of what was said, not a second thing that the speaker did.</summary>
internal static class TreeRepair
{
    /// <summary>"A man said that fighters entered the town, freed prisoners and left": the later verbs are moved under the first one said.</summary>
    public static Parse Mend(Parse parse, Codebook codebook)
    {
        Word[]? words = null;
        var tree = new Tree(parse);
        for (var i = 0; i < tree.Count; i++)
        {
            var head = tree[i].Head;
            if (head < 0 || tree[i].Relation != "conj" || tree[i].Upos != Upos.VERB || !codebook.Reporting.ContainsKey(tree[head].Lemma.ToLowerInvariant())) continue;
            if (codebook.Reporting.ContainsKey(tree[i].Lemma.ToLowerInvariant()) || tree.Child(i, "nsubj") >= 0 || tree.Child(i, "ccomp") >= 0) continue;
            var said = tree.Child(head, "ccomp");
            if (said <= head || said >= i || tree.Child(said, "nsubj") < 0) continue;
            words ??= [.. parse.Words];
            words[i] = words[i] with { Head = said };
        }
        return words is null ? parse : parse with { Words = [.. words] };
    }
}
