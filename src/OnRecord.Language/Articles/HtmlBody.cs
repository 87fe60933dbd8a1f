namespace OnRecord.Language.Articles;

/// <summary>Finds the body of a page's article: the element whose lines speak most for running text, without the lines in it that do not.</summary>
internal static class HtmlBody
{
    /// <summary>The lines of the body in order; none where the page has no running text.</summary>
    public static List<HtmlLeaf> Find(HtmlNode page)
    {
        var weight = Weights(page, HtmlLeaf.All(page), prose: true);
        var total = Math.Max(1, weight[page]);
        HtmlBoilerplate.Drop(page, node => weight.GetValueOrDefault(node) / total);
        var leaves = HtmlLeaf.All(page);
        var best = Best(page, Weights(page, leaves, prose: false));
        return Lines(HtmlLeaf.All(best));
    }

    /// <summary>How much a line speaks for (or against) its being of an article.</summary>
    private static double Score(HtmlLeaf leaf)
    {
        var length = leaf.Text.Length;
        if (leaf.IsHeading) return 0;
        if (leaf.LinkShare > 0.5) return -Math.Min(length, 100) * 0.5 - 5;
        if (length < 40 && !leaf.EndsSentence) return -10;
        if (length < 80) return leaf.EndsSentence ? length * 0.3 : -10;
        var factor = leaf.Container.Tag is "p" or "blockquote" or "pre" ? 1 : leaf.Container.Tag is "li" or "dd" ? 0.5 : 0.8;
        if (!leaf.EndsSentence) factor *= 0.5;
        return Math.Min(length, 600) * factor * (1 - leaf.LinkShare);
    }

    private static double Prose(HtmlLeaf leaf) => leaf.Text.Length >= 80 && leaf.LinkShare < 0.4 && leaf.EndsSentence ? leaf.Text.Length : 0;

    private static Dictionary<HtmlNode, double> Weights(HtmlNode page, List<HtmlLeaf> leaves, bool prose)
    {
        var sums = new Dictionary<HtmlNode, double> { [page] = 0 };
        foreach (var leaf in leaves)
        {
            var score = prose ? Prose(leaf) : Score(leaf);
            for (var node = leaf.Container; node is not null; node = node.Parent) sums[node] = sums.GetValueOrDefault(node) + score;
        }
        return sums;
    }

    private static HtmlNode Best(HtmlNode page, Dictionary<HtmlNode, double> sums)
    {
        var best = page;
        var bestScore = double.NegativeInfinity;
        Walk(page);
        return best;

        void Walk(HtmlNode node)
        {
            if (!sums.TryGetValue(node, out var score)) return;
            // Deeper elements win ties, and those that say they are the article win narrow cases.
            if (node.Tag is "article" or "main" || node.ItemProp.Contains("articlebody", StringComparison.Ordinal)) score *= 1.1;
            if (score >= bestScore) (best, bestScore) = (node, score);
            foreach (var child in node.Children)
                if (!child.Dropped && child.Text is null) Walk(child);
        }
    }

    private static List<HtmlLeaf> Lines(List<HtmlLeaf> leaves)
    {
        var kept = new List<HtmlLeaf>();
        foreach (var leaf in leaves)
        {
            if (leaf.LinkShare > 0.6 && (leaf.Text.Length < 200 || !leaf.EndsSentence)) continue;
            if (leaf.Container.Tag is "h1") continue;
            kept.Add(leaf);
        }
        // A heading must stand above something.
        for (var i = kept.Count - 1; i >= 0; i--)
            if (kept[i].IsHeading && (i + 1 == kept.Count || kept[i + 1].IsHeading && kept[i + 1].Container.Tag == kept[i].Container.Tag)) kept.RemoveAt(i);
        return kept;
    }
}
