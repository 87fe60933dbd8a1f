using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Statements;

/// <summary>By whose word, from origin to relay, and how the last of them stands to it.</summary>
public sealed class VoiceReaderTests
{
    private const string Attack = " rebels/NNS/5:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/5:obj";

    [Theory]
    [InlineData("said~say/VBD", "police: Said")]
    [InlineData("claimed~claim/VBD", "police: Claimed")]
    [InlineData("confirmed~confirm/VBD", "police: Confirmed")]
    [InlineData("denied~deny/VBD", "police: Denied, not")]
    [InlineData("reported~report/VBD", "police: Reported")]
    public void The_verb_of_saying_gives_the_stance(string verb, string expected) =>
        Stage.Of($"police/NN/2:nsubj {verb}/0:root that/IN=SCONJ/5:mark" + Attack).Voice("attacked").ShouldBe(expected);

    [Fact]
    public void Who_confirms_reports_is_the_source() =>
        Stage.Of("police/NN/2:nsubj confirmed~confirm/VBD/0:root reports~report/NNS/2:obj that/IN=SCONJ/6:mark rebels/NNS/6:nsubj attacked~attack/VBD/3:acl Kunduz/NNP/6:obj").Voice("attacked").ShouldBe("police: Confirmed");

    [Fact]
    public void No_act_has_a_voice() =>
        Stage.Of("strike/NN/2:nsubj said~say/VBD/0:root that/IN=SCONJ/5:mark" + Attack).Voice("attacked").ShouldBe(": None");

    [Theory]
    // "The ministry released a statement saying rebels attacked Kunduz."
    [InlineData("ministry/NN/2:nsubj released~release/VBD/0:root a/DT/4:det statement/NN/2:obj saying~say/VBG/4:acl rebels/NNS/7:nsubj attacked~attack/VBD/5:ccomp Kunduz/NNP/7:obj", "ministry: Said")]
    // "The ministry posted a message on Twitter saying rebels attacked Kunduz."
    [InlineData("ministry/NN/2:nsubj posted~post/VBD/0:root a/DT/4:det message/NN/2:obj on/IN/6:case Twitter/NNP/4:nmod saying~say/VBG/6:acl rebels/NNS/9:nsubj attacked~attack/VBD/7:ccomp Kunduz/NNP/9:obj", "ministry: Said")]
    // "The army defended the raid: "Rebels attacked Kunduz at dawn.""
    [InlineData("army/NN/2:nsubj defended~defend/VBD/0:root the/DT/4:det raid/NN/2:obj _:/:/2:punct \"/``/8:punct _Rebels/NNS/8:nsubj attacked~attack/VBD/2:parataxis Kunduz/NNP/8:obj at/IN/11:case dawn/NN/8:obl _\"/''/8:punct", "army: Said")]
    public void Whoever_gives_the_words_out_speaks(string sentence, string expected) => Stage.Of(sentence).Voice("attacked").ShouldBe(expected);

    [Theory]
    // "The army spokesman said …": the one whose name follows later is the ministry's.
    [InlineData("army", "army spokesman: Said")]
    [InlineData("ministry", "Nameless (ministry spokesman): Said")]
    public void A_spokesman_of_others_is_another(string whose, string expected) =>
        Stage.Of($"the/DT/3:det {whose}/NN/3:compound spokesman/NN/4:nsubj said~say/VBD/0:root rebels/NNS/6:nsubj attacked~attack/VBD/4:ccomp Kunduz/NNP/6:obj", "Nameless/NNP/2:nsubj left~leave/VBD/0:root")
            .Named("Nameless", EntityKind.Person, role: "ministry spokesman").Voice("attacked").ShouldBe(expected);

    [Fact]
    public void The_report_itself_has_no_source() =>
        Stage.Of("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj").Voice("attacked").ShouldBe(": None");

    [Theory]
    // "Rebels attacked Kunduz, police said."
    [InlineData("rebels/NNS/2:nsubj attacked~attack/VBD/6:ccomp Kunduz/NNP/2:obj _,/,/6:punct police/NN/6:nsubj said~say/VBD/0:root", "police: Said")]
    [InlineData("rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _,/,/6:punct police/NN/6:nsubj said~say/VBD/2:parataxis", "police: Said")]
    // "Rebels attacked Kunduz, according to police."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _,/,/7:punct according~accord/VBG/7:case to/IN/5:fixed police/NN/2:obl", "police: Reported")]
    // "Rebels are reported to have attacked Kunduz": nobody is named.
    [InlineData("Rebels/NNS/3:nsubj:pass are~be/VBP=AUX/3:aux:pass reported~report/VBN/0:root to/TO/6:mark have/VB=AUX/6:aux attacked~attack/VBN/3:xcomp Kunduz/NNP/6:obj", ": Reported")]
    // "Rebels reportedly attacked Kunduz."
    [InlineData("Rebels/NNS/3:nsubj reportedly/RB/3:advmod attacked~attack/VBD/0:root Kunduz/NNP/3:obj", ": Reported")]
    // "Police accused rebels of having attacked Kunduz."
    [InlineData("police/NN/2:nsubj accused~accuse/VBD/0:root rebels/NNS/2:obj of/IN=SCONJ/6:mark having~have/VBG=AUX/6:aux attacked~attack/VBN/2:advcl Kunduz/NNP/6:obj", "police: Claimed")]
    // "The agency reported that police said that rebels attacked Kunduz."
    [InlineData("agency/NN/2:nsubj reported~report/VBD/0:root police/NN/4:nsubj said~say/VBD/2:ccomp rebels/NNS/6:nsubj attacked~attack/VBD/4:ccomp Kunduz/NNP/6:obj", "police < agency: Reported")]
    // "Police said that, when rebels attacked Kunduz, residents fled": a clause within what is said.
    [InlineData("police/NN/2:nsubj said~say/VBD/0:root when/WRB/5:advmod rebels/NNS/5:nsubj attacked~attack/VBD/8:advcl Kunduz/NNP/5:obj residents~resident/NNS/8:nsubj fled~flee/VBD/2:ccomp", "police: Said")]
    // "Rebels attacked Kunduz after police said nothing": saying beside the act is no source of it.
    [InlineData("rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj after/IN=SCONJ/6:mark police/NN/6:nsubj said~say/VBD/2:advcl nothing/NN=PRON/6:obj", ": None")]
    public void Sources_in_one_sentence(string sentence, string expected) => Stage.Of(sentence).Voice("attacked").ShouldBe(expected);

    [Fact]
    public void An_outlet_that_is_told_is_the_relay() =>
        Stage.Of("spokesman/NN/2:nsubj told~tell/VBD/0:root Reuters/NNP/2:obj that/IN=SCONJ/6:mark rebels/NNS/6:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/6:obj")
            .Named("Reuters", EntityKind.Outlet).Voice("attacked").ShouldBe("spokesman < Reuters: Said");

    [Fact]
    public void An_audience_that_is_told_is_no_relay() =>
        Stage.Of("spokesman/NN/2:nsubj told~tell/VBD/0:root reporters~reporter/NNS/2:obj that/IN=SCONJ/6:mark rebels/NNS/6:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/6:obj")
            .Voice("attacked").ShouldBe("spokesman: Said");

    private const string Speaks = "\"/``/3:punct _We/PRP/3:nsubj left~leave/VBD/8:ccomp Kunduz/NNP/3:obj _,/,/3:punct _\"/''/3:punct spokesman/NN/8:nsubj said~say/VBD/0:root _././8:punct";

    [Fact]
    public void A_quotation_after_the_speaker_was_named_keeps_the_speaker() =>
        Stage.Of(Speaks, "\"/``/3:punct _Rebels/NNS/3:nsubj attacked~attack/VBD/0:root Herat/NNP/3:obj afterwards/RB/3:advmod _././3:punct _\"/''/3:punct")
            .Voice("attacked").ShouldBe("spokesman: Said");

    [Fact]
    public void A_quotation_that_runs_over_sentences_has_the_speaker_named_at_its_end() =>
        Stage.Of("\"/``/3:punct _Rebels/NNS/3:nsubj attacked~attack/VBD/0:root Herat/NNP/3:obj _././3:punct",
            "We/PRP/2:nsubj left~leave/VBD/7:ccomp Kunduz/NNP/2:obj _,/,/2:punct _\"/''/2:punct spokesman/NN/7:nsubj said~say/VBD/0:root _././7:punct")
            .Voice("attacked").ShouldBe("spokesman: Said");

    [Fact]
    public void After_the_quotation_the_report_speaks_itself() =>
        Stage.Of(Speaks, "Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Herat/NNP/2:obj afterwards/RB/2:advmod _././2:punct").Voice("attacked").ShouldBe(": None");
}
