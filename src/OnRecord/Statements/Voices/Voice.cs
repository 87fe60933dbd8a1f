using System.Collections.Immutable;

namespace OnRecord.Statements.Voices;

/// <summary>By whose word something is said: the chain from origin to relay, the stance of the voice nearest the outlet, and the words that show it.</summary>
/// <param name="Sources">From origin to relay; empty for the report's own voice.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Denied">True where a source says that it is not so.</param>
/// <param name="Cues">The words of saying.</param>
internal sealed record Voice(ImmutableArray<Source> Sources, Stance Stance, bool Denied, ImmutableArray<Cue> Cues)
{
    public static Voice Own { get; } = new([], Stance.None, false, []);
}
