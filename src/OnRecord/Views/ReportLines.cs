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

    // Harm is done to persons: what befalls vehicles, houses and towns is told among the happenings.
    private readonly HashSet<string> _harms = [.. picture.Harm.Where(h => h.Victims.IsEmpty || !h.Victims.All(victim => Parties.IsThing(victim) || victim.Name == h.Place?.Name)).Select(h => "hap-" + h.Id[4..])];

    /// <summary>What harms persons or moves them has sections of its own; what one side took on one day by one word is one line.</summary>
    public IEnumerable<Line> Happenings() => picture.Happenings
        .Where(h => In(h.Place) && h.Positive && !Families.IsMove(h.Types[0]) && !_harms.Contains(h.Id))
        .GroupBy(h => h.Types[0] == "capture" && h.Place is not null && h.Numbers.IsEmpty && h.Denials.IsEmpty
            && (!h.Agents.IsEmpty || h.Entries.Any(Names)) ? $"{phrases.Names(h.Agents)}|{phrases.Names(h.Patients)}|{phrases.When(h.When)}|{h.Place.Place?.Kind >= PlaceKind.Admin1}|{Stands(h)}" : h.Id, StringComparer.Ordinal)
        .Select(group => Happened([.. group.OrderByDescending(h => Size(h.Place)).ThenBy(h => Phrases.Where(h.Place), StringComparer.Ordinal)]));

    private Line Happened(ImmutableArray<Happening> all)
    {
        var h = all[0];
        var places = all.Where(one => one.Place is not null).Select(one => one.Place!).ToList();
        // What town "the city" is, the report does not say in so many words: so the line does not either.
        var did = h.Types[0] == "capture" && h.Agents.IsEmpty && !h.Entries.Any(Names)
            ? phrases.Quoted(h.Types[0], h.Agents, "", h.Entries[0])
            : phrases.Did(h.Types[0], h.Agents, h.Patients, places, Main(h.Numbers), h.Entries[0]);
        // Each place of the line keeps one reference at least.
        return Line($"{did} ({phrases.When(h.When)}; {Stands(h)})", Weight(h.Types[0], h.When, h.Place, h.Numbers, h.Entries.Length) + Told(h.Agents, h.Patients, h.Numbers),
            [.. all.Length > 1 ? all.Select(one => one.Entries[0]) : h.Standing.Entries.AddRange(h.Entries).AddRange(h.Denials)], Math.Max(all.Length, MostReferences));
    }

    private bool Names(string id) => picture.Evidence.Entry(id) is var entry && (picture.Evidence.Article(entry) is not { } article || Spots.IsNamed(entry.Statement, article.Text));

    private string Stands(Happening h) => phrases.Standing(h.Standing, h.Entries, h.Denials);

    public IEnumerable<Line> Control() => picture.Control
        .Where(place => In(place.Place))
        .Select(place => place.Now is { } now ? Holds(place, now) : Gone(place));

    public IEnumerable<Line> Tallies() => picture.Tallies.Where(tally => In(tally.Place)).Select(tally =>
    {
        var entry = picture.Evidence.Entry(tally.Entry);
        var unit = tally.Unit == "share" || tally.Text.Contains(tally.Unit, StringComparison.OrdinalIgnoreCase) ? "" : " " + tally.Unit;
        var who = tally.Side is { } side ? phrases.Names([side]) + ": " : "";
        // Cities and provinces are not counted inside a city.
        var where = tally.Type != "tally" && tally.Place?.Place?.Kind > PlaceKind.Admin1 ? "" : Inside(tally.Place);
        var own = tally.OwnCount is { } count && where.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"; the record itself counts {count}") : "";
        return Line($"{who}{tally.Text}{unit} {(tally.Type == "tally" ? "counted" : Wording.Of(tally.Type)!.Participle)}{where} ({phrases.Date(entry.Known)}; {phrases.Standing(Word(entry), [tally.Entry])}){own}",
            Recent(entry.Known), [tally.Entry]);
    });

    public IEnumerable<Line> Commitments() => picture.Commitments
        .Where(c => In(c.Place))
        .Select(c => (Commitment: c, Todo: phrases.ToDo(c)))
        .Select(x => Line($"{x.Todo}{(x.Todo.EndsWith('”') ? "" : Due(x.Commitment))} ({phrases.Date(x.Commitment.Said)}; {(x.Todo.EndsWith('”') && x.Commitment.Due is not null ? Due(x.Commitment).Trim() + "; " : "")}"
            + $"{phrases.Standing(Word(picture.Evidence.Entry(x.Commitment.Entries[0])), x.Commitment.Entries)}) — {State(x.Commitment)}",
            Urgency(x.Commitment) + Told(x.Commitment.Agents, x.Commitment.Patients, []), x.Commitment.Entries.AddRange(x.Commitment.Moved)));

    public IEnumerable<Line> Harm() => picture.Harm
        .Where(h => In(h.Place) && _harms.Contains("hap-" + h.Id[4..]))
        .Select(h => (Harm: h, Happening: _happenings["hap-" + h.Id[4..]]))
        .Select(x => Line($"{phrases.Did(x.Harm.Types[0], x.Harm.Alleged, x.Harm.Victims, Places(x.Harm.Place), Main(x.Harm.Numbers), x.Happening.Entries[0])} ({phrases.When(x.Harm.When)}; {Stands(x.Happening)})",
            Weight(x.Harm.Types[0], x.Harm.When, x.Harm.Place, x.Harm.Numbers, x.Harm.Entries.Length) + Told(x.Harm.Alleged, x.Harm.Victims, x.Harm.Numbers),
            x.Harm.Standing.Entries.AddRange(x.Harm.Entries)));

    /// <summary>What is only announced stands with what was announced.</summary>
    public IEnumerable<Line> Movements() => picture.Movements
        .Where(m => In(m.Place) && m.State != MovementState.Announced)
        .Select(m => Line($"{phrases.Did(m.Type, m.Force, m.Whom, Places(m.Place), Main(m.Numbers), First(m))} ({phrases.When(m.When)}; {phrases.Standing(m.Standing, m.Standing.Entries)})",
            Weight(m.Type, m.When, m.Place, m.Numbers, m.Entries.Length) + Told(m.Force, m.Whom, m.Numbers), m.Standing.Entries.AddRange(m.Entries)));

    public IEnumerable<Line> Disagreements() => picture.Disagreements
        .Where(d => In(d.Place))
        .Select(d => Line($"{About(d)} ({phrases.When(d.When)}): " + string.Join("; ", d.Sides.Select(side => Said(d, side))),
            Recent(d.When.To ?? picture.AsOf) + d.Sides.Length, [.. d.Sides.SelectMany(side => side.Entries)]));

    // Numbers speak for themselves; of the rest each side's words stand beside it. What somebody denies is not put into their mouth.
    private string Said(Disagreement d, Side side)
    {
        if (d.Kind == "number") return $"{side.Says} ({phrases.Speakers(side.Entries)})";
        var words = side.Entries.OrderBy(id => picture.Evidence.Entry(id).Statement.Agent.IsEmpty).First();
        return picture.Evidence.Entry(words).Statement.Stance == Stance.Denied
            ? $"denied by {phrases.Speakers(side.Entries)}: “{phrases.Quote(words)}”"
            : $"{side.Says} ({phrases.Speakers(side.Entries)}: “{phrases.Quote(words)}”)";
    }

    // The standing of a single word, which nobody has answered yet.
    private static Verdict Word(LedgerEntry entry) => new(Standing.Reported, "no-stake", [entry.Statement.Id], [""]);

    private Line Holds(PlaceControl place, ControlSpan now)
    {
        var day = phrases.Date(now.From.To!.Value);
        var since = now.From.From == now.From.To ? $"since {day}" : $"since {day} at the latest";
        var holder = now.Holder is { } party ? $"{phrases.Holder(party)} {since}" : $"changed hands {(now.From.From == now.From.To ? "on" : "by")} {day}, to whom is not said";
        var before = place.Spans.Length > 1 && place.Spans[^2].Holder is { } last ? $", before that {phrases.Holder(last)}" : "";
        return Line($"{Phrases.Where(place.Place)}: {holder}{before}{(now.Contested ? ", contested" : "")} ({phrases.Standing(now.Standing, now.Entries)})",
            Size(place.Place) + Recent(now.From.To!.Value), now.Standing.Entries.AddRange(now.Entries));
    }

    private Line Gone(PlaceControl place)
    {
        var last = place.Spans[^1];
        return Line($"{Phrases.Where(place.Place)}: not known; {phrases.Holder(last.Holder!)} left by {phrases.Date(last.Until!.Value)}", Size(place.Place) + Recent(last.Until.Value), last.Entries);
    }

    private string Due(Commitment c) => c.Due is { } due ? $" by {phrases.Date(due)}" : "";

    private string State(Commitment c) => c.State switch
    {
        CommitmentState.Met => c.Settled is { } day ? $"met {(c.Timing is null ? "" : c.Timing + ", ")}{phrases.Date(day)}" : "met",
        CommitmentState.Broken => $"broken, {phrases.Date(c.Settled!.Value)}",
        CommitmentState.Withdrawn => $"taken back, {phrases.Date(c.Settled!.Value)}",
        CommitmentState.Lapsed => "its day passed, nothing on record",
        _ => c.Moved.IsEmpty ? "pending" : "under way",
    };

    private string First(Movement m) => m.Standing.Entries is [var first, ..] ? first : m.Entries[0];

    private string About(Disagreement d) => d.Kind switch
    {
        "holder" => $"who holds {Phrases.Where(d.Place)}",
        "stay" => $"whether {phrases.Names(Pictures.Parties.Of(picture.Evidence.Entry(d.About).Statement.Agent))} stays{Inside(d.Place)}",
        _ => _happenings[d.About] is var h ? phrases.Did(h.Types[0], h.Agents, h.Patients, Places(h.Place), null, h.Entries[0]) : "",
    };

    private static ImmutableArray<Spot> Places(Spot? place) => place is null ? [] : [place];

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
        "execute" or "sexual_violence" or "torture" or "capture" => 4,
        "kill" or "agree" or "surrender" => 3,
        "airstrike" or "bombing" or "shelling" or "attack" or "displace" or "abduct" or "power" => 2,
        "responsibility" or "tally" => -1,
        "clash" or "besiege" or "injure" or "retreat" or "withdraw" or "evacuate" or "breach" => 1,
        _ => 0,
    };

    private static double Size(Spot? place) => place?.Place switch
    {
        null => 0,
        { Capital: "C" } or { Kind: PlaceKind.Country } => 3,
        { Capital: "A" } or { Kind: PlaceKind.Admin1 } => 2,
        { Population: > 100_000 } => 1.5,
        _ => 1,
    };

    // A point less for each doubling of the days that have passed.
    private double Recent(DateOnly day) => 4 - Math.Log2(1 + Math.Abs(picture.AsOf.DayNumber - day.DayNumber));

    // What runs out or was settled lately comes before what is open without a day.
    private double Urgency(Commitment c) =>
        Gravity(c.Type) + Size(c.Place) + Recent(c.Settled ?? c.Due ?? c.Said) + (c.Due is null ? 0 : 2) + (c.State is CommitmentState.Met or CommitmentState.Broken or CommitmentState.Withdrawn ? 2 : 0);

    // A line with half its parts missing says little.
    private static double Told(ImmutableArray<Party> agents, ImmutableArray<Party> patients, ImmutableArray<NumberRange> numbers) =>
        (agents.IsEmpty ? -1.5 : 0) + (patients.IsEmpty ? numbers.IsEmpty ? -0.5 : 0 : patients.All(Parties.IsThing) ? -1.5 : 0);

    private static Line Line(string text, double weight, ImmutableArray<string> entries, int most = MostReferences) =>
        new(Phrases.Upper(text), weight, [.. entries.Distinct().Take(most)]);
}
