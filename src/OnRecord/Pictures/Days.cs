namespace OnRecord.Pictures;

/// <summary>Counting days without leaving the calendar.</summary>
internal static class Days
{
    /// <summary>Some days later, or earlier where the number is negative; the calendar's ends hold.</summary>
    public static DateOnly Plus(this DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>How many days lie between two.</summary>
    public static int Between(DateOnly a, DateOnly b) => Math.Abs(a.DayNumber - b.DayNumber);
}
