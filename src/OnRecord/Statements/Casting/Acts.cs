using OnRecord.Statements.Roles;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements.Casting;

/// <summary>The acts of one sentence with their casts by the rules alone, each found once.</summary>
internal sealed class Acts(Scene scene, IReadOnlyList<Candidate> all, CastReader reader, Func<Candidate, Voice> voices)
{
    private readonly Dictionary<Candidate, Cast> _casts = [];

    /// <summary>The words of the sentence that make statements.</summary>
    public IReadOnlyList<Candidate> All => all;

    /// <summary>The cast of one of them.</summary>
    public Cast Of(Candidate candidate)
    {
        if (!_casts.TryGetValue(candidate, out var cast)) cast = _casts[candidate] = reader.ByRules(scene, candidate, all, voices(candidate));
        return cast;
    }
}
