using System.Globalization;
using System.Numerics.Tensors;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>Measures judges on documents that they were not trained on, by word.</summary>
internal sealed class JudgeMeasure(WordVectors vectors, int folds)
{
    private static readonly float[] Leanings = [0, 0.5f, 0.75f, 1, 1.25f, 1.5f, 1.75f, 2, 2.5f, 3];

    /// <summary>What was measured in words, and the leaning towards taking a word that gives the best typed F1; <paramref name="networks"/> gives the network trained without a part.</summary>
    public (string Text, float Lean) HeldOut(JudgeExamples examples, JudgeTrainer triggers, JudgeTrainer modes, Func<int, CastNetwork> networks)
    {
        var counts = new (int Found, int Right, int Typed)[Leanings.Length];
        int meant = 0, asked = 0, modesRight = 0;
        for (var fold = 0; fold < folds; fold++)
        {
            var model = JudgeRecipe.BesideNetwork(triggers.Train([.. Kept(examples.Triggers, fold), .. Kept(examples.Alone, fold)]), JudgeRecipe.Share);
            var none = model.Labels.IndexOf(Judge.None);
            var part = fold;
            var read = Read(networks(fold).Sentences, examples.Articles.Where(a => a.Document.HeldOut(part, folds)).SelectMany(a => a.Sentences));
            foreach (var e in Held(examples.Triggers, fold))
            {
                if (e.Label != Judge.None) meant++;
                var logits = Logits(model, e, vectors);
                TensorPrimitives.Add(logits, read[e].AsSpan(0, logits.Length), logits);
                for (var l = 0; l < Leanings.Length; l++)
                {
                    logits[none] -= Leanings[l] - (l == 0 ? 0 : Leanings[l - 1]);
                    var label = model.Labels[Array.IndexOf(logits, logits.Max())];
                    if (label == Judge.None) continue;
                    counts[l].Found++;
                    if (e.Label != Judge.None) counts[l].Right++;
                    if (e.Label == label) counts[l].Typed++;
                }
            }
            var mode = JudgeRecipe.BesideNetwork(modes.Train(Kept(examples.Modes, fold)), JudgeRecipe.ModeShare);
            foreach (var e in Held(examples.Modes, fold))
            {
                asked++;
                var logits = Logits(mode, e, vectors);
                TensorPrimitives.Add(logits, read[e].AsSpan(model.Labels.Length), logits);
                if (mode.Labels[Array.IndexOf(logits, logits.Max())] == e.Label) modesRight++;
            }
        }
        double F1(int l, int hits) => 200.0 * hits / (counts[l].Found + meant);
        for (var l = 0; l < Leanings.Length; l++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"leaning {Leanings[l]:0.00}: P {100.0 * counts[l].Right / counts[l].Found:0.0} R {100.0 * counts[l].Right / meant:0.0} F1 {F1(l, counts[l].Right):0.0} typed F1 {F1(l, counts[l].Typed):0.0}"));
        var best = Enumerable.Range(0, Leanings.Length).MaxBy(l => F1(l, counts[l].Typed));
        return (string.Create(CultureInfo.InvariantCulture, $"by word, {folds} parts: detection F1 {F1(best, counts[best].Right):0.0}, typed F1 {F1(best, counts[best].Typed):0.0}, mode {100.0 * modesRight / asked:0.0}"), Leanings[best]);
    }

    private List<Example> Kept(List<Example> all, int fold) => [.. all.Where(e => !e.Document.HeldOut(fold, folds))];

    private IEnumerable<Example> Held(List<Example> all, int fold) => all.Where(e => e.Document.HeldOut(fold, folds));

    // What the network makes of the examples of sentences.
    private Dictionary<Example, float[]> Read(SentenceNetwork network, IEnumerable<SentenceItem> items)
    {
        var found = new Dictionary<Example, float[]>(ReferenceEqualityComparer.Instance);
        foreach (var item in items)
        {
            var asked = Enumerable.Range(0, item.Count).Where(w => item.Triggers[w] is not null).ToList();
            foreach (var (word, scores) in asked.Zip(network.Read(item.States, item.Lemmas, item.Signs, asked, vectors).Scores))
            {
                found[item.Triggers[word]!] = scores;
                if (item.Modes[word] is { } mode) found[mode] = scores;
            }
        }
        return found;
    }

    /// <summary>What a model makes of an example, label by label.</summary>
    public static float[] Logits(JudgeModel model, Example example, WordVectors vectors)
    {
        var input = new float[model.Inputs];
        var logits = new float[model.Labels.Length];
        Judge.Vectors(example.Features, vectors, input);
        model.Score(example.Features, input, logits, new float[model.Units]);
        return logits;
    }
}
