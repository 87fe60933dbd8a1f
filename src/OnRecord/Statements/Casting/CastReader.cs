using System.Collections.Immutable;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Roles;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements.Casting;

/// <summary>Casts a statement: the rules fill the roles by the trigger's frame, then the judge, where there is one, chooses agent and place among all that could be.</summary>
internal sealed class CastReader(PlaceReader places, PlaceOptions options, CastJudge? judge, WordVectors vectors)
{
    private const int Deepest = 2;
    private readonly RoleReader _roles = new(places);

    /// <summary>The cast; <paramref name="acts"/> are those of its sentence, <paramref name="past"/> what earlier statements hold; the new one is added.</summary>
    public Cast Read(Scene scene, Candidate candidate, Acts acts, Voice voice, Mode mode, List<Past> past)
    {
        var cast = acts.Of(candidate);
        if (judge is null) return cast with { Places = [.. cast.Places.Select(p => places.AtEmbassy(scene, candidate, p))] };
        var part = new Part(candidate, cast, voice, mode, acts);
        var judged = cast with
        {
            Agent = CertainAgents.Of(scene, part, past) ?? Restraint.Agents(scene, part, judge.AgentsOf(scene, part, past, vectors)),
            Places = cast.Places.Count > 1 || places.IsSure(scene, candidate, cast.Places.FirstOrDefault()) || candidate.Type.Name is "capture" or "hold" ? cast.Places : [places.AtEmbassy(scene, candidate, Restraint.Place(scene, part, judge.PlaceOf(scene, part, past, options, vectors), places))],
        };
        past.Add(new Past(candidate.Sentence, candidate.Type.Name, judged.Agent, cast.Patient, judged.Places.FirstOrDefault()));
        return judged;
    }

    /// <summary>The cast by the rules alone.</summary>
    public Cast ByRules(Scene scene, Candidate candidate, IReadOnlyList<Candidate> all, Voice voice)
    {
        var cast = ByRules(scene, candidate, all, voice, 0);
        return candidate.Type.Casualty && IsOthers(cast.Patient) ? cast with { Patient = PatientBefore(scene, candidate, all, voice) } : cast;
    }

    private Cast ByRules(Scene scene, Candidate candidate, IReadOnlyList<Candidate> all, Voice voice, int depth) =>
        _roles.Read(scene, candidate, voice, word =>
        {
            if (depth > Deepest || word == candidate.Word || all.FirstOrDefault(c => c.Word == word) is not { } other) return null;
            return other.Type.Mutual ? [] : ByRules(scene, other, all, voice, depth + 1).Agent;
        });

    // "12 people were killed and 30 others wounded": the others are people too.
    private ImmutableArray<Participant> PatientBefore(Scene scene, Candidate candidate, IReadOnlyList<Candidate> all, Voice voice)
    {
        if (all.LastOrDefault(c => c.Type.Casualty && c.Word < candidate.Word) is not { } before) return [];
        var patient = ByRules(scene, before, all, voice, 1).Patient;
        return IsOthers(patient) ? [] : patient;
    }

    private static bool IsOthers(ImmutableArray<Participant> patient) => patient.IsEmpty || patient is [{ Name: "others" or "other" or "more" or "many" or "many others" or "dozens" or "hundreds" or "scores" or "thousands" or "several" }];
}
