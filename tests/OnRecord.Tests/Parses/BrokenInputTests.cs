using System.Globalization;
using OnRecord.Lab.Training;
using OnRecord.Language.Sentences;
using NetworkWindows = OnRecord.Language.Parses.Network.Windows;

namespace OnRecord.Tests.Parses;

/// <summary>Input that no writer meant: the parser's work grows in line with it, and what it needs at a time does not grow.</summary>
public sealed class BrokenInputTests(ParserTests.Trained trained) : IClassFixture<ParserTests.Trained>
{
    [Fact]
    public void A_hundred_thousand_words_without_a_break_go_through_in_windows_of_bounded_size()
    {
        List<OnRecord.Language.Parses.Network.Window> windows = [];
        NetworkWindows.Cut([Words(100_000)], windows);
        windows.Count.ShouldBe((100_000 + NetworkWindows.Longest - 1) / NetworkWindows.Longest);
        windows.ShouldAllBe(w => w.Count <= NetworkWindows.Longest);
    }

    [Fact]
    public void What_is_allocated_grows_in_line_with_the_words()
    {
        var (few, many) = (Words(20_000), Words(100_000));
        trained.Parser.Parse([few]);
        (Allocated(many) / Allocated(few)).ShouldBeInRange(4.5, 5.5);

        double Allocated(Sentence sentence)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var parse = trained.Parser.Parse([sentence])[0];
            parse.Words.Count(w => w.Head < 0).ShouldBe(1);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("7")]
    [InlineData("\u0378")]
    public void A_word_of_a_million_characters_is_a_word(string unit)
    {
        var form = string.Concat(Enumerable.Repeat(unit, 1_000_000));
        var parse = trained.Parser.Parse(SentenceSplitter.Split($"Rebels left {form} town"));
        parse.SelectMany(p => p.Words).Count(w => w.Form.Length == 1_000_000).ShouldBe(1);
    }

    [Fact]
    public void Code_points_without_a_character_are_read_as_they_stand()
    {
        var unassigned = Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse).ToArray();
        var text = string.Join(' ', unassigned.Chunk(3).Select(c => new string(c)));
        var sentences = SentenceSplitter.Split(text);
        var parses = trained.Parser.Parse(sentences);
        parses.Length.ShouldBe(sentences.Length);
        parses.Sum(p => p.Words.Sum(w => w.Form.Length)).ShouldBe(text.Count(c => !char.IsWhiteSpace(c)));
        parses.ShouldAllBe(p => p.Words.Count(w => w.Head < 0) == 1);
    }

    private static Sentence Words(int count)
    {
        string[] forms = ["Rebels", "left", "the", "town", "and", "Kabul"];
        return DevScores.Sentence([.. Enumerable.Range(0, count).Select(i => forms[i % forms.Length])]);
    }
}
