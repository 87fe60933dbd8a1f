using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Judging;

/// <summary>What the codebook and the mentions say of a word, as the network of sentences sees it: numbers of rows that are added to the word's input.</summary>
internal sealed class Signs
{
    private const int Kinds = 7;
    private readonly FrozenDictionary<string, int> _types;

    /// <summary>For these types; of others nothing is said.</summary>
    public Signs(ImmutableArray<string> types) => (Types, _types) = (types, types.Distinct().Select((type, i) => (type, i)).ToFrozenDictionary(p => p.type, p => p.i, StringComparer.Ordinal));

    public ImmutableArray<string> Types { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Kinds * _types.Count + 2 + Mentioned;

    // A place, someone of the lists of actors, or another's kind.
    private static int Mentioned => 2 + Enum.GetValues<EntityKind>().Length;

    /// <summary>Those of a word, which is proposed or not.</summary>
    public int[] Of(Scene scene, int sentence, int word, Proposal? proposal)
    {
        var found = new List<int>();
        var token = scene.Trees[sentence][word];
        TriggerForm? form = token.Upos switch { Upos.VERB => TriggerForm.Verb, Upos.NOUN => TriggerForm.Noun, _ => null };
        if (form is { } which && scene.Codebook.TriggersOf(token.Lemma.ToLowerInvariant(), which) is { IsEmpty: false } entries && entries.MinBy(e => (e.Weak, e.Conditions)) is { } plain) Type(plain.Weak ? 0 : 1, plain.Type, found);
        var rest = Kinds * _types.Count;
        if (scene.EntityAt(sentence, word) is { } entity) found.Add(rest + 2 + (entity.Place is not null ? 0 : entity.Actor is not null ? 1 : 2 + (int)entity.Kind));
        if (proposal is null) return [.. found];
        found.Add(rest + (proposal.ByRule ? 1 : 0));
        for (var i = 0; i < proposal.Matches.Count; i++) Type(i >= proposal.Strong ? 2 : i == 0 ? 3 : 4, proposal.Matches[i].Trigger.Type, found);
        foreach (var type in proposal.Unfit) Type(5, type, found);
        if (proposal.Strong == 0 && proposal.Matches.Count > 0) Type(6, proposal.Matches[0].Trigger.Type, found);
        return [.. found];
    }

    private void Type(int kind, string type, List<int> found)
    {
        if (_types.TryGetValue(type, out var at)) found.Add(kind * _types.Count + at);
    }
}
