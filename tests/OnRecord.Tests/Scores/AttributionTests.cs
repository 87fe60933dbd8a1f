using OnRecord.Lab.Reading;
using OnRecord.Language.Articles;

namespace OnRecord.Tests.Scores;

/// <summary>How attributions are read from their annotation and compared with those found.</summary>
public sealed class AttributionTests
{
    [Fact]
    public void Ranges_and_what_joins_them_are_read_in_pieces_and_in_any_order()
    {
        string[] lines =
        [
            "T1\tCue 10 14\tsaid", "E1\tAttribution:T4 Content:T3 Content2:T5 Cue:T1 Source:T2", "T2\tSource 0 9\tthe mayor",
            "T3\tContent 15 20;30 34\tthat … town", "T4\tAttribution 10 14\tsaid", "T5\tContent 40 44\tfell", "T6\tCue 50 55\talone", "E2\tAttribution-no-source:T6 Cue:T6", "#1\tAnnotatorNotes T1\tx",
        ];
        var found = BratFile.Attributions(lines);
        found.Count.ShouldBe(2);
        found[0].Cue.ShouldBe([new TextSpan(10, 14)]);
        found[0].Source.ShouldBe([new TextSpan(0, 9)]);
        found[0].Content.ShouldBe([new TextSpan(15, 20), new TextSpan(30, 34), new TextSpan(40, 44)]);
        found[1].Source.ShouldBeEmpty();
    }

    [Fact]
    public void An_attribution_is_paired_once_by_its_cue_and_its_parts_count_where_they_overlap()
    {
        Attribution[] gold = [Make(10, 14, (0, 9), (15, 30)), Make(50, 54, (40, 49), (55, 70)), Make(90, 94, null, (95, 99))];
        Attribution[] found = [Make(11, 14, (5, 9), (20, 40)), Make(12, 14, (0, 9), (15, 30)), Make(50, 54, (30, 39), (60, 65))];
        var tally = new AttributionTally();
        var wrong = new List<string>();
        tally.Add(gold, found, (what, _) => wrong.Add(what));
        (tally.Cue.Gold, tally.Cue.System, tally.Cue.Correct).ShouldBe((3, 3, 2));
        (tally.Source.Gold, tally.Source.System, tally.Source.Correct).ShouldBe((2, 3, 1));
        (tally.Content.Gold, tally.Content.System, tally.Content.Correct).ShouldBe((3, 3, 2));
        tally.ContentLength.Correct.ShouldBe(10 + 5);
        wrong.Order(StringComparer.Ordinal).ShouldBe(["missed", "source meant", "too much"]);
    }

    private static Attribution Make(int start, int end, (int Start, int End)? source, (int Start, int End) content) =>
        new([new TextSpan(start, end)], source is { } s ? [new TextSpan(s.Start, s.End)] : [], [new TextSpan(content.Start, content.End)]);
}
