using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Voices;

/// <summary>Reads what a source says of its own acts to come: a threat where they harm, a promise where they do not, an offer where it is ready for them.</summary>
internal static class Announcements
{
    /// <summary>The types of statement that harm people or things.</summary>
    public static readonly HashSet<string> Harms = ["attack", "kill", "shelling", "airstrike", "bombing", "execute", "destroy", "abduct", "torture", "injure"];

    /// <summary>What somebody says he will do himself: a threat where it is harm to others, a promise else.</summary>
    public static void Own(Scene scene, Candidate candidate, Tree tree, Voice voice, ModeState state)
    {
        var subject = candidate.Clause.Subject;
        if (subject < 0)
        {
            if (candidate.Clause.Passive && IsHarm(candidate, state) && IsAnybody(tree, candidate.Clause.Object) && Bears(scene, voice)) state.Set(Mode.Threat, candidate.Clause.Carrier, over: true);
            return;
        }
        var harm = IsHarm(candidate, state);
        var own = tree[subject].Lemma.ToLowerInvariant() is "we" or "i";
        if (own) state.Set(harm ? Mode.Threat : Mode.Pledge, subject, strong: true);
        else if (state.Negative && Harms.Contains(candidate.Type.Name) && voice.Sources is [var promising, ..] && (IsSide(scene, candidate.Sentence, subject, promising) || IsCollective(tree, subject))) state.Set(Mode.Pledge, candidate.Clause.Carrier, strong: true);
        else if (harm && voice.Sources is [var first, ..] && ModeReader.Condition(tree, candidate.Clause.Carrier) is >= 0 and var condition && IsSide(scene, candidate.Sentence, subject, first)) state.Set(Mode.Threat, condition, strong: true);
        else if (state.Would && ModeReader.Condition(tree, candidate.Clause.Carrier) is >= 0 and var under && tree[under].Lemma.Equals("if", StringComparison.OrdinalIgnoreCase))
        {
            if (candidate.Clause.Passive) state.Set(Mode.Possible, under, strong: true);
            else if (!state.Negative && !candidate.Trigger.Negative && voice.Sources is [var announcing, ..] && (IsSide(scene, candidate.Sentence, subject, announcing) || IsCollective(tree, subject))) state.Set(candidate.Type.Name is "sanction" or "capture" or "besiege" or "obstruct" or "detain" or "seize_goods" ? Mode.Threat : Mode.Pledge, under, strong: true);
        }
    }

    private static bool IsHarm(Candidate candidate, ModeState state) => Harms.Contains(candidate.Type.Name) && !(state.Negative ^ candidate.Trigger.Negative);

    /// <summary>True of whoever or whatever is of a kind that is spoken of as a whole: "all ships that come near", "anyone who leaves", "any vehicle", "those who help".</summary>
    public static bool IsAnybody(Tree tree, int word)
    {
        if (word < 0) return false;
        if (tree[word].Lemma.ToLowerInvariant() is "anyone" or "anybody" or "everyone" or "everybody" or "anything") return true;
        var clause = tree.Child(word, "acl") >= 0;
        if (clause && tree[word].Form.Equals("those", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var child in tree.Children(word))
            if (child < word && tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is var det && (det is "any" or "every" || clause && det == "all")) return true;
        return false;
    }

    /// <summary>True where the one who speaks is a state, bears arms, or speaks for those who do.</summary>
    public static bool Bears(Scene scene, Voice voice)
    {
        if (voice.Sources is not [var first, ..]) return false;
        if (first.Actor is { } actor) return actor.Length == 2 && char.IsUpper(actor[0]) || actor.IndexOf('/', StringComparison.Ordinal) == 2 || scene.Actors?.Entry(actor) is { Kind: ActorKind.Group or ActorKind.Country or ActorKind.Institution };
        foreach (var name in new[] { first.Name, first.Role ?? "" })
            foreach (var word in name.Split(' '))
                if (Armed.Contains(word.ToLowerInvariant())) return true;
        return false;
    }

    private static readonly HashSet<string> Armed = new(StringComparer.Ordinal)
    {
        "army", "military", "navy", "police", "militia", "militias", "junta", "government", "rebels", "rebel", "insurgents", "militants", "jihadists", "gang", "gangs", "commander", "general", "troops", "forces", "coalition", "gunmen", "fighters", "guerrillas", "separatists", "group", "front", "brigade", "cartel", "regime",
    };

    // "the government", of which somebody speaks who speaks for it.
    private static bool IsCollective(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant() is "government" or "country" or "army" or "military" or "group" or "movement" or "coalition" or "front" or "administration";

    /// <summary>Whoever is ready for what he would do himself promises it.</summary>
    public static void Offered(Scene scene, Candidate candidate, Tree tree, Voice voice, ModeState state)
    {
        if (voice.Sources is [var speaker, ..] && candidate.Clause.Subject is >= 0 and var doer && (IsSide(scene, candidate.Sentence, doer, speaker) || IsCollective(tree, doer))) state.Set(Mode.Pledge, state.Offer, over: true);
    }

    // True where the one who speaks is the one who acts, or speaks for him.
    private static bool IsSide(Scene scene, int sentence, int subject, Source source) =>
        scene.Trees[sentence][subject].Upos == Upos.PRON
        || scene.EntityAt(sentence, subject) is { } entity && (source.Name.Contains(entity.Name, StringComparison.OrdinalIgnoreCase) || source.Role?.Contains(entity.Name, StringComparison.OrdinalIgnoreCase) == true || entity.Actor is { } actor && source.Actor is { } speaker && (speaker == actor || speaker.StartsWith(actor + "/", StringComparison.Ordinal)))
        || scene.Trees[sentence].Child(subject, "nmod:poss") is >= 0 and var owner && scene.Trees[sentence][owner].Upos == Upos.PRON;
}
