using System.Collections.Immutable;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>A warm record to draw pictures from: entries are added in any order, once each; a picture folds only the countries that changed since it was last drawn for the same days.
/// Not safe for several threads at once.</summary>
public sealed class PictureFold
{
    private readonly FactMaker _maker = new();
    private readonly Dictionary<string, ArticleEntry> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ArticleFacts> _ofArticle = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Country> _countries = new(StringComparer.Ordinal);
    private readonly OriginBook _origins = new();
    private readonly VersionBook _versions = new();
    private DateOnly? _lastKnown;

    /// <summary>A fold of these entries; articles that are not given count by outlet alone.</summary>
    public static PictureFold Of(IEnumerable<LedgerEntry> entries, IReadOnlyDictionary<string, ArticleEntry> articles)
    {
        var fold = new PictureFold();
        var ofArticle = entries.ToLookup(entry => entry.ArticleId, StringComparer.Ordinal);
        foreach (var article in articles.Values) fold.Add(article, ofArticle[article.Id]);
        foreach (var group in ofArticle)
            if (!articles.ContainsKey(group.Key)) fold.Add(group);
        return fold;
    }

    /// <summary>Adds an article with its entries; those that are there already are passed over.</summary>
    public void Add(ArticleEntry article, IEnumerable<LedgerEntry> entries)
    {
        if (_articles.TryAdd(article.Id, article))
        {
            _origins.Add(article);
            _versions.Add(article);
        }
        Add(article.Id, entries);
    }

    /// <summary>Adds entries of articles that are not given themselves.</summary>
    public void Add(IEnumerable<LedgerEntry> entries)
    {
        foreach (var group in entries.GroupBy(entry => entry.ArticleId, StringComparer.Ordinal)) Add(group.Key, group);
    }

    /// <summary>The picture for some days: the same entries give the same picture, to the byte, whatever the order in which they came.</summary>
    public Picture At(PictureOptions options)
    {
        var asOf = options.AsOf ?? options.KnownAt ?? _lastKnown ?? default;
        var known = options.KnownAt is { } day ? _articles.Values.Where(article => article.Known <= day).ToDictionary(article => article.Id, StringComparer.Ordinal) : _articles;
        var origins = _origins.At(options.KnownAt, known);
        var contents = new Contents(_versions.Kept.Where(article => !(article.Known > options.KnownAt)), id => _ofArticle.TryGetValue(id, out var facts) ? facts.Facts.Select(fact => fact.Entry) : []);
        var sheets = _countries.Where(pair => options.Country is null || pair.Key == options.Country)
            .Select(pair => pair.Value.Sheet(asOf, options.KnownAt, origins, contents)).ToList();
        return new Picture
        {
            AsOf = asOf,
            KnownAt = options.KnownAt,
            Happenings = Joined(sheets, sheet => sheet.Happenings, happenings => happenings.OrderBy(h => h.When.To).ThenBy(h => h.Id, StringComparer.Ordinal)),
            Control = Joined(sheets, sheet => sheet.Control, places => places.OrderBy(place => place.Place.Key, StringComparer.Ordinal)),
            Areas = Joined(sheets, sheet => sheet.Areas, areas => areas.OrderBy(area => area.Id, StringComparer.Ordinal)),
            Tallies = Joined(sheets, sheet => sheet.Tallies, tallies => tallies.OrderBy(tally => tally.When).ThenBy(tally => tally.Id, StringComparer.Ordinal)),
            Commitments = Joined(sheets, sheet => sheet.Commitments, all => all.OrderBy(c => c.Said).ThenBy(c => c.Id, StringComparer.Ordinal)),
            Movements = Joined(sheets, sheet => sheet.Movements, moves => moves.OrderBy(move => move.When.To).ThenBy(move => move.Id, StringComparer.Ordinal)),
            Harm = Joined(sheets, sheet => sheet.Harm, harm => harm.OrderBy(h => h.When.To).ThenBy(h => h.Id, StringComparer.Ordinal)),
            Disagreements = Joined(sheets, sheet => sheet.Disagreements, all => all.OrderBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)),
            Claims = Joined(sheets, sheet => sheet.Claims, claims => claims.OrderBy(claim => claim.Id, StringComparer.Ordinal)),
            Stories = options.Country is null ? origins.Stories : Told(origins.Stories, sheets),
            Evidence = new Evidence([.. sheets.Select(sheet => sheet.Facts)], known, origins),
        };
    }

    private static ImmutableArray<T> Joined<T>(List<PictureSheet> sheets, Func<PictureSheet, ImmutableArray<T>> part, Func<IEnumerable<T>, IEnumerable<T>> sort) =>
        sheets.Count == 1 ? part(sheets[0]) : [.. sort(sheets.SelectMany(sheet => part(sheet)))];

    private static ImmutableArray<Story> Told(ImmutableArray<Story> stories, List<PictureSheet> sheets)
    {
        var articles = sheets.SelectMany(sheet => sheet.Facts.Values).Select(fact => fact.Entry.ArticleId).ToHashSet(StringComparer.Ordinal);
        return [.. stories.Where(story => story.Articles.Any(articles.Contains))];
    }

    private void Add(string articleId, IEnumerable<LedgerEntry> entries)
    {
        if (!_ofArticle.TryGetValue(articleId, out var article)) _ofArticle[articleId] = article = new ArticleFacts();
        var added = new List<Fact>();
        foreach (var entry in entries)
        {
            if (!article.Ids.Add(entry.Statement.Id)) continue;
            added.Add(_maker.Of(entry, _articles.GetValueOrDefault(articleId)));
            _origins.Add(entry);
            if (!(entry.Known <= _lastKnown)) _lastKnown = entry.Known;
        }
        if (added.Count == 0) return;
        article.Facts.AddRange(added);
        var home = Home(article.Facts);
        // Where later entries show that the article is mostly about another country, those without a place move with it.
        if (home != article.Home)
        {
            foreach (var fact in article.Facts.Except(added)) Take(CountryOf(fact, article.Home), fact);
            added = article.Facts;
            article.Home = home;
        }
        foreach (var fact in added) In(CountryOf(fact, home)).Add(fact);
    }

    private Country In(string code) => _countries.TryGetValue(code, out var country) ? country : _countries[code] = new Country();

    private void Take(string code, Fact fact)
    {
        if (_countries.TryGetValue(code, out var country)) country.Remove(fact);
    }

    private static string CountryOf(Fact fact, string home) => fact.Place?.Place is { Country.Length: > 0 } place ? place.Country : home;

    // The country that most of an article's places are in; of equals the first by code.
    private static string Home(IEnumerable<Fact> facts) => facts.Where(fact => fact.Place?.Place is { Country.Length: > 0 })
        .GroupBy(fact => fact.Place!.Place!.Country, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? "";

    private sealed class ArticleFacts
    {
        public List<Fact> Facts { get; } = [];

        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        public string Home { get; set; } = "";
    }

    /// <summary>The facts of a country, and the sheet last drawn of them.</summary>
    private sealed class Country
    {
        private readonly List<Fact> _facts = [];
        private (DateOnly AsOf, DateOnly? KnownAt)? _days;
        private PictureSheet? _sheet;

        public void Add(Fact fact)
        {
            _facts.Add(fact);
            _sheet = null;
        }

        public void Remove(Fact fact)
        {
            _facts.RemoveAll(other => other.Id == fact.Id);
            _sheet = null;
        }

        // What others know of its reports may have changed too: who copied whom, which content is the newest.
        public PictureSheet Sheet(DateOnly asOf, DateOnly? knownAt, Origins origins, Contents contents)
        {
            var changed = _sheet is null || _days != (asOf, knownAt);
            for (var i = 0; i < _facts.Count; i++)
            {
                var (origin, takenBack) = (origins.Of(_facts[i]), contents.TakenBack(_facts[i].Entry));
                if (_facts[i].Origin == origin && _facts[i].TakenBack == takenBack && !takenBack) continue;
                _facts[i] = _facts[i] with { Origin = origin, TakenBack = takenBack };
                changed = true;
            }
            if (!changed) return _sheet!;
            _days = (asOf, knownAt);
            return _sheet = PictureSheet.Of(_facts.Where(fact => !(fact.Known > knownAt) && !(fact.TakenBack && contents.SaidAgain(fact.Entry))), asOf);
        }
    }
}
