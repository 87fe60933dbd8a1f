using System.Globalization;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>Which words of a statement a search looks at.</summary>
[Flags]
public enum SearchColumn
{
    /// <summary>The clause and the names of the place.</summary>
    Words = 1,
    /// <summary>The names of those who take part.</summary>
    Who = 2,
    /// <summary>The names of the sources and of the outlet.</summary>
    Voice = 4,
    /// <summary>Marks of type, mode, country, place, identities and months.</summary>
    Marks = 8,
    /// <summary>All that a person would look for.</summary>
    Text = Words | Who | Voice,
}

/// <summary>What a search can find a statement by, the words of each column with a space between two: the same in every store, so that every store finds the same.</summary>
public sealed record SearchColumns(string Words, string Who, string Voice, string Marks)
{
    private const int MostMonths = 24;

    /// <summary>Stands between names, so that no phrase runs over from one to the next.</summary>
    public const string Gap = "_";

    /// <summary>The mark of a statement whose time is open or long.</summary>
    public const string OpenTime = "v=open";

    /// <summary>The columns of an entry and the article that it was read from.</summary>
    public static SearchColumns Of(ArticleEntry article, Statement s)
    {
        using var words = new WordText();
        var place = s.Place;
        var text = article.Text;
        words.Add(s.Span.Start >= 0 && s.Span.End <= text.Length && s.Span.Start <= s.Span.End ? s.Span.Of(text) : "");
        words.Add(place?.Name);
        words.Add(place?.Place?.Name);
        words.Add(place?.Place?.Admin1);
        words.Add(place?.Place is { } known ? Countries.Name(known.Country) : null);
        var clause = words.Take();
        foreach (var participant in s.Agent) words.Add(participant.Name);
        foreach (var participant in s.Patient) words.Add(participant.Name);
        var who = words.Take();
        foreach (var source in s.Sources)
        {
            words.Add(source.Name);
            words.Add(source.Role);
        }
        words.Add(article.Outlet);
        var voice = words.Take();
        foreach (var mark in MarksOf(article, s)) words.AddOnce(mark);
        return new SearchColumns(clause, who, voice, words.Take());
    }

    /// <summary>The words by which an article is found, with a space between two.</summary>
    public static string Of(ArticleEntry article)
    {
        using var words = new WordText();
        words.Add(article.Title);
        words.Add(article.Text);
        return words.Take();
    }

    /// <summary>A mark such as "w=lashkar_gah": one word, whatever the value holds.</summary>
    public static string Mark(char kind, string value) => string.Create(value.Length + 2, (kind, value), static (mark, from) =>
    {
        (mark[0], mark[1]) = (from.kind, '=');
        for (var i = 0; i < from.value.Length; i++)
            mark[i + 2] = char.ToLowerInvariant(from.value[i]) is var c && (char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.' or ':' || c >= 0x80 && char.IsLetterOrDigit(c)) ? c : '_';
    });

    /// <summary>The mark of a month.</summary>
    public static string Month(DateOnly day) => "v=" + day.ToString("yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>The months from one day to another, or null where they are too many.</summary>
    public static IReadOnlyList<DateOnly>? Months(DateOnly from, DateOnly to)
    {
        var count = (to.Year - from.Year) * 12 + to.Month - from.Month + 1;
        if (count > MostMonths) return null;
        return [.. Enumerable.Range(0, Math.Max(count, 0)).Select(i => new DateOnly(from.Year, from.Month, 1).AddMonths(i))];
    }

    /// <summary>The words of the column of that name.</summary>
    public string[] this[SearchColumn column] => SearchWords.Cut(column switch
    {
        SearchColumn.Words => Words,
        SearchColumn.Who => Who,
        SearchColumn.Voice => Voice,
        SearchColumn.Marks => Marks,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    });

    private static IEnumerable<string> MarksOf(ArticleEntry article, Statement s)
    {
        yield return Mark('t', s.Type);
        yield return Mark('m', s.Mode.Label());
        var names = PlaceNames.Of(s.Place);
        if (names.Country.Length > 0) yield return Mark('c', names.Country);
        foreach (var name in new[] { names.Said, names.Place, names.Admin1 })
            if (name.Length > 0) yield return Mark('w', name);
        foreach (var participant in s.Agent.Concat(s.Patient))
            foreach (var identity in Identities(participant.Actor)) yield return Mark('a', identity);
        foreach (var source in s.Sources)
            foreach (var identity in Identities(source.Actor)) yield return Mark('s', identity);
        var (from, to) = ValidTime.Of(s, article.Published);
        if (from is { } first && to is { } last && Months(first, last) is { } months)
            foreach (var month in months) yield return Month(month);
        else yield return OpenTime;
    }

    // "AF/military/police" is found under "AF" and "AF/military" too.
    private static IEnumerable<string> Identities(string? actor)
    {
        if (string.IsNullOrEmpty(actor)) yield break;
        for (var slash = actor.IndexOf('/'); slash > 0; slash = actor.IndexOf('/', slash + 1)) yield return actor[..slash];
        yield return actor;
    }
}

/// <summary>When what a statement says happens or holds.</summary>
internal static class ValidTime
{
    /// <summary>Its time as said, open ends null; its day of publication where it gives none.</summary>
    public static (DateOnly? From, DateOnly? To) Of(Statement s, DateOnly? published) => s.Time is { } time ? (time.From, time.To) : (published, published);

    public static bool Meets(Statement s, DateOnly? published, DateOnly? from, DateOnly? to)
    {
        if (from is null && to is null) return true;
        if (s.Time is null && published is null) return false;
        var (first, last) = Of(s, published);
        return (from is null || last is null || last >= from) && (to is null || first is null || first <= to);
    }
}
