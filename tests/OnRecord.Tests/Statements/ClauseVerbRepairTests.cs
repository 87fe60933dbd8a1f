namespace OnRecord.Tests.Statements;

/// <summary>Clauses whose verb the parser took for a noun.</summary>
public sealed class ClauseVerbRepairTests
{
    [Theory]
    // "Rebels seized Kunduz after dozens of soldiers in the area surrender."
    [InlineData("Rebels~rebel/NNS/2:nsubj seized~seize/VBD/0:root Kunduz/NNP/2:obj after/IN/5:case dozens~dozen/NNS/2:obl of/IN/7:case soldiers~soldier/NNS/5:nmod in/IN/11:case the/DT/10:det area/NN/11:compound surrender/NN/7:nmod", "dozens")]
    // "Rebels entered Kunduz as troops in the district retreat with their weapons."
    [InlineData("Rebels~rebel/NNS/2:nsubj entered~enter/VBD/0:root Kunduz/NNP/2:obj as/IN/5:case troops~troop/NNS/9:nsubj in/IN/9:case the/DT/9:det district/NN/9:compound retreat/NN/2:obl with/IN/12:case their~they/PRP$/12:nmod:poss weapons~weapon/NNS/9:nmod", "troops")]
    // "Rebels took control of Kunduz when scores of police personnel in the city surrender."
    [InlineData("Rebels~rebel/NNS/2:nsubj took~take/VBD/0:root control/NN/2:obj of/IN/5:case Kunduz/NNP/3:nmod when/WRB=SCONJ/7:mark scores~score/NNS/14:nsubj of/IN/10:case police/NN/10:compound personnel/NN/7:nmod in/IN/13:case the/DT/13:det city/NN/10:compound surrender/NN/2:obl", "scores")]
    public void The_verb_of_a_clause_is_found(string sentence, string subject)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        int At(string form) => Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == form);
        var verb = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form is "surrender" or "retreat");
        (tree[verb].Upos.ToString(), tree[verb].Head, tree[verb].Relation).ShouldBe(("VERB", 1, "advcl"));
        (tree[At(subject)].Head, tree[At(subject)].Relation).ShouldBe((verb, "nsubj"));
        (tree[verb - 1].Head, tree[verb - 1].Relation).ShouldBe((At(subject), "nmod"));
    }

    [Theory]
    // "… after weeks of talks on the garrison surrender": nobody is named that could.
    [InlineData("Rebels~rebel/NNS/2:nsubj entered~enter/VBD/0:root Kunduz/NNP/2:obj after/IN/5:case weeks~week/NNS/2:obl of/IN/7:case talks~talk/NNS/5:nmod on/IN/11:case the/DT/11:det garrison/NN/11:compound surrender/NN/7:nmod")]
    // "… as soldiers in the garrison surrender fled": the clause has its verb.
    [InlineData("Rebels~rebel/NNS/2:nsubj entered~enter/VBD/0:root Kunduz/NNP/2:obj as/IN=SCONJ/10:mark soldiers~soldier/NNS/10:nsubj in/IN/9:case the/DT/9:det garrison/NN/9:compound surrender/NN/5:nmod fled~flee/VBD/2:advcl")]
    public void A_noun_stays_one(string sentence)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        tree[Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == "surrender")].Upos.ToString().ShouldBe("NOUN");
    }
}
