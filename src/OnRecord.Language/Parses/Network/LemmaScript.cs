namespace OnRecord.Language.Parses.Network;

/// <summary>How a lemma is made from a form: take it in lower case, as it stands, with one capital or in capitals, cut an ending off and put another on; or the lemma itself.</summary>
internal static class LemmaScript
{
    private const string Cases = "lktu";

    /// <summary>The script that leads from <paramref name="form"/> to <paramref name="lemma"/>: the shortest cut, of equals the first of lower case, as it stands, one capital, all capitals.</summary>
    public static string Between(string form, string lemma)
    {
        var (best, cost) = ("=" + lemma, int.MaxValue);
        foreach (var kind in Cases)
        {
            var stem = Cased(form, kind);
            var common = stem.AsSpan().CommonPrefixLength(lemma);
            if (common == 0) continue;
            var now = stem.Length - common + lemma.Length - common;
            if (now < cost) (best, cost) = ($"{kind}{stem[common..]}|{lemma[common..]}", now);
        }
        return best;
    }

    /// <summary>The lemma that a script makes of a form, or null where the form does not end as the script asks.</summary>
    public static string? Apply(string script, string form)
    {
        if (script[0] == '=') return script[1..];
        var bar = script.LastIndexOf('|');
        var stem = Cased(form, script[0]);
        var cut = script.AsSpan(1, bar - 1);
        if (!stem.AsSpan().EndsWith(cut, StringComparison.Ordinal)) return null;
        var added = script.AsSpan(bar + 1);
        var lemma = cut.Length == 0 && added.Length == 0 ? stem : string.Concat(stem.AsSpan(0, stem.Length - cut.Length), added);
        return lemma.Length == 0 ? null : lemma;
    }

    /// <summary>Where an inflection was cut off a verb, noun or adjective and what is left is no word: puts back an e, makes a double consonant single, or an i a y, if that is one.</summary>
    public static string Mend(string form, string lemma, Upos upos, Func<string, bool> isWord)
    {
        if (upos is not (Upos.VERB or Upos.NOUN or Upos.ADJ) || lemma.Length < 2 || lemma.Length >= form.Length) return lemma;
        if (upos == Upos.VERB && lemma.Length > 4 && lemma[^1] == 'e' && lemma[^2] == lemma[^3] && "bdgmnprv".Contains(lemma[^2]) && isWord(lemma[..^2])) return lemma[..^2];   // "barred": no verb is "barre"
        if (isWord(lemma)) return lemma;
        string? other = lemma[^1] == lemma[^2] ? lemma[..^1] : lemma[^1] == 'i' ? lemma[..^1] + "y" : null;
        if (other is not null && isWord(other)) return other;
        return isWord(lemma + "e") && !form.EndsWith("es", StringComparison.OrdinalIgnoreCase) ? lemma + "e" : lemma[^1] == 'e' && isWord(lemma[..^1]) ? lemma[..^1] : lemma;
    }

    private static string Cased(string form, char kind) => kind switch
    {
        'l' => form.ToLowerInvariant(),
        't' => form.Length < 2 ? form.ToUpperInvariant() : string.Concat(form[..1].ToUpperInvariant(), form[1..].ToLowerInvariant()),
        'u' => form.ToUpperInvariant(),
        _ => form,
    };
}
