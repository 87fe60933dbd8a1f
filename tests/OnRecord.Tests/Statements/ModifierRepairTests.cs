namespace OnRecord.Tests.Statements;

/// <summary>What the parser hung on a word that only describes a noun.</summary>
public sealed class ModifierRepairTests
{
    [Theory]
    // "shot the head of the party's press and media office"
    [InlineData("Gunmen/NNS/2:nsubj shot~shoot/VBD/0:root the/DT/4:det head/NN/2:obj of/IN/8:case the/DT/7:det party/NN/9:nmod:poss press/NN/9:compound office/NN/4:nmod", "office")]
    // "in Mali's north": what owns it has none of its own.
    [InlineData("Rebels~rebel/NNS/2:nsubj advanced~advance/VBD/0:root in/IN/4:case Mali/NNP/5:nmod:poss north/NN/2:obl", "north")]
    // "in the north of Mali": as it is.
    [InlineData("Rebels~rebel/NNS/2:nsubj advanced~advance/VBD/0:root in/IN/5:case the/DT/5:det north/NN/2:obl", "north")]
    public void A_preposition_introduces_the_whole_noun_phrase(string sentence, string noun)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        var preposition = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form is "of" or "in");
        tree[tree[preposition].Head].Form.ShouldBe(noun);
    }

    [Theory]
    // "by an army air raid": whose raid it is.
    [InlineData("They/PRP/3:nsubj:pass were~be/VBD=AUX/3:aux:pass killed~kill/VBN/0:root by/IN/8:case a/DT/8:det army/NN/7:compound air/NN/8:compound raid/NN/3:obl:agent", "raid")]
    // "by a car bomb attack": what bomb it was.
    [InlineData("They/PRP/3:nsubj:pass were~be/VBD=AUX/3:aux:pass killed~kill/VBN/0:root by/IN/8:case a/DT/8:det car/NN/7:compound bomb/NN/8:compound attack/NN/3:obl:agent", "bomb")]
    public void Whose_an_act_is_hangs_on_the_act(string sentence, string noun)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        tree[tree[5].Head].Form.ShouldBe(noun);
    }
}
