using System.Text;
using OnRecord.Language.Articles;

namespace OnRecord.Tests.Articles;

public sealed class HtmlPageTests
{
    private const string First = "Government troops pulled out of the district centre before dawn, residents said, and by noon the market had opened again.";
    private const string Second = "Shopkeepers said they had been told to pay no more taxes to the old office, which stood empty behind a locked gate.";
    private const string Third = "The provincial council said it had no word of the soldiers, who were last seen on the road to the northern hills.";

    private const string Page = $$"""
        <!DOCTYPE html>
        <html lang="en-GB"><head>
        <title>Troops leave the district centre | The Herald</title>
        <meta property="og:title" content="Troops leave the district centre | The Herald">
        <meta property="og:site_name" content="The Herald">
        <meta property="article:published_time" content="2021-08-13T09:30:00+04:30">
        <meta name="author" content="By A Reporter">
        <link rel="canonical" href="/news/troops-leave">
        <script>var text = "<p>{{First}} in a script</p>";</script><style>p { color: red }</style>
        </head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        <div class="cookie-consent"><p>This website uses cookies to give you the best experience in your browser, and by staying here you agree to that.</p></div>
        <main><article>
        <h1>Troops leave the district centre</h1>
        <div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
        <figure><img src="a.jpg"><figcaption>A soldier stands at the gate of the district centre in a picture that was taken some days ago.</figcaption></figure>
        <div class="article-body">
        <p>KABUL, Aug 13 (Reuters) - {{First}}</p>
        <div class="ad-slot">Advertisement</div>
        <h2>The market opens</h2>
        <p>{{Second}}<br><br>{{Third}}</p>
        <ul><li>Two gates were left open.</li><li>One gate was locked.</li></ul>
        <p><a href="/other">Read more: what the hills are like in winter, and why it matters</a></p>
        </div>
        <div class="related"><h3>Related stories</h3><p>Another story altogether, about the price of bread in the capital, which went up again last week, bakers said.</p></div>
        </article></main>
        <section id="comments"><p>I was there and saw the soldiers leave, all of them, and I have never seen so many of them in such a hurry before.</p></section>
        <footer><p>© 2021 The Herald. All rights reserved. No part of this may be copied without the written leave of the publisher.</p></footer>
        </body></html>
        """;

    private static readonly ArticleHints Hints = new() { Url = "https://www.example.org/news/troops-leave?from=mail", ContentType = "text/html" };

    [Fact]
    public void TheBodyIsTakenAndWhatStandsAroundItIsNot()
    {
        var article = PlainTextTests.One(Page, Hints);
        article.Text.ShouldBe(string.Join("\n\n", $"KABUL, Aug 13 (Reuters) - {First}", "The market opens", Second, Third, "Two gates were left open.", "One gate was locked."));
        article.Blocks.Select(b => b.Kind).ShouldBe([BlockKind.Dateline, BlockKind.Paragraph, BlockKind.Subhead, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem]);
    }

    [Fact]
    public void ThePageSaysWhoWroteItWhenAndWhere()
    {
        var article = PlainTextTests.One(Page, Hints);
        (article.Title, article.Outlet, article.Byline, article.Dateline, article.Agency).ShouldBe(("Troops leave the district centre", "The Herald", "A Reporter", "KABUL", "Reuters"));
        article.Url.ShouldBe("https://www.example.org/news/troops-leave");
        article.Id.ShouldBe("https://www.example.org/news/troops-leave");
        article.Published.ShouldBe(new DateOnly(2021, 8, 13));
        article.PublishedAt.ShouldBe(new DateTimeOffset(2021, 8, 13, 9, 30, 0, TimeSpan.FromHours(4.5)));
        article.Language.ShouldBe("en");
    }

    private static Article WithHead(string head) => PlainTextTests.One($"<html><head>{head}</head><body><p>{First}</p><p>{Second}</p><p>{Third}</p></body></html>", new ArticleHints { Url = "https://www.example.org/a" });

    [Theory]
    [InlineData("""{"@type": "NewsArticle", "headline": "H &amp; more", "datePublished": "2021-08-13", "author": {"@type": "Person", "name": "A Reporter"}, "publisher": {"name": "The Herald"}}""")]
    [InlineData("""[{"@type": "WebSite", "name": "X"}, {"@type": ["ReportageNewsArticle", "Article"], "headline": ["H & more"], "datePublished": "2021-08-13", "author": ["A Reporter"], "publisher": {"name": "The Herald"}}]""")]
    [InlineData("""{"@graph": [{"@type": "Person", "@id": "#p", "name": "A Reporter"}, {"@type": "Organization", "@id": "#o", "name": "The Herald"}, {"@type": "Article", "headline": "H & more", "datePublished": "2021-08-13", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}}]}""")]
    [InlineData("{\"@type\": \"NewsArticle\", \"headline\": \"H &\n more\", \"datePublished\": \"2021-08-13\", \"author\": [{\"name\": \"A Reporter\"}], \"publisher\": {\"name\": \"The Herald\"},};")]
    public void StructuredDataIsRead(string json)
    {
        var article = WithHead($"<script type=\"application/ld+json\">{json}</script>");
        (article.Title, article.Byline, article.Outlet, article.Published).ShouldBe(("H & more", "A Reporter", "The Herald", new DateOnly(2021, 8, 13)));
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>{ broken </script><meta name='parsely-pub-date' content='2021-08-13'>")]
    [InlineData("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"\\ud800\", \"datePublished\": \"2021-08-13\"}</script>")]
    [InlineData("<meta name='DC.date.issued' content='13 August 2021'>")]
    [InlineData("<meta name='date' content='Fri, 13 Aug 2021 10:00:00 GMT'>")]
    [InlineData("<link rel='canonical' href='/2021/08/13/troops'>")]
    [InlineData("<meta name='date' content='soon'><meta itemprop='datePublished' content='2021-08-13T00:00'>")]
    public void TheDayIsFoundInManyPlaces(string head) => WithHead(head).Published.ShouldBe(new DateOnly(2021, 8, 13));

    [Fact]
    public void ATimeElementGivesTheDay() =>
        PlainTextTests.One($"<html><body><article><h1>Troops leave</h1><time datetime='2021-08-13T10:00Z'>today</time><p>{First}</p><p>{Second}</p></article></body></html>").Published.ShouldBe(new DateOnly(2021, 8, 13));

    [Fact]
    public void WhatThePageDoesNotSayStaysUnknown()
    {
        var article = WithHead("");
        (article.Title, article.Byline, article.Published, article.Dateline, article.Agency).ShouldBe((null, null, null, null, null));
        article.Outlet.ShouldBe("example.org");
    }

    [Fact]
    public void ThePagesCharsetIsFollowed()
    {
        var latin = Encoding.Latin1.GetBytes($"<html><head><meta charset=\"iso-8859-1\"><title>t</title></head><body><p>Café. {First}</p><p>{Second}</p></body></html>");
        PlainTextTests.One(latin).Text.ShouldStartWith("Café.");
        var cyrillic = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head><body><p>Войска покинули город в понедельник, сообщили местные власти, и рынок снова открылся.</p></body></html>");
        PlainTextTests.One(cyrillic).Text.ShouldStartWith("Войска");
    }

    [Theory]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><body><nav><a href='/'>Home</a></nav></body></html>")]
    [InlineData("<html><body><script>document.write('x')</script></body></html>")]
    public void APageWithoutRunningTextIsAProblem(string html) =>
        PlainTextTests.Refused(Encoding.UTF8.GetBytes(html), new ArticleHints { Path = "a.html" }).ToString().ShouldStartWith("a.html: is a page without running text; ");

    [Fact]
    public void ABodyUnderMisleadingNamesIsFoundAllTheSame() =>
        PlainTextTests.One($"<html><body><div class='sidebar widget'><div class='comments'><p>{First}</p><p>{Second}</p></div></div></body></html>").Text.ShouldBe($"{First}\n\n{Second}");

    [Fact]
    public void ABodyThatOnlyTheStructuredDataHoldsIsTakenFromThere() =>
        PlainTextTests.One($"<html><body><script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"articleBody\": \"{First} {Second}\\n\\n{Third}\"}}</script><p>Loading the story, please wait a moment.</p></body></html>")
            .Text.ShouldBe($"{First} {Second}\n\n{Third}");

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<div><p><b><i>", 40_000)]
    [InlineData("<font color=a><p>", 50_000)]
    [InlineData("<table><tr><td>", 40_000)]
    [InlineData("<ul><li>", 15_000)]
    [InlineData("<svg><g>", 60_000)]
    [InlineData("<x-y/>", 100_000)]
    [InlineData("<a href=x><div>", 50_000)]
    [InlineData("<select><option>", 50_000)]
    [InlineData("<template>", 100_000)]
    [InlineData("<!-- ", 100_000)]
    [InlineData("</div>", 100_000)]
    public void DeepNestingDoesNoHarm(string tag, int times)
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat(tag, times)) + $"<p>{First}</p><p>{Second}</p>";
        var outcome = ArticleReader.Read(Encoding.UTF8.GetBytes(html), ArticleHints.None).ShouldHaveSingleItem();
        (outcome.Value is null).ShouldBe(outcome.Problem is not null);
    }

    [Fact]
    public void TextBelowDeepNestingIsStillRead() =>
        PlainTextTests.One("<html><body>" + string.Concat(Enumerable.Repeat("<div><span>", 50_000)) + $"<p>{First}</p><p>{Second}</p>").Text.ShouldBe($"{First}\n\n{Second}");
}
