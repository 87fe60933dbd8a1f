using OnRecord.Ledger;

namespace OnRecord.Tests.Ledger;

public class SearchWordsTests
{
    [Theory]
    [InlineData("captured", "capture")]
    [InlineData("capturing", "captures")]
    [InlineData("cities", "city")]
    [InlineData("planned", "plans")]
    [InlineData("shelled", "shells")]
    [InlineData("Taliban's", "taliban")]
    [InlineData("Łódź", "lodz")]
    [InlineData("passes", "pass")]
    public void Forms_of_a_word_are_one_word(string one, string other) => SearchWords.Of(one).ShouldBe(SearchWords.Of(other));

    [Theory]
    [InlineData("used", "us")]
    [InlineData("sing", "s")]
    [InlineData("Paris", "pari")]
    [InlineData("1990s", "1990")]
    public void Other_words_stay_apart(string one, string other)
    {
        SearchWords.Of(one).ShouldNotBe(SearchWords.Of(other));
        SearchWords.Of(one).ShouldHaveSingleItem().Length.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Cursors_that_are_none_are_refused()
    {
        foreach (var wrong in new[] { "", "x", "20210808.a.b.c", "2021-08-08.a.1.c", "20210808..1.c", "20210808.a.-1.c", "20210808.a.1" })
            LedgerCursor.Parse(wrong).Problem.ShouldNotBeNull(wrong);
        LedgerCursor.Parse("undated.a.1.").Value.ShouldBe(new LedgerCursor(null, "a", 1, ""));
    }
}
