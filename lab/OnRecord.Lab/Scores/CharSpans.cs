using System.Text;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Scores;

/// <summary>A word with the range that its surface token takes of the text without white space.</summary>
internal readonly record struct PlacedWord(Word Word, int Start, int End, bool Many, int Parent);

/// <summary>A treebank laid out over its characters, white space left out, so that two cuts of one text can be compared.</summary>
internal sealed class CharSpans
{
    public required string Characters { get; init; }
    public required IReadOnlyList<(int Start, int End)> Tokens { get; init; }
    public required IReadOnlyList<(int Start, int End)> Sentences { get; init; }
    /// <summary>All words; <see cref="PlacedWord.Parent"/> indexes this list, -1 for a root.</summary>
    public required IReadOnlyList<PlacedWord> Words { get; init; }

    public static CharSpans Of(IEnumerable<ConlluSentence> sentences)
    {
        var characters = new StringBuilder();
        List<(int, int)> tokens = [], spans = [];
        List<PlacedWord> words = [];
        foreach (var sentence in sentences)
        {
            var (first, start) = (words.Count, characters.Length);
            for (int i = 0, from = 0; i < sentence.Words.Length; i++)
            {
                var word = sentence.Words[i];
                var many = word.Continues || word.Surface is not null;
                if (!word.Continues)
                {
                    from = characters.Length;
                    foreach (var c in word.Surface ?? word.Word.Form)
                        if (!char.IsWhiteSpace(c)) characters.Append(c);
                    tokens.Add((from, characters.Length));
                }
                words.Add(new(word.Word, from, characters.Length, many, word.Word.Head < 0 ? -1 : first + word.Word.Head));
            }
            spans.Add((start, characters.Length));
        }
        return new() { Characters = characters.ToString(), Tokens = tokens, Sentences = spans, Words = words };
    }
}
