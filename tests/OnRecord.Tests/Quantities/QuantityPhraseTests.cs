using OnRecord.Lab.Scores;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Quantities;

namespace OnRecord.Tests.Quantities;

/// <summary>Bounds, which the words alone give.</summary>
public sealed class QuantityPhraseTests
{
    internal static string Show(IEnumerable<QuantityMention> quantities) => string.Join(" | ", quantities.Select(q =>
        FormattableString.Invariant($"{(q.Low is { } low ? $"{low:0.####}" : "")}..{(q.High is { } high ? $"{high:0.####}" : "")}") + (q.Unit is "share" or "USD" or "EUR" or "GBP" or "km" or "mi" or "m" ? " " + q.Unit : "")));

    [Theory]
    // exact numbers
    [InlineData("12 soldiers", "12..12")]
    [InlineData("twelve soldiers", "12..12")]
    [InlineData("one soldier", "1..1")]
    [InlineData("twenty-five soldiers", "25..25")]
    [InlineData("two hundred and fifty soldiers", "250..250")]
    [InlineData("3,000 soldiers", "3000..3000")]
    [InlineData("12 500 soldiers", "12500..12500")]
    [InlineData("1.5 million people", "1500000..1500000")]
    [InlineData("two and a half million people", "2500000..2500000")]
    [InlineData("half a million people", "500000..500000")]
    [InlineData("a dozen soldiers", "12..12")]
    [InlineData("two dozen soldiers", "24..24")]
    [InlineData("half a dozen soldiers", "6..6")]
    [InlineData("a hundred soldiers", "100..100")]
    [InlineData("a couple of soldiers", "2..2")]
    [InlineData("another three soldiers", "3..3")]
    [InlineData("three more soldiers", "3..3")]
    [InlineData("a further 20 soldiers", "20..20")]
    [InlineData("a total of 20 soldiers", "20..20")]
    // bounds
    [InlineData("over 3,000 soldiers", "3001..")]
    [InlineData("more than 60 soldiers", "61..")]
    [InlineData("more than a dozen soldiers", "13..")]
    [InlineData("well over 100 soldiers", "101..")]
    [InlineData("the toll exceeded 100 soldiers", "101..")]
    [InlineData("at least 20 soldiers", "20..")]
    [InlineData("no fewer than 20 soldiers", "20..")]
    [InlineData("20 or more soldiers", "20..")]
    [InlineData("up to 200 soldiers", "..200")]
    [InlineData("as many as 200 soldiers", "..200")]
    [InlineData("no more than 200 soldiers", "..200")]
    [InlineData("fewer than 200 soldiers", "..199")]
    [InlineData("less than 200 soldiers", "..199")]
    [InlineData("about 80 soldiers", "72..88")]
    [InlineData("around 5,000 soldiers", "4500..5500")]
    [InlineData("some 300 soldiers", "270..330")]
    [InlineData("an estimated 45 soldiers", "41..49")]
    [InlineData("nearly 40,000 soldiers", "36000..40000")]
    [InlineData("almost 85 soldiers", "77..85")]
    [InlineData("close to 100 soldiers", "90..100")]
    [InlineData("a dozen or so soldiers", "11..13")]
    [InlineData("at least about 50 soldiers", "50..")]
    // ranges
    [InlineData("between 20 and 30 soldiers", "20..30")]
    [InlineData("20 to 30 soldiers", "20..30")]
    [InlineData("20-30 soldiers", "20..30")]
    [InlineData("13–15 soldiers", "13..15")]
    [InlineData("3,000 to 4,000 soldiers", "3000..4000")]
    [InlineData("two or three soldiers", "2..3")]
    [InlineData("two to three million people", "2000000..3000000")]
    [InlineData("up to 20 to 30 soldiers", "..30")]
    [InlineData("fell from 30 to 20 soldiers", "30..30 | 20..20")]
    // vague counts
    [InlineData("dozens of soldiers", "24..99")]
    [InlineData("hundreds of soldiers", "200..999")]
    [InlineData("thousands of soldiers", "2000..9999")]
    [InlineData("tens of thousands of soldiers", "20000..99999")]
    [InlineData("hundreds of thousands of soldiers", "200000..999999")]
    [InlineData("scores of soldiers", "40..99")]
    [InlineData("several soldiers", "3..9")]
    [InlineData("several hundred soldiers", "300..999")]
    [InlineData("a few soldiers", "3..9")]
    [InlineData("a handful of soldiers", "3..9")]
    [InlineData("at least several dozen soldiers", "36..")]
    [InlineData("thousands more soldiers", "2000..9999")]
    // shares
    [InlineData("two-thirds of the country", "0.6667..0.6667 share")]
    [InlineData("two thirds of the country", "0.6667..0.6667 share")]
    [InlineData("more than two-thirds of the country", "0.6667.. share")]
    [InlineData("a third of the country", "0.3333..0.3333 share")]
    [InlineData("half the country", "0.5..0.5 share")]
    [InlineData("more than half of the country", "0.5.. share")]
    [InlineData("nearly half of the country", "0.45..0.5 share")]
    [InlineData("30% of the country", "0.3..0.3 share")]
    [InlineData("about 30 percent of the country", "0.27..0.33 share")]
    [InlineData("20 to 30 per cent of the country", "0.2..0.3 share")]
    // money and lengths
    [InlineData("$5 million", "5000000..5000000 USD")]
    [InlineData("€3bn", "3000000000..3000000000 EUR")]
    [InlineData("15 million dollars", "15000000..15000000 USD")]
    [InlineData("20 km", "20..20 km")]
    [InlineData("20km", "20..20 km")]
    [InlineData("about 50 miles", "45..55 mi")]
    public void Words_give_bounds(string text, string expected) => Show(QuantityFinder.Find([FlatParse.Of(text)])).ShouldBe(expected, text);

    [Theory]
    [InlineData("on 13 August 2021")]
    [InlineData("in 2015")]
    [InlineData("at 6 a.m.")]
    [InlineData("at 10:30")]
    [InlineData("two days ago")]
    [InlineData("for three years")]
    [InlineData("within 48 hours")]
    [InlineData("a 25-year-old man")]
    [InlineData("aged 25")]
    [InlineData("the third attack")]
    [InlineData("the 3rd attack")]
    [InlineData("the twenty-first attack")]
    [InlineData("a Su-25")]
    [InlineData("an F-16 jet")]
    [InlineData("two F-16 jets", "2..2")]
    [InlineData("Resolution 1325")]
    [InlineData("Brigade 12")]
    [InlineData("Highway 1")]
    [InlineData("COVID-19")]
    [InlineData("a 24-hour curfew")]
    [InlineData("a three-story building")]
    [InlineData("a 122 mm rocket")]
    [InlineData("9/11")]
    [InlineData("no one")]
    [InlineData("in the first half of May")]
    [InlineData("she scores often")]
    [InlineData("in the 1990s")]
    [InlineData("a 3-2 vote")]
    public void What_counts_nothing_is_not_found(string text, string expected = "") => Show(QuantityFinder.Find([FlatParse.Of(text)])).ShouldBe(expected, text);

    [Fact]
    public void A_mention_covers_the_hedges()
    {
        var text = "they lost more than a dozen soldiers";
        var quantity = QuantityFinder.Find([FlatParse.Of(text)]).ShouldHaveSingleItem();
        quantity.Span.Of(text).ShouldBe("more than a dozen");
    }
}
