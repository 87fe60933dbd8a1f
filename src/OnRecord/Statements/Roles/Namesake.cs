using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;

namespace OnRecord.Statements.Roles;

/// <summary>Finds the name that a noun brings with it, whatever the parser hung it on: "the president of the senate X Y", "the energy company Z".</summary>
internal static class Namesake
{
    private const int Longest = 7;

    /// <summary>The mention that names what the noun phrase of <paramref name="head"/> means, or null.</summary>
    public static Mention? Of(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        // "the Islamic State of A and B claims": the verb hung on a part of the name.
        if (scene.MentionAt(sentence, head) is null && tree[head].Upos == Upos.PROPN && scene.Mentions.MentionOver(sentence, head) is { Form: MentionForm.Name } over && over.End - over.Start > 1 && over.End == head + 1
            && scene.Mentions.EntityOf(over).Kind is EntityKind.Actor or EntityKind.Outlet) return over;
        if (tree[head].Upos is not (Upos.NOUN or Upos.PROPN) || scene.MentionAt(sentence, head) is { Form: MentionForm.Name }) return null;
        foreach (var mention in scene.Mentions.MentionsIn(sentence))
        {
            if (mention.Start <= head || mention.Form != MentionForm.Name || mention.Start - head > Longest) continue;
            var entity = scene.Mentions.EntityOf(mention);
            var person = entity.Kind == EntityKind.Person && Titled(scene, sentence, head);
            var body = mention.Start == head + 1 && entity.Kind is EntityKind.Actor && entity.Place is null && tree[head].Upos == Upos.NOUN && scene.IsOf(sentence, head, ["force", "body"]) && tree[head].Xpos == "NN" && Below(tree, head, mention.Head);
            if ((person && Leads(scene, tree, sentence, head, mention) || body) && (mention.End >= tree.Count || tree[mention.End].Form is not ("'s" or "’s"))) return mention;
        }
        return null;
    }

    private static bool Titled(Scene scene, int sentence, int head) => scene.Actors?.Title(scene.Trees[sentence][head].Form) is not null || scene.IsOf(sentence, head, ["person"]);

    // Between office and name nothing but what says of what: "minister of foreign affairs of A".
    private static bool Leads(Scene scene, Tree tree, int sentence, int head, Mention mention)
    {
        if (!Below(tree, head, mention.Start) || tree[head].Xpos is "NNS" or "NNPS") return false;
        for (var i = head + 1; i < mention.Start; i++)
            if (tree[i].Upos is not (Upos.ADP or Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ) && tree[i].Form != "and" || tree[i].Upos == Upos.ADP && tree[i].Lemma.ToLowerInvariant() is not ("of" or "for")) return false;
        return mention.Start == head + 1 || tree[head + 1].Lemma.ToLowerInvariant() is "of" or "for" && tree[mention.Start - 1].Upos is Upos.PROPN or Upos.NOUN;
    }

    private static bool Below(Tree tree, int head, int word) => word == head || tree.Dominates(head, word);
}
