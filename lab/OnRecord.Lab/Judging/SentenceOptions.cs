namespace OnRecord.Lab.Judging;

/// <summary>The size of the judge's network and how it is trained.</summary>
internal sealed record SentenceOptions
{
    public int Cells { get; init; } = 96;
    public int Passes { get; init; } = 14;
    public int BatchWords { get; init; } = 1500;
    public float Rate { get; init; } = 2e-3f;
    public float InputDropout { get; init; } = 0.3f;
    public float LayerDropout { get; init; } = 0.5f;
    public float RecurrentDropout { get; init; } = 0.2f;

    /// <summary>How often a word's signs are not shown.</summary>
    public float SignDropout { get; init; } = 0.1f;

    /// <summary>What the loss of a mode counts beside that of a type.</summary>
    public float Modes { get; init; } = 1;

    /// <summary>How many numbers of two linked words are summed, for each field.</summary>
    public int LinkWidth { get; init; } = 64;

    public float LinkDropout { get; init; } = 0.3f;

    /// <summary>What the mean loss of a link counts beside that of a word.</summary>
    public float Links { get; init; } = 1;

    public ulong Seed { get; init; } = 1;

    /// <summary>The same network without chance: nothing is dropped.</summary>
    public SentenceOptions Still() => this with { InputDropout = 0, LayerDropout = 0, RecurrentDropout = 0, SignDropout = 0, LinkDropout = 0 };
}
