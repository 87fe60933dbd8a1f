using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;

namespace OnRecord.Statements.Voices;

/// <summary>Finds articles that are somebody's statement as a whole: the title says whose ("Statement by the High Representative X Y on …"), and the text speaks as "I" or "we".</summary>
internal static class IssuedStatements
{
    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase) { "statement", "remarks", "declaration", "message", "speech", "address", "comments" };

    /// <summary>The saying that covers the whole text, and who speaks; or null.</summary>
    public static (Saying Saying, Speaker Speaker)? Of(Scene scene, Quotations quotations)
    {
        if (Signatory(scene) is not { } name) return null;
        var (sentence, word) = FirstPerson(scene, quotations);
        if (sentence < 0) return null;
        var span = scene.SpanOf(sentence, word, word + 1);
        var saying = new Saying { Sentence = sentence, Cue = word, Kind = SayingKind.Phrase, CueSpan = span, Stance = Stance.Said, Content = [new TextSpan(0, scene.Article.Text.Length)] };
        return (saying, new Speaker(new Source(name.Name, name.Role, null, span), null));
    }

    // "[Joint] Statement by [the] Office X Y on …": the capitalised words after "by".
    private static (string Name, string? Role)? Signatory(Scene scene)
    {
        if (scene.Article.Title is not { } title) return null;
        var words = title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var by = Array.FindIndex(words, w => w.Equals("by", StringComparison.Ordinal));
        if (by is < 1 or > 4 || !words[..by].Any(Texts.Contains)) return null;
        var start = by + 1;
        while (start < words.Length && words[start].ToLower(CultureInfo.InvariantCulture) is "the" or "a") start++;
        var end = start;
        while (end < words.Length && (char.IsUpper(words[end][0]) || end > start && Joins(words, end)))
        {
            end++;
            if (words[end - 1][^1] is ',' or ':' or ';') break;
        }
        if (end == start) return null;
        var named = words[start..end].Select(w => w.TrimEnd(',', ':', ';')).ToList();
        var first = named.Count;
        while (first > 0 && named.Count - first < 3 && !IsTitle(scene, named[first - 1])) first--;
        if (named.Count - first < 2) return (string.Join(' ', named), null);   // a body, or an office alone
        return (string.Join(' ', named[first..]), first == 0 ? null : string.Join(' ', named[..first]));
    }

    // "the Ministry of Defence", "the Commissioner for Human Rights"
    private static bool Joins(string[] words, int at)
    {
        var next = at;
        while (next < words.Length && words[next] is "of" or "for" or "the") next++;
        return next > at && next < words.Length && char.IsUpper(words[next][0]);
    }

    private static bool IsTitle(Scene scene, string word) => word.Split('/', '-').Any(part => scene.Actors?.Title(part) is not null);

    private static (int Sentence, int Word) FirstPerson(Scene scene, Quotations quotations)
    {
        for (var s = 0; s < scene.Trees.Length; s++)
            for (var w = 0; w < scene.Trees[s].Count; w++)
                if (scene.Trees[s][w].Upos == Upos.PRON && scene.Trees[s][w].Lemma.ToLowerInvariant() is "i" or "we" or "our" or "my" && quotations.At(scene.Parses[s].Sentence.Tokens[w].Start) is null) return (s, w);
        return (-1, -1);
    }
}
