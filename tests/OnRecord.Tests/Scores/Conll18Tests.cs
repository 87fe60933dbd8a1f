using OnRecord.Lab.Scores;

namespace OnRecord.Tests.Scores;

/// <summary>Cases small enough to count by hand.</summary>
public class Conll18Tests
{
    private static readonly string[] Gold =
    [
        "1 Rebels rebel NOUN NNS Number=Plur 2 nsubj", "2 left leave VERB VBD Tense=Past 0 root", "3 the the DET DT _ 4 det", "4 town town NOUN NN Number=Sing 2 obj SpaceAfter=No", "5 . . PUNCT . _ 2 punct",
        "", "1 Nobody nobody PRON NN _ 2 nsubj", "2 followed follow VERB VBD Tense=Past 0 root",
    ];

    private static Conll18 Of(string[] gold, string[] system)
    {
        var score = Conll18.Of(Trees.Read(gold), Trees.Read(system));
        score.Problem.ShouldBeNull();
        return score.Value!;
    }

    [Fact]
    public void The_gold_standard_scores_a_hundred_against_itself() => Of(Gold, Gold).Scores.ShouldAllBe(s => s.F1 == 100);

    [Fact]
    public void Wrong_tags_lemmas_heads_and_relations_are_counted()
    {
        // "town": another lemma, tag and relation. "the": another head. Relations differ in their subtype only: that counts as right.
        var score = Of(Gold,
        [
            "1 Rebels rebel NOUN NNS Number=Plur 2 nsubj:outer", "2 left leave VERB VBD Tense=Past 0 root", "3 the the DET DT _ 2 det", "4 town towns NOUN NNP Number=Plur 2 obl", "5 . . PUNCT . _ 2 punct",
            "", "1 Nobody nobody PRON NN _ 2 nsubj", "2 followed follow VERB VBD Tense=Past 0 root",
        ]);
        score["Words"].Correct.ShouldBe(7);
        score["UPOS"].Correct.ShouldBe(7);
        score["XPOS"].Correct.ShouldBe(6);
        score["UFeats"].Correct.ShouldBe(6);
        score["AllTags"].Correct.ShouldBe(6);
        score["Lemmas"].Correct.ShouldBe(6);
        score["UAS"].Correct.ShouldBe(6);
        score["LAS"].Correct.ShouldBe(5);
        // Content words: five in gold (all but "the" and "."), five in the system; "town" is wrong.
        score["CLAS"].ShouldBe(new Score("CLAS", 5, 5, 4));
        score["CLAS"].F1.ShouldBe(80, 1e-9);
    }

    [Fact]
    public void A_missed_sentence_end_costs_both_sentences_and_a_root()
    {
        var score = Of(Gold,
        [
            "1 Rebels rebel NOUN NNS Number=Plur 2 nsubj", "2 left leave VERB VBD Tense=Past 0 root", "3 the the DET DT _ 4 det", "4 town town NOUN NN Number=Sing 2 obj", "5 . . PUNCT . _ 2 punct",
            "6 Nobody nobody PRON NN _ 7 nsubj", "7 followed follow VERB VBD Tense=Past 2 conj",
        ]);
        score["Sentences"].ShouldBe(new Score("Sentences", 2, 1, 0));
        score["Words"].Correct.ShouldBe(7);
        score["UAS"].Correct.ShouldBe(6);
        score["LAS"].Correct.ShouldBe(6);
    }

    [Fact]
    public void A_word_cut_in_two_is_wrong_and_so_are_those_that_hang_on_it()
    {
        var score = Of(["1 ex-rebels ex-rebel NOUN NNS _ 2 nsubj", "2 left leave VERB VBD _ 0 root"],
            ["1 ex ex NOUN NN _ 3 compound SpaceAfter=No", "2 - - PUNCT HYPH _ 1 punct SpaceAfter=No", "3 rebels rebel NOUN NNS _ 4 nsubj", "4 left leave VERB VBD _ 0 root"]);
        score["Tokens"].ShouldBe(new Score("Tokens", 2, 4, 1));
        score["Words"].ShouldBe(new Score("Words", 2, 4, 1));
        score["Words"].Precision.ShouldBe(25);
        score["Words"].Recall.ShouldBe(50);
        score["Words"].F1.ShouldBe(100.0 / 3, 1e-9);
        score["LAS"].Correct.ShouldBe(1);
    }

    [Fact]
    public void Words_of_a_multiword_token_are_paired_by_their_forms()
    {
        string[] gold = ["1 They they PRON PRP _ 2 nsubj", "2-3 don't", "2 do do VERB VBP _ 0 root", "3 n't not PART RB _ 2 advmod", "4 know know VERB VB _ 2 xcomp"];
        Of(gold, gold)["Words"].Correct.ShouldBe(4);
        // Cut as two tokens: the spans differ, the forms agree.
        var parted = Of(gold, ["1 They they PRON PRP _ 2 nsubj", "2 do do VERB VBP _ 0 root SpaceAfter=No", "3 n't not PART RB _ 2 advmod", "4 know know VERB VB _ 2 xcomp"]);
        parted["Tokens"].ShouldBe(new Score("Tokens", 3, 4, 2));
        parted["Words"].Correct.ShouldBe(4);
        // Left whole: neither form agrees.
        var whole = Of(gold, ["1 They they PRON PRP _ 2 nsubj", "2 don't do VERB VBP _ 0 root", "3 know know VERB VB _ 2 xcomp"]);
        whole["Tokens"].Correct.ShouldBe(3);
        whole["Words"].ShouldBe(new Score("Words", 4, 3, 2));
        whole["UAS"].Correct.ShouldBe(0);
    }

    [Fact]
    public void Features_beyond_the_universal_ones_do_not_count()
    {
        Of(["1 ten ten NUM CD NumForm=Word|NumType=Card 0 root"], ["1 ten ten NUM CD NumType=Card 0 root"])["UFeats"].Correct.ShouldBe(1);
        Of(["1 ten ten NUM CD NumType=Card 0 root"], ["1 ten ten NUM CD _ 0 root"])["UFeats"].Correct.ShouldBe(0);
    }

    [Fact]
    public void Another_text_is_a_problem() =>
        Conll18.Of(Trees.Read("1 left _ _ _ _ 0 root"), Trees.Read("1 lift _ _ _ _ 0 root")).Problem!.ToString().ShouldContain("after 1 characters");
}
