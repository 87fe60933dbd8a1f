namespace OnRecord.Language.Mentions.Times;

/// <summary>How long a stretch of the calendar is.</summary>
internal enum Grain : byte
{
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Year,
    Decade,
    Span,
}

/// <summary>A stretch of the calendar, both ends inclusive; null where it cannot be placed.</summary>
internal readonly record struct Period(DateOnly? From, DateOnly? To, Grain Grain)
{
    public bool IsPlaced => From is not null && To is not null;

    public static Period Nowhere(Grain grain) => new(null, null, grain);

    public static Period Day(DateOnly? day) => new(day, day, Grain.Day);

    public static Period Range(DateOnly? from, DateOnly? to) => from is null || to is null || from > to ? Nowhere(Grain.Span) : new(from, to, Grain.Span);

    /// <summary>The week, Monday to Sunday, that holds a day.</summary>
    public static Period Week(DateOnly? day) =>
        day is { } d ? new(Monday(d), Monday(d).AddDays(6), Grain.Week) : Nowhere(Grain.Week);

    /// <summary>The Saturday and Sunday of the week that holds a day.</summary>
    public static Period Weekend(DateOnly? day) =>
        day is { } d ? new(Monday(d).AddDays(5), Monday(d).AddDays(6), Grain.Weekend) : Nowhere(Grain.Weekend);

    public static Period Month(DateOnly? day) =>
        day is { } d ? Month(d.Year, d.Month) : Nowhere(Grain.Month);

    public static Period Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), Grain.Month);

    public static Period Year(DateOnly? day) => day is { } d ? Year(d.Year) : Nowhere(Grain.Year);

    public static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Grain.Year);

    /// <summary>The ten years from the first year of a decade.</summary>
    public static Period Decade(int year) => year % 10 != 0 ? Nowhere(Grain.Decade) : new(new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31), Grain.Decade);

    /// <summary>The whole unit that holds a day.</summary>
    public static Period Around(DateOnly? day, Grain grain) => grain switch
    {
        Grain.Week => Week(day),
        Grain.Weekend => Weekend(day),
        Grain.Month => Month(day),
        Grain.Year => Year(day),
        Grain.Decade => Nowhere(grain),
        _ => Day(day),
    };

    /// <summary>A day moved by so many units, null where that leaves the calendar.</summary>
    public static DateOnly? Shift(DateOnly? day, int count, Grain grain)
    {
        if (day is not { } d || Math.Abs(count) > 20_000) return null;
        var years = grain switch { Grain.Year => count, Grain.Decade => 10 * count, _ => 0 };
        if (Math.Abs(years) > 900) return null;
        return grain switch
        {
            Grain.Hour => d.AddDays(Math.Sign(count) * ((Math.Abs(count) + 23) / 24)),
            Grain.Day => d.AddDays(count),
            Grain.Week or Grain.Weekend => Math.Abs(count) > 2_000 ? null : d.AddDays(7 * count),
            Grain.Month => Math.Abs(count) > 2_000 ? null : d.AddMonths(count),
            _ => d.AddYears(years),
        };
    }

    /// <summary>The first, middle or last part (0, 1, 2): ten days of a month, four months of a year, about half of a week.</summary>
    public Period Part(int part)
    {
        if (!IsPlaced) return this;
        var (from, to) = (From!.Value, To!.Value);
        return Grain switch
        {
            Grain.Month => part switch
            {
                0 => Range(from, from.AddDays(9)),
                1 => Range(from.AddDays(10), from.AddDays(19)),
                _ => Range(from.AddDays(20), to),
            },
            Grain.Year => Range(from.AddMonths(4 * part), from.AddMonths(4 * part + 4).AddDays(-1)),
            Grain.Week => part switch
            {
                0 => Range(from, from.AddDays(2)),
                1 => Range(from.AddDays(1), from.AddDays(4)),
                _ => Range(from.AddDays(3), to),
            },
            _ => this,
        };
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
