namespace OnRecord.Tests.Statements;

/// <summary>Words that "and" joins, and who stands before a verb.</summary>
public sealed class JoinRepairTests
{
    private const string Sides = "Clashes/NNS/7:nsubj between/IN/6:case federal/JJ/6:amod troops/NNS/6:compound and/CC/6:cc forces/NNS/1:nmod erupted~erupt/VBD/0:root";
    private const string Help = "Soldiers/NNS/2:nsubj helped~help/VBD/0:root families~family/NNS/2:obj and/CC/6:cc workers~worker/NNS/6:nsubj leave/VBP/2:conj";
    private const string Hostages = "Gunmen/NNS/2:nsubj took~take/VBD/0:root 25/CD/4:nummod sailors~sailor/NNS/5:compound hostage/NN/2:obj";

    [Theory]
    // "clashes between federal troops and forces"
    [InlineData(Sides, "troops", "Clashes", "nmod")]
    [InlineData(Sides, "forces", "troops", "conj")]
    [InlineData(Sides, "between", "troops", "case")]
    // "police and army units": units of both, one of which is no plural.
    [InlineData("police/NN/4:compound and/CC/4:cc army/NN/4:compound units~unit/NNS/5:nsubj entered~enter/VBD/0:root", "police", "units", "compound")]
    // "killed three men and burned houses"
    [InlineData("Soldiers/NNS/2:nsubj killed~kill/VBD/0:root three/CD/4:nummod men~man/NNS/2:obj and/CC/7:cc burned~burn/VBN/7:amod houses~house/NNS/4:conj", "houses", "burned", "obj")]
    // "took 25 sailors hostage"
    [InlineData(Hostages, "sailors", "took", "obj")]
    [InlineData(Hostages, "hostage", "took", "xcomp")]
    // "Gunmen abducted and killed a priest"
    [InlineData("Gunmen/NNS/2:nsubj:pass abducted~abduct/VBN/0:root and/CC/4:cc killed~kill/VBD/2:conj a/DT/6:det priest/NN/4:obj", "Gunmen", "abducted", "nsubj")]
    // "Forces loyal to the government advanced on the port"
    [InlineData("Forces/NNS/0:root loyal/JJ/1:amod to/IN/4:case government/NN/2:obl advanced~advance/VBN/4:acl on/IN/7:case port/NN/5:obl", "Forces", "advanced", "nsubj")]
    // "set dozens of houses on fire"
    [InlineData("Militants/NNS/2:nsubj set/VBD/0:root dozens~dozen/NNS/2:obj of/IN/5:case houses~house/NNS/3:nmod on/IN/7:case fire/NN/5:nmod", "fire", "set", "obl")]
    // "helped families and workers leave"
    [InlineData(Help, "workers", "families", "conj")]
    [InlineData(Help, "leave", "helped", "xcomp")]
    // "helped families and left": a deed of its own.
    [InlineData("Soldiers/NNS/2:nsubj helped~help/VBD/0:root families~family/NNS/2:obj and/CC/5:cc left~leave/VBD/2:conj", "left", "helped", "conj")]
    public void Each_stands_where_it_belongs(string sentence, string word, string head, string relation)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        var at = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == word);
        (tree[tree[at].Head].Form, tree[at].Relation).ShouldBe((head, relation));
    }
}
