using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>Two articles that are copies of one text, and the share of the shorter one's runs of words that the other has.</summary>
internal sealed record Copy(ArticleEntry One, ArticleEntry Other, double Alike);

/// <summary>Finds articles that are copies of one text: cut, retitled or lightly rewritten. Each is held only against those of the days before it that share sampled runs of words (MinHash by a fixed part of the hashes' range).</summary>
internal sealed class Stories
{
    private const int FewestRuns = 8;
    private const double Shared = 0.4;
    private const int DaysApart = 7;

    // Runs of words that very many articles of these days share are formulas, and say nothing about copying.
    private const int Formula = 40;

    // The sample may miss some: what is this near is looked at whole.
    private const double Likely = 0.15;

    private readonly List<ArticleEntry> _articles = [];
    private readonly List<Shingles> _shingles = [];
    private readonly Queue<(int Day, Dictionary<ulong, List<int>> Holders)> _days = [];
    private readonly List<Copy> _copies = [];

    /// <summary>The pairs of copies among the articles so far.</summary>
    public IReadOnlyList<Copy> Copies => _copies;

    /// <summary>The order in which articles must be added: by the day on which they were known, then id.</summary>
    public static IComparer<ArticleEntry> Order { get; } = Comparer<ArticleEntry>.Create((a, b) =>
        Day(a) != Day(b) ? Day(a).CompareTo(Day(b)) : string.CompareOrdinal(a.Id, b.Id));

    /// <summary>The last article added, or null.</summary>
    public ArticleEntry? Last => _articles.Count > 0 ? _articles[^1] : null;

    /// <summary>Adds an article that comes after all those added, with the sample of its text.</summary>
    public void Add(ArticleEntry article, Shingles shingles)
    {
        var day = Day(article);
        while (_days.TryPeek(out var oldest) && oldest.Day < day - DaysApart) _days.Dequeue();
        if (_days.Count == 0 || _days.Last().Day != day) _days.Enqueue((day, []));
        if (shingles.Count >= FewestRuns)
        {
            foreach (var other in Candidates(shingles)) Compare(article, shingles, other);
            var holders = _days.Last().Holders;
            foreach (var hash in shingles.Sample) (holders.TryGetValue(hash, out var list) ? list : holders[hash] = []).Add(_articles.Count);
        }
        _articles.Add(article);
        _shingles.Add(shingles);
    }

    private IEnumerable<int> Candidates(Shingles shingles)
    {
        var common = new Dictionary<int, int>();
        var found = new List<List<int>>();
        foreach (var hash in shingles.Sample)
        {
            found.Clear();
            foreach (var (_, holders) in _days)
                if (holders.TryGetValue(hash, out var list)) found.Add(list);
            if (found.Sum(list => list.Count) > Formula) continue;
            foreach (var list in found)
                foreach (var other in list) common[other] = common.GetValueOrDefault(other) + 1;
        }
        return common.Where(pair => pair.Value >= Likely * Sampled(shingles, _shingles[pair.Key])).Select(pair => pair.Key).Order();
    }

    // How many runs the two could share as far as both samples go.
    private static int Sampled(Shingles a, Shingles b)
    {
        if (a.Short == b.Short) return Math.Min(a.Sample.Length, b.Sample.Length);
        var (small, large) = a.Short ? (a, b) : (b, a);
        return Math.Min(small.Sample.Count(Shingles.InSample), large.Sample.Length);
    }

    private void Compare(ArticleEntry article, Shingles shingles, int other)
    {
        var (mine, theirs) = (Shingles.All(article.Text), Shingles.All(_articles[other].Text));
        var alike = (double)mine.Count(theirs.Contains) / Math.Min(shingles.Count, _shingles[other].Count);
        if (alike >= Shared) _copies.Add(new Copy(_articles[other], article, alike));
    }

    private static int Day(ArticleEntry article) => article.Known.DayNumber;
}
