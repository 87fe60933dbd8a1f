namespace OnRecord.Storage.Sqlite;

/// <summary>
/// Row numbers that sort as the ledger does, so that no index is needed for its order, and a search in words gives its hits in that order as well.
/// 22 bits of day, then bits of the article's id; a statement has 20 low bits of its own. Where two articles of a day share their bits, reading puts them apart.
/// </summary>
internal static class SortKey
{
    private const int DayBits = 22, ArticleBits = 21, SlotBits = 20, BitsOfLetter = 5;
    private const long LastDay = (1L << DayBits) - 1;

    /// <summary>How many statements may share the day and the bits of their article.</summary>
    public const long Slots = 1L << SlotBits;

    /// <summary>The first row number of those without a day.</summary>
    public const long Undated = LastDay << (ArticleBits + SlotBits);

    /// <summary>The first row number of a day.</summary>
    public static long Of(DateOnly? day) => (day?.DayNumber ?? LastDay) << (ArticleBits + SlotBits);

    /// <summary>The row number of an article, where it is free.</summary>
    public static long Article(DateOnly? day, string id) => Of(day) | Bits(id, ArticleBits + SlotBits);

    /// <summary>The first row number of an article's statements.</summary>
    public static long Statements(DateOnly? day, string articleId) => Of(day) | Bits(articleId, ArticleBits) << SlotBits;

    /// <summary>The first row number of the statements that share day and bits with this one.</summary>
    public static long Group(long row) => row & -Slots;

    /// <summary>The day in a row number.</summary>
    public static DateOnly? Day(long row) => row >= Undated ? null : DateOnly.FromDayNumber((int)(row >> (ArticleBits + SlotBits)));

    // The letters of ids count in the order in which they sort: '2'..'7', then 'a'..'z'.
    private static long Bits(string id, int count)
    {
        long bits = 0;
        var have = 0;
        for (var i = 0; have < count; i++, have += BitsOfLetter)
        {
            var c = i < id.Length ? id[i] : '2';
            var value = c <= '2' ? 0 : c <= '7' ? c - '2' : c < 'a' ? 6 : c <= 'z' ? c - 'a' + 6 : 31;
            bits = bits << BitsOfLetter | (long)value;
        }
        return bits >> (have - count);
    }
}
