using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Scores;

/// <summary>Measures statements found in a report against those that a person found in it.</summary>
public sealed class StatementScorer(Identities world)
{
    /// <summary>The score of one report.</summary>
    public DocumentScore Score(GoldDocument document, IReadOnlyList<Statement> found)
    {
        var pairs = Pairing.Of(document.Statements, found, world);
        var (pairedGold, pairedFound) = (Same<GoldStatement>(pairs.Select(p => p.Gold)), Same<Statement>(pairs.Select(p => p.Found)));
        return new DocumentScore(document, pairs,
            [.. document.Statements.Where(s => !pairedGold.Contains(s))],
            [.. found.Where(s => !pairedFound.Contains(s))]);
    }

    // By reference: two statements of a list may be equal in all fields.
    private static HashSet<T> Same<T>(IEnumerable<T> items) where T : class => new(items, ReferenceEqualityComparer.Instance);
}

/// <summary>What was found of one report: the pairs, what was missed and what is too much.</summary>
public sealed record DocumentScore(GoldDocument Document, ImmutableArray<ScoredPair> Pairs, ImmutableArray<GoldStatement> Missed, ImmutableArray<Statement> Spurious);
