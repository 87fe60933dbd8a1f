namespace OnRecord.Tests.Statements;

/// <summary>Dictionary forms that the parser cut wrongly, and a mine taken for what is mine.</summary>
public sealed class WordRepairTests
{
    [Theory]
    // "Soldiers mined the road", "emptied the villages", "denies arming them", "two sorties", "annexes the valley"
    [InlineData("Soldiers~soldier/NNS/2:nsubj mined~min/VBD/0:root the/DT/4:det road/NN/2:obj", "mined", "mine")]
    [InlineData("Fear/NN/2:nsubj emptied~emptie/VBD/0:root the/DT/4:det villages~village/NNS/2:obj", "emptied", "empty")]
    [InlineData("Mali/NNP/2:nsubj denies~deny/VBZ/0:root arming~armee/VBG/2:xcomp them~they/PRP/3:obj", "arming", "arm")]
    [InlineData("two/CD/2:nummod sorties~sorty/NNS/0:root", "sorties", "sortie")]
    [InlineData("king/NN/2:nsubj annexes~annexe/VBZ/0:root the/DT/4:det valley/NN/2:obj", "annexes", "annex")]
    // "A truck hit a mine": a thing; "a friend of mine", "she taped the parcel": as they were.
    [InlineData("truck/NN/2:nsubj hit/VBD/0:root a/DT/4:det mine~my/PRP=PRON/2:obj", "mine", "mine")]
    [InlineData("a/DT/2:det friend/NN/0:root of/IN/4:case mine~my/PRP=PRON/2:nmod", "mine", "my")]
    [InlineData("she/PRP/2:nsubj taped~tape/VBD/0:root the/DT/4:det parcel/NN/2:obj", "taped", "tape")]
    public void The_form_is_that_of_the_codebook(string sentence, string word, string lemma)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        Enumerable.Range(0, tree.Count).Where(i => tree[i].Form == word).Select(i => tree[i].Lemma).ShouldBe([lemma]);
    }
}
