using System.Globalization;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>What the rest of its sentence says for and against somebody as the agent of a statement: where the words stand, of which clause they are the subject, what they do in the sentence's other acts.</summary>
internal static class SentenceFeatures
{
    /// <summary>The features of one identity, given all ways in which it is an option.</summary>
    public static void Of(Scene scene, Part part, List<AgentOption> options, Features found, string form, string type, string rule)
    {
        var candidate = part.Candidate;
        var tree = scene.Trees[candidate.Sentence];
        foreach (var word in options.Where(o => o.Word >= 0 && o.Sentence == candidate.Sentence && o.Way is "said" or "rule").Select(o => o.Word).Distinct())
        {
            Stands(scene, candidate.Sentence, candidate.Word, word, found, form, type, rule);
            var kind = scene.Codebook.Classes.TryGetValue(Features.Lemma(tree[word]), out var classes) ? classes[0] : scene.EntityAt(candidate.Sentence, word) is { } entity ? entity.Kind.ToString() : "other";
            found.Add("sort+case", kind, Case(tree, word), form);
            found.Add("sort+relation", kind, tree[word].Relation, type);
            found.Add("sort+rule", kind, rule, type);
            if (Names(scene, candidate.Sentence, word)) found.Add("has-name", tree[word].Relation, rule);
        }
        Others(scene, part, options[0].Key, found, form, type, rule);
    }

    /// <summary>What speaks for nobody being named.</summary>
    public static void Nobody(Scene scene, Part part, Features found, string form, string type)
    {
        var acting = part.Acts.All.Count(o => o != part.Candidate && !part.Acts.Of(o).Agent.IsEmpty);
        var rules = part.Rules.Agent.IsEmpty ? "none" : "some";
        found.Add("nobody+acting", Few(acting), rules);
        found.Add("nobody+acting+type", Few(acting), type, rules);
        found.Add("nobody+acts", Few(part.Acts.All.Count), form, rules);
        foreach (var other in part.Acts.All)
            if (other != part.Candidate) found.Add("nobody+other", other.Type.Name + (part.Acts.Of(other).Agent.IsEmpty ? "-nobody" : ""), type, rules);
        var tree = scene.Trees[part.Candidate.Sentence];
        foreach (var child in tree.Children(part.Candidate.Word)) found.Add("nobody+child", tree[child].Relation, Case(tree, child), form);
        found.Add("nobody+first", part.Candidate.Sentence == 0 ? "first" : "later", type, rules);
    }

    // How the words stand to the statement's: by which preposition, on which side, as the subject of which clause.
    private static void Stands(Scene scene, int sentence, int trigger, int word, Features found, string form, string type, string rule)
    {
        var tree = scene.Trees[sentence];
        var (side, with) = (word < trigger ? "before" : "after", Case(tree, word));
        found.Add("case", with, form);
        found.Add("case+side", with, side, rule);
        found.Add("case+type", with, side, type);
        found.Add("case+distance", with, side, Math.Abs(word - trigger) switch { 1 => "1", 2 => "2", < 5 => "4", < 9 => "8", _ => "far" });
        var (path, steps) = scene.Way(sentence, trigger, word);
        if (steps <= Paths.Longest)
        {
            var parts = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            found.Add("ends", parts[0], parts[^1], form);
            found.Add("ends+rule", parts[0], parts[^1], rule);
            var plain = string.Join(' ', parts.Where(p => p[1..] is not ("conj" or "flat" or "appos" or "parataxis")));
            found.Add("plain", plain, form);
            found.Add("plain+type", plain, type);
            found.Add("climbs", parts.Count(p => p[0] == '^').ToString(CultureInfo.InvariantCulture), parts.Count(p => p[0] == '>').ToString(CultureInfo.InvariantCulture), parts[^1]);
        }
        if (!tree[word].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return;
        var depth = 0;
        for (var above = trigger; above >= 0; above = tree[above].Head, depth++)
        {
            if (tree[word].Head != above) continue;
            var far = Math.Min(depth, 4).ToString(CultureInfo.InvariantCulture);
            found.Add("subject-above", far, tree[word].Relation, form);
            found.Add("subject-above+rule", far, tree[word].Relation, rule);
            found.Add("subject-above+verb", Features.Lemma(tree[above]), far, type);
            return;
        }
        found.Add("subject-aside", tree[word].Relation, form, rule);
        if (tree[word].Head is >= 0 and var verb) found.Add("subject-aside+verb", Features.Lemma(tree[verb]), type);
    }

    // What it does and suffers in the other acts of the sentence.
    private static void Others(Scene scene, Part part, string key, Features found, string form, string type, string rule)
    {
        foreach (var other in part.Acts.All)
        {
            if (other == part.Candidate) continue;
            var cast = part.Acts.Of(other);
            foreach (var (role, who) in new[] { ("acts", cast.Agent), ("suffers", cast.Patient) })
            {
                if (!who.Any(w => (w.Actor ?? w.Name.ToLowerInvariant()) == key)) continue;
                var side = other.Word < part.Candidate.Word ? "before" : "after";
                var (path, _) = scene.Way(part.Candidate.Sentence, part.Candidate.Word, other.Word);
                found.Add(role + "-beside", other.Type.Name, type);
                found.Add(role + "-beside+rule", side, rule, form);
                found.Add(role + "-beside+path", path, rule);
                found.Add(role + "-beside+form", other.Trigger.Form.ToString(), form, rule);
                found.Add(role + "-beside+family", other.Type.Family == part.Candidate.Type.Family ? "kin" : other.Type.Family, side, rule);
            }
        }
    }

    // "Prime Minister X": the noun has a name beside it.
    private static bool Names(Scene scene, int sentence, int word)
    {
        foreach (var child in scene.Trees[sentence].Children(word))
            if (scene.Trees[sentence][child].Relation is "flat" or "appos" && scene.EntityAt(sentence, child) is not null) return true;
        return false;
    }

    private static string Case(Tree tree, int word) => ClauseReader.Preposition(tree, word) is { Length: > 0 } preposition ? preposition : tree[word].Relation is "conj" && tree[word].Head >= 0 ? "and " + ClauseReader.Preposition(tree, tree[word].Head) : "";

    private static string Few(int count) => count switch { 0 => "0", 1 => "1", 2 => "2", _ => "3" };
}
