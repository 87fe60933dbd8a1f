using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Statements;

/// <summary>General nouns that mean the act told just before have its type.</summary>
public sealed class PointsBackTests
{
    private const string Told = "a/DT/2:det bomb/NN/3:nsubj hit/VBD/0:root Quetta/NNP/3:obj";

    [Theory]
    // "The attack wounded 30", "this deadly assault", "the attacks in Quetta".
    [InlineData("the/DT/2:det attack/NN/3:nsubj wounded~wound/VBD/0:root 30/CD/3:obj", "attack", "bombing")]
    [InlineData("this/DT/3:det deadly/JJ/3:amod assault/NN/4:nsubj wounded~wound/VBD/0:root 30/CD/4:obj", "assault", "airstrike")]
    public void A_definite_general_noun_has_the_type_of_what_was_told(string sentence, string word, string told) => Stage.Of(Told, sentence).PointingTo(word, told).ShouldBe(told);

    [Theory]
    // "Another attack", "an attack", "a second attack", "the knife attack", "the attack by gunmen": another one.
    [InlineData("another/DT/2:det attack/NN/3:nsubj wounded~wound/VBD/0:root 30/CD/3:obj", "attack")]
    [InlineData("an/DT/2:det attack/NN/3:nsubj wounded~wound/VBD/0:root 30/CD/3:obj", "attack")]
    [InlineData("the/DT/3:det second/JJ/3:amod attack/NN/4:nsubj wounded~wound/VBD/0:root 30/CD/4:obj", "attack")]
    [InlineData("the/DT/3:det knife/NN/3:compound attack/NN/4:nsubj wounded~wound/VBD/0:root 30/CD/4:obj", "attack")]
    [InlineData("the/DT/2:det attack/NN/5:nsubj by/IN/4:case gunmen~gunman/NNS/2:nmod wounded~wound/VBD/0:root 30/CD/5:obj", "attack")]
    public void Another_act_keeps_its_own_type(string sentence, string word) => Stage.Of(Told, sentence).PointingTo(word, "bombing").ShouldBe("");

    [Theory]
    [InlineData("Quetta", "Quetta", "bombing")]
    [InlineData("Karachi", "", "")]
    public void A_place_must_be_the_one_told(string place, string same, string expected)
    {
        var stage = Stage.Of(Told, $"the/DT/2:det attack/NN/5:nsubj in/IN/4:case {place}/NNP/2:nmod wounded~wound/VBD/0:root 30/CD/5:obj").Named("Quetta", EntityKind.Place);
        (same.Length > 0 ? stage.AlsoIn(1, 3, "Quetta") : stage).PointingTo("attack", "bombing").ShouldBe(expected);
    }
}
