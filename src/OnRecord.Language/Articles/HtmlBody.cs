namespace OnRecord.Language.Articles;

/// <summary>Finds the body of a page's article: the element whose lines speak most for running text, without the lines in it that do not.</summary>
internal static class HtmlBody
{
    private const int ShortBody = 250;

    /// <summary>The lines of the body in order; none where the page has no running text. <paramref name="page"/> gives a fresh tree each time.</summary>
    public static List<HtmlLeaf> Find(Func<HtmlNode> page)
    {
        var lines = Find(page(), dropByName: true);
        if (lines.Sum(Prose) >= ShortBody) return lines;
        // Class names may have misled: once more by the text alone.
        var all = Find(page(), dropByName: false);
        return all.Sum(Prose) > 2 * lines.Sum(Prose) ? all : lines;
    }

    private static List<HtmlLeaf> Find(HtmlNode page, bool dropByName)
    {
        var weight = Weights(page, HtmlLeaf.All(page), prose: true);
        var total = Math.Max(1, weight[page]);
        HtmlBoilerplate.Drop(page, node => weight.GetValueOrDefault(node) / total, dropByName);
        var leaves = HtmlLeaf.All(page);
        var best = Best(page, Weights(page, leaves, prose: false));
        return Lines(WithLead(page, best, leaves));
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
        // A part of it that holds nearly all is the body; the rest is what stands around it.
        while (Narrower(best, sums) is { } part) best = part;
        return best;

        void Walk(HtmlNode node)
        {
            if (!sums.TryGetValue(node, out var score)) return;
            // Deeper elements win ties, and those that say they are the article win narrow cases.
            if (node.Tag is "article" or "main" || HtmlBoilerplate.NamesBody(node)) score *= 1.1;
            if (score >= bestScore) (best, bestScore) = (node, score);
            foreach (var child in node.Children)
                if (!child.Dropped && child.Text is null) Walk(child);
        }
    }

    /// <summary>The lines of the body, and before them the running text that stands between the page's headline and the body: a lead set apart from the rest.</summary>
    private static List<HtmlLeaf> WithLead(HtmlNode page, HtmlNode body, List<HtmlLeaf> leaves)
    {
        var lines = HtmlLeaf.All(body);
        if (lines.Count == 0 || body == page) return lines;
        var first = leaves.FindIndex(l => l.Container == lines[0].Container && l.Text == lines[0].Text);
        var headline = first < 1 ? -1 : leaves.FindLastIndex(first - 1, l => l.Container.Tag == "h1");
        if (headline < 0 || first - headline > 12) return lines;
        var lead = leaves[(headline + 1)..first].Where(l => Prose(l) > 0 && l.LinkShare < 0.2 && l.Text.Length >= 100).ToList();
        return lead.Count is 1 or 2 ? [.. lead, .. lines] : lines;
    }

    private static HtmlNode? Narrower(HtmlNode node, Dictionary<HtmlNode, double> sums)
    {
        foreach (var child in node.Children)
        {
            if (child.Dropped || child.Text is not null || !sums.TryGetValue(child, out var score)) continue;
            var enough = HtmlBoilerplate.NamesBody(child) ? 0.5 : 0.8;
            if (score > enough * sums[node] && child.Tag is not ("p" or "li" or "ul" or "ol" or "blockquote")) return child;
        }
        return null;
    }

    private static List<HtmlLeaf> Lines(List<HtmlLeaf> leaves)
    {
        var kept = new List<HtmlLeaf>();
        double left = leaves.Sum(Prose), seen = 0;
        foreach (var leaf in leaves)
        {
            if (leaf.Container.Tag is "h1" || HtmlPhrases.IsStock(leaf.Text)) continue;
            if (leaf.LinkShare > 0.6 && (leaf.Text.Length < 200 || !leaf.EndsSentence)) continue;
            // "More stories", "Comments" and the like end the article where most of it has gone by.
            if (HtmlPhrases.EndsArticle(leaf.Text))
            {
                if (seen > 6 * left) break;
                continue;
            }
            kept.Add(leaf);
            seen += Prose(leaf);
            left -= Prose(leaf);
        }
        while (kept.Count > 0 && !StartsBody(kept[0])) kept.RemoveAt(0);
        while (kept.Count > 0 && !EndsBody(kept[^1])) kept.RemoveAt(kept.Count - 1);
        // A heading must stand above something.
        for (var i = kept.Count - 2; i >= 0; i--)
            if (kept[i].IsHeading && kept[i + 1].IsHeading && kept[i + 1].Container.Tag == kept[i].Container.Tag) kept.RemoveAt(i);
        return kept;
    }

    private static bool StartsBody(HtmlLeaf leaf) => !leaf.IsHeading && (leaf.Text.Length >= 80 || leaf.EndsSentence && leaf.Text.Length >= 30);

    private static bool EndsBody(HtmlLeaf leaf) => !leaf.IsHeading && (leaf.EndsSentence || leaf.Text.Length >= 60 || leaf.Container.Tag is "li" or "tr" or "td");
}
