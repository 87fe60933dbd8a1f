using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Times;
using OnRecord.Language.Parses;

namespace OnRecord.Tests.Times;

/// <summary>Expressions that look back or ahead as their verb says. Published on Friday 13 August 2021.</summary>
public sealed class TimeTenseTests
{
    private static System.Collections.Immutable.ImmutableArray<TimeMention> Find(Parse parse) =>
        TimeFinder.Find(new Article { Id = "t", Text = parse.Sentence.Text, Blocks = [], Published = TimePhraseTests.Friday }, [parse]);

    [Theory]
    [InlineData("They/PRP/2:nsubj attacked/VBD/0:root on/IN/4:case Monday/NNP/2:obl ./.", "During 2021-08-09")]
    [InlineData("They/PRP/3:nsubj will/MD/3:aux attack/VB/0:root on/IN/5:case Monday/NNP/3:obl ./.", "During 2021-08-16")]
    [InlineData("They/PRP/2:nsubj plan/VBP/0:root to/TO/4:mark attack/VB/2:xcomp on/IN/6:case Monday/NNP/4:obl ./.", "During 2021-08-16")]
    [InlineData("They/PRP/2:nsubj began~begin/VBD/0:root to/TO/4:mark attack/VB/2:xcomp on/IN/6:case Monday/NNP/4:obl ./.", "During 2021-08-09")]
    [InlineData("They/PRP/2:nsubj came~come/VBD/0:root to/TO/4:mark fight/VB/2:advcl on/IN/6:case Monday/NNP/4:obl ./.", "During 2021-08-09")]
    [InlineData("They/PRP/3:nsubj have/VBP=AUX/3:aux attacked/VBN/0:root since/IN/5:case Monday/NNP/3:obl ./.", "Since 2021-08-09..")]
    [InlineData("Talks/NNS/3:nsubj:pass are/VBP=AUX/3:aux:pass scheduled~schedule/VBN/0:root for/IN/5:case Monday/NNP/3:obl ./.", "During 2021-08-16")]
    [InlineData("They/PRP/3:nsubj are/VBP=AUX/3:cop due/JJ/0:root to/TO/5:mark meet/VB/3:xcomp on/IN/7:case Monday/NNP/5:obl ./.", "During 2021-08-16")]
    [InlineData("They/PRP/2:nsubj called/VBD/0:root for/IN/5:case a/DT/5:det strike/NN/2:obl on/IN/7:case Monday/NNP/5:nmod ./.", "During 2021-08-16")]
    [InlineData("They/PRP/2:nsubj called/VBD/0:root on/IN/4:case Monday/NNP/2:obl for/IN/7:case a/DT/7:det strike/NN/2:obl ./.", "During 2021-08-09")]
    [InlineData("They/PRP/3:nsubj will/MD/3:aux mourn/VB/0:root Monday/NNP/6:nmod:poss _'s/POS/4:case dead/NNS/3:obj ./.", "During 2021-08-09")]
    [InlineData("Monday/NNP/3:nmod:poss _'s/POS/1:case talks/NNS/5:nsubj will/MD/5:aux fail/VB/0:root ./.", "During 2021-08-16")]
    [InlineData("They/PRP/3:nsubj would/MD/3:aux attack/VB/0:root this/DT/5:det month/NN/3:obl:tmod ./.", "During 2021-08-01..2021-08-31")]
    [InlineData("They/PRP/2:nsubj attacked/VBD/0:root this/DT/4:det month/NN/2:obl:tmod ./.", "During 2021-08-01..2021-08-13")]
    [InlineData("They/PRP/3:nsubj will/MD/3:aux vote/VB/0:root in/IN/5:case September/NNP/3:obl ./.", "During 2021-09-01..2021-09-30")]
    [InlineData("They/PRP/2:nsubj voted/VBD/0:root in/IN/4:case September/NNP/2:obl ./.", "During 2020-09-01..2020-09-30")]
    [InlineData("They/PRP/3:nsubj will/MD/3:aux begin/VB/0:root in/IN/6:case two/CD/6:nummod weeks/NNS/3:obl ./.", "During 2021-08-27")]
    [InlineData("They/PRP/2:nsubj fell~fall/VBD/0:root in/IN/5:case two/CD/5:nummod weeks/NNS/2:obl ./.", "Unplaced")]
    [InlineData("They/PRP/2:nsubj gave~give/VBD/0:root them/PRP/2:iobj 72/CD/5:nummod hours/NNS/2:obj to/TO/7:mark leave/VB/5:acl ./.", "By ..2021-08-16")]
    [InlineData("They/PRP/3:nsubj have/VBP=AUX/3:aux given~give/VBN/0:root them/PRP/3:iobj until/IN/6:case Monday/NNP/3:obl ./.", "By ..2021-08-16")]
    [InlineData("They/PRP/3:nsubj had~have/VBD=AUX/3:aux given~give/VBN/0:root them/PRP/3:iobj until/IN/6:case Monday/NNP/3:obl ./.", "Until ..2021-08-09")]
    [InlineData("By/IN/2:case Monday/NNP/4:obl they/PRP/4:nsubj held~hold/VBD/0:root it/PRP/4:obj ./.", "By ..2021-08-09")]
    [InlineData("They/PRP/2:nsubj demand/VBP/0:root that/IN/5:mark troops/NNS/5:nsubj leave/VBP/2:ccomp by/IN/7:case Monday/NNP/5:obl ./.", "By ..2021-08-16")]
    [InlineData("They/PRP/2:nsubj decided~decide/VBD/0:root to/TO/4:mark send/VB/2:xcomp troops/NNS/4:obj by/IN/7:case Monday/NNP/2:obl ./.", "By ..2021-08-16")]
    [InlineData("They/PRP/2:nsubj called/VBD/0:root a/DT/4:det strike/NN/2:obj for/IN/6:case Monday/NNP/2:obl ./.", "During 2021-08-16")]
    [InlineData("A/DT/2:det truce/NN/3:nsubj takes~take/VBZ/0:root effect/NN/3:obj on/IN/6:case Monday/NNP/3:obl ./.", "During 2021-08-16")]
    [InlineData("It/PRP/2:nsubj ends/VBZ/0:root unless/IN/5:mark they/PRP/5:nsubj left/VBD/2:advcl by/IN/7:case Monday/NNP/5:obl ./.", "By ..2021-08-16")]
    [InlineData("It/PRP/4:nsubj:pass was/VBD=AUX/4:aux:pass already/RB/4:advmod founded/VBN/0:root before/IN/6:case 2003/CD/4:obl ./.", "By ..2002-12-31")]
    [InlineData("It/PRP/2:nsubj continued/VBD/0:root after/IN/4:case 2003/CD/2:obl ./.", "Since 2004-01-01..")]
    [InlineData("They/PRP/3:nsubj will/MD/3:aux stay/VB/0:root past/IN/7:case the/DT/7:det August/NNP/7:compound 31/CD/7:nummod deadline/NN/3:obl ./.", "Since 2021-09-01..")]
    public void The_verb_says_which_way(string sentence, string expected) => TimePhraseTests.Show(Find(ParseText.Of(sentence))).ShouldBe(expected, sentence);

    [Fact]
    public void The_head_is_the_highest_word()
    {
        var time = Find(ParseText.Of("They/PRP/3:nsubj must/MD/3:aux leave/VB/0:root by/IN/6:case the/DT/6:det end/NN/3:obl of/IN/8:case August/NNP/6:nmod ./.")).ShouldHaveSingleItem();
        (time.Start, time.End, time.Head).ShouldBe((3, 8, 5));
    }

    [Theory]
    [InlineData("The/DT/2:det prime/NN/5:nsubj Theresa/NNP/2:appos May/NNP/3:flat spoke/VBD/0:root ./.", 2, 4, NameKind.Person)]
    [InlineData("The/DT/4:det April/NNP/4:compound 6/CD/2:nummod Movement/NNP/5:nsubj marched/VBD/0:root ./.", 1, 4, NameKind.Organisation)]
    [InlineData("Soldiers/NNS/2:nsubj march/VBP/0:root in/IN/4:case April/NNP/2:obl Glaspie/NNP/4:flat ./.", 3, 5, NameKind.Person)]
    public void A_name_is_no_time(string sentence, int start, int end, NameKind kind) =>
        Find(ParseText.Of(sentence, (start, end, kind))).ShouldBeEmpty();
}
