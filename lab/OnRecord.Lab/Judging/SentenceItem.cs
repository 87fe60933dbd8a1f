using OnRecord.Language.Parses;

namespace OnRecord.Lab.Judging;

/// <summary>An annotated sentence as the judge's network learns it: what it is given of each word, and the right answers.</summary>
/// <param name="States">What the encoder made of its words.</param>
/// <param name="Lemmas">Its words' lemmas, whose vectors are looked at.</param>
/// <param name="Signs">The rows that each word's signs add.</param>
/// <param name="Triggers">Of each word the example of the type of statement that it makes; null for words that are not proposed.</param>
/// <param name="Modes">Of each word the example of the mode of the statement that it makes, if it makes one.</param>
internal sealed record SentenceItem(WordStates States, string[] Lemmas, int[][] Signs, Example?[] Triggers, Example?[] Modes)
{
    /// <summary>How many words.</summary>
    public int Count => Lemmas.Length;
}
