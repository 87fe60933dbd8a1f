using OnRecord.Language.Articles;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Triggers;

/// <summary>A word that could make a statement, as the codebook sees it.</summary>
/// <param name="Sentence">The index of the sentence.</param>
/// <param name="Word">The index of the word.</param>
/// <param name="Form">The part of speech under which it is looked up.</param>
/// <param name="Clause">Its clause.</param>
/// <param name="Matches">The triggers that fit, the one with most conditions first and the weak ones last, each with the words it covers.</param>
/// <param name="Unfit">The types whose triggers name the word but ask for something that is not there.</param>
/// <param name="ByRule">True where the rules alone would take it.</param>
internal sealed record Proposal(int Sentence, int Word, TriggerForm Form, Clause Clause, IReadOnlyList<(Trigger Trigger, TextSpan Span)> Matches, IReadOnlyList<string> Unfit, bool ByRule)
{
    /// <summary>The dictionary form under which it is looked up.</summary>
    public required string Lemma { get; init; }

    /// <summary>How many of the matches are not weak; they come first.</summary>
    public int Strong => Matches.Count(m => !m.Trigger.Weak);
}
