using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Views;

namespace OnRecord.Lab.Replaying;

/// <summary>What the replay comes to: capitals held, each with its fault or none, what else is asked of the picture, and how large it is.</summary>
internal sealed record ReplayFigures(IReadOnlyList<(Capital Capital, string? Fault)> Capitals, IReadOnlyList<string> Wrong, Commitment? Aim, IReadOnlyList<Disagreement> Embassy, int Corroborated, IReadOnlyList<string> OneOrigin)
{
    private const string Taliban = "taliban";

    /// <summary>How many of the capitals stand as they should.</summary>
    public int Right => Capitals.Count(pair => pair.Fault is null);

    public static ReplayFigures Of(Picture picture) => new(
        [.. CapitalsTable.All.Select(capital => (capital, Fault(picture, capital)))],
        [.. picture.Control.Where(place => IsSeat(place.Place.Place) && place.Place.Place!.Country == "AF" && Held(place.Now)
            && !CapitalsTable.All.Any(capital => capital.Province == place.Place.Place.Admin1)).Select(place => place.Place.Name)],
        picture.Commitments.Where(c => c.Said == new DateOnly(2021, 8, 13) && c.Mode == Mode.Aim && c.Type is "capture" or "hold" && c.Agents.Any(IsTaliban)
            && c.Deadline == new DateOnly(2021, 8, 20)).OrderBy(c => c.State == CommitmentState.Met ? 0 : 1).FirstOrDefault(),
        [.. picture.Disagreements.Where(d => d.Kind == "stay" && d.Place?.Place is { Country: "AF" })],
        picture.Claims.Count(claim => claim.Standing.Standing == Standing.Corroborated),
        [.. picture.Claims.Where(claim => claim.Standing.Standing == Standing.Corroborated && IsOneOrigin(picture, claim)).Select(claim => claim.Id)]);

    /// <summary>What a picture as known on a day shows that came to be known only after it: entries, and lines of its report.</summary>
    public static List<string> ShownAfter(Picture picture, DateOnly day) =>
    [
        .. picture.Evidence.Ids.Where(id => picture.Evidence.Entry(id).Known > day),
        .. SituationReport.Of(picture, new ReportOptions(MaxLines: int.MaxValue)).References.Where(reference => reference.Published > day).Select(reference => reference.Entry),
        .. picture.Commitments.Where(commitment => commitment.Said > day).Select(commitment => commitment.Id),
    ];

    /// <summary>What each side of a disagreement says, in its words.</summary>
    public static string Words(Picture picture, Disagreement disagreement) => string.Join("; ", disagreement.Sides.Select(side =>
        $"{side.Says} ({string.Join(", ", side.Origins)}): {string.Join(" / ", side.Entries.Select(id => "“" + Text(picture, id) + "”"))}"));

    private static string Text(Picture picture, string id)
    {
        var entry = picture.Evidence.Entry(id);
        return picture.Evidence.Article(entry) is { } article ? entry.Statement.Span.Of(article.Text).ReplaceLineEndings(" ").Replace('|', '/') : entry.Statement.Type;
    }

    // An audit by other means than the fold's own: first voices folded, outlets folded, texts that are the same counted once, and no report's own voice beside somebody whom it quotes.
    private static bool IsOneOrigin(Picture picture, Claim claim)
    {
        var told = claim.Standing.Entries.Select(picture.Evidence.Entry).Select(entry => (Entry: entry, Quoted: Quoted(entry))).ToList();
        var voices = told.Where(one => one.Quoted is not null || !told.Exists(other => other.Quoted is not null && other.Entry.ArticleId == one.Entry.ArticleId))
            .Select(one => one.Quoted ?? PlaceNames.Fold(picture.Evidence.Article(one.Entry)?.Agency ?? one.Entry.Outlet ?? one.Entry.ArticleId));
        return voices.Distinct(StringComparer.Ordinal).Count() < 2
            || told.TrueForAll(one => one.Quoted is null) && told.Select(one => PlaceNames.Fold(picture.Evidence.Article(one.Entry)!.Text)).Distinct(StringComparer.Ordinal).Count() < 2;
    }

    private static string? Quoted(LedgerEntry entry) =>
        entry.Statement.Sources.Where(source => source.Actor is not null || IsNamed(source.Name)).Select(source => source.Actor ?? PlaceNames.Fold(source.Name)).FirstOrDefault();

    // "Amnesty International", and "Unity party", but not "Afghan officials".
    private static bool IsNamed(string name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        return char.IsUpper(last[0]) || char.IsUpper(name[0]) && last is "party" or "movement";
    }

    private static string? Fault(Picture picture, Capital capital)
    {
        var places = picture.Control.Where(place => place.Place.Place is { Country: "AF", Kind: >= PlaceKind.Admin2 } known && known.Admin1 == capital.Province && (IsSeat(known) || known.Name == capital.Name)).ToList();
        if (places.Count == 0) return "nothing known";
        if (places.Find(place => Held(place.Now)) is not { } held) return $"held by {places[0].Now?.Holder?.Name ?? "nobody named"}";
        var day = held.Now!.From.To!.Value;
        return Math.Abs(day.DayNumber - capital.Day.DayNumber) <= 1 ? null : $"dated {day:yyyy-MM-dd}";
    }

    private static bool IsSeat(Place? place) => place is { Kind: >= PlaceKind.Admin2, Capital.Length: > 0 };

    private static bool Held(ControlSpan? span) => span?.Holder is { } holder && IsTaliban(holder);

    private static bool IsTaliban(Party party) => party.Actor == Taliban || party.Actor?.StartsWith(Taliban + "/", StringComparison.Ordinal) == true;
}
