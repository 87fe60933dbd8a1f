using System.Globalization;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>What tells an act at one spot from what holds for a whole country: the word and its tense, whom it is done to, how long it lasts, how deep in the report it stands.</summary>
internal static class BreadthFeatures
{
    private const int Week = 7;

    /// <summary>Adds the features that say how broad the act is, each beside the kind of the place (or "nowhere").</summary>
    public static void Of(Scene scene, Part part, Features found, string kind, string rule)
    {
        var (sentence, clause) = (part.Candidate.Sentence, part.Candidate.Clause);
        var tree = scene.Trees[sentence];
        var (type, lemma) = (part.Candidate.Type.Name, Features.Lemma(tree[part.Candidate.Word]));
        found.Add("lemma+kind", lemma, kind);
        found.Add("lemma+kind+rule", lemma, kind, rule);
        var tense = Tense(tree, clause.Carrier);
        found.Add("tense", tense, kind);
        found.Add("tense+type", tense, kind, type);
        if (clause.Object >= 0)
        {
            var suffers = Features.Lemma(tree[clause.Object]);
            found.Add("object+kind", suffers, kind);
            found.Add("object-number", tree[clause.Object].Xpos + (tree.Child(clause.Object, "det") >= 0 ? "+det" : "") + (tree.Child(clause.Object, "nummod") >= 0 ? "+num" : ""), kind, type);
        }
        if (clause.Subject >= 0) found.Add("subject+kind", Features.Lemma(tree[clause.Subject]), kind);
        var actor = part.Rules.Agent.IsEmpty ? "nobody" : part.Rules.Agent[0].Actor is not { } id ? "unknown" : id.Length == 2 ? "state" : id[2] == '/' ? id[2..] : "group";
        found.Add("actor+kind", actor, kind, type);
        var lasts = Lasts(scene, sentence);
        found.Add("lasts", lasts, kind);
        found.Add("lasts+type", lasts, kind, type);
        found.Add("lasts+tense", lasts, tense, kind);
        var depth = (5 * sentence / Math.Max(1, scene.Trees.Length)).ToString(CultureInfo.InvariantCulture);
        if (scene.Trees.Length > 5) { found.Add("depth", depth, kind); found.Add("depth+tense", depth, tense, kind); }
        for (var word = 0; word < tree.Count; word++)
            if (tree[word].Xpos == "NNS" && tree[word].Lemma.ToLowerInvariant() is "city" or "town" or "village" or "province" or "region" or "area" or "district" or "part" or "state" or "border" or "front") found.Add("places-said", tree[word].Lemma.ToLowerInvariant(), kind, scene.Way(sentence, part.Candidate.Word, word).Steps <= 2 ? "near" : "far");
    }

    // "VBN have be" of "has been killed".
    private static string Tense(Tree tree, int verb)
    {
        if (verb < 0) return "none";
        var tense = tree[verb].Xpos;
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "aux")) tense += " " + tree[child].Lemma.ToLowerInvariant();
        return tense;
    }

    private static string Lasts(Scene scene, int sentence)
    {
        var found = "none";
        foreach (var time in scene.Mentions.Times)
        {
            if (time.Sentence != sentence) continue;
            if (time.Kind == TimeKind.Since) return "since";
            found = time is { From: { } from, To: { } to } ? (to.DayNumber - from.DayNumber) switch { <= 1 => "day", <= Week => "week", _ => "long" } : found == "none" ? "unplaced" : found;
        }
        return found;
    }
}
