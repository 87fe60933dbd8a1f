using OnRecord.Language.Parses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Judging;

/// <summary>The part of the judge that reads whole sentences: for each word that is proposed, what its sentence says for each type and for none and then for each mode, label by label as the judge's; and for every word the numbers by which acts are linked to those who do them and to their places.</summary>
internal sealed class SentenceNetwork(Signs signs, SentenceWeights weights)
{
    private readonly SentenceLayer _layer = new(weights);

    public Signs Signs => signs;

    public SentenceWeights Weights => weights;

    /// <summary>Reads a sentence, given what is proposed at each of its words; empty for words of which nothing is, and where the encoder's states were not kept. Keeps what is found, and the links of its words, with the scene.</summary>
    public void Read(Scene scene, int sentence, IReadOnlyList<Proposal?> proposals, WordVectors vectors)
    {
        var found = new float[proposals.Count][];
        Array.Fill(found, []);
        scene.Scores[sentence] = found;
        if (scene.Parses[sentence].States is not { } states) return;
        var asked = Enumerable.Range(0, found.Length).Where(w => proposals[w] is not null).ToList();
        var tree = scene.Trees[sentence];
        var lemmas = Enumerable.Range(0, found.Length).Select(w => Features.Lemma(tree[w])).ToList();
        var read = Read(states, lemmas, [.. proposals.Select((p, w) => signs.Of(scene, sentence, w, p))], asked, vectors);
        for (var i = 0; i < read.Scores.Length; i++) found[asked[i]] = read.Scores[i];
        scene.Links[sentence] = read.Links;
    }

    /// <summary>Reads a sentence, given the states, lemmas and signs of its words; says nothing where the states are of another width than it was trained with.</summary>
    public SentenceReading Read(WordStates states, IReadOnlyList<string> lemmas, IReadOnlyList<int[]> signs, IReadOnlyList<int> asked, WordVectors vectors)
    {
        if (weights.Inputs != states.Width + Judge.VectorWidth) return new SentenceReading([], []);
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
