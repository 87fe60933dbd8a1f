namespace OnRecord.Statements.Clauses;

/// <summary>An argument that a preposition introduces: "to the Taliban" is (to, Taliban).</summary>
internal readonly record struct Oblique(string Preposition, int Head);

/// <summary>
/// A predicate with its arguments made explicit: passives turned round, shared and controlled subjects filled in, relative and participle clauses given theirs.
/// All numbers are indices of words in one sentence; -1 where there is none.
/// </summary>
internal sealed record Clause
{
    /// <summary>The predicate word.</summary>
    public required int Predicate { get; init; }

    /// <summary>The verb whose tense, modality, time and place hold for it: itself, or the light verb of an event noun.</summary>
    public required int Carrier { get; init; }

    /// <summary>Who does it.</summary>
    public int Subject { get; init; } = -1;

    /// <summary>To what it is done.</summary>
    public int Object { get; init; } = -1;

    /// <summary>True where the subject is taken over from another clause.</summary>
    public bool SubjectShared { get; init; }

    /// <summary>True for a passive verb or a bare past participle.</summary>
    public bool Passive { get; init; }

    /// <summary>The prepositional arguments, in text order.</summary>
    public IReadOnlyList<Oblique> Obliques { get; init; } = [];
}
