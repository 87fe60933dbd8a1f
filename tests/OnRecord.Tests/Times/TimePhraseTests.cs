using OnRecord.Lab.Scores;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Times;

namespace OnRecord.Tests.Times;

/// <summary>Expressions that need no tree: the words alone say when. Published on Friday 13 August 2021.</summary>
public sealed class TimePhraseTests
{
    internal static readonly DateOnly Friday = new(2021, 8, 13);

    internal static IEnumerable<TimeMention> Find(string text, DateOnly? published) =>
        TimeFinder.Find(new Article { Id = "t", Text = text, Blocks = [], Published = published }, [FlatParse.Of(text)]);

    /// <summary>Kind and days as "During 2021-08-13..2021-08-13", several joined by a bar.</summary>
    internal static string Show(IEnumerable<TimeMention> times) => string.Join(" | ", times.Select(t => t.Kind switch
    {
        TimeKind.Unplaced => "Unplaced",
        _ when t.From == t.To => $"{t.Kind} {t.From:yyyy-MM-dd}",
        _ => $"{t.Kind} {t.From:yyyy-MM-dd}..{t.To:yyyy-MM-dd}",
    }));

    [Theory]
    // full dates in all orders
    [InlineData("the raid on 3 May 2018", "During 2018-05-03")]
    [InlineData("the raid on 3rd May, 2018", "During 2018-05-03")]
    [InlineData("the raid on the 3rd of May 2018", "During 2018-05-03")]
    [InlineData("the raid on May 3, 2018", "During 2018-05-03")]
    [InlineData("the raid on May 3rd 2018", "During 2018-05-03")]
    [InlineData("the raid on Thursday, May 3, 2018", "During 2018-05-03")]
    [InlineData("the raid on Thursday 3 May 2018", "During 2018-05-03")]
    [InlineData("the raid on Sept. 3, 2018", "During 2018-09-03")]
    [InlineData("the raid on 2018-05-03", "During 2018-05-03")]
    [InlineData("the raid on 2018/05/03", "During 2018-05-03")]
    [InlineData("the raid on 23/05/2018", "During 2018-05-23")]
    [InlineData("the raid on 05/23/2018", "During 2018-05-23")]
    [InlineData("the raid on 23.05.2018", "During 2018-05-23")]
    [InlineData("the raid on 3-May-2018", "During 2018-05-03")]
    [InlineData("the raid on 03/05/2018", "Unplaced")]
    [InlineData("the raid on 31 February 2018", "Unplaced")]
    [InlineData("the raid on Feb. 29, 2020", "During 2020-02-29")]
    // months and years
    [InlineData("fighting in August 2018", "During 2018-08-01..2018-08-31")]
    [InlineData("fighting in August, 2018", "During 2018-08-01..2018-08-31")]
    [InlineData("fighting in August last year", "During 2020-08-01..2020-08-31")]
    [InlineData("fighting in March of this year", "During 2021-03-01..2021-03-31")]
    [InlineData("fighting in 2015", "During 2015-01-01..2015-12-31")]
    [InlineData("fighting in early 2015", "During 2015-01-01..2015-04-30")]
    [InlineData("fighting in late March", "During 2021-03-21..2021-03-31")]
    [InlineData("fighting in mid-August 2018", "During 2018-08-11..2018-08-20")]
    [InlineData("fighting at the end of May", "During 2021-05-21..2021-05-31")]
    [InlineData("fighting at the start of 2015", "During 2015-01-01..2015-01-31")]
    [InlineData("fighting in the first half of 2015", "During 2015-01-01..2015-06-30")]
    [InlineData("fighting in the second quarter of 2015", "During 2015-04-01..2015-06-30")]
    [InlineData("fighting in the first week of May", "During 2021-05-01..2021-05-07")]
    [InlineData("a deal on the second Monday of May", "During 2021-05-10")]
    [InlineData("fighting in the 1990s", "During 1990-01-01..1999-12-31")]
    [InlineData("fighting in the nineties", "During 1990-01-01..1999-12-31")]
    [InlineData("fighting in the third week of 2015", "During 2015-01-15..2015-01-21")]
    [InlineData("fighting in the first ten days of May", "During 2021-05-01..2021-05-10")]
    [InlineData("fighting in the last three months of 2015", "During 2015-10-01..2015-12-31")]
    [InlineData("losses in the last quarter", "During 2021-04-01..2021-06-30")]
    [InlineData("the raid on 2018.5.3", "During 2018-05-03")]
    [InlineData("a vote on the 15th day of next month", "During 2021-09-15")]
    [InlineData("a truce from 4 to 22 this month", "During 2021-08-04..2021-08-22")]
    [InlineData("the raid three weeks and two days ago", "During 2021-07-21")]
    [InlineData("talks this upcoming Tuesday", "During 2021-08-17")]
    [InlineData("a truce of two weeks starting Monday 16 August", "During 2021-08-16..2021-08-29")]
    [InlineData("talks on Monday the sixteenth", "During 2021-08-16")]
    // ranges
    [InlineData("fighting (June-August 2018)", "During 2018-06-01..2018-08-31")]
    [InlineData("fighting from November to February 2018", "During 2017-11-01..2018-02-28")]
    [InlineData("talks on 26 June to 28 June in 2019", "During 2019-06-26..2019-06-28")]
    [InlineData("a truce from next Monday to Friday", "During 2021-08-16..2021-08-20")]
    [InlineData("fighting from March to date", "During 2021-03-01..2021-08-13")]
    [InlineData("talks on 13-15 July", "During 2021-07-13..2021-07-15")]
    [InlineData("talks on 13–15 July 2019", "During 2019-07-13..2019-07-15")]
    [InlineData("talks on July 13-15, 2019", "During 2019-07-13..2019-07-15")]
    [InlineData("talks on 13 and 14 July", "During 2021-07-13..2021-07-14")]
    [InlineData("killed between 2 and 8 February", "During 2021-02-02..2021-02-08")]
    [InlineData("killed between March and May 2018", "During 2018-03-01..2018-05-31")]
    [InlineData("killed between 2011 and 2014", "During 2011-01-01..2014-12-31")]
    [InlineData("killed from 2011 to 2014", "During 2011-01-01..2014-12-31")]
    [InlineData("ruled 2011-2014", "During 2011-01-01..2014-12-31")]
    [InlineData("closed from 28 July to 2 August", "During 2021-07-28..2021-08-02")]
    [InlineData("closed from Monday to Wednesday", "During 2021-08-09..2021-08-11")]
    [InlineData("closed between December 2020 and January 2021", "During 2020-12-01..2021-01-31")]
    // days counted from publication
    [InlineData("killed today", "During 2021-08-13")]
    [InlineData("killed yesterday", "During 2021-08-12")]
    [InlineData("killed last night", "During 2021-08-12")]
    [InlineData("killed overnight", "During 2021-08-12..2021-08-13")]
    [InlineData("killed this morning", "During 2021-08-13")]
    [InlineData("killed the day before yesterday", "During 2021-08-11")]
    [InlineData("killed two days ago", "During 2021-08-11")]
    [InlineData("killed two weeks ago", "During 2021-07-30")]
    [InlineData("killed three months ago", "During 2021-05-13")]
    [InlineData("killed five years ago", "During 2016-01-01..2016-12-31")]
    [InlineData("killed a few days ago", "Unplaced")]
    // weekdays
    [InlineData("killed on Friday", "During 2021-08-13")]
    [InlineData("killed on Saturday", "During 2021-08-07")]
    [InlineData("killed Thursday night", "During 2021-08-12")]
    [InlineData("killed early on Thursday", "During 2021-08-12")]
    [InlineData("killed late Thursday", "During 2021-08-12")]
    [InlineData("killed at 6 a.m. on Thursday", "During 2021-08-12")]
    [InlineData("killed on the night of 5 August", "During 2021-08-05")]
    [InlineData("killed last Friday", "During 2021-08-06")]
    [InlineData("a meeting next Monday", "During 2021-08-16")]
    [InlineData("killed on Tuesday last week", "During 2021-08-03")]
    [InlineData("killed Saturday and Sunday", "During 2021-08-07 | During 2021-08-08")]
    [InlineData("killed on Tuesday the 3rd", "During 2021-08-03")]
    // weeks, months, years
    [InlineData("killed this week", "During 2021-08-09..2021-08-13")]
    [InlineData("killed last week", "During 2021-08-02..2021-08-08")]
    [InlineData("a meeting next week", "During 2021-08-16..2021-08-22")]
    [InlineData("killed in the past week", "During 2021-08-07..2021-08-13")]
    [InlineData("killed in the last week", "During 2021-08-07..2021-08-13")]
    [InlineData("killed in the past 24 hours", "During 2021-08-12..2021-08-13")]
    [InlineData("killed over the past three days", "During 2021-08-11..2021-08-13")]
    [InlineData("killed last month", "During 2021-07-01..2021-07-31")]
    [InlineData("killed last year", "During 2020-01-01..2020-12-31")]
    [InlineData("killed earlier this month", "During 2021-08-01..2021-08-13")]
    [InlineData("killed this year", "Since 2021-01-01..")]
    [InlineData("killed over the weekend", "During 2021-08-07..2021-08-08")]
    [InlineData("killed at the weekend", "During 2021-08-07..2021-08-08")]
    [InlineData("killed in recent days", "Unplaced")]
    [InlineData("killed in the past few weeks", "Unplaced")]
    [InlineData("expected in the coming weeks", "Unplaced")]
    [InlineData("expected soon", "Unplaced")]
    // since
    [InlineData("fighting since Monday", "Since 2021-08-09..")]
    [InlineData("fighting since May", "Since 2021-05-01..")]
    [InlineData("fighting since October", "Since 2020-10-01..")]
    [InlineData("fighting since 2015", "Since 2015-01-01..")]
    [InlineData("fighting since 29 January", "Since 2021-01-29..")]
    [InlineData("fighting since the start of the month", "Since 2021-08-01..")]
    [InlineData("fighting since yesterday", "Since 2021-08-12..")]
    [InlineData("fighting since dawn", "Since 2021-08-13..")]
    [InlineData("protests for the third consecutive day", "Since 2021-08-11..")]
    [InlineData("in the fourth day of a siege", "Since 2021-08-10..")]
    // deadlines
    [InlineData("within 48 hours", "By ..2021-08-15")]
    [InlineData("within 36 hours", "By ..2021-08-15")]
    [InlineData("within a week", "By ..2021-08-20")]
    [InlineData("within three days", "By ..2021-08-16")]
    [InlineData("within the next two months", "By ..2021-10-13")]
    [InlineData("within hours", "Unplaced")]
    [InlineData("within two days of the vote", "Unplaced")]
    [InlineData("in the next seven days", "By ..2021-08-20")]
    [InlineData("over the coming week", "By ..2021-08-20")]
    [InlineData("by Tuesday", "By ..2021-08-17")]
    [InlineData("by Friday evening", "By ..2021-08-13")]
    [InlineData("by noon on Tuesday", "By ..2021-08-17")]
    [InlineData("by 6 p.m. on Tuesday", "By ..2021-08-17")]
    [InlineData("by tonight", "By ..2021-08-13")]
    [InlineData("by 31 August", "By ..2021-08-31")]
    [InlineData("by the end of the year", "By ..2021-12-31")]
    [InlineData("by the end of the week", "By ..2021-08-15")]
    [InlineData("by the end of next month", "By ..2021-09-30")]
    [InlineData("by year-end", "By ..2021-12-31")]
    [InlineData("by May", "By ..2022-05-31")]
    [InlineData("by 2025", "By ..2025-12-31")]
    [InlineData("before the end of August", "By ..2021-08-31")]
    [InlineData("before the month is over", "By ..2021-08-31")]
    [InlineData("before 1 September", "By ..2021-09-01")]
    [InlineData("ahead of Sept. 11", "By ..2021-09-11")]
    [InlineData("no later than Monday", "By ..2021-08-16")]
    [InlineData("a deadline of September 15", "By ..2021-09-15")]
    [InlineData("an ultimatum of 72 hours", "By ..2021-08-16")]
    [InlineData("a 48-hour ultimatum", "By ..2021-08-15")]
    // other bounds
    [InlineData("in force until 30 November", "Until ..2021-11-30")]
    [InlineData("in force until Sunday", "Until ..2021-08-15")]
    [InlineData("from today", "Since 2021-08-13..")]
    [InlineData("from now on", "Since 2021-08-13..")]
    [InlineData("a curfew starting on Saturday", "Since 2021-08-14..")]
    [InlineData("a state of affairs as of 3 January", "During 2021-01-03")]
    [InlineData("on the eve of 11 September", "During 2021-09-10")]
    [InlineData("two days after 3 May 2018", "During 2018-05-05")]
    [InlineData("now held", "During 2021-08-13")]
    [InlineData("killed before dawn on Sunday", "During 2021-08-08")]
    [InlineData("killed after midnight on Tuesday", "During 2021-08-10")]
    [InlineData("closed from Saturday for 72 hours", "During 2021-08-07..2021-08-10")]
    [InlineData("fighting since the end of July", "Since 2021-07-31..")]
    // durations
    [InlineData("fought for three years", "Unplaced")]
    [InlineData("fought for the past three days", "During 2021-08-11..2021-08-13")]
    [InlineData("after two days of fighting", "Unplaced")]
    // relative to another expression
    [InlineData("lost on Monday and retaken a day later", "During 2021-08-09 | During 2021-08-10")]
    [InlineData("lost in 2012 and retaken a year later", "During 2012-01-01..2012-12-31 | During 2013-01-01..2013-12-31")]
    [InlineData("seized on 3 May 2018 and freed the same day", "During 2018-05-03 | During 2018-05-03")]
    [InlineData("seized on 3 May 2018 and freed the following day", "During 2018-05-03 | During 2018-05-04")]
    [InlineData("retaken a day later", "Unplaced")]
    [InlineData("a day after the clash", "Unplaced")]
    public void An_expression_is_placed(string text, string expected) => Show(Find(text, Friday)).ShouldBe(expected, text);

    [Theory]
    [InlineData("a 25-year-old man")]
    [InlineData("the man is 25 years old")]
    [InlineData("a 24-hour curfew")]
    [InlineData("won by 3-2")]
    [InlineData("the September 11 attacks")]
    [InlineData("fighters of Black September")]
    [InlineData("troops may leave")]
    [InlineData("a march through the city")]
    [InlineData("under the sun")]
    [InlineData("they sat down")]
    [InlineData("Resolution 2254")]
    [InlineData("2000 soldiers")]
    [InlineData("a force of 2000")]
    [InlineData("May Day rallies")]
    [InlineData("the Sunday Times")]
    [InlineData("at 6 a.m.")]
    [InlineData("at dawn")]
    [InlineData("12 Ramadan")]
    [InlineData("one day")]
    [InlineData("until the ceasefire")]
    [InlineData("by air")]
    [InlineData("since the coup")]
    [InlineData("a second unit")]
    public void What_is_no_time_is_not_found(string text) => Show(Find(text, Friday)).ShouldBe("");

    [Theory]
    [InlineData("killed on Friday", "Unplaced")]
    [InlineData("killed in August", "Unplaced")]
    [InlineData("killed yesterday", "Unplaced")]
    [InlineData("within 48 hours", "Unplaced")]
    [InlineData("since Monday", "Unplaced")]
    [InlineData("killed on 3 May 2018", "During 2018-05-03")]
    [InlineData("killed in 2018", "During 2018-01-01..2018-12-31")]
    [InlineData("since 2018", "Since 2018-01-01..")]
    public void Without_a_day_of_publication_only_full_dates_are_placed(string text, string expected) => Show(Find(text, null)).ShouldBe(expected);

    [Fact]
    public void The_moment_of_publication_stands_in_for_the_day()
    {
        var article = new Article { Id = "t", Text = "killed today", Blocks = [], PublishedAt = new DateTimeOffset(2021, 8, 13, 9, 0, 0, TimeSpan.Zero) };
        Show(TimeFinder.Find(article, [FlatParse.Of(article.Text)])).ShouldBe("During 2021-08-13");
    }

    [Fact]
    public void A_mention_covers_the_words_that_say_what_it_bounds()
    {
        var text = "Troops must leave by noon on Tuesday or fight.";
        var time = Find(text, Friday).ShouldHaveSingleItem();
        time.Span.Of(text).ShouldBe("by noon on Tuesday");
    }

    [Fact]
    public void A_later_sentence_counts_from_a_day_named_before()
    {
        var texts = new[] { "killed on Tuesday", "the governor fled the next day" };
        var times = TimeFinder.Find(new Article { Id = "t", Text = "", Blocks = [], Published = Friday }, [.. texts.Select(FlatParse.Of)]);
        Show(times).ShouldBe("During 2021-08-10 | During 2021-08-11");
        times[1].Sentence.ShouldBe(1);
    }

    [Fact]
    public void A_respite_counts_from_the_day_it_was_given() =>
        Show(Find("on Wednesday they demanded a retreat within 72 hours", Friday)).ShouldBe("During 2021-08-11 | By ..2021-08-14");
}
