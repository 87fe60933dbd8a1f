using OnRecord.Lab.Encoders;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses;

namespace OnRecord.Tests.Parses;

/// <summary>The encoders that can be trained, on a network of the smallest sizes.</summary>
public sealed class EncoderTests
{
    [Theory]
    [InlineData((int)EncoderKind.Lstm)]
    [InlineData((int)EncoderKind.Convolution)]
    [InlineData((int)EncoderKind.MinGru)]
    public void Each_learns_sentences_by_heart_and_reads_them_back(int encoder)
    {
        var options = new TrainingOptions { Encoder = (EncoderKind)encoder, Width = 32, Arc = 32, Relation = 32, Tag = 32 }.Still();
        var tiny = TinyNetwork.Make(options);
        var worker = new Worker(tiny.Parameters, options, tiny.Vectors, 0);
        var adam = new Adam(tiny.Parameters, 1);
        foreach (var p in tiny.Parameters.Dense) p.Pack();
        for (var step = 1; step <= 150; step++)
        {
            worker.Run(tiny.Items, 0.1f, 0, 1);
            adam.Step(0.01f, step);
        }

        var readings = worker.Read(tiny.Items);

        readings.Length.ShouldBe(tiny.Items.Length);
        foreach (var reading in readings)
        {
            reading.Upos.ShouldBe(reading.Item.Tags[0]);
            reading.Heads.ShouldBe(reading.Item.Heads);
            reading.Relations.ShouldBe(reading.Item.Relations);
        }
        readings.Single(r => r.Item == tiny.Items[1]).Names.ShouldBe([new Name(2, 3, NameKind.Location)]);
    }

    [Theory]
    [InlineData((int)EncoderKind.Lstm)]
    [InlineData((int)EncoderKind.Convolution)]
    [InlineData((int)EncoderKind.MinGru)]
    public void A_sentence_reads_the_same_alone_and_among_others(int encoder)
    {
        var options = new TrainingOptions { Encoder = (EncoderKind)encoder, Width = 32, Arc = 32, Relation = 32, Tag = 32, Layers = 3 }.Still();
        var tiny = TinyNetwork.Make(options);
        var worker = new Worker(tiny.Parameters, options, tiny.Vectors, 0);
        foreach (var p in tiny.Parameters.Dense) p.Pack();
        var together = worker.Read(tiny.Items);
        foreach (var item in tiny.Items)
        {
            var alone = worker.Read([item]).Single();
            var among = together.Single(r => r.Item == item);
            alone.Upos.ShouldBe(among.Upos);
            alone.Heads.ShouldBe(among.Heads);
            alone.Relations.ShouldBe(among.Relations);
            alone.Names.ShouldBe(among.Names);
        }
    }
}
