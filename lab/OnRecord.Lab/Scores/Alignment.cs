namespace OnRecord.Lab.Scores;

/// <summary>Which words of two cuts of one text are the same: equal ranges, and inside multi-word tokens the longest common run of forms.</summary>
internal static class Alignment
{
    /// <summary>For each gold word the system's word, or -1.</summary>
    public static int[] Of(IReadOnlyList<PlacedWord> gold, IReadOnlyList<PlacedWord> system)
    {
        var to = new int[gold.Count];
        Array.Fill(to, -1);
        int g = 0, s = 0;
        while (g < gold.Count && s < system.Count)
        {
            if (gold[g].Many || system[s].Many)
            {
                (g, s) = Regions(gold, system, g, s, to);
                continue;
            }
            var (a, b) = (gold[g], system[s]);
            if (a.Start == b.Start && a.End == b.End) to[g++] = s++;
            else if (a.Start <= b.Start) g++;
            else s++;
        }
        return to;
    }

    // From a multi-word token on, takes in all tokens that overlap, and pairs the words of both sides by their forms.
    private static (int Gold, int System) Regions(IReadOnlyList<PlacedWord> gold, IReadOnlyList<PlacedWord> system, int g, int s, int[] to)
    {
        var many = gold[g].Many ? gold[g] : system[s];
        if (gold[g].Many && system[s].Many && system[s].Start < many.Start) many = system[s];
        // Words that end before the token begins belong to none.
        while (g < gold.Count && gold[g].Start < many.Start && !gold[g].Many) g++;
        while (s < system.Count && system[s].Start < many.Start && !system[s].Many) s++;
        var (firstGold, firstSystem, end) = (g, s, many.End);
        for (var grown = true; grown;)
        {
            grown = false;
            for (; g < gold.Count && gold[g].Start < end; g++, grown = true)
                if (gold[g].Many) end = Math.Max(end, gold[g].End);
            for (; s < system.Count && system[s].Start < end; s++, grown = true)
                if (system[s].Many) end = Math.Max(end, system[s].End);
        }
        Pair(gold, system, (firstGold, g), (firstSystem, s), to);
        return (g, s);
    }

    // The longest common subsequence of the forms, ignoring case.
    private static void Pair(IReadOnlyList<PlacedWord> gold, IReadOnlyList<PlacedWord> system, (int From, int To) a, (int From, int To) b, int[] to)
    {
        var (n, m) = (a.To - a.From, b.To - b.From);
        var best = new int[n + 1, m + 1];
        bool Same(int i, int j) => string.Equals(gold[a.From + i].Word.Form, system[b.From + j].Word.Form, StringComparison.OrdinalIgnoreCase);
        for (var i = n - 1; i >= 0; i--)
            for (var j = m - 1; j >= 0; j--)
                best[i, j] = Same(i, j) ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);
        for (int i = 0, j = 0; i < n && j < m;)
            if (Same(i, j)) to[a.From + i++] = b.From + j++;
            else if (best[i + 1, j] >= best[i, j + 1]) i++;
            else j++;
    }
}
