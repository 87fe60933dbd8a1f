namespace OnRecord.Tests.Statements;

/// <summary>Prepositions that the parser hung on what describes the noun they introduce.</summary>
public sealed class CaseRepairTests
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
}
