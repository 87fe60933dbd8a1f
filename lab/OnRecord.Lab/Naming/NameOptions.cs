namespace OnRecord.Lab.Naming;

/// <summary>The size of the network of names and how it is trained.</summary>
internal sealed record NameOptions
{
    public int Cells { get; init; } = 128;
    public int Passes { get; init; } = 12;
    public int BatchWords { get; init; } = 1000;
    public float Rate { get; init; } = 2.5e-3f;
    public float InputDropout { get; init; } = 0.3f;
    public float LayerDropout { get; init; } = 0.4f;
    public float RecurrentDropout { get; init; } = 0.2f;
    public float WordDropout { get; init; } = 0.04f;

    /// <summary>How often a capitalised word shows only its vector; other words a third as often.</summary>
    public float Hide { get; init; } = 0.4f;

    /// <summary>How often the names of a sentence are exchanged for others of their kind.</summary>
    public float Exchange { get; init; } = 0.5f;

    /// <summary>How often a sentence's names are shown as not listed.</summary>
    public float Unlisted { get; init; } = 0.25f;

    /// <summary>How often a word is shown without its part of speech.</summary>
    public float Untagged { get; init; }

    /// <summary>The last passes that see Universal NER's sentences alone.</summary>
    public int Finish { get; init; }

    /// <summary>The pass, from 0, before which the network itself marks what is left open, where it is sure of it; 0 for never.</summary>
    public int SelfFrom { get; init; }

    /// <summary>What teachers count beside the marks, where there are any.</summary>
    public float Taught { get; init; } = 0.5f;

    /// <summary>What a sentence with links counts beside an annotated one; 0 leaves them out.</summary>
    public float Links { get; init; } = 0.3f;

    /// <summary>What a sentence of re3d counts.</summary>
    public float Re3d { get; init; } = 0.5f;

    /// <summary>What a sentence of GUM counts beside one of Universal NER.</summary>
    public float Gum { get; init; } = 1;

    /// <summary>What the shared network's own odds of names count beside this network's.</summary>
    public float Share { get; init; } = 0.25f;

    public ulong Seed { get; init; } = 1;

    /// <summary>The same network without chance: nothing is dropped.</summary>
    public NameOptions Still() => this with { InputDropout = 0, LayerDropout = 0, RecurrentDropout = 0, WordDropout = 0, Hide = 0, Unlisted = 0, Untagged = 0 };
}
