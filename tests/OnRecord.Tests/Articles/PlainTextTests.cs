using System.Text;
using OnRecord.Language;
using OnRecord.Language.Articles;

namespace OnRecord.Tests.Articles;

public sealed class PlainTextTests
{
    internal static Article One(string text, ArticleHints? hints = null) => One(Encoding.UTF8.GetBytes(text), hints);

    internal static Article One(byte[] bytes, ArticleHints? hints = null)
    {
        var outcome = ArticleReader.Read(bytes, hints ?? ArticleHints.None).ShouldHaveSingleItem();
        outcome.Problem.ShouldBeNull();
        return outcome.Value!;
    }

    internal static Problem Refused(byte[] bytes, ArticleHints? hints = null)
    {
        var outcome = ArticleReader.Read(bytes, hints ?? ArticleHints.None).ShouldHaveSingleItem();
        outcome.Value.ShouldBeNull();
        return outcome.Problem!;
    }

    [Fact]
    public void PlainTextIsKeptAsItIs()
    {
        const string text = "The army left the town on Monday.\r\n\r\n  Nobody took its place.  \r\n";
        var article = One(text, new ArticleHints { Path = "a.txt", Outlet = "Herald", Published = new DateOnly(2021, 8, 13) });
        article.Text.ShouldBe(text);
        article.Outlet.ShouldBe("Herald");
        article.Published.ShouldBe(new DateOnly(2021, 8, 13));
        article.PublishedAt.ShouldBeNull();
        article.Blocks.Select(b => b.Span.Of(text)).ShouldBe(["The army left the town on Monday.", "Nobody took its place."]);
        article.Blocks.ShouldAllBe(b => b.Kind == BlockKind.Paragraph);
    }

    [Fact]
    public void FrontMatterNamesTheFieldsAndIsNoText()
    {
        var article = One("""
            ---
            title: "Rebels enter the port"
            outlet: Harbour Times
            published: 2021-08-13T09:30:00+02:00
            byline: A reporter
            dateline: Hodeidah
            url: https://example.org/port
            language: en-GB
            ---

            Rebels entered the port.
            """);
        article.Text.ShouldBe("Rebels entered the port.");
        article.Title.ShouldBe("Rebels enter the port");
        article.Outlet.ShouldBe("Harbour Times");
        article.Byline.ShouldBe("A reporter");
        article.Dateline.ShouldBe("Hodeidah");
        article.Url.ShouldBe("https://example.org/port");
        article.Id.ShouldBe("https://example.org/port");
        article.Language.ShouldBe("en");
        article.Published.ShouldBe(new DateOnly(2021, 8, 13));
        article.PublishedAt.ShouldBe(new DateTimeOffset(2021, 8, 13, 9, 30, 0, TimeSpan.FromHours(2)));
    }

    [Fact]
    public void TheFrontMattersWordComesBeforeAHint() =>
        One("---\noutlet: Own\n---\nThe town is quiet.", new ArticleHints { Outlet = "Hint" }).Outlet.ShouldBe("Own");

    [Theory]
    [InlineData("---\nno fields here at all\n---\nText.")]
    [InlineData("---\ntitle: never closed\nText.")]
    [InlineData("Text --- more.")]
    public void WhatIsNoFrontMatterIsText(string text) => One(text).Text.ShouldBe(text);

    [Fact]
    public void ABadDateInTheFrontMatterIsAProblemWithItsLine()
    {
        var problem = Refused("---\ntitle: T\npublished: someday\n---\nText."u8.ToArray(), new ArticleHints { Path = "a.md" });
        problem.Where.ShouldBe("a.md:3");
        problem.What.ShouldContain("someday");
    }

    [Fact]
    public void TheIdentityIsTheGivenOneElseTheAddressElseAHash()
    {
        One("Words.", new ArticleHints { Id = "x", Url = "https://example.org/" }).Id.ShouldBe("x");
        One("Words.", new ArticleHints { Url = "https://example.org/" }).Id.ShouldBe("https://example.org/");
        var hash = One("Words.").Id;
        hash.ShouldMatch("^sha256:[0-9a-f]{16}$");
        One("Words.").Id.ShouldBe(hash);
        One("Other words.").Id.ShouldNotBe(hash);
    }

    [Fact]
    public void WhatIsNoTextIsAProblemThatSaysWhatItIs()
    {
        Refused([]).What.ShouldBe("is empty");
        Refused("  \r\n\t "u8.ToArray()).What.ShouldBe("holds no text");
        Refused([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]).What.ShouldContain("PNG");
        Refused("%PDF-1.7 and so on"u8.ToArray(), new ArticleHints { Path = "a.pdf" }).ToString().ShouldStartWith("a.pdf: is a PDF document, not text; ");
        Refused(Enumerable.Range(0, 600).Select(i => (byte)(i * 7 % 31)).ToArray()).What.ShouldContain("not text");
        Refused(new byte[100], new ArticleHints { MaxBytes = 99 }).What.ShouldContain("more than the limit of 99");
    }

    [Fact]
    public void AMissingFileAndAFolderAreProblems()
    {
        ArticleReader.ReadFile(Path.Combine(Path.GetTempPath(), "no-such-file-of-onrecord.txt"), ArticleHints.None).ShouldHaveSingleItem().Problem!.What.ShouldContain("no such file");
        ArticleReader.ReadFile(Path.GetTempPath(), ArticleHints.None).ShouldHaveSingleItem().Problem!.What.ShouldContain("folder");
    }

    [Fact]
    public void AKnownInputKeepsItsTextAndUnpairedSurrogates()
    {
        const string text = "\uD800 The town \uDC00 fell.";
        var article = ArticleReader.FromInput(new ArticleInput { Text = text, Id = "a", Published = "2021-08-15" }).Value!;
        article.Text.ShouldBe(text);
        article.Published.ShouldBe(new DateOnly(2021, 8, 15));
        ArticleReader.FromInput(new ArticleInput { Text = text }).Value!.Id.ShouldStartWith("sha256:");
        ArticleReader.FromInput(new ArticleInput { Text = text, Id = "a", Published = "soon" }).Problem!.Where.ShouldBe("a");
    }
}
