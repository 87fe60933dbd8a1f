using System.Collections.Immutable;
using OnRecord.Language.Articles;

namespace OnRecord.Language.Sentences;

/// <summary>A syntactic word of Universal Dependencies as a range of the article's text; <paramref name="Continues"/> is true where it belongs to the same surface token as the word before ("do" + "n't").</summary>
public readonly record struct Token(int Start, int End, bool Continues)
{
    /// <summary>The range in the article's text.</summary>
    public TextSpan Span => new(Start, End);
}

/// <summary>A sentence: a range of an article's text and its words in order.</summary>
public sealed record Sentence
{
    /// <summary>The article's whole text.</summary>
    public required string Text { get; init; }

    /// <summary>The range of <see cref="Text"/>.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words; never empty.</summary>
    public required ImmutableArray<Token> Tokens { get; init; }

    /// <summary>The index of the article's block it stands in; -1 where the text came without an article.</summary>
    public int Block { get; init; } = -1;

    /// <summary>The characters of word <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> Form(int index) => Text.AsSpan(Tokens[index].Start, Tokens[index].End - Tokens[index].Start);
}
