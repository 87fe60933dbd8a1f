using OnRecord.Language.Mentions;
using OnRecord.Statements.Roles;

namespace OnRecord.Tests.Statements;

/// <summary>How the name of a place stands in its sentence, and with it whether an act can be there.</summary>
public sealed class StandingTests
{
    [Theory]
    // "The minister told journalists in Tunis that rebels attacked Kunduz."
    [InlineData("The/DT/2:det minister/NN/3:nsubj told~tell/VBD/0:root journalists~journalist/NNS/3:obj in/IN/6:case Tunis/NNP/4:nmod that/IN=SCONJ/9:mark rebels/NNS/9:nsubj attacked~attack/VBD/3:ccomp Kunduz/NNP/9:obj", nameof(Standing.Speech))]
    // "The minister said in Tunis that rebels attacked."
    [InlineData("The/DT/2:det minister/NN/3:nsubj said~say/VBD/0:root in/IN/5:case Tunis/NNP/3:obl that/IN=SCONJ/8:mark rebels/NNS/8:nsubj attacked~attack/VBD/3:ccomp", nameof(Standing.Speech))]
    // "The minister, visiting Tunis, vowed revenge."
    [InlineData("The/DT/2:det minister/NN/6:nsubj ,/,/4:punct visiting~visit/VBG/2:acl Tunis/NNP/4:obj vowed~vow/VBD/0:root revenge/NN/6:obj", nameof(Standing.Speech))]
    // "In Tunis, residents said rebels attacked."
    [InlineData("In/IN/2:case Tunis/NNP/4:obl residents~resident/NNS/4:nsubj said~say/VBD/0:root rebels/NNS/6:nsubj attacked~attack/VBD/4:ccomp", nameof(Standing.FrontedSpeech))]
    // "In Tunis rebels attacked."
    [InlineData("In/IN/2:case Tunis/NNP/4:obl rebels/NNS/4:nsubj attacked~attack/VBD/0:root", nameof(Standing.Fronted))]
    // "A doctor in Tunis said rebels attacked."
    [InlineData("A/DT/2:det doctor/NN/5:nsubj in/IN/4:case Tunis/NNP/2:nmod said~say/VBD/0:root rebels/NNS/7:nsubj attacked~attack/VBD/5:ccomp", nameof(Standing.Speaker))]
    // "Rebels attacked a village 12 km north of Tunis."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root a/DT/4:det village/NN/2:obj 12/CD/6:nummod km/NN/7:obl north/RB/4:advmod of/IN/9:case Tunis/NNP/7:obl", nameof(Standing.Landmark))]
    // "Rebels attacked near the border with Tunis."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root near/IN/5:case the/DT/5:det border/NN/2:obl with/IN/7:case Tunis/NNP/5:nmod", nameof(Standing.Landmark))]
    // "Rebels attacked in retaliation for killings in Tunis."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root in/IN/4:case retaliation/NN/2:obl for/IN/6:case killings~killing/NNS/4:nmod in/IN/8:case Tunis/NNP/6:nmod", nameof(Standing.Cause))]
    // "A group based in Tunis attacked."
    [InlineData("A/DT/2:det group/NN/6:nsubj based~base/VBN/2:acl in/IN/5:case Tunis/NNP/3:obl attacked~attack/VBD/0:root", nameof(Standing.Seat))]
    // "Rebels attacked a bus bound for Tunis."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root a/DT/4:det bus/NN/2:obj bound/JJ/4:amod for/IN/7:case Tunis/NNP/5:obl", nameof(Standing.Bound))]
    // "Rebels attacked a convoy on the way to the city of Tunis."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root a/DT/4:det convoy/NN/2:obj on/IN/7:case the/DT/7:det way/NN/2:obl to/IN/10:case the/DT/10:det city/NN/7:nmod of/IN/12:case Tunis/NNP/10:nmod", nameof(Standing.Bound))]
    // "Rebels attacked across the border from Tunis."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root across/IN/5:case the/DT/5:det border/NN/2:obl from/IN/7:case Tunis/NNP/5:nmod", nameof(Standing.Beyond))]
    // "Rebels attacked in Tunis."
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root in/IN/4:case Tunis/NNP/2:obl", nameof(Standing.Plain))]
    public void A_place_stands(string sentence, string standing)
    {
        var scene = Stage.Of(sentence).Named("Tunis", EntityKind.Place).Scene();
        var word = Word(scene, "Tunis");
        scene.Standings.Of(0, word).ToString().ShouldBe(standing);
        scene.Standings.Elsewhere(0, word, Word(scene, "attacked")).ShouldBe(standing is nameof(Standing.Speech) or nameof(Standing.Cause) or nameof(Standing.Seat) or nameof(Standing.Bound) or nameof(Standing.Beyond));
    }

    [Fact]
    public void What_an_act_answers_is_where_its_own_acts_were()
    {
        var scene = Stage.Of("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root in/IN/4:case retaliation/NN/2:obl for/IN/6:case killings~killing/NNS/4:nmod in/IN/8:case Tunis/NNP/6:nmod").Named("Tunis", EntityKind.Place).Scene();
        scene.Standings.Elsewhere(0, Word(scene, "Tunis"), Word(scene, "killings")).ShouldBeFalse();
        scene.Standings.Elsewhere(0, Word(scene, "Tunis"), -1).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Rebels/NNS/5:nsubj heading~head/VBG/1:acl to/IN/4:case Tunis/NNP/2:obl attacked~attack/VBD/0:root", "attacked", true)]
    [InlineData("Rebels/NNS/3:nsubj were/VBD/3:aux heading~head/VBG/0:root to/IN/5:case Tunis/NNP/3:obl to/TO/7:mark fight/VB/3:advcl", "fight", false)]
    [InlineData("Rebels/NNS/3:nsubj were/VBD/3:aux heading~head/VBG/0:root to/IN/5:case Tunis/NNP/3:obl", "heading", false)]
    [InlineData("Rebels/NNS/2:nsubj sent~send/VBD/0:root a/DT/4:det convoy/NN/2:obj to/IN/6:case Tunis/NNP/4:nmod", "sent", false)]
    public void Where_one_goes_is_where_the_going_and_its_purpose_are(string sentence, string act, bool elsewhere)
    {
        var scene = Stage.Of(sentence).Named("Tunis", EntityKind.Place).Scene();
        scene.Standings.Elsewhere(0, Word(scene, "Tunis"), Word(scene, act)).ShouldBe(elsewhere);
    }

    [Fact]
    public void What_is_told_since_is_where_no_other_sentence_is()
    {
        var scene = Stage.Of("It/PRP/3:nsubj was/VBD/3:cop worst/JJS/0:root since/IN/6:case the/DT/6:det fall/NN/3:obl of/IN/8:case Tunis/NNP/6:nmod").Named("Tunis", EntityKind.Place).Scene();
        scene.Standings.Elsewhere(0, Word(scene, "Tunis"), -1).ShouldBeTrue();
        scene.Standings.Elsewhere(0, Word(scene, "Tunis"), Word(scene, "fall")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("In/IN/3:case the/DT/3:det northeast/NN/5:obl rebels/NNS/5:nsubj attacked~attack/VBD/0:root", true)]
    [InlineData("Elsewhere/RB/3:advmod rebels/NNS/3:nsubj attacked~attack/VBD/0:root", true)]
    [InlineData("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root in/IN/5:case the/DT/5:det northeast/NN/2:obl", false)]
    public void A_sentence_turns_elsewhere(string sentence, bool turns)
    {
        var scene = Stage.Of("Rebels/NNS/2:nsubj attacked~attack/VBD/0:root Tunis/NNP/2:obj", sentence).Named("Tunis", EntityKind.Place).Scene();
        scene.Standings.TurnsAway(1).ShouldBe(turns);
        scene.Standings.Since(1).ShouldBe(turns ? 1 : 0);
    }

    [Fact]
    public void A_named_point_of_the_compass_is_no_turn()
    {
        var scene = Stage.Of("In/IN/2:case North/NNP/4:obl rebels/NNS/4:nsubj attacked~attack/VBD/0:root").Named("North", EntityKind.Place, "North Kivu").Scene();
        scene.Standings.TurnsAway(0).ShouldBeFalse();
    }

    private static int Word(OnRecord.Statements.Scene scene, string form) => Enumerable.Range(0, scene.Trees[0].Count).Where(w => scene.Trees[0][w].Form == form).DefaultIfEmpty(-1).First();
}
