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

    private readonly Dictionary<string, ImmutableArray<string>> _story = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _publisher = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _resolved;

    public Origins(IReadOnlyDictionary<string, ArticleEntry> articles, IEnumerable<LedgerEntry> entries)
    {
        // An outlet is often quoted by others: what it is resolved to there is its key here too.
        _resolved = entries.SelectMany(entry => entry.Statement.Sources).Where(source => source.Actor is { } actor && !actor.Contains('/') && actor.Length > 2)
            .GroupBy(source => Key(source.Name), source => source.Actor!, StringComparer.Ordinal)
            .Where(group => group.Distinct().Count() == 1).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var story in Stories.Of(articles.Values))
        {
            var publisher = Publisher(story);
            foreach (var article in story)
            {
                _story[article.Id] = [.. story.Select(member => member.Id).Order(StringComparer.Ordinal)];
                _publisher[article.Id] = publisher;
            }
        }
    }

    public string Of(LedgerEntry entry)
    {
        foreach (var source in entry.Statement.Sources)
            if (Named(source)) return source.Actor ?? Resolved(Key(source.Name));
        return _publisher.TryGetValue(entry.ArticleId, out var publisher) ? publisher
            : entry.Outlet is { } outlet ? Resolved(Key(outlet)) : "article:" + entry.ArticleId;
    }

    public ImmutableArray<string> Story(string articleId) => _story.TryGetValue(articleId, out var story) ? story : [articleId];

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
        foreach (var ending in new[] { " news agency", " agency" })
            if (folded.EndsWith(ending, StringComparison.Ordinal)) folded = folded[..^ending.Length];
        return Aliases.GetValueOrDefault(folded, folded);
    }

    private string Resolved(string key) => _resolved.GetValueOrDefault(key, key);

    // A credited agency speaks for all copies; else whoever had it first.
    private string Publisher(IReadOnlyList<ArticleEntry> story)
    {
        var agencies = story.Where(article => article.Agency is not null).Select(article => Key(article.Agency!)).Order(StringComparer.Ordinal).ToList();
        // An agency that signs its own reports with a shorter name is no second voice.
        var outlets = story.Where(article => article.Outlet is not null).Select(article => Key(article.Outlet!)).Order(StringComparer.Ordinal);
        if (agencies.Count > 0) return Resolved(outlets.FirstOrDefault(outlet => outlet.StartsWith(agencies[0] + " ", StringComparison.Ordinal)) ?? agencies[0]);
        var first = story.OrderBy(article => article.Published ?? DateOnly.MaxValue).ThenBy(article => article.Outlet is null ? 1 : 0)
            .ThenBy(article => article.Id, StringComparer.Ordinal).First();
        return first.Outlet is { } outlet ? Resolved(Key(outlet)) : "article:" + first.Id;
    }
}
