using OnRecord.Language.Parses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Judging;

/// <summary>The part of the judge that reads whole sentences: for each word that is proposed, what its sentence says for each type and for none, label by label as the judge's.</summary>
internal sealed class SentenceNetwork(Signs signs, SentenceWeights weights)
{
    private readonly SentenceLayer _layer = new(weights);

    public Signs Signs => signs;

    public SentenceWeights Weights => weights;

    /// <summary>Reads a sentence, given what is proposed at each of its words; empty for words of which nothing is, and where the encoder's states were not kept.</summary>
    public float[][] Read(Scene scene, int sentence, IReadOnlyList<Proposal?> proposals, WordVectors vectors)
    {
        var found = new float[proposals.Count][];
        Array.Fill(found, []);
        var asked = Enumerable.Range(0, found.Length).Where(w => proposals[w] is not null).ToList();
        if (asked.Count == 0 || scene.Parses[sentence].States is not { } states) return found;
        var tree = scene.Trees[sentence];
        var lemmas = Enumerable.Range(0, found.Length).Select(w => Features.Lemma(tree[w])).ToList();
        var scores = Read(states, lemmas, [.. proposals.Select((p, w) => signs.Of(scene, sentence, w, p))], asked, vectors);
        for (var i = 0; i < scores.Length; i++) found[asked[i]] = scores[i];
        return found;
    }

    /// <summary>Reads a sentence, given the states, lemmas and signs of its words; says so much of the words asked about, or nothing where the states are of another width than it was trained with.</summary>
    public float[][] Read(WordStates states, IReadOnlyList<string> lemmas, IReadOnlyList<int[]> signs, IReadOnlyList<int> asked, WordVectors vectors)
    {
        if (weights.Inputs != states.Width + Judge.VectorWidth) return [];
        var inputs = new float[lemmas.Count * weights.Inputs];
        for (var w = 0; w < lemmas.Count; w++)
        {
            var input = inputs.AsSpan(w * weights.Inputs, weights.Inputs);
            states.Read(w, input[..states.Width]);
            vectors(lemmas[w], input[states.Width..]);
        }
        return _layer.Read(inputs, signs, asked);
    }
}
