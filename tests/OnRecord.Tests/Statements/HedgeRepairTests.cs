namespace OnRecord.Tests.Statements;

/// <summary>Objects that the parser took for obliques, since a hedge before their number looks like a preposition.</summary>
public sealed class HedgeRepairTests
{
    [Theory]
    // "The blast killed at least 12 people."
    [InlineData("The/DT/2:det blast/NN/3:nsubj killed~kill/VBD/0:root at/IN/5:case least/JJS/6:nmod 12/CD/7:nummod people/NNS/3:obl", "people", "killed", "obj")]
    // "The army captured around 12."
    [InlineData("army/NN/2:nsubj captured~capture/VBD/0:root around/IN/4:case 12/CD/2:obl", "12", "captured", "obj")]
    // "killing up to 40 insurgents"
    [InlineData("Troops~troop/NNS/2:nsubj attacked~attack/VBD/0:root killing~kill/VBG/2:advcl up/RP/3:compound:prt to/IN/7:case 40/CD/7:nummod insurgents/NNS/3:obl", "insurgents", "killing", "obj")]
    // "killed fewer than 10 rebels": what the parser took for the object is a part of the hedge.
    [InlineData("army/NN/2:nsubj killed~kill/VBD/0:root fewer/JJR/2:obj than/IN/6:case 10/CD/6:nummod rebels/NNS/2:obl", "rebels", "killed", "obj")]
    // "left at least 3 dead": three are.
    [InlineData("blast/NN/2:nsubj left~leave/VBD/0:root at/IN/4:case least/JJS/5:nmod 3/CD/6:nummod dead/JJ/2:obl", "3", "dead", "nsubj")]
    // "Gunmen abducted at least a dozen villagers": and so they are no passive's subject.
    [InlineData("Gunmen/NNS/2:nsubj:pass abducted~abduct/VBD/0:root at/IN/4:case least/JJS/6:nmod a/DT/7:det dozen/NN=NUM/7:nummod villagers/NNS/2:obl", "Gunmen", "abducted", "nsubj")]
    // "Police shot dead three protesters"
    [InlineData("Police/NNS/2:nsubj shot~shoot/VBD/0:root dead/JJ/5:amod three/CD/5:nummod protesters/NNS/2:obj", "dead", "shot", "xcomp")]
    // "found the dead men": they were.
    [InlineData("Police/NNS/2:nsubj found~find/VBD/0:root the/DT/5:det dead/JJ/5:amod men/NNS/2:obj", "dead", "men", "amod")]
    // "attacked in at least 12 districts": the preposition is one.
    [InlineData("army/NN/2:nsubj attacked~attack/VBD/0:root in/IN/7:case at/IN/5:case least/JJS/6:nmod 12/CD/7:nummod districts/NNS/2:obl", "districts", "attacked", "obl")]
    // "The toll rose at least 10", "advanced about 5 km": how far.
    [InlineData("toll/NN/2:nsubj rose~rise/VBD/0:root at/IN/4:case least/JJS/5:nmod 10/CD/2:obl", "10", "rose", "obl")]
    [InlineData("army/NN/2:nsubj pushed~push/VBD/0:root about/IN/5:case 5/CD/5:nummod km/NNS/2:obl", "km", "pushed", "obl")]
    // "killed a guard at least 12 times": there is an object.
    [InlineData("army/NN/2:nsubj shot~shoot/VBD/0:root guard/NN/2:obj at/IN/5:case least/JJS/6:nmod 12/CD/7:nummod times/NNS/2:obl", "times", "shot", "obl")]
    public void The_object_is_found(string sentence, string word, string head, string relation) => At(sentence, word).ShouldBe((head, relation));

    // "30 civilians were killed and 20 more wounded."
    [Fact]
    public void More_of_them_are_counted_by_themselves() =>
        At("30/CD/2:nummod civilians/NNS/4:nsubj:pass were~be/VBD=AUX/4:aux:pass killed~kill/VBN/0:root and/CC/8:cc 20/CD/7:nummod more/RBR/8:advmod wounded/JJ/4:conj", "more").ShouldBe(("wounded", "nsubj:pass"));

    private static (string, string) At(string sentence, string word)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        var at = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == word);
        return (tree[tree[at].Head].Form, tree[at].Relation);
    }
}
