using System.Collections.Immutable;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Writes what changed from one picture to a later one.</summary>
internal static class ReportDiff
{
    public static SituationReport Build(Picture before, Picture after, ReportOptions options)
    {
        var privacy = new Privacy(options.Names, PublicPersons.Of(after.Evidence));
        var lines = new ReportLines(after, new Phrases(privacy, after.Evidence, after.AsOf.Year), options.Area);
        var past = new ReportLines(before, new Phrases(privacy, before.Evidence, after.AsOf.Year), options.Area);
        var references = new References([after.Evidence, before.Evidence]);
        var was = before.Claims.ToDictionary(claim => claim.About, StringComparer.Ordinal);
        var held = before.Control.ToDictionary(place => place.Place.Key, StringComparer.Ordinal);
        var made = before.Commitments.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var moved = before.Movements.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var harmed = before.Harm.ToDictionary(h => h.Id, StringComparer.Ordinal);
        var disputed = before.Disagreements.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var known = before.Happenings.Select(h => h.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ReportSection> sections =
        [
            Section("control", "Places that changed hands, or of which that is now said", after.Control.Where(lines.Concerns).Where(place => Changed(held.GetValueOrDefault(place.Place.Key), place))
                .Select(place => Was(lines.Control(place), held.TryGetValue(place.Place.Key, out var old) ? past.Holder(old) : "not known"))),
            Section("happenings", "New", lines.Happenings(h => !known.Contains(h.Id))),
            Section("standing", "Better or worse founded than before", after.Claims.Where(lines.Concerns).Where(claim => was.TryGetValue(claim.About, out var old) && old.Standing.Standing != claim.Standing.Standing)
                .Select(claim => Was(lines.Claim(claim), was[claim.About].Standing.Standing.ToString().ToLowerInvariant()))),
            Section("commitments", "Announced, threatened, promised: new, or come to something", after.Commitments.Where(lines.Concerns).Where(c => !made.TryGetValue(c.Id, out var old) || old.State != c.State || old.Rule != c.Rule)
                .Select(c => made.TryGetValue(c.Id, out var old) ? Was(lines.Commitment(c), old.State.ToString().ToLowerInvariant()) : lines.Commitment(c))),
            Section("harm", "Harm to people: new, or told otherwise", lines.Harm(h => !harmed.TryGetValue(h.Id, out var old) || !Same(old.Numbers, h.Numbers) || old.DeniedBy.Length != h.DeniedBy.Length)),
            Section("movements", "On the move: new, or further on", lines.Movements(m => !moved.TryGetValue(m.Id, out var old) || old.State != m.State)),
            Section("disagreements", "New disagreements", lines.Disagreements(d => !disputed.Contains(d.Id))),
        ];
        return new SituationReport
        {
            AsOf = after.AsOf,
            KnownAt = after.KnownAt,
            Since = before.AsOf,
            Area = options.Area,
            Sections = sections,
            References = references.All(privacy, options.WordsLength),
        };

        ReportSection Section(string key, string title, IEnumerable<Line> all) => ReportBuilder.Section(key, title, all, options.MaxLines, references, "Nothing on record.", null);
    }

    private static Line Was(Line line, string before) => line with { Text = $"{line.Text} — before: {before}" };

    private static bool Changed(PlaceControl? before, PlaceControl after) => (before?.Now, after.Now) switch
    {
        (null, null) => before?.Spans.Length != after.Spans.Length,
        ({ } old, { } now) => old.Contested != now.Contested || (old.Holder is null || now.Holder is null ? old.Holder != now.Holder : !Parties.SameSide(old.Holder.Key, now.Holder.Key)),
        _ => true,
    };

    private static bool Same(ImmutableArray<NumberRange> a, ImmutableArray<NumberRange> b) =>
        a.Select(number => (number.Unit, number.Low, number.Best, number.High)).SequenceEqual(b.Select(number => (number.Unit, number.Low, number.Best, number.High)));
}
