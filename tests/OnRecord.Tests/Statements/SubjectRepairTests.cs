namespace OnRecord.Tests.Statements;

/// <summary>Subjects that the parser hung on what the sentence begins with.</summary>
public sealed class SubjectRepairTests
{
    [Theory]
    // "In the north, Kunduz was taken."
    [InlineData("In/IN/3:case the/DT/3:det north/NN/7:obl _,/,/5:punct Kunduz/NNP/3:appos was~be/VBD=AUX/7:aux:pass taken~take/VBN/0:root", "Kunduz", "taken", "nsubj:pass")]
    // "In the north, rebels attacked Kunduz."
    [InlineData("In/IN/3:case the/DT/3:det north/NN/6:obl _,/,/5:punct rebels/NNS/3:appos attacked~attack/VBD/0:root Kunduz/NNP/6:obj", "rebels", "attacked", "nsubj")]
    // "In the north, Kunduz, rebels attacked": there is a subject.
    [InlineData("In/IN/3:case the/DT/3:det north/NN/7:obl _,/,/5:punct Kunduz/NNP/3:appos rebels/NNS/7:nsubj attacked~attack/VBD/0:root", "Kunduz", "north", "appos")]
    // "In the north, Kunduz, attack!": nothing finite.
    [InlineData("In/IN/3:case the/DT/3:det north/NN/6:obl _,/,/5:punct Kunduz/NNP/3:appos attack/VB/0:root", "Kunduz", "north", "appos")]
    // "Though rebels hold Kunduz, sources have said": the sources are no second town.
    [InlineData("Though/IN=SCONJ/3:mark rebels/NNS/3:nsubj hold/VBP/8:advcl Kunduz/NNP/3:obj _,/,/6:punct sources/NNS/4:conj have/VBP=AUX/8:aux said~say/VBN/0:root", "sources", "said", "nsubj")]
    // "Though rebels hold Kunduz, and Herat, said …": Herat is.
    [InlineData("Though/IN=SCONJ/3:mark rebels/NNS/3:nsubj hold/VBP/8:advcl Kunduz/NNP/3:obj _,/,/7:punct and/CC/7:cc Herat/NNP/4:conj said~say/VBN/0:root", "Herat", "Kunduz", "conj")]
    public void The_subject_is_found(string sentence, string word, string head, string relation)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        var at = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == word);
        (tree[tree[at].Head].Form, tree[at].Relation).ShouldBe((head, relation));
    }
}
