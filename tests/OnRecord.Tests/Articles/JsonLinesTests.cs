using System.Text;
using OnRecord.Language.Articles;

namespace OnRecord.Tests.Articles;

public sealed class JsonLinesTests
{
    private static readonly ArticleHints File = new() { Path = "in.jsonl" };

    [Fact]
    public void EachLineIsAnArticleInOrder()
    {
        const string lines = """
            {"id": "a", "text": "One fled.", "title": "T", "outlet": "O", "published": "2021-08-13T10:00:00Z", "dateline": "KABUL", "url": "https://example.org/a", "language": "en", "more": {"x": [1]}}

            {"id": 7, "text": "Two fled.", "title": null}
            """;
        var read = ArticleReader.Read(Encoding.UTF8.GetBytes(lines), File);
        read.Length.ShouldBe(2);
        var a = read[0].Value!;
        (a.Id, a.Text, a.Title, a.Outlet, a.Dateline, a.Url, a.Language).ShouldBe(("a", "One fled.", "T", "O", "KABUL", "https://example.org/a", "en"));
        a.PublishedAt.ShouldBe(new DateTimeOffset(2021, 8, 13, 10, 0, 0, TimeSpan.Zero));
        read[1].Value!.Id.ShouldBe("7");
        read[1].Value!.Title.ShouldBeNull();
    }

    [Theory]
    [InlineData("{\"id\": \"b\", \"text\": ", "not valid JSON")]
    [InlineData("{\"id\": \"b\"}", "no \"text\"")]
    [InlineData("{\"text\": 5}", "\"text\" is not a string")]
    [InlineData("[1, 2]", "not a JSON object")]
    [InlineData("{\"text\": \"a b\"} {}", "JSON")]
    [InlineData("{\"text\": \"\"}", "holds no text")]
    [InlineData("{\"text\": \"a b\", \"published\": \"soon\"}", "\"soon\" is not a date")]
    public void ABadLineIsAProblemWithItsNumberAndTheRestGoesOn(string bad, string what)
    {
        var read = ArticleReader.Read(Encoding.UTF8.GetBytes("{\"text\": \"One fled.\"}\n\n" + bad + "\n{\"text\": \"Two fled.\"}\n"), File);
        read.Length.ShouldBe(3);
        read[0].Value!.Text.ShouldBe("One fled.");
        read[1].Problem!.Where.ShouldBe("in.jsonl:3");
        read[1].Problem!.What.ShouldContain(what);
        read[2].Value!.Text.ShouldBe("Two fled.");
    }

    [Fact]
    public void EscapesAndUnpairedSurrogatesStayWhatTheyAre()
    {
        var article = ArticleReader.ReadLine(@"{""text"": ""a\ud800b \""q\"" \\ \/ \n\t\u00e9\ud83d\ude00 \udc00""}"u8, ArticleHints.None).Value!;
        article.Text.ShouldBe("a\uD800b \"q\" \\ / \n\té\uD83D\uDE00 \uDC00");
    }

    [Fact]
    public void ALineThatIsNotUtf8IsAProblem()
    {
        byte[] line = [.. "{\"text\": \"caf"u8, 0xE9, .. " closed\"}"u8];
        ArticleReader.ReadLine(line, ArticleHints.None, 4).Problem!.What.ShouldContain("UTF-8");
    }

    [Fact]
    public void OneObjectOverSeveralLinesIsOneArticle() =>
        PlainTextTests.One("{\n  \"id\": \"x\",\n  \"text\": \"One fled.\"\n}\n").Id.ShouldBe("x");

    [Fact]
    public void JsonIsKnownByItsFirstLineWithoutAName() =>
        PlainTextTests.One("\uFEFF{\"id\": \"x\", \"text\": \"One fled.\"}").Id.ShouldBe("x");

    [Fact]
    public void TenMegabytesOnOneLineAreRead()
    {
        var text = string.Concat(Enumerable.Repeat("Soldiers left the town. ", 430_000));
        PlainTextTests.One("{\"id\": \"big\", \"text\": \"" + text + "\"}").Text.Length.ShouldBe(text.Length);
        PlainTextTests.One(text).Blocks.ShouldHaveSingleItem().Kind.ShouldBe(BlockKind.Paragraph);
        PlainTextTests.One(new string('(', 5_000_000) + " a " + new string(' ', 5_000_000) + "b").Blocks.ShouldNotBeEmpty();
    }
}
