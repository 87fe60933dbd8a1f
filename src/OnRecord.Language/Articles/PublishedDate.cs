using System.Globalization;
using System.Text.RegularExpressions;

namespace OnRecord.Language.Articles;

/// <summary>A day of publication, and the moment where a time with its zone is given.</summary>
internal readonly partial record struct PublishedDate(DateOnly Day, DateTimeOffset? Moment)
{
    internal const string MonthName = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    internal const string WeekdayName = "(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\\.?";

    /// <summary>Reads ISO 8601, RFC 1123 and written-out English dates; null for anything else, and where day and month could be exchanged.</summary>
    public static PublishedDate? Parse(string? value)
    {
        if (value is null || value.Length > 100) return null;
        var s = value.Trim();
        if (Iso().Match(s) is { Success: true } iso) return Make(iso, Number(iso, "m"), s);
        if (Written().Match(s) is { Success: true } written) return Make(written, MonthOf(written.Groups["mon"].Value), s);
        if (Slashed().Match(s) is { Success: true } slashed)
        {
            int a = Number(slashed, "a"), b = Number(slashed, "b"), year = Number(slashed, "y");
            if (a > 12 && b <= 12) return On(year, b, a);
            if (b > 12 && a <= 12 || a == b) return On(year, a, b);
        }
        return null;
    }

    /// <summary>True where the text holds a day in words and nothing else but its weekday and time.</summary>
    public static bool IsWritten(string line) => line.Length <= 100 && (Written().IsMatch(line) || Iso().IsMatch(line));

    private static PublishedDate? Make(Match m, int month, string s)
    {
        if (On(Number(m, "y"), month, Number(m, "d")) is not { } day) return null;
        if (!m.Groups["h"].Success || !m.Groups["zone"].Success) return day;
        int hour = Number(m, "h"), minute = m.Groups["min"].Success ? Number(m, "min") : 0, second = m.Groups["sec"].Success ? Number(m, "sec") : 0;
        var half = m.Groups["ampm"].Value.ToLowerInvariant();
        if (half.StartsWith('p') && hour < 12) hour += 12;
        if (half.StartsWith('a') && hour == 12) hour = 0;
        if (hour > 23 || minute > 59 || second > 59 || OffsetOf(m.Groups["zone"].Value) is not { } offset) return day;
        var local = day.Day.ToDateTime(new TimeOnly(hour, minute, second));
        return day with { Moment = new DateTimeOffset(local, offset) };
    }

    private static PublishedDate? On(int year, int month, int day) =>
        year is >= 1800 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new PublishedDate(new DateOnly(year, month, day), null)
            : null;

    private static TimeSpan? OffsetOf(string zone)
    {
        if (zone.Length == 0) return null;
        if (zone[0] is '+' or '-' or '\u2212')
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
            int hours = int.Parse(digits[..2], CultureInfo.InvariantCulture), minutes = digits.Length > 2 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
            if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) return null;
            var size = new TimeSpan(hours, minutes, 0);
            return zone[0] == '+' ? size : -size;
        }
        return zone.ToUpperInvariant() switch
        {
            "Z" or "UTC" or "GMT" => TimeSpan.Zero,
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "CST" or "MDT" => TimeSpan.FromHours(-6),
            "PDT" or "MST" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            "CET" => TimeSpan.FromHours(1),
            "CEST" => TimeSpan.FromHours(2),
            _ => null,
        };
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int MonthOf(string name) =>
        1 + "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3;

    private const string Time = @"(?<h>[0-9]{1,2})(?:[:.h]?(?<min>[0-9]{2})(?:[:.](?<sec>[0-9]{2})(?:[.,][0-9]{1,9})?)?)?\s*(?<ampm>[ap]\.?m\.?)?\s*\(?(?<zone>Z|UTC|GMT|[ECMP][SD]T|CES?T|IST|[+\u2212-][0-9]{2}:?(?:[0-9]{2})?)?\)?";

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?<sep>[-/.]?)(?<m>[0-9]{2})\k<sep>(?<d>[0-9]{2})(?:(?:\s*T\s*|\s+|,\s*)" + Time + ")?$", RegexOptions.IgnoreCase)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?:" + WeekdayName + @",?\s+)?(?:(?<mon>" + MonthName + @")\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<y>[0-9]{4})|(?<d>[0-9]{1,2})(?:st|nd|rd|th)?[\s-]+(?<mon>" + MonthName
        + @")[,\s-]+\s*(?<y>[0-9]{4}))(?:(?:,|\s+at|\s*[|\u2013-])?\s+" + Time + ")?$", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})[/.](?<b>[0-9]{1,2})[/.](?<y>[0-9]{4})(?:\s+[0-9:]{4,8}(?:\s*[ap]m)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Slashed();
}
