using System.Collections.Immutable;
using System.Text.Json;
using OnRecord.Ledger;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Which parts of a picture to list; a null filter lets everything pass.</summary>
/// <param name="Area">Only this place, first-order division or country, by name or ISO code.</param>
/// <param name="Type">Only of this statement type; for disagreements their kind, for areas their level.</param>
/// <param name="State">Only in this state: a standing ("corroborated"), a commitment's or movement's state ("pending", "done"), for control "contested".</param>
/// <param name="From">Only what is of this day or later.</param>
/// <param name="To">Only what is of this day or before.</param>
/// <param name="Names">True to print the names of private persons.</param>
public sealed record PictureFilter(string? Area = null, string? Type = null, string? State = null, DateOnly? From = null, DateOnly? To = null, bool Names = false);

/// <summary>A part of a picture as one line: its id, its day, what it says, the entries it rests on, and the record itself.</summary>
public sealed record PictureItem(string Id, DateOnly? Day, string Text, ImmutableArray<string> Entries, object Record);

/// <summary>Lists the parts of a picture in order of day or place, each as a line and as JSON.</summary>
public sealed class PictureList
{
    private readonly Picture _picture;
    private readonly ReportLines _lines;
    private readonly PictureFilter _filter;
    private readonly Lazy<PictureJson> _json;

    /// <summary>Makes ready to list parts of a picture.</summary>
    public PictureList(Picture picture, PictureFilter filter)
    {
        (_picture, _filter) = (picture, filter);
        _lines = new ReportLines(picture, new Phrases(new Privacy(filter.Names, PublicPersons.Of(picture.Evidence)), picture.Evidence, picture.AsOf.Year), filter.Area);
        _json = new(() => new PictureJson(picture, filter.Names));
    }

    /// <summary>The kinds that can be listed.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["happenings", "claims", "control", "areas", "tallies", "commitments", "movements", "harm", "disagreements", "stories"];

    /// <summary>The parts of a kind.</summary>
    public IEnumerable<PictureItem> Of(string kind) => kind switch
    {
        "happenings" => Items(_picture.Happenings, h => h.Place, h => h.Types, h => [Word(h.Standing)], h => h.When, _lines.Happening),
        "claims" => Items(_picture.Claims, c => c.Place, c => [c.Type], c => [Word(c.Standing)], c => c.When, _lines.Claim),
        "control" => Items(_picture.Control, p => p.Place, _ => ["hold"], p => p.Now is { } now ? now.Contested ? ["contested", Word(now.Standing)] : [Word(now.Standing)] : ["left"], p => p.Spans[^1].From, _lines.Control),
        "areas" => Items(_picture.Areas, a => null, a => [a.Level], a => a.Contested > 0 ? ["contested"] : [], a => new DayRange(null, null), _lines.Area, a => In(a)),
        "tallies" => Items(_picture.Tallies, t => t.Place, t => [t.Type], t => t.Check is { } check ? [check] : [], t => new DayRange(t.When, t.When), _lines.Tally),
        "commitments" => Items(_picture.Commitments, c => c.Place, c => [c.Type, c.Mode.ToString().ToLowerInvariant()], c => [c.State.ToString().ToLowerInvariant()], c => new DayRange(c.Said, c.Due ?? c.Said), _lines.Commitment),
        "movements" => Items(_picture.Movements, m => m.Place, m => [m.Type], m => [State(m.State), Word(m.Standing)], m => m.When, _lines.Movement),
        "harm" => Items(_picture.Harm, h => h.Place, h => h.Types.Add(h.Group), h => [Word(h.Standing)], h => h.When, _lines.Harm),
        "disagreements" => Items(_picture.Disagreements, d => d.Place, d => [d.Kind], _ => [], d => d.When, _lines.Disagreement),
        "stories" => Items(_picture.Stories, _ => null, _ => [], _ => [], s => new DayRange(s.First, s.First), _lines.Story, _ => _filter.Area is null),
        _ => throw new ArgumentException($"{kind} is no part of a picture", nameof(kind)),
    };

    /// <summary>The record of an item as one line of JSON.</summary>
    public string Json(PictureItem item) => _json.Value.Line(item.Record);

    private IEnumerable<PictureItem> Items<T>(ImmutableArray<T> all, Func<T, Spot?> place, Func<T, ImmutableArray<string>> types, Func<T, ImmutableArray<string>> states, Func<T, DayRange> when,
        Func<T, Line> line, Func<T, bool>? within = null) where T : class =>
        all.Where(one => (_filter.Area is null || (within?.Invoke(one) ?? _lines.In(place(one))))
                && (_filter.Type is null || types(one).Contains(_filter.Type, StringComparer.OrdinalIgnoreCase))
                && (_filter.State is null || states(one).Contains(_filter.State, StringComparer.OrdinalIgnoreCase))
                && (_filter.From is null || !(when(one).To < _filter.From)) && (_filter.To is null || !((when(one).From ?? when(one).To) > _filter.To)))
            .Select(one => (One: one, Line: line(one)))
            .Select(pair => new PictureItem(pair.Line.Id, when(pair.One).To ?? when(pair.One).From, pair.Line.Text, pair.Line.Entries, pair.One));

    private bool In(AreaControl area) => PlaceNames.Fold(area.Name) == PlaceNames.Fold(_filter.Area!) || Countries.Code(_filter.Area!) == area.Country;

    private static string Word(Verdict verdict) => verdict.Standing.ToString().ToLowerInvariant();

    private static string State(MovementState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
