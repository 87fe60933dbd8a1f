namespace OnRecord.Language.Articles;

/// <summary>Counts letters by script.</summary>
internal static class Scripts
{
    // Ranges of letters; the language where a script is of one only.
    private static readonly (char First, char Last, string Script, string? Language)[] Ranges =
    [
        ('A', '\u024F', "Latin", null), ('\u1E00', '\u1EFF', "Latin", null), ('\u0370', '\u03FF', "Greek", "el"), ('\u0400', '\u052F', "Cyrillic", null), ('\u0531', '\u058F', "Armenian", "hy"),
        ('\u0591', '\u05F4', "Hebrew", "he"), ('\u0600', '\u06FF', "Arabic", null), ('\u0750', '\u077F', "Arabic", null), ('\uFB50', '\uFEFC', "Arabic", null), ('\u0900', '\u097F', "Devanagari", "hi"),
        ('\u0980', '\u09FF', "Bengali", "bn"), ('\u0A00', '\u0A7F', "Gurmukhi", "pa"), ('\u0A80', '\u0AFF', "Gujarati", "gu"), ('\u0B80', '\u0BFF', "Tamil", "ta"), ('\u0C00', '\u0C7F', "Telugu", "te"),
        ('\u0D00', '\u0D7F', "Malayalam", "ml"), ('\u0D80', '\u0DFF', "Sinhala", "si"), ('\u0E00', '\u0E7F', "Thai", "th"), ('\u1000', '\u109F', "Burmese", "my"), ('\u10A0', '\u10FF', "Georgian", "ka"),
        ('\u1100', '\u11FF', "Hangul", "ko"), ('\u1200', '\u137F', "Ethiopic", "am"), ('\u1780', '\u17FF', "Khmer", "km"), ('\u3040', '\u30FF', "Kana", "ja"), ('\u3400', '\u9FFF', "Han", "zh"), ('\uAC00', '\uD7AF', "Hangul", "ko"),
    ];

    /// <summary>The script with most letters, how many letters there are in all, and that script's share.</summary>
    public static (string Script, int Letters, double Share) Main(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Ranges.Length];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            for (var i = 0; i < Ranges.Length; i++)
            {
                if (c < Ranges[i].First || c > Ranges[i].Last) continue;
                counts[i]++;
                break;
            }
        }
        var byScript = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Ranges.Length; i++)
            if (counts[i] > 0) byScript[Ranges[i].Script] = byScript.GetValueOrDefault(Ranges[i].Script) + counts[i];
        // Japanese mixes Han with Kana: a tenth of Kana decides.
        if (byScript.TryGetValue("Kana", out var kana) && byScript.TryGetValue("Han", out var han) && kana * 10 > kana + han) (byScript["Kana"], byScript["Han"]) = (kana + han, 0);
        var best = byScript.OrderByDescending(p => p.Value).FirstOrDefault();
        return (best.Key ?? "", letters, letters == 0 ? 0 : (double)best.Value / letters);
    }

    /// <summary>The one language written in a script, or null where there are many.</summary>
    public static string? LanguageOf(string script)
    {
        foreach (var range in Ranges)
            if (range.Script == script) return range.Language;
        return null;
    }
}
