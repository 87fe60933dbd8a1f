using System.Collections.Immutable;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Numbers entries in the order in which lines name them; they may be of several pictures.</summary>
internal sealed class References(IReadOnlyList<Evidence> evidence)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public ImmutableArray<int> To(ImmutableArray<string> entries)
    {
        foreach (var entry in entries) _numbers.TryAdd(entry, _numbers.Count + 1);
        return [.. entries.Select(entry => _numbers[entry]).Order()];
    }

    public ImmutableArray<Reference> All(Privacy privacy, int length) => [.. _numbers.OrderBy(pair => pair.Value).Select(pair => Of(pair.Value, pair.Key, evidence.First(one => one.Has(pair.Key)), privacy, length))];

    /// <summary>Where the words of an entry stand.</summary>
    public static Reference Of(int number, string id, Evidence evidence, Privacy privacy, int length)
    {
        var entry = evidence.Entry(id);
        var article = evidence.Article(entry);
        return new Reference(number, id, entry.Outlet, entry.Published, article?.Title, article?.Url, article is null ? null : privacy.Words(entry, article, length).Trim(' ', ',', ';'));
    }
}
