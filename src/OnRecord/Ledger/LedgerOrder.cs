namespace OnRecord.Ledger;

/// <summary>The orders in which a ledger gives articles and entries: they follow from the content alone, never from arrival.</summary>
public static class LedgerOrder
{
    /// <summary>By publication day (unknown last), then article id, then trigger position, then id.</summary>
    public static IComparer<LedgerEntry> Entries { get; } = Comparer<LedgerEntry>.Create((a, b) =>
    {
        var order = Day(a.Published).CompareTo(Day(b.Published));
        if (order == 0) order = string.CompareOrdinal(a.ArticleId, b.ArticleId);
        if (order == 0) order = a.Statement.Trigger.Start.CompareTo(b.Statement.Trigger.Start);
        return order != 0 ? order : string.CompareOrdinal(a.Statement.Id, b.Statement.Id);
    });

    /// <summary>By publication day (unknown last), then id.</summary>
    public static IComparer<ArticleEntry> Articles { get; } = Comparer<ArticleEntry>.Create((a, b) =>
    {
        var order = Day(a.Published).CompareTo(Day(b.Published));
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    /// <summary>True where the first place comes after the second; the reverse order keeps those without a day last.</summary>
    public static bool IsAfter(LedgerCursor place, LedgerCursor cursor, bool newestFirst)
    {
        if (newestFirst && (place.Published is null) != (cursor.Published is null)) return place.Published is null;
        var order = Day(place.Published).CompareTo(Day(cursor.Published));
        if (order == 0) order = string.CompareOrdinal(place.ArticleId, cursor.ArticleId);
        if (order == 0) order = place.Position.CompareTo(cursor.Position);
        if (order == 0) order = string.CompareOrdinal(place.Id, cursor.Id);
        return newestFirst ? order < 0 : order > 0;
    }

    // Unknown sorts last.
    private static int Day(DateOnly? day) => day?.DayNumber ?? int.MaxValue;
}
