using System.Collections.Frozen;
using OnRecord.Ledger;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Finds the persons whom reports call by a public office: as a source with a role, by identity, or with a title right before the name or right after it.</summary>
internal static class PublicPersons
{
    // How far after a name an office may stand: ", the former governor of …".
    private const int Apposition = 60;

    private static readonly FrozenSet<string> Titles = FrozenSet.Create(StringComparer.Ordinal,
        "president", "premier", "minister", "secretary", "chancellor", "governor", "mayor", "senator", "congressman", "congresswoman", "lawmaker", "speaker", "ambassador", "envoy",
        "commander", "general", "gen", "brigadier", "colonel", "col", "major", "captain", "admiral", "marshal", "chief", "leader", "warlord", "strongman", "spokesman", "spokeswoman",
        "spokesperson", "king", "queen", "prince", "emir", "sultan", "ayatollah", "pope", "commissioner", "negotiator");

    /// <summary>Their names, as the reports write them.</summary>
    public static FrozenSet<string> Of(Evidence evidence)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in evidence.Ids.Select(evidence.Entry))
        {
            var s = entry.Statement;
            foreach (var source in s.Sources.Where(source => source.Actor is not null || source.Role is { Length: > 0 })) found.Add(source.Name);
            foreach (var participant in s.Agent.Concat(s.Patient))
            {
                // A town that was read as the one it happened to is no person.
                if (participant.Actor is not null || participant.Name == s.Place?.Name) found.Add(participant.Name);
                else if (Privacy.IsPerson(participant.Name) && !found.Contains(participant.Name) && evidence.Article(entry) is { } article && HasTitle(article.Text, participant.Name))
                    found.Add(participant.Name);
            }
        }
        return found.ToFrozenSet(StringComparer.Ordinal);
    }

    private static bool HasTitle(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            if (Before(text, at) || After(text, at + name.Length)) return true;
        return false;
    }

    private static bool Before(string text, int at)
    {
        var line = text.AsSpan(0, at).TrimEnd(' ');
        if (line.Length == at) return false;
        var word = line[(line.LastIndexOfAny(" \n\t") + 1)..].TrimEnd('.');
        return Titles.Contains(PlaceNames.Fold(word.ToString()));
    }

    private static bool After(string text, int at)
    {
        if (at >= text.Length || text[at] != ',') return false;
        var rest = text.AsSpan(at + 1, Math.Min(Apposition, text.Length - at - 1));
        if (rest.IndexOfAny(",.;\n") is var stop and >= 0) rest = rest[..stop];
        var words = rest.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words[0] is "the" or "a" or "an" or "former" && words.Any(word => Titles.Contains(PlaceNames.Fold(word)));
    }
}
