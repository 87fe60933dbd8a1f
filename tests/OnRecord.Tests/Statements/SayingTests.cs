using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Statements;

/// <summary>How far somebody's word reaches, who passed it on, and who goes on speaking.</summary>
public sealed class SayingTests
{
    [Theory]
    // "Rebels advanced, residents said, and jets attacked Kunduz": after the aside the sentence goes on.
    [InlineData("Rebels/NNS/2:nsubj advanced~advance/VBD/0:root _,/,/5:punct residents~resident/NNS/5:nsubj said~say/VBD/2:parataxis _,/,/9:punct and/CC/9:cc jets~jet/NNS/9:nsubj attacked~attack/VBD/2:conj Kunduz/NNP/9:obj", "residents: Said")]
    // "Police said rebels fled; soldiers attacked Kunduz": a semicolon ends what was said.
    [InlineData("police/NN/2:nsubj said~say/VBD/0:root rebels/NNS/4:nsubj fled~flee/VBD/2:ccomp _;/:/7:punct soldiers~soldier/NNS/7:nsubj attacked~attack/VBD/4:conj Kunduz/NNP/7:obj", ": None")]
    // "Police said rebels fled and soldiers attacked Kunduz": "and" does not.
    [InlineData("police/NN/2:nsubj said~say/VBD/0:root rebels/NNS/4:nsubj fled~flee/VBD/2:ccomp and/CC/7:cc soldiers~soldier/NNS/7:nsubj attacked~attack/VBD/4:conj Kunduz/NNP/7:obj", "police: Said")]
    // "Police said rebels fled, but residents said rebels attacked Kunduz": another speaks.
    [InlineData("police/NN/2:nsubj said~say/VBD/0:root rebels/NNS/4:nsubj fled~flee/VBD/2:ccomp _,/,/8:punct but/CC/8:cc residents~resident/NNS/8:nsubj said~say/VBD/4:conj rebels/NNS/10:nsubj attacked~attack/VBD/8:ccomp Kunduz/NNP/10:obj", "residents: Said")]
    // "The army criticized the attack on Kunduz": an attitude is no source.
    [InlineData("army/NN/2:nsubj criticized~criticize/VBD/0:root attacked~attack/VBN=VERB/4:amod Kunduz/NNP/2:obj", ": None")]
    // "Police told of rebels, who say soldiers attacked Kunduz": the inner voice first.
    [InlineData("police/NN/2:nsubj say/VBP/0:root rebels/NNS/4:nsubj claim/VBP/2:ccomp soldiers~soldier/NNS/6:nsubj attacked~attack/VBD/4:ccomp Kunduz/NNP/6:obj", "rebels < police: Said")]
    public void A_word_of_saying_reaches_so_far(string sentence, string expected) => Stage.Of(sentence).Voice("attacked").ShouldBe(expected);

    [Theory]
    // "The minister was quoted as saying by radio that rebels attacked Kunduz."
    [InlineData("minister/NN/3:nsubj:pass was~be/VBD=AUX/3:aux:pass quoted~quote/VBN/0:root as/IN=SCONJ/5:mark saying~say/VBG/3:advcl by/IN/7:case radio/NN/3:obl that/IN=SCONJ/10:mark rebels/NNS/10:nsubj attacked~attack/VBD/5:ccomp Kunduz/NNP/10:obj", "minister < radio: Said")]
    // "A spokesman said in a statement carried by television that rebels attacked Kunduz."
    [InlineData("spokesman/NN/2:nsubj said~say/VBD/0:root in/IN/4:case statement/NN/2:obl carried~carry/VBN/4:acl by/IN/7:case television/NN/5:obl that/IN=SCONJ/10:mark rebels/NNS/10:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/10:obj", "spokesman < television: Said")]
    // "Officials quoted by radio said that rebels attacked Kunduz."
    [InlineData("officials~official/NNS/5:nsubj quoted~quote/VBN/1:acl by/IN/4:case radio/NN/2:obl said~say/VBD/0:root that/IN=SCONJ/8:mark rebels/NNS/8:nsubj attacked~attack/VBD/5:ccomp Kunduz/NNP/8:obj", "officials < radio: Said")]
    // "Police told residents that rebels attacked Kunduz": residents are no relay.
    [InlineData("police/NN/2:nsubj told~tell/VBD/0:root residents~resident/NNS/2:obj that/IN=SCONJ/6:mark rebels/NNS/6:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/6:obj", "police: Said")]
    public void Whoever_passes_a_word_on_is_the_relay(string sentence, string expected) => Stage.Of(sentence).Voice("attacked").ShouldBe(expected);

    private const string Told = "spokesman/NN/2:nsubj told~tell/VBD/0:root Reuters/NNP/2:obj that/IN=SCONJ/6:mark soldiers~soldier/NNS/6:nsubj fled~flee/VBD/2:ccomp _././2:punct";

    [Theory]
    [InlineData("He~he/PRP/2:nsubj added~add/VBD/0:root that/IN=SCONJ/5:mark rebels/NNS/5:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/5:obj _././2:punct")]
    [InlineData("The~the/DT/2:det spokesman/NN/3:nsubj added~add/VBD/0:root that/IN=SCONJ/6:mark rebels/NNS/6:nsubj attacked~attack/VBD/3:ccomp Kunduz/NNP/6:obj _././3:punct")]
    public void He_and_the_spokesman_go_on_speaking_to_the_same_outlet(string next) =>
        Stage.Of(Told, next).Named("Reuters", EntityKind.Outlet).Voice("attacked").ShouldBe("spokesman < Reuters: Said");

    [Fact]
    public void Another_spokesman_is_another() =>
        Stage.Of(Told, "An~a/DT/3:det army/NN/3:compound spokesman/NN/4:nsubj said~say/VBD/0:root that/IN=SCONJ/7:mark rebels/NNS/7:nsubj attacked~attack/VBD/4:ccomp Kunduz/NNP/7:obj _././4:punct")
            .Named("Reuters", EntityKind.Outlet).Voice("attacked").ShouldBe("army spokesman: Said");

    [Fact]
    public void One_of_them_is_one_of_those_who_spoke() =>
        Stage.Of("Residents~resident/NNS/2:nsubj said~say/VBD/0:root soldiers~soldier/NNS/4:nsubj fled~flee/VBD/2:ccomp _././2:punct",
            "Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _,/,/8:punct one/CD/8:nsubj of/IN/7:case them~they/PRP/5:nmod said~say/VBD/2:parataxis _././2:punct")
            .Voice("attacked").ShouldBe("resident: Said");

    [Fact]
    public void What_follows_a_colon_in_marks_is_the_speakers_over_sentences() =>
        Stage.Of("spokesman/NN/2:nsubj added~add/VBD/0:root _:/:/2:punct \"/``/5:punct _Soldiers~soldier/NNS/6:nsubj fled~flee/VBD/2:parataxis _././2:punct",
            "Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _././2:punct _\"/''/2:punct").Voice("attacked").ShouldBe("spokesman: Said");

    [Theory]
    // A verb of saying that the parser took for a noun: "Kigali denies attacking Kunduz."
    [InlineData("Kigali/NNP/2:compound denies~deny/NNS/0:root attacking~attack/VBG/2:acl Kunduz/NNP/3:obj", "Kigali: Denied, not")]
    // "Men are accused by police of attacking Kunduz."
    [InlineData("men~man/NNS/3:nsubj:pass are~be/VBP=AUX/3:aux:pass accused~accuse/VBN/0:root by/IN/5:case police/NN/3:obl:agent of/IN=SCONJ/7:mark attacking~attack/VBG/5:acl Kunduz/NNP/7:obj", "police: Claimed")]
    public void Trees_are_mended_around_words_of_saying(string sentence, string expected) => Stage.Of(sentence).Voice("attacking").ShouldBe(expected);

    [Fact]
    public void The_subject_of_an_aside_is_the_noun_before_it() =>
        // "Rebels attacked 300 men, a source told Reuters", the source hung on the men.
        Stage.Of("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root men~man/NNS/2:obj _,/,/6:punct a/DT/6:det source/NN/3:appos told~tell/VBD/2:parataxis Reuters/NNP/7:iobj _././2:punct")
            .Named("Reuters", EntityKind.Outlet).Voice("attacked").ShouldBe("source < Reuters: Said");
}
