namespace OnRecord.Tests.Statements;

/// <summary>Verbs that the parser took for nouns or participles, and what is asked of people past those named among them.</summary>
public sealed class LostVerbRepairTests
{
    [Theory]
    // "A statement by officials calls on the army to leave": what calls is the statement.
    [InlineData("statement/NN/0:root by/IN/3:case officials~official/NNS/1:nmod calls~call/NNS/1:nmod on/IN/7:case the/DT/7:det army/NN/4:nmod to/TO/9:mark leave/VB/4:acl", "statement", "calls", "nsubj")]
    // "A statement about calls for peace": no verb.
    [InlineData("statement/NN/0:root about/IN/3:case calls~call/NNS/1:nmod for/IN/5:case peace/NN/3:nmod", "calls", "statement", "nmod")]
    // "Figures released by the ministry show that rebels left."
    [InlineData("Figures~figure/NNS/0:root released~release/VBN/1:acl by/IN/6:case the/DT/6:det ministry/NN/6:compound show/NN/2:obl:agent that/IN=SCONJ/9:mark rebels/NNS/9:nsubj left~leave/VBD/6:acl", "Figures", "show", "nsubj")]
    [InlineData("Figures~figure/NNS/0:root released~release/VBN/1:acl by/IN/6:case the/DT/6:det ministry/NN/6:compound show/NN/2:obl:agent that/IN=SCONJ/9:mark rebels/NNS/9:nsubj left~leave/VBD/6:acl", "ministry", "released", "obl:agent")]
    // "Thousands fled as forces advanced": the forces did.
    [InlineData("Thousands~thousand/NNS/2:nsubj fled~flee/VBD/0:root as/IN/4:case forces~force/NNS/2:obl advanced~advance/VBN/4:acl", "forces", "advanced", "nsubj")]
    // "They served as forces backed by neighbours": these were backed.
    [InlineData("They/PRP/2:nsubj served~serve/VBD/0:root as/IN/4:case forces~force/NNS/2:obl backed~back/VBN/4:acl by/IN/7:case neighbours~neighbour/NNS/5:obl", "forces", "served", "obl")]
    // "The Houthis call": a name, and what it does.
    [InlineData("The/DT/3:det Houthis~Houthis/JJ/3:amod call/VBP/0:root on/IN/5:case men~man/NNS/3:obl", "Houthis", "call", "nsubj")]
    // "Ten were killed and a school destroyed."
    [InlineData("Ten/CD/3:nsubj:pass were~be/VBD=AUX/3:aux:pass killed~kill/VBN/0:root and/CC/6:cc a/DT/6:det school/NN/3:conj destroyed~destroy/VBN/6:acl", "school", "destroyed", "nsubj:pass")]
    // "calls on men, including those who left, to fight": asked of the men.
    [InlineData("chief/NN/2:nsubj calls~call/VBZ/0:root on/IN/4:case men~man/NNS/2:obl _,/,/7:punct including~include/VBG/7:case those~that/DT=PRON/2:obl who/WP/9:nsubj left~leave/VBD/7:acl:relcl _,/,/12:punct to/TO/12:mark fight/VB/9:advcl", "fight", "calls", "xcomp")]
    // "refused to hand over the town": nothing is handed over it.
    [InlineData("mayor/NN/2:nsubj refused~refuse/VBD/0:root to/TO/4:mark hand/VB/2:xcomp over/IN/7:case the/DT/7:det town/NN/4:obl", "town", "hand", "obj")]
    public void The_verb_is_found(string sentence, string word, string head, string relation)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        var at = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == word);
        (tree[at].Head < 0 ? "" : tree[tree[at].Head].Form, tree[at].Relation).ShouldBe((head, relation));
    }

    [Fact]
    public void Whom_one_appeals_to_is_to_act() =>
        Stage.Of("bishop/NN/2:nsubj appealed~appeal/VBD/0:root to/IN/4:case men~man/NNS/2:obl to/TO/6:mark attack/VB/2:advcl Kunduz/NNP/6:obj").Verb("attack").ShouldBe("men > Kunduz");
}
