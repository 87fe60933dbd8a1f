namespace OnRecord.Lab.Training;

/// <summary>The sizes of the network and how it is trained.</summary>
internal sealed record TrainingOptions
{
    public int Width { get; init; } = 192;
    public int Layers { get; init; } = 2;
    public int Arc { get; init; } = 192;
    public int Relation { get; init; } = 128;
    public int Tag { get; init; } = 128;
    public int Passes { get; init; } = 4;
    public int BatchWords { get; init; } = 1000;
    public float Rate { get; init; } = 2e-3f;
    public float InputDropout { get; init; } = 0.25f;
    public float LayerDropout { get; init; } = 0.33f;
    public float RecurrentDropout { get; init; } = 0.2f;
    public float HeadDropout { get; init; } = 0.33f;
    public float WordDropout { get; init; } = 0.04f;
    public ulong Seed { get; init; } = 1;
}
