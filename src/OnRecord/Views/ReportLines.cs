using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;

namespace OnRecord.Views;

/// <summary>The lines of each section, weighed.</summary>
internal sealed class ReportLines(Picture picture, Phrases phrases, string? area)
{
    // How many entries a line names at most; a claim with more is sure enough.
    private const int MostReferences = 6;

    private readonly Dictionary<string, Happening> _happenings = picture.Happenings.ToDictionary(happening => happening.Id, StringComparer.Ordinal);

    public IEnumerable<Line> Happenings() => picture.Happenings
        .Where(h => In(h.Place) && h.Positive)
        .Select(h => Line($"{Phrases.When(h.When)}: {phrases.Did(h.Types[0], h.Agents, h.Patients, h.Place, Main(h.Numbers))} — {phrases.Standing(h.Standing, h.Entries)}{Denied(h)}",
            Weight(h.Types[0], h.When, h.Place, h.Numbers, h.Entries.Length), h.Standing.Entries.AddRange(h.Entries).AddRange(h.Denials)));

    public IEnumerable<Line> Control() => picture.Control
        .Where(place => In(place.Place))
        .Select(place => place.Now is { } now ? Holds(place, now) : Gone(place));

    public IEnumerable<Line> Tallies() => picture.Tallies.Where(tally => In(tally.Place)).Select(tally =>
    {
        var entry = picture.Evidence.Entry(tally.Entry);
        var unit = tally.Unit == "share" ? "" : " " + tally.Unit;
        var who = tally.Side is { } side ? phrases.Names([side]) + ": " : "";
        var own = tally.OwnCount is { } count ? string.Create(CultureInfo.InvariantCulture, $"; the record itself counts {count}") : "";
        return Line($"{who}{tally.Text}{unit} {(tally.Type == "tally" ? "counted" : Wording.Of(tally.Type)!.Participle)}{Inside(tally.Place)}, by {phrases.Voice(entry)}, {Phrases.Day(entry.Known)}{own}",
            Recent(entry.Known), [tally.Entry]);
    });

    public IEnumerable<Line> Commitments() => picture.Commitments
        .Where(c => In(c.Place))
        .Select(c => Line($"{Due(c)}{Who(c)} {phrases.ToDo(c)} (known {Phrases.Day(c.Said)}) — {State(c)}", Urgency(c), c.Entries.AddRange(c.Moved)));

    public IEnumerable<Line> Harm() => picture.Harm
        .Where(h => In(h.Place))
        .Select(h => Line($"{Phrases.When(h.When)}: {phrases.Did(h.Types[0], h.Alleged, h.Victims, h.Place, Main(h.Numbers))} — {phrases.Standing(h.Standing, _happenings["hap-" + h.Id[4..]].Entries)}"
            + (h.DeniedBy.IsEmpty ? "" : "; denied by " + Voices(h.Entries.Where(id => h.DeniedBy.Contains(picture.Evidence.Origin(picture.Evidence.Entry(id)))))),
            Weight(h.Types[0], h.When, h.Place, h.Numbers, h.Entries.Length), h.Standing.Entries.AddRange(h.Entries)));

    public IEnumerable<Line> Movements() => picture.Movements
        .Where(m => In(m.Place))
        .Select(m => Line($"{Moved(m)} — {phrases.Standing(m.Standing, m.Entries)}", Weight(m.Type, m.When, m.Place, m.Numbers, m.Entries.Length), m.Entries));

    public IEnumerable<Line> Disagreements() => picture.Disagreements
        .Where(d => In(d.Place))
        .Select(d => Line($"{Phrases.When(d.When)}, {About(d)}: " + string.Join("; ", d.Sides.Select(side => $"{side.Says} ({Voices(side.Entries)})")),
            Recent(d.When.To ?? picture.AsOf) + d.Sides.Length, [.. d.Sides.SelectMany(side => side.Entries)]));

    private Line Holds(PlaceControl place, ControlSpan now)
    {
        var holder = now.Holder is { } party ? phrases.Names([party]) : "changed hands, to whom is not said";
        var before = place.Spans.Length > 1 && place.Spans[^2].Holder is { } last ? $" (before: {phrases.Names([last])})" : "";
        var since = now.From.From == now.From.To ? $"since {Phrases.Day(now.From.To!.Value)}" : $"at the latest since {Phrases.Day(now.From.To!.Value)}";
        return Line($"{Phrases.Where(place.Place)}: {holder}, {since}{before}{(now.Contested ? ", contested" : "")} — {phrases.Standing(now.Standing, now.Entries)}",
            Size(place.Place) + Recent(now.From.To!.Value), now.Standing.Entries.AddRange(now.Entries));
    }

    private Line Gone(PlaceControl place)
    {
        var last = place.Spans[^1];
        return Line($"{Phrases.Where(place.Place)}: not known; {phrases.Names([last.Holder!])} left by {Phrases.Day(last.Until!.Value)}", Size(place.Place) + Recent(last.Until.Value), last.Entries);
    }

    private string Denied(Happening h) => h.Denials.IsEmpty ? "" : "; denied by " + Voices(h.Denials);

    private string Voices(IEnumerable<string> entries) =>
        Phrases.List([.. entries.Select(id => phrases.Voice(picture.Evidence.Entry(id))).Distinct().Order(StringComparer.Ordinal)]);

    private string Who(Commitment c) => c.Agents.IsEmpty ? "Somebody" : phrases.Names(c.Agents);

    private static string Due(Commitment c) => c.Due is { } due ? $"By {Phrases.Day(due)}: " : "";

    private static string State(Commitment c) => c.State switch
    {
        CommitmentState.Met => c.Settled is { } day ? $"met {(c.Timing is null ? "" : c.Timing + ", ")}{Phrases.Day(day)}" : "met",
        CommitmentState.Broken => $"broken, {Phrases.Day(c.Settled!.Value)}",
        CommitmentState.Withdrawn => $"taken back, {Phrases.Day(c.Settled!.Value)}",
        CommitmentState.Lapsed => "its day passed and the record knows of nothing",
        _ => c.Moved.IsEmpty ? "pending" : "under way",
    };

    private string Moved(Movement m)
    {
        if (m.State == MovementState.Announced) return $"Announced, not seen yet: {phrases.ToMove(m, Main(m.Numbers))}";
        var did = phrases.Did(m.Type, m.Force, m.Whom, m.Place, Main(m.Numbers));
        return m.State == MovementState.Done ? $"{Phrases.When(m.When)}: {did}" : $"{Phrases.When(m.When)}, under way or done: {did}";
    }

    private string About(Disagreement d) => d.Kind switch
    {
        "holder" => $"who holds {Phrases.Where(d.Place)}",
        "stay" => $"whether {phrases.Names(Pictures.Parties.Of(picture.Evidence.Entry(d.About).Statement.Agent))} stays{Inside(d.Place)}",
        _ => _happenings[d.About] is var h ? phrases.Did(h.Types[0], h.Agents, h.Patients, h.Place, null) : "",
    };

    private static string Inside(Spot? place) => place is null ? "" : " in " + Phrases.Where(place);

    private bool In(Spot? place) => area is null || place is not null && (place.Place is { } known
        ? PlaceNames.Of(new StatementPlace(place.Name, known, null, default)).Within(area)
        : PlaceNames.Fold(place.Name) == PlaceNames.Fold(area));

    private static NumberRange? Main(ImmutableArray<NumberRange> numbers) => numbers.MaxBy(number => number.By.Length);

    // A weight is a plain sum, so that a reader can see why one line stands before another: how grave, how large, how recent, how many reports.
    private double Weight(string type, DayRange when, Spot? place, ImmutableArray<NumberRange> numbers, int reports) =>
        Gravity(type) + Size(place) + Math.Log10(1 + Math.Max(0, numbers.Max(number => number.High) ?? 0)) + Recent(when.To ?? picture.AsOf) + Math.Log2(1 + reports);

    private static double Gravity(string type) => type switch
    {
        "execute" or "sexual_violence" or "torture" => 4,
        "kill" or "capture" or "agree" or "surrender" => 3,
        "airstrike" or "bombing" or "shelling" or "attack" or "displace" or "abduct" or "power" => 2,
        "clash" or "besiege" or "injure" or "retreat" or "withdraw" or "evacuate" or "breach" => 1,
        _ => 0,
    };

    private static double Size(Spot? place) => place?.Place switch
    {
        null => 0,
        { Capital: "C" } => 3,
        { Capital: "A" } or { Kind: PlaceKind.Admin1 } => 2,
        { Population: > 100_000 } => 1.5,
        _ => 1,
    };

    // A point less for each doubling of the days that have passed.
    private double Recent(DateOnly day) => 4 - Math.Log2(1 + Math.Abs(picture.AsOf.DayNumber - day.DayNumber));

    // What runs out first comes first; then what was settled lately.
    private double Urgency(Commitment c) => c.State == CommitmentState.Pending
        ? c.Due is { } due ? 1000 - (due.DayNumber - picture.AsOf.DayNumber) : 100 + Recent(c.Said)
        : c.Due is not null ? 50 + Recent(c.Settled!.Value) : Recent(c.Settled!.Value);

    private static Line Line(string text, double weight, ImmutableArray<string> entries) =>
        new(Phrases.Upper(text), weight, [.. entries.Distinct().Take(MostReferences)]);
}
