using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Statements;

/// <summary>What the report adds of its own to what somebody announces, asks for or lays to another, and what is a deed and no word.</summary>
public sealed class OwnVoiceTests
{
    [Theory]
    // "Ministry accuses a general of looting with rebels, who attacked Kunduz."
    [InlineData("ministry/NN/2:nsubj accuses~accuse/VBZ/0:root a/DT/4:det general/NN/2:obj of/IN=SCONJ/6:mark looting~loot/VBG/2:advcl with/IN/8:case rebels/NNS/6:obl _,/,/11:punct who/WP=PRON/11:nsubj attacked~attack/VBD/8:acl:relcl Kunduz/NNP/11:obj")]
    // "Ministry announces sanctions on officers who attacked Kunduz."
    [InlineData("ministry/NN/2:nsubj announces~announce/VBZ/0:root sanctions~sanction/NNS/2:obj on/IN/5:case officers~officer/NNS/3:nmod who/WP=PRON/7:nsubj attacked~attack/VBD/5:acl:relcl Kunduz/NNP/7:obj")]
    // "Embassy urged police to leave after rebels attacked Kunduz."
    [InlineData("embassy/NN/2:nsubj urged~urge/VBD/0:root police/NN/2:obj to/TO/5:mark leave/VB/2:xcomp after/IN=SCONJ/8:mark rebels/NNS/8:nsubj attacked~attack/VBD/5:advcl Kunduz/NNP/8:obj")]
    public void The_background_is_the_reports_own(string sentence) => Stage.Of(sentence).Voice("attacked").ShouldBe(": None");

    [Fact]
    public void A_clause_that_tells_who_it_was_in_what_is_said_is_said() =>
        Stage.Of("ministry/NN/2:nsubj said~say/VBD/0:root that/IN=SCONJ/8:mark rebels/NNS/8:nsubj who/WP=PRON/6:nsubj attacked~attack/VBD/4:acl:relcl Kunduz/NNP/6:obj fled~flee/VBD/2:ccomp")
            .Voice("attacked").ShouldBe("ministry: Said");

    [Theory]
    // An act ordered alone is a decision of whoever orders it, and so is what his own soldiers are to do; what he tells others to do is his word.
    [InlineData("the/DT/4:det withdrawal/NN/2:obj of/IN/7:case police/NN/7:compound forces~force/NNS/4:nmod", "withdrawal", ": None")]
    [InlineData("soldiers~soldier/NNS/2:obj to/TO/5:mark attack/VB/2:xcomp Kunduz/NNP/5:obj", "attack", ": None")]
    [InlineData("residents~resident/NNS/2:obj to/TO/5:mark attack/VB/2:xcomp Kunduz/NNP/5:obj", "attack", "president: Said")]
    public void An_order_to_ones_own_is_a_decision(string ordered, string act, string expected) =>
        Stage.Of($"president/NN/2:nsubj ordered~order/VBD/0:root {ordered}").Voice(act).ShouldBe(expected);

    [Fact]
    public void Whoever_is_to_be_asked_to_press_others_has_not_spoken_yet() =>
        Stage.Of("envoy/NN/3:nsubj will/MD/3:aux ask/VB/0:root Kenya/NNP/3:obj to/TO/6:mark urge/VB/3:xcomp rebels/NNS/6:obj to/TO/9:mark attack/VB/6:xcomp Kunduz/NNP/9:obj")
            .Named("Kenya", EntityKind.Actor).Voice("attack").ShouldBe("envoy: Said");

    [Fact]
    public void To_deny_somebody_something_is_no_word() =>
        Stage.Of("operation/NN/2:nsubj denied~deny/VBD/0:root rebels/NNS/2:iobj a/DT/5:det chance/NN/2:obj to/TO/7:mark attack/VB/5:acl Kunduz/NNP/7:obj")
            .Voice("attack").ShouldBe(": None");
}
