using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Tests.Naming;

public sealed class NameListTests
{
    private static readonly PinnedHashes Pinned = new([.. new[] { Entry("kabul", 1), Entry("united", NameList.Longer), Entry("united nations", 8 | NameList.Longer), Entry("united nations security", NameList.Longer), Entry("united nations security council", 8), Entry("new", NameList.Longer), Entry("new york", 2) }.Order()]);

    private static readonly int[] Sizes = [1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7];

    [Fact]
    public void A_name_is_found_whatever_its_case() => Bits("in", "KABUL", "now").ShouldBe([0ul, 1, 0]);

    [Fact]
    public void The_longest_name_counts_at_its_place()
    {
        var begin = (ulong)8 << NameList.Classes;
        var inside = (ulong)8 << 2 * NameList.Classes;
        Bits("the", "United", "Nations", "Security", "Council").ShouldBe([0, begin, inside, inside, inside]);
        Bits("the", "United", "Nations", "Security", "guard").ShouldBe([0, begin, inside, 0, 0]);
        Bits("a", "new", "united", "front").ShouldBe([0ul, 0, 0, 0]);
    }

    [Fact]
    public void A_name_cut_off_by_the_end_is_none() => Bits("in", "New").ShouldBe([0ul, 0]);

    [Fact]
    public void How_the_sentence_is_written_is_seen()
    {
        var bits = All("REBELS", "SEIZE", "THE", "TOWN");
        bits.ShouldAllBe(b => (b & ~NameFeatures.Lists) != 0);
        All("Rebels", "seize", "the", "town")[1].ShouldBe(0ul);
    }

    private static ulong Entry(string name, int what)
    {
        var hash = WordTable.Start;
        var first = true;
        foreach (var word in name.Split(' '))
        {
            hash = NameList.Add(first ? hash : WordTable.Add(hash, ' '), word);
            first = false;
        }
        return (WordTable.Finish(hash) & ~NameList.Mask) | (uint)what;
    }

    private static ulong[] Bits(params string[] words) => [.. All(words).Select(b => b & NameFeatures.Lists)];

    private static ulong[] All(params string[] words)
    {
        var none = new PinnedHashes([]);
        var bits = new ulong[words.Length];
        NameFeatures.Set([.. words.Select(w => Form.Of(w, none.Table, none.Table, Sizes))], Pinned.List, bits);
        return bits;
    }
}
