using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>On whose word an entry stands in the end: the first named source of its chain, else the agency or outlet; near-duplicate texts count under one.</summary>
internal sealed class Origins
{
    private static readonly ImmutableDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["associated press"] = "ap",
        ["agence france presse"] = "afp",
        ["thomson reuters"] = "reuters",
        ["wsj"] = "wall street journal",
        ["nyt"] = "new york times",
    }.ToImmutableDictionary();

    // What an outlet adds to its name for an edition or a channel; the longer first.
    private static readonly string[] Editions = [" news agency", " agency", " english", " online", " com", " news"];

    private readonly Func<string, string> _key;
    private readonly Func<string, string?> _resolve;
    private readonly Func<string, ArticleEntry?> _articles;
    private readonly Dictionary<string, Story> _storyOf = new(StringComparer.Ordinal);

    /// <param name="articles">The articles known.</param>
    /// <param name="copies">Pairs of them that are copies.</param>
    /// <param name="key">The key of a name: <see cref="Key"/>, remembered.</param>
    /// <param name="resolve">The identity that reports give a name when they quote it, or null.</param>
    public Origins(Func<string, ArticleEntry?> articles, IEnumerable<Copy> copies, Func<string, string> key, Func<string, string?> resolve)
        : this(articles, key, resolve) => Remember([.. Groups(copies).Select(group => Made(group.Articles, group.Alike)).OrderBy(story => story.Id, StringComparer.Ordinal)]);

    /// <param name="articles">The articles known.</param>
    /// <param name="stories">The articles that fell together, as found before.</param>
    /// <param name="resolve">The identity that reports give a name when they quote it, or null.</param>
    public Origins(Func<string, ArticleEntry?> articles, ImmutableArray<Story> stories, Func<string, string?> resolve) : this(articles, Key, resolve) => Remember(stories);

    private Origins(Func<string, ArticleEntry?> articles, Func<string, string> key, Func<string, string?> resolve) => (_articles, _key, _resolve) = (articles, key, resolve);

    private void Remember(ImmutableArray<Story> stories)
    {
        Stories = stories;
        foreach (var story in Stories)
            foreach (var article in story.Articles) _storyOf[article] = story;
    }

    /// <summary>The articles that fell together, in order of id.</summary>
    public ImmutableArray<Story> Stories { get; private set; }

    /// <summary>The origin of a fact.</summary>
    public string Of(Fact fact) => Of(fact.Voice, fact.Entry);

    /// <summary>The origin of an entry.</summary>
    public string Of(LedgerEntry entry) => Of(Voice.Of(entry.Statement), entry);

    /// <summary>The origin of what an article says in its own voice.</summary>
    public string Of(ArticleEntry article) => Own(article.Id, article, article.Outlet);

    /// <summary>The story that an article belongs to, or null where it has no copies.</summary>
    public Story? Story(string articleId) => _storyOf.GetValueOrDefault(articleId);

    /// <summary>A source is named where its words hold a name, or it is resolved to a side; "residents" and "Western officials" are not.</summary>
    public static bool Named(Source source)
    {
        var words = source.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return false;
        var capital = words.Any(word => char.IsUpper(word[0]));
        if (source.Actor is { } actor) return capital || !Parties.IsCivilian(actor);
        return capital && !(char.IsLower(words[^1][0]) && words[^1].EndsWith('s'));
    }

    /// <summary>One key for the names of one publisher.</summary>
    public static string Key(string name)
    {
        var folded = PlaceNames.Fold(name);
        if (folded.StartsWith("the ", StringComparison.Ordinal)) folded = folded[4..];
        foreach (var ending in Editions)
            if (folded.EndsWith(ending, StringComparison.Ordinal)) folded = folded[..^ending.Length];
        return Aliases.GetValueOrDefault(folded, folded);
    }

    private string Of(Voice? voice, LedgerEntry entry)
    {
        if (voice is not null) return voice.Actor ?? Resolved(voice.Key);
        return Own(entry.ArticleId, _articles(entry.ArticleId), entry.Outlet);
    }

    private string Own(string id, ArticleEntry? article, string? outlet)
    {
        if (_storyOf.TryGetValue(id, out var story)) return story.Origin;
        if (article?.Agency is { } agency) return Credited(agency, article.Outlet);
        return (article is null ? outlet : article.Outlet) is { } name ? Resolved(_key(name)) : "article:" + id;
    }

    private string Resolved(string key) => _resolve(key) ?? key;

    // An agency that signs its own reports with a shorter name is no second voice.
    private string Credited(string agency, string? outlet) =>
        Resolved(outlet is not null && _key(outlet).StartsWith(_key(agency) + " ", StringComparison.Ordinal) ? _key(outlet) : _key(agency));

    // A credited agency speaks for all copies; else whoever had it first.
    private string Publisher(IReadOnlyList<ArticleEntry> story)
    {
        if (story.Where(article => article.Agency is not null).MinBy(article => _key(article.Agency!), StringComparer.Ordinal)?.Agency is { } agency)
            return Credited(agency, story.Select(article => article.Outlet).FirstOrDefault(outlet => outlet is not null && _key(outlet).StartsWith(_key(agency) + " ", StringComparison.Ordinal)));
        var first = story.OrderBy(article => article.Published ?? DateOnly.MaxValue).ThenBy(article => article.Outlet is null ? 1 : 0)
            .ThenBy(article => article.Id, StringComparer.Ordinal).First();
        return first.Outlet is { } outlet ? Resolved(_key(outlet)) : "article:" + first.Id;
    }

    private Story Made(List<ArticleEntry> articles, double alike) => new("sto-" + articles.OrderBy(article => article.Known).ThenBy(article => article.Id, StringComparer.Ordinal).First().Id[..10],
        [.. articles.Select(article => article.Id).Order(StringComparer.Ordinal)], Publisher(articles), Math.Round(alike, 2), articles.Min(article => article.Published));

    // Copies of copies are of one text; how alike the least alike pair is that holds a group together is the group's.
    private static IEnumerable<(List<ArticleEntry> Articles, double Alike)> Groups(IEnumerable<Copy> copies)
    {
        var parent = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = copies.ToList();
        var articles = all.SelectMany(copy => new[] { copy.One, copy.Other }).DistinctBy(article => article.Id, StringComparer.Ordinal).OrderBy(article => article.Id, StringComparer.Ordinal).ToList();
        foreach (var article in articles) parent[article.Id] = article.Id;
        foreach (var copy in all) parent[Root(copy.One.Id)] = Root(copy.Other.Id);
        var alike = all.ToLookup(copy => Root(copy.One.Id), copy => copy.Alike, StringComparer.Ordinal);
        return articles.GroupBy(article => Root(article.Id), StringComparer.Ordinal).Select(group => (group.ToList(), alike[group.Key].Min()));

        string Root(string id)
        {
            while (parent[id] != id) id = parent[id] = parent[parent[id]];
            return id;
        }
    }
}

/// <summary>The first named source of a chain: its key and its identity, or null where it has none.</summary>
internal sealed record Voice(string Key, string? Actor)
{
    public static Voice? Of(Statement statement)
    {
        foreach (var source in statement.Sources)
            if (Origins.Named(source)) return new Voice(Origins.Key(source.Name), source.Actor ?? Spokesman(statement, source));
        return null;
    }

    // Who speaks for a side that the statement names speaks with its voice: "the Taliban's spokesman".
    private static string? Spokesman(Statement statement, Source source)
    {
        var role = PlaceNames.Fold(source.Role ?? source.Name);
        if (!role.Contains("spoke", StringComparison.Ordinal)) return null;
        foreach (var party in statement.Agent.Concat(statement.Patient))
            if (party.Actor is not null && (" " + role + " ").Contains(" " + PlaceNames.Fold(party.Name) + " ", StringComparison.Ordinal)) return party.Actor;
        return null;
    }
}
