using OnRecord.Lab.Encoders;

namespace OnRecord.Lab.Training;

/// <summary>The sizes of the network and how it is trained.</summary>
internal sealed record TrainingOptions
{
    public EncoderKind Encoder { get; init; }
    public int Width { get; init; } = 192;
    public int Layers { get; init; } = 2;
    public int Arc { get; init; } = 192;
    public int Relation { get; init; } = 128;
    public int Tag { get; init; } = 128;
    public int Passes { get; init; } = 36;
    public int BatchWords { get; init; } = 1000;
    public float Rate { get; init; } = 2.5e-3f;
    public float InputDropout { get; init; } = 0.25f;
    public float LayerDropout { get; init; } = 0.33f;
    public float RecurrentDropout { get; init; } = 0.2f;
    public float HeadDropout { get; init; } = 0.33f;
    public float WordDropout { get; init; } = 0.04f;
    /// <summary>The pass, from 0, from which on words are hidden and names exchanged, so that names are learned from their vectors and surroundings.</summary>
    public int HideFrom { get; init; } = 18;

    /// <summary>How often a capitalised word shows only its vector and shape, once hiding has begun; other words a third as often.</summary>
    public float Hide { get; init; } = 0.3f;

    /// <summary>How often the names of a sentence are exchanged for others of their kind, once hiding has begun.</summary>
    public float Exchange { get; init; } = 0.35f;

    public ulong Seed { get; init; } = 1;

    /// <summary>The same network without chance: nothing is dropped.</summary>
    public TrainingOptions Still() => this with { InputDropout = 0, LayerDropout = 0, RecurrentDropout = 0, HeadDropout = 0, WordDropout = 0 };
}
