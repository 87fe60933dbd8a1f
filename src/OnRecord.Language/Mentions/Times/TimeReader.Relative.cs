using OnRecord.Language.Mentions.Quantities;

namespace OnRecord.Language.Mentions.Times;

/// <summary>Expressions that count from the day of publication or from a day named before.</summary>
internal sealed partial class TimeReader
{
    // ---- today, yesterday, overnight, last night, the day before yesterday, now

    private bool Near(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at + 1, default);
        if (row.Skip(at, "the", "day", "before", "yesterday") is > 0 and var twoBack) return Moved(twoBack, -2, out end, out period);
        if (row.Skip(at, "the", "day", "after", "tomorrow") is > 0 and var twoOn) return Moved(twoOn, 2, out end, out period);
        switch (row[at])
        {
            case "today" or "tonight":
                return Moved(at + 1, 0, out end, out period);
            case "yesterday":
                return Moved(at + 1, -1, out end, out period);
            case "tomorrow":
                return Moved(at + 1, 1, out end, out period);
            case "overnight":
                end = at + 1;
                period = Period.Range(Period.Shift(published, -1, Grain.Day), published);
                return true;
            case "last" when row.Is(at + 1, "night", "evening"):
                return Moved(at + 2, -1, out end, out period);
            case "this" when Lexicon.DayParts.Contains(row[at + 1]):
                return Moved(at + 2, 0, out end, out period);
            case "now" or "currently" when IsNow(at):
                return Moved(at + 1, 0, out end, out period);
            case "at" when row.Skip(at, "at", "the", "moment") > 0 || row.Skip(at, "at", "this", "time") > 0:
                return Moved(at + 3, 0, out end, out period);
            case "at" when row.Is(at + 1, "present"):
                return Moved(at + 2, 0, out end, out period);
            default:
                return Anchored(at, out end, out period) || Vague(at, out end, out period);
        }
    }

    private bool IsNow(int at) => !(row[at - 1] is "by" or "until" or "till" or "from" or "for" or "right" or "up" or "just" && row.Is(at, "now") && !row.Is(at - 1, "right")) && !row.Is(at + 1, "that");

    private bool Moved(int after, int days, out int end, out Period period)
    {
        (end, period) = (after, Period.Day(Period.Shift(published, days, Grain.Day)));
        return true;
    }

    // ---- the same day, the next day, the evening before: from a day named before

    private bool Anchored(int at, out int end, out Period period)
    {
        (end, period) = (at, default);
        var i = row.Is(at, "the") ? at + 1 : at;
        var isDay = row.Is(i + 1, "day") || Lexicon.DayParts.Contains(row[i + 1]);
        if (isDay && row[i] is "same" or "that" or "following" or "next" or "previous" && (i > at || row.Is(i, "that")))
        {
            (end, period) = (i + 2, FromAnchor(row[i] switch { "following" or "next" => 1, "previous" => -1, _ => 0 }, Grain.Day));
            return true;
        }
        if (i > at && (row.Is(i, "day") || Lexicon.DayParts.Contains(row[i])) && row.Is(i + 1, "before", "after"))
        {
            var way = row.Is(i + 1, "before") ? -1 : 1;
            end = i + 2;
            if (Unmodified(end, way < 0 ? Aim.Deadline : Aim.Past, out var beyond, out var core) && core.Grain == Grain.Day)
                (end, period) = (beyond, Period.Day(Period.Shift(core.From, way, Grain.Day)));
            else period = EndsClause(end) ? FromAnchor(way, Grain.Day) : Period.Nowhere(Grain.Day);
            return true;
        }
        return false;
    }

    private bool EndsClause(int at) => row[at] is "" or "." or "," or ";" or ")" or "\"" or "”" or "''" or "and" or "but" or ":";

    private Period FromAnchor(int count, Grain unit)
    {
        if (!Anchor.IsPlaced) return Period.Nowhere(unit);
        if (Anchor.Grain == Grain.Day && Anchor.From == Anchor.To)
            return unit is Grain.Hour ? Anchor : Period.Day(Period.Shift(Anchor.From, count, unit));
        return Anchor.Grain == unit ? Period.Around(Period.Shift(Anchor.From, count, unit), unit) : Period.Nowhere(unit);
    }

    // ---- in recent days, in the coming weeks, soon

    private bool Vague(int at, out int end, out Period period)
    {
        (end, period) = (at + 1, Period.Nowhere(Grain.Span));
        if (row.Is(at, "soon") || row.Is(at, "recently") || row.Is(at, "shortly")) return true;
        var i = row.Is(at, "the") ? at + 1 : at;
        var j = row[i + 1] is "few" or "several" or "couple" ? (row.Is(i + 2, "of") ? i + 3 : i + 2) : i + 1;
        end = j + 1;
        return row[i] is "recent" or "coming" or "past" or "last" or "next" or "previous" or "following" && Lexicon.Unit(row[j]) is not null && row[j].EndsWith('s');
    }

    // ---- Friday, last Friday, Friday next week

    private bool Weekday(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        var i = at;
        var shift = 2;
        var here = row.Is(i, "this") && row[i + 1] is "coming" or "past" or "upcoming" ? i + 1 : i;
        if (row[here] is "last" or "past" or "previous") shift = -1;
        else if (row[here] is "next" or "coming" or "upcoming") shift = 1;
        else if (row.Is(here, "this")) shift = 0;
        if (shift != 2) i = here + 1;
        if (!row.Capital(i) || Lexicon.WeekdayOrShort(row[i]) is not { } weekday) return false;

        var next = row.Is(i + 1, ",") ? i + 2 : i + 1;
        if (row.Is(next, "on")) next++;
        if (Date(next, aim, out end, out period) && period.Grain is Grain.Day or Grain.Span) return true;
        if (Lexicon.Weekday(row[i]) is null) return false;
        end = i + 1;
        if (row.Is(end, "the") && DayNumber(end + 1, out var after, out var number) && !char.IsLetter((row[after] + " ")[0]))
        {
            (end, period) = (after, ByNumber(weekday, number, IsAhead(at, aim)));
            return true;
        }
        var suffix = row.Is(end, "of") ? end + 1 : end;
        if (row[suffix] is "last" or "this" or "next" && row.Is(suffix + 1, "week"))
        {
            (period, end) = (InWeek(weekday, row[suffix] switch { "last" => -1, "next" => 1, _ => 0 }), suffix + 2);
            return true;
        }
        period = shift switch
        {
            -1 => Period.Day(Previous(weekday, strict: true)),
            1 when row.Is(here, "next") => InWeek(weekday, 1),
            1 => Period.Day(Following(weekday, strict: true)),
            0 when IsAhead(at, aim) => Period.Day(Following(weekday, strict: false)),
            _ => Period.Day(IsAhead(at, aim) ? Following(weekday, strict: false) : Previous(weekday, strict: false)),
        };
        return true;
    }

    private DateOnly? Previous(DayOfWeek weekday, bool strict)
    {
        if (published is not { } pub) return null;
        var back = ((int)pub.DayOfWeek - (int)weekday + 7) % 7;
        return pub.AddDays(-(back == 0 && strict ? 7 : back));
    }

    private DateOnly? Following(DayOfWeek weekday, bool strict)
    {
        if (published is not { } pub) return null;
        var on = ((int)weekday - (int)pub.DayOfWeek + 7) % 7;
        return pub.AddDays(on == 0 && strict ? 7 : on);
    }

    private Period InWeek(DayOfWeek weekday, int weeks) =>
        Period.Day(Period.Week(Period.Shift(published, weeks, Grain.Week)).From?.AddDays(((int)weekday + 6) % 7));

    private Period ByNumber(DayOfWeek weekday, int number, bool ahead)
    {
        if (published is not { } pub) return Period.Nowhere(Grain.Day);
        var (best, least) = (Period.Nowhere(Grain.Day), int.MaxValue);
        for (var months = -12; months <= 12; months++)
        {
            var month = pub.AddMonths(months);
            var day = Exact(month.Year, month.Month, number);
            if (!day.IsPlaced || day.From!.Value.DayOfWeek != weekday) continue;
            // A verb may be misread; nobody leaves out the month of a day that lies months away.
            var away = day.From.Value.DayNumber - pub.DayNumber;
            var cost = Math.Abs(away) + (away < 0 == ahead && away != 0 ? 45 : 0);
            if (cost < least) (best, least) = (day, cost);
        }
        return best;
    }

    // ---- this week, last month, next year, the weekend, the past three days

    private bool Unit(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        var later = row[at] switch { "earlier" => -1, "later" => 1, _ => 0 };
        var i = later != 0 ? (row.Is(at + 1, "in") ? at + 2 : at + 1) : at;
        if (later != 0 && row.Is(i, "today")) return Moved(i + 1, 0, out end, out period);
        if (later != 0 && (row.Is(i, "this") || row.Is(i, "the")) && Lexicon.Unit(row[i + 1]) is { } part && !row[i + 1].EndsWith('s'))
        {
            var whole = Period.Around(published, part);
            end = i + 2;
            if (part is Grain.Hour or Grain.Decade) return false;
            period = later < 0 ? Period.Range(whole.From, published) : Period.Range(published, whole.To);
            return true;
        }
        if (later != 0) return row.Is(at, "earlier") && Weekday(row.Is(i, "on") ? i + 1 : i, aim, out end, out period);

        if (row[i] is "the" or "over" && row.Is(i + 1, "weekend") || row.Is(i, "weekend"))
        {
            end = row.Is(i, "weekend") ? i + 1 : i + 2;
            if (!row.Is(i, "weekend") || row[i - 1] is "all" or "at" or "over" or "of") return Weekend(at, aim, end, out period);
            return false;
        }
        var the = row.Is(i, "the");
        if (the) i++;
        if (Rolling(i, the, out end, out period)) return true;
        if (Lexicon.Unit(row[i + 1]) is not { } unit || unit is Grain.Hour or Grain.Decade || row[i + 1].EndsWith('s')) return false;
        end = i + 2;
        if (the && row[i] is not ("previous" or "following" or "coming" or "upcoming" or "current" or "next")) return false;
        switch (row[i])
        {
            case "this" or "current" when unit != Grain.Day:
                if (unit == Grain.Weekend) return Weekend(at, aim, end, out period);
                var now = Period.Around(published, unit);
                // What has happened "this week" has happened up to today.
                period = IsAhead(at, aim) || !now.IsPlaced ? now : now with { To = unit == Grain.Year ? now.To : published };
                return true;
            case "last" or "next" or "coming" or "upcoming" when unit != Grain.Day:
            case "previous" when !the && !Anchor.IsPlaced && unit != Grain.Day:
                period = Period.Around(Period.Shift(published, row.Is(i, "last", "previous") ? -1 : 1, unit), unit);
                return OfWeek(ref end, ref period);
            case "previous" or "following":
                period = FromAnchor(row.Is(i, "previous") ? -1 : 1, unit);
                return true;
            default:
                return false;
        }
    }

    private bool Weekend(int at, Aim aim, int after, out Period period)
    {
        period = Period.Weekend(published);
        if (published is { } pub && !IsAhead(at, aim) && period.From > pub) period = Period.Weekend(pub.AddDays(-7));
        return after > at;
    }

    /// <summary>"next week on Friday".</summary>
    private bool OfWeek(ref int end, ref Period period)
    {
        var day = row.Is(end, "on") ? end + 1 : end;
        if (period.Grain != Grain.Week || !row.Capital(day) || Lexicon.Weekday(row[day]) is not { } weekday) return true;
        period = Period.Day(period.From?.AddDays(((int)weekday + 6) % 7));
        end = day + 1;
        return true;
    }

    /// <summary>"the past week", "the last 24 hours", "the past three days": up to the day of publication.</summary>
    private bool Rolling(int at, bool the, out int end, out Period period)
    {
        (end, period) = (at, default);
        if (the && Numerals.TryRead(row, at, out var noun, out var number) && number is > 0 and < 1000 && number % 1 == 0 && row[noun] is "past" or "last" or "previous" && Lexicon.Unit(row[noun + 1]) is { } counted)
        {
            (end, period) = (noun + 2, Back((int)number, counted));
            return true;
        }
        // "The siege lasted three days", "it will last two weeks"
        if (!(row.Is(at, "past") || row.Is(at, "previous") || row.Is(at, "last")) || row.Word(at).Upos == Parses.Upos.VERB) return false;
        if (!Amount(at + 1, out end, out var count, out var unit))
        {
            if (Lexicon.Unit(row[at + 1]) is not { } single || row[at + 1].EndsWith('s') || single is Grain.Weekend || !(row.Is(at, "past") || (the && row.Is(at, "last")))) return false;
            (count, unit, end) = (1, single, at + 2);
        }
        period = Back(count, unit);
        return true;
    }

    private Period Back(int count, Grain unit)
    {
        var from = unit switch
        {
            Grain.Day => Period.Shift(published, 1 - count, unit),
            Grain.Week => Period.Shift(published, -count, unit)?.AddDays(1),
            _ => Period.Shift(published, -count, unit),
        };
        return Period.Range(from, published);
    }

    // ---- two days ago, a week later, three days after Friday

    private bool Ago(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        if (row[at] is "hours" or "minutes" && row.Is(at + 1, "later", "earlier"))
        {
            (end, period) = (at + 2, FromAnchor(0, Grain.Hour));
            return true;
        }
        if (row.Skip(at, "the") is > 0 and var the && Lexicon.Unit(row[the]) is { } unitAfter and not Grain.Hour && row.Is(the + 1, "after") && row.Is(the + 2, "next"))
        {
            (end, period) = (the + 3, Period.Around(Period.Shift(published, 2, unitAfter), unitAfter));
            return true;
        }
        var few = row.Is(at, "a") ? at + 1 : at;
        if (row[few] is "few" or "several" or "couple" or "some")
        {
            few += row.Is(few + 1, "of") ? 2 : 1;
            if (Lexicon.Unit(row[few]) is not null && row[few + 1] is "ago" or "earlier" or "later" or "before")
            {
                (end, period) = (few + 2, Period.Nowhere(Grain.Span));
                return true;
            }
        }
        var hedged = row[at] is "about" or "nearly" or "almost" or "around" or "some" or "roughly" or "just" ? at + 1 : at;
        if (!Amount(hedged, out var i, out var count, out var unit)) return false;
        if (Summed(i, count, unit, out end, out period)) return true;
        end = i + 1;
        switch (row[i])
        {
            case "ago":
                period = From(published, -count, unit);
                return true;
            case "earlier" or "later":
                period = FromAnchor(row.Is(i, "later") ? count : -count, unit);
                return true;
            case "from" when row.Is(i + 1, "now", "today"):
                end = i + 2;
                period = From(published, count, unit);
                return true;
            case "before" or "after" or "from":
                if (!Unmodified(i + 1, row.Is(i, "before") ? Aim.Deadline : IsAhead(at, aim) ? aim : Aim.Past, out end, out var core) || core.Grain != Grain.Day)
                {
                    end = i + 1;
                    period = Period.Nowhere(Grain.Day);
                    return !row.Is(i, "from");
                }
                period = From(core.From, row.Is(i, "before") ? -count : count, unit);
                return true;
            default:
                return false;
        }
    }

    /// <summary>"one month and three days ago", from after its first amount.</summary>
    private bool Summed(int at, int count, Grain unit, out int end, out Period period)
    {
        (end, period) = (at, default);
        var day = Period.Shift(published, -count, unit);
        var next = at;
        while (Amount(row.Is(next, "and", ",") ? next + 1 : next, out var after, out count, out unit)) (next, day) = (after, Period.Shift(day, -count, unit));
        if (next == at || !row.Is(next, "ago")) return false;
        (end, period) = (next + 1, Period.Day(day));
        return true;
    }

    /// <summary>Days, weeks and months lead to a day, years only to a year.</summary>
    private static Period From(DateOnly? day, int count, Grain unit) =>
        unit == Grain.Year ? Period.Year(Period.Shift(day, count, unit)) : unit == Grain.Decade ? Period.Nowhere(unit) : Period.Day(Period.Shift(day, count, unit));

    /// <summary>A number of units of time: "48 hours", "two weeks", "a month"; false for vague ones ("days").</summary>
    private bool Amount(int at, out int end, out int count, out Grain unit)
    {
        (end, count, unit) = (at, 0, default);
        int next;
        if (row.Is(at, "a", "an") && Lexicon.Unit(row[at + 1]) is not null) (next, count) = (at + 1, 1);
        else if (row.Is(at, "fortnight") || (row.Is(at, "a") && row.Is(at + 1, "fortnight")))
        {
            (end, count, unit) = (row.Is(at, "a") ? at + 2 : at + 1, 2, Grain.Week);
            return true;
        }
        else if (Numerals.TryRead(row, at, out next, out var number) && number is > 0 and < 10_000 && number % 1 == 0) count = (int)number;
        else return false;
        if (row.IsDash(next) && row.Glued(next)) next++;
        if (Lexicon.Unit(row[next]) is not { } found || (row.Is(at, "one") && row.Is(next, "day") && row[next + 1] is not ("ago" or "earlier" or "later" or "before" or "after" or "from"))) return false;
        (end, unit) = (next + 1, found);
        return true;
    }
}
