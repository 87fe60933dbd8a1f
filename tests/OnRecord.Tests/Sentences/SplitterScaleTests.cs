using OnRecord.Language.Sentences;

namespace OnRecord.Tests.Sentences;

/// <summary>Texts on which a step that is not linear would not come back.</summary>
public class SplitterScaleTests
{
    private const int Million = 1_000_000, Many = 300_000;

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("7")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("x_")]
    public void A_token_of_a_million_characters_stays_one(string unit)
    {
        IsOneToken(string.Concat(Enumerable.Repeat(unit, Million / unit.Length))).ShouldBeTrue();
    }

    // Attributes cannot hold half a pair.
    [Fact]
    public void Halves_of_pairs_make_a_token_too() => IsOneToken(new string('\uD800', Million)).ShouldBeTrue();

    private static bool IsOneToken(string text) =>
        SentenceSplitter.Split(text) is [{ Tokens: [{ Start: 0 } token] }] && token.End == text.Length;

    [Theory]
    [InlineData("a.b")]
    [InlineData("a@")]
    [InlineData("'a")]
    [InlineData("1-")]
    [InlineData("a-")]
    [InlineData("((")]
    [InlineData("[1]")]
    [InlineData(".\"")]
    [InlineData("http://")]
    [InlineData("aaaa.bbbb@")]
    [InlineData("\n.")]
    [InlineData("a \n")]
    [InlineData("No. ")]
    [InlineData("s' ")]
    [InlineData(" \r")]
    public void Patterns_repeated_come_back_whole(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Many / unit.Length));
        var tokens = SentenceSplitter.Split(text).SelectMany(s => s.Tokens);
        tokens.Sum(t => t.End - t.Start).ShouldBe(text.Count(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void Ten_million_characters_without_a_stop_are_cut()
    {
        var text = string.Concat(Enumerable.Repeat("armed men hold the road ", 10 * Million / 24));
        var sentences = SentenceSplitter.Split(text);
        sentences.ShouldAllBe(s => s.Tokens.Length <= 400);
        sentences.Sum(s => s.Tokens.Length).ShouldBe(10 * Million / 24 * 5);
    }
}
