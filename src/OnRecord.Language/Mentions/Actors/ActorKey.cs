using System.Text;

namespace OnRecord.Language.Mentions.Actors;

/// <summary>A part of a name's key and its range in the text that it was made from.</summary>
public readonly record struct KeyPart(string Text, int Start, int End);

/// <summary>Makes the form of a name by which it is looked up: small letters without accents, apostrophes, full stops, hyphens, articles or possessive endings, American spelling.</summary>
public static class ActorKey
{
    private static readonly Dictionary<string, string> Spelling = new(StringComparer.Ordinal)
    {
        ["defence"] = "defense",
        ["organisation"] = "organization",
        ["organisations"] = "organizations",
        ["programme"] = "program",
        ["centre"] = "center",
        ["labour"] = "labor",
        ["stabilisation"] = "stabilization",
        ["mobilisation"] = "mobilization",
        ["recognised"] = "recognized",
        ["armoured"] = "armored",
        ["neighbour"] = "neighbor",
        ["mujahedin"] = "mujahideen",
    };

    // Letters that do not fall apart into a base letter and a mark, and those with marks; a table, because the runtime carries no Unicode data.
    private const string Marked = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīıłľķñńňòóôõöøōőŕřśşšșțţťùúûüūůűųýÿžźżḥṭṣẓḍ";
    private const string Plain = "aaaaaaaaacccddeeeeeeeeggiiiiiillknnnoooooooorrsssstttuuuuuuuuyyzzzhtszd";

    /// <summary>The key of a name; two spellings of one name have the same key.</summary>
    public static string Of(string name) => string.Join(' ', Parts(name).Select(p => p.Text));

    /// <summary>The parts of the key, in order, each with its range in <paramref name="text"/>; a comma or bracket is a part of its own.</summary>
    public static List<KeyPart> Parts(ReadOnlySpan<char> text)
    {
        var parts = new List<KeyPart>();
        var part = new StringBuilder();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsApostrophe(c))
            {
                // A possessive ending goes with its apostrophe; any other apostrophe just falls out.
                var ends = i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]);
                var possessive = i + 1 < text.Length && text[i + 1] is 's' or 'S' && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2]));
                if (possessive || ends) Flush(part, parts, start, i);
                if (possessive) i++;
            }
            else if (c == '.') { if (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])) Flush(part, parts, start, i); }
            else if (char.IsLetterOrDigit(c))
            {
                if (part.Length == 0) start = i;
                part.Append(Fold(char.ToLowerInvariant(c)));
            }
            else if (c is '+') part.Append(c);
            else if (c is >= '\u0300' and <= '\u036F') continue; // a combining accent
            else
            {
                Flush(part, parts, start, i);
                if (c == '&') parts.Add(new KeyPart("and", i, i + 1));
                else if (c is ',' or ';' or '(' or ')') parts.Add(new KeyPart(",", i, i + 1));
            }
        }
        Flush(part, parts, start, text.Length);
        return parts;
    }

    /// <summary>The letter without its mark.</summary>
    public static char Fold(char c)
    {
        if (c < 128) return c;
        var at = Marked.IndexOf(c);
        return at < 0 ? c : Plain[at];
    }

    /// <summary>The singular of a key's last part, by rule.</summary>
    public static string Singular(string word) => word switch
    {
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "wives" => "wife",
        "news" or "police" or "series" or "forces" or "headquarters" => word,
        _ when word.EndsWith("men", StringComparison.Ordinal) && word.Length > 5 => word[..^2] + "an",
        _ when word.EndsWith("women", StringComparison.Ordinal) => word[..^2] + "an",
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
        _ when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith('s') && word.Length > 3 && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    private static void Flush(StringBuilder part, List<KeyPart> parts, int start, int end)
    {
        if (part.Length == 0) return;
        var word = part.ToString();
        part.Clear();
        if (word is "the") return;
        parts.Add(new KeyPart(Spelling.GetValueOrDefault(word, word), start, end));
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or 'ʿ' or 'ʾ' or '`' or '´';
}
