namespace OnRecord.Tests.Statements;

/// <summary>Deeds in a series that the parser hung on a noun of it, and tolls without a verb.</summary>
public sealed class SeriesRepairTests
{
    [Theory]
    // "Rebels raided the camp, burning huts and looting cattle."
    [InlineData("Rebels~rebel/NNS/2:nsubj raided~raid/VBD/0:root the/DT/4:det camp/NN/2:obj _,/,/6:punct burning~burn/VBG/7:amod huts~hut/NNS/4:conj and/CC/10:cc looting~looting/NN/10:compound cattle/NNS/4:conj", "huts", "burning", "obj")]
    [InlineData("Rebels~rebel/NNS/2:nsubj raided~raid/VBD/0:root the/DT/4:det camp/NN/2:obj _,/,/6:punct burning~burn/VBG/7:amod huts~hut/NNS/4:conj and/CC/10:cc looting~looting/NN/10:compound cattle/NNS/4:conj", "cattle", "looting", "obj")]
    // "Fighters killed the chief, looted shops and fled."
    [InlineData("Fighters~fighter/NNS/2:nsubj killed~kill/VBD/0:root the/DT/4:det chief/NN/2:obj _,/,/7:punct looted~loot/VBN/7:amod shops~shop/NNS/4:conj and/CC/9:cc fled~flee/VBD/2:conj", "looted", "killed", "conj")]
    // "Rebels killed three officers, wounded civilians and a driver": these were wounded before.
    [InlineData("Rebels~rebel/NNS/2:nsubj killed~kill/VBD/0:root three/CD/4:nummod officers~officer/NNS/2:obj _,/,/7:punct wounded~wound/VBN/7:amod civilians~civilian/NNS/4:conj and/CC/10:cc a/DT/10:det driver/NN/4:conj", "wounded", "civilians", "amod")]
    // "Boys threw stones at guards in Oran and burned tyres."
    [InlineData("Boys~boy/NNS/2:nsubj threw~throw/VBD/0:root stones~stone/NNS/2:obj in/IN/5:case Oran/NNP/2:obl and/CC/7:cc burned~burn/VBN/5:conj tyres~tyre/NNS/2:obj", "tyres", "burned", "obj")]
    // "Blasts killed nine and wounded 45, medical sources said."
    [InlineData("Blasts~blast/NNS/2:nsubj killed~kill/VBD/9:ccomp nine/CD/2:obj and/CC/8:cc wounded~wound/VBN/8:amod 45/CD/8:nummod _,/,/2:punct sources~source/NNS/9:nsubj said~say/VBD/0:root", "45", "wounded", "obj")]
    // "killing seven and wounding 30"
    [InlineData("Shells~shell/NNS/2:nsubj hit/VBD/0:root Oran/NNP/2:obj _,/,/5:punct killing~kill/VBG/2:advcl seven/CD/5:obj and/CC/8:cc wounding~wound/VBG/5:conj 30/CD/6:conj", "30", "wounding", "obj")]
    // "Engineers kidnapped last month have been freed."
    [InlineData("Two/CD/2:nummod engineers~engineer/NNS/3:nsubj kidnapped~kidnap/VBD/0:root last/JJ/5:amod month/NN/3:obl:unmarked have/VBP=AUX/8:aux been~be/VBN=AUX/8:aux:pass freed~free/VBN/3:advcl", "kidnapped", "engineers", "acl")]
    // "At least 30 dead in clashes."
    [InlineData("At/IN/2:case least~least/JJS/3:nmod 30/CD/0:root dead/JJ/3:amod in/IN/6:case clashes~clash/NNS/3:nmod", "30", "dead", "nsubj")]
    // "Five people killed in a raid."
    [InlineData("Five/CD/2:nummod people/NNS/3:nsubj killed~kill/VBD/0:root in/IN/6:case a/DT/6:det raid/NN/3:obl", "people", "killed", "nsubj:pass")]
    // "set fire to a station"
    [InlineData("Crowds~crowd/NNS/2:nsubj set/VBD/0:root fire/NN/2:obj to/IN/6:case a/DT/6:det station/NN/3:nmod", "station", "set", "obl")]
    public void The_deed_is_put_back(string sentence, string word, string head, string relation) => Trees.Hangs(sentence, word, head, relation);

    [Fact]
    public void Who_kills_himself_and_others_kills_the_others() =>
        Stage.Of("bomber/NN/2:nsubj killed~kill/VBD/0:root himself~he/PRP/2:obj and/CC/6:cc six/CD/6:nummod guards~guard/NNS/3:conj").Verb("killed").ShouldBe("bomber > guards");
}
