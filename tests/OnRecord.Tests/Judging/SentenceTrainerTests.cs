using System.Collections.Immutable;
using OnRecord.Lab.Judging;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Statements;
using OnRecord.Statements.Judging;
using OnRecord.Tests.Parses;

namespace OnRecord.Tests.Judging;

/// <summary>The judge's network of sentences, of the smallest sizes.</summary>
public sealed unsafe class SentenceTrainerTests
{
    private const int Width = 16;
    private static readonly ImmutableArray<string> Labels = ["-", "capture", "kill"];
    private static readonly ImmutableArray<string> Modes = [.. Enum.GetNames<Mode>()];
    private static readonly Signs Signs = new(["capture", "kill"]);
    private static readonly SentenceOptions Still = new SentenceOptions { Cells = 32, Passes = 40, BatchWords = 12, Rate = 0.01f }.Still();

    [Fact]
    public void It_learns_a_type_from_another_word_of_the_sentence()
    {
        var network = Trained(Still).Network(1);
        foreach (var item in Items())
        {
            var read = network.Read(item.States, item.Lemmas, item.Signs, [1], First)[0];
            Labels[Array.IndexOf(read, read.Max())].ShouldBe(item.Triggers[1]!.Label);
        }
    }

    [Fact]
    public void The_same_sentences_and_seed_give_the_same_weights()
    {
        var noisy = new SentenceOptions { Cells = 32, Passes = 3, BatchWords = 12 };
        var (one, same, other) = (Trained(noisy).Network(1).Weights, Trained(noisy).Network(1).Weights, Trained(noisy with { Seed = 2 }).Network(1).Weights);
        one.Input.ShouldBe(same.Input);
        one.Backward.ShouldBe(same.Backward);
        one.Output.ShouldBe(same.Output);
        one.Input.SequenceEqual(other.Input).ShouldBeFalse();
    }

    [Fact]
    public void States_of_another_width_say_nothing()
    {
        var item = Items()[0];
        var wider = new WordStates(new Half[item.Count * (Width + 1)], Width + 1);
        Network(Labels, 3).Read(wider, item.Lemmas, item.Signs, [1], First).ShouldBeEmpty();
    }

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        var parameters = Parameters.Of(SentenceTrainer.Weights(Width + Judge.VectorWidth, Signs.Count, Labels.Length + Modes.Length, 32), 32, 5, 1);
        var noise = new Noise(9);
        foreach (var p in parameters.Dense)
            for (var i = 0; i < p.Count; i++)
                if (i % p.Stride < p.Columns) p.Value.Data[i] += (noise.Uniform() - 0.5f) * 0.3f;
        SentenceItem[] batch = [.. Items().OrderByDescending(i => i.Count)];
        var worker = new SentenceWorker(parameters, Still with { Modes = 0 }, Labels, Modes, First, 0);
        double Loss()
        {
            foreach (var p in parameters.Dense) p.Pack();
            worker.Run(batch, 1, 7);
            return worker.Done.Loss;
        }
        // Rows of inputs and signs that no word has have no slope.
        foreach (var p in parameters.Dense)
            Slopes.Compare(p, () => (long)noise.Below(p.Name switch { "signs" => 2, "layer0.input" => Width, _ => p.Rows }) * p.Stride + noise.Below(p.Name.StartsWith("output", StringComparison.Ordinal) ? Labels.Length : p.Columns), Loss).ShouldBeGreaterThan(0, p.Name);
    }

    /// <summary>A network of small random weights.</summary>
    internal static SentenceNetwork Network(ImmutableArray<string> labels, int seed)
    {
        const int cells = 32, inputs = Width + Judge.VectorWidth;
        var random = new Random(seed);
        float[] Weights(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) / 4)];
        return new SentenceNetwork(Signs, new SentenceWeights(inputs, Signs.Count, cells, labels.Length)
        {
            Input = Weights(inputs * 8 * cells),
            Sign = Weights(Signs.Count * 8 * cells),
            Bias = Weights(8 * cells),
            Forward = Weights(cells * 4 * cells),
            Backward = Weights(cells * 4 * cells),
            Output = Weights(2 * cells * labels.Length),
            OutputBias = Weights(labels.Length),
        });
    }

    /// <summary>What a network says of some words of a sentence.</summary>
    internal static float[][] Scores(SentenceNetwork network) => network.Read(Items()[0].States, Items()[0].Lemmas, Items()[0].Signs, [0, 1, 2], First);

    private static SentenceTrainer Trained(SentenceOptions options) => new SentenceTrainer(Items(), Labels, Modes, Signs, First, options).Run(_ => { });

    // The second word makes a statement whose type the third or the fourth word tells.
    private static SentenceItem[] Items() =>
    [
        .. Enumerable.Range(0, 24).Select(i =>
        {
            var (count, label, noise) = (3 + i % 2, Labels[i % 3], new Noise((ulong)i));
            var states = new Half[count * Width];
            for (var at = 0; at < states.Length; at++) states[at] = (Half)(noise.Uniform() - 0.5f);
            var (document, features) = (new DocumentNumber(i, true), new Features());
            Example?[] triggers = new Example?[count], modes = new Example?[count];
            triggers[1] = new Example(features, label, document);
            if (label != Judge.None) modes[1] = new Example(features, nameof(Mode.Actual), document);
            string[] lemmas = [.. Enumerable.Range(0, count).Select(w => w == count - 1 ? label : "word")];
            return new SentenceItem(new WordStates(states, Width), lemmas, [.. lemmas.Select((_, w) => w == 1 ? new[] { 0, 1 } : [])], triggers, modes, document);
        }),
    ];

    // The vector of a label begins with its number.
    private static bool First(string word, Span<float> vector)
    {
        vector[0] = Labels.IndexOf(word) + 1;
        return true;
    }
}
