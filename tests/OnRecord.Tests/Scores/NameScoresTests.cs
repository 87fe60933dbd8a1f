using OnRecord.Lab.Scores;
using OnRecord.Language.Parses;

namespace OnRecord.Tests.Scores;

public class NameScoresTests
{
    private static NamedSentences Read(string text) => Iob2.Read(new StringReader(text.Replace(' ', '\t').Replace('~', ' ')), "test").Value!;

    [Fact]
    public void Only_the_same_words_and_kind_count()
    {
        var scores = NameScores.Of(
        [
            ([new(0, 1, NameKind.Location), new(3, 5, NameKind.Organisation)], [new(0, 1, NameKind.Location), new(3, 4, NameKind.Organisation)]),
            ([new(0, 2, NameKind.Person)], [new(0, 2, NameKind.Location), new(4, 5, NameKind.Other)]),
        ]);
        scores.ShouldBe([new("PER", 1, 0, 0), new("ORG", 1, 1, 0), new("LOC", 1, 2, 1), new("All", 3, 3, 1)]);
        scores[^1].F1.ShouldBe(100.0 / 3, 1e-9);
    }

    [Fact]
    public void Tags_make_names_and_stray_tags_none()
    {
        var sentence = Read("1 In O\n2 New B-LOC\n3 York I-LOC\n4 Kabul B-LOC\n5 the B-OTH\n6 UN I-ORG\n7 x B-\n").Sentences.ShouldHaveSingleItem();
        sentence.Names.ShouldBe([new(1, 3, NameKind.Location), new(3, 4, NameKind.Location), new(5, 6, NameKind.Organisation)]);
    }

    [Fact]
    public void Words_are_laid_over_the_text_where_they_fit()
    {
        var sentences = Read("#~text~=~It's~over.\n1 It O\n2 's O\n3 over O\n4 . O\n\n#~text~=~Not~so\n1 Other O\n2 words O\n").Sentences;
        sentences[0].Sentence.Tokens.ShouldBe([new(0, 2, false), new(2, 4, true), new(5, 9, false), new(9, 10, false)]);
        sentences[1].Sentence.Text.ShouldBe("Other words");
    }

    [Fact]
    public void A_row_without_a_tag_is_a_problem() => Iob2.Read(new StringReader("1\tIn\n"), "test").Problem!.ToString().ShouldStartWith("test:1:");
}
