using OnRecord.Lab.Scores;

namespace OnRecord.Tests.Articles;

public sealed class ArticleScoreTests
{
    [Theory]
    [InlineData("one two three four five", "one two three four five", 1, 1)]
    [InlineData("one two three four five", "one two three four", 1, 0.5)]
    [InlineData("one two three four", "one two three four five", 0.5, 1)]
    [InlineData("one two", "one, two!", 1, 1)]
    [InlineData("one two three four", "", 0, 0)]
    [InlineData("", "", 1, 1)]
    public void SequencesOfFourWordsAreCompared(string expected, string found, double precision, double recall)
    {
        var counts = ArticleScore.Compare(expected, found);
        (counts.Precision, counts.Recall).ShouldBe((precision, recall));
    }

    [SharedDataFact("data/article-extraction")]
    public void BodiesOfRealPagesAreExtracted()
    {
        var counts = ArticleScore.Pages(Path.Combine(SharedData.Root!, "data", "article-extraction")).Select(p => ArticleScore.Compare(p.Expected, ArticleScore.BodyOf(p.Html, p.Url))).ToArray();
        double precision = counts.Average(c => c.Precision), recall = counts.Average(c => c.Recall);
        (2 * precision * recall / (precision + recall)).ShouldBeGreaterThan(0.96);
    }
}
