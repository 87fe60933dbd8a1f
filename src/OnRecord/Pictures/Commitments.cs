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

    /// <summary>The commitments in order of the day they became known.</summary>
    public static ImmutableArray<Commitment> Of(IReadOnlyList<Fact> facts, DateOnly asOf)
    {
        var live = facts.Where(fact => !fact.TakenBack).ToList();
        var deeds = BySide(live.Where(fact => fact.Said.Mode == Mode.Actual && fact.By(asOf)));
        var said = live.Where(IsCommitment).OrderBy(fact => fact.Known).ThenBy(fact => fact.Id, StringComparer.Ordinal).ToList();
        var words = BySide(said);
        var groups = new List<List<Fact>>();
        var alike = new Dictionary<(string, string?), List<List<Fact>>>();
        foreach (var fact in said)
        {
            var key = (Deed(fact.Said.Type), fact.Place?.Key);
            if (!alike.TryGetValue(key, out var near)) alike[key] = near = [];
            if (near.FindLast(group => SameCommitment(group[0], fact)) is { } found)
            {
                found.Add(fact);
                continue;
            }
            near.Add([fact]);
            groups.Add(near[^1]);
        }
        return [.. groups.Select(group => Made(group, Near(deeds, group[0]), Near(words, group[0]), asOf))];
    }

    // Under what is done, by which side, in which country; "*" stands for anywhere.
    private static ILookup<(string, string, string), Fact> BySide(IEnumerable<Fact> facts) =>
        facts.SelectMany(fact => fact.Agents.Select(agent => Parties.Body(agent.Key)).Distinct()
                .SelectMany(body => new[] { Spots.Realm(fact.Place), "*" }.Select(realm => (Key: (Deed(fact.Said.Type), body, realm), Fact: fact))))
            .ToLookup(pair => pair.Key, pair => pair.Fact);

    private static List<Fact> Near(ILookup<(string, string, string), Fact> facts, Fact first) =>
        [.. first.Agents.Select(agent => Parties.Body(agent.Key)).Distinct()
            .SelectMany(body => facts[(Deed(first.Said.Type), body, first.Place is null ? "*" : Spots.Realm(first.Place))]).Distinct().Order(Fact.Order)];

    private static bool IsCommitment(Fact fact) => fact.Said.Mode is not (Mode.Actual or Mode.Possible) && fact.Said.Stance != Stance.Denied;

    // What is taken is held: an aim to hold is met by taking, and the other way round.
    private static string Deed(string type) => type == "hold" ? "capture" : Families.Of(type);

    private static bool SameCommitment(Fact first, Fact other) =>
        Deed(first.Said.Type) == Deed(other.Said.Type) && first.Said.Mode == other.Said.Mode && first.Positive == other.Positive
        && first.Place?.Key == other.Place?.Key && first.Agents.Select(p => p.Key).SequenceEqual(other.Agents.Select(p => p.Key))
        && first.Patients.Select(p => p.Key).SequenceEqual(other.Patients.Select(p => p.Key))
        && (first.Said.Deadline is null || other.Said.Deadline is null || first.Said.Deadline.Day == other.Said.Deadline.Day)
        && other.Known <= first.Known.AddDays(SayAgainDays);

    private static Commitment Made(List<Fact> group, List<Fact> deeds, List<Fact> said, DateOnly asOf)
    {
        var first = group[0];
        var deadline = group.Select(fact => fact.Said.Deadline?.Day).Where(day => day is not null).Min();
        // A time that is not after the saying is the saying's own, not the deed's.
        var planned = group.Select(fact => fact.Said.Time).FirstOrDefault(time => time is not null && !(time.To <= first.Known)) is { } time ? new DayRange(time.From, time.To) : null;
        var quantity = group.Select(fact => fact.Said.Quantity?.Text).FirstOrDefault(text => text is not null);
        var fate = Judge(first, planned, deadline ?? planned?.To, deeds, said, asOf);
        return new Commitment("com-" + first.Id[..10], first.Said.Mode, first.Said.Type, first.Positive, first.Agents, first.Patients, first.Place, quantity,
            first.Known, planned, deadline, fate.State, fate.Timing, fate.Day, fate.Rule, Happenings.Ids(group), Happenings.Ids(fate.By));
    }

    private static Fate Judge(Fact first, DayRange? planned, DateOnly? due, List<Fact> deeds, List<Fact> said, DateOnly asOf)
    {
        var last = due?.AddDays(LateDays) ?? first.Known.AddDays(OpenDays);
        var after = deeds.Where(deed => deed.Latest >= first.Known && deed.Latest <= last && deed.Known > first.Known && Concerns(first, deed)).ToList();
        var done = after.Where(deed => !Families.Denies(deed.Said) && deed.Positive).ToList();
        var undone = after.Where(deed => !deed.Positive && deed.Said.Stance != Stance.Denied).ToList();

        if (first.Positive)
        {
            // A movement that is only seen to go on has not met what was announced.
            var finished = Families.IsMove(first.Said.Type) ? [.. done.Where(deed => deed.Said.Time?.To is not null)] : done;
            if (finished.Count > 0) return Met(finished, planned, due);
            if (done.Count > 0) return new Fate(CommitmentState.Pending, null, null, "under-way", done);
            if (TakenBack(first, said) is { Count: > 0 } back) return new Fate(CommitmentState.Withdrawn, null, back[0].Known, "said-otherwise", back);
            if (first.Said.Mode == Mode.Pledge && undone.Count > 0) return new Fate(CommitmentState.Broken, null, undone[0].Latest, "not-done", undone);
            return due < asOf ? new Fate(CommitmentState.Lapsed, null, due, "day-passed", []) : Fate.Pending;
        }
        if (done.Count > 0) return new Fate(CommitmentState.Broken, null, done[0].Latest, "done-all-the-same", done);
        if (TakenBack(first, said) is { Count: > 0 } changed) return new Fate(CommitmentState.Withdrawn, null, changed[0].Known, "said-otherwise", changed);
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
        if (taking && (deed.Place is null || !Control.OfOnePlace(deed))) return false;
        if (first.Place is { } place && (deed.Place is null || !(taking ? Spots.Decides(deed.Place, place) : Spots.Inside(deed.Place, place)))) return false;
        if (first.Place is null && first.Patients.IsEmpty) return false;
        return first.Patients.IsEmpty || taking || !deed.Patients.IsEmpty && Parties.AgreeAsPatients(first.Patients, deed.Patients);
    }

    // The same side says later, of the same thing, that it will not be so (or will, after all).
    private static List<Fact> TakenBack(Fact first, List<Fact> said) =>
        [.. said.Where(other => other.Known > first.Known && other.Positive != first.Positive && other.Said.Mode is Mode.Planned or Mode.Pledge or Mode.Aim
            && first.Said.Mode is Mode.Planned or Mode.Pledge or Mode.Aim or Mode.Threat && Deed(first.Said.Type) == Deed(other.Said.Type)
            && !first.Agents.IsEmpty && !other.Agents.IsEmpty && Parties.Agree(first.Agents, other.Agents)
            && first.Place?.Key == other.Place?.Key && Parties.AgreeAsPatients(first.Patients, other.Patients))];

    private sealed record Fate(CommitmentState State, string? Timing, DateOnly? Day, string Rule, IReadOnlyList<Fact> By)
    {
        public static Fate Pending { get; } = new(CommitmentState.Pending, null, null, "not-yet", []);
    }
}
