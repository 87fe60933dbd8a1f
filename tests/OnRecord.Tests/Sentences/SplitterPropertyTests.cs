using FsCheck;
using FsCheck.Fluent;
using OnRecord.Language.Sentences;

namespace OnRecord.Tests.Sentences;

public class SplitterPropertyTests
{
    // Bits that meet badly: halves of pairs, controls, marks, blanks of all kinds, punctuation, and words that split.
    private static readonly string[] Bits =
    [
        "a", "The", "army", "don't", "U.S.", "p.m.", "Gen.", "9", "1,200", "7:30pm", "$", "-", "--", "—", ".", "...", "!?", ",", ";", ":", ":)", "'", "’", "‘", "\"", "“", "”", "(", ")", "[", "]", "'s", "s'",
        " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00A0", "\u2028", "\u0085", "\0", "\u0007", "\uFEFF", "\u200F", "\u00AD", "\u200D", "\uD83D", "\uDE00", "\uD83D\uDE00", "\u0301", "\uFFFF", "\u0378", "ß", "عرب", "。",
        "http://", "www.", "@", "#", "&", "/", "_", "%", "é", "²", "anti-", "x.y", "a.b.c", "e.g.", "cannot",
    ];

    private static readonly Arbitrary<string> Text =
        Gen.OneOf(Gen.Elements(Bits).ListOf().Select(bits => string.Concat(bits)), Gen.Choose(0, char.MaxValue).Select(c => (char)c).ListOf().Select(chars => string.Concat(chars))).ToArbitrary();

    [Fact]
    public void Tokens_lie_in_order_inside_the_text() => Check(Text, text =>
    {
        var at = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (sentence.Tokens.Length is 0 or > 400 || sentence.Span.Start != sentence.Tokens[0].Start || sentence.Span.End != sentence.Tokens[^1].End || sentence.Tokens[0].Continues) return false;
            foreach (var token in sentence.Tokens)
            {
                if (token.Start < at || token.End <= token.Start || token.End > text.Length) return false;
                if (token.Continues && token.Start != at) return false;
                at = token.End;
            }
        }
        return true;
    });

    [Fact]
    public void Tokens_cover_all_that_can_be_seen_and_no_space() => Check(Text, text =>
    {
        var covered = new bool[text.Length];
        foreach (var sentence in SentenceSplitter.Split(text))
            foreach (var token in sentence.Tokens)
                for (var i = token.Start; i < token.End; i++) covered[i] = true;
        return Enumerable.Range(0, text.Length).All(i => char.IsWhiteSpace(text[i]) ? !covered[i] : covered[i] || Chars.IsInvisible(text[i]));
    });

    [Fact]
    public void The_same_text_gives_the_same_cut() => Check(Text, text => Cut.Show(text).SequenceEqual(Cut.Show(text)));

    [Fact]
    public void What_stands_behind_a_blank_line_does_not_change_what_stands_before() => Check(Text, text =>
        Cut.Show(text + "\n\nIt ended.").SequenceEqual([.. Cut.Show(text), "It ended ."]));

    private static void Check(Arbitrary<string> arbitrary, Func<string, bool> holds) =>
        Prop.ForAll(arbitrary, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
