using System.Collections.Immutable;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>Somebody who could be a statement's agent, or null for nobody named: who, where the words stand (word -1: not in the statement's sentence), and in what way.</summary>
internal sealed record AgentOption(Participant? Who, int Sentence, int Word, string Way)
{
    /// <summary>The word in its own sentence where that is another than the statement's; -1 where it is not.</summary>
    public int Elsewhere { get; init; } = -1;

    /// <summary>The identity by which mentions of one option are brought together.</summary>
    public string Key { get; } = Who is null ? "" : Who.Actor ?? Who.Name.ToLowerInvariant();

    /// <summary>Where it stands.</summary>
    public OptionWord Stands => new(Sentence, Word >= 0 ? Word : Elsewhere, Way);
}

/// <summary>An option with its features, and where its words stand.</summary>
internal sealed record Weighed<T>(T Option, Features Features, IReadOnlyList<OptionWord> Words);

/// <summary>What of the statement is known before its cast is judged.</summary>
internal sealed record Part(Triggers.Candidate Candidate, Roles.Cast Rules, Voices.Voice Voice, Mode Mode, Acts Acts);

/// <summary>What an earlier statement of the article holds, its patient by the rules alone: the ground on which a later one's cast is judged.</summary>
internal sealed record Past(int Sentence, string Type, ImmutableArray<Participant> Agent, ImmutableArray<Participant> Patient, StatementPlace? Place)
{
    /// <summary>What tells its place from others.</summary>
    public string PlaceKey { get; } = PlaceOptions.KeyOf(Place);
}
