using OnRecord.Lab.Scores;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;

namespace OnRecord.Tests.Scores;

public class TimeSpecTests
{
    private static readonly DateOnly Friday = new(2021, 8, 13);

    private static TimeMention During(DateOnly from, DateOnly? to, TimeKind kind = TimeKind.During) => new(0, 0, 1, 0, new TextSpan(0, 1), kind, from, to);

    [Theory]
    [InlineData("may 3rd", null)]
    [InlineData("the last week of july", null)]
    [InlineData("two days ago", null)]
    [InlineData("within 48 hours", null)]
    [InlineData("1998", null)]
    [InlineData("friday the 15th", null)]
    [InlineData("4/22", "short forms in figures")]
    [InlineData("christmas eve", "feasts and holidays")]
    [InlineData("nineteen seventy eight", "figures and years spelt as they are spoken")]
    [InlineData("a few days ago", "vague amounts")]
    [InlineData("the 27th", "a day of the month without its month")]
    [InlineData("tmrw", "words of calendars and chats")]
    public void What_is_left_out_is_left_out_by_its_kind(string expression, string? kind) => (TimeKinds.Of(expression)?.Name).ShouldBe(kind);

    [Fact]
    public void Ends_on_the_day_after_are_the_same_days()
    {
        TimeConventions.Explains(During(new(2021, 8, 1), new(2021, 8, 31)), "august", new(2021, 8, 1), new(2021, 9, 1), Friday).ShouldBe(TimeConventions.HalfOpen);
        TimeConventions.Explains(During(new(2021, 8, 1), new(2021, 8, 30)), "august", new(2021, 8, 1), new(2021, 9, 1), Friday).ShouldBeNull();
    }

    [Fact]
    public void A_wrong_day_is_wrong_by_every_convention()
    {
        TimeConventions.Explains(During(new(2021, 8, 9), new(2021, 8, 9)), "tuesday", new(2021, 8, 10), new(2021, 8, 10), Friday).ShouldBeNull();
        TimeConventions.Explains(During(new(2021, 5, 1), new(2021, 5, 31)), "from may to july", new(2021, 5, 1), new(2021, 7, 1), Friday).ShouldBeNull();
        TimeConventions.Explains(During(new(2021, 5, 1), null, TimeKind.Unplaced), "may", new(2021, 5, 1), new(2021, 6, 1), Friday).ShouldBeNull();
    }
}
