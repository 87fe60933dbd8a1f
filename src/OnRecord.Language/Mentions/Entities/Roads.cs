using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Takes the two places apart that name a road: "the Gao-Ansongo road", "the Pokrovsk–Kostiantynivka axis".</summary>
internal static class Roads
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "road", "highway", "axis", "expressway", "motorway", "route", "railway", "corridor", "border", "line" };

    /// <summary>The names of the sentence, with both ends of each such road in the place of what was taken for one name.</summary>
    public static List<NameSpan> Ends(Scene scene, int sentence, List<NameSpan> spans)
    {
        if (scene.Gazetteer is not { } gazetteer) return spans;
        var tree = scene.Trees[sentence];
        for (var road = 3; road < tree.Count; road++)
        {
            if (!Words.Contains(tree[road].Form.ToLowerInvariant()) || Dash(tree, road) is not (> 0 and var dash)) continue;
            var first = Begin(tree, dash);
            if (spans.Exists(s => s.Bearers.Count > 0 && s.Start < road && s.End > first) || gazetteer.Find(scene.Text(sentence, first, road)).Count > 0) continue;
            // One that a map has stands for both.
            if (gazetteer.Find(scene.Text(sentence, first, dash)).Count == 0 && gazetteer.Find(scene.Text(sentence, dash + 1, road)).Count == 0) continue;
            spans = [.. spans.Where(s => s.End <= first || s.Start >= road), new NameSpan(first, dash, [], NameKind.Location), new NameSpan(dash + 1, road, [], NameKind.Location)];
            spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        }
        return spans;
    }

    // The dash between the two names before the word, or -1.
    private static int Dash(Tree tree, int road)
    {
        var at = road - 1;
        while (at > 0 && road - at <= 3 && IsName(tree, at)) at--;
        return at > 0 && at < road - 1 && tree[at].Form is "-" or "–" && IsName(tree, at - 1) ? at : -1;
    }

    private static int Begin(Tree tree, int dash)
    {
        var at = dash - 1;
        while (at > 0 && dash - at <= 2 && IsName(tree, at - 1)) at--;
        return at;
    }

    private static bool IsName(Tree tree, int word) => tree[word].Upos == Upos.PROPN && char.IsUpper(tree[word].Form[0]);
}
