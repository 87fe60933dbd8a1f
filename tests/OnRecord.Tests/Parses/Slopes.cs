using OnRecord.Lab.Training;

namespace OnRecord.Tests.Parses;

/// <summary>Holds the gradients of a trainer to the slopes of its loss, measured on both sides of a weight.</summary>
internal static unsafe class Slopes
{
    private const int Weights = 12;
    private const float Step = 2e-3f;
    private const double Steep = 5e-3;

    /// <summary>Compares some weights of a parameter; says of how many the slope is steep enough to tell something. <paramref name="loss"/> runs the trainer, which leaves the gradients behind.</summary>
    public static int Compare(Parameter parameter, Func<long> choose, Func<double> loss)
    {
        var steep = 0;
        for (var n = 0; n < Weights; n++)
        {
            var at = choose();
            loss();
            double gradient = parameter.Gradients[0].Data[at];
            var kept = parameter.Value.Data[at];
            parameter.Value.Data[at] = kept + Step;
            var above = loss();
            parameter.Value.Data[at] = kept - Step;
            var slope = (above - loss()) / (2 * Step);
            parameter.Value.Data[at] = kept;
            gradient.ShouldBe(slope, 2e-3 + 0.03 * Math.Abs(slope), $"{parameter.Name}[{at}]");
            if (Math.Abs(slope) > Steep) steep++;
        }
        return steep;
    }
}
