using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;

namespace OnRecord.Lab.Replaying;

/// <summary>What the replay comes to: capitals held, each with its fault or none, what else is asked of the picture, and how large it is.</summary>
internal sealed record ReplayFigures(IReadOnlyList<(Capital Capital, string? Fault)> Capitals, IReadOnlyList<string> Wrong, Commitment? Aim, IReadOnlyList<Disagreement> Embassy, int Corroborated, int OnOneOrigin)
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
        picture.Claims.Count(claim => claim.Standing.Standing == Standing.Corroborated && IsOneOrigin(picture, claim)));

    // An audit by other means than the fold's own: first voices folded, outlets folded, texts that are the same counted once.
    public static bool IsOneOrigin(Picture picture, Claim claim) => claim.Standing.Entries.Select(picture.Evidence.Entry).Select(entry =>
            entry.Statement.Sources.Where(source => (source.Actor is not null || char.IsUpper(source.Name[source.Name.LastIndexOf(' ') + 1]))).Select(source => source.Actor ?? PlaceNames.Fold(source.Name)).FirstOrDefault()
            ?? PlaceNames.Fold(picture.Evidence.Article(entry)?.Agency ?? entry.Outlet ?? entry.ArticleId))
        .Distinct(StringComparer.Ordinal).Count() < 2
        || claim.Standing.Entries.Select(picture.Evidence.Entry).Select(entry => PlaceNames.Fold(picture.Evidence.Article(entry)!.Text)).Distinct(StringComparer.Ordinal).Count() < 2
            && claim.Standing.Entries.All(id => picture.Evidence.Entry(id).Statement.Sources.IsEmpty);

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
