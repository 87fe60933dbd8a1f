using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;

namespace OnRecord.Views;

/// <summary>Keeps the names of private persons out of what is shown: a name without an identity in the actor list, a public role or a word that makes it a body is not printed.</summary>
/// <param name="names">True to print all names.</param>
/// <param name="known">Names of persons whom the reports give a public office, or null.</param>
public sealed class Privacy(bool names, IReadOnlySet<string>? known = null)
{
    internal const string NamedSource = "a named source";
    private const string Person = "a person";

    // Words that show that a name is of a body, not of a person.
    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "army", "forces", "force", "police", "guard", "guards", "brigade", "battalion", "division", "corps", "command", "militia", "front", "movement", "party", "group",
        "brigades", "ministry", "government", "council", "court", "parliament", "embassy", "mission", "office", "agency", "service", "services", "department", "authority",
        "committee", "commission", "union", "league", "nations", "organization", "organisation", "programme", "program", "fund", "bank", "company", "university", "school",
        "hospital", "news", "times", "journal", "post", "tv", "television", "radio", "press", "media", "watch", "observatory", "monitor", "network", "international",
        "association", "society", "institute", "foundation", "cross", "crescent", "house", "state", "states", "republic", "kingdom", "coalition", "alliance", "administration",
    };

    /// <summary>The party as it may be printed.</summary>
    public string Show(Party party) => party.Actor is not null || !Hides(party.Name) ? party.Name : Person;

    /// <summary>The source as it may be printed: its role where its name is a person's.</summary>
    public string Show(Source source)
    {
        if (source.Actor is not null || !Hides(source.Name)) return source.Name;
        return source.Role is { Length: > 0 } ? $"{source.Name} ({source.Role})" : NamedSource;
    }

    /// <summary>True where nothing is held back.</summary>
    public bool ShowsAll => names;

    /// <summary>The party of a statement as it may be printed.</summary>
    public string Show(Participant participant) => participant.Actor is not null || !Hides(participant.Name) ? participant.Name : Person;

    private bool Hides(string name) => !names && IsPerson(name) && known?.Contains(name) != true;

    /// <summary>The words of an entry with the names of private persons blotted out.</summary>
    public string Words(LedgerEntry entry, ArticleEntry article, int length)
    {
        var s = entry.Statement;
        var text = article.Text;
        var start = Math.Clamp(s.Span.Start, 0, text.Length);
        var end = Math.Clamp(s.Span.End, start, text.Length);
        var hidden = names ? [] : s.Agent.Concat(s.Patient).Where(p => p.Actor is null && Hides(p.Name)).Select(p => p.Span)
            .Concat(s.Sources.Where(source => source.Actor is null && source.Role is null && Hides(source.Name)).Select(source => source.Span))
            .Where(span => span.Start >= start && span.End <= end && span.Length > 0).OrderBy(span => span.Start).ToList();
        var words = new System.Text.StringBuilder();
        var at = start;
        foreach (var span in hidden)
        {
            if (span.Start < at) continue;
            words.Append(text, at, span.Start - at).Append('[').Append(Person).Append(']');
            at = span.End;
        }
        words.Append(text, at, end - at);
        return Short(string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), length);
    }

    /// <summary>True where a name has the shape of a person's: two to four capitalised words, none of which is of a body.</summary>
    public static bool IsPerson(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5
            && words.All(word => char.IsUpper(word[0]) || word is "al" or "bin" or "ibn" or "van" or "de" or "von")
            && !words.All(word => word.All(char.IsUpper))
            && !words.Any(word => Bodies.Contains(PlaceNames.Fold(word)));
    }

    private static string Short(string words, int length)
    {
        if (words.Length <= length) return words;
        var cut = words.LastIndexOf(' ', length - 2);
        return words[..(cut > length / 2 ? cut : length - 1)].TrimEnd(',', ';', ' ') + " …";
    }
}
