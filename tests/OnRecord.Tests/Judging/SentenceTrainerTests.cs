using System.Collections.Immutable;
using OnRecord.Lab.Judging;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Statements;
using OnRecord.Statements.Casting;
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
        var network = Trained(Still).Network(1, 1).Sentences;
        foreach (var item in Items())
        {
            var read = network.Read(item.States, item.Lemmas, item.Signs, [1], First).Scores[0];
            var types = read[..Labels.Length];
            Labels[Array.IndexOf(types, types.Max())].ShouldBe(item.Triggers[1]!.Label);
            if (item.Modes[1] is not { } mode) continue;
            var modes = read[Labels.Length..];
            Modes[Array.IndexOf(modes, modes.Max())].ShouldBe(mode.Label);
        }
    }

    [Fact]
    public void Scores_of_types_and_of_modes_have_shares_of_their_own()
    {
        var trained = Trained(Still with { Passes = 2 });
        var (whole, shared) = (trained.Network(1, 1).Sentences.Weights, trained.Network(0.5f, 0.25f).Sentences.Weights);
        var width = Labels.Length + Modes.Length;
        for (var i = 0; i < whole.Output.Length; i++) shared.Output[i].ShouldBe(whole.Output[i] * (i % width < Labels.Length ? 0.5f : 0.25f));
        for (var i = 0; i < width; i++) shared.OutputBias[i].ShouldBe(whole.OutputBias[i] * (i < Labels.Length ? 0.5f : 0.25f));
    }

    [Fact]
    public void The_same_sentences_and_seed_give_the_same_weights()
    {
        var noisy = new SentenceOptions { Cells = 32, Passes = 3, BatchWords = 12 };
        var (first, again) = (Trained(noisy).Network(1, 1), Trained(noisy).Network(1, 1));
        var (one, same, other) = (first.Sentences.Weights, again.Sentences.Weights, Trained(noisy with { Seed = 2 }).Network(1, 1).Sentences.Weights);
        first.Weights.Out.ShouldBe(again.Weights.Out);
        one.Link.ShouldBe(same.Link);
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
        var read = Network(Labels, 3).Read(wider, item.Lemmas, item.Signs, [1], First);
        read.Scores.ShouldBeEmpty();
        read.Links.ShouldBeEmpty();
    }

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        var parameters = Parameters.Of(SentenceTrainer.Weights(Width + Judge.VectorWidth, Signs, Labels.Length + Modes.Length, Still), 32, 5, 1);
        var noise = new Noise(9);
        foreach (var p in parameters.Dense)
            for (var i = 0; i < p.Count; i++)
                if (i % p.Stride < p.Columns) p.Value.Data[i] += (noise.Uniform() - 0.5f) * 0.3f;
        // No sum is near to where it is rectified: those of words are above, of the option without a word half are below.
        var (linkBias, wordless) = (parameters["links.bias"], parameters["links.wordless"]);
        for (var i = 0; i < linkBias.Columns; i++) linkBias.Value.Data[i] += 1;
        for (var i = 0; i < wordless.Columns; i++) wordless.Value.Data[i] += i % 2 == 0 ? -3 : 0;
        var worker = new SentenceWorker(parameters, Still with { Modes = 0 }, Labels, Modes, First, 0);
        double Loss()
        {
            foreach (var p in parameters.Dense) p.Pack();
            worker.Run(Articles(), 2, 2, 7);
            return 2 * (worker.Done.Loss + worker.Done.Links);
        }
        // Rows of inputs, signs, ways and types that no word has have no slope.
        foreach (var p in parameters.Dense)
            Slopes.Compare(p, () => (long)noise.Below(p.Name switch { "signs" => 2, "layer0.input" => Width, "links.ways" => 3, "links.types" => 1, "links.distances" => 1, _ => p.Rows }) * p.Stride + (p.Name == "links.distances" ? Alike.DistanceFrom(0, 1) * p.Stride : 0) + noise.Below(p.Name.StartsWith("output", StringComparison.Ordinal) ? Labels.Length : p.Columns), Loss).ShouldBeGreaterThan(0, p.Name);
    }

    [Fact]
    public void It_learns_to_link_an_act_to_a_word_of_another_sentence_by_what_that_sentence_says()
    {
        var network = Trained(Still with { Passes = 60 }).Network(1, 1);
        var right = 0;
        foreach (var article in Articles())
        {
            var links = article.Sentences.Select(i => network.Sentences.Read(i.States, i.Lemmas, i.Signs, [], First).Links).ToList();
            foreach (var link in article.Links)
            {
                var scores = Scores(network.Weights, links, link);
                if (link.Right[Array.IndexOf(scores, scores.Max())]) right++;
            }
        }
        right.ShouldBeGreaterThan(Articles().Sum(a => a.Links.Length) * 9 / 10);
    }

    /// <summary>A network of small random weights.</summary>
    internal static SentenceNetwork Network(ImmutableArray<string> labels, int seed)
    {
        const int cells = 32, inputs = Width + Judge.VectorWidth;
        var random = new Random(seed);
        float[] Weights(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) / 4)];
        return new SentenceNetwork(Signs, new SentenceWeights(inputs, Signs.Count, cells, labels.Length, LinkWeights.Links)
        {
            Link = Weights(2 * cells * LinkWeights.Links),
            LinkBias = Weights(LinkWeights.Links),
            Input = Weights(inputs * 8 * cells),
            Sign = Weights(Signs.Count * 8 * cells),
            Bias = Weights(8 * cells),
            Forward = Weights(cells * 4 * cells),
            Backward = Weights(cells * 4 * cells),
            Output = Weights(2 * cells * labels.Length),
            OutputBias = Weights(labels.Length),
        });
    }

    /// <summary>What a network says of some words of a sentence, and last the links of all.</summary>
    internal static float[][] Scores(SentenceNetwork network) => network.Read(Items()[0].States, Items()[0].Lemmas, Items()[0].Signs, [0, 1, 2], First) is var read ? [.. read.Scores, read.Links] : [];

    /// <summary>Small random weights of links.</summary>
    internal static CastWeights LinkWeights { get; } = RandomLinks(new Random(4));

    private static CastWeights RandomLinks(Random random)
    {
        const int width = 8;
        float[] Weights(int rows) => [.. Enumerable.Range(0, rows * CastWeights.Fields * width).Select(_ => random.NextSingle() - 0.5f)];
        return new CastWeights(width) { Wordless = Weights(1), Ways = Weights(OptionWord.Ways.Length), Distances = Weights(OptionWord.Distances), Types = Weights(Signs.Types.Length), Out = Weights(1) };
    }

    /// <summary>What a link's options come to, worked out plainly.</summary>
    internal static double[] Scores(CastWeights weights, IReadOnlyList<float[]> links, LinkItem link)
    {
        var (width, at, wide) = (weights.Width, (int)link.Field * weights.Width, CastWeights.Fields * weights.Width);
        double Number(OptionWord o, int i) =>
            links[link.Sentence][link.Word * weights.Links + 2 * at + i]
            + (o.Word < 0 ? weights.Wordless[at + i] : links[o.Sentence][o.Word * weights.Links + 2 * at + width + i])
            + weights.Distances[o.DistanceFrom(link.Sentence, link.Word) * wide + at + i] + weights.Ways[o.WayNumber * wide + at + i] + weights.Types[link.Type * wide + at + i];
        return [.. link.Options.Select(words => Math.Log(words.Sum(o => Math.Exp(Enumerable.Range(0, width).Sum(i => Math.Max(0, Number(o, i)) * weights.Out[at + i])))))];
    }

    private static OptionWord Alike => new(0, 0, "said");

    // Two sentences an article: who does the act of the first is its own first word where the second ends in "kill", else the second's last.
    private static ArticleItem[] Articles()
    {
        var items = Items();
        return [.. Enumerable.Range(0, items.Length / 2).Select(n => Article([items[2 * n], items[2 * n + 1]], new DocumentNumber(n, true)))];
    }

    private static ArticleItem Article(SentenceItem[] pair, DocumentNumber document)
    {
        var (last, kills) = (pair[1].Count - 1, pair[1].Lemmas[^1] == "kill");
        OptionWord[][] options = [[new(0, -1, "nobody")], [Alike, new(0, 2, "rule")], [new(1, last, "around")]];
        return new ArticleItem(pair,
        [
            new LinkItem(CastField.Agent, 0, 1, 0, options, [false, kills, !kills]),
            new LinkItem(CastField.Place, 0, 1, 0, options, [false, !kills, kills]),
        ], document);
    }

    private static SentenceTrainer Trained(SentenceOptions options) => new SentenceTrainer(Articles(), Labels, Modes, Signs, First, options).Run(_ => { });

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
            return new SentenceItem(new WordStates(states, Width), lemmas, [.. lemmas.Select((_, w) => w == 1 ? new[] { 0, 1 } : [])], triggers, modes);
        }),
    ];

    // The vector of a label begins with its number.
    private static bool First(string word, Span<float> vector)
    {
        vector[0] = Labels.IndexOf(word) + 1;
        return true;
    }
}
