using OnRecord.Lab.Encoders;
using OnRecord.Lab.Training;

namespace OnRecord.Tests.Parses;

/// <summary>The backward pass against finite differences, on a network of the smallest sizes.</summary>
public sealed unsafe class GradientTests
{
    private static readonly TrainingOptions Still = new()
    {
        Width = 32,
        Arc = 32,
        Relation = 32,
        Tag = 32,
        InputDropout = 0,
        LayerDropout = 0,
        RecurrentDropout = 0,
        HeadDropout = 0,
        WordDropout = 0,
    };

    // All weights with the encoder that ships, and of the others those that are their own.
    public static IEnumerable<object[]> Weights =>
        from kind in Enum.GetValues<EncoderKind>()
        from weight in TinyNetwork.Make(Still with { Encoder = kind }).Parameters.Dense
        where kind == EncoderKind.Lstm || weight.Name.StartsWith("convolution", StringComparison.Ordinal) || weight.Name.StartsWith("gru", StringComparison.Ordinal)
        select new object[] { (int)kind, weight.Name };

    [Theory]
    [MemberData(nameof(Weights))]
    public void Gradients_of_dense_weights_are_the_slopes_of_the_loss(int encoder, string name)
    {
        var options = Still with { Encoder = (EncoderKind)encoder };
        var tiny = TinyNetwork.Make(options);
        var worker = new Worker(tiny.Parameters, options, tiny.Vectors, 0);
        Loss(tiny, worker);
        var weight = tiny.Parameters[name];
        var noise = new Noise(5);
        var (checkedOnes, kinks) = (0, 0);
        for (var n = 0; n < 12; n++)
        {
            var at = (long)noise.Below(weight.Rows) * weight.Stride + noise.Below(weight.Columns);
            Loss(tiny, worker);
            var gradient = weight.Gradients[0].Data[at];
            var slope = Near(gradient, tiny, worker, weight.Value.Data + at);
            // A weight that moves all words may have a kink within every step length.
            if (Math.Abs(gradient - slope) > 2e-3 + 0.03 * Math.Abs(slope)) kinks++;
            ((double)gradient).ShouldBe(slope, 2e-3 + 0.2 * Math.Abs(slope), $"{name}[{at}]");
            if (Math.Abs(slope) > 5e-3) checkedOnes++;
        }
        checkedOnes.ShouldBeGreaterThan(0);
        kinks.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData((int)EncoderKind.Lstm)]
    [InlineData((int)EncoderKind.Convolution)]
    [InlineData((int)EncoderKind.MinGru)]
    public void Gradients_of_table_rows_are_the_slopes_of_the_loss(int encoder)
    {
        var options = Still with { Encoder = (EncoderKind)encoder };
        var tiny = TinyNetwork.Make(options);
        var worker = new Worker(tiny.Parameters, options, tiny.Vectors, 0);
        foreach (var table in tiny.Parameters.Tables)
        {
            Clear(tiny);
            Loss(tiny, worker);
            var row = table.Touched[0].Max();
            for (var j = 0; j < table.Width; j += 3)
            {
                var at = (long)row * table.Width + j;
                Clear(tiny);
                Loss(tiny, worker);
                var gradient = table.Gradients[0].Data[at];
                var slope = Near(gradient, tiny, worker, table.Value.Data + at);
                ((double)gradient).ShouldBe(slope, 2e-3 + 0.03 * Math.Abs(slope), $"{table.Name}[{at}]");
            }
        }
    }

    // A long step may cross a rectifier's kink and a short one drowns in rounding: of three lengths the nearest counts.
    private static double Near(double gradient, TinyNetwork tiny, Worker worker, float* weight) =>
        new[] { Slope(tiny, worker, weight, 4e-3f), Slope(tiny, worker, weight, 2e-3f), Slope(tiny, worker, weight, 8e-4f) }.MinBy(s => Math.Abs(s - gradient));

    private static double Slope(TinyNetwork tiny, Worker worker, float* weight, float step)
    {
        var kept = *weight;
        *weight = kept + step;
        var above = Loss(tiny, worker);
        *weight = kept - step;
        var below = Loss(tiny, worker);
        *weight = kept;
        return (above - below) / (2 * step);
    }

    private static double Loss(TinyNetwork tiny, Worker worker)
    {
        foreach (var p in tiny.Parameters.Dense) p.Pack();
        worker.Run(tiny.Items, 1, 0, 7);
        var l = worker.Losses;
        return l.Arcs + l.Relations + 2 * l.Names + l.Tags[0] + 0.5 * (l.Tags[1] + l.Tags[2] + l.Tags[3]);
    }

    private static void Clear(TinyNetwork tiny)
    {
        foreach (var table in tiny.Parameters.Tables)
        {
            foreach (var row in table.Touched[0])
            {
                new Span<float>(table.Gradients[0].Data + (long)row * table.Width, table.Width).Clear();
                table.IsTouched[0][row] = false;
            }
            table.Touched[0].Clear();
        }
    }
}
