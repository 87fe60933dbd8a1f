using System.Collections.Immutable;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>A warm record to draw pictures from: entries are added in any order, once each; a picture folds only the countries that changed since it was last drawn for the same days.
/// Not safe for several threads at once.</summary>
public sealed partial class PictureFold
{
    private const int FewFacts = 2000;

    private readonly FactMaker _maker = new();
    private readonly Dictionary<string, ArticleEntry> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ArticleFacts> _ofArticle = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CountryFold> _countries = new(StringComparer.Ordinal);
    private readonly OriginBook _origins = new();
    private readonly VersionBook _versions = new();
    private ILookup<string, LedgerEntry>? _contents;
    private DateOnly? _lastKnown;
    private int _version;
    private readonly List<Basis> _bases = [];
    private Evidence _evidence = Evidence.None;
    private (int Version, PictureOptions Options, Picture Picture)? _drawn;

    /// <summary>A fold of nothing yet.</summary>
    public PictureFold()
    {
    }

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

    /// <summary>A fold of one country, of what its picture rests on: it gives the pictures of that country that a fold of the whole record gives.</summary>
    public static PictureFold Of(CountryPart part)
    {
        var fold = new PictureFold { _contents = part.Contents, _lastKnown = part.LastKnown };
        foreach (var article in part.Articles)
            if (fold._articles.TryAdd(article.Id, article)) fold._versions.Add(article);
        fold._origins.Take(part.Copies.Select(pair => new Copy(fold._articles[pair.Earlier], fold._articles[pair.Later], pair.Alike)), part.Quoted);
        var country = fold.In(part.Country);
        // In as many shares as there are cores, each with a maker of its own.
        foreach (var fact in part.Entries.Chunk(part.Entries.Count / Environment.ProcessorCount + 1).AsParallel().AsOrdered().SelectMany(fold.Facts)) country.Add(fact);
        return fold;
    }

    /// <summary>Adds an article with its entries; those that are there already are passed over.</summary>
    public void Add(ArticleEntry article, IEnumerable<LedgerEntry> entries)
    {
        if (Anew(null) is { } anew)
        {
            anew.Add(article, entries);
            return;
        }
        _keep = null;
        if (_articles.TryAdd(article.Id, article))
        {
            _version++;
            _origins.Add(article);
            _versions.Add(article);
        }
        Add(article.Id, entries);
    }

    /// <summary>Adds entries of articles that are not given themselves.</summary>
    public void Add(IEnumerable<LedgerEntry> entries)
    {
        if (Anew(null) is { } anew)
        {
            anew.Add(entries);
            return;
        }
        _keep = null;
        foreach (var group in entries.GroupBy(entry => entry.ArticleId, StringComparer.Ordinal)) Add(group.Key, group);
    }

    /// <summary>The picture for some days: the same entries give the same picture, to the byte, whatever the order in which they came.</summary>
    public Picture At(PictureOptions options)
    {
        if (Anew(options) is { } anew) return anew.At(options);
        var asOf = options.AsOf ?? options.KnownAt ?? _lastKnown ?? default;
        if (_drawn is { } last && last.Version == _version && last.Options == options) return last.Picture;
        var basis = Basis(options.KnownAt);
        var countries = _countries.Where(pair => options.Country is null || pair.Key == options.Country).Select(pair => pair.Value).ToList();
        // Countries are folded side by side, none knows of another; where little is to be folded, sharing it out would cost more.
        List<CountryFold> fresh = _ofArticle.Count > FewFacts * 10 ? [.. countries.AsParallel().Where(country => country.Needs(asOf, basis))] : countries.FindAll(country => country.Needs(asOf, basis));
        if (fresh.Sum(country => country.Count) > FewFacts) fresh.AsParallel().ForAll(country => country.Sheet(asOf, basis));
        var sheets = countries.ConvertAll(country => country.Sheet(asOf, basis));
        var picture = Drawn(options, asOf, basis, sheets);
        _drawn = (_version, options, picture);
        Keep(options, basis);
        return picture;
    }

    /// <summary>Folds one of the countries that a picture still needs; false where none is left and <see cref="At"/> has little to do. So a picture can be worked out bit by bit.</summary>
    public bool FoldNext(PictureOptions options)
    {
        if (Anew(options) is { } anew) return anew.FoldNext(options);
        var asOf = options.AsOf ?? options.KnownAt ?? _lastKnown ?? default;
        var made = _bases.Any(one => one.Version == _version && one.KnownAt == options.KnownAt);
        var basis = Basis(options.KnownAt);
        if (!made) return true;
        foreach (var (code, country) in _countries)
            if ((options.Country is null || code == options.Country) && country.Needs(asOf, basis))
            {
                _ = country.Sheet(asOf, basis);
                return true;
            }
        return false;
    }

    private Picture Drawn(PictureOptions options, DateOnly asOf, Basis basis, List<PictureSheet> sheets)
    {
        return new Picture
        {
            AsOf = asOf,
            KnownAt = options.KnownAt,
            Happenings = Merged(sheets, sheet => sheet.Happenings, (a, b) => Order(a.When.To, b.When.To, a.Id, b.Id)),
            Control = Merged(sheets, sheet => sheet.Control, (a, b) => string.CompareOrdinal(a.Place.Key, b.Place.Key)),
            Areas = Merged(sheets, sheet => sheet.Areas, (a, b) => string.CompareOrdinal(a.Id, b.Id)),
            Tallies = Merged(sheets, sheet => sheet.Tallies, (a, b) => Order(a.When, b.When, a.Id, b.Id)),
            Commitments = Merged(sheets, sheet => sheet.Commitments, (a, b) => Order(a.Said, b.Said, a.Id, b.Id)),
            Movements = Merged(sheets, sheet => sheet.Movements, (a, b) => Order(a.When.To, b.When.To, a.Id, b.Id)),
            Harm = Merged(sheets, sheet => sheet.Harm, (a, b) => Order(a.When.To, b.When.To, a.Id, b.Id)),
            Disagreements = Merged(sheets, sheet => sheet.Disagreements, (a, b) => string.CompareOrdinal(a.Kind, b.Kind) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id)),
            Claims = Merged(sheets, sheet => sheet.Claims, (a, b) => string.CompareOrdinal(a.Id, b.Id)),
            Stories = options.Country is null ? basis.Origins.Stories : Told(basis.Origins.Stories, sheets),
            Evidence = _evidence = _evidence.Next([.. sheets.Select(sheet => sheet.Known.ById)], basis.Articles, basis.Origins),
        };
    }

    private static int Order(DateOnly? day, DateOnly? other, string id, string otherId) =>
        Nullable.Compare(day, other) is not 0 and var order ? order : string.CompareOrdinal(id, otherId);

    // What is the same for all countries: it is made again only where something was added, and for another day as known on. That of all that is known stays beside it.
    private Basis Basis(DateOnly? knownAt)
    {
        _bases.RemoveAll(one => one.Version != _version);
        if (_bases.Find(one => one.KnownAt == knownAt) is { } made) return made;
        if (knownAt is not null) _bases.RemoveAll(one => one.KnownAt is not null);
        IReadOnlyDictionary<string, ArticleEntry> known = knownAt is { } day ? _articles.Values.Where(article => article.Known <= day).ToDictionary(article => article.Id, StringComparer.Ordinal) : _articles;
        var basis = new Basis(_version, knownAt, id => known.GetValueOrDefault(id), _origins.At(knownAt, known), new Contents(_versions.Kept.Where(article => !(article.Known > knownAt)),
            id => _contents is not null ? _contents[id] : _ofArticle.TryGetValue(id, out var facts) ? facts.Facts.Select(fact => fact.Entry) : []));
        _bases.Add(basis);
        return basis;
    }

    // The sheets' parts are in order each: the least of their next ones comes next.
    private static ImmutableArray<T> Merged<T>(List<PictureSheet> sheets, Func<PictureSheet, ImmutableArray<T>> part, Comparison<T> order)
    {
        var parts = sheets.Select(part).Where(one => one.Length > 0).ToList();
        if (parts.Count < 2) return parts.Count == 0 ? [] : parts[0];
        var merged = ImmutableArray.CreateBuilder<T>(parts.Sum(one => one.Length));
        var next = new PriorityQueue<(int Part, int Index), T>(Comparer<T>.Create(order));
        for (var i = 0; i < parts.Count; i++) next.Enqueue((i, 0), parts[i][0]);
        while (next.TryDequeue(out var at, out var item))
        {
            merged.Add(item);
            if (at.Index + 1 < parts[at.Part].Length) next.Enqueue((at.Part, at.Index + 1), parts[at.Part][at.Index + 1]);
        }
        return merged.MoveToImmutable();
    }

    private static ImmutableArray<Story> Told(ImmutableArray<Story> stories, List<PictureSheet> sheets)
    {
        if (stories.IsEmpty) return stories;
        return [.. stories.Where(story => sheets.Exists(sheet => story.Articles.Any(sheet.Known.Articles.Contains)))];
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
        _version++;
        article.Facts.AddRange(added);
        var home = Homes.Of(article.Facts.Select(fact => fact.Said));
        // Where later entries show that the article is mostly about another country, those without a place move with it.
        if (home != article.Home)
        {
            foreach (var fact in article.Facts.Except(added)) Take(CountryOf(fact, article.Home), fact);
            added = article.Facts;
            article.Home = home;
        }
        foreach (var fact in added) In(CountryOf(fact, home)).Add(fact);
    }

    private List<Fact> Facts(LedgerEntry[] entries)
    {
        var maker = new FactMaker();
        return [.. entries.Select(entry => maker.Of(entry, _articles.GetValueOrDefault(entry.ArticleId)))];
    }

    private CountryFold In(string code) => _countries.TryGetValue(code, out var country) ? country : _countries[code] = new CountryFold();

    private void Take(string code, Fact fact)
    {
        if (_countries.TryGetValue(code, out var country)) country.Remove(fact);
    }

    private static string CountryOf(Fact fact, string home) => Homes.Own(fact.Said) is { Length: > 0 } own ? own : home;

    private sealed class ArticleFacts
    {
        public List<Fact> Facts { get; } = [];

        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        public string Home { get; set; } = "";
    }
}

/// <summary>What a picture rests on whatever the country: the articles known, their origins, and which contents are the newest.</summary>
internal sealed record Basis(int Version, DateOnly? KnownAt, Func<string, ArticleEntry?> Articles, Origins Origins, Contents Contents);
