namespace OnRecord.Language;

/// <summary>Why something could not be done: what is wrong, where, and what the user can do about it; each one line.</summary>
public sealed record Problem(string What, string Where, string Hint)
{
    /// <summary>The whole in one line.</summary>
    public override string ToString() => Hint.Length == 0 ? $"{Where}: {What}" : $"{Where}: {What}; {Hint}";
}

/// <summary>Exactly one of a value and the problem that stood in its way.</summary>
public readonly record struct Outcome<T> where T : class
{
    private Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value, or null where there is a <see cref="Problem"/>.</summary>
    public T? Value { get; }

    /// <summary>The problem, or null where there is a <see cref="Value"/>.</summary>
    public Problem? Problem { get; }

    /// <summary>A value, also where its type is an interface.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    /// <summary>A value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A problem.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(null, problem);
}
