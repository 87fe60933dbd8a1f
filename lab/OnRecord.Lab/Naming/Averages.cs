using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>Running averages of weights, which do better than the weights of any one step.</summary>
internal sealed unsafe class Averages(Parameters parameters)
{
    private const float Decay = 0.998f;

    private readonly Floats[] _means = [.. parameters.Dense.Select(p => new Floats(p.Count))];
    private long _steps;

    /// <summary>Takes the weights of a step in.</summary>
    public void Add()
    {
        var keep = Math.Min(Decay, _steps / (_steps + 10f));
        _steps++;
        for (var i = 0; i < _means.Length; i++)
        {
            float* mean = _means[i].Data, value = parameters.Dense[i].Value.Data;
            for (long j = 0; j < parameters.Dense[i].Count; j++) mean[j] = keep * mean[j] + (1 - keep) * value[j];
        }
    }

    /// <summary>Exchanges weights and averages.</summary>
    public void Swap()
    {
        for (var i = 0; i < _means.Length; i++)
        {
            float* mean = _means[i].Data, value = parameters.Dense[i].Value.Data;
            for (long j = 0; j < parameters.Dense[i].Count; j++) (mean[j], value[j]) = (value[j], mean[j]);
        }
    }
}
