using System.Text;
using OnRecord.Language.Articles;

namespace OnRecord.Tests.Articles;

public sealed class EncodingTests
{
    private const string French = "Les forces armées ont été chassées de la ville après l'arrivée des « rebelles ».";
    private const string Russian = "Войска покинули город в понедельник, сообщили местные власти.";

    private static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    public static TheoryData<string, byte[], string?> Encoded => new()
    {
        { French, Encoding.UTF8.GetBytes(French), null },
        { French, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(French)], null },
        { French, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(French)], null },
        { French, [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(French)], "text/plain; charset=utf-8" },
        { French, [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(French)], null },
        { French, Encoding.Unicode.GetBytes(French), null },
        { French, Encoding.BigEndianUnicode.GetBytes(French), null },
        { French, Page(1252).GetBytes(French), null },
        { French, Page(1252).GetBytes(French), "text/plain; charset=ISO-8859-1" },
        { French, Page(1252).GetBytes(French), "text/plain; charset=utf-8" },
        { French, Page(1252).GetBytes(French), "text/plain; charset=no-such-charset" },
        { Russian, Page(1251).GetBytes(Russian), null },
        { Russian, Page(20866).GetBytes(Russian), null },
        { Russian, Page(28595).GetBytes(Russian), "text/plain; charset=iso-8859-5" },
        { Russian, Encoding.UTF8.GetBytes(Russian), "text/plain; charset=\"UTF-8\"" },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void TheEncodingIsFound(string text, byte[] bytes, string? contentType) =>
        PlainTextTests.One(bytes, new ArticleHints { ContentType = contentType }).Text.ShouldBe(text);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TextCutOffWithinACharacterIsReadUpToIt(int cut)
    {
        var bytes = Encoding.UTF8.GetBytes("The town fell — ");
        var read = PlainTextTests.One(bytes[..^(1 + cut)]);
        read.Text.ShouldStartWith("The town fell ");
        read.Text.ShouldNotContain("â");
    }

    [Fact]
    public void AFewBrokenBytesDoNotTurnUtf8IntoSomethingElse()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(French), 0xFF, .. Encoding.UTF8.GetBytes(Russian)];
        PlainTextTests.One(bytes).Text.ShouldBe(French + "\uFFFD" + Russian);
    }
}
