using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Tests.Ledger;

/// <summary>Short ways to make articles and statements for tests.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Noon = new(2021, 8, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly Place Kunduz = new("Kunduz", PlaceKind.City, "Kunduz", "AF", 36.728, 68.868, 161902, 1135690, "") { Capital = "A" };

    public static ArticleEntry Article(string key = "k1", string text = "The town fell on Sunday.", string? title = "Town falls", string? outlet = "Gazette",
        DateOnly? published = null, bool undated = false)
    {
        var day = undated ? (DateOnly?)null : published ?? new DateOnly(2021, 8, 8);
        return new ArticleEntry(ContentId.OfArticle(key, text, title, outlet, day), key, title, outlet, null, null, null, day, null, text, Noon);
    }

    public static LedgerEntry Entry(ArticleEntry article, string type = "capture", int at = 9, Place? place = null) =>
        article.Entry(new Statement { Id = "", Type = type, Trigger = new TextSpan(at, at + 4), Span = new TextSpan(0, 24), Place = Where(place) });

    /// <summary>A statement with every field set to something that is not its default.</summary>
    public static Statement Full() => new()
    {
        Id = "",
        Type = "capture",
        Trigger = new TextSpan(9, 13),
        Span = new TextSpan(0, 24),
        Mode = Mode.Aim,
        Polarity = Polarity.Negative,
        Agent = [new Participant("Taliban", "taliban", new TextSpan(1, 2)), new Participant("allies", null, new TextSpan(2, 3))],
        Patient = [new Participant("Afghan Army", "AF/military", new TextSpan(3, 4))],
        Place = Where(Kunduz),
        Quantity = new Quantity("more than a dozen", 13, null, "capitals", new TextSpan(5, 6)),
        Time = new TimeRange(new DateOnly(2021, 8, 6), null, new TextSpan(6, 7)),
        Deadline = new Deadline(new DateOnly(2021, 8, 20), new TextSpan(7, 8)),
        Sources = [new Source("spokesman", "Taliban spokesman", "taliban", new TextSpan(8, 9)), new Source("Réuters “x”", null, null, new TextSpan(9, 10))],
        Stance = Stance.Claimed,
        Cues = [new Cue("mode", "aims to", new TextSpan(10, 11))],
    };

    private static StatementPlace? Where(Place? place) => place is null ? null : new StatementPlace(place.Name, place, null, new TextSpan(14, 20));
}
