using System.Collections.Immutable;
using OnRecord.Language.Articles;

namespace OnRecord.Statements.Voices;

/// <summary>What shows that something is somebody's word.</summary>
internal enum SayingKind : byte
{
    /// <summary>A verb of saying, or of will: "said", "vowed".</summary>
    Verb,
    /// <summary>A noun of saying: "the claim that".</summary>
    Noun,
    /// <summary>A phrase: "according to", "in the words of".</summary>
    Phrase,
    /// <summary>Quotation marks alone, without a word of saying beside them.</summary>
    Quotation,
}

/// <summary>A stretch of an article that is somebody's word, with the words that show it and the words that name whose it is.</summary>
internal sealed record Saying
{
    /// <summary>The sentence that the cue stands in.</summary>
    public required int Sentence { get; init; }

    /// <summary>The word of saying.</summary>
    public required int Cue { get; init; }

    /// <summary>What kind of cue it is.</summary>
    public required SayingKind Kind { get; init; }

    /// <summary>The words of the cue.</summary>
    public required TextSpan CueSpan { get; init; }

    /// <summary>How who speaks stands to it.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The word in the same sentence that names who speaks; -1 where none does.</summary>
    public int Source { get; init; } = -1;

    /// <summary>The word that names who passed it on ("quoted by"), where the cue's own arguments say it; -1 where they do not.</summary>
    public int Relay { get; init; } = -1;

    /// <summary>False for an attitude that the report tells of ("wants", "supports"): no source of a statement.</summary>
    public bool Voiced { get; init; } = true;

    /// <summary>True where those named are the origin of what another saying in the sentence passes on ("citing").</summary>
    public bool Origin { get; init; }

    /// <summary>True for the passive of a word of saying that names nobody ("is said to have").</summary>
    public bool Nameless { get; init; }

    /// <summary>The words of a phrase at the edge of its sentence ("…, according to the ministry"): no part of what others say in it; else null.</summary>
    public TextSpan? Edge { get; init; }

    /// <summary>What is said, in text order, without overlap.</summary>
    public ImmutableArray<TextSpan> Content { get; init; } = [];

    /// <summary>True where the position stands in what is said.</summary>
    public bool Covers(int position)
    {
        foreach (var span in Content)
            if (span.Start <= position && position < span.End) return true;
        return false;
    }

    /// <summary>How much is said, in characters: of two sayings that cover a word, the shorter is the inner one.</summary>
    public int Length => Content.Sum(s => s.Length);
}
