using OnRecord.Language;

namespace OnRecord.Ledger;

/// <summary>The one exception that a ledger throws when its store fails under it (full disk, lock held, file damaged); what was appended before it stays, what was being appended is not there.</summary>
public sealed class LedgerFailure(Problem problem, Exception? cause = null) : Exception(problem.ToString(), cause)
{
    /// <summary>What is wrong, where, and what can be done.</summary>
    public Problem Problem { get; } = problem;
}
