namespace OnRecord.Tests.Statements;

/// <summary>The weapon that a clause names decides which kind of attack it tells of.</summary>
public sealed class MeansTests
{
    [Theory]
    // "Fighters targeted the post with a vehicle packed with explosives."
    [InlineData("fighters~fighter/NNS/2:nsubj targeted~target/VBD/0:root the/DT/4:det post/NN/2:obj with/IN/7:case a/DT/7:det vehicle/NN/2:obl packed~pack/VBN/7:acl with/IN/10:case explosives~explosive/NNS/8:obl", "targeted", "bombing by vehicle")]
    // "The army hit us with glide bombs."
    [InlineData("the/DT/2:det army/NN/3:nsubj hit/VBD/0:root us~we/PRP/3:obj with/IN/7:case glide/NN/7:compound bombs~bomb/NNS/3:obl", "hit", "airstrike by bombs")]
    // "The assault consisted of five mortars."
    [InlineData("the/DT/2:det assault/NN/3:nsubj consisted~consist/VBD/0:root of/IN/6:case five/CD/6:nummod mortars~mortar/NNS/3:obl", "assault", "shelling by mortars")]
    // "The assault consisted of missiles fired from jets."
    [InlineData("the/DT/2:det assault/NN/3:nsubj consisted~consist/VBD/0:root of/IN/5:case missiles~missile/NNS/3:obl fired~fire/VBN/5:acl from/IN/8:case jets~jet/NNS/6:obl", "assault", "airstrike by missiles")]
    // "Rebels launched an attack on the tanker using drones", hung on the tanker.
    [InlineData("rebels~rebel/NNS/2:nsubj launched~launch/VBD/0:root an/DT/4:det attack/NN/2:obj on/IN/7:case the/DT/7:det tanker/NN/4:nmod using~use/VBG/7:acl drones~drone/NNS/8:obj", "attack", "airstrike by drones")]
    // "An attack involving fighter jets", "twin suicide attacks", "attacked by two suicide bombers"
    [InlineData("an/DT/2:det attack/NN/0:root involving~involve/VBG/2:acl fighter/NN/5:compound jets~jet/NNS/3:obj", "attack", "airstrike by jets")]
    [InlineData("dozens~dozen/NNS/2:nsubj died~die/VBD/0:root in/IN/6:case twin/NN/5:compound suicide/NN/6:compound attacks~attack/NNS/2:obl", "attacks", "bombing by suicide")]
    [InlineData("posts~post/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass attacked~attack/VBN/0:root by/IN/6:case suicide/NN/6:compound bombers~bomber/NNS/3:obl", "attacked", "bombing by bombers")]
    // "The army used drones to attack the clinic."
    [InlineData("the/DT/2:det army/NN/3:nsubj used~use/VBD/0:root drones~drone/NNS/3:obj to/TO/6:mark attack/VB/3:advcl the/DT/8:det clinic/NN/6:obj", "attack", "airstrike by drones")]
    public void The_weapon_decides(string sentence, string word, string expected) => Stage.Of(sentence).ByMeans(word).ShouldBe(expected);

    [Theory]
    // "Gunmen attacked pilgrims with rifles and grenades": the first weapon is a gun.
    [InlineData("gunmen~gunman/NNS/2:nsubj attacked~attack/VBD/0:root pilgrims~pilgrim/NNS/2:obj with/IN/5:case rifles~rifle/NNS/2:obl and/CC/7:cc grenades~grenade/NNS/5:conj", "attacked")]
    // "The army answered the attack with rockets": those are the answer.
    [InlineData("the/DT/2:det army/NN/3:nsubj answered~answer/VBD/0:root the/DT/5:det attack/NN/3:obj with/IN/7:case rockets~rocket/NNS/3:obl", "attack")]
    // "Rebels attacked the camp and the army sent drones."
    [InlineData("rebels~rebel/NNS/2:nsubj attacked~attack/VBD/0:root the/DT/4:det camp/NN/2:obj and/CC/8:cc the/DT/7:det army/NN/8:nsubj sent~send/VBD/2:conj drones~drone/NNS/8:obj", "attacked")]
    // "Fighters attacked the base with rocket-propelled grenades."
    [InlineData("fighters~fighter/NNS/2:nsubj attacked~attack/VBD/0:root the/DT/4:det base/NN/2:obj with/IN/7:case rocket-propelled/JJ/7:amod grenades~grenade/NNS/2:obl", "attacked")]
    public void Other_weapons_decide_nothing(string sentence, string word) => Stage.Of(sentence).ByMeans(word).ShouldBe("");
}
