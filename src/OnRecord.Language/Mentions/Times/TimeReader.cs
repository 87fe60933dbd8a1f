using OnRecord.Language.Mentions.Quantities;

namespace OnRecord.Language.Mentions.Times;

/// <summary>A time expression found in a row of pieces; the range is half-open.</summary>
internal readonly record struct Found(int Start, int End, TimeKind Kind, Period Period);

/// <summary>Reads the time expressions of one sentence.</summary>
/// <param name="row">The sentence.</param>
/// <param name="tenses">Its clauses.</param>
/// <param name="published">The day that relative expressions count from, or null.</param>
internal sealed partial class TimeReader(PieceRow row, Tenses tenses, DateOnly? published)
{
    /// <summary>Which way an expression without a year or a week looks.</summary>
    private enum Aim : byte
    {
        /// <summary>As the verb says.</summary>
        Verb,
        /// <summary>Back, whatever the verb.</summary>
        Past,
        /// <summary>Ahead, unless the verb is past.</summary>
        Deadline,
        /// <summary>Ahead, whatever the verb.</summary>
        Ahead,
    }

    /// <summary>The last day, month or year that the report placed, for "a day later".</summary>
    public Period Anchor { get; set; }

    /// <summary>The day of the week just past that this sentence has named, for what was said on it ("gave them 48 hours").</summary>
    public DateOnly? Spoken { get; set; }

    /// <summary>Reads the expression that begins at <paramref name="at"/>.</summary>
    public bool TryRead(int at, out Found found)
    {
        found = default;
        return Bound(at, ref found) || Range(at, ref found) || Deadline(at, ref found) || Running(at, ref found) || Plain(at, ref found);
    }

    private bool Plain(int at, ref Found found)
    {
        if (!Core(at, Aim.Verb, out var end, out var period)) return false;
        var kind = !period.IsPlaced ? TimeKind.Unplaced : TimeKind.During;
        // "This year" is still open.
        if (kind == TimeKind.During && row.Is(at, "this") && row.Is(at + 1, "year") && Look(at, Aim.Verb) != Tense.Future && published is not null)
            (kind, period) = (TimeKind.Since, period with { To = null });
        found = new Found(at, end, kind, period);
        return true;
    }

    /// <summary>A day, week, month, year or stretch, without what stands before it ("since", "by").</summary>
    private bool Core(int at, Aim aim, out int end, out Period period)
    {
        if (!Unmodified(at, aim, out end, out period)) return false;
        end = AfterDayPart(end);
        return true;
    }

    private bool Unmodified(int at, Aim aim, out int end, out Period period) =>
        PartOf(at, aim, out end, out period) || Ago(at, aim, out end, out period) || Near(at, aim, out end, out period) || Date(at, aim, out end, out period)
        || Weekday(at, aim, out end, out period) || Unit(at, aim, out end, out period) || MonthAlone(at, aim, out end, out period) || YearAlone(at, out end, out period)
        || Timed(at, aim, out end, out period);

    /// <summary>What the clause around a piece says, given which way the expression looks by itself.</summary>
    private Tense Look(int at, Aim aim)
    {
        if (aim is Aim.Past or Aim.Ahead) return aim == Aim.Past ? Tense.Past : Tense.Future;
        var tense = tenses.Of(row.WordAt(at));
        if (aim == Aim.Deadline) return tense == Tense.Past && !tenses.IsPlanned(row.WordAt(at)) ? Tense.Past : Tense.Future;
        return tense;
    }

    private bool IsAhead(int at, Aim aim) => Look(at, aim) == Tense.Future;

    // ---- the end of August, early 2015, the first half of May

    private bool PartOf(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        var i = row.Is(at, "the") ? at + 1 : at;
        var part = Lexicon.Part(row[i]);
        var isNoun = false;
        if (row.Is(i, "very", "mid")) i += row.Is(i, "very") ? 1 : 0;
        if (part < 0)
        {
            part = row[i] switch { "start" or "beginning" or "outset" or "opening" => 0, "middle" => 1, "end" or "close" => 2, _ => -1 };
            isNoun = part >= 0;
        }
        if (isNoun)
        {
            if (!row.Is(i + 1, "of")) return false;
            if (!Unmodified(i + 2, aim, out end, out period) && !TheUnit(i + 2, out end, out period) && !BareMonth(i + 2, aim, out end, out period) && !BareYear(i + 2, out end, out period)) return false;
            period = Whole(period);
            if (row.Is(i, "end", "close") && period.Grain == Grain.Year && period.IsPlaced) period = Period.Month(period.To);
            else if (row.Is(i, "start", "beginning") && period.Grain == Grain.Year && period.IsPlaced) period = Period.Month(period.From);
            else period = period.Part(part);
            return true;
        }
        if (part >= 0)
        {
            var next = row.IsDash(i + 1) || row.Is(i + 1, "in") || row.Is(i + 1, "on") ? i + 2 : i + 1;
            if (row.Is(i + 1, "in") && row.Is(i + 2, "the") && TheUnit(i + 2, out end, out period))
            {
                period = period.Part(part);
                return true;
            }
            if (!Unmodified(next, aim, out end, out period) && !BareMonth(next, aim, out end, out period) && !BareYear(next, out end, out period)) return false;
            period = Whole(period).Part(part);
            return true;
        }
        if (Rest(i, out end, out period) || Quarter(i, aim, out end, out period)) return true;
        if (row.Is(i, "first", "second") && row.Is(i + 1, "half") && row.Is(i + 2, "of") && (Unmodified(i + 3, aim, out end, out period) || TheUnit(i + 3, out end, out period)))
        {
            var (from, to) = (period.From, period.To);
            period = !period.IsPlaced ? period : period.Grain switch
            {
                Grain.Year => row.Is(i, "first") ? Period.Range(from, from!.Value.AddMonths(6).AddDays(-1)) : Period.Range(from!.Value.AddMonths(6), to),
                Grain.Month => row.Is(i, "first") ? Period.Range(from, from!.Value.AddDays(14)) : Period.Range(from!.Value.AddDays(15), to),
                _ => period,
            };
            return true;
        }
        return Stretch(i, aim, out end, out period) || WeekOf(i, aim, out end, out period);
    }

    /// <summary>"the first ten days of May", "the last three months of 2021".</summary>
    private bool Stretch(int i, Aim aim, out int end, out Period period)
    {
        (end, period) = (i, default);
        if (!row.Is(i, "first", "last") || !Amount(i + 1, out var next, out var count, out var unit) || unit is Grain.Hour or Grain.Decade || !row.Is(next, "of")) return false;
        if (!Unmodified(next + 1, aim, out end, out period) && !BareMonth(next + 1, aim, out end, out period) && !BareYear(next + 1, out end, out period) && !TheUnit(next + 1, out end, out period)) return false;
        if (period.Grain is not (Grain.Month or Grain.Year)) return false;
        period = Whole(period);
        if (!period.IsPlaced) return true;
        period = row.Is(i, "first") ? Period.Range(period.From, Period.Shift(period.From, count, unit)?.AddDays(-1)) : Period.Range(Period.Shift(period.To!.Value.AddDays(1), -count, unit), period.To);
        return true;
    }

    /// <summary>The whole of a unit of which only what lies behind us was meant.</summary>
    private static Period Whole(Period period) => period.Grain is Grain.Week or Grain.Month or Grain.Year ? Period.Around(period.From, period.Grain) : period;

    /// <summary>"the rest of the month".</summary>
    private bool Rest(int i, out int end, out Period period)
    {
        (end, period) = (i, default);
        if (row[i] is not ("rest" or "remainder" or "remaining") || !row.Is(i + 1, "of") || !TheUnit(i + 2, out end, out period)) return false;
        period = Period.Range(published, period.To);
        return true;
    }

    /// <summary>"the second quarter of 2021", "the last quarter of this year".</summary>
    private bool Quarter(int i, Aim aim, out int end, out Period period)
    {
        (end, period) = (i, default);
        if (row.Is(i + 1, "quarter") && row[i] is "this" or "last" or "previous" or "next" or "current" && row[i + 2] is not ("of" or "in"))
        {
            end = i + 2;
            var day = Period.Shift(published, row[i] switch { "last" or "previous" => -3, "next" => 3, _ => 0 }, Grain.Month);
            var first = day is { } d ? new DateOnly(d.Year, ((d.Month - 1) / 3 * 3) + 1, 1) : (DateOnly?)null;
            period = Period.Range(first, first?.AddMonths(3).AddDays(-1));
            return true;
        }
        var number = row.Is(i, "last") ? 4 : 0;
        var next = i + 1;
        if (number == 0 && !Numerals.TryOrdinal(row, i, out next, out number)) return false;
        if (!row.Is(next, "quarter") || number > 4) return false;
        var year = row.Is(next + 1, "of") ? next + 2 : next + 1;
        if (!Unmodified(year, aim, out end, out period) && !BareYear(year, out end, out period) && !TheUnit(year, out end, out period)) return false;
        if (period.Grain != Grain.Year) return false;
        if (Whole(period).From is { } from) period = Period.Range(from.AddMonths(3 * (number - 1)), from.AddMonths(3 * number).AddDays(-1));
        return true;
    }

    /// <summary>"the first week of August", "the last week of May", "the week of 12 August", "the week beginning 3 May".</summary>
    private bool WeekOf(int i, Aim aim, out int end, out Period period)
    {
        (end, period) = (i, default);
        if (row.Is(i, "week") && row[i + 1] is "of" or "beginning" or "starting" or "commencing" or "ending")
        {
            var day = row.Is(i + 2, "on") ? i + 3 : i + 2;
            if (!Date(day, aim, out end, out period) || period.Grain != Grain.Day) return false;
            period = Period.Week(period.From);
            return true;
        }
        var ordinal = row.Is(i, "last") ? -1 : 0;
        var next = i + 1;
        if (ordinal == 0 && !Numerals.TryOrdinal(row, i, out next, out ordinal)) return false;
        var weekday = Lexicon.Weekday(row[next]);
        if ((!row.Is(next, "week") && weekday is null) || ordinal > 4) return false;
        var of = row[next + 1] is "of" or "in" ? next + 2 : row[next + 1] is "this" or "next" or "last" ? next + 1 : -1;
        if (of < 0 || (!Unmodified(of, aim, out end, out period) && !BareMonth(of, aim, out end, out period) && !BareYear(of, out end, out period) && !TheUnit(of, out end, out period))) return false;
        if (period.Grain != Grain.Month && (period.Grain != Grain.Year || weekday is not null)) return false;
        period = Whole(period);
        if (!period.IsPlaced) return true;
        if (weekday is { } named)
        {
            var first = period.From!.Value.AddDays(((int)named - (int)period.From.Value.DayOfWeek + 7) % 7);
            var back = period.To!.Value.AddDays(-(((int)period.To.Value.DayOfWeek - (int)named + 7) % 7));
            period = Period.Day(ordinal < 0 ? back : first.AddDays(7 * (ordinal - 1)));
        }
        else period = ordinal < 0 ? Period.Range(period.To!.Value.AddDays(-6), period.To) : Period.Range(period.From!.Value.AddDays(7 * (ordinal - 1)), period.From.Value.AddDays((7 * ordinal) - 1));
        return true;
    }

    /// <summary>"the week", "the month", "the year" after "the end of", and "the weekend": the running one.</summary>
    private bool TheUnit(int at, out int end, out Period period)
    {
        var noun = row.Is(at, "the") ? at + 1 : at;
        (end, period) = (noun + 1, default);
        if ((noun == at && !row.Is(at - 1, "of")) || Lexicon.Unit(row[noun]) is not { } unit || unit is Grain.Hour || (noun == at && unit is not (Grain.Week or Grain.Month or Grain.Year)) || row[noun].EndsWith('s')) return false;
        period = Period.Around(published, unit);
        return true;
    }

    // ---- times of day, which only anchor

    private bool Timed(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        var next = TimeOfDay(row.Is(at, "the") ? at + 1 : at);
        if (next < 0) return false;
        if (row[next] is "on" or "of" or "," or "at") next++;
        return TimeOfDay(next) < 0 && (Date(next, aim, out end, out period) || Weekday(next, aim, out end, out period) || Near(next, aim, out end, out period)) && period.Grain == Grain.Day;
    }

    /// <summary>The position after a time of day that stands at <paramref name="at"/>, or -1.</summary>
    private int TimeOfDay(int at)
    {
        if (Lexicon.DayParts.Contains(row[at])) return at + 1;
        var text = row[at];
        var isClock = text.Length is 4 or 5 && text.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(text[0]);
        var isNumber = Numerals.TryRead(row, at, out var end, out var value) && value is >= 0 and <= 24;
        if (!isClock && !isNumber) return -1;
        if (isClock) end = at + 1;
        else if (row.Is(end, ":") && row.Glued(end)) end += 2;
        if (row[end] is "a.m." or "am" or "p.m." or "pm" or "a.m" or "p.m" or "o'clock") end++;
        else if (!isClock) return -1;
        if (row[end] is "gmt" or "utc" or "local") end += row.Is(end + 1, "time") ? 2 : 1;
        return end;
    }

    /// <summary>Past the part of the day that follows a day: "Friday night", "Friday at 6 a.m.".</summary>
    private int AfterDayPart(int end)
    {
        if (Lexicon.DayParts.Contains(row[end])) return end + 1;
        var next = row.Is(end, "at") || row.Is(end, ",") ? end + 1 : end;
        return next > end && TimeOfDay(next) is var after and > 0 ? after : end;
    }
}
