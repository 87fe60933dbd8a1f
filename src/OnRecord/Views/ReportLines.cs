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

    // What is fought over is asked about for as long as it is news.
    private const int NewsDays = 14;
    private const int MostUnanswered = 8;

    private readonly ReportWeights _weights = new(picture.AsOf);
    private readonly Dictionary<string, Happening> _happenings = picture.Happenings.ToDictionary(happening => happening.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, (PlaceControl Control, Spot Place, ControlSpan Span)> _spans = picture.Control
        .SelectMany(place => place.Spans.Select(span => (place, place.Place, span))).DistinctBy(triple => triple.span.Id).ToDictionary(triple => triple.span.Id, StringComparer.Ordinal);

    // Harm is done to persons: what befalls vehicles, houses and towns is told among the happenings.
    private readonly HashSet<string> _harms = [.. picture.Harm.Where(h => h.Victims.IsEmpty || !h.Victims.All(victim => Parties.IsThing(victim) || victim.Name == h.Place?.Name)).Select(h => "hap-" + h.Id[4..])];

    /// <summary>What harms persons or moves them has sections of its own; what one side took on one day by one word is one line.</summary>
    public IEnumerable<Line> Happenings(Func<Happening, bool>? which = null) => picture.Happenings
        .Where(h => (which is null || which(h)) && In(h.Place) && h.Positive && !Families.IsMove(h.Types[0]) && !_harms.Contains(h.Id))
        .GroupBy(h => h.Types[0] == "capture" && h.Place is not null && h.Numbers.IsEmpty && h.Denials.IsEmpty
            && (!h.Agents.IsEmpty || h.Entries.Any(Names)) ? $"{phrases.Names(h.Agents)}|{phrases.Names(h.Patients)}|{phrases.When(h.When)}|{h.Place.Place?.Kind >= PlaceKind.Admin1}|{Stands(h)}" : h.Id, StringComparer.Ordinal)
        .Select(group => Happened([.. group.OrderByDescending(h => ReportWeights.Size(h.Place)).ThenBy(h => Phrases.Where(h.Place), StringComparer.Ordinal)]));

    /// <summary>A happening by itself.</summary>
    public Line Happening(Happening happening) => Happened([happening]);

    private Line Happened(ImmutableArray<Happening> all)
    {
        var h = all[0];
        var places = all.Where(one => one.Place is not null).Select(one => one.Place!).ToList();
        // What town "the city" is, the report does not say in so many words: so the line does not either.
        var did = h.Types[0] == "capture" && h.Agents.IsEmpty && !h.Entries.Any(Names)
            ? phrases.Quoted(h.Types[0], h.Agents, "", h.Entries[0])
            : phrases.Did(h.Types[0], h.Agents, h.Patients, places, Main(h.Numbers), h.Entries[0]);
        // Each place of the line keeps one reference at least.
        return Line(h.Id, $"{did}{(all.Length == 1 ? Tolls(h) + Range(h.Numbers) : "")} ({phrases.When(h.When)}; {Stands(h)})", _weights.Of(h.Types[0], h.When, h.Place, h.Numbers, h.Entries.Length) + ReportWeights.Told(h.Agents, h.Patients, h.Numbers),
            [.. all.Length > 1 ? all.Select(one => one.Entries[0]) : h.Standing.Entries.AddRange(h.Entries).AddRange(h.Denials)], Math.Max(all.Length, MostReferences));
    }

    // "; killed: 11 civilians".
    private string Tolls(Happening h) => h.Tolls.IsEmpty ? "" : "; " + string.Join(", ", h.Tolls.GroupBy(toll => toll.Type, StringComparer.Ordinal)
        .Select(group => $"{Wording.Of(group.Key)!.Participle}: {Phrases.List([.. group.Select(toll => phrases.Counted(toll.Whom, toll.Number)).Distinct()])}"));

    private bool Names(string id) => picture.Evidence.Entry(id) is var entry && (picture.Evidence.Article(entry) is not { } article || Spots.IsNamed(entry.Statement, article.Text));

    private string Stands(Happening h) => phrases.Standing(h.Standing, h.Entries, h.Denials);

    public IEnumerable<Line> Control() => picture.Control.Where(place => In(place.Place)).Select(Control);

    /// <summary>Who holds a place, or that it is not known since its holder left.</summary>
    public Line Control(PlaceControl place) => place.Now is { } now ? Holds(place, now) with { Day = now.From.To } : Gone(place) with { Day = place.Spans[^1].Until };

    /// <summary>Countries, and the provinces of an area that is asked for.</summary>
    public IEnumerable<Line> Areas() => picture.Areas
        .Where(one => one.Known > 1 && (area is null ? one.Level == "country" : In(one))).Select(Area);

    /// <summary>"Afghanistan: of 27 places known the Taliban hold 25; 1 contested; Kabul, the seat of government: the Taliban".</summary>
    public Line Area(AreaControl one)
    {
        var shares = one.Holders.Select(share => $"{(share.Holder is { } holder ? phrases.Holder(holder) : "a side not named")} {share.Spans.Length.ToString(CultureInfo.InvariantCulture)}");
        var seat = one.Seat is { } id ? _spans[id] : default;
        var own = one.Own is { } whole ? $"; reports give all of it to {Name(_spans[whole].Span)}" : "";
        var text = $"{(one.Level == "country" ? one.Name : $"{one.Name} province")}: {Places(one.Known)} known — {string.Join(", ", shares)}{(one.Contested > 0 ? $"; {one.Contested.ToString(CultureInfo.InvariantCulture)} contested" : "")}"
            + (seat.Span is null ? "; who holds the seat of government is not known" : $"; the seat of government, {seat.Place.Name}: {Name(seat.Span)}") + own;
        return Line(one.Id, text, one.Known, [.. new[] { one.Seat, one.Own }.OfType<string>().Concat(one.Holders.SelectMany(share => share.Spans)).Select(span => _spans[span].Span.Standing.Entries[0])], 4);
    }

    private string Name(ControlSpan span) => span.Holder is { } holder ? phrases.Holder(holder) : "a side not named";

    private static string Places(int count) => count == 1 ? "1 place" : string.Create(CultureInfo.InvariantCulture, $"{count} places");

    public IEnumerable<Line> Tallies() => picture.Tallies.Where(tally => In(tally.Place)).Select(Tally);

    /// <summary>A count as a report gives it, with the record's own beside it.</summary>
    public Line Tally(Tally tally)
    {
        var entry = picture.Evidence.Entry(tally.Entry);
        var unit = tally.Unit == "share" || tally.Text.Contains(tally.Unit, StringComparison.OrdinalIgnoreCase) ? "" : " " + tally.Unit;
        var who = tally.Side is { } side ? phrases.Names([side]) + ": " : "";
        var where = Inside(tally.Place);
        var own = tally.OwnCount is { } count && where.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"; the record itself counts {count}") : "";
        return Line(tally.Id, $"{who}{tally.Text}{unit} {(tally.Type == "tally" ? phrases.Counted(entry) : Wording.Of(tally.Type)!.Participle)}{where} ({phrases.Date(entry.Known)}; {phrases.Standing(Word(entry), [tally.Entry])}){own}",
            _weights.Recent(entry.Known), [tally.Entry]);
    }

    /// <summary>Those that the report's words can tell: a word or two without a doer say nothing to a reader.</summary>
    public IEnumerable<Line> Commitments() => picture.Commitments.Where(c => In(c.Place) && !(c.Agents.IsEmpty && phrases.IsShort(c.Entries[0]))).Select(Commitment);

    /// <summary>What is still to be done by a day, the nearest first.</summary>
    public IEnumerable<Line> Deadlines() => picture.Commitments.Where(c => In(c.Place) && c is { State: CommitmentState.Pending, Due: not null } && c.Due >= picture.AsOf)
        .Select(c => Commitment(c) with { Weight = -c.Due!.Value.DayNumber });

    /// <summary>What is to be done, by whom, by when, on whose word, and what became of it.</summary>
    public Line Commitment(Commitment c)
    {
        var todo = phrases.ToDo(c);
        var quoted = todo.EndsWith('”');
        return Line(c.Id, $"{todo}{(quoted ? "" : Due(c))} ({phrases.Date(c.Said)}; {(quoted && c.Due is not null ? Due(c).Trim() + "; " : "")}"
            + $"{phrases.Standing(Word(picture.Evidence.Entry(c.Entries[0])), c.Entries)}) — {State(c)}",
            _weights.Urgency(c) + ReportWeights.Told(c.Agents, c.Patients, []), c.Entries.AddRange(c.Moved));
    }

    public IEnumerable<Line> Harm(Func<Harm, bool>? which = null) => picture.Harm.Where(h => (which is null || which(h)) && In(h.Place) && _harms.Contains("hap-" + h.Id[4..])).Select(Harm);

    /// <summary>What was done to whom, by whom as it is said.</summary>
    public Line Harm(Harm harm)
    {
        var happening = _happenings["hap-" + harm.Id[4..]];
        return Line(harm.Id, $"{phrases.Did(harm.Types[0], harm.Alleged, harm.Victims, Places(harm.Place), Main(harm.Numbers), happening.Entries[0])}{Range(harm.Numbers)} ({phrases.When(harm.When)}; {Stands(happening)})",
            _weights.Of(harm.Types[0], harm.When, harm.Place, harm.Numbers, harm.Entries.Length) + ReportWeights.Told(harm.Alleged, harm.Victims, harm.Numbers),
            harm.Standing.Entries.AddRange(harm.Entries));
    }

    // Where origins differ: the least, the best and the most, with who gives them.
    private string Range(ImmutableArray<NumberRange> numbers)
    {
        if (Main(numbers) is not { } main || main.By.Select(given => (given.Low, given.High)).Distinct().Count() < 2) return "";
        var given = main.By.GroupBy(one => (one.Low, one.High)).OrderBy(group => group.Key.Low ?? group.Key.High).ThenBy(group => group.Key.High)
            .Select(group => $"{Phrases.Lower(group.First().Text)}: {phrases.Speakers(group.Select(one => one.Entry))}");
        return $" [{string.Join("; ", given)}]";
    }

    /// <summary>What is only announced stands with what was announced.</summary>
    public IEnumerable<Line> Movements(Func<Movement, bool>? which = null) => picture.Movements.Where(m => (which is null || which(m)) && In(m.Place) && m.State != MovementState.Announced).Select(Movement);

    /// <summary>Who moved whom where.</summary>
    public Line Movement(Movement m) => Line(m.Id,
        // What has only been announced has not happened: the report's words tell what is to be.
        $"{(m.State == MovementState.Announced ? phrases.Quoted(m.Type, m.Force, m.Place is null ? "" : Phrases.Where(m.Place), First(m)) : phrases.Did(m.Type, m.Force, m.Whom, Places(m.Place), Main(m.Numbers), First(m)))} ({phrases.When(m.When)}; {(m.State == MovementState.Announced ? "announced; " : "")}{phrases.Standing(m.Standing, m.Standing.Entries)})",
        _weights.Of(m.Type, m.When, m.Place, m.Numbers, m.Entries.Length) + ReportWeights.Told(m.Force, m.Whom, m.Numbers), m.Standing.Entries.AddRange(m.Entries));

    public IEnumerable<Line> Disagreements(Func<Disagreement, bool>? which = null) => picture.Disagreements.Where(d => (which is null || which(d)) && In(d.Place)).Select(Disagreement);

    /// <summary>What is disputed, and what each side says.</summary>
    public Line Disagreement(Disagreement d) => Line(d.Id, $"{About(d)} ({phrases.When(d.When)}): " + string.Join("; ", d.Sides.Select(side => Said(d, side))),
        _weights.Recent(d.When.To ?? picture.AsOf) + d.Sides.Length, [.. d.Sides.SelectMany(side => side.Entries)]);

    /// <summary>A claim: the happening or the span that it is about.</summary>
    public Line Claim(Claim claim) => (_happenings.TryGetValue(claim.About, out var happening) ? Happened([happening]) : Holds(_spans[claim.About].Control, _spans[claim.About].Span)) with { Id = claim.Id };

    /// <summary>Copies of one text.</summary>
    public Line Story(Story story) => new(story.Id, string.Create(CultureInfo.InvariantCulture,
        $"{story.Articles.Length} articles carry one text, counted under {story.Origin} (alike to {story.Alike * 100:0} % at least): {string.Join(", ", story.Articles.Select(id => picture.Evidence.Article(id)?.Outlet ?? "outlet not known").Distinct().Order(StringComparer.Ordinal))}"), 0, []);

    /// <summary>Places that are fought over or left, and of which nobody is said to hold them: what a reader would ask and the record cannot answer.</summary>
    public string? Unanswered()
    {
        var known = picture.Control.Where(place => place.Now is not null).Select(place => place.Place.Key).ToHashSet(StringComparer.Ordinal);
        var places = picture.Happenings.Where(h => h.Positive && Families.IsCombat(h.Types[0]) && h.Place is { Place: { Kind: PlaceKind.City or PlaceKind.Admin1 } } && In(h.Place) && !known.Contains(h.Place.Key)
                && !(h.Place.Place.Kind == PlaceKind.Admin1 && picture.Control.Any(place => place.Now is not null && Spots.Inside(place.Place, h.Place)))
                && picture.AsOf.DayNumber - h.When.To!.Value.DayNumber <= NewsDays)
            .GroupBy(h => h.Place!.Key, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenByDescending(group => ReportWeights.Size(group.First().Place)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Phrases.Where(group.First().Place)).Distinct().ToList();
        if (places.Count == 0) return null;
        return $"Not known: who holds {Phrases.List([.. places.Take(MostUnanswered)])}{(places.Count > MostUnanswered ? string.Create(CultureInfo.InvariantCulture, $" and {places.Count - MostUnanswered} more places") : "")}, where reports tell of fighting.";
    }

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
        var before = place.Spans.Length > 1 && place.Spans[^2] is { Holder: { } last } earlier
            ? now.Holder is { } same && Parties.SameSide(last.Key, same.Key) ? $", said before to hold it by {phrases.Date(earlier.From.To!.Value)}" : $", before that {phrases.Holder(last)}"
            : "";
        return Line(now.Id, $"{Phrases.Held(place.Place)}: {holder}{before}{(now.Contested ? ", contested" : "")} ({phrases.Standing(now.Standing, now.Entries)})",
            ReportWeights.Size(place.Place) + _weights.Recent(now.From.To!.Value), now.Standing.Entries.AddRange(now.Entries));
    }

    private Line Gone(PlaceControl place)
    {
        var last = place.Spans[^1];
        return Line(last.Id, $"{Phrases.Held(place.Place)}: not known; {phrases.Holder(last.Holder!)} left by {phrases.Date(last.Until!.Value)}", ReportWeights.Size(place.Place) + _weights.Recent(last.Until.Value), last.Entries);
    }

    private string Due(Commitment c) => c.Due is { } due ? $" by {phrases.Date(due)}" : "";

    private string State(Commitment c) => c.State switch
    {
        CommitmentState.Met => c.Settled is { } day ? $"met {(c.Timing is null ? "" : c.Timing + ", ")}{phrases.Date(day)}" : "met",
        CommitmentState.Broken => $"broken, {phrases.Date(c.Settled!.Value)}",
        CommitmentState.Withdrawn => $"taken back, {phrases.Date(c.Settled!.Value)}",
        CommitmentState.Lapsed => "its day passed, nothing on record",
        _ => c.Moved.IsEmpty ? "pending" : c.Due < picture.AsOf ? "under way, and its day passed" : "under way",
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

    /// <summary>True where it is of the area asked for.</summary>
    public bool Concerns(PlaceControl place) => In(place.Place);

    /// <summary>True where it is of the area asked for.</summary>
    public bool Concerns(Claim claim) => In(claim.Place) && (!_happenings.TryGetValue(claim.About, out var happening) || happening.Positive);

    /// <summary>True where it is of the area asked for.</summary>
    public bool Concerns(Commitment commitment) => In(commitment.Place);

    /// <summary>"the army, contested", or "not known".</summary>
    public string Holder(PlaceControl place) => place.Now is { } now ? $"{Name(now)}{(now.Contested ? ", contested" : "")}" : "not known";

    /// <summary>True where a place lies in the area asked for; everything does where none is.</summary>
    public bool In(Spot? place) => area is null || place is not null && (place.Place is { } known
        ? PlaceNames.Of(new StatementPlace(place.Name, known, null, default)).Within(area)
        : PlaceNames.Fold(place.Name) == PlaceNames.Fold(area));

    private static NumberRange? Main(ImmutableArray<NumberRange> numbers) => numbers.MaxBy(number => number.By.Length);

    private bool In(AreaControl one) => PlaceNames.Fold(one.Name) == PlaceNames.Fold(area!) || Countries.Code(area!) == one.Country;

    private static Line Line(string id, string text, double weight, ImmutableArray<string> entries, int most = MostReferences) =>
        new(id, Phrases.Upper(text), weight, [.. entries.Distinct().Take(most)]);
}
