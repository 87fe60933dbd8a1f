using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Judging;

/// <summary>What stands around a word that could make a statement: times and counts that tell a toll from a tally, and the other acts that its sentence and article speak of.</summary>
internal static class SettingFeatures
{
    /// <summary>Adds them.</summary>
    public static void Add(Scene scene, Setting setting, Proposal proposal, string lemma, Features found)
    {
        Times(scene, proposal, lemma, found);
        Acts(scene, setting, proposal, lemma, found);
    }

    private static void Times(Scene scene, Proposal proposal, string lemma, Features found)
    {
        var (tree, carrier) = (scene.Trees[proposal.Sentence], proposal.Clause.Carrier);
        var counted = Counted(scene, proposal) ? "counted" : "not";
        found.Add("counted", counted, lemma);
        foreach (var time in scene.Mentions.Times)
        {
            if (time.Sentence != proposal.Sentence) continue;
            var own = tree.Dominates(carrier, time.Head) || tree.Dominates(proposal.Word, time.Head) ? "own" : "beside";
            var length = time is { From: { } from, To: { } to } ? (to.DayNumber - from.DayNumber) switch { 0 => "day", < 4 => "days", < 9 => "week", < 32 => "month", _ => "long" } : time.From is not null ? "since" : time.To is not null ? "until" : "unknown";
            found.Add("time", own, time.Kind.ToString(), length);
            found.Add("time+counted", own, length, counted);
            found.Add("time+word", Features.Lemma(tree[time.Head]), own, counted);
            found.Add("time+lemma", own, length, lemma);
        }
        foreach (var child in tree.Children(carrier))
            if (tree.Is(child, "aux")) found.Add("perfect", Features.Lemma(tree[child]), counted, tree[carrier].Xpos);
        for (var word = 0; word < tree.Count; word++)
            if (scene.Codebook.InList("cumulative", Features.Lemma(tree[word])) && word != proposal.Word) found.Add("cumulative", counted, Features.Lemma(tree[word]));
    }

    private static bool Counted(Scene scene, Proposal proposal)
    {
        foreach (var word in (ReadOnlySpan<int>)[proposal.Word, proposal.Clause.Object, proposal.Clause.Subject])
            if (word >= 0 && scene.CountOf(proposal.Sentence, word) is not null) return true;
        return false;
    }

    private static void Acts(Scene scene, Setting setting, Proposal proposal, string lemma, Features found)
    {
        var tree = scene.Trees[proposal.Sentence];
        var own = proposal.Matches.Count > 0 ? proposal.Matches[0].Trigger.Type : "none";
        foreach (var (word, type) in setting.Types(proposal.Sentence))
        {
            if (word == proposal.Word) continue;
            found.Add("act", type, word < proposal.Word ? "before" : "after");
            found.Add("act+lemma", type, lemma);
            found.Add("act+own", type, own);
            if (scene.Way(proposal.Sentence, proposal.Word, word) is { Steps: <= 2 } way) { found.Add("act+path", way.Path, type); found.Add("act+path+own", way.Path, type, own); }
        }
        for (var back = 1; back <= 2 && proposal.Sentence - back >= setting.First; back++)
            foreach (var (_, type) in setting.Types(proposal.Sentence - back)) { found.Add("act-earlier", type, own); found.Add("act-earlier+lemma", type, lemma); }
    }
}
