using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Clauses;

/// <summary>What all mends of a tree share: what words are, and how one is hung elsewhere or takes another tag; the tree itself stays as it was.</summary>
internal abstract class Mending(Tree tree, Codebook codebook)
{
    protected Tree Tree { get; } = tree;

    protected Codebook Codebook { get; } = codebook;

    /// <summary>The words with the faults mended, or null where there are none.</summary>
    protected Word[]? Mended { get; private set; }

    /// <summary>The words, to be changed.</summary>
    protected Word[] Words => Mended ??= [.. Tree.Parse.Words];

    /// <summary>The words with the faults mended, or null where there are none.</summary>
    public abstract Word[]? Mend();

    protected string Lemma(int word) => Tree[word].Lemma.ToLowerInvariant();

    protected bool Says(int word) => Codebook.Reporting.ContainsKey(Lemma(word));

    /// <summary>True for a word of will that is its subject's own word ("vow", "demand").</summary>
    protected bool Voices(int word) => Codebook.Modes.TryGetValue(Lemma(word), out var mode) && mode.Voices;

    protected void Set(int word, int head, string relation)
    {
        if (head == word || Tree.Dominates(word, head)) return;
        Words[word] = Words[word] with { Head = head, Relation = relation };
    }

    protected void Tag(int word, string xpos) => Words[word] = Words[word] with { Upos = Upos.VERB, Xpos = xpos };
}
