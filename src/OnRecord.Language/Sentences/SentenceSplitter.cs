using System.Collections.Immutable;
using OnRecord.Language.Articles;

namespace OnRecord.Language.Sentences;

/// <summary>Cuts an article's blocks into sentences and words as Universal Dependencies does.</summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of the blocks that hold running text (paragraphs, list items, subheads), in order.</summary>
    public static ImmutableArray<Sentence> Split(Article article) => throw new NotSupportedException();

    /// <summary>The sentences of a text without known blocks; blank lines end a sentence.</summary>
    public static ImmutableArray<Sentence> Split(string text) => throw new NotSupportedException();
}
