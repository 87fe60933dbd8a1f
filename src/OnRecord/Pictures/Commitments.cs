using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>What was to be done, by whom, by when; and what became of it.</summary>
internal static class Commitments
{
    // The same thing said again within this time is the same commitment.
    private const int SayAgainDays = 14;

    // What comes long after its day, or long after it was said without one, is another matter.
    private const int LateDays = 60;
    private const int OpenDays = 365;

    /// <summary>What was said is to be done, each with its saying again, and all that may settle it; that does not depend on the day.</summary>
    public static List<SaidGroup> Book(IReadOnlyList<Fact> facts)
    {
        var live = facts.Where(fact => !fact.TakenBack).ToList();
        var said = live.Where(IsCommitment).Order(Fact.Arrival).ToList();
        var deeds = new FactsBySide(live.Where(fact => fact.Said.Mode == Mode.Actual), fact => fact.Latest);
        var words = new FactsBySide(said.Where(fact => fact.Said.Mode is Mode.Planned or Mode.Pledge or Mode.Aim), fact => fact.Known);
        var book = Groups(said).ConvertAll(group =>
        {
            // What is said again may set another day: the last of the days that it ever had.
            var last = Enumerable.Range(1, group.Count).Max(count => Last(group[..count]));
            return new SaidGroup(group, deeds.Near(group[0], group[0].Known, last).FindAll(deed => deed.Known > group[0].Known && Concerns(group[0], deed)), TakenBack(group[0], words, last));
        });
        // A commitment is shown under its first word, whatever the day.
        book.Sort((a, b) => Fact.Arrival.Compare(a.Facts[0], b.Facts[0]));
        return book;
    }

    /// <summary>The commitments as of a day, in order of the day they became known, then id.</summary>
    public static ImmutableArray<Commitment> Of(IReadOnlyList<SaidGroup> book, DateOnly asOf)
    {
        var made = ImmutableArray.CreateBuilder<Commitment>();
        for (var i = 0; i < book.Count && book[i].First <= asOf; i++) made.Add(book[i].At(asOf, Made));
        return made.DrainToImmutable();
    }

    /// <summary>The last day on which something may settle what these say.</summary>
    public static DateOnly LastDay(List<Fact> group) => group[^1].Known > Last(group) ? group[^1].Known : Last(group);

    private static DateOnly Last(List<Fact> group) => Due(group)?.Plus(LateDays) ?? group[0].Known.Plus(OpenDays);

    private static List<List<Fact>> Groups(List<Fact> said)
    {
        var groups = new List<List<Fact>>();
        var alike = new Dictionary<(string, Mode, bool, string?, string), List<List<Fact>>>();
        foreach (var fact in said)
        {
            var key = (Deed(fact.Said.Type), fact.Said.Mode, fact.Positive, fact.Place?.Key, fact.Agents.IsEmpty ? "" : fact.Agents[0].Key);
            if (!alike.TryGetValue(key, out var near)) alike[key] = near = [];
            near.RemoveAll(group => fact.Known > group[0].Known.Plus(SayAgainDays));
            if (near.FindLast(group => SameCommitment(group[0], fact)) is { } found)
            {
                found.Add(fact);
                continue;
            }
            near.Add([fact]);
            groups.Add(near[^1]);
        }
        return groups;
    }

    private static bool IsCommitment(Fact fact) => fact.Said.Mode is not (Mode.Actual or Mode.Possible) && fact.Said.Stance != Stance.Denied;

    // What is taken is held: an aim to hold is met by taking, and the other way round.
    public static string Deed(string type) => type == "hold" ? "capture" : Families.Of(type);

    private static bool SameCommitment(Fact first, Fact other) =>
        first.Agents.Select(p => p.Key).SequenceEqual(other.Agents.Select(p => p.Key))
        && first.Patients.Select(p => p.Key).SequenceEqual(other.Patients.Select(p => p.Key))
        && (first.Said.Deadline is null || other.Said.Deadline is null || first.Said.Deadline.Day == other.Said.Deadline.Day);

    // A time that is not after the saying is the saying's own, not the deed's.
    private static DayRange? Planned(List<Fact> group) =>
        group.Select(fact => fact.Said.Time).FirstOrDefault(time => time is not null && !(time.To <= group[0].Known)) is { } time ? new DayRange(time.From, time.To) : null;

    private static DateOnly? Deadline(List<Fact> group) => group.Select(fact => fact.Said.Deadline?.Day).Where(day => day is not null).Min();

    private static DateOnly? Due(List<Fact> group) => Deadline(group) ?? Planned(group)?.To;

    /// <summary>True where the day set by these has passed.</summary>
    public static bool IsDue(List<Fact> group, DateOnly asOf) => Due(group) < asOf;

    private static Commitment Made(SaidGroup said, List<Fact> group, DateOnly asOf)
    {
        var first = group[0];
        var (deadline, planned) = (Deadline(group), Planned(group));
        var quantity = group.Select(fact => fact.Said.Quantity?.Text).FirstOrDefault(text => text is not null);
        var due = deadline ?? planned?.To;
        var last = Last(group);
        var fate = Judge(first, planned, due, said.Deeds.FindAll(deed => deed.Latest <= last && deed.By(asOf)), said.Words.FindAll(word => word.Known <= last && word.Known <= asOf), asOf);
        return new Commitment("com-" + first.Id[..10], first.Said.Mode, first.Said.Type, first.Positive, first.Agents, first.Patients, first.Place, quantity,
            first.Known, planned, deadline, fate.State, fate.Timing, fate.Day, fate.Rule, Happenings.Ids(group), Happenings.Ids(fate.By))
        { Moves = [.. Moves(group, fate, due)] };
    }

    private static IEnumerable<CommitmentMove> Moves(List<Fact> group, Fate fate, DateOnly? due)
    {
        yield return new CommitmentMove(group[0].Known, CommitmentState.Pending, "said", Happenings.Ids(group));
        if (fate.Timing == "late") yield return new CommitmentMove(due!.Value, CommitmentState.Lapsed, "day-passed", []);
        if (fate.Day is { } day) yield return new CommitmentMove(day, fate.State, fate.Rule, Happenings.Ids(fate.By));
        else if (fate.By.Count > 0) yield return new CommitmentMove(fate.By.Min(fact => fact.Known), fate.State, fate.Rule, Happenings.Ids(fate.By));
    }

    private static Fate Judge(Fact first, DayRange? planned, DateOnly? due, List<Fact> after, List<Fact> back, DateOnly asOf)
    {
        var done = after.Where(deed => !Families.Denies(deed.Said) && deed.Positive).ToList();
        var undone = after.Where(deed => !deed.Positive && deed.Said.Stance != Stance.Denied).ToList();

        if (first.Positive)
        {
            // A movement that is only seen to go on has not met what was announced.
            var finished = Families.IsMove(first.Said.Type) ? [.. done.Where(deed => deed.Said.Time?.To is not null)] : done;
            if (finished.Count > 0) return Met(finished, planned, due);
            if (done.Count > 0) return new Fate(CommitmentState.Pending, null, null, "under-way", done);
            if (back.Count > 0) return new Fate(CommitmentState.Withdrawn, null, back[0].Known, "said-otherwise", back);
            if (first.Said.Mode == Mode.Pledge && undone.Count > 0) return new Fate(CommitmentState.Broken, null, undone[0].Latest, "not-done", undone);
            return due < asOf ? new Fate(CommitmentState.Lapsed, null, due, "day-passed", []) : Fate.Pending;
        }
        if (done.Count > 0) return new Fate(CommitmentState.Broken, null, done[0].Latest, "done-all-the-same", done);
        if (back.Count > 0) return new Fate(CommitmentState.Withdrawn, null, back[0].Known, "said-otherwise", back);
        return due < asOf ? new Fate(CommitmentState.Met, null, due, "nothing-against-it", []) : Fate.Pending;
    }

    private static Fate Met(List<Fact> done, DayRange? planned, DateOnly? due)
    {
        // A day said outright counts before the day of a report that says none.
        var day = done.Where(deed => deed.Dated).Select(deed => deed.Latest).DefaultIfEmpty(done[0].Latest).Min();
        var timing = due is null ? null
            : day > due ? "late"
            : day == due || planned?.From is { } from && day >= from ? "in time"
            : "early";
        return new Fate(CommitmentState.Met, timing, day, "done", [.. done.Where(deed => deed.Latest <= day)]);
    }

    // A deed concerns a commitment where who, where and to whom agree; what one side leaves out does not tell them apart, but a place that is set must be met.
    private static bool Concerns(Fact first, Fact deed)
    {
        if (first.Agents.IsEmpty || deed.Agents.IsEmpty || !Parties.Agree(first.Agents, deed.Agents)) return false;
        var taking = Deed(first.Said.Type) == "capture";
        // One town does not make eleven.
        if (taking && first.Said.Quantity is { Low: > 1 } or { Unit: "share" }) return false;
        if (taking && (deed.Place is null || !ControlWords.OfOnePlace(deed))) return false;
        if (first.Place is { } place && (deed.Place is null || !(taking ? Spots.Decides(deed.Place, place) : Spots.Inside(deed.Place, place)))) return false;
        if (first.Place is null && first.Patients.IsEmpty) return false;
        return first.Patients.IsEmpty || taking || !deed.Patients.IsEmpty && Parties.AgreeAsPatients(first.Patients, deed.Patients);
    }

    // The same side says later, of the same thing, that it will not be so (or will, after all).
    private static List<Fact> TakenBack(Fact first, FactsBySide words, DateOnly last) =>
        first.Said.Mode is not (Mode.Planned or Mode.Pledge or Mode.Aim or Mode.Threat) ? []
        : [.. words.Near(first, first.Known.Plus(1), last).Where(other => other.Positive != first.Positive && Parties.Agree(first.Agents, other.Agents)
            && first.Place?.Key == other.Place?.Key && Parties.AgreeAsPatients(first.Patients, other.Patients))];

    private sealed record Fate(CommitmentState State, string? Timing, DateOnly? Day, string Rule, IReadOnlyList<Fact> By)
    {
        public static Fate Pending { get; } = new(CommitmentState.Pending, null, null, "not-yet", []);
    }
}

/// <summary>The sayings of one commitment, in the order in which they became known, and what may settle it: later deeds, and later words of the same side. Once nothing can settle it any more it stays as it is and is made once.</summary>
internal sealed class SaidGroup(List<Fact> facts, List<Fact> deeds, List<Fact> words)
{
    private readonly DateOnly _last = Commitments.LastDay(facts);
    private Commitment? _final;

    public List<Fact> Facts { get; } = facts;

    public List<Fact> Deeds { get; } = deeds;

    public List<Fact> Words { get; } = words;

    /// <summary>The day of its first word.</summary>
    public DateOnly First { get; } = facts[0].Known;

    private (int Facts, int Deeds, int Words, bool Due, Commitment Commitment)? _made;

    public Commitment At(DateOnly asOf, Func<SaidGroup, List<Fact>, DateOnly, Commitment> made)
    {
        if (asOf > _last) return _final ??= made(this, Facts, asOf);
        var said = Seen(Facts, fact => fact.Known <= asOf);
        // What is seen by a day is seen by every later one: as many are the same.
        var (deeds, words, due) = (Deeds.Count(deed => deed.By(asOf)), Words.Count(word => word.Known <= asOf), Commitments.IsDue(said, asOf));
        if (_made is not { } last || (last.Facts, last.Deeds, last.Words, last.Due) != (said.Count, deeds, words, due)) _made = last = (said.Count, deeds, words, due, made(this, said, asOf));
        return last.Commitment;
    }

    private static List<Fact> Seen(List<Fact> facts, Predicate<Fact> by) => facts.TrueForAll(by) ? facts : facts.FindAll(by);
}
