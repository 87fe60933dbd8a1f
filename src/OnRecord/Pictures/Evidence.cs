using System.Collections.Immutable;
using OnRecord.Ledger;

namespace OnRecord.Pictures;

/// <summary>Entries that count as one origin, and why.</summary>
/// <param name="Origin">The key that they count under.</param>
/// <param name="Entries">The entries, sorted.</param>
/// <param name="Why">One sentence for each reason that brought them together.</param>
public sealed record OriginGroup(string Origin, ImmutableArray<string> Entries, ImmutableArray<string> Why);

/// <summary>The entries and articles that a picture rests on, and the independent origin of each entry.</summary>
public sealed class Evidence
{
    private readonly FactIndex _facts;
    private readonly Func<string, ArticleEntry?> _articles;
    private readonly Origins _origins;

    private Evidence(FactIndex facts, Func<string, ArticleEntry?> articles, Origins origins) => (_facts, _articles, _origins) = (facts, articles, origins);

    /// <summary>Of a picture of nothing.</summary>
    public static Evidence None { get; } = Of(new FactIndex([]));

    /// <summary>Of facts that no picture has been drawn of yet.</summary>
    internal static Evidence Of(FactIndex facts) => new(facts, _ => null, new Origins(_ => null, [], _ => null));

    /// <summary>The ids of all entries, sorted.</summary>
    public ImmutableArray<string> Ids => _facts.Ids;

    /// <summary>The evidence of a picture drawn after this one's; what only the facts decide is not made again where they are the same.</summary>
    internal Evidence Next(ImmutableArray<IReadOnlyDictionary<string, Fact>> facts, Func<string, ArticleEntry?> articles, Origins origins) =>
        new(_facts.IsOf(facts) ? _facts : new FactIndex(facts), articles, origins);

    /// <summary>The entry of an id that the picture names.</summary>
    public LedgerEntry Entry(string id) => _facts.Entry(id) ?? throw new ArgumentException($"the picture has no entry {id}", nameof(id));

    /// <summary>True where the picture rests on this entry.</summary>
    public bool Has(string id) => _facts.Find(id) is not null;

    /// <summary>The plainest name that reports give an actor of the list: "Taliban", of "Taliban fighters" and "Taliban commanders"; null where they name it nowhere.</summary>
    internal string? Called(string actor) => _facts.Called(actor);

    /// <summary>The article of an entry, or null where it was not given.</summary>
    public ArticleEntry? Article(LedgerEntry entry) => _articles(entry.ArticleId);

    /// <summary>The article of an id, or null where it was not given.</summary>
    public ArticleEntry? Article(string id) => _articles(id);

    /// <summary>The independent origin that an entry counts under.</summary>
    public string Origin(LedgerEntry entry) => _origins.Of(entry);

    /// <summary>The origin that an article's own voice counts under.</summary>
    public string Origin(ArticleEntry article) => _origins.Of(article);

    /// <summary>The story that an article is a copy in, or null where it has no copies.</summary>
    public Story? StoryOf(string articleId) => _origins.Story(articleId);

    /// <summary>The articles that tell one story with this one (near-duplicate texts), itself included, sorted by id.</summary>
    public ImmutableArray<string> Story(string articleId) => _origins.Story(articleId)?.Articles ?? [articleId];

    /// <summary>The independent origins of these entries: which fall together, and why.</summary>
    public ImmutableArray<OriginGroup> Groups(IEnumerable<string> entries) =>
        [.. entries.Distinct().Select(Entry).GroupBy(entry => Parties.Voice(Origin(entry)), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new OriginGroup(group.Select(Origin).Min(StringComparer.Ordinal)!, [.. group.Select(entry => entry.Statement.Id).Order(StringComparer.Ordinal)],
                [.. group.Select(Why).Distinct().Order(StringComparer.Ordinal)]))];

    private string Why(LedgerEntry entry)
    {
        var origin = Origin(entry);
        if (entry.Statement.Sources.FirstOrDefault(Origins.Named) is { } source)
            return entry.Statement.Sources.Length > 1 || Origins.Key(source.Name) != origin ? $"the word of {source.Name}, whoever relays it" : $"the word of {source.Name}";
        if (_origins.Story(entry.ArticleId) is { } story)
            return FormattableString.Invariant($"copies of one text in {story.Articles.Length} articles ({story.Id}: at least {story.Alike * 100:0} % of the shorter one's runs of three words are the same), counted under {story.Origin}");
        var article = Article(entry);
        if (article?.Agency is { } agency) return $"the report credits {agency}";
        return (article?.Outlet ?? entry.Outlet) is { } outlet ? $"{outlet} in its own voice" : "a report of an outlet that is not known";
    }
}
