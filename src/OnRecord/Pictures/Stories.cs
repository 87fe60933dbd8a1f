using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>Two articles that are copies of one text, and the share of the shorter one's runs of words that the other has.</summary>
internal sealed record Copy(ArticleEntry One, ArticleEntry Other, double Alike);

/// <summary>Finds articles that are copies of one text: cut, retitled or lightly rewritten. Each is held only against those of its day and the days before it that share sampled runs of words (MinHash by a fixed part of the hashes' range).
/// A day's copies follow from the articles of its days alone, so that an article that comes late costs only the days around it.</summary>
internal sealed class Stories
{
    private const int FewestRuns = 8;
    private const double Shared = 0.4;
    public const int DaysApart = 7;

    // Runs of words that very many articles of these days share are formulas, and say nothing about copying.
    private const int Formula = 40;

    // The sample may miss some: what is this near is looked at whole.
    private const double Likely = 0.15;

    private readonly SortedDictionary<int, Day> _days = [];
    private readonly SortedSet<int> _changed = [];

    /// <summary>Adds an article with the sample of its text.</summary>
    public void Add(ArticleEntry article, Shingles shingles)
    {
        var day = article.Known.DayNumber;
        if (!_days.TryGetValue(day, out var batch)) _days[day] = batch = new Day();
        batch.Articles.Add((article, shingles));
        for (var later = day; later <= day + DaysApart; later++) _changed.Add(later);
    }

    /// <summary>The pairs of copies among the articles so far.</summary>
    public IEnumerable<Copy> Copies()
    {
        var window = new Window();
        foreach (var number in _changed)
        {
            if (!_days.TryGetValue(number, out var day)) continue;
            window.MoveTo(number, _days);
            day.Copies = Find(day, window);
        }
        _changed.Clear();
        return _days.Values.SelectMany(day => day.Copies);
    }

    private static List<Copy> Find(Day day, Window window)
    {
        var copies = new List<Copy>();
        var common = new Dictionary<int, int>();
        foreach (var (article, shingles) in day.Articles)
        {
            if (shingles.Count < FewestRuns) continue;
            common.Clear();
            foreach (var hash in shingles.Sample)
            {
                if (window.Holders(hash) is not { Count: > 1 and <= Formula } holders) continue;
                foreach (var other in holders) common[other] = common.GetValueOrDefault(other) + 1;
            }
            HashSet<ulong>? runs = null;
            foreach (var (number, count) in common)
            {
                if (count < Likely * FewestRuns) continue;
                var (other, others) = window[number];
                // Of two of one day each is found from the other: once is enough.
                if (other.Known == article.Known && string.CompareOrdinal(other.Id, article.Id) >= 0) continue;
                if (count < Likely * Sampled(shingles, others)) continue;
                var alike = other.Text == article.Text ? 1 : Alike(runs ??= Shingles.All(article.Text), Shingles.All(other.Text));
                if (alike >= Shared) copies.Add(new Copy(other, article, alike));
            }
        }
        return copies;
    }

    // How many runs the two could share as far as both samples go.
    private static int Sampled(Shingles a, Shingles b)
    {
        if (a.Short == b.Short) return Math.Min(a.Sample.Length, b.Sample.Length);
        var (small, large) = a.Short ? (a, b) : (b, a);
        return Math.Min(small.Sample.Count(Shingles.InSample), large.Sample.Length);
    }

    private static double Alike(HashSet<ulong> one, HashSet<ulong> other) => (double)one.Count(other.Contains) / Math.Min(one.Count, other.Count);

    /// <summary>The articles that came to be known on one day, and the copies among them and those of the days before.</summary>
    private sealed class Day
    {
        public List<(ArticleEntry Article, Shingles Shingles)> Articles { get; } = [];

        public List<Copy> Copies { get; set; } = [];
    }

    /// <summary>The articles of a day and the days before it, by the runs that they hold.</summary>
    private sealed class Window
    {
        private readonly List<(ArticleEntry Article, Shingles Shingles)> _articles = [];
        private readonly Queue<(int Day, int First, int Count)> _days = [];
        private readonly Dictionary<ulong, List<int>> _holders = [];
        private int _next = int.MinValue;

        public (ArticleEntry Article, Shingles Shingles) this[int number] => _articles[number];

        public List<int>? Holders(ulong hash) => _holders.GetValueOrDefault(hash);

        /// <summary>Days come in order: those that are past go, those that are not there yet come in.</summary>
        public void MoveTo(int day, SortedDictionary<int, Day> all)
        {
            while (_days.TryPeek(out var oldest) && oldest.Day < day - DaysApart)
            {
                _days.Dequeue();
                for (var i = oldest.First; i < oldest.First + oldest.Count; i++)
                {
                    foreach (var hash in _articles[i].Shingles.Sample)
                        if (_holders.TryGetValue(hash, out var list) && list.Remove(i) && list.Count == 0) _holders.Remove(hash);
                    _articles[i] = default;
                }
            }
            for (var number = Math.Max(_next, day - DaysApart); number <= day; number++)
            {
                if (!all.TryGetValue(number, out var batch)) continue;
                _days.Enqueue((number, _articles.Count, batch.Articles.Count));
                foreach (var one in batch.Articles)
                {
                    if (one.Shingles.Count >= FewestRuns)
                        foreach (var hash in one.Shingles.Sample) (_holders.TryGetValue(hash, out var list) ? list : _holders[hash] = []).Add(_articles.Count);
                    _articles.Add(one);
                }
            }
            _next = day + 1;
        }
    }
}
