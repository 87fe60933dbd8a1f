using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Explains the parts of a picture.</summary>
internal sealed class PictureExplainer(Picture picture, bool names)
{
    private const int WordsLength = 200;

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["hap"] = "happenings",
        ["cla"] = "claims",
        ["con"] = "control",
        ["are"] = "areas",
        ["tal"] = "tallies",
        ["com"] = "commitments",
        ["mov"] = "movements",
        ["har"] = "harm",
        ["dis"] = "disagreements",
        ["sto"] = "stories",
    };

    private readonly Privacy _privacy = new(names, PublicPersons.Of(picture.Evidence));

    /// <summary>What ids of a picture begin with.</summary>
    public static IReadOnlyCollection<string> Prefixes => Kinds.Keys;

    public PictureExplanation? Explain(string id)
    {
        var lines = new PictureList(picture, new PictureFilter(Names: names));
        if (!PictureExplanation.IsPictureId(id)) return null;
        if (id.StartsWith("con-", StringComparison.Ordinal)) return Span(id, lines);
        var all = lines.Of(Kinds[id[..3]]).ToList();
        var found = all.FindAll(item => item.Id.StartsWith(id, StringComparison.Ordinal));
        // The whole id is meant where others begin with it ("are-AF", "are-AF-balkh").
        if (found.Find(item => item.Id == id) is { } whole) found = [whole];
        if (found.Count == 0) found = all.FindAll(item => Formerly(item.Record, id));
        if (found.Count != 1) return null;
        return new PictureExplanation(id, found[0].Id, found[0].Text, [.. Parts(found[0].Record)], lines.Json(found[0]));
    }

    // A span is a part of its place.
    private PictureExplanation? Span(string id, PictureList lines)
    {
        var spans = picture.Control.SelectMany(place => place.Spans.Select(span => (Place: place, Span: span))).Where(pair => pair.Span.Id.StartsWith(id, StringComparison.Ordinal)).ToList();
        if (spans.Count == 0) spans = [.. picture.Control.SelectMany(place => place.Spans.Select(span => (place, span))).Where(pair => Holds(pair.span.Entries, id))];
        if (spans.Count != 1) return null;
        var (control, span) = spans[0];
        var item = lines.Of("control").First(one => ReferenceEquals(one.Record, control));
        return new PictureExplanation(id, span.Id, item.Text, [.. Parts(span), Part("Its spans", control.Spans.Select(one => $"{one.Id}  {Holder(one)}, from {Days(one.From)}{(one.Until is { } until ? $" until {Iso(until)}" : "")}; {one.Standing.Standing.ToString().ToLowerInvariant()}"))], lines.Json(item));
    }

    // What was called after an entry that now stands in something else is part of that.
    private static bool Formerly(object record, string id) => record switch
    {
        Happening h => Holds(h.Entries, id),
        Commitment c => Holds(c.Entries, id),
        Movement m => Holds(m.Entries, id),
        Harm h => Holds(h.Entries, id),
        _ => false,
    };

    private static bool Holds(ImmutableArray<string> entries, string id) => id.Length > 4 && entries.Any(entry => entry.StartsWith(id[4..], StringComparison.Ordinal));

    private IEnumerable<ExplainedPart> Parts(object record) => All(record).Where(part => part.Lines.Length > 0);

    private ImmutableArray<ExplainedPart> All(object record) => record switch
    {
        Happening h => [.. Standing(h.Standing, h.Denials), Numbers(h.Numbers), Part("Tolls told with it", h.Tolls.Select(toll => $"{toll.Type}: {toll.Happening}")), Part("Part of", h.PartOf is { } whole ? [whole] : []), Entries("Reports", h.Entries)],
        Harm h => [.. Standing(h.Standing, []), Numbers(h.Numbers), Part("Alleged by", h.AllegedBy), Part("Denied by", h.DeniedBy), Entries("Reports", h.Entries)],
        Claim c => [.. Standing(c.Standing, []), Part("It is about", [c.About])],
        ControlSpan s => [.. Standing(s.Standing, []), Part("Words for and against, with their weights", s.Words.Select(Word)), Entries("Reports", s.Entries)],
        PlaceControl p => [.. Parts(p.Spans[^1]), Part("Its spans", p.Spans.Select(span => span.Id))],
        AreaControl a => [Part("Who holds what", a.Holders.SelectMany(share => share.Spans).Select(id => $"{id}  {Where(id)}")), Part("The seat of government", a.Seat is { } seat ? [$"{seat}  {Where(seat)}"] : ["not known"]), Part("The whole, by reports of it", a.Own is { } own ? [own] : [])],
        Tally t => [Part("The record's own count", t.Spans.Select(id => $"{id}  {Where(id)}")), Entries("Reports", [t.Entry])],
        Commitment c => [Part("Its states", c.Moves.Select(Move)), Part("The rule", [CommitmentRules.Sentence(c.Rule)]), Entries("Reports that make it", c.Entries), Entries("Reports that moved it", c.Moved)],
        Movement m => [.. Standing(m.Standing, []), Numbers(m.Numbers), Entries("Reports", m.Entries)],
        Disagreement d => [.. d.Sides.SelectMany(side => new[] { Entries(side.Says, side.Entries), Origins($"Origins of “{side.Says}”", side.Entries) })],
        Story s => [Part("Articles", s.Articles.Select(id => picture.Evidence.Article(id) is { } article ? $"{id[..10]}  {article.Outlet ?? "outlet not known"}, {(article.Published is { } day ? Iso(day) : "undated")}{(article.Title is { } title ? $": {title}" : "")}" : id)),
            Part("Counted under", [s.Origin]), Part("Why", [FormattableString.Invariant($"at least {s.Alike * 100:0} % of the shorter text's runs of three words stand in the other, within a week")])],
        _ => throw new ArgumentException("no part of a picture", nameof(record)),
    };

    private IEnumerable<ExplainedPart> Standing(Verdict verdict, ImmutableArray<string> denials)
    {
        var rule = StandingRules.All.First(rule => rule.Id == verdict.Rule);
        yield return Part($"Standing: {verdict.Standing.ToString().ToLowerInvariant()}", [$"rule {rule.Id}: {rule.Sentence}"]);
        yield return Entries("What the rule rests on", verdict.Entries);
        yield return Origins(string.Create(CultureInfo.InvariantCulture, $"Independent origins: {verdict.Origins.Length}"), verdict.Entries.Except(denials));
        yield return Entries("Denied in", denials);
    }

    // Which reports fell together, and why.
    private ExplainedPart Origins(string title, IEnumerable<string> entries) => Part(title, picture.Evidence.Groups(entries)
        .Select(group => $"{(group.Origin.StartsWith("article:", StringComparison.Ordinal) ? "not known" : group.Origin)} — {string.Join("; ", group.Why)}: {string.Join(", ", group.Entries.Select(ReportText.Short))}"));

    private ExplainedPart Numbers(ImmutableArray<NumberRange> numbers) => Part("Numbers: low, best, high, and who gives which", numbers.SelectMany(number =>
        new[] { string.Create(CultureInfo.InvariantCulture, $"{number.Unit}: {number.Low?.ToString() ?? "?"}, {number.Best?.ToString() ?? "?"}, {number.High?.ToString() ?? "?"}") }
            .Concat(number.By.Select(given => $"  {given.Text} — {given.Origin} ({ReportText.Short(given.Entry)})"))));

    private ExplainedPart Entries(string title, IEnumerable<string> ids) => Part(title, ids.Select(id =>
    {
        var reference = References.Of(0, id, picture.Evidence, _privacy, WordsLength);
        return $"{ReportText.Short(id)}  {ReportText.Origin(reference)}{(reference.Words is { Length: > 0 } words ? $": “{words}”" : "")}";
    }));

    private static string Word(ControlWord word) => string.Create(CultureInfo.InvariantCulture,
        $"{ReportText.Short(word.Entry)}  {Iso(word.Day)}  {JsonNamingPolicy.KebabCaseLower.ConvertName(word.Act.ToString())}{(word.Side is { } side ? $" by {side.Name}{(word.Called is { } called ? $" (called “{called}”; no other side takes places there in these weeks)" : "")}" : "")}, weight {word.Weight}");

    private static string Move(CommitmentMove move) =>
        $"{Iso(move.Day)}  {move.State.ToString().ToLowerInvariant()}: {CommitmentRules.Sentence(move.Rule)}{(move.Entries.IsEmpty ? "" : $" ({string.Join(", ", move.Entries.Select(ReportText.Short))})")}";

    private string Where(string span) => picture.Control.FirstOrDefault(place => place.Spans.Any(one => one.Id == span)) is { } control
        ? $"{Phrases.Held(control.Place)}: {Holder(control.Spans.First(one => one.Id == span))}" : "";

    private static string Holder(ControlSpan span) => span.Holder?.Name ?? "a side not named";

    private static string Days(DayRange days) => days.From == days.To ? Iso(days.To!.Value) : days.From is { } from ? $"{Iso(from)} to {Iso(days.To!.Value)}" : $"{Iso(days.To!.Value)} at the latest";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ExplainedPart Part(string title, IEnumerable<string> lines) => new(title, [.. lines]);
}
