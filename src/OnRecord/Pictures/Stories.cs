using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>Brings together articles that are copies of one text: cut, retitled or lightly rewritten.</summary>
internal static class Stories
{
    private const int Words = 4;
    private const int FewestShingles = 8;
    private const double Shared = 0.5;
    private const int DaysApart = 7;

    // Runs of words that very many articles share are formulas, and say nothing about copying.
    private const int Formula = 40;

    /// <summary>The articles in groups of copies; an article without copies is a group of its own.</summary>
    public static List<List<ArticleEntry>> Of(IEnumerable<ArticleEntry> articles)
    {
        var sorted = articles.Order(LedgerOrder.Articles).ToList();
        var shingles = sorted.Select(article => Shingles(article.Text)).ToList();
        var holders = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < sorted.Count; i++)
            foreach (var shingle in shingles[i])
                (holders.TryGetValue(shingle, out var list) ? list : holders[shingle] = []).Add(i);

        var parent = Enumerable.Range(0, sorted.Count).ToArray();
        var common = new Dictionary<int, int>();
        for (var i = 0; i < sorted.Count; i++)
        {
            common.Clear();
            foreach (var shingle in shingles[i])
                if (holders[shingle] is { Count: > 1 and <= Formula } list)
                    foreach (var j in list.TakeWhile(j => j < i)) common[j] = common.GetValueOrDefault(j) + 1;
            foreach (var (j, count) in common)
                if (Copies(count, shingles[i].Count, shingles[j].Count) && Near(sorted[i], sorted[j])) parent[Root(i)] = Root(j);
        }
        return [.. Enumerable.Range(0, sorted.Count).GroupBy(Root).Select(group => group.Select(i => sorted[i]).ToList())];

        int Root(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }
    }

    private static bool Copies(int common, int a, int b) => Math.Min(a, b) >= FewestShingles && common >= Shared * Math.Min(a, b);

    private static bool Near(ArticleEntry a, ArticleEntry b) =>
        a.Published is not { } one || b.Published is not { } other || Math.Abs(one.DayNumber - other.DayNumber) <= DaysApart;

    // FNV-1a over the lower-case letters and digits of each run of words.
    private static HashSet<ulong> Shingles(string text)
    {
        var words = new List<ulong>();
        var hash = 0UL;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) hash = ((hash == 0 ? 14695981039346656037 : hash) ^ char.ToLowerInvariant(c)) * 1099511628211;
            else if (hash != 0)
            {
                words.Add(hash);
                hash = 0;
            }
        }
        if (hash != 0) words.Add(hash);

        var shingles = new HashSet<ulong>();
        for (var i = 0; i + Words <= words.Count; i++)
        {
            var run = 14695981039346656037;
            for (var j = 0; j < Words; j++) run = (run ^ words[i + j]) * 1099511628211 + 0x9E3779B97F4A7C15;
            shingles.Add(run);
        }
        return shingles;
    }
}
