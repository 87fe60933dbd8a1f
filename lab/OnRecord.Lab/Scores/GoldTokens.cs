using System.Runtime.InteropServices;
using System.Text;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Scores;

/// <summary>Hands a treebank's own cut to the parser, so that tags and trees are measured alone.</summary>
internal static class GoldTokens
{
    /// <summary>The sentence with its gold words; its text is their forms, as they stood apart or close.</summary>
    public static Sentence Of(ConlluSentence gold)
    {
        var text = new StringBuilder();
        var tokens = new Token[gold.Words.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = gold.Words[i];
            var start = text.Length;
            text.Append(word.Word.Form);
            tokens[i] = new(start, text.Length, word.Continues);
            var closed = i + 1 < tokens.Length && gold.Words[i + 1].Continues;
            if (!closed && word.SpaceAfter && i + 1 < tokens.Length) text.Append(' ');
        }
        return new() { Text = text.ToString(), Span = new(0, text.Length), Tokens = ImmutableCollectionsMarshal.AsImmutableArray(tokens) };
    }

    /// <summary>The gold sentence with the parse's columns.</summary>
    public static ConlluSentence With(ConlluSentence gold, Parse parse) =>
        gold with { Words = [.. gold.Words.Zip(parse.Words, (word, parsed) => word with { Word = parsed with { Form = word.Word.Form } })] };
}
