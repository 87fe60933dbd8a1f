using OnRecord.Language.Mentions.Quantities;

namespace OnRecord.Language.Mentions.Times;

/// <summary>Lengths of time: as deadlines ("within 48 hours"), up to today ("for the third day"), or by themselves ("for three years").</summary>
internal sealed partial class TimeReader
{
    /// <summary>The day that a respite counts from: when it was said.</summary>
    private DateOnly? Said => Spoken ?? published;

    private bool Deadline(int at, ref Found found)
    {
        switch (row[at])
        {
            case "within":
                return Within(at, at + 1, ref found);
            case "in" or "over" or "during" or "for":
                return Coming(at, ref found);
            case "next" or "coming" or "upcoming":
                if (!Amount(at + 1, out var end, out var count, out var unit)) return false;
                found = Closed(at, end, Period.Range(published, Period.Shift(published, count, unit)));
                return true;
            case "deadline" or "ultimatum" when row.Is(at + 1, "of") || row.Is(at + 1, "for") || row.Is(at + 1, "on"):
                if (Amount(at + 2, out end, out count, out unit)) found = Last(at + 1, end, Period.Shift(Said, count, unit));
                else if (Core(at + 2, Aim.Deadline, out end, out var day)) found = Last(at + 1, end, day.To);
                else return false;
                return true;
            default:
                return Respite(at, ref found);
        }
    }

    private bool Within(int at, int begin, ref Found found)
    {
        var i = row.Is(begin, "the") ? begin + 1 : begin;
        if (row.Is(i, "past", "last") && Rolling(i, true, out var end, out var period))
        {
            found = Closed(at, end, period);
            return true;
        }
        if (row[i] is "next" or "coming" or "upcoming" or "following") i++;
        if (Amount(i, out end, out var count, out var unit) || (i > begin && Single(i, out end, out count, out unit)))
        {
            // Within a day of something is no date unless the something is one.
            if (row[end] is "of" or "after" or "from")
            {
                var day = end + 1;
                found = Unmodified(day, Aim.Past, out var dayEnd, out var core) && core.Grain == Grain.Day
                    ? Last(at, dayEnd, Period.Shift(core.From, count, unit))
                    : new Found(at, end, TimeKind.Unplaced, Period.Nowhere(Grain.Span));
                return true;
            }
            found = Look(at, Aim.Deadline) == Tense.Past && !IsGiven(at) ? new Found(at, end, TimeKind.Unplaced, Period.Nowhere(Grain.Span)) : Last(at, end, Period.Shift(Said, count, unit));
            return true;
        }
        if (Lexicon.Unit(row[i]) is { } loose)
        {
            var known = !row[i].EndsWith('s') && row.Is(begin, "the") && loose is Grain.Week or Grain.Month or Grain.Year;
            found = Last(at, i + 1, known ? Period.Around(published, loose).To : null);
            return true;
        }
        return false;
    }

    private bool IsGiven(int at) => tenses.IsUnder(row.WordAt(at), "demand", "order", "want", "vow", "promise", "pledge", "threaten");

    private bool Single(int at, out int end, out int count, out Grain unit)
    {
        (end, count, unit) = (at + 1, 1, Lexicon.Unit(row[at]) ?? Grain.Span);
        return unit != Grain.Span && !row[at].EndsWith('s');
    }

    /// <summary>"in the next seven days", "over the coming week", "in two weeks", "for three years".</summary>
    private bool Coming(int at, ref Found found)
    {
        var i = row.Is(at + 1, "the") ? at + 2 : at + 1;
        if (row[i] is "next" or "coming" or "upcoming" && (Amount(i + 1, out var end, out var count, out var unit) || (i > at + 1 && Single(i + 1, out end, out count, out unit))))
        {
            // For the next week, a thing lasts; in the next week, it is to happen.
            if (row.Is(at, "for")) found = Closed(at, end, Period.Range(published, Period.Shift(published, count, unit)));
            else found = Last(at, end, Period.Shift(Said, count, unit));
            return true;
        }
        if (row.Is(at, "for") && (Lasting(at, ref found) || Consecutive(at + 1, ref found))) return true;
        if (row.Is(at, "in") && OnDay(at + 1, ref found)) return true;
        i = row.Skip(at + 1, "less", "than") is > 0 and var less ? less : row.Is(at + 1, "under", "about") || row.Is(at + 1, "around") ? at + 2 : at + 1;
        if (!Amount(i, out end, out count, out unit)) return false;
        if (row[end] is "'s" or "'" && row.Is(end + 1, "time")) end += 2;
        else if (row[end] is "ago" or "earlier" or "later" or "old" or "before" or "after") return false;
        if (!row.Is(at, "in") || !IsAhead(at, Aim.Verb)) found = new Found(at, end, TimeKind.Unplaced, Period.Nowhere(Grain.Span));
        else if (i > at + 1 && !row.Is(at + 1, "about") && !row.Is(at + 1, "around")) found = Last(at, end, Period.Shift(Said, count, unit));
        else found = Closed(at, end, From(Said, count, unit));
        return true;
    }

    /// <summary>"gave them 72 hours to leave", "a 48-hour ultimatum".</summary>
    private bool Respite(int at, ref Found found)
    {
        // "one day a week"
        if (Lexicon.Unit(row[at - 1]) is not null || !Amount(at, out var end, out var count, out var unit)) return false;
        var isNoun = row[end] is "deadline" or "ultimatum" or "notice" && row.Glued(end - 1);
        var isGiven = row.Is(end, "to") && tenses.IsUnder(row.WordAt(end - 1), "give", "have", "grant", "get", "allow");
        if (!isNoun && !isGiven) return false;
        found = Last(at, end, Period.Shift(Said, count, unit));
        return true;
    }

    /// <summary>Expressions that run up to today or name no day: "for the third consecutive day", a bare duration.</summary>
    private bool Running(int at, ref Found found)
    {
        if (row.Is(at, "another") && Lexicon.Unit(row[at + 1]) is not null && row[at + 2] is not "ago")
        {
            found = new Found(at, at + 2, TimeKind.Unplaced, Period.Nowhere(Grain.Span));
            return true;
        }
        if (Lasting(at, ref found)) return true;
        if (Lexicon.Unit(row[at]) is null && !row.Is(at, "about", "nearly") && (char.IsAsciiDigit((row[at] + " ")[0]) || row.Is(at, "a", "an") || row.Word(at).Upos == Parses.Upos.NUM)
            && Amount(at, out var end, out _, out _) && row[end] is not ("ago" or "earlier" or "later" or "before" or "after" or "from" or "old" or "-")
            && !Summed(end, 1, Grain.Day, out _, out _))
        {
            // "A day" and "a 24-hour curfew" say no more than they say.
            if (row.Is(at, "a", "an") || row.IsDash(end - 2)) return false;
            found = new Found(at, end, TimeKind.Unplaced, Period.Nowhere(Grain.Span));
            return true;
        }
        return false;
    }

    /// <summary>"two weeks from 20 December", "for three days starting Monday".</summary>
    private bool Lasting(int at, ref Found found)
    {
        var begin = row.Is(at, "for") ? at + 1 : at;
        if (!Amount(begin, out var next, out var count, out var unit) || unit is Grain.Hour or Grain.Decade) return false;
        if (row.Is(next, ",")) next++;
        if (row[next] is not ("starting" or "beginning" or "from") || (row.Is(next, "from") && begin == at)) return false;
        next = row.Is(next + 1, "on", "from") ? next + 2 : next + 1;
        if (!Core(next, Aim.Deadline, out var end, out var first) || first.Grain != Grain.Day || first.From != first.To) return false;
        found = Closed(at, end, Period.Range(first.From, Period.Shift(first.From, count, unit)?.AddDays(-1)));
        return true;
    }

    /// <summary>After "for": "a second day", "the third consecutive night", "the fifth day running".</summary>
    private bool Consecutive(int at, ref Found found)
    {
        var i = row.Is(at, "the", "a") ? at + 1 : at;
        if (i == at || !Numerals.TryOrdinal(row, i, out var next, out var ordinal)) return false;
        if (row[next] is "consecutive" or "straight" or "successive") next++;
        if (Lexicon.Unit(row[next]) is not (Grain.Day or Grain.Week) || row[next].EndsWith('s')) return false;
        var end = next + 1;
        if (row.Is(end, "running")) end++;
        else if (row.Is(end, "in") && row.Is(end + 1, "a") && row.Is(end + 2, "row")) end += 3;
        var unit = Lexicon.Unit(row[next])!.Value;
        found = Open(at - 1, end, Period.Shift(published, 1 - ordinal, unit));
        return true;
    }

    /// <summary>After "in": "the fourth day of a siege".</summary>
    private bool OnDay(int at, ref Found found)
    {
        if (!row.Is(at, "the", "its") || !Numerals.TryOrdinal(row, at + 1, out var next, out var ordinal) || !row.Is(next, "day")) return false;
        if (!row.Is(next + 1, "of") && !row.Is(at, "its")) return false;
        found = Open(at - 1, next + 1, Period.Shift(published, 1 - ordinal, Grain.Day));
        return true;
    }
}
