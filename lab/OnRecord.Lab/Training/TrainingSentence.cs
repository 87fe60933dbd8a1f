using OnRecord.Language.Parses;

namespace OnRecord.Lab.Training;

/// <summary>A sentence to learn from, as its treebank has it; a layer that it lacks is null.</summary>
internal sealed record TrainingSentence
{
    public required string Id { get; init; }

    public required string[] Forms { get; init; }

    public Gold[]? Words { get; init; }

    /// <summary>Name labels (0 outside, then begin and inside for each <see cref="NameKind"/>); -1 where it is not known.</summary>
    public int[]? Names { get; set; }

    /// <summary>True for a sentence of GUM, whose names follow other rules.</summary>
    public bool FromGum { get; set; }
}

/// <summary>What a treebank says of a word; the head is an index, -1 for the root.</summary>
internal readonly record struct Gold(string Lemma, Upos Upos, string Xpos, string Feats, int Head, string Relation, string Misc);
