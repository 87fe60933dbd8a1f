namespace OnRecord.Tests.Statements;

/// <summary>Deadlines given to others, conditions of threats, and verbs that lend themselves to a noun and have a will of their own.</summary>
public sealed class UltimatumTests
{
    private const string Gave = "army/NN/2:nsubj gave~give/VBD/0:root rebels/NNS/2:iobj two/CD/5:nummod days~day/NNS/2:obj to/TO/7:mark surrender/VB/5:acl";

    [Fact]
    public void A_time_given_to_act_is_a_demand_of_the_giver_on_the_receiver()
    {
        Stage.Of(Gave).Verb("surrender").ShouldBe("rebels > ?");
        Stage.Of(Gave).Manner("surrender").ShouldBe("Demand");
        Stage.Of(Gave).Voice("surrender").ShouldBe("army: Said");
    }

    [Theory]
    [InlineData("rebels/NNS/2:nsubj have/VBP/0:root until/IN/4:case Sunday/NNP/2:obl to/TO/6:mark surrender/VB/2:advcl", "Demand")]
    [InlineData("rebels/NNS/2:nsubj have/VBP/0:root orders~order/NNS/2:obj to/TO/5:mark surrender/VB/3:acl", "Demand")]
    [InlineData("rebels/NNS/2:nsubj have/VBP/0:root reason/NN/2:obj to/TO/5:mark surrender/VB/3:acl", "Aim")]
    public void A_time_to_act_and_what_is_none(string sentence, string expected) => Stage.Of(sentence).Manner("surrender").ShouldBe(expected);

    private const string Announced = "spokesman/NN/2:nsubj said~say/VBD/0:root it/PRP/5:nsubj would/MD=AUX/5:aux attack/VB/2:ccomp Kunduz/NNP/5:obj";

    [Fact]
    public void Harm_announced_under_a_condition_is_a_threat_and_the_condition_a_demand()
    {
        const string unless = Announced + " unless/IN=SCONJ/9:mark rebels/NNS/9:nsubj surrender/VBP/5:advcl";
        Stage.Of(Announced).Manner("attack").ShouldBe("Planned");
        Stage.Of(unless).Manner("attack").ShouldBe("Threat");
        Stage.Of(unless).Manner("surrender").ShouldBe("Demand");
    }

    [Theory]
    [InlineData("army/NN/2:nsubj launched~launch/VBD/0:root attack/NN/2:obj on/IN/5:case Kunduz/NNP/3:nmod", "attack", "Actual")]
    [InlineData("army/NN/2:nsubj halted~halt/VBD/0:root attack/NN/2:obj on/IN/5:case Kunduz/NNP/3:nmod", "attack", "Actual not")]
    [InlineData("army/NN/2:nsubj proposed~propose/VBD/0:root talks~talk/NNS/2:obj", "talks", "Appeal")]
    [InlineData("army/NN/2:nsubj held~hold/VBD/0:root talks~talk/NNS/2:obj", "talks", "Actual")]
    [InlineData("army/NN/2:nsubj ruled~rule/VBD/0:root out/RP/2:compound:prt talks~talk/NNS/2:obj", "talks", "Actual not")]
    [InlineData("There~there/EX=PRON/2:expl are~be/VBP/0:root reports~report/NNS/2:nsubj of/IN/5:case attacks~attack/NNS/3:nmod", "attacks", "Actual")]
    [InlineData("There~there/EX=PRON/2:expl are~be/VBP/0:root no/DT/4:det reports~report/NNS/2:nsubj of/IN/6:case attacks~attack/NNS/4:nmod", "attacks", "Actual not")]
    [InlineData("army/NN/4:nsubj is~be/VBZ=AUX/4:aux to/TO/4:mark attack/VB/0:root Kunduz/NNP/4:obj", "attack", "Planned")]
    [InlineData("agency/NN/2:nsubj suspended~suspend/VBD/0:root aid/NN/2:obj after/IN=SCONJ/6:mark rebels/NNS/6:nsubj killed~kill/VBD/2:advcl soldiers~soldier/NNS/6:obj", "killed", "Actual")]
    [InlineData("We~we/PRP/4:nsubj will/MD=AUX/4:aux not/RB=PART/4:advmod attack/VB/0:root Kunduz/NNP/4:obj", "attack", "Pledge not")]
    public void Pairs_that_differ_in_a_word(string sentence, string trigger, string expected) => Stage.Of(sentence).Manner(trigger).ShouldBe(expected);
}
