using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements.Roles;

/// <summary>Says who acts where a report names only what they act with or through: "its artillery", "their jets", "our men".</summary>
internal static class Wielders
{
    private static readonly HashSet<string> Arms = new(StringComparer.Ordinal)
    {
        "aircraft", "jet", "warplane", "plane", "helicopter", "gunship", "drone", "artillery", "gun", "gunner", "tank", "warship", "ship", "gunboat", "battery", "defence", "defense", "mortar", "missile", "rocket", "bomber", "airman", "pilot", "firepower",
    };

    private static readonly HashSet<string> Men = new(StringComparer.Ordinal)
    {
        "man", "boy", "lad", "fighter", "soldier", "force", "troop", "guy", "comrade", "brother", "warrior", "defender", "unit", "army",
    };

    /// <summary>Whose hand moves what the word names, or null where the word itself says who acts.</summary>
    public static Participant? Of(Scene scene, int sentence, int word, Voice voice)
    {
        var tree = scene.Trees[sentence];
        if (tree[word].Upos != Upos.NOUN || tree.Child(word, "nmod:poss") is not (>= 0 and var owner) || owner > word || tree[owner].Upos is not (Upos.PRON or Upos.DET)) return null;
        var lemma = tree[word].Lemma.ToLowerInvariant();
        if (tree[owner].Form.ToLowerInvariant() is "our" or "my") return (Men.Contains(lemma) || Arms.Contains(lemma)) && RoleReader.Speaker(scene, voice) is { } side && side.Name != voice.Sources[0].Name ? side : null;
        if (!Arms.Contains(lemma) || scene.EntityAt(sentence, owner) is not { } entity || entity.Kind is not (EntityKind.Actor or EntityKind.Place) || entity.Kind == EntityKind.Place && entity.Actor is null) return null;
        return new Participant(entity.Name, entity.Actor, scene.SpanOf(sentence, owner, word + 1));
    }
}
