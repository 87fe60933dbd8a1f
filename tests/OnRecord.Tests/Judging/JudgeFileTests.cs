using FsCheck;
using FsCheck.Fluent;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;

namespace OnRecord.Tests.Judging;

public sealed class JudgeFileTests : IDisposable
{
    private static readonly JudgeModel Triggers = Model(["-", "capture", "kill", "tally"], 1);
    private static readonly JudgeModel Modes = Model(["Actual", "Aim", "Planned"], 2);
    private static readonly CastJudge Casts = new(Rank(3), Rank(4), Rank(5));
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void What_is_written_is_read_and_answers_alike()
    {
        JudgeFile.Write(_path, Triggers, Modes, Casts, ["capture Verb seize", "kill Verb kill"]);
        var read = Judge.Load(_path).Value.ShouldNotBeNull();
        var written = new Judge(Triggers, Modes, Casts, []);
        foreach (var features in Questions())
        {
            var before = written.Types(features, Vectors);
            var after = read.Types(features, Vectors).ToDictionary(t => t.Label, t => t.Score);
            foreach (var (label, score) in before) after[label].ShouldBe(score, 0.05f);
            if (before[0].Score - before[1].Score > 0.1f) read.Types(features, Vectors)[0].Label.ShouldBe(before[0].Label);
        }
        Questions().Select(q => read.ModeOf(q, Vectors)).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_network_reads_alike_after_writing_and_reading_and_a_judge_without_one_has_none()
    {
        var network = SentenceTrainerTests.Network([.. Triggers.Labels, .. Modes.Labels], 7);
        var casts = new CastJudge(Casts.Agents, Casts.Places, Casts.Company, new CastNetwork(network, SentenceTrainerTests.LinkWeights));
        JudgeFile.Write(_path, Triggers, Modes, casts, [], network);
        var judge = Judge.Load(_path).Value.ShouldNotBeNull();
        var read = judge.Network.ShouldNotBeNull();
        var (written, kept) = (SentenceTrainerTests.LinkWeights, judge.Casts.Network.ShouldNotBeNull().Weights);
        foreach (var (one, other) in new[] { (written.Wordless, kept.Wordless), (written.Ways, kept.Ways), (written.Distances, kept.Distances), (written.Types, kept.Types), (written.Out, kept.Out) })
            for (var i = 0; i < one.Length; i++) other[i].ShouldBe(one[i], 0.01f);
        var (before, after) = (SentenceTrainerTests.Scores(network), SentenceTrainerTests.Scores(read));
        for (var w = 0; w < before.Length; w++)
            for (var l = 0; l < before[w].Length; l++) after[w][l].ShouldBe(before[w][l], 0.05f);
        JudgeFile.Write(_path, Triggers, Modes, Casts, []);
        Judge.Load(_path).Value.ShouldNotBeNull().Network.ShouldBeNull();
    }

    [Fact]
    public void A_file_of_an_older_form_is_a_problem_that_says_so()
    {
        JudgeFile.Write(_path, Triggers, Modes, Casts, []);
        var bytes = File.ReadAllBytes(_path);
        bytes[7]--;
        File.WriteAllBytes(_path, bytes);
        var problem = Judge.Load(_path).Problem.ShouldNotBeNull();
        problem.What.ShouldContain("older form");
        problem.Where.ShouldBe(_path);
    }

    [Fact]
    public void What_the_network_says_is_added_to_what_the_features_say()
    {
        var judge = new Judge(Triggers, Modes, Casts, []);
        var question = Questions().First();
        var without = judge.Types(question, Vectors).ToDictionary(t => t.Label, t => t.Score);
        var with = judge.Types(question, Vectors, [0, 0, 100, 0]);
        with[0].ShouldBe((Triggers.Labels[2], without[Triggers.Labels[2]] + 100));
        with.Skip(1).ShouldAllBe(t => t.Score == without[t.Label]);
    }

    [Fact]
    public void Rankers_score_alike_after_writing_and_reading()
    {
        JudgeFile.Write(_path, Triggers, Modes, Casts, []);
        var read = Judge.Load(_path).Value!.Casts.ShouldNotBeNull();
        foreach (var features in Questions())
        {
            Score(read.Agents, features).ShouldBe(Score(Casts.Agents, features), 0.05f);
            Score(read.Places, features).ShouldBe(Score(Casts.Places, features), 0.05f);
            Score(read.Company, features).ShouldBe(Score(Casts.Company, features), 0.05f);
        }
    }

    [Fact]
    public void It_knows_the_entries_it_was_trained_with()
    {
        JudgeFile.Write(_path, Triggers, Modes, Casts, ["capture Verb seize"]);
        var read = Judge.Load(_path).Value!;
        (read.Knows("capture", "Verb", "seize"), read.Knows("capture", "Noun", "seize")).ShouldBe((true, false));
    }

    [Fact]
    public void Writing_what_was_read_again_changes_nothing()
    {
        JudgeFile.Write(_path, Triggers, Modes, Casts, ["b", "a"]);
        var first = File.ReadAllBytes(_path);
        JudgeFile.Write(_path, Triggers, Modes, Casts, ["a", "b"]);
        File.ReadAllBytes(_path).ShouldBe(first);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_a_problem_that_names_it()
    {
        JudgeFile.Write(_path, Triggers, Modes, Casts, ["capture Verb seize"], SentenceTrainerTests.Network([.. Triggers.Labels, .. Modes.Labels], 7));
        var whole = File.ReadAllBytes(_path);
        foreach (var length in Enumerable.Range(0, whole.Length).Where(l => l % 97 == 0 || l < 64 || l > whole.Length - 32))
        {
            File.WriteAllBytes(_path, whole[..length]);
            Judge.Load(_path).Problem.ShouldNotBeNull($"cut at {length} of {whole.Length}").Where.ShouldBe(_path);
        }
    }

    [Fact]
    public void A_foreign_or_missing_file_is_a_problem_that_names_it()
    {
        File.WriteAllText(_path, "A poem, and not a model of anything.");
        Judge.Load(_path).Problem.ShouldNotBeNull().What.ShouldContain("not a model that judges");
        File.Delete(_path);
        var problem = Judge.Load(_path).Problem.ShouldNotBeNull();
        problem.What.ShouldContain("missing");
        problem.Where.ShouldBe(_path);
    }

    [Fact]
    public void A_file_of_other_labels_or_shapes_or_with_more_behind_it_is_a_problem()
    {
        JudgeFile.Write(_path, Triggers, Model(["Actual", "Dreamt"], 2), Casts, []);
        Judge.Load(_path).Problem.ShouldNotBeNull();
        JudgeFile.Write(_path, Triggers, Model(["Actual", "Aim"], 2, inputs: 300), Casts, []);
        Judge.Load(_path).Problem.ShouldNotBeNull();
        JudgeFile.Write(_path, Triggers, Modes, Casts, []);
        Judge.Load(_path).Problem.ShouldBeNull();
        File.AppendAllText(_path, "more");
        Judge.Load(_path).Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(8, 80)]
    [InlineData(8, 4000)]
    public void A_damaged_file_is_a_problem_or_still_answers(int from, int to)
    {
        JudgeFile.Write(_path, Triggers, Modes, Casts, ["capture Verb seize"]);
        var whole = File.ReadAllBytes(_path);
        whole.Length.ShouldBeGreaterThan(to);
        var damage = Gen.Choose(from, to).SelectMany(at => Gen.Choose(0, 255).Select(value => (at, value))).ToArbitrary();
        Prop.ForAll(damage, d =>
        {
            var bytes = whole.ToArray();
            bytes[d.at] = (byte)d.value;
            File.WriteAllBytes(_path, bytes);
            var read = Judge.Load(_path);
            if (read.Value is not { } judge) return read.Problem is not null;
            foreach (var question in Questions()) judge.ModeOf(question, Vectors);
            return Questions().All(q => judge.Types(q, Vectors).Count == Triggers.Labels.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    public void Dispose() => File.Delete(_path);

    private static IEnumerable<Features> Questions()
    {
        for (var i = 0; i < 50; i++)
        {
            var features = new Features();
            for (var f = 0; f < 8; f++) features.Add("feature", $"{i * 8 + f}");
            features.Words[0] = "word" + i;
            yield return features;
        }
    }

    // A vector that depends on the word alone.
    private static bool Vectors(string word, Span<float> vector)
    {
        for (var i = 0; i < vector.Length; i++) vector[i] = MathF.Sin(word.Length * 31 + word[^1] + i) / 4;
        return true;
    }

    private static float Score(RankModel model, Features features) => model.Score(features, Vectors, model.Begin(features, Vectors));

    private static RankModel Rank(int seed)
    {
        const int inputs = RankModel.Places * Judge.VectorWidth;
        var random = new Random(seed);
        float[] Weights(int count, float most) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) * most)];
        return new RankModel { Direct = Weights(1024, 1), Inputs = inputs, Units = 2, Hidden = Weights(2 * 2 * inputs, 0.1f), HiddenBias = Weights(2, 1), Out = Weights(2, 1) };
    }

    private static JudgeModel Model(string[] labels, int seed, int inputs = Features.VectorPlaces * Judge.VectorWidth)
    {
        var random = new Random(seed);
        float[] Weights(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        return new JudgeModel { Labels = [.. labels], Buckets = 64, Inputs = inputs, Units = 4, Direct = Weights(64 * labels.Length), Hidden = Weights(4 * inputs), HiddenBias = Weights(4), Out = Weights(4 * labels.Length) };
    }
}
