using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>Which annotators' rules a sentence follows, as the network is told in training.</summary>
internal enum NameSource { Uner = -1, Gum = 0, Links = 1, Re3d = 2 }

/// <summary>How a sentence is written.</summary>
internal enum NameStyle { AsItStands, Lower, Capitals }

/// <summary>A sentence to learn names from.</summary>
/// <param name="Sentence">Its words.</param>
/// <param name="Allowed">For each word the labels that it may have, as bits.</param>
/// <param name="Source">Whose rules it follows.</param>
/// <param name="Weight">What its losses count.</param>
internal sealed record NameSentence(TrainingSentence Sentence, ushort[] Allowed, NameSource Source, float Weight)
{
    public const ushort Any = (1 << NetworkShape.NameLabels) - 1;

    /// <summary>Labels for a word that is no person, organisation or place, but may be another name.</summary>
    public const ushort Otherwise = 1 | 1 << 7 | 1 << 8;

    /// <summary>Its place among the treebanks' sentences, -1 for others.</summary>
    public int Order { get; init; } = -1;

    /// <summary>The part of speech of each word as the parser has it, by how the sentence is written.</summary>
    public Upos[][] Tags { get; set; } = [];

    /// <summary>A sentence whose labels are known, but for those that are -1.</summary>
    public static NameSentence Of(TrainingSentence sentence, NameSource source, ushort outside = 1) =>
        new(sentence, [.. sentence.Names!.Select(l => l < 0 ? Any : l == 0 ? outside : (ushort)(1 << l))], source, 1);
}

/// <summary>A sentence as the network of names takes it.</summary>
internal sealed record NameItem(Form[] Forms, ulong[] Bits, ushort[] Allowed, float Weight)
{
    /// <summary>The odds of each word's labels as teachers see them, word by word, or null.</summary>
    public float[]? Odds { get; init; }

    public int Count => Forms.Length;
}

