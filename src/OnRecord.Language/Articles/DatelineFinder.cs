using System.Text.RegularExpressions;

namespace OnRecord.Language.Articles;

/// <summary>Finds the dateline at the head of a paragraph; it takes clear cases only, for a missed one does less harm than a cut sentence.</summary>
internal static partial class DatelineFinder
{
    private const int Longest = 160;

    /// <summary>A dateline's length, the place as printed, and the agency in it.</summary>
    internal readonly record struct Found(int Length, string? Place, string? Agency);

    /// <summary>The dateline at the head of <paramref name="paragraph"/>, or null; <paramref name="known"/> is the article's dateline where it is known already.</summary>
    public static Found? At(ReadOnlySpan<char> paragraph, string? known)
    {
        var head = paragraph[..Math.Min(paragraph.Length, Longest)].ToString();
        if (known is { Length: > 1 } && head.StartsWith(known, StringComparison.OrdinalIgnoreCase) && AfterKnown().Match(head, known.Length) is { Success: true } after)
            return Checked(paragraph, after.Index + after.Length, head[..known.Length], Agency(after));
        if (AgencyFirst().Match(head) is { Success: true } first && LineKinds.IsAgency(first.Groups["agency"].Value.Split(' ')[0]))
            return Checked(paragraph, first.Length, null, Agency(first));
        if (Slashed().Match(head) is { Success: true } tass) return Checked(paragraph, tass.Length, Place(tass), Agency(tass));
        if (Desk().Match(head) is { Success: true } desk) return Checked(paragraph, desk.Length, Place(desk), null);
        if (Capitals().Match(head) is { Success: true } capitals && IsPlace(capitals)) return Checked(paragraph, capitals.Length, Place(capitals), Agency(capitals));
        if (Mixed().Match(head) is { Success: true } mixed && (mixed.Groups["date"].Success || LineKinds.AgencyIn(mixed.Groups["agency"].Value) is not null))
            return Checked(paragraph, mixed.Length, Place(mixed), Agency(mixed));
        if (Stopped().Match(head) is { Success: true } stopped && !Labels.Contains(stopped.Groups["place"].Value.ToUpperInvariant())) return Checked(paragraph, stopped.Length, Place(stopped), null);
        return null;
    }

    /// <summary>The day in a dateline, where its year is said too.</summary>
    public static string? DayIn(ReadOnlySpan<char> dateline) =>
        FullDay().Match(dateline.ToString()) is { Success: true } day && PublishedDate.Parse(day.Value) is not null ? day.Value : null;

    // What follows a dateline begins like a sentence; anything else was a parenthesis or a label.
    private static Found? Checked(ReadOnlySpan<char> paragraph, int length, string? place, string? agency)
    {
        while (length < paragraph.Length && Lines.IsSpace(paragraph[length])) length++;
        if (length >= paragraph.Length) return null;
        var next = paragraph[length];
        return char.IsUpper(next) || char.IsDigit(next) || next is '"' or '“' or '‘' or '\'' or '«' or '$' or '€' or '£' or '…' or '[' || char.GetUnicodeCategory(next) == System.Globalization.UnicodeCategory.OtherLetter
            ? new Found(length, place, agency)
            : null;
    }

    private static bool IsPlace(Match m)
    {
        var place = m.Groups["place"].Value;
        if (m.Groups["agency"].Success || m.Groups["date"].Success || m.Groups["region"].Success) return true;
        return place.Count(char.IsLetter) >= 3 && !Labels.Contains(place.Split(' ', '-')[0]) && !Labels.Contains(place);
    }

    // The last full stop belongs to the place where it ends an abbreviation ("S.C.").
    private static string Place(Match m)
    {
        var place = (m.Groups["place"].Value + m.Groups["region"].Value).Trim().TrimEnd(',');
        return place.Length > 2 && place[^1] == '.' && place[^3] is not ('.' or ' ') && place.LastIndexOf(' ') < place.Length - 6 ? place[..^1] : place;
    }

    private static string? Agency(Match m) => m.Groups["agency"] is { Success: true } g && !DateIn().IsMatch(g.Value) ? LineKinds.AgencyIn(g.Value) ?? Whole(g.Value) : null;

    private static string? Whole(string words) => words.Length <= 30 && words.Count(' ') <= 3 ? words.Trim() : null;

    // Words in capitals that head a paragraph without being places.
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "NATO", "ISIS", "ISIL", "USAID", "UNHCR", "UNICEF", "UNESCO", "UNRWA", "OCHA", "IAEA", "OSCE", "OPEC", "ECOWAS", "AMISOM", "MONUSCO", "IDF", "FBI", "CIA", "PKK", "YPG", "SDF", "TPLF", "RSF", "ADF", "FARC", "HTS", "GNA", "LNA",
        "WHO", "WFP", "ICRC", "MSF", "BBC", "CNN", "VOA", "TASS", "AFP", "UPDATE", "UPDATED", "BREAKING", "WATCH", "VIDEO", "PHOTO", "PHOTOS", "LIVE", "EXCLUSIVE", "OPINION", "ANALYSIS", "EXPLAINER", "EDITORIAL", "READ", "NOTE", "CORRECTION",
        "CLARIFICATION", "EDITOR", "EDITORS", "FACTBOX", "TIMELINE", "KEY", "SUMMARY", "BACKGROUND", "COMMENT", "COLUMN", "REVIEW", "INTERVIEW", "TRANSCRIPT", "QUESTION", "ANSWER", "FACT", "FILE", "MORE", "RELATED", "SEE", "ALSO", "URGENT",
        "ADVISORY", "WARNING", "ALERT", "NEWS", "REPORT", "STATEMENT", "THE", "AND", "BUT", "WHAT", "WHY", "HOW", "WHERE", "WHEN", "MEDIA", "CONTACT", "FOR", "IMMEDIATE", "PRESS", "RELEASE", "SUBJECT", "DATE", "FROM", "DEAR", "TITLE", "SOURCE", "TODAY",
    };

    private const string Dash = @"\s*[—–―]\s*|\s*--+\s*|\s+-\s+|(?<=\))-\s*";
    private const string Day = @"(?:(?:" + PublishedDate.WeekdayName + @",?\s+)?(?:" + PublishedDate.MonthName + @"\s+[0-9]{1,2}|[0-9]{1,2}\s+" + PublishedDate.MonthName + @")(?:,?\s+[0-9]{4})?)";
    private const string Date = @"(?:[,.]?\s*[,(/]?\s*(?<date>" + Day + @")\s*\)?[,.]?)";
    private const string InBrackets = @"(?:\s*\((?<agency>(?:\p{Lu}|dpa)[\p{L}\p{N} .&/'’-]{1,40})\)[,.]?)";
    private const string CapitalPlace = @"(?<place>\p{Lu}[\p{Lu}.'’\u2018`-]+(?:(?:\s|/|,\s|-)\p{Lu}[\p{Lu}.'’\u2018`-]*){0,4}(?:\s\((?!(?:" + LineKinds.Agencies + @")\))(?=\p{Lu}\p{Ll})[\p{L} ]{3,30}\))?)";
    private const string MixedPlace = @"(?<place>(?!(?:On|In|At|By|For|From|After|The|A|An|If|Since|Until|As)\s|" + PublishedDate.WeekdayName + @"\W|" + PublishedDate.MonthName + @"\s)\p{Lu}[\p{L}\p{M}.'’\u2018-]*(?:[\s/](?:\p{Lu}[\p{L}\p{M}.'’\u2018-]*|of|the|al|de|la|el|and)){0,4}(?:\s[(\[](?!(?:" + LineKinds.Agencies + @")[)\]])\p{Lu}[\p{L} .]{2,30}[)\]])?)";
    private const string Region = @"(?<region>(?:,\s+(?!" + Day + @")\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:of|the|and|\p{Lu}[\p{L}\p{M}.'’-]*)){0,4}){1,2})";

    [GeneratedRegex("^" + CapitalPlace + Region + "?" + Date + "?" + InBrackets + "?" + "(?:" + Dash + @"|\s*:\s+|\s+\|\s+)")]
    private static partial Regex Capitals();

    [GeneratedRegex("^" + MixedPlace + Region + "?" + "(?:" + Date + InBrackets + "(?:" + Dash + @"|\s*:\s+|\s+)|" + InBrackets + "(?:" + Dash + @"|\s*:\s+)|" + Date + "(?:" + Dash + @"|\s*:\s+))")]
    private static partial Regex Mixed();

    // "Ouagadougou, 14 November 2022. …", "Belgorod region, June 6. …"
    [GeneratedRegex("^" + MixedPlace + "(?:\\s(?:region|province|state|district|city))?" + Region + "?" + @",\s+(?<date>" + Day + @")\.\s+")]
    private static partial Regex Stopped();

    [GeneratedRegex("^" + MixedPlace + Region + "?" + Date + @"?\s*/(?<agency>[\p{Lu}][\p{L}\p{N} .-]{1,20})/[.,]?(?:" + Dash + @"|\s+)")]
    private static partial Regex Slashed();

    [GeneratedRegex("^" + MixedPlace + Region + "?" + @"(?:\s*\|\s*|,\s+)(?:(?:\p{Lu}[\p{L}&.'’]*|ht|HT)\s+){1,4}(?:News\s+)?(?:Desk|Bureau|Staff|Agencies|Correspondent)\s*(?::|\||" + Dash + ")")]
    private static partial Regex Desk();

    [GeneratedRegex(@"^\((?<agency>\p{Lu}[\p{L}\p{N} .&/-]{1,30})\)(?:" + Dash + @"|\s*:?\s*)|^(?<agency>Reuters|AFP|AP|UPI|ANI|PTI|TASS|Xinhua|CNN)(?:" + Dash + ")")]
    private static partial Regex AgencyFirst();

    [GeneratedRegex(@"\G" + Date + "?" + InBrackets + "?(?:" + Dash + @"|\s*:\s+|\s*\|\s*(?:[\p{L} ]{2,40}:\s*)?)")]
    private static partial Regex AfterKnown();

    [GeneratedRegex(@"(?<!\w)" + Day + @"(?<=[0-9]{4})(?![0-9])")]
    private static partial Regex FullDay();

    [GeneratedRegex("^" + Day)]
    private static partial Regex DateIn();
}
