using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements.Judging;

/// <summary>What is looked at to decide a clause's mode: what the rules say, its auxiliaries, the words above it, whose word it is, and its type.</summary>
internal static class ModeFeatures
{
    /// <summary>The features of a candidate.</summary>
    public static Features Of(Scene scene, Candidate candidate, Voice voice, Manner manner)
    {
        var tree = scene.Trees[candidate.Sentence];
        var found = new Features();
        var rule = manner.Mode.ToString();
        found.Add("bias");
        found.Add("rule", rule);
        found.Add("rule+type", rule, candidate.Type.Name);
        found.Add("rule+negative", rule, manner.Negative ? "negative" : "positive");
        foreach (var cue in manner.Cues) found.Add("cue", cue.Field, cue.Why.ToLowerInvariant());
        foreach (var cue in manner.Cues) found.Add("cue+type", cue.Why.ToLowerInvariant(), candidate.Type.Name);
        found.Add("type", candidate.Type.Name);
        found.Add("type+form", candidate.Type.Name, candidate.Trigger.Form.ToString());
        found.Add("stance", voice.Stance.ToString());
        foreach (var cue in voice.Cues) found.Add("voice", cue.Why.ToLowerInvariant());
        found.Words[0] = Features.Lemma(tree[candidate.Word]);

        var carrier = candidate.Clause.Carrier;
        found.State = scene.StateOf(candidate.Sentence, carrier);
        found.Add("carrier-tag", tree[carrier].Xpos);
        found.Add("carrier-relation", tree[carrier].Relation);
        found.Add("lemma", Features.Lemma(tree[candidate.Word]));
        foreach (var child in tree.Children(carrier))
            if (tree[child].Relation is "aux" or "aux:pass" or "mark" or "advmod" or "cop") found.Add("own", tree[child].Relation, tree[child].Form.ToLowerInvariant());
        foreach (var child in tree.Children(candidate.Word))
            if (tree[child].Relation is "amod" or "det" or "case" or "nmod:poss") found.Add("own", tree[child].Relation, Features.Lemma(tree[child]));
        if (candidate.Clause.Subject >= 0)
        {
            found.Add("subject", Features.Lemma(tree[candidate.Clause.Subject]));
            if (Features.Lemma(tree[candidate.Clause.Subject]) is "we" or "i") found.Add("first-person", rule, manner.Negative ? "negative" : "positive");
            if (tree[carrier].Head >= 0 && tree[tree[carrier].Head].Head < 0) found.Add("subject-near-root");
        }
        if (ModeReader.Condition(tree, carrier) is >= 0 and var condition) found.Add("condition", Features.Lemma(tree[condition]));
        Governors(scene, candidate, rule, found);
        var below = carrier;
        for (var depth = 1; depth <= 4 && tree[below].Head >= 0; depth++)
        {
            var above = tree[below].Head;
            found.Add("above" + Math.Min(depth, 2), Features.Lemma(tree[above]), tree[below].Relation);
            if (depth == 1) found.Add("above-tag", tree[above].Xpos, tree[below].Relation);
            if (scene.Codebook.Modes.TryGetValue(Features.Lemma(tree[above]), out var mode)) found.Add("above-mode", mode.Mode.ToString(), tree[below].Relation);
            if (depth <= 2) found.Words[depth] = Features.Lemma(tree[above]);
            foreach (var child in tree.Children(above))
                if (tree[child].Relation is "aux" or "mark" && child != below) found.Add("above-own", tree[child].Form.ToLowerInvariant(), tree[below].Relation);
            below = above;
        }
        return found;
    }

    // The words above it with the prepositions between, "and" left out: "wanting the ousting", "pursue an end to the bombing".
    private static void Governors(Scene scene, Candidate candidate, string rule, Features found)
    {
        var (tree, below) = (scene.Trees[candidate.Sentence], candidate.Clause.Carrier);
        found.Add("rule+tag", rule, tree[below].Xpos);
        found.Add("rule+relation", rule, tree[below].Relation);
        var chain = "";
        for (var (depth, steps) = (1, 0); depth <= 3 && steps < 8 && tree[below].Head is >= 0 and var above; below = above, steps++)
        {
            if (tree.Is(below, "conj")) continue;
            var link = tree[below].Upos is Upos.NOUN or Upos.PROPN ? ClauseReader.Preposition(tree, below) : tree[below].Xpos;
            chain += $"{link}<{Features.Lemma(tree[above])} ";
            found.Add("governors", chain);
            found.Add("governors+rule", chain, rule);
            found.Add("governor" + depth.ToString(System.Globalization.CultureInfo.InvariantCulture), link, Features.Lemma(tree[above]));
            depth++;
        }
    }
}
