using OnRecord.Language.Mentions;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>What speaks for and against somebody as the agent of a statement: the way to them in the tree, what they are, whose word it is, what they did before.</summary>
internal static class AgentFeatures
{
    /// <summary>The features of one identity, given all ways in which it is an option.</summary>
    public static Features Of(Scene scene, Part part, List<AgentOption> options, IReadOnlyList<Past> past)
    {
        var found = new Features();
        var (candidate, rules) = (part.Candidate, part.Rules);
        var (type, form, mode) = (candidate.Type.Name, candidate.Trigger.Form + (candidate.Clause.Passive ? "-passive" : ""), part.Mode.ToString());
        if (options[0].Who is null)
        {
            var none = rules.Agent.IsEmpty ? "none" : "some";
            found.Add("nobody");
            found.Add("nobody+rules", none);
            found.Add("nobody+rules+type", none, type);
            found.Add("nobody+rules+form", none, form);
            found.Add("nobody+form", form, type);
            found.Add("nobody+mode", mode, none);
            found.Add("nobody+lemma", Features.Lemma(scene.Trees[candidate.Sentence][candidate.Word]));
            found.Add("nobody+stance", part.Voice.Stance.ToString(), none);
            found.Add("nobody+relation", scene.Trees[candidate.Sentence][candidate.Word].Relation, form);
            if (candidate.Clause.Subject < 0) found.Add("nobody+no-subject", form);
            SentenceFeatures.Nobody(scene, part, found, form, type);
            return found;
        }
        var byRule = options.Any(o => o.Way == "rule");
        var rule = byRule ? "yes" : rules.Agent.IsEmpty ? "none" : "other";
        found.Add("rule", rule);
        found.Add("rule+type", rule, type);
        found.Add("rule+form", rule, form);
        if (byRule) found.Add("rule-many", Many(rules.Agent.Length), type);
        var key = options[0].Key;
        if (scene.Claimants.Of(key) is { Length: > 0 } claims)
        {
            found.Add("claims", claims, rule, part.Voice.Sources.IsEmpty ? "own" : "said");
            found.Add("claims+type", claims, type);
            found.Add("claims+form", claims, form, rule);
            foreach (var way in options.Select(o => o.Way).Distinct()) found.Add("claims+way", claims, way, rule);
        }
        var harmed = rules.Patient.Any(p => (p.Actor ?? p.Name.ToLowerInvariant()) == key);
        if (harmed) { found.Add("rule-patient"); found.Add("rule-patient+type", type); found.Add("rule-patient+rule", rule, form); }
        foreach (var way in options.Select(o => o.Way).Distinct()) { found.Add("way", way); found.Add("way+rule", way, rule); found.Add("way+mode", way, mode); }
        if (options.All(o => o.Word < 0)) { found.Add("not-here"); found.Add("not-here+rule", rule); found.Add("not-here+form", form, rule); }

        Look(scene, part, options, found);
        Here(scene, part, options, found, type, form, mode, rule);
        SentenceFeatures.Of(scene, part, options, found, form, type, rule);
        What(scene, options, found, type, mode, rule);
        Before(scene, part, options, past, found, key, type, rule);
        return found;
    }

    // The word that stands for the identity: in the statement's sentence if one does, else the latest elsewhere.
    private static void Look(Scene scene, Part part, List<AgentOption> options, Features found)
    {
        var here = options.Where(o => o.Word >= 0 && o.Sentence == part.Candidate.Sentence).MinBy(o => scene.Way(o.Sentence, part.Candidate.Word, o.Word).Steps);
        if (here is not null) PartFeatures.Look(scene, found, here.Sentence, here.Word);
        else if (options.Where(o => o.Elsewhere >= 0).MaxBy(o => o.Sentence) is { } far) PartFeatures.Look(scene, found, far.Sentence, far.Elsewhere);
    }

    // The nearest of its mentions in the statement's sentence.
    private static void Here(Scene scene, Part part, List<AgentOption> options, Features found, string type, string form, string mode, string rule)
    {
        var candidate = part.Candidate;
        var tree = scene.Trees[candidate.Sentence];
        var (path, steps, word) = ("", int.MaxValue, -1);
        foreach (var option in options)
            if (option.Word >= 0 && option.Sentence == candidate.Sentence && scene.Way(candidate.Sentence, candidate.Word, option.Word) is var way && way.Steps < steps) (path, steps, word) = (way.Path, way.Steps, option.Word);
        if (word < 0) return;
        found.Add("path", path);
        found.Add("path+form", path, form);
        found.Add("path+type", path, type);
        found.Add("path+rule", path, rule);
        found.Add("path+lemma", path, Features.Lemma(tree[candidate.Word]));
        found.Add("steps", Math.Min(steps, 7).ToString(System.Globalization.CultureInfo.InvariantCulture), rule);
        if (tree[candidate.Word].Head is >= 0 and var above) { found.Add("path+above", path, Features.Lemma(tree[above])); found.Add("above", Features.Lemma(tree[above]), rule); }
        if (tree[word].Head is >= 0 and var over)
        {
            found.Add("word-over", Features.Lemma(tree[over]), tree[word].Relation);
            found.Add("word-over-rule", tree[word].Relation, rule);
        }
        found.Add("side", word < candidate.Word ? "before" : "after", form);
        found.Add("relation", tree[word].Relation, type);
        found.Add("relation+form", tree[word].Relation, form);
        found.Add("relation+mode", tree[word].Relation, mode);
        found.Add("noun", Features.Lemma(tree[word]));
        found.Add("noun+rule", Features.Lemma(tree[word]), rule);
        found.Add("tag", tree[word].Xpos, rule);
        if (scene.Codebook.Classes.TryGetValue(Features.Lemma(tree[word]), out var classes))
            foreach (var of in classes) { found.Add("class", of); found.Add("class+type", of, type); found.Add("class+path", of, path); }
        else found.Add("class", "none");
        if (tree.Is(word, "conj") && part.Rules.Agent.Any(a => a.Span.Overlaps(scene.SpanOf(candidate.Sentence, tree[word].Head, tree[word].Head + 1)))) { found.Add("joined-to-rule"); found.Add("joined-to-rule+type", type); }
        if (scene.IsTime(candidate.Sentence, word)) found.Add("time");
        // Nobody nearer of the kind stands between.
        var nearer = 0;
        for (var i = Math.Min(word, candidate.Word) + 1; i < Math.Max(word, candidate.Word); i++)
            if (scene.EntityAt(candidate.Sentence, i) is { } entity && entity.Kind != EntityKind.Place) nearer++;
        found.Add("between", Math.Min(nearer, 3).ToString(System.Globalization.CultureInfo.InvariantCulture), form);
    }

    private static void What(Scene scene, List<AgentOption> options, Features found, string type, string mode, string rule)
    {
        var entity = scene.Entities.Of(options[0].Key);
        var kind = Kind(entity, options[0].Who?.Actor);
        found.Add("kind", kind);
        found.Add("kind+type", kind, type);
        found.Add("kind+rule", kind, rule);
        found.Add("kind+mode", kind, mode);
        if (options.FirstOrDefault(o => o.Word >= 0) is null) found.Add("kind-not-here", kind, type);
        if (entity is null) return;
        found.Add("mentions", Many(scene.Entities.MentionsOf(entity)), rule);
    }

    private static string Kind(Entity? entity, string? actor) =>
        actor is null ? entity?.Kind.ToString() ?? "noun"
        : actor.Length == 2 ? "country" : actor.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? actor[(slash + 1)..] : "group-" + entity?.Kind;

    private static void Before(Scene scene, Part part, List<AgentOption> options, IReadOnlyList<Past> past, Features found, string key, string type, string rule)
    {
        var sentence = part.Candidate.Sentence;
        for (var i = past.Count - 1; i >= 0 && sentence - past[i].Sentence <= 3; i--)
        {
            var acted = past[i].Agent.Any(a => (a.Actor ?? a.Name.ToLowerInvariant()) == key);
            var suffered = past[i].Patient.Any(a => (a.Actor ?? a.Name.ToLowerInvariant()) == key);
            if (!acted && !suffered) continue;
            var far = past[i].Sentence == sentence ? "same" : scene.Paragraphs[past[i].Sentence] == scene.Paragraphs[sentence] ? "paragraph" : "earlier";
            var same = past[i].Type == type ? "same-type" : scene.Codebook.Types.TryGetValue(past[i].Type, out var other) && other.Family == part.Candidate.Type.Family ? "same-family" : "other";
            found.Add(acted ? "acted" : "suffered", far, same);
            found.Add(acted ? "acted+rule" : "suffered+rule", far + same, rule);
            found.Add(acted ? "acted+type" : "suffered+type", past[i].Type, type);
            if (i == past.Count - 1) found.Add(acted ? "acted-last" : "suffered-last", far, rule);
        }
        var near = options.Where(o => o.Sentence != sentence).Select(o => sentence - o.Sentence).DefaultIfEmpty(99).Min();
        if (options.All(o => o.Word < 0)) found.Add("sentences-off", near.ToString(System.Globalization.CultureInfo.InvariantCulture), rule);
    }

    private static string Many(int count) => count switch { 0 => "0", 1 => "1", 2 => "2", < 5 => "3", _ => "5" };
}
