using System.Globalization;
using OnRecord.Language;

namespace OnRecord.Ledger;

/// <summary>A place in the order of entries or articles; it follows from the content, so that it stays good when others are added and in any store.</summary>
/// <param name="Published">The day of publication, or null.</param>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Position">Where the trigger starts; 0 for an article.</param>
/// <param name="Id">The entry's id; "" for an article.</param>
public sealed record LedgerCursor(DateOnly? Published, string ArticleId, int Position, string Id)
{
    private const string Unknown = "undated";

    /// <summary>The place of an entry.</summary>
    public static LedgerCursor Of(LedgerEntry entry) => new(entry.Published, entry.ArticleId, entry.Statement.Trigger.Start, entry.Statement.Id);

    /// <summary>The place of an article.</summary>
    public static LedgerCursor Of(ArticleEntry article) => new(article.Published, article.Id, 0, "");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Outcome<LedgerCursor> Parse(string text)
    {
        var parts = text.Split('.');
        DateOnly? day = null;
        if (parts.Length == 4 && (parts[0] == Unknown || Day(parts[0], out day)) && parts[1].Length > 0
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return new LedgerCursor(day, parts[1], position, parts[3]);
        return new Problem("this is no place in a list", text, "give what the page before it named");
    }

    /// <summary>As text that can stand in an address.</summary>
    public override string ToString() =>
        string.Join('.', Published?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? Unknown, ArticleId, Position.ToString(CultureInfo.InvariantCulture), Id);

    private static bool Day(string text, out DateOnly? day)
    {
        var valid = DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        day = parsed;
        return valid;
    }
}
