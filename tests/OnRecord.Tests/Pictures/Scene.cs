using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;

namespace OnRecord.Tests.Pictures;

/// <summary>Reports made by hand, and what they say, for tests of the picture.</summary>
internal sealed class Scene
{
    public static readonly Place Afghanistan = new("Afghanistan", PlaceKind.Country, "", "AF", 33, 66, 37172386, 1149361, "AF");
    public static readonly Place Kabul = new("Kabul", PlaceKind.City, "Kabul", "AF", 34.528, 69.172, 4434550, 1138958, "") { Capital = "C" };
    public static readonly Place Kunduz = new("Kunduz", PlaceKind.City, "Kunduz", "AF", 36.728, 68.868, 161902, 1135690, "") { Capital = "A" };
    public static readonly Place KunduzProvince = new("Kunduz", PlaceKind.Admin1, "Kunduz", "AF", 36.8, 68.8, 0, 1135689, "AF.24");
    public static readonly Place Zaranj = new("Zaranj", PlaceKind.City, "Nimruz", "AF", 30.96, 61.86, 49851, 1120973, "") { Capital = "A" };
    public static readonly Place Herat = new("Herat", PlaceKind.City, "Herat", "AF", 34.348, 62.2, 574276, 1140026, "") { Capital = "A" };
    public static readonly Place SpinBoldak = new("Spin Boldak", PlaceKind.City, "Kandahar", "AF", 31.005, 66.4, 0, 1122826, "");

    private readonly List<ArticleEntry> _articles = [];
    private readonly List<LedgerEntry> _entries = [];

    public IReadOnlyList<LedgerEntry> Entries => _entries;

    public IReadOnlyDictionary<string, ArticleEntry> Articles => _articles.ToDictionary(article => article.Id);

    public static DateOnly Day(int august) => new(2021, 8, august);

    /// <summary>A report; what it says is added to it.</summary>
    public Report Report(string outlet, int august, string text, string? key = null, string? agency = null, string? title = null, int readAfterHours = 24)
        => ReportOn(Day(august), outlet, text, key ?? $"{outlet}-{august}-{_articles.Count}", agency, title, readAfterHours);

    public Report ReportOn(DateOnly day, string outlet, string text, string? key = null, string? agency = null, string? title = null, int readAfterHours = 24)
    {
        var name = key ?? $"{outlet}-{day:o}-{_articles.Count}";
        var article = new ArticleEntry(ContentId.OfArticle(name, text, title, outlet, day), name, title, outlet, null, null, agency, day, null, text,
            new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(readAfterHours));
        _articles.Add(article);
        return new Report(article, _entries);
    }

    public Picture PictureOf(DateOnly asOf) => OnRecord.Pictures.Picture.Of(_entries, Articles, new PictureOptions(asOf));

    public Picture Picture(int? asOf = null, int? knownAt = null) => OnRecord.Pictures.Picture.Of(_entries, Articles,
        new PictureOptions(asOf is { } day ? Day(day) : null, knownAt is { } known ? Day(known) : null));
}

/// <summary>A report made by hand.</summary>
internal sealed class Report(ArticleEntry article, List<LedgerEntry> entries)
{
    public ArticleEntry Article => article;

    /// <summary>Adds a statement; parties are "name" or "name=actor", several apart by ';', sources from origin to relay; days are of August 2021.</summary>
    public Report Says(string type, string trigger, string agent = "", string patient = "", Place? place = null, string? placeName = null,
        (int? From, int? To)? time = null, int? deadline = null, Mode mode = Mode.Actual, bool positive = true, string sources = "", Stance? stance = null,
        (double? Low, double? High, string Unit)? count = null)
    {
        var at = Find(trigger);
        var sentence = new TextSpan(article.Text.LastIndexOf('.', at.Start) + 1, article.Text.IndexOf('.', at.End) is var stop and >= 0 ? stop + 1 : article.Text.Length);
        var chain = Split(sources).Select(name => new Source(Name(name), null, Actor(name), Find(Name(name)))).ToList();
        entries.Add(article.Entry(new Statement
        {
            Id = "",
            Type = type,
            Trigger = at,
            Span = new TextSpan(sentence.Start + (article.Text[sentence.Start] == ' ' ? 1 : 0), sentence.End),
            Mode = mode,
            Polarity = positive ? Polarity.Positive : Polarity.Negative,
            Agent = [.. Split(agent).Select(Party)],
            Patient = [.. Split(patient).Select(Party)],
            Place = place is null && placeName is null ? null
                : new StatementPlace(placeName ?? place!.Name, place, place is null ? "not in the gazetteer" : null, Find(placeName ?? place!.Name)),
            Quantity = count is { } c ? new Quantity(Words(c.Low, c.High), c.Low, c.High, c.Unit, at) : null,
            Time = time is { } t ? new TimeRange(Date(t.From), Date(t.To), at) : null,
            Deadline = deadline is { } by ? new Deadline(Scene.Day(by), at) : null,
            Sources = [.. chain],
            Stance = stance ?? (chain.Count > 0 ? Stance.Said : Stance.None),
        }));
        return this;
    }

    public string LastId => entries[^1].Statement.Id;

    private Participant Party(string name) => new(Name(name), Actor(name), Find(Name(name)));

    private TextSpan Find(string words)
    {
        var start = article.Text.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? new TextSpan(0, 0) : new TextSpan(start, start + words.Length);
    }

    private static string Words(double? low, double? high) => string.Create(CultureInfo.InvariantCulture,
        $"{(high is null ? "at least " : low is null ? "up to " : "")}{low ?? high}{(low != high && low is not null && high is not null ? $" to {high}" : "")}");

    private static DateOnly? Date(int? august) => august is { } day ? Scene.Day(day) : null;

    private static string[] Split(string names) => names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Name(string name) => name.Split('=')[0];

    private static string? Actor(string name) => name.Split('=') is [_, var actor] ? actor : null;
}
