using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OnRecord.Statements.Coding;

/// <summary>The part of speech under which a trigger is met.</summary>
public enum TriggerForm : byte
{
    /// <summary>A verb, also as a participle.</summary>
    Verb,
    /// <summary>A noun.</summary>
    Noun,
    /// <summary>An adjective, as predicate or before a noun.</summary>
    Adjective,
}

/// <summary>A type of statement and how its clauses behave.</summary>
/// <param name="Name">The name that statements carry ("capture").</param>
/// <param name="Says">What a clause of this type says, in one sentence.</param>
/// <param name="Family">Types that can be about the same act share a family ("strike").</param>
/// <param name="Acled">The ACLED event types it maps to, or "".</param>
/// <param name="Plover">The PLOVER event type, or "".</param>
/// <param name="Cameo">The CAMEO root codes, or "".</param>
/// <param name="Ucdp">The UCDP type of violence, or "".</param>
/// <param name="PlaceObject">True where what the act is done to may be a place ("captured the town").</param>
/// <param name="Mutual">True where both sides are agents ("fought", "met").</param>
/// <param name="PlaceLeft">True where the place is the one left rather than the one reached.</param>
/// <param name="Located">True where the act has a place even if its clause does not say it.</param>
/// <param name="Counts">What the quantity counts: "patient", "agent" (the force that moves) or "event".</param>
/// <param name="Casualty">True for harm to persons, whose cause may be another act in the same sentence.</param>
/// <param name="Armed">True for acts of force, which words of peace beside them rule out ("launched a website", "the fight against poverty").</param>
public sealed record StatementType(string Name, string Says, string Family, string Acled, string Plover, string Cameo, string Ucdp,
    bool PlaceObject, bool Mutual, bool PlaceLeft, bool Located, string Counts, bool Casualty, bool Armed);

/// <summary>One way of saying a type: a word, what must stand beside it, and which relation fills which role.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="Form">The part of speech.</param>
/// <param name="Lemmas">The words.</param>
/// <param name="Subject">Classes of which the logical subject must have one; empty: anything or nothing.</param>
/// <param name="Object">Classes of which the logical object must have one; empty: anything or nothing.</param>
/// <param name="ObjectIs">Lemmas of which the object's head must be one ("control" in "take control").</param>
/// <param name="Particles">Words of which one must stand with the verb ("off", "down").</param>
/// <param name="With">Prepositions of which one must introduce an oblique ("to" in "fell to").</param>
/// <param name="WithClass">Classes that such an oblique's head must have; empty: any.</param>
/// <param name="Compound">Lemmas of which one must stand before the noun ("air" in "air raid").</param>
/// <param name="Voice">"active", "passive", or "" for either.</param>
/// <param name="NoObject">True where an object forbids the match.</param>
/// <param name="Roles">From "subject", "object" or a preposition to "agent", "patient", "place" or "none", where it differs from the usual.</param>
/// <param name="Negative">True where the words themselves undo the type ("release" for detain).</param>
/// <param name="Extend">True where object, particle or compound belong to the trigger's span.</param>
/// <param name="Weak">True where the words can mean the type and mostly do not: the rules alone leave them, the judge may take them.</param>
/// <param name="Where">File and line, for messages.</param>
public sealed record Trigger(string Type, TriggerForm Form, ImmutableArray<string> Lemmas, ImmutableArray<string> Subject, ImmutableArray<string> Object,
    ImmutableArray<string> ObjectIs, ImmutableArray<string> Particles, ImmutableArray<string> With, ImmutableArray<string> WithClass,
    ImmutableArray<string> Compound, string Voice, bool NoObject, FrozenDictionary<string, string> Roles, bool Negative, bool Extend, bool Weak, string Where)
{
    /// <summary>How many conditions it makes: of two triggers that match, the one with more wins; a weak one always gives way.</summary>
    public int Conditions { get; } = (Weak ? -100 : 0) + (Subject.IsEmpty ? 0 : 1) + (Object.IsEmpty ? 0 : 1) + (ObjectIs.IsEmpty ? 0 : 2) + (Particles.IsEmpty ? 0 : 2)
        + (With.IsEmpty ? 0 : 1) + (WithClass.IsEmpty ? 0 : 1) + (Compound.IsEmpty ? 0 : 2) + (Voice.Length == 0 ? 0 : 1) + (NoObject ? 1 : 0);

    /// <summary>True where the words together can mean nothing else, so that the judge is not asked.</summary>
    public bool Sure { get; init; }
}

/// <summary>A verb or noun that carries somebody's word ("say", "report").</summary>
public sealed record ReportingWord(Stance Stance);

/// <summary>A word that gives what it governs a mode ("vow" → pledge), and perhaps a source and a negation.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Voices">True where its subject's word it is ("demanded"), false where the report tells of a will ("plans to").</param>
/// <param name="Negative">True where what it governs does not come about ("failed to").</param>
public sealed record ModeWord(Mode Mode, bool Voices, bool Negative);

/// <summary>What the rules know: types, triggers, classes of nouns, words of saying and of will. Read-only once loaded; see data/codebook.</summary>
public sealed class Codebook
{
    private readonly FrozenDictionary<(string, TriggerForm), ImmutableArray<Trigger>> _triggers;

    internal Codebook(IEnumerable<StatementType> types, IEnumerable<Trigger> triggers, IReadOnlyDictionary<string, ImmutableArray<string>> classes,
        IReadOnlyDictionary<string, ReportingWord> reporting, IReadOnlyDictionary<string, ModeWord> modes, IReadOnlyDictionary<string, ImmutableArray<string>> lists, IReadOnlyDictionary<string, ImmutableArray<string>> idioms)
    {
        Types = types.ToFrozenDictionary(t => t.Name);
        Triggers = [.. triggers];
        _triggers = Triggers.SelectMany(t => t.Lemmas.Select(l => ((l, t.Form), t))).GroupBy(p => p.Item1, p => p.t)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(t => t.Conditions).ToImmutableArray());
        Classes = classes.SelectMany(c => c.Value.Select(l => (l, c.Key))).GroupBy(p => p.l, p => p.Key)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        ClassNames = [.. classes.Keys.Order(StringComparer.Ordinal)];
        Reporting = reporting.ToFrozenDictionary();
        Modes = modes.ToFrozenDictionary();
        Lists = lists.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenSet());
        Idioms = idioms.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenSet());
    }

    /// <summary>The types by name.</summary>
    public FrozenDictionary<string, StatementType> Types { get; }

    /// <summary>All triggers in the order of the files.</summary>
    public ImmutableArray<Trigger> Triggers { get; }

    /// <summary>The classes of each noun's lemma.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> Classes { get; }

    /// <summary>The names of all classes.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>Words of saying, by lemma.</summary>
    public FrozenDictionary<string, ReportingWord> Reporting { get; }

    /// <summary>Words of will, promise, demand and doubt, by lemma.</summary>
    public FrozenDictionary<string, ModeWord> Modes { get; }

    /// <summary>Short lists of words that the rules name ("light": verbs that lend themselves to a noun).</summary>
    public FrozenDictionary<string, FrozenSet<string>> Lists { get; }

    /// <summary>By verb the nouns beside which it has another sense than that of its triggers ("open an inquiry", "take part").</summary>
    public FrozenDictionary<string, FrozenSet<string>> Idioms { get; }

    /// <summary>The triggers of a lemma, those with most conditions first.</summary>
    public ImmutableArray<Trigger> TriggersOf(string lemma, TriggerForm form) =>
        _triggers.TryGetValue((lemma, form), out var found) ? found : [];

    /// <summary>True where list <paramref name="list"/> holds <paramref name="lemma"/>.</summary>
    public bool InList(string list, string lemma) => Lists.TryGetValue(list, out var set) && set.Contains(lemma);
}
