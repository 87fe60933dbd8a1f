using System.Globalization;
using OnRecord.Language.Mentions.Quantities;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Times;

/// <summary>Dates of the calendar: days, months, years.</summary>
internal sealed partial class TimeReader
{
    private bool Date(int at, Aim aim, out int end, out Period period) =>
        Numeric(at, out end, out period) || DayFirst(at, aim, out end, out period) || MonthFirst(at, aim, out end, out period) || Feast(at, aim, out end, out period);

    // ---- 2021-08-13, 13/8/2021

    private bool Numeric(int at, out int end, out Period period)
    {
        (end, period) = (at + 5, default);
        var dotted = row[at].Split('.');
        if (dotted.Length == 3 && Digits(dotted[0], 2) is { } dd && Digits(dotted[1], 2) is { } dm && Digits(dotted[2], 4) is { } dy && IsYear(dy))
        {
            end = at + 1;
            period = Exact(dy, dm, dd);
            return true;
        }
        if (dotted.Length == 3 && Digits(dotted[0], 4) is { } fy && IsYear(fy) && Digits(dotted[1], 2) is { } fm && Digits(dotted[2], 2) is { } fd)
        {
            end = at + 1;
            period = Exact(fy, fm, fd);
            return true;
        }
        if (!(row.IsDash(at + 1) || row.Is(at + 1, "/")) || row[at + 3] != row[at + 1] || !row.Glued(at + 1) || !row.Glued(at + 3)) return false;
        if (Digits(row[at], 4) is not { } a || Digits(row[at + 4], 4) is not { } c) return false;
        var b = Digits(row[at + 2], 2) ?? Lexicon.Month(row[at + 2]);
        if (b is 0 or > 31) return false;
        if (IsYear(a) && c is > 0 and <= 31) period = Exact(a, b, c);
        else if (!IsYear(c))
        {
            // 21/04/16: only where it can be nothing else.
            if (!row.Is(at + 1, "/") || a is <= 12 or > 31 || b > 12 || row[at + 4].Length != 2 || published is not { } pub) return false;
            period = Exact((c > (pub.Year % 100) + 10 ? -100 : 0) + (pub.Year / 100 * 100) + c, b, a);
        }
        else if (b > 12) period = Exact(c, a, b);
        else if (a > 12 || a == b || Lexicon.Month(row[at + 2]) > 0) period = Exact(c, b, a);
        // Which of 3/7/2017 is the month depends on where it was written.
        else period = Period.Nowhere(Grain.Day);
        return true;
    }

    // ---- 13 August 2021, the 13th of August, 13-15 August, 13 and 14 August

    private bool DayFirst(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        var i = row.Is(at, "the") ? at + 1 : at;
        if (!DayNumber(i, out var next, out var first)) return false;
        var last = first;
        if (Connects(next) && DayNumber(row.Is(next + 1, "the") ? next + 2 : next + 1, out var beyond, out last))
        {
            next = beyond;
            if (last <= first) return false;
        }
        else last = first;
        if (last == first && row.Is(next, "day") && row.Is(next + 1, "of")) next++;
        var sure = last > first || row.Is(next, "of") || row.Is(i - 1, "the");
        if (row.Is(next, "of") || (last > first && row.Is(next, "in"))) next++;
        if (row.Is(next, "-") && row.Glued(next)) next++;
        var month = row.Capital(next) ? Lexicon.Month(row[next]) : 0;
        if (month == 0) return sure && MonthByUnit(next, first, last, out end, out period);
        YearAfter(next + 1, out end, out var year);
        period = Days(at, aim, year, month, first, last);
        return true;
    }

    /// <summary>"the 20th of next month", "the first of the month".</summary>
    private bool MonthByUnit(int at, int first, int last, out int end, out Period period)
    {
        (end, period) = (at + 2, default);
        if (!row.Is(at + 1, "month") || row[at] is not ("this" or "the" or "next" or "last" or "previous")) return false;
        var month = Period.Month(Period.Shift(published, row[at] switch { "next" => 1, "last" or "previous" => -1, _ => 0 }, Grain.Month));
        period = month.From is { } from ? Stretch(from.Year, from.Month, first, last) : Period.Nowhere(Grain.Day);
        return true;
    }

    // ---- August 13, 2021, August 13-15, August 2018, August last year

    private bool MonthFirst(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        if (Lexicon.Month(row[at]) is not (var month and > 0) || !row.Capital(at)) return false;
        var i = row.Is(at + 1, "the") || (row.Is(at + 1, ".") && (row[at].Length < 5 || char.IsAsciiDigit((row[at + 2] + " ")[0]))) || (row.Is(at + 1, ",") && row[at + 2] is "1st" or "2nd" or "3rd") ? at + 2 : at + 1;
        if (row.IsDash(i) && row.Glued(i)) i++;
        if (DayNumber(i, out var next, out var first) && !Counts(i, next))
        {
            var last = first;
            if (Connects(next) && DayNumber(next + 1, out var beyond, out var second) && second > first && Lexicon.Month(row[beyond]) == 0 && !Counts(next + 1, beyond)
                && !(row.Is(next, "to", "and") && row.Word(next + 1).Upos is Upos.NOUN))
                (next, last) = (beyond, second);
            YearAfter(next, out end, out var year);
            period = Days(at, aim, year, month, first, last);
            return true;
        }
        if (!YearAfter(at + 1, out end, out var whole)) return false;
        period = whole is { } y ? Period.Month(y, month) : Period.Nowhere(Grain.Month);
        return true;
    }

    /// <summary>"August" by itself, where it is the month and no name or verb.</summary>
    private bool MonthAlone(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        var i = at;
        var shift = row[at] switch { "last" or "past" or "previous" => -1, "next" or "coming" => 1, "this" => 0, _ => 2 };
        if (shift != 2) i++;
        if (Lexicon.Month(row[i]) is not (var month and > 0) || !row.Capital(i)) return false;
        var before = row.IsDash(i - 1) ? row[i - 2] : row[i - 1];
        if (!Lexicon.BeforeMonth.Contains(before) && !(Lexicon.IsPlainMonth(row[i]) && row.Word(i).Upos == Upos.PROPN)) return false;
        if (before == "to" && row.Word(i).Upos is Upos.VERB) return false;
        if (shift == 2) return BareMonth(i, aim, out end, out period);
        end = i + 1;
        period = published is not { } pub ? Period.Nowhere(Grain.Month) : shift switch
        {
            0 => Period.Month(pub.Year, month),
            -1 => Period.Month(month < pub.Month ? pub.Year : pub.Year - 1, month),
            _ => Period.Month(month > pub.Month ? pub.Year : pub.Year + 1, month),
        };
        return true;
    }

    private bool BareMonth(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at + 1, default);
        if (Lexicon.Month(row[at]) is not (var month and > 0) || !row.Capital(at)) return false;
        if (published is not { } pub) period = Period.Nowhere(Grain.Month);
        else if (IsAhead(at, aim)) period = Period.Month(month >= pub.Month ? pub.Year : pub.Year + 1, month);
        else period = Period.Month(month <= pub.Month ? pub.Year : pub.Year - 1, month);
        return true;
    }

    // ---- years

    private bool YearAlone(int at, out int end, out Period period)
    {
        (end, period) = (at, default);
        var i = row.Is(at, "the") ? at + 1 : at;
        if (row.Is(i, "year")) i++;
        if (row.Is(i - 1, "the") && row[i] is "seventies" or "eighties" or "nineties" or "sixties" or "fifties")
        {
            (end, period) = (i + 1, Period.Decade(row[i] switch { "fifties" => 1950, "sixties" => 1960, "seventies" => 1970, "eighties" => 1980, _ => 1990 }));
            return true;
        }
        if (row[i].Length == 6 && row[i].EndsWith("'s", StringComparison.Ordinal) && Digits(row[i][..4], 4) is { } tens && IsYear(tens) && tens % 10 == 0 && row.Is(i - 1, "the"))
        {
            (end, period) = (i + 1, Period.Decade(tens));
            return true;
        }
        if (Digits(row[i], 4) is not { } year || !IsYear(year)) return false;
        if (row.Glued(i + 1) && row.Is(i + 1, "s", "'s") && (row.Is(i - 1, "the") || row[i + 1] == "s"))
        {
            (end, period) = (i + 2, Period.Decade(year));
            return true;
        }
        if (i == at && !StandsAsYear(i)) return false;
        if (i > at && row.Is(i - 1, "the") && Plural(i + 1) && row.Word(i).Relation == "nummod" && year % 100 == 0) return false;
        return BareYear(i, out end, out period);
    }

    private bool BareYear(int at, out int end, out Period period)
    {
        (end, period) = (at + 1, default);
        if (Digits(row[at], 4) is not { } year || !IsYear(year)) return false;
        if (row.Glued(end) && row.Is(end, "s"))
        {
            (end, period) = (at + 2, Period.Decade(year));
            return true;
        }
        period = Period.Year(year);
        return true;
    }

    /// <summary>True where a number of four figures is a year by what stands around it, and no count ("2000 soldiers") or name ("Resolution 1325").</summary>
    private bool StandsAsYear(int at)
    {
        var before = row[at - 1];
        if (row.IsDash(at + 1) && row.Glued(at + 1) && Digits(row[at + 2], 4) is { } until && !NotModern(at) && !NotModern(at + 2) && until > Digits(row[at], 4)) return true;
        if (row.Is(at + 1, "to", "through") && Digits(row[at + 2], 4) is { } later && !NotModern(at) && !NotModern(at + 2) && later > Digits(row[at], 4) && !Plural(at + 3)) return true;
        if (row.Is(at - 1, "to", "through") && Digits(row[at - 2], 4) is { } sooner && !NotModern(at) && !NotModern(at - 2) && sooner < Digits(row[at], 4) && !Plural(at + 1)) return true;
        if (row.IsDash(at - 1) && row.Glued(at)) return Digits(row[at - 2], 4) is { } first && IsYear(first);
        if (row.IsDash(at + 1) && row.Glued(at + 1) && char.IsLetter((row[at + 2] + " ")[0])) return false;
        var plural = Plural(at + 1) || (row.Word(at + 1).Upos == Upos.ADJ && Plural(at + 2));
        switch (before)
        {
            case "in" or "since" or "until" or "till" or "during" or "throughout" or "year" or "early" or "mid" or "late":
                return !plural || row.Is(at - 1, "since", "until");
            case "by" or "before" or "after" or "from" or "to" or "through" or "between" or "and" or "for" or "around":
                return !plural && !(before is "and" or "to" or "for" or "around" && NotModern(at));
            case "of":
                return !plural && !NotModern(at) && Digits(row[at], 4) % 100 != 0;
            case "a" or "an" or "its" or "his" or "her" or "their" or "our" or "this" or "deadly" or "disputed":
                return !NotModern(at) && row.Word(at + 1).Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN && Digits(row[at], 4) % 100 != 0;
            case "(":
                return row.Is(at + 1, ")") || row.IsDash(at + 1);
            default:
                return false;
        }
    }

    private bool NotModern(int at) => Digits(row[at], 4) is not (>= 1900 and <= 2099);

    // ---- days with a name

    private bool Feast(int at, Aim aim, out int end, out Period period)
    {
        (end, period) = (at, default);
        var (month, day, length) = row[at] switch
        {
            "christmas" when row.Is(at + 1, "eve") => (12, 24, 2),
            "christmas" when row.Is(at + 1, "day") => (12, 25, 2),
            "new" when row.Is(at + 1, "year") && row.Is(at + 2, "'s") && row.Is(at + 3, "eve") => (12, 31, 4),
            "new" when row.Is(at + 1, "year") && row.Is(at + 2, "'s") && row.Is(at + 3, "day") => (1, 1, 4),
            _ => (0, 0, 0),
        };
        if (length == 0) return false;
        end = at + length;
        YearAfter(end, out end, out var year);
        period = Days(at, aim, year, month, day, day);
        return true;
    }

    // ---- helpers

    /// <summary>A day of the month, in figures or as an ordinal.</summary>
    private bool DayNumber(int at, out int end, out int day)
    {
        end = at + 1;
        if (Digits(row[at], 2) is { } figures) day = figures;
        else if (!Numerals.TryOrdinal(row, at, out end, out day)) return false;
        return day is >= 1 and <= 31;
    }

    /// <summary>True where the number after a month counts what follows: "in March 12 soldiers".</summary>
    private bool Counts(int at, int end) =>
        char.IsAsciiDigit(row[at][^1]) && Plural(end) && row.Word(at) is { Relation: "nummod" } word && word.Head >= row.WordAt(end) && Lexicon.Unit(row[end]) is null;

    private bool Plural(int at) => row.Word(at).Xpos is "NNS" or "NNPS";

    private bool Connects(int at) => row.IsDash(at) || row[at] is "to" or "and" or "or" or "until" or "till" or "through";

    /// <summary>The year that may follow a day or month: "2018", ", 2018", "of 2018", "last year".</summary>
    private bool YearAfter(int at, out int end, out int? year)
    {
        (end, year) = (at, null);
        var i = row.Is(at, ",") || row.Is(at, "of") || row.Is(at, "in") ? at + 1 : at;
        if (row.IsDash(i) && row.Glued(i) && row.Glued(i + 1)) i++;
        if (Digits(row[i], 4) is { } figures && IsYear(figures) && !(row.Glued(i + 1) && row.Is(i + 1, "s")))
        {
            // "On 13 August, 2000 soldiers"
            if (i > at && row.Is(at, ",", "in") && Plural(i + 1) && row.Word(i).Relation == "nummod") return false;
            (end, year) = (i + 1, figures);
            return true;
        }
        if (row.Is(at, ",")) return false;
        var shift = row[i] switch { "last" or "previous" => -1, "this" => 0, "next" => 1, _ => 2 };
        if (shift == 2 || !row.Is(i + 1, "year")) return false;
        (end, year) = (i + 2, published?.Year + shift);
        return true;
    }

    private Period Days(int at, Aim aim, int? year, int month, int first, int last)
    {
        if (year is { } given) return Stretch(given, month, first, last);
        if (published is not { } pub) return Period.Nowhere(Grain.Day);
        var back = Nearest(pub, month, first, last, -1);
        var ahead = Nearest(pub, month, first, last, 1);
        if (!back.IsPlaced || !ahead.IsPlaced) return back.IsPlaced ? back : ahead;
        var (since, until) = (pub.DayNumber - back.From!.Value.DayNumber, ahead.From!.Value.DayNumber - pub.DayNumber);
        // A verb may be misread; nobody leaves out the year of a day that lies a year away.
        return Look(at, aim) switch
        {
            Tense.Past => since > 300 && until < 60 ? ahead : back,
            Tense.Future => until > 200 && since < 120 ? back : ahead,
            // Reports look back more often than ahead.
            _ => until < 60 && until < since ? ahead : back,
        };
    }

    private static Period Nearest(DateOnly pub, int month, int first, int last, int way)
    {
        for (var year = pub.Year - (way > 0 ? 1 : -1); Math.Abs(year - pub.Year) < 9; year += way)
            if (Stretch(year, month, first, last) is { IsPlaced: true } found && (way > 0 ? found.From >= pub : found.From <= pub)) return found;
        return Period.Nowhere(Grain.Day);
    }

    private static Period Stretch(int year, int month, int first, int last)
    {
        var (from, to) = (Exact(year, month, first), Exact(year, month, last));
        return first == last ? from : Period.Range(from.From, to.To);
    }

    private static Period Exact(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Period.Day(new DateOnly(year, month, day)) : Period.Nowhere(Grain.Day);

    private static bool IsYear(int number) => number is >= 1000 and <= 2999;

    /// <summary>The value of one to so many figures, else null.</summary>
    private static int? Digits(string text, int most) =>
        text.Length > 0 && text.Length <= most && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
