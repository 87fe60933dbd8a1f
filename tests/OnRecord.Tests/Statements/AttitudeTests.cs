using OnRecord.Statements.Voices;

namespace OnRecord.Tests.Statements;

/// <summary>Attitudes told without a word of saying: whose they are, what of, and that they are no source of a statement.</summary>
public sealed class AttitudeTests
{
    [Theory]
    // "A majority of traders backed the plan."
    [InlineData("A/DT/2:det majority/NN/5:nsubj of/IN/4:case traders~trader/NNS/2:nmod backed~back/VBD/0:root the/DT/7:det plan/NN/5:obj _././5:punct", "backed", "majority: the plan")]
    // "The article hailed the plan", with a lemma that no dictionary has.
    [InlineData("The~the/DT/2:det article/NN/3:nsubj hailed~haile/VBD/0:root the/DT/5:det plan/NN/3:obj", "hailed", "article: the plan")]
    // "The family leans toward the offer."
    [InlineData("The~the/DT/2:det family/NN/3:nsubj leans~lean/VBZ/0:root toward/IN/6:case the/DT/6:det offer/NN/3:obl", "leans", "family: toward the offer")]
    // "Voters saw the rise as a warning."
    [InlineData("Voters~voter/NNS/2:nsubj saw~see/VBD/0:root the/DT/4:det rise/NN/2:obj as/IN/7:case a/DT/7:det warning/NN/2:obl", "saw", "Voters: the rise as a warning")]
    // "The plan was criticized for its cost."
    [InlineData("The~the/DT/2:det plan/NN/4:nsubj:pass was~be/VBD=AUX/4:aux:pass criticized~criticize/VBN/0:root for/IN/7:case its/PRP$=PRON/7:nmod:poss cost/NN/4:obl", "criticized", "-: The plan ... for its cost")]
    // "Officials were coy about the plan."
    [InlineData("Officials~official/NNS/3:nsubj were~be/VBD=AUX/3:cop coy/JJ/0:root about/IN/6:case the/DT/6:det plan/NN/3:obl", "coy", "Officials: about the plan")]
    // "It is clear that prices fell."
    [InlineData("It~it/PRP/3:expl is~be/VBZ=AUX/3:cop clear/JJ/0:root that/IN=SCONJ/6:mark prices~price/NNS/6:nsubj fell~fall/VBD/3:csubj", "clear", "-: that prices fell")]
    // "Ministers took issue with the ruling."
    [InlineData("Ministers~minister/NNS/2:nsubj took~take/VBD/0:root issue/NN/2:obj with/IN/6:case the/DT/6:det ruling/NN/2:obl", "took", "Ministers: with the ruling")]
    // "The plan seems costly."
    [InlineData("The~the/DT/2:det plan/NN/3:nsubj seems~seem/VBZ/0:root costly/JJ/3:xcomp", "seems", "-: The plan ... costly")]
    // "The vote angered teachers."
    [InlineData("The~the/DT/2:det vote/NN/3:nsubj angered~anger/VBD/0:root teachers~teacher/NNS/3:obj", "angered", "teachers: The vote")]
    // "Levels desired by ministers rose."
    [InlineData("Levels~level/NNS/5:nsubj desired~desire/VBN/1:acl by/IN/4:case ministers~minister/NNS/2:obl:agent rose~rise/VBD/0:root", "desired", "ministers: Levels")]
    // "The mayor is an opponent of the dam."
    [InlineData("The~the/DT/2:det mayor/NN/5:nsubj is~be/VBZ=AUX/5:cop an/DT/5:det opponent/NN/0:root of/IN/8:case the/DT/8:det dam/NN/5:nmod", "opponent", "mayor: of the dam")]
    // "The delay drew criticism from teachers."
    [InlineData("The~the/DT/2:det delay/NN/3:nsubj drew~draw/VBD/0:root criticism/NN/3:obj from/IN/6:case teachers~teacher/NNS/4:nmod", "criticism", "teachers: The delay")]
    // "Schools closed to the dismay of teachers."
    [InlineData("Schools~school/NNS/2:nsubj closed~close/VBD/0:root to/IN/5:case the/DT/5:det dismay/NN/2:obl of/IN/7:case teachers~teacher/NNS/5:nmod", "dismay", "teachers: Schools closed")]
    // "Calls for a truce grew."
    [InlineData("Calls~call/NNS/5:nsubj for/IN/4:case a/DT/4:det truce/NN/1:nmod grew~grow/VBD/0:root", "Calls", "-: for a truce")]
    public void An_attitude_is_somebodys_and_of_something(string sentence, string cue, string expected)
    {
        Told(sentence, cue).ShouldBe([expected]);
        Stage.Of(sentence).Scene().ShouldSatisfyAllConditions(s => new VoiceReader(s).Sayings.ShouldAllBe(t => !t.Voiced));
    }

    [Theory]
    // "Would you back the plan?" is asked, and nobody's.
    [InlineData("Would/MD/3:aux you/PRP/3:nsubj back/VB/0:root the/DT/5:det plan/NN/3:obj _?/./3:punct", "back")]
    // "Say rebels left" has been said by nobody.
    [InlineData("Say~say/VB/0:root rebels~rebel/NNS/3:nsubj left~leave/VBD/1:ccomp", "Say")]
    // "Talks appeared in print": came out, and seemed nothing.
    [InlineData("Talks~talk/NNS/2:nsubj appeared~appear/VBD/0:root in/IN/4:case print/NN/2:obl", "appeared")]
    public void Some_words_of_saying_say_nothing(string sentence, string cue) => Told(sentence, cue).ShouldBeEmpty();

    [Theory]
    // "The minister said he would leave and warned of floods": who warned is the minister.
    [InlineData("The~the/DT/2:det minister/NN/3:nsubj said~say/VBD/0:root he/PRP/6:nsubj would/MD/6:aux leave/VB/3:ccomp and/CC/8:cc warned~warn/VBD/6:conj of/IN/10:case floods~flood/NNS/8:obl", "minister: he would leave")]
    // "Asked about rain, the minister said prices fell": the question is none of his words.
    [InlineData("Asked~ask/VBN/9:advcl about/IN/3:case rain/NN/1:obl _,/,/9:punct the/DT/6:det minister/NN/7:nsubj said~say/VBD/0:root prices~price/NNS/9:nsubj fell~fall/VBD/7:ccomp", "minister: prices fell")]
    // "The minister said as much."
    [InlineData("The~the/DT/2:det minister/NN/3:nsubj said~say/VBD/0:root as/IN/5:case much/JJ/3:obl", "minister: as much")]
    // "The minister said prices fell, noting that demand fell": the second is a word of its own.
    [InlineData("The~the/DT/2:det minister/NN/3:nsubj said~say/VBD/0:root prices~price/NNS/5:nsubj fell~fall/VBD/3:ccomp _,/,/7:punct noting~note/VBG/5:advcl that/IN=SCONJ/10:mark demand/NN/10:nsubj dropped~drop/VBD/7:ccomp", "minister: prices fell")]
    public void What_is_said_has_an_end(string sentence, string expected) => Told(sentence, "said").ShouldBe([expected]);

    [Theory]
    // "Rebels attacked Kunduz, as the ministry reported": a source.
    [InlineData("Rebels~rebel/NNS/2:nsubj attacked~attack/VBD/0:root Kunduz/NNP/2:obj _,/,/8:punct as/IN=SCONJ/8:mark the/DT/7:det ministry/NN/8:nsubj reported~report/VBD/2:advcl", "ministry: Reported")]
    // "Ministers hailed the army, which attacked Kunduz": none.
    [InlineData("Ministers~minister/NNS/2:nsubj hailed~hail/VBD/0:root the/DT/4:det army/NN/2:obj _,/,/7:punct which/WDT=PRON/7:nsubj attacked~attack/VBD/4:acl:relcl Kunduz/NNP/7:obj", ": None")]
    public void Only_what_is_said_is_a_source(string sentence, string expected) => Stage.Of(sentence).Voice("attacked").ShouldBe(expected);

    // The sayings of a cue: who, and what.
    private static List<string> Told(string sentence, string cue)
    {
        var scene = Stage.Of(sentence).Scene();
        return [.. new VoiceReader(scene).Sayings.Where(s => s.CueSpan.Of(scene.Article.Text) == cue)
            .Select(s => $"{(s.Source < 0 ? "-" : scene.Trees[s.Sentence][s.Source].Form)}: {string.Join(" ... ", s.Content.Select(c => c.Of(scene.Article.Text)))}")];
    }
}
