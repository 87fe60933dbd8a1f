using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Statements;

/// <summary>Verbs of saying that the parser took for something else, and words that stand beside what is said.</summary>
public sealed class VerbRepairTests
{
    private const string Attack = "rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj ";

    [Theory]
    // "Towns media report that rebels attacked Kunduz."
    [InlineData("Towns~town/NNS/3:nsubj media/NN/3:compound report/NN/0:root that/IN=SCONJ/6:mark rebels/NNS/6:nsubj attacked~attack/VBD/3:acl Kunduz/NNP/6:obj", "media: Reported")]
    // "The Radio notes and reports that rebels attacked Kunduz."
    [InlineData("The~the/DT/3:det Radio/NNP/3:compound notes~note/NNS/0:root and/CC/5:cc reports~report/VBZ/3:conj that/IN=SCONJ/8:mark rebels/NNS/8:nsubj attacked~attack/VBD/5:ccomp Kunduz/NNP/8:obj", "Radio: Reported")]
    // "Rebels attacked Kunduz, a judge confirmed."
    [InlineData(Attack + "_,/,/6:punct a/DT/6:det judge/NN/2:nsubj confirmed~confirm/VBN/6:acl _././2:punct", "judge: Confirmed")]
    // "Group, which ministry says attacked Kunduz, fled": both clauses hung on the group.
    [InlineData("group/NN/9:nsubj _,/,/5:punct which/WDT=PRON/6:nsubj ministry/NN/5:nsubj says~say/VBZ/1:acl:relcl attacked~attack/VBD/1:acl:relcl Kunduz/NNP/6:obj _,/,/5:punct fled~flee/VBD/0:root", "ministry: Said")]
    // "Captain announced before dawn that rebels attacked Kunduz": the clause hung on the dawn.
    [InlineData("captain/NN/2:nsubj announced~announce/VBD/0:root before/IN/4:case dawn/NN/2:obl that/IN=SCONJ/7:mark rebels/NNS/7:nsubj attacked~attack/VBD/4:acl Kunduz/NNP/7:obj", "captain: Said")]
    // "Rebels attacked Kunduz, police went on": "on" taken for an adverb.
    [InlineData("rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _,/,/6:punct police/NN/6:nsubj went~go/VBD/2:parataxis on/RB/6:advmod _././2:punct", "police: Said")]
    public void What_was_taken_for_another_word_says_so(string sentence, string expected) => Stage.Of(sentence).Voice("attacked").ShouldBe(expected);

    [Fact]
    public void A_front_pledges() =>
        Stage.Of("The~the/DT/3:det Front/NNP/3:compound pledge/NNP/0:root to/TO/5:mark attack/VB/3:acl Kunduz/NNP/5:obj").Named("Front", EntityKind.Actor).Voice("attack").ShouldBe("Front: Said");

    [Fact]
    public void Rebels_claim_it() =>
        Stage.Of("rebels/NNS/3:compound claim/NN/3:compound responsibility/NN/0:root for/IN/6:case the/DT/6:det attack/NN/3:nmod").Verb("claim").ShouldBe("rebels > responsibility");

    [Fact]
    public void Of_two_subjects_side_by_side_the_name_speaks() =>
        Stage.Of("The~the/DT/2:det opposition/NN/5:nsubj Change/NNP/4:compound Movement/NNP/5:nsubj accuses~accuse/VBZ/0:root police/NN/5:obj of/IN=SCONJ/8:mark attacking~attack/VBG/5:advcl Kunduz/NNP/8:obj")
            .Voice("attacking").ShouldBe("Change Movement (opposition): Claimed");

    [Fact]
    public void A_number_put_at_something_is_somebodys() =>
        Stage.Of("ministry/NN/2:nsubj put/VBD/0:root the/DT/4:det number/NN/2:obj of/IN/6:case rebels/NNS/4:nmod killed~kill/VBN/6:acl at/IN/9:case 40/CD/7:obl").Voice("killed").ShouldBe("ministry: Said");

    [Theory]
    // What goes on after the aside is said; "adding that" is a word of its own; a clause with "while" before "according to" is told by the same.
    [InlineData("rebels/NNS/2:nsubj fled~flee/VBD/0:root _,/,/5:punct police/NN/5:nsubj said~say/VBD/2:parataxis _,/,/7:punct attacking~attack/VBG/5:advcl Kunduz/NNP/7:obj _././2:punct", "attacking", "police: Said")]
    [InlineData("rebels/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _,/,/7:punct while/IN=SCONJ/7:mark soldiers~soldier/NNS/7:nsubj fled~flee/VBD/2:advcl _,/,/11:punct according~accord/VBG/11:case to/IN/9:fixed police/NN/7:obl _././2:punct", "attacked", "police: Reported")]
    public void What_was_said_reaches_so_far(string sentence, string act, string expected) => Stage.Of(sentence).Voice(act).ShouldBe(expected);

    [Fact]
    public void The_president_spoken_of_is_not_he_who_speaks()
    {
        var stage = Stage.Of("A~a/DT/2:det spokesman/NN/3:nsubj said~say/VBD/0:root soldiers~soldier/NNS/5:nsubj fled~flee/VBD/3:ccomp _././3:punct",
            "\"/``/5:punct But/CC/4:cc president/NN/4:nsubj attacked~attack/VBD/8:ccomp Kunduz/NNP/4:obj _\"/''/4:punct he/PRP/8:nsubj added~add/VBD/0:root _././8:punct");
        stage.Named("president", EntityKind.Person).Referring("he", "president").Voice("attacked").ShouldBe("spokesman: Said");
    }

    [Theory]
    // "The front, which is backed by Chad, seized Kunduz": it seized, and was not.
    [InlineData("front/NN/2:nsubj:pass seized~seize/VBD/0:root Kunduz/NNP/2:obj", "front", "seized", "nsubj")]
    // "Twelve people killed in Kunduz": a headline without its auxiliary.
    [InlineData("Twelve/CD/2:nummod people/NNS/3:nsubj:pass killed~kill/VBN/0:root in/IN/5:case Kunduz/NNP/3:obl", "people", "killed", "nsubj:pass")]
    // "ordered to open fire": opening is what is ordered.
    [InlineData("soldiers/NNS/3:nsubj:pass were~be/VBD=AUX/3:aux:pass ordered~order/VBN/0:root to/IN/6:case open/JJ/3:xcomp fire/NN/5:obj", "to", "open", "mark")]
    public void Verbs_are_active_unless_something_makes_them_passive(string sentence, string word, string head, string relation)
    {
        var tree = Stage.Of(sentence).Scene().Trees[0];
        var at = Enumerable.Range(0, tree.Count).Single(i => tree[i].Form == word);
        (tree[tree[at].Head].Form, tree[at].Relation).ShouldBe((head, relation));
    }
}
