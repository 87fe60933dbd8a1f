using System.Numerics.Tensors;
using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Judging;

/// <summary>What an article and each of its sentences are about: the mean of their words' vectors, and the types that the codebook sees in them. One for an article, or for one of its sentences alone; filled as it is read.</summary>
internal sealed class Setting(Scene scene, WordVectors vectors, int? alone = null)
{
    private readonly float[]?[] _sentences = new float[scene.Trees.Length][];
    private readonly (int Word, string Type)[]?[] _types = new (int, string)[scene.Trees.Length][];
    private float[]? _whole;

    /// <summary>The first sentence that is seen.</summary>
    public int First => alone ?? 0;

    /// <summary>How many sentences are seen.</summary>
    public int Count => alone is null ? scene.Trees.Length : 1;

    /// <summary>The state of a word, then the means of its sentence and of the whole article; empty where states were not kept.</summary>
    public float[] Around(int sentence, int word)
    {
        var state = scene.StateOf(sentence, word);
        return state.Length == 0 ? state : [.. state, .. Mean(sentence), .. Whole()];
    }

    /// <summary>The words of the sentence of which the codebook says something, with the type of the entry that asks for least, in text order.</summary>
    public IReadOnlyList<(int Word, string Type)> Types(int sentence)
    {
        if (_types[sentence] is { } known) return known;
        var tree = scene.Trees[sentence];
        var found = new List<(int, string)>();
        for (var word = 0; word < tree.Count; word++)
        {
            TriggerForm? form = tree[word].Upos switch { Upos.VERB => TriggerForm.Verb, Upos.NOUN => TriggerForm.Noun, _ => null };
            if (form is { } which && scene.Codebook.TriggersOf(tree[word].Lemma.ToLowerInvariant(), which).Where(t => !t.Weak).MinBy(t => t.Conditions) is { } trigger) found.Add((word, trigger.Type));
        }
        return _types[sentence] = [.. found];
    }

    /// <summary>The mean of the vectors of a sentence's nouns, verbs and adjectives; zeros where none is known.</summary>
    public float[] Mean(int sentence)
    {
        if (_sentences[sentence] is { } known) return known;
        var mean = new float[Judge.VectorWidth];
        Span<float> vector = stackalloc float[Judge.VectorWidth];
        var (tree, count) = (scene.Trees[sentence], 0);
        for (var word = 0; word < tree.Count; word++)
        {
            if (tree[word].Upos is not (Upos.NOUN or Upos.VERB or Upos.ADJ) || !vectors(Features.Lemma(tree[word]), vector)) continue;
            TensorPrimitives.Add(mean, vector, mean);
            count++;
        }
        if (count > 0) TensorPrimitives.Multiply(mean, 1f / count, mean);
        return _sentences[sentence] = mean;
    }

    /// <summary>The mean of the sentences' means.</summary>
    public float[] Whole()
    {
        if (_whole is not null) return _whole;
        if (alone is { } only) return _whole = Mean(only);
        var mean = new float[Judge.VectorWidth];
        for (var s = 0; s < _sentences.Length; s++) TensorPrimitives.Add(mean, Mean(s), mean);
        if (_sentences.Length > 0) TensorPrimitives.Multiply(mean, 1f / _sentences.Length, mean);
        return _whole = mean;
    }
}
