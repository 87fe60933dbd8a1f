using System.Collections.Frozen;

namespace OnRecord.Language.Mentions.Times;

/// <summary>The words that time expressions are made of.</summary>
internal static class Lexicon
{
    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] DayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly FrozenDictionary<string, int> Months = MonthNames.Select((name, k) => (name, k + 1))
        .Concat([("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12)])
        .ToFrozenDictionary(p => p.Item1, p => p.Item2);

    private static readonly FrozenDictionary<string, DayOfWeek> ShortDays = new Dictionary<string, DayOfWeek>
    {
        ["sun"] = DayOfWeek.Sunday,
        ["mon"] = DayOfWeek.Monday,
        ["tue"] = DayOfWeek.Tuesday,
        ["tues"] = DayOfWeek.Tuesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["thu"] = DayOfWeek.Thursday,
        ["thur"] = DayOfWeek.Thursday,
        ["thurs"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday,
        ["sat"] = DayOfWeek.Saturday,
    }.ToFrozenDictionary();

    /// <summary>Prepositions and modifiers after which a month's name is the month ("in May").</summary>
    public static readonly FrozenSet<string> BeforeMonth = FrozenSet.ToFrozenSet(
        ["in", "since", "by", "until", "till", "during", "before", "after", "from", "to", "of", "between", "through", "last", "next", "this", "early", "mid", "late", "every", "around", "for", "past", "beyond", "throughout"]);

    /// <summary>Capitalised words that make a day's or month's name part of another name ("Black September", "Good Friday").</summary>
    public static readonly FrozenSet<string> NameMakers = FrozenSet.ToFrozenSet(
        ["black", "bloody", "good", "green", "red", "white", "holy", "ash", "palm", "easter", "super", "cyber", "orange", "maundy", "blue", "theresa", "great"]);

    /// <summary>Nouns after which a weekday or month belongs to a title or a name ("Sunday Times", "May Day").</summary>
    public static readonly FrozenSet<string> NameEnders = FrozenSet.ToFrozenSet(
        ["times", "telegraph", "mail", "mirror", "movement", "brigade", "brigades", "herald", "express", "agreement", "front", "martyrs", "revolution"]);

    public static readonly FrozenSet<string> DayParts = FrozenSet.ToFrozenSet(
        ["morning", "mornings", "afternoon", "evening", "night", "midnight", "noon", "midday", "dawn", "dusk", "lunchtime", "daybreak", "sunrise", "sunset", "nightfall"]);

    /// <summary>The month 1 to 12 of a name or abbreviation, or 0.</summary>
    public static int Month(string word) => Months.GetValueOrDefault(word);

    /// <summary>True for the month names that are written out and are no other word.</summary>
    public static bool IsPlainMonth(string word) => word.Length > 4 && Months.ContainsKey(word) && word is not ("march" or "april" or "august");

    public static DayOfWeek? Weekday(string word) =>
        Array.IndexOf(DayNames, word) is >= 0 and var k ? (DayOfWeek)k : null;

    /// <summary>The weekday of a name or an abbreviation; the latter only means one beside a date.</summary>
    public static DayOfWeek? WeekdayOrShort(string word) =>
        Weekday(word) ?? (ShortDays.TryGetValue(word, out var day) ? day : null);

    /// <summary>The unit of a noun of time, singular or plural.</summary>
    public static Grain? Unit(string word) => word switch
    {
        "hour" or "hours" => Grain.Hour,
        "day" or "days" or "night" or "nights" => Grain.Day,
        "week" or "weeks" => Grain.Week,
        "weekend" or "weekends" => Grain.Weekend,
        "month" or "months" => Grain.Month,
        "year" or "years" => Grain.Year,
        "decade" or "decades" => Grain.Decade,
        _ => null,
    };

    /// <summary>0, 1, 2 for early, mid, late; -1 for other words.</summary>
    public static int Part(string word) => word switch { "early" => 0, "mid" => 1, "late" => 2, _ => -1 };
}
