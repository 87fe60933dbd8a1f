using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Tests.Parses;

public sealed class NameDecoderTests
{
    [Fact]
    public void Names_begin_and_end_where_the_scores_say() =>
        Decode(3, 4, 0, 1, 5, 0).ShouldBe([new Name(0, 2, NameKind.Organisation), new Name(3, 4, NameKind.Person), new Name(4, 5, NameKind.Location)]);

    [Fact]
    public void An_inside_label_without_a_beginning_is_not_followed_blindly()
    {
        foreach (var name in Decode(2, 2, 4, 0, 6))
        {
            name.Start.ShouldBeLessThan(name.End);
            name.End.ShouldBeLessThanOrEqualTo(5);
        }
    }

    [Fact]
    public void The_best_legal_sequence_wins_over_the_best_single_labels()
    {
        // Word 1 would rather be inside an organisation, but nothing began one; beginning one there costs less than turning word 0.
        var decoder = new NameDecoder();
        var names = new List<Name>();
        decoder.Begin(2);
        decoder.Add(0, [5, 0, 0, 0, 0, 0, 0, 0, 0]);
        decoder.Add(1, [0, 0, 0, 3, 4, 0, 0, 0, 0]);
        decoder.Finish(2, names);
        names.ShouldBe([new Name(1, 2, NameKind.Organisation)]);
    }

    [Fact]
    public void No_words_have_no_names() => Decode().ShouldBeEmpty();

    private static List<Name> Decode(params int[] labels)
    {
        var decoder = new NameDecoder();
        decoder.Begin(labels.Length);
        for (var i = 0; i < labels.Length; i++)
        {
            var scores = new float[NetworkShape.NameLabels];
            scores[labels[i]] = 10;
            decoder.Add(i, scores);
        }
        var names = new List<Name>();
        decoder.Finish(labels.Length, names);
        return names;
    }
}
