using System.Globalization;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>What the paragraphs of a report say for and against a place that another sentence names: a paragraph mostly stays where it is.</summary>
internal static class ParagraphFeatures
{
    /// <summary>The features of one place, given all ways in which it is an option, and all other options.</summary>
    public static void Of(Scene scene, Part part, List<PlaceOption> options, List<PlaceOption> all, IReadOnlyList<Past> past, Features found, string kind, string type, string rule)
    {
        var sentence = part.Candidate.Sentence;
        var own = scene.Paragraphs[sentence];
        var here = all.Any(o => o.Word >= 0) ? "others-here" : "none-here";
        var named = options.Where(o => o.Way is "said" or "around").Select(o => o.Sentence).ToList();
        var where = named.Any(s => scene.Paragraphs[s] == own) ? "same" : named.Any(s => scene.Paragraphs[s] == own - 1) ? "before" : named.Count > 0 ? "far" : "none";
        found.Add("paragraph", where, kind);
        found.Add("paragraph+here", where, kind, here);
        found.Add("paragraph+type", where, kind, type);
        found.Add("paragraph+rule", where, kind, rule);
        found.Add("there", There(scene.Trees[sentence]), where, kind);
        if (named.Any(s => s != sentence && scene.Paragraphs[s] == own && (s == 0 || scene.Paragraphs[s - 1] != own))) { found.Add("opens", kind, here); found.Add("opens+type", kind, type); }
        if (options.Any(o => o.Sentence <= sentence && scene.Paragraphs[o.Sentence] == own && IsLabel(scene, o))) { found.Add("label", kind); found.Add("label+here", kind, here); }
        // How it was said where it was said last.
        if (options.Where(o => o.Elsewhere >= 0 && o.Sentence < sentence).MaxBy(o => o.Sentence) is { } last)
        {
            var tree = scene.Trees[last.Sentence];
            found.Add("said-with", ClauseReader.Preposition(tree, last.Elsewhere), kind, where);
            found.Add("said-as", tree[last.Elsewhere].Relation, kind, where);
            if (tree[last.Elsewhere].Head is >= 0 and var over) found.Add("said-over", Features.Lemma(tree[over]), kind);
        }
        Before(scene, part, options[0].Key, past, found, kind, type, here, rule);
    }

    // Where the paragraph's earlier acts were.
    private static void Before(Scene scene, Part part, string key, IReadOnlyList<Past> past, Features found, string kind, string type, string here, string rule)
    {
        var sentence = part.Candidate.Sentence;
        var (there, elsewhere) = (0, 0);
        foreach (var act in past)
        {
            if (act.Sentence > sentence || scene.Paragraphs[act.Sentence] != scene.Paragraphs[sentence] || act.Place is null) continue;
            if (act.PlaceKey == key) there++;
            else elsewhere++;
        }
        var counts = Few(there) + "/" + Few(elsewhere);
        found.Add("acts-there", counts, here);
        found.Add("acts-there+kind", counts, kind, here);
        found.Add("acts-there+type", counts, type);
        found.Add("acts-there+rule", counts, rule);
        for (var i = past.Count - 1; i >= 0 && i >= past.Count - 3; i--)
            if (past[i].PlaceKey == key)
                found.Add("act-before", (past.Count - i).ToString(CultureInfo.InvariantCulture), past[i].Sentence == sentence ? "sentence" : scene.Paragraphs[past[i].Sentence] == scene.Paragraphs[sentence] ? "paragraph" : "other", here);
    }

    private static string There(Tree tree)
    {
        for (var word = 0; word < tree.Count; word++)
            if (tree[word].Upos == Upos.ADV && tree[word].Form.ToLowerInvariant() is "there" or "here") return tree[word].Form.ToLowerInvariant();
        return "no";
    }

    // "Raqqa: …", "Idlib province: …".
    private static bool IsLabel(Scene scene, PlaceOption option)
    {
        var word = option.Word >= 0 ? option.Word : option.Elsewhere;
        var tree = scene.Trees[option.Sentence];
        return word is >= 0 and < 4 && (word + 1 < tree.Count && tree[word + 1].Form == ":" || word + 2 < tree.Count && tree[word + 2].Form == ":");
    }

    private static string Few(int count) => count switch { 0 => "0", 1 => "1", _ => "2" };
}
