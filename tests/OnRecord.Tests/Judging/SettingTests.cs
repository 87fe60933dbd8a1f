using OnRecord.Statements.Judging;
using OnRecord.Tests.Statements;

namespace OnRecord.Tests.Judging;

public sealed class SettingTests
{
    // "Rebels besieged Kunduz. Shelling killed two."
    private static readonly string[] Report =
    [
        "Rebels~rebel/NNS/2:nsubj besieged~besiege/VBD/0:root Kunduz/NNP/2:obj",
        "Shelling~shelling/NN/2:nsubj killed~kill/VBD/0:root two/CD/2:obj",
    ];

    [Fact]
    public void The_acts_of_a_sentence_are_those_of_which_the_codebook_speaks()
    {
        var setting = new Setting(Stage.Of(Report).Scene(), Vectors);
        setting.Types(0).ShouldBe([(1, "besiege")]);
        setting.Types(1).ShouldBe([(0, "shelling"), (1, "kill")]);
    }

    [Fact]
    public void Without_states_nothing_is_laid_beside_them() =>
        new Setting(Stage.Of(Report).Scene(), Vectors).Around(0, 1).ShouldBeEmpty();

    [Fact]
    public void What_an_article_is_about_is_the_mean_of_its_sentences()
    {
        var setting = new Setting(Stage.Of(Report).Scene(), Vectors);
        setting.Mean(0)[0].ShouldBe(0.5f);      // "rebel" and "besiege": one of two
        setting.Mean(1)[0].ShouldBe(0);
        setting.Whole()[0].ShouldBe(0.25f);
    }

    // "besiege" lies one along the first axis, all other words at the origin.
    private static bool Vectors(string word, Span<float> vector)
    {
        vector.Clear();
        if (word == "besiege") vector[0] = 1;
        return true;
    }
}
