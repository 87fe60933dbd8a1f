namespace OnRecord.Tests.Statements;

/// <summary>Short sentences that the parser read as noun phrases.</summary>
public sealed class PredicateRepairTests
{
    [Theory]
    // "Militants shelled positions near Kunduz."
    [InlineData("Militants~militant/NNS/3:nsubj shelled~shell/VBN/3:amod positions~position/NNS/0:root near/IN/5:case Kunduz/NNP/3:nmod", "shelled", "Militants", "positions")]
    // "The military raided homes."
    [InlineData("The/DT/4:det military/JJ/4:amod raided~raid/VBN/4:amod homes~home/NNS/0:root", "raided", "military", "homes")]
    // "Troops besieged Kunduz."
    [InlineData("Troops~troop/NNS/3:nsubj besieged~besieged/JJ/3:amod Kunduz/NNP/0:root", "besieged", "Troops", "Kunduz")]
    // "The military control most of Kunduz."
    [InlineData("The/DT/3:det military/JJ/3:amod control/NN/0:root most/JJS/3:amod of/IN/6:case Kunduz/NNP/4:obl", "control", "military", "most")]
    // "France, Germany to send troops"
    [InlineData("France/NNP/0:root _,/,/1:punct Germany/NNP/1:appos to/TO/5:mark send/VB/3:acl troops~troop/NNS/5:obj", "send", "France", "troops")]
    public void The_verb_is_found(string sentence, string verb, string subject, string target)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        int At(string form) => Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == form);
        tree[At(verb)].Head.ShouldBe(-1);
        (tree[At(subject)].Head, tree[At(subject)].Relation).ShouldBe((At(verb), "nsubj"));
        (tree[At(target)].Head, tree[At(target)].Relation).ShouldBe((At(verb), "obj"));
    }

    [Theory]
    // "The besieged town": nobody stands before it.
    [InlineData("The/DT/3:det besieged~besieged/JJ/3:amod town/NN/0:root", "town")]
    // "The fighters are wounded men": there is a verb.
    [InlineData("The/DT/2:det fighters~fighter/NNS/5:nsubj are~be/VBP=AUX/5:cop wounded~wound/VBN/5:amod men~man/NNS/0:root", "men")]
    public void A_noun_phrase_stays_one(string sentence, string root)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        tree[Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == root)].Head.ShouldBe(-1);
    }

    [Theory]
    // "Rebels took the town days after …", "… Kunduz hours later": the town is taken; not "two hours later".
    [InlineData("Rebels~rebel/NNS/2:nsubj took~take/VBD/0:root the/DT/5:det town/NN/5:compound days~day/NNS/2:obj after/IN=SCONJ/8:mark troops~troop/NNS/8:nsubj left~leave/VBD/2:advcl", "town", "obj")]
    [InlineData("Rebels~rebel/NNS/2:nsubj took~take/VBD/0:root Kunduz/NNP/4:compound hours~hour/NNS/2:obj later/RB/4:advmod", "Kunduz", "obj")]
    [InlineData("Rebels~rebel/NNS/2:nsubj left~leave/VBD/0:root two/CD/5:nummod school/NN/5:compound days~day/NNS/2:obj later/RB/5:advmod", "school", "compound")]
    public void A_stretch_of_time_is_no_head(string sentence, string noun, string relation)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        tree[Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == noun)].Relation.ShouldBe(relation);
    }
}
