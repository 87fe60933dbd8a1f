using FsCheck;
using FsCheck.Fluent;
using OnRecord.Lab.Scores;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Quantities;
using OnRecord.Language.Mentions.Times;

namespace OnRecord.Tests.Times;

/// <summary>Whatever the words are, nothing throws, and what is found lies where it says.</summary>
public sealed class TimeFuzzTests
{
    private static readonly string[] Words =
    [
        "on", "in", "by", "since", "until", "within", "before", "after", "between", "from", "to", "and", "or", "of", "the", "a", "an", "-", "–", "/", ",", ".", "last", "next", "this", "past", "coming", "first", "second",
        "Monday", "Friday", "May", "March", "August", "Sept.", "2018", "1325", "99999", "13", "31", "30th", "0", "three", "twenty", "hundred", "thousand", "million", "dozen", "dozens", "tens", "half", "thirds", "quarter",
        "day", "days", "week", "weekend", "months", "year", "years", "hours", "decades", "end", "start", "early", "late", "mid", "eve", "ago", "later", "earlier", "now", "today", "overnight", "yesterday", "night", "noon", "a.m.", "6",
        "more", "than", "at", "least", "about", "nearly", "up", "as", "many", "$", "€", "%", "percent", "km", "one", "several", "few", "couple", "soldiers", "will", "old", "deadline", "for", "consecutive", "rest", "same", "following",
        "3,000", "1.5", "12-15", "2021-08-13", "31/12/2999", "1/1/1000", "999999999999999999", "20000", "Christmas", "Eve", "'s", "\u00a0", "٣", "ⅷ", "😀",
    ];

    private static readonly DateOnly?[] Days = [null, new(2021, 8, 13), new(2020, 2, 29), DateOnly.MinValue, DateOnly.MaxValue, new(1000, 1, 1), new(2999, 12, 31)];

    private static Arbitrary<string> Texts() =>
        Gen.OneOf(Gen.Elements(Words).ArrayOf().Select(words => string.Join(' ', words)), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")).ToArbitrary();

    [Fact]
    public void No_text_throws() => Prop.ForAll(Texts(), Gen.Elements(Days).ToArbitrary(), (text, published) =>
    {
        var parse = FlatParse.Of(text);
        var times = TimeFinder.Find(new Article { Id = "t", Text = text, Blocks = [], Published = published }, [parse]);
        var quantities = QuantityFinder.Find([parse]);
        foreach (var time in times)
        {
            time.Start.ShouldBeLessThan(time.End);
            time.Head.ShouldBeInRange(time.Start, time.End - 1);
            if (time.From is { } from && time.To is { } to) from.ShouldBeLessThanOrEqualTo(to);
            (time.Kind switch
            {
                TimeKind.Unplaced => time.From is null && time.To is null,
                TimeKind.During => time.From is not null && time.To is not null,
                TimeKind.Since => time.From is not null && time.To is null,
                _ => time.From is null && time.To is not null,
            }).ShouldBeTrue($"{time}");
        }
        foreach (var quantity in quantities)
        {
            quantity.Head.ShouldBeInRange(quantity.Start, quantity.End - 1);
            (quantity.Low is null && quantity.High is null).ShouldBeFalse();
            if (quantity.Low is { } low && quantity.High is { } high) low.ShouldBeLessThanOrEqualTo(high);
        }
        times.Zip(times.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start || pair.First.Span.End <= pair.Second.Span.End);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20210813UL, 31UL));

    [Fact]
    public void An_empty_article_has_none()
    {
        TimeFinder.Find(new Article { Id = "t", Text = "", Blocks = [] }, []).ShouldBeEmpty();
        QuantityFinder.Find([]).ShouldBeEmpty();
    }
}
