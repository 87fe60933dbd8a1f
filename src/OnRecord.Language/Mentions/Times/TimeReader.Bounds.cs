using OnRecord.Language.Mentions.Quantities;

namespace OnRecord.Language.Mentions.Times;

/// <summary>Expressions with one end or two: since, until, by, within, between.</summary>
internal sealed partial class TimeReader
{
    // ---- since Monday, until Friday, by the end of August, after 2015, on the eve of

    private bool Bound(int at, ref Found found)
    {
        switch (row[at])
        {
            case "since":
                return Since(at, at + 1, Aim.Past, ref found);
            case "from" when row[at + 1] is "now" or "then":
                if (!row.Is(at + 1, "now")) return false;
                found = Open(at, row.Is(at + 2, "on") ? at + 3 : at + 2, published);
                return true;
            case "starting" or "beginning" or "effective" when Core(row[at + 1] is "from" or "on" or "in" ? at + 2 : at + 1, Aim.Deadline, out var begun, out var start):
                found = Open(at, begun, start.From);
                return true;
            case "as" when row.Is(at + 1, "of", "from") && Core(at + 2, Aim.Verb, out var asOf, out var state):
                found = Look(at + 2, Aim.Verb) == Tense.Future || row.Is(at + 1, "from") ? Open(at, asOf, state.From) : Closed(at, asOf, state);
                return true;
            case "until" or "till" or "til":
                return Until(at, ref found);
            case "by" or "before" or "ahead" or "prior" or "no" or "not":
                return By(at, ref found);
            case "past" when row[at - 1] is "on" or "this" or "the" or "over":
                return false;
            case "less" when row.Is(at + 1, "than") && Unmodified(at + 2, Aim.Verb, out var limit, out var reached) && row[limit - 1] is not "ago" && reached is { Grain: Grain.Day, From: { } reach } && reach > published:
                found = Last(at, limit, reach);
                return true;
            case "after" or "past" or "beyond":
                return After(at, ref found);
            case "on" or "the" when Eve(at, out var day):
                if (!Unmodified(day, Aim.Deadline, out var eve, out var next) || next.Grain != Grain.Day) return false;
                found = Closed(at, PastPossessor(eve), Period.Day(Period.Shift(next.From, -1, Grain.Day)));
                return true;
            default:
                return false;
        }
    }

    private bool Eve(int at, out int day)
    {
        var i = row.Is(at, "on") ? at + 1 : at;
        day = row.Skip(i, "the", "eve", "of");
        return day > 0;
    }

    private int PastPossessor(int at) => row.Is(at, "'s") ? at + 1 : at;

    private bool Since(int at, int begin, Aim aim, ref Found found)
    {
        if (Core(begin, aim, out var end, out var period) || StartOfUnit(begin, out end, out period) || BareYear(begin, out end, out period))
        {
            var isEnd = row.Is(row.Is(begin, "the") ? begin + 1 : begin, "end");
            found = Open(at, end, isEnd ? period.To : period.From);
            return true;
        }
        // "since dawn"
        if (TimeOfDay(begin) is var next and > 0)
        {
            found = Open(at, next, published);
            return true;
        }
        return false;
    }

    private bool StartOfUnit(int at, out int end, out Period period)
    {
        (end, period) = (at, default);
        return row[at + 1] is "start" or "beginning" && row.Is(at + 2, "of") && TheUnit(at + 3, out end, out period);
    }

    private bool Until(int at, ref Found found)
    {
        var begin = Later(at + 1);
        // A respite ("has until Friday to leave") is a deadline.
        var isDeadline = tenses.IsUnder(row.WordAt(Math.Min(begin, row.Count - 1)), "give", "have", "grant") && !tenses.IsPerfectPast(row.WordAt(at));
        if (!Reached(begin, isDeadline ? Aim.Ahead : Aim.Deadline, out var end, out var period)) return false;
        if (isDeadline || row.Is(end, "to")) found = Last(at, end, period.To);
        else found = period.To is null ? new Found(at, end, TimeKind.Unplaced, period) : new Found(at, end, TimeKind.Until, period with { From = null });
        return true;
    }

    private bool By(int at, ref Found found)
    {
        var begin = row[at] switch
        {
            "by" or "before" => at + 1,
            "ahead" => row.Skip(at, "ahead", "of"),
            "prior" => row.Skip(at, "prior", "to"),
            _ => row[at + 1] is "later" && row.Is(at + 2, "than") ? at + 3 : -1,
        };
        if (begin < 0) return false;
        if (row.Is(at, "before") && row.Is(begin, "the") && Lexicon.Unit(row[begin + 1]) is { } unit and not Grain.Hour && row.Is(begin + 2, "is") && row[begin + 3] is "over" or "out" or "up")
        {
            found = Last(at, begin + 4, Period.Around(published, unit).To);
            return true;
        }
        if (row.Is(at, "before") && OnThatDay(at, ref found)) return true;
        begin = Later(begin);
        if (!Reached(begin, Aim.Deadline, out var end, out var period)) return false;
        var back = row.Is(at, "before", "prior") && period.IsPlaced && Look(begin, Aim.Deadline) == Tense.Past;
        // "before the 1967 war" is before a war.
        if (period.Grain == Grain.Year && row.Is(begin, "the") && row.Word(end).Upos is Parses.Upos.NOUN or Parses.Upos.PROPN or Parses.Upos.ADJ) return false;
        // What happened before 2003 happened by the end of 2002; what is to happen before the end of May has all of May.
        found = Last(at, end, back && period.To < published ? period.From?.AddDays(-1) : period.To);
        return true;
    }

    /// <summary>A day or stretch that is to be reached: a date, "the end of the week", "year's end", a time of day.</summary>
    private bool Reached(int at, Aim aim, out int end, out Period period)
    {
        if (row[at + 1] is "end" && row.Is(at, "the") && row.Is(at + 2, "of") && TheUnit(at + 3, out end, out period)) return true;
        if (row.Is(at, "year", "month") && (row.Is(at + 1, "end") || (row[at + 1] is "'s" or "-" && row.Is(at + 2, "end"))))
        {
            (end, period) = (row.Is(at + 1, "end") ? at + 2 : at + 3, Period.Around(published, Lexicon.Unit(row[at])!.Value));
            return true;
        }
        if (Lexicon.Part(row[at]) < 0 && Core(at, aim, out end, out period)) return true;
        if (Core(at, aim, out end, out period) || BareMonth(at, aim, out end, out period) && row.Word(at).Relation != "flat") return true;
        if (TimeOfDay(row.Is(at, "the") ? at + 1 : at) is var next and > 0)
        {
            (end, period) = (next, Period.Day(published));
            return true;
        }
        // "by six this evening"
        if (Numerals.TryRead(row, at, out next, out var hour) && hour is > 0 and <= 24 && (row.Is(next, "this") || row.Is(next, "on")) && Core(row.Is(next, "on") ? next + 1 : next, aim, out end, out period)) return true;
        (end, period) = (at, default);
        return false;
    }

    /// <summary>Past words that only fill: "until at least Friday", "by around noon".</summary>
    private int Later(int at) => row.Is(at, "at") && row[at + 1] is "least" or "latest" ? at + 2 : row[at] is "around" or "about" or "late" && Lexicon.Part(row[at]) < 0 ? at + 1 : at;

    private bool After(int at, ref Found found)
    {
        var begin = at + 1;
        if (row.Is(at, "after") && TimeOfDay(begin) > 0) return OnThatDay(at, ref found);
        if (Lexicon.Unit(row[begin]) is not null || !(Weekday(begin, Aim.Verb, out var end, out var period) || Date(begin, Aim.Verb, out end, out period) || YearAlone(begin, out end, out period)
            || (row.Is(begin, "the") && Date(begin + 1, Aim.Verb, out end, out period)))) return false;
        if (row.Is(end, "'s") && !Names(end)) return false;
        // "after the 11 September attacks" is after the attacks, not after the day.
        if (row.Is(begin, "the") && !Names(end) && row.Word(end).Upos is Parses.Upos.NOUN or Parses.Upos.ADJ) return false;
        found = Open(at, end, period.To?.AddDays(1));
        return true;
    }

    /// <summary>"before dawn on Tuesday", "after midnight on Tuesday": that Tuesday.</summary>
    private bool OnThatDay(int at, ref Found found)
    {
        var clock = TimeOfDay(at + 1);
        if (clock < 0 || !Core(row[clock] is "on" or "of" or "," ? clock + 1 : clock, Aim.Verb, out var end, out var day) || day.Grain != Grain.Day) return false;
        found = Closed(at, end, day);
        return true;
    }

    private bool Names(int at) => row[at] is "deadline" || row[at + 1] is "deadline";

    // ---- between Monday and Friday, from 3 May to 5 June, Saturday to Monday

    private bool Range(int at, ref Found found)
    {
        var opened = row[at] is "between" or "from";
        var begin = opened ? at + 1 : at;
        if (!Core(begin, Aim.Verb, out var middle, out var first))
        {
            // "June-August 1992", "May to March"
            var isMonths = Lexicon.Month(row[at]) > 0 && row.Capital(at) && (row.IsDash(at + 1) || row.Is(at + 1, "to", "through")) && Lexicon.Month(row[at + 2]) > 0 && row.Capital(at + 2);
            if ((!opened && !isMonths) || !BareMonth(begin, Aim.Verb, out middle, out first)) return false;
        }
        if (opened && row.Is(middle, "to") && row.Is(middle + 1, "date") && first.IsPlaced)
        {
            found = Closed(at, middle + 2, Period.Range(first.From, published));
            return true;
        }
        var joins = row[middle] is "to" or "until" or "till" or "through" or "-" or "thru" or "~" || (row.Is(middle, "and") && row.Is(at, "between"));
        if (joins && first.Grain != Grain.Hour && Unlinked(middle + 1, first, out var end, out var second) && second.Grain != Grain.Hour)
        {
            var weekday = Lexicon.Weekday(row[middle + 1]) is not null && end == middle + 2;
            if (first.IsPlaced && weekday && first.From > published && second.To < first.From) second = Period.Day(second.To!.Value.AddDays(7));
            if (first.IsPlaced && second.IsPlaced && first.From > second.To) first = Earlier(begin, middle, first, second);
            else if (first.IsPlaced && second.IsPlaced && HasYear(middle + 1, end) && !HasYear(begin, middle) && row[begin] is not ("this" or "last" or "next")) first = InYearOf(first, second);
            var whole = Period.Range(first.From, second.To);
            found = new Found(at, end, whole.IsPlaced ? TimeKind.During : TimeKind.Unplaced, whole);
            return true;
        }
        if (!opened || (row.Is(at, "between") && (first.Grain != Grain.Span || first.From == first.To))) return false;
        var onward = row[middle] is "on" or "onward" or "onwards" || row[begin] is "today" or "tomorrow";
        if (row.Is(middle, "for") && first.Grain == Grain.Day && Amount(middle + 1, out var lasts, out var count, out var unit)) found = Closed(at, lasts, Period.Range(first.From, Period.Shift(first.From, count, unit)));
        else if (first.Grain == Grain.Span && first.IsPlaced && first.From != first.To) found = Closed(at, middle, first);
        else if (onward || IsAhead(begin, Aim.Verb)) found = Open(at, row[middle] is "on" or "onward" or "onwards" ? middle + 1 : middle, first.From);
        else found = Closed(at, middle, first);
        return true;
    }

    private bool Unlinked(int at, Period first, out int end, out Period second)
    {
        var aim = first.IsPlaced && published is { } pub && first.From > pub ? Aim.Deadline : Aim.Verb;
        return Core(at, aim, out end, out second) || BareMonth(at, aim, out end, out second) || BareYear(at, out end, out second)
            || (row.Is(at, "now") && Moved(at + 1, 0, out end, out second));
    }

    /// <summary>The first end of a range whose year or week stands only with the second: "between March and May 2018".</summary>
    private static Period Earlier(int begin, int middle, Period first, Period second)
    {
        if (middle <= begin) return first;
        if (first.Grain == Grain.Day && first.From == first.To && first.From!.Value.DayNumber - second.To!.Value.DayNumber < 7) return Period.Day(first.From.Value.AddDays(-7));
        for (var years = 1; years < 60; years++)
            if (first.From!.Value.AddYears(-years) is var from && from <= second.To) return first with { From = from, To = first.To!.Value.AddYears(-years) };
        return first;
    }

    private bool HasYear(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Digits(row[i], 4) is { } year && IsYear(year)) return true;
        return false;
    }

    /// <summary>A first end without a year is in that of the second, or in the year before: "from May to October 2020", "November to February 2017".</summary>
    private static Period InYearOf(Period first, Period second)
    {
        var years = second.To!.Value.Year - first.From!.Value.Year;
        if (first.From.Value.AddYears(years) > second.To) years--;
        return years <= 0 ? first : first with { From = first.From.Value.AddYears(years), To = first.To!.Value.AddYears(years) };
    }

    private static Found Closed(int at, int end, Period period) => new(at, end, period.IsPlaced ? TimeKind.During : TimeKind.Unplaced, period);

    private static Found Open(int at, int end, DateOnly? from) =>
        new(at, end, from is null ? TimeKind.Unplaced : TimeKind.Since, new Period(from, null, Grain.Span));

    private static Found Last(int at, int end, DateOnly? to) =>
        new(at, end, to is null ? TimeKind.Unplaced : TimeKind.By, new Period(null, to, Grain.Span));
}
