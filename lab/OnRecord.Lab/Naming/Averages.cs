using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>Running averages of weights, which do better than the weights of any one step.</summary>
internal sealed unsafe class Averages(Parameters parameters)
{
    private const float Decay = 0.998f;

    private readonly (Floats Value, Floats Mean, long Count)[] _all =
        [.. parameters.Dense.Select(p => (p.Value, new Floats(p.Count), p.Count)), .. parameters.Tables.Select(t => (t.Value, new Floats((long)t.Rows * t.Width), (long)t.Rows * t.Width))];
    private long _steps;

    /// <summary>Takes the weights of a step in.</summary>
    public void Add()
    {
        var keep = Math.Min(Decay, _steps / (_steps + 10f));
        _steps++;
        foreach (var (values, means, count) in _all)
        {
            float* mean = means.Data, value = values.Data;
            Simple.Blend(mean, value, keep, count);
        }
    }

    /// <summary>Exchanges weights and averages.</summary>
    public void Swap()
    {
        foreach (var (values, means, count) in _all)
        {
            float* mean = means.Data, value = values.Data;
            for (long j = 0; j < count; j++) (mean[j], value[j]) = (value[j], mean[j]);
        }
    }
}
