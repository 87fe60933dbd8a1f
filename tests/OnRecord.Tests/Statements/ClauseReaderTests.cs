namespace OnRecord.Tests.Statements;

/// <summary>Who does what to whom, as "subject &gt; object, preposition word"; "?" where the clause does not say.</summary>
public sealed class ClauseReaderTests
{
    [Theory]
    // "Rebels captured Kunduz in March."
    [InlineData("Rebels/NNS/2:nsubj captured~capture/VBD/0:root Kunduz/NNP/2:obj in/IN/5:case March/NNP/2:obl", "captured", "Rebels > Kunduz, in March")]
    // "Kunduz was captured by rebels in March."
    [InlineData("Kunduz/NNP/3:nsubj:pass was~be/VBD=AUX/3:aux:pass captured~capture/VBN/0:root by/IN/5:case rebels/NNS/3:obl:agent in/IN/7:case March/NNP/3:obl", "captured", "rebels > Kunduz, in March")]
    // "Kunduz was captured."
    [InlineData("Kunduz/NNP/3:nsubj:pass was~be/VBD=AUX/3:aux:pass captured~capture/VBN/0:root", "captured", "? > Kunduz")]
    // "A town held by rebels fell."
    [InlineData("town/NN/5:nsubj held~hold/VBN/1:acl by/IN/4:case rebels/NNS/2:obl:agent fell~fall/VBD/0:root", "held", "rebels > town")]
    // "Rebels gave soldiers water": of two objects the one acted on directly.
    [InlineData("Rebels/NNS/2:nsubj gave~give/VBD/0:root soldiers/NNS/2:iobj", "gave", "Rebels > soldiers")]
    public void Passives_are_turned_round(string sentence, string verb, string expected) => Stage.Of(sentence).Verb(verb).ShouldBe(expected);

    [Theory]
    // "Rebels entered the town and killed guards."
    [InlineData("Rebels/NNS/2:nsubj entered~enter/VBD/0:root town/NN/2:obj and/CC/5:cc killed~kill/VBD/2:conj guards/NNS/5:obj", "killed", "Rebels > guards")]
    // "Ten people were killed and wounded": the second participle is a passive too.
    [InlineData("people~person/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass killed~kill/VBN/0:root and/CC/5:cc wounded~wound/VBN/3:conj", "wounded", "? > people")]
    // "Ten people were killed and others wounded": its own subject comes first.
    [InlineData("people~person/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass killed~kill/VBN/0:root and/CC/6:cc others~other/NNS/6:nsubj:pass wounded~wound/VBN/3:conj", "wounded", "? > others")]
    // "The gunman was wounded and fled the town": one who suffers first acts next.
    [InlineData("gunman/NN/3:nsubj:pass was~be/VBD=AUX/3:aux:pass wounded~wound/VBN/0:root and/CC/5:cc fled~flee/VBD/3:conj town/NN/5:obj", "fled", "gunman > town")]
    // "Rebels who entered the town and killed guards left": the relative pronoun is shared.
    [InlineData("Rebels/NNS/8:nsubj who/WP/3:nsubj entered~enter/VBD/1:acl:relcl town/NN/3:obj and/CC/6:cc killed~kill/VBD/3:conj guards/NNS/6:obj left~leave/VBD/0:root", "killed", "Rebels > guards")]
    public void Joined_verbs_share_their_subject(string sentence, string verb, string expected) => Stage.Of(sentence).Verb(verb).ShouldBe(expected);

    [Theory]
    // "The president ordered troops to leave Kabul."
    [InlineData("president/NN/2:nsubj ordered~order/VBD/0:root troops~troop/NNS/2:obj to/TO/5:mark leave/VB/2:xcomp Kabul/NNP/5:obj", "leave", "troops > Kabul")]
    // "The army plans to leave Kabul."
    [InlineData("army/NN/2:nsubj plans~plan/VBZ/0:root to/TO/4:mark leave/VB/2:xcomp Kabul/NNP/4:obj", "leave", "army > Kabul")]
    // "The Council called on rebels to leave Kabul."
    [InlineData("Council/NNP/2:nsubj called~call/VBD/0:root on/IN/4:case rebels/NNS/2:obl to/TO/6:mark leave/VB/2:xcomp Kabul/NNP/6:obj", "leave", "rebels > Kabul")]
    // "Troops were ordered to leave Kabul": who was told is who leaves.
    [InlineData("Troops~troop/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass ordered~order/VBN/0:root to/TO/5:mark leave/VB/3:xcomp Kabul/NNP/5:obj", "leave", "Troops > Kabul")]
    // "Rebels announced a plan to leave Kabul."
    [InlineData("Rebels/NNS/2:nsubj announced~announce/VBD/0:root plan/NN/2:obj to/TO/5:mark leave/VB/3:acl Kabul/NNP/5:obj", "leave", "Rebels > Kabul")]
    // "The army's plan to leave Kabul failed."
    [InlineData("army/NN/3:nmod:poss _'s/POS/1:case plan/NN/7:nsubj to/TO/5:mark leave/VB/3:acl Kabul/NNP/5:obj failed~fail/VBD/0:root", "leave", "army > Kabul")]
    // "The army plans to try to leave Kabul": through two verbs.
    [InlineData("army/NN/2:nsubj plans~plan/VBZ/0:root to/TO/4:mark try/VB/2:xcomp to/TO/6:mark leave/VB/4:xcomp Kabul/NNP/6:obj", "leave", "army > Kabul")]
    public void Infinitives_have_the_subject_of_what_governs_them(string sentence, string verb, string expected) => Stage.Of(sentence).Verb(verb).ShouldBe(expected);

    [Theory]
    // "Rebels who captured Kunduz left."
    [InlineData("Rebels/NNS/5:nsubj who/WP/3:nsubj captured~capture/VBD/1:acl:relcl Kunduz/NNP/3:obj left~leave/VBD/0:root", "captured", "Rebels > Kunduz")]
    // "The town that rebels captured fell."
    [InlineData("town/NN/5:nsubj that/WDT=PRON/4:obj rebels/NNS/4:nsubj captured~capture/VBD/1:acl:relcl fell~fall/VBD/0:root", "captured", "rebels > town")]
    // "The town rebels captured fell."
    [InlineData("town/NN/4:nsubj rebels/NNS/3:nsubj captured~capture/VBD/1:acl:relcl fell~fall/VBD/0:root", "captured", "rebels > town")]
    // "The town, which was captured by rebels, fell."
    [InlineData("town/NN/7:nsubj which/WDT=PRON/4:nsubj:pass was~be/VBD=AUX/4:aux:pass captured~capture/VBN/1:acl:relcl by/IN/6:case rebels/NNS/4:obl:agent fell~fall/VBD/0:root", "captured", "rebels > town")]
    // "The town where rebels attacked fell": the town is where, not whom.
    [InlineData("town/NN/5:nsubj where/WRB/4:advmod rebels/NNS/4:nsubj attacked~attack/VBD/1:acl:relcl fell~fall/VBD/0:root", "attacked", "rebels > ?")]
    // "Rebels holding the town left."
    [InlineData("Rebels/NNS/4:nsubj holding~hold/VBG/1:acl town/NN/2:obj left~leave/VBD/0:root", "holding", "Rebels > town")]
    // "Rebels attacked Kunduz, killing people."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _,/,/5:punct killing~kill/VBG/2:advcl people~person/NNS/5:obj", "killing", "Rebels > people")]
    public void Relative_and_participle_clauses_take_the_noun_or_subject_they_hang_on(string sentence, string verb, string expected) => Stage.Of(sentence).Verb(verb).ShouldBe(expected);

    [Theory]
    // "The army carried out an airstrike on Kunduz in March."
    [InlineData("army/NN/2:nsubj carried~carry/VBD/0:root out/RP=ADP/2:compound:prt airstrike/NN/2:obj on/IN/6:case Kunduz/NNP/4:nmod in/IN/8:case March/NNP/2:obl", "airstrike", "army > ?, on Kunduz, in March", "carried")]
    // "An attack was carried out by rebels."
    [InlineData("attack/NN/3:nsubj:pass was~be/VBD=AUX/3:aux:pass carried~carry/VBN/0:root out/RP=ADP/3:compound:prt by/IN/6:case rebels/NNS/3:obl:agent", "attack", "rebels > ?", "carried")]
    // "Kunduz came under attack": the subject suffers it.
    [InlineData("Kunduz/NNP/2:nsubj came~come/VBD/0:root under/IN/4:case attack/NN/2:obl", "attack", "? > Kunduz", "came")]
    // "The army's attack on Kunduz failed": the verb lends itself to nothing.
    [InlineData("army/NN/3:nmod:poss _'s/POS/1:case attack/NN/6:nsubj on/IN/5:case Kunduz/NNP/3:nmod failed~fail/VBD/0:root", "attack", "army > ?, on Kunduz", "attack")]
    // "An airstrike launched by Israel at a depot failed."
    [InlineData("airstrike/NN/7:nsubj launched~launch/VBN/1:acl by/IN/4:case Israel/NNP/2:obl:agent at/IN/6:case depot/NN/2:obl failed~fail/VBD/0:root", "airstrike", "Israel > ?, at depot", "airstrike")]
    // "Clashes erupted in Kunduz": an event that erupts is nobody's doing.
    [InlineData("Clashes~clash/NNS/2:nsubj erupted~erupt/VBD/0:root in/IN/4:case Kunduz/NNP/2:obl", "Clashes", "? > ?, in Kunduz", "erupted")]
    public void Event_nouns_borrow_from_the_verb_that_carries_them(string sentence, string noun, string expected, string carrier)
    {
        Stage.Of(sentence).Noun(noun).ShouldBe(expected);
        Stage.Of(sentence).Carrier(noun).ShouldBe(carrier);
    }

    [Theory]
    // "The army is to leave Kabul": taken for a copula by the parser.
    [InlineData("army/NN/4:nsubj:outer is~be/VBZ=AUX/4:cop to/TO/4:mark leave/VB/0:root Kabul/NNP/4:obj", "leave", "army > Kabul")]
    // "A man convicted of killing guards fled."
    [InlineData("man/NN/6:nsubj convicted~convict/VBN/1:acl of/IN=SCONJ/4:mark killing~kill/VBG/2:advcl guards~guard/NNS/4:obj fled~flee/VBD/0:root", "killing", "man > guards")]
    // "A man who was convicted of killing guards fled."
    [InlineData("man/NN/8:nsubj who/WP/4:nsubj:pass was~be/VBD=AUX/4:aux:pass convicted~convict/VBN/1:acl:relcl of/IN=SCONJ/6:mark killing~kill/VBG/4:advcl guards~guard/NNS/6:obj fled~flee/VBD/0:root", "killing", "man > guards")]
    // "Police arrested students for attacking guards."
    [InlineData("Police/NNS/2:nsubj arrested~arrest/VBD/0:root students~student/NNS/2:obj for/IN=SCONJ/5:mark attacking~attack/VBG/2:advcl guards~guard/NNS/5:obj", "attacking", "students > guards")]
    // "The Council called for troops to leave Kabul."
    [InlineData("Council/NNP/2:nsubj called~call/VBD/0:root for/IN/4:case troops~troop/NNS/2:obl to/TO/6:mark leave/VB/2:advcl Kabul/NNP/6:obj", "leave", "troops > Kabul")]
    // "The Council issued a call for troops to leave Kabul."
    [InlineData("Council/NNP/2:nsubj issued~issue/VBD/0:root call/NN/2:obj for/IN/5:case troops~troop/NNS/3:nmod to/TO/7:mark leave/VB/3:acl Kabul/NNP/7:obj", "leave", "troops > Kabul")]
    public void Who_is_held_to_have_done_it_or_asked_to_do_it_is_the_subject(string sentence, string verb, string expected) => Stage.Of(sentence).Verb(verb).ShouldBe(expected);

    [Theory]
    // "The army operation to enter Kabul failed."
    [InlineData("army/NN/2:compound operation/NN/6:nsubj to/TO/4:mark enter/VB/2:acl Kabul/NNP/4:obj failed~fail/VBD/0:root", "enter", "army > Kabul")]
    // "An attempt by rebels to enter Kabul failed."
    [InlineData("attempt/NN/7:nsubj by/IN/3:case rebels~rebel/NNS/1:nmod to/TO/5:mark enter/VB/1:acl Kabul/NNP/5:obj failed~fail/VBD/0:root", "enter", "rebels > Kabul")]
    // "The army announced the start of an operation to enter Kabul."
    [InlineData("army/NN/2:nsubj announced~announce/VBD/0:root start/NN/2:obj of/IN/5:case operation/NN/3:nmod to/TO/7:mark enter/VB/5:acl Kabul/NNP/7:obj", "enter", "army > Kabul")]
    public void A_plan_or_an_operation_says_whose_it_is(string sentence, string verb, string expected) => Stage.Of(sentence).Verb(verb).ShouldBe(expected);

    [Theory]
    // "The Council convened a meeting."
    [InlineData("Council/NNP/2:nsubj convened~convene/VBD/0:root meeting/NN/2:obj", "meeting", "Council > ?")]
    // "Rebels threatened a wave of attacks."
    [InlineData("Rebels/NNS/2:nsubj threatened~threaten/VBD/0:root wave/NN/2:obj of/IN/5:case attacks~attack/NNS/3:nmod", "attacks", "Rebels > ?")]
    // "The army denies an attack": nobody says by whom. "The army denies any attack": by the army.
    [InlineData("army/NN/2:nsubj denies~deny/VBZ/0:root an/DT/4:det attack/NN/2:obj", "attack", "? > ?")]
    [InlineData("army/NN/2:nsubj denies~deny/VBZ/0:root any/DT/4:det attack/NN/2:obj", "attack", "army > ?")]
    // "Clashes continued between soldiers and rebels", the soldiers taken for an object.
    [InlineData("Clashes~clash/NNS/2:nsubj continued~continue/VBD/0:root between/IN/4:case soldiers~soldier/NNS/2:obj and/CC/6:cc rebels~rebel/NNS/4:conj", "Clashes", "? > ?, between soldiers")]
    // "The killing of guards with knives by rebels", the rebels hung on the knives.
    [InlineData("killing/NN/0:root of/IN/3:case guards~guard/NNS/1:nmod with/IN/5:case knives~knife/NNS/3:nmod by/IN/7:case rebels~rebel/NNS/5:nmod", "killing", "? > ?, of guards, by rebels")]
    public void Event_nouns_find_who_undertakes_them(string sentence, string noun, string expected) => Stage.Of(sentence).Noun(noun).ShouldBe(expected);

    [Fact]
    public void A_long_chain_of_infinitives_ends()
    {
        var chain = string.Concat(Enumerable.Range(2, 60).Select(i => $" try/VB/{i}:xcomp"));
        Stage.Of("army/NN/2:nsubj plans~plan/VBZ/0:root" + chain + " leave/VB/62:xcomp").Verb("leave").ShouldBe("? > ?");
    }
}
