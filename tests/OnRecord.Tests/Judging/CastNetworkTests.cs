using OnRecord.Lab.Judging;
using OnRecord.Language.Mentions;
using OnRecord.Statements;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Triggers;
using OnRecord.Tests.Statements;

namespace OnRecord.Tests.Judging;

/// <summary>The scores by which acts are linked to those who do them and to their places.</summary>
public sealed class CastNetworkTests
{
    // "Rebels seized Kunduz." "Troops left Kunduz."
    private const string Seized = "Rebels/NNS/2:nsubj seized~seize/VBD/0:root Kunduz/NNP/2:obj";
    private const string Left = "Troops/NNS/2:nsubj left~leave/VBD/0:root Kunduz/NNP/2:obj";
    private static readonly OptionWord[][] Options = [[new(0, -1, "nobody")], [new(0, 0, "rule"), new(0, 0, "said")], [new(1, 0, "around")]];
    private static readonly CastNetwork Network = new(SentenceTrainerTests.Network(["-", "capture", "kill"], 3), SentenceTrainerTests.LinkWeights);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_option_comes_to_what_all_its_words_come_to(int field)
    {
        var (scene, candidate) = Staged();
        Link(scene, 0, 1);
        var expected = SentenceTrainerTests.Scores(SentenceTrainerTests.LinkWeights, [scene.Links[0], scene.Links[1]], new LinkItem((CastField)field, 0, 1, 0, Options, [true, false, false]));
        var scores = Network.Scores(scene, candidate, (CastField)field, Options);
        for (var o = 0; o < expected.Length; o++) scores[o].ShouldBe((float)expected[o], 1e-3f);
    }

    [Fact]
    public void A_word_of_a_sentence_that_was_not_read_counts_as_none()
    {
        var (scene, candidate) = Staged();
        Link(scene, 0);
        var scores = Network.Scores(scene, candidate, CastField.Agent, [[new(1, 0, "around")], [new(1, -1, "around")]]);
        scores[0].ShouldBe(scores[1]);
    }

    [Fact]
    public void Of_a_sentence_that_was_not_read_nothing_is_said()
    {
        var (scene, candidate) = Staged();
        Network.Scores(scene, candidate, CastField.Agent, Options).ShouldBeEmpty();
    }

    [Fact]
    public void Distances_are_counted_in_sentences_and_within_one_in_words_doubling()
    {
        int Distance(int sentence, int word) => new OptionWord(sentence, word, "said").DistanceFrom(10, 20);
        Distance(9, 0).ShouldBe(Distance(9, 30));
        Distance(1, 0).ShouldBe(Distance(0, 0));
        Distance(13, 0).ShouldBe(Distance(20, 0));
        Distance(10, 23).ShouldBe(Distance(10, 26));
        Enumerable.Range(-12, 30).SelectMany(s => Enumerable.Range(0, 90).Select(w => Distance(10 + s, w))).Distinct().Count().ShouldBe(9 + 3 + 5 + 5);
        Enumerable.Range(-12, 30).SelectMany(s => Enumerable.Range(0, 90).Select(w => Distance(10 + s, w))).ShouldAllBe(d => d >= 0 && d < OptionWord.Distances);
    }

    private static (Scene Scene, Candidate Candidate) Staged()
    {
        var scene = Stage.Of(Seized, Left).Named("Kunduz", EntityKind.Place).Scene();
        var proposal = new TriggerFinder(Stage.Codebook, null, (_, _) => false).Propose(scene, 0, 1).ShouldNotBeNull();
        var (trigger, span) = proposal.Matches.First(m => m.Trigger.Type == "capture");
        return (scene, new Candidate(0, 1, trigger, Stage.Codebook.Types["capture"], proposal.Clause, span, false));
    }

    private static void Link(Scene scene, params int[] sentences)
    {
        var random = new Random(11);
        foreach (var s in sentences) scene.Links[s] = [.. Enumerable.Range(0, 3 * SentenceTrainerTests.LinkWeights.Links).Select(_ => random.NextSingle() - 0.5f)];
    }
}
