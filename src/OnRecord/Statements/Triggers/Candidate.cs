using OnRecord.Language.Articles;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Triggers;

/// <summary>A word that makes a statement: where it stands, by which trigger, and its clause; <paramref name="Tally"/> where it was judged a cumulative count.</summary>
internal sealed record Candidate(int Sentence, int Word, Trigger Trigger, StatementType Type, Clause Clause, TextSpan Span, bool Tally);
