using OnRecord.Lab.Judging;
using OnRecord.Statements.Judging;

namespace OnRecord.Tests.Judging;

public sealed class JudgeTrainerTests
{
    private static readonly JudgeOptions Small = new(Buckets: 64, Units: 4, Passes: 20, HiddenRate: 0.05f, Runs: 2);

    [Fact]
    public void It_learns_the_label_from_a_feature()
    {
        var model = new JudgeTrainer(First, Small).Train(Examples((word, label) => Named(label, "c")));
        Best(model, Named("kill", "c")).ShouldBe("kill");
        Best(model, Named("capture", "c")).ShouldBe("capture");
    }

    [Fact]
    public void It_learns_the_label_from_the_vector_of_a_word_alone()
    {
        var model = new JudgeTrainer(First, Small).Train(Examples((word, label) => Named("x", word)));
        Best(model, Named("x", "a")).ShouldBe("capture");
        Best(model, Named("x", "b")).ShouldBe("kill");
    }

    [Fact]
    public void What_was_seen_too_seldom_has_no_weight()
    {
        var examples = Examples((word, label) => Named("x", word)).ToList();
        var rare = Named("rare", "a");
        examples.Add(new Example(rare, "kill", new DocumentNumber(200, true)));
        float Weight(int least) => new JudgeTrainer(First, Small with { Buckets = 1 << 16, Least = least }).Train(examples).Direct.Chunk(2).ElementAt((int)(rare.Hashes[0] % (1 << 16))).Max(Math.Abs);
        Weight(1).ShouldBeGreaterThan(0);
        Weight(2).ShouldBe(0);
    }

    [Fact]
    public void Training_twice_or_twice_at_once_gives_the_same_weights()
    {
        var trainer = new JudgeTrainer(First, Small);
        var examples = Examples((word, label) => Named("x", word));
        var models = Enumerable.Range(0, 4).AsParallel().AsOrdered().Select(_ => trainer.Train(examples)).ToList();
        models.ShouldAllBe(model => model.Hidden.SequenceEqual(models[0].Hidden) && model.Direct.SequenceEqual(models[0].Direct));
        var other = new JudgeTrainer(First, Small with { Seed = 9 }).Train(examples);
        other.Hidden.SequenceEqual(models[0].Hidden).ShouldBeFalse();
    }

    // Half of them "a" and captures, half of them "b" and killings.
    private static List<Example> Examples(Func<string, string, Features> features) =>
        [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? ("a", "capture") : ("b", "kill")).Select((one, i) => new Example(features(one.Item1, one.Item2), one.Item2, new DocumentNumber(i, true)))];

    private static string Best(JudgeModel model, Features features)
    {
        Span<float> input = new float[model.Inputs];
        Span<float> logits = new float[model.Labels.Length];
        Judge.Vectors(features, First, input);
        model.Score(features, input, logits, new float[model.Units]);
        return model.Labels[logits[0] > logits[1] ? 0 : 1];
    }

    private static Features Named(string feature, string word)
    {
        var features = new Features();
        features.Add(feature);
        features.Words[0] = word;
        return features;
    }

    // The vector of "a" begins with 1, that of "b" with 2.
    private static bool First(string word, Span<float> vector)
    {
        vector[0] = word == "a" ? 1 : 2;
        return true;
    }
}
