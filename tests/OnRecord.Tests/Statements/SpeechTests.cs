using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Statements;

/// <summary>Speech that parsers take apart, and sources that go by more than a name.</summary>
public sealed class SpeechTests
{
    private const string Attack = " rebels/NNS/6:nsubj attacked~attack/VBD/4:ccomp Kunduz/NNP/6:obj";

    [Theory]
    // "A strike hit two trucks, a general said": the verb taken for a circumstance of the saying, with both subjects there.
    [InlineData("strike/NN/7:nsubj hit/VBD/7:obl two/CD/4:nummod trucks~truck/NNS/2:obj _,/,/7:punct general/NN/7:nsubj said~say/VBD/0:root", "strike", "hit", "nsubj")]
    [InlineData("strike/NN/7:nsubj hit/VBD/7:obl two/CD/4:nummod trucks~truck/NNS/2:obj _,/,/7:punct general/NN/7:nsubj said~say/VBD/0:root", "hit", "said", "ccomp")]
    // "The army made progress in clearing villages."
    [InlineData("army/NN/2:nsubj made~make/VBD/0:root progress/NN/2:obj in/IN/6:case clearing~clear/VBG/6:amod villages~village/NNS/2:obj", "clearing", "made", "advcl")]
    [InlineData("army/NN/2:nsubj made~make/VBD/0:root progress/NN/2:obj in/IN/6:case clearing~clear/VBG/6:amod villages~village/NNS/2:obj", "villages", "clearing", "obj")]
    public void A_verb_taken_for_another_part_is_put_back(string sentence, string word, string head, string relation) => Trees.Hangs(sentence, word, head, relation);

    // "A minister said the army would not leave and urged people to stay."
    [Fact]
    public void Who_urged_after_saying_what_will_be_is_who_said_it() =>
        Trees.Hangs("minister/NN/2:nsubj said~say/VBD/0:root army/NN/6:nsubj would/MD=AUX/6:aux not/RB=PART/6:advmod leave/VB/2:ccomp and/CC/8:cc urged~urge/VBD/6:conj people/NNS/8:obj to/TO=PART/11:mark stay/VB/8:xcomp", "urged", "said", "conj");

    [Theory]
    // "The ministry said the same day that rebels attacked Kunduz."
    [InlineData("ministry/NN/2:nsubj said~say/VBD/0:root the/DT/4:det day/NN/2:obl:unmarked that/WDT=PRON/7:obl:unmarked rebels/NNS/7:nsubj attacked~attack/VBD/4:acl:relcl Kunduz/NNP/7:obj", "ministry: Said")]
    // "The minister told reporters the rebels attacked Kunduz."
    [InlineData("minister/NN/2:nsubj told~tell/VBD/0:root reporters~reporter/NNS/2:iobj the/DT/5:det rebels/NNS/6:nsubj attacked~attack/VBD/3:acl:relcl Kunduz/NNP/6:obj", "minister: Said")]
    // "Rebels attacked Kunduz, the news agency reports."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _,/,/8:punct the/DT/8:det news/NN/8:compound agency/NN/8:compound reports~report/NNS/2:obl", "news agency: Reported")]
    // "A group says there are many and that rebels attacked Kunduz."
    [InlineData("group/NN/2:nsubj says~say/VBZ/0:root there/EX=PRON/4:expl are~be/VBP/2:ccomp many/JJ/4:nsubj and/CC/9:cc that/IN=SCONJ/9:nsubj rebels/NNS/9:nsubj attacked~attack/VBD/2:conj Kunduz/NNP/9:obj", "group: Said")]
    // "The militia, relatives said, attacked Kunduz."
    [InlineData("militia/NN/4:nsubj _,/,/1:punct relatives~relative/NNS/4:nsubj said~say/VBD/0:root _,/,/4:punct attacked~attack/VBD/4:ccomp Kunduz/NNP/6:obj", "relatives: Said")]
    // "The council ordered police to leave, saying rebels attacked Kunduz."
    [InlineData("council/NN/2:nsubj ordered~order/VBD/0:root police/NNS/2:obj to/TO/5:mark leave/VB/2:xcomp _,/,/7:punct saying~say/VBG/5:advcl rebels/NNS/9:nsubj attacked~attack/VBD/7:ccomp Kunduz/NNP/9:obj", "council: Said")]
    // "An official said on condition of anonymity that rebels attacked Kunduz."
    [InlineData("official/NN/2:nsubj said~say/VBD/0:root on/IN/4:case condition/NN/2:obl of/IN/6:case anonymity/NN/4:nmod that/IN=SCONJ/9:mark rebels/NNS/9:nsubj attacked~attack/VBD/6:acl Kunduz/NNP/9:obj", "official: Said")]
    // "The agency reported, citing officials, that rebels attacked Kunduz."
    [InlineData("agency/NN/2:nsubj reported~report/VBD/0:root _,/,/4:punct citing~cite/VBG/2:advcl officials~official/NNS/4:obj _,/,/9:punct that/WDT=PRON/9:mark rebels/NNS/9:nsubj attacked~attack/VBD/5:acl:relcl Kunduz/NNP/9:obj", "officials < agency: Reported")]
    // "Rebels attacked Kunduz, killing soldiers, security and local sources said."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/12:ccomp Kunduz/NNP/2:obj _,/,/5:punct killing~kill/VBG/2:advcl soldiers~soldier/NNS/5:obj _,/,/8:punct security/NN/6:conj and/CC/11:cc local/JJ/11:amod sources~source/NNS/6:conj said~say/VBD/0:root", "security and local sources: Said")]
    // "'Rebels attacked Kunduz,' a spokesman, X Y, said."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/9:ccomp Kunduz/NNP/2:obj _,/,/6:punct a/DT/6:det spokesman/NN/2:parataxis _,/,/8:punct Nemo/NNP/6:appos said~say/VBD/0:root", "Nemo (spokesman): Said")]
    public void What_was_hung_elsewhere_is_said(string sentence, string expected) => Stage.Of(sentence).Voice("attacked").ShouldBe(expected);

    [Theory]
    // "Rwanda denies arming rebels": what is denied, and no circumstance.
    [InlineData("Rwanda/NNP/2:nsubj denies~deny/VBZ/0:root attacking~attack/VBG/2:advcl rebels/NNS/3:obj", "attacking", "Rwanda: Denied, not")]
    // "Warnings from agencies that rebels attacked"
    [InlineData("Warnings~warning/NNS/8:nsubj:pass from/IN/3:case police/NNS/1:nmod that/IN=SCONJ/6:mark rebels/NNS/6:nsubj attacked~attack/VBD/3:acl:relcl Kunduz/NNP/6:obj ignored~ignore/VBN/0:root", "attacked", "police: Said")]
    public void What_is_denied_or_warned_of_has_its_source(string sentence, string word, string expected) => Stage.Of(sentence).Voice(word).ShouldBe(expected);

    [Fact]
    public void Around_an_aside_subject_and_auxiliaries_go_together() =>
        Stage.Of("front/NN/6:nsubj would/MD/6:aux not/RB=PART/6:advmod _,/,/6:punct chairman/NN/6:nsubj said~say/VBD/0:root _,/,/8:punct attack/VB/6:ccomp Kunduz/NNP/8:obj")
            .Verb("attack").ShouldBe("front > Kunduz");

    [Fact]
    public void A_denial_is_no_part_of_a_name() =>
        Stage.Of("front/NN/2:compound denies~deny/NNS/3:compound responsibility/NN/0:root").Verb("denies").ShouldBe("front > responsibility");

    [Fact]
    public void A_relative_clause_goes_with_the_noun_before_its_comma() =>
        Stage.Of("Thousands~thousand/NNS/2:nsubj left~leave/VBD/0:root Kunduz/NNP/2:obl for/IN/5:case Iran/NNP/2:obl _,/,/8:punct which/WDT=PRON/8:nsubj closed~close/VBD/3:acl:relcl roads~road/NNS/8:obj")
            .Verb("closed").ShouldBe("Iran > roads");

    [Theory]
    // "A group calling itself Falcons said …"
    [InlineData("group/NN/4:nsubj calling~call/VBG/1:acl Falcons/NNPS/2:obj said~say/VBD/0:root" + Attack, "Falcons: Said")]
    // "A man posing as rebel said …"
    [InlineData("man/NN/4:nsubj posing~pose/VBG/1:acl abroad/RB/2:advmod said~say/VBD/0:root" + Attack, "man posing abroad: Said")]
    // "The spokesman for police said …"
    [InlineData("spokesman/NN/4:nsubj for/IN/3:case police/NNS/1:nmod said~say/VBD/0:root" + Attack, "spokesman for police: Said")]
    // "Our correspondent there said …": the outlet itself
    [InlineData("our/PRP$=PRON/2:nmod:poss correspondent/NN/4:nsubj there/RB/2:advmod said~say/VBD/0:root" + Attack, ": None")]
    public void What_a_source_is_known_by(string sentence, string expected) => Stage.Of(sentence).Voice("attacked").ShouldBe(expected);

    [Fact]
    public void A_name_that_somebody_goes_by_is_his_name() =>
        Stage.Of("leader/NN/5:nsubj known~know/VBN/1:acl as/IN/4:case Owl/NNP/2:obl said~say/VBD/0:root rebels/NNS/7:nsubj attacked~attack/VBD/5:ccomp Kunduz/NNP/7:obj")
            .Voice("attacked").ShouldBe("Owl (leader): Said");

    [Theory]
    [InlineData("spokesman", "Owl (spokesman): Said")]
    [InlineData("Colonel", "Owl (Lieutenant Colonel): Said")]
    [InlineData(null, "Owl (Lieutenant Colonel): Said")]
    public void Where_no_office_is_known_the_whole_rank_is_the_role(string? role, string expected) =>
        Stage.Of("Lieutenant/NNP/3:nmod:desc Colonel/NNP/3:nmod:desc Owl/NNP/4:nsubj said~say/VBD/0:root rebels/NNS/6:nsubj attacked~attack/VBD/4:ccomp Kunduz/NNP/6:obj")
            .WithActors().Named("Owl", EntityKind.Person, role: role).Voice("attacked").ShouldBe(expected);

    [Theory]
    [InlineData("by/IN/8:case", "police: Reported")]
    [InlineData("on/IN/8:case", "statement: Reported")]
    public void A_document_speaks_for_whoever_made_it(string preposition, string expected) =>
        Stage.Of($"Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj according~accord/VBG/6:case to/IN/4:fixed statement/NN/2:obl {preposition} police/NNS/6:nmod")
            .Voice("attacked").ShouldBe(expected);

    [Theory]
    // "Norway announces sanctions in response to the attack": the attack is no word of Norway's.
    [InlineData("Norway/NNP/2:nsubj announces~announce/VBZ/0:root sanctions~sanction/NNS/2:obj in/IN/5:case response/NN/3:nmod to/IN/8:case the/DT/8:det attack/NN/5:nmod", "attack", ": None")]
    [InlineData("Norway/NNP/2:nsubj announces~announce/VBZ/0:root sanctions~sanction/NNS/2:obj in/IN/5:case response/NN/3:nmod to/IN/8:case the/DT/8:det attack/NN/5:nmod", "sanctions", "Norway: Said")]
    // "The army said Monday rebels attacked": a day passes nothing on.
    [InlineData("army/NN/2:nsubj said~say/VBD/0:root Monday/NNP/2:obl:unmarked rebels/NNS/5:nsubj attacked~attack/VBD/2:ccomp Kunduz/NNP/5:obj", "attacked", "army: Said")]
    // "Rebels wanted the army to leave Kunduz": their demand.
    [InlineData("Rebels/NNS/2:nsubj wanted~want/VBD/0:root army/NN/2:obj to/TO/5:mark leave/VB/2:xcomp Kunduz/NNP/5:obj", "leave", "Rebels: Said")]
    public void What_is_whose_word(string sentence, string trigger, string expected) => Stage.Of(sentence).Voice(trigger).ShouldBe(expected);
}
