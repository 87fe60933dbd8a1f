using OnRecord.Language.Articles;
using OnRecord.Language.Sentences;

namespace OnRecord.Tests.Sentences;

public class SentenceTests
{
    private static string[] Texts(string text) => [.. SentenceSplitter.Split(text).Select(s => s.Span.Of(text).ReplaceLineEndings(" "))];

    [Theory]
    [InlineData("The town fell. The army fled.", 2)]
    [InlineData("Gen. Smith and Lt. Col. Jones met. They spoke.", 2)]
    [InlineData("He met George W. Bush in the U.S. Senate.", 1)]
    [InlineData("Troops left the U.S. They flew to Doha.", 2)]
    [InlineData("It began at 5 p.m. Monday in Kyiv.", 1)]
    [InlineData("It began at 5 p.m. The siege went on.", 2)]
    [InlineData("\"We will stay,\" he said. \"We won't leave.\"", 2)]
    [InlineData("\"Who fired?\" he asked.", 1)]
    [InlineData("\"We won.\" The crowd cheered.", 2)]
    [InlineData("(They had left.) The gate was open.", 2)]
    [InlineData("Losses rose to 4.5 per cent in Sept. 2012 and fell.", 1)]
    [InlineData("Who holds the port? Nobody knows!", 2)]
    [InlineData("The vote ... was delayed.", 1)]
    [InlineData("It was over. [3] Talks began.", 2)]
    [InlineData("see you there. bring water.", 2)]
    [InlineData("Tech. Sgt. Smith paid Rs. 500 to the 3rd Bn. Royal Guard.", 1)]
    [InlineData("Shares of Arms Inc. Rose", 1)]
    [InlineData("The fighters left.Nobody followed.", 2)]
    public void Ends_are_found(string text, int count) => Texts(text).Length.ShouldBe(count);

    [Fact]
    public void A_blank_line_ends_a_sentence_and_a_headline_needs_no_stop()
    {
        Texts("Rebels take the port\n\nThe port fell on Monday").ShouldBe(["Rebels take the port", "The port fell on Monday"]);
        Texts("Rebels take the port\r\n \r\nThe port fell").Length.ShouldBe(2);
    }

    [Fact]
    public void A_short_line_stands_alone_and_wrapped_lines_run_on()
    {
        Texts("What we know\nThe port fell on Monday.").ShouldBe(["What we know", "The port fell on Monday."]);
        const string wrapped = "The ministry said in a statement on Monday that the Northern\nCommand had lost contact with two of its outposts near the\nborder.";
        Texts(wrapped).ShouldBe([wrapped.ReplaceLineEndings(" ")]);
        const string narrow = "Forces loyal to the Libyan\nNational Army held the port of\nRas Lanuf.";
        Texts(narrow).ShouldBe([narrow.ReplaceLineEndings(" ")]);
        const string two = "One man was killed near the town of\nDaraa in the south of Syria on Monday";
        Texts(two + "\n").Length.ShouldBe(Texts(two).Length);
        Texts("Killed: 12\nWounded: 30 and more\nMissing: 4").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("KABUL, Aug. 15 (Reuters) - The city fell.", 2)]
    [InlineData("16:40 \u2014 The city fell.", 2)]
    [InlineData("16:40 - 17:10 was quiet in the city.", 1)]
    [InlineData("GENEVA — Talks resumed.", 2)]
    [InlineData("NATO - which met on Monday - agreed.", 1)]
    public void A_dateline_is_a_sentence_of_its_own(string text, int count) => Texts(text).Length.ShouldBe(count);

    [Fact]
    public void Only_blocks_of_running_text_are_read()
    {
        const string text = "Port falls\nBy our staff\nThe port fell. It burns.\nWhat next";
        Block Of(BlockKind kind, string part) => new(kind, new(text.IndexOf(part, StringComparison.Ordinal), text.IndexOf(part, StringComparison.Ordinal) + part.Length));
        var article = new Article
        {
            Id = "a",
            Text = text,
            Blocks = [Of(BlockKind.Title, "Port falls"), Of(BlockKind.Byline, "By our staff"), Of(BlockKind.Paragraph, "The port fell. It burns."), Of(BlockKind.Subhead, "What next")],
        };
        var sentences = SentenceSplitter.Split(article);
        sentences.Select(s => s.Span.Of(text)).ShouldBe(["The port fell.", "It burns.", "What next"]);
        sentences.Select(s => s.Block).ShouldBe([2, 2, 3]);
        sentences.ShouldAllBe(s => ReferenceEquals(s.Text, text));
    }

    [Fact]
    public void What_never_ends_is_cut_at_the_best_place()
    {
        var text = string.Join(' ', Enumerable.Range(0, 1000).Select(i => i % 50 == 49 ? "end," : "word"));
        var sentences = SentenceSplitter.Split(text);
        sentences.ShouldAllBe(s => s.Tokens.Length <= 400);
        sentences.Length.ShouldBe(3);
        sentences[0].Form(sentences[0].Tokens.Length - 1).ToString().ShouldBe(",");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t \n\n")]
    [InlineData("\uFEFF\u200B")]
    public void Nothing_gives_nothing(string text) => SentenceSplitter.Split(text).ShouldBeEmpty();
}
