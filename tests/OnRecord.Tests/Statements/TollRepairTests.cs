namespace OnRecord.Tests.Statements;

/// <summary>Those who are in a state of which a toll tells, also where only their number stands.</summary>
public sealed class TollRepairTests
{
    private const string Left = "attack/NN/2:nsubj left~leave/VBD/0:root 12/CD/4:nummod people/NNS/2:obj dead/JJ/4:amod and/CC/7:cc 30/CD/4:conj injured/JJ/5:conj";

    [Theory]
    // "left 12 people dead and 30 injured"
    [InlineData(Left, "people", "dead", "nsubj")]
    [InlineData(Left, "dead", "left", "ccomp")]
    [InlineData(Left, "30", "injured", "nsubj:pass")]
    [InlineData(Left, "injured", "left", "conj")]
    // "left a town without power": no state of people.
    [InlineData("attack/NN/2:nsubj left~leave/VBD/0:root three/CD/4:nummod towns~town/NNS/2:obj without/IN/6:case power/NN/2:obl", "towns", "left", "obj")]
    // "Twelve soldiers were killed and 30 wounded."
    [InlineData("Twelve/CD/2:nummod soldiers~soldier/NNS/4:nsubj:pass were~be/VBD=AUX/4:aux:pass killed~kill/VBN/0:root and/CC/6:cc 30/CD/4:conj wounded/JJ/6:amod", "30", "wounded", "nsubj:pass")]
    // "Twelve soldiers were killed and 30 wounded men fled": a state before its noun only describes.
    [InlineData("Twelve/CD/2:nummod soldiers~soldier/NNS/4:nsubj:pass were~be/VBD=AUX/4:aux:pass killed~kill/VBN/0:root and/CC/9:cc 30/CD/8:nummod wounded/JJ/8:amod men~man/NNS/9:nsubj fled~flee/VBD/4:conj", "wounded", "men", "amod")]
    // "killed six people and wounded 15"
    [InlineData("Shelling/NN/2:nsubj killed~kill/VBD/0:root six/CD/4:nummod people/NNS/2:obj and/CC/6:cc wounded~wound/VBD/2:conj 15/CD/6:obl:unmarked", "15", "wounded", "obj")]
    public void Whoever_is_in_a_state_is_its_subject(string sentence, string word, string head, string relation) => At(sentence, word).ShouldBe((head, relation));

    [Fact]
    public void A_participle_gets_its_verb()
    {
        var tree = Stage.Of(Left).Scene().Trees[0];
        tree[7].Lemma.ShouldBe("injure");
        tree[7].Xpos.ShouldBe("VBN");
    }

    private static (string, string) At(string sentence, string word)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        var at = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == word);
        return (tree[tree[at].Head].Form, tree[at].Relation);
    }
}
