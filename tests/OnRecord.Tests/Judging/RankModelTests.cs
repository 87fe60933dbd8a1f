using OnRecord.Lab.Judging;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;

namespace OnRecord.Tests.Judging;

public sealed class RankModelTests
{
    [Fact]
    public void A_score_is_the_direct_weights_and_what_the_hidden_layer_makes_of_both_words()
    {
        const int inputs = RankModel.Places * Judge.VectorWidth;
        var option = Named("seen", "b");
        var hidden = new float[2 * inputs];
        hidden[0] = 2;              // of the statement's word
        hidden[inputs] = 3;         // of the option's
        var direct = new float[64];
        direct[option.Hashes[0] % 64] = 0.5f;
        var model = new RankModel { Direct = direct, Inputs = inputs, Units = 1, Hidden = hidden, HiddenBias = [1], Out = [10] };
        model.Score(option, First, model.Begin(Named("other", "a"), First)).ShouldBe(0.5f + 10 * (1 + 2 * 1 + 3 * 2), 1e-4f);
    }

    [Fact]
    public void Training_learns_which_word_is_meant_from_its_vector_alone()
    {
        var choices = Enumerable.Range(0, 200).Select(i =>
        {
            Features[] options = [Named("x", i % 2 == 0 ? "a" : "b"), Named("x", i % 2 == 0 ? "b" : "a")];
            return new Choice(Named("part", "a"), options, [i % 2 == 1, i % 2 == 0], new DocumentNumber(i, true));   // always the option with word "b"
        }).ToList();
        var model = new RankTrainer(First, new RankOptions(Buckets: 64, Units: 4, Passes: 30, HiddenRate: 0.05f, Runs: 1)).Train(choices);
        var begun = model.Begin(choices[0].Part, First);
        model.Score(Named("x", "b"), First, begun).ShouldBeGreaterThan(model.Score(Named("x", "a"), First, begun) + 1);
    }

    [Fact]
    public void Training_twice_gives_the_same_weights()
    {
        List<Choice> choices = [new(Named("part", "a"), [Named("x", "a"), Named("y", "b")], [true, false], new DocumentNumber(0, true))];
        RankModel Train() => new RankTrainer(First, new RankOptions(Buckets: 64, Units: 2, Passes: 4)).Train(choices);
        Train().Hidden.ShouldBe(Train().Hidden);
    }

    [Fact]
    public void What_was_kept_of_a_word_gives_the_same_score()
    {
        const int inputs = RankModel.Places * Judge.VectorWidth + 1;
        var model = new RankModel { Direct = new float[64], Inputs = inputs, Units = 1, Hidden = [.. Enumerable.Range(0, 2 * inputs).Select(i => i / 1000f)], HiddenBias = [1], Out = [1] };
        var option = Named("x", "b");
        option.State = [3];
        var begun = model.Begin(Named("part", "a"), First);
        var kept = new Dictionary<(RankModel, float[]), float[]>();
        var score = model.Score(option, First, begun);
        model.Score(option, First, begun, kept).ShouldBe(score);
        kept.Count.ShouldBe(1);
        model.Score(option, First, begun, kept).ShouldBe(score);
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
