using System.Text.RegularExpressions;
using OnRecord.Language.Mentions;

namespace OnRecord.Lab.Scores;

/// <summary>Where the specifications and the product write the same days differently: which difference explains an answer.</summary>
internal static partial class TimeConventions
{
    public const string Same = "the same days";
    public const string HalfOpen = "their ends are the day after the last";
    public const string Open = "what lasts until now has no end with us";
    public const string Deadline = "a last day alone is given for what is to happen \"within\" or \"by\"";
    public const string Thirds = "early, late, the end of: a third with us, a half with them";
    public const string Today = "the day of reference counted or not at the end of a run of days";
    public const string LastNamed = "\"from May to June\" ends with June with us, where June begins with them";
    public const string Years = "\"two years ago\" is a year with us, a day with them";
    public const string Weeks = "weeks of a month are counted from its first day, not from Monday";
    public const string SoFar = "\"this week\" of what has happened ends today";
    public const string Latest = "\"last Monday\" is the latest, not that of the week before";
    public const string Weekend = "\"the weekend\" without a verb that says is the last one, not the next";

    /// <summary>The convention by which the days found are the days meant, or null where they are not.</summary>
    public static string? Explains(TimeMention time, string expression, DateOnly from, DateOnly to, DateOnly? reference)
    {
        if (time.Kind == TimeKind.Unplaced) return null;
        var text = expression.ToLowerInvariant();
        var isDay = from == to;
        if (time.From == from && time.To == to) return Same;
        if (time.Kind == TimeKind.By) return time.To == to || time.To == to.AddDays(-1) || time.To == to.AddDays(1) ? Deadline : null;
        if (time.From == from && !isDay && time.To == to.AddDays(-1)) return HalfOpen;
        if (time.From is not { } first) return null;
        if (time.To is not { } last) return Near(first, from) && (reference is null || to >= reference) ? Open : null;
        var end = isDay ? to : to.AddDays(-1);
        if (!isDay && PartOf().IsMatch(text) && first >= from && last <= to && (first == from || last == end || Middle().IsMatch(text))) return Thirds;
        if (!isDay && Run().IsMatch(text) && Near(first, from) && (Near(last, to) || Near(last, end))) return Today;
        if (!isDay && RangeOf().IsMatch(text) && first == from && last >= to && (last == to.AddMonths(1).AddDays(-1) || last == to.AddYears(1).AddDays(-1))) return LastNamed;
        if (isDay && text.Contains("year", StringComparison.Ordinal) && first <= from && to <= last && last == first.AddYears(1).AddDays(-1)) return Years;
        if (!isDay && WeekOf().IsMatch(text) && last.DayNumber - first.DayNumber == 6 && Math.Abs(first.DayNumber - from.DayNumber) < 7) return Weeks;
        if (first == from && last == reference && text.StartsWith("this", StringComparison.Ordinal)) return SoFar;
        if (LastOf().IsMatch(text) && reference is { } day && last < day && (first == from.AddDays(7) || first == from.AddYears(1))) return Latest;
        return text.Contains("weekend", StringComparison.Ordinal) && first.AddDays(7) == from ? Weekend : null;
    }

    private static bool Near(DateOnly a, DateOnly b) => Math.Abs(a.DayNumber - b.DayNumber) <= 1;

    [GeneratedRegex(@"\b(early|late|later|earlier|mid|middle|start|beginning|end|rest|remainder|remaining)\b")]
    private static partial Regex PartOf();

    [GeneratedRegex(@"\b(mid|middle)\b")]
    private static partial Regex Middle();

    [GeneratedRegex(@"\b(next|past|last|previous|coming|upcoming|following|rest|remaining|within|in the future|more than|less than)\b|\bweek")]
    private static partial Regex Run();

    [GeneratedRegex(@" (to|until|till|through|and) |-|–|~")]
    private static partial Regex RangeOf();

    [GeneratedRegex(@"(first|second|third|fourth|fifth|last|\dst|\dnd|\drd|\dth) week (of|in|this|next|last)")]
    private static partial Regex WeekOf();

    [GeneratedRegex(@"^(on |the )?(last|previous|past)\b")]
    private static partial Regex LastOf();
}
