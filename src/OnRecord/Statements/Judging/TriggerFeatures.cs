using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Judging;

/// <summary>What is looked at to decide whether a word makes a statement, and of which type: the word, the codebook's view, its arguments and what stands around it.</summary>
internal static class TriggerFeatures
{
    /// <summary>The features of a proposal.</summary>
    public static Features Of(Scene scene, Setting setting, Proposal proposal)
    {
        var (sentence, word, clause) = (proposal.Sentence, proposal.Word, proposal.Clause);
        var tree = scene.Trees[sentence];
        var token = tree[word];
        var lemma = proposal.Lemma;
        var found = new Features();

        found.Add("bias");
        found.Add("lemma", lemma);
        found.Add("lemma+pos", lemma, token.Upos.ToString());
        found.Add("xpos", token.Xpos);
        found.Add("relation", token.Relation);
        found.Add("pos+relation", token.Upos.ToString(), token.Relation);
        found.Add("lemma+relation", lemma, token.Relation);
        for (var n = 3; n <= 5; n++)
            if (lemma.Length > n) found.Add("prefix", lemma[..n]);
        found.Words[0] = lemma;
        found.State = setting.Around(sentence, word);

        if (proposal.Strong == 0) found.Add("codebook", "none");
        for (var i = 0; i < proposal.Matches.Count; i++) found.Add(i >= proposal.Strong ? "codebook-weak" : i == 0 ? "codebook" : "codebook-other", proposal.Matches[i].Trigger.Type);
        if (proposal.Strong > 0)
        {
            found.Add("codebook+relation", proposal.Matches[0].Trigger.Type, token.Relation);
            found.Add("codebook+form", proposal.Matches[0].Trigger.Type, token.Upos.ToString());
            found.Add(proposal.ByRule ? "rule-takes" : "rule-drops", token.Upos.ToString());
        }
        foreach (var type in proposal.Unfit) found.Add("codebook-unfit", type);

        var head = token.Head;
        if (head >= 0)
        {
            var above = Features.Lemma(tree[head]);
            found.Add("head", above);
            found.Add("head+relation", above, token.Relation);
            found.Add("head+lemma", above, lemma);
            found.Add("head-pos+relation", tree[head].Upos.ToString(), token.Relation);
            Classes(scene, found, "head", sentence, head, lemma);
            if (scene.Codebook.Reporting.ContainsKey(above)) found.Add("under-saying", token.Relation);
            if (scene.Codebook.Modes.TryGetValue(above, out var mode)) found.Add("under-mode", mode.Mode.ToString());
            found.Words[1] = above;
        }
        Argument(scene, found, "object", sentence, clause.Object, lemma, 2);
        Argument(scene, found, "subject", sentence, clause.Subject, lemma, 3);
        if (clause.Object < 0) found.Add("no-object", token.Upos.ToString());
        if (clause.Subject < 0) found.Add("no-subject", token.Upos.ToString());
        if (clause.Passive) found.Add("passive", lemma);
        foreach (var (preposition, argument) in clause.Obliques)
        {
            found.Add("with", preposition);
            found.Add("with+lemma", preposition, lemma);
            found.Add("with+of", preposition, Features.Lemma(tree[argument]));
            Classes(scene, found, "with-" + preposition, sentence, argument, lemma);
        }
        foreach (var child in tree.Children(word))
        {
            var below = Features.Lemma(tree[child]);
            found.Add("child", tree[child].Relation);
            if (tree[child].Relation is "det" or "amod" or "compound" or "compound:prt" or "advmod" or "nummod" or "case" or "mark" or "cop" or "xcomp") found.Add("child+lemma", tree[child].Relation, below);
            if (tree[child].Relation is "compound" or "amod" or "compound:prt" or "xcomp" or "obj") found.Add("child+trigger", below, lemma);
            if (scene.EntityAt(sentence, child) is { } entity) found.Add("child-entity", tree[child].Relation, Kind(entity));
        }
        found.Add("before", word > 0 ? Features.Lemma(tree[word - 1]) : "^");
        found.Add("after", word + 1 < tree.Count ? Features.Lemma(tree[word + 1]) : "$");
        if (word > 0) found.Add("before+lemma", Features.Lemma(tree[word - 1]), lemma);
        if (word + 1 < tree.Count) found.Add("after+lemma", Features.Lemma(tree[word + 1]), lemma);
        Around(scene, setting, found, proposal, lemma);
        SettingFeatures.Add(scene, setting, proposal, lemma, found);
        return found;
    }

    // Where in which kind of report: short items tell each thing once, long ones point back to it.
    private static void Around(Scene scene, Setting setting, Features found, Proposal proposal, string lemma)
    {
        var sentence = proposal.Sentence;
        var length = setting.Count switch { 1 => "one", < 4 => "few", < 9 => "some", _ => "many" };
        var view = (proposal.Strong > 0 ? "strong" : proposal.Matches.Count > 0 ? "weak" : "unfit") + (proposal.ByRule ? "-taken" : "");
        found.Add(sentence == setting.First ? "first-sentence" : "later-sentence");
        found.Add("length", length);
        found.Add("length+view", length, view);
        found.Add("length+form", length, proposal.Form.ToString(), view);
        if (proposal.Strong > 0) found.Add("length+codebook", length, proposal.Matches[0].Trigger.Type);
        for (var back = 0; back <= sentence - setting.First; back++)
        {
            var tree = scene.Trees[sentence - back];
            for (var w = 0; w < (back == 0 ? proposal.Word : tree.Count); w++)
                if (tree[w].Upos is Upos.NOUN or Upos.VERB && Features.Lemma(tree[w]) == lemma)
                {
                    found.Add("said-before", back == 0 ? "here" : "earlier", view);
                    found.Add("said-before+form", proposal.Form.ToString(), scene.Trees[sentence][proposal.Word].Relation);
                    return;
                }
        }
    }

    private static void Argument(Scene scene, Features found, string name, int sentence, int word, string trigger, int place)
    {
        if (word < 0) return;
        var lemma = Features.Lemma(scene.Trees[sentence][word]);
        found.Add(name, lemma);
        found.Add(name + "+lemma", lemma, trigger);
        Classes(scene, found, name, sentence, word, trigger);
        if (scene.CountOf(sentence, word) is not null) found.Add(name + "-counted", trigger);
        found.Words[place] = lemma;
    }

    private static void Classes(Scene scene, Features found, string name, int sentence, int word, string trigger)
    {
        if (scene.EntityAt(sentence, word) is { } entity)
        {
            found.Add(name + "-is", Kind(entity));
            found.Add(name + "-is+lemma", Kind(entity), trigger);
        }
        if (!scene.Codebook.Classes.TryGetValue(Features.Lemma(scene.Trees[sentence][word]), out var classes)) return;
        foreach (var of in classes)
        {
            found.Add(name + "-class", of);
            found.Add(name + "-class+lemma", of, trigger);
        }
    }

    private static string Kind(Entity entity) => entity.Place is { } place ? "place-" + place.Kind : entity.Actor is null ? entity.Kind.ToString() : "actor-" + entity.Kind;
}
