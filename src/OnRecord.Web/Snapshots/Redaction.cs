using System.Collections.Concurrent;
using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Ledger;

namespace OnRecord.Web.Snapshots;

/// <summary>Blots the names of private persons out of an article's text; its length stays, so that every position still fits.</summary>
internal sealed class Redaction(Snapshot snapshot)
{
    private const char Blot = '█';
    private const string Person = "[a person]";
    private const int ShortestSurname = 4;

    private readonly ConcurrentDictionary<string, ArticleWords> _articles = new(StringComparer.Ordinal);

    /// <summary>The article's text and title as they may be shown.</summary>
    public ArticleWords Of(ArticleEntry article) => _articles.GetOrAdd(article.Id, _ => Made(article));

    /// <summary>A stretch of an article's text as it may be shown, on one line, cut at <paramref name="length"/>.</summary>
    public string Words(ArticleEntry article, TextSpan span, int length)
    {
        var text = Of(article).Text;
        var start = Math.Clamp(span.Start, 0, text.Length);
        var words = string.Join(' ', text[start..Math.Clamp(span.End, start, text.Length)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // A clause that follows another may begin with what parts them.
        words = Readable(words).TrimStart(',', ';', ':', ')', '–', '—', ' ');
        if (words.Length <= length) return words;
        var cut = words.LastIndexOf(' ', length - 2);
        return words[..(cut > length / 2 ? cut : length - 1)].TrimEnd(',', ';', ' ') + " …";
    }

    // "█████ ██████" is one person.
    private static string Readable(string words)
    {
        for (var at = words.IndexOf(Blot); at >= 0; at = words.IndexOf(Blot, at + Person.Length))
        {
            var end = at;
            while (end < words.Length && (words[end] == Blot || words[end] is ' ' or '-' && end + 1 < words.Length && words[end + 1] == Blot)) end++;
            words = string.Concat(words.AsSpan(0, at), Person, words.AsSpan(end));
            if (at + Person.Length >= words.Length) break;
        }
        return words;
    }

    /// <summary>A line made of these entries, without the private persons whom their articles name.</summary>
    public string Line(string line, IEnumerable<string> entries)
    {
        if (snapshot.Privacy.ShowsAll) return line;
        var hidden = entries.Select(id => snapshot.ById.GetValueOrDefault(id)?.ArticleId).OfType<string>().Distinct()
            .SelectMany(id => snapshot.Articles.TryGetValue(id, out var article) ? Of(article).Hidden : []).Distinct().ToImmutableArray();
        return Readable(Blotted(line, hidden)!);
    }

    private ArticleWords Made(ArticleEntry article)
    {
        var privacy = snapshot.Privacy;
        if (privacy.ShowsAll) return new ArticleWords(article.Text, article.Title, []);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in snapshot.OfArticle[article.Id])
        {
            foreach (var participant in entry.Statement.Agent.Concat(entry.Statement.Patient))
                if (privacy.Show(participant) != participant.Name) names.Add(participant.Name);
            foreach (var source in entry.Statement.Sources)
                if (source.Role is null && privacy.Show(source) != source.Name) names.Add(source.Name);
        }
        var hidden = names.Concat(names.Select(Surname).OfType<string>()).Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToImmutableArray();
        return new ArticleWords(Blotted(article.Text, hidden)!, Blotted(article.Title, hidden) is { } title ? Readable(title) : null, hidden);
    }

    private static string? Surname(string name) => name.LastIndexOf(' ') is var at and > 0 && name.Length - at - 1 >= ShortestSurname ? name[(at + 1)..] : null;

    private static string? Blotted(string? text, ImmutableArray<string> names)
    {
        if (text is null || names.IsEmpty) return text;
        var chars = text.ToCharArray();
        foreach (var name in names)
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
                if (IsWord(text, at, name.Length))
                    for (var i = at; i < at + name.Length; i++)
                        if (char.IsLetterOrDigit(chars[i]) || char.IsSurrogate(chars[i])) chars[i] = Blot;
        return new string(chars);
    }

    private static bool IsWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));
}

/// <summary>What may be shown of an article's text and title, and the names that may not.</summary>
internal sealed record ArticleWords(string Text, string? Title, ImmutableArray<string> Hidden);
