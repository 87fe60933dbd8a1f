using System.Collections.Immutable;

namespace OnRecord.Pictures;

/// <summary>A rule for the standing of a claim: its id, the standing it gives, what it says in one sentence.</summary>
public sealed record StandingRule(string Id, Standing Standing, string Sentence);

/// <summary>The rules by which a claim's standing is found; the first that fires holds.</summary>
public static class StandingRules
{
    private static readonly ImmutableArray<(StandingRule Rule, Func<Case, IEnumerable<Fact>> Fires)> Rules =
    [
        (new("taken-back", Standing.Withdrawn, "Every report that said so was taken back or changed by its outlet."), c => c.For.Count == 0 ? c.TakenBack : []),
        (new("harmed-admits", Standing.Conceded, "The side that it harms says so itself."), c => c.For.Where(c.ByHarmed)),
        (new("denied", Standing.Disputed, "A source denies it."), c => c.Against),
        (new("two-origins", Standing.Corroborated, "Two or more independent origins say so."), c => Independent(c.Sure).Count > 1 ? c.Sure : []),
        (new("unverified", Standing.Doubted, "A source says that it could not be verified."), c => c.For.Where(Case.Doubts)),
        (new("no-stake", Standing.Reported, "An outlet in its own voice, or a source without a stake in it, says so."), c => c.For.Where(f => !c.ByProfiting(f))),
        (new("profits", Standing.Claimed, "Only the side that profits by it says so."), c => c.For),
    ];

    /// <summary>All rules, in the order in which they are tried.</summary>
    public static ImmutableArray<StandingRule> All { get; } = [.. Rules.Select(pair => pair.Rule)];

    /// <summary>The standing of what <paramref name="said"/> say, some of which may be taken back, against <paramref name="denied"/>.</summary>
    internal static Verdict Judge(IReadOnlyList<Fact> said, IReadOnlyList<Fact> denied)
    {
        if (said is [{ TakenBack: false } only] && denied.Count == 0) return Alone(only);
        var c = new Case(said, denied);
        foreach (var (rule, fires) in Rules)
        {
            var evidence = fires(c).Select(fact => fact.Id).Order(StringComparer.Ordinal).ToImmutableArray();
            if (evidence.Length > 0)
                return new Verdict(rule.Standing, rule.Id, evidence, [.. Independent(c.For)]);
        }
        throw new ArgumentException("a claim needs an entry that says it", nameof(said));
    }

    // One report that nobody denies, as nearly all are: what the rules come to without a look at those that need more.
    private static Verdict Alone(Fact fact)
    {
        var (byAgents, byPatients) = (Is(fact.Agents, fact.Origin), Is(fact.Patients, fact.Origin));
        var standing = Case.ByHarmed(fact, byAgents, byPatients) ? Standing.Conceded : Case.Doubts(fact) ? Standing.Doubted : Case.ByProfiting(fact, byAgents, byPatients) ? Standing.Claimed : Standing.Reported;
        foreach (var rule in All)
            if (rule.Standing == standing) return new Verdict(standing, rule.Id, [fact.Id], [fact.Origin]);
        throw new InvalidOperationException("each of these standings has its rule");

        static bool Is(ImmutableArray<Party> side, string origin)
        {
            foreach (var party in side)
                if (Parties.SameSide(party.Key, origin)) return true;
            return false;
        }
    }

    /// <summary>The independent origins of facts, sorted; the arms of one state are one, and a report that quotes somebody for it does not vouch for it a second time in its own voice.</summary>
    internal static List<string> Independent(IReadOnlyList<Fact> facts)
    {
        if (facts.Count == 1) return [facts[0].Origin];
        var quoting = facts.Where(fact => fact.Voice is not null).Select(fact => fact.Entry.ArticleId).ToHashSet(StringComparer.Ordinal);
        return [.. facts.Where(fact => fact.Voice is not null || !quoting.Contains(fact.Entry.ArticleId)).Select(fact => fact.Origin)
            .Distinct().Order(StringComparer.Ordinal).DistinctBy(Parties.Voice, StringComparer.Ordinal)];
    }

    /// <summary>A claim before the rules.</summary>
    private sealed class Case(IReadOnlyList<Fact> said, IReadOnlyList<Fact> denied)
    {
        public IReadOnlyList<Fact> For { get; } = Live(said);

        public IReadOnlyList<Fact> TakenBack { get; } = said.Any(fact => fact.TakenBack) ? [.. said.Where(fact => fact.TakenBack)] : [];

        public IReadOnlyList<Fact> Against { get; } = Live(denied);

        public IReadOnlyList<Fact> Sure => For.Any(Doubts) ? [.. For.Where(fact => !Doubts(fact))] : For;

        private static IReadOnlyList<Fact> Live(IReadOnlyList<Fact> facts) => facts.Any(fact => fact.TakenBack) ? [.. facts.Where(fact => !fact.TakenBack)] : facts;

        public static bool Doubts(Fact fact) => fact.Said.Stance == Statements.Stance.Doubted;

        public bool ByProfiting(Fact fact) => ByProfiting(fact, Agents.Exists(fact.Origin), Patients.Exists(fact.Origin));

        public bool ByHarmed(Fact fact) => ByHarmed(fact, Agents.Exists(fact.Origin), Patients.Exists(fact.Origin));

        /// <summary>True where the origin is the side to whose gain it is: who did it, or, for a wrong done to persons, who suffered it or is at war with the doer.</summary>
        public static bool ByProfiting(Fact fact, bool byAgents, bool byPatients) => IsWrong(fact) ? byPatients || HomeState(fact) : byAgents;

        /// <summary>True where the origin is the side to whose loss it is.</summary>
        public static bool ByHarmed(Fact fact, bool byAgents, bool byPatients)
        {
            if (!Parties.CanAdmit(fact.Origin)) return false;
            if (IsWrong(fact)) return byAgents;
            // Where a town is taken from nobody named, the loser is the state it lies in.
            return !byAgents && (byPatients || fact.Said.Type is "capture" or "hold" && fact.Patients.IsEmpty && HomeState(fact));
        }

        // To have killed civilians is a wrong; to have killed fighters is what a side boasts of.
        private static bool IsWrong(Fact fact) => Families.IsHarm(fact.Said.Type)
            && (fact.Said.Type is not ("kill" or "injure" or "detain") || fact.Patients.Any(Parties.IsCivilian));

        private static bool HomeState(Fact fact) => fact.Place?.Place is { } place && Parties.IsStateOf(fact.Origin, place.Country);

        private SideKeys Agents => field ??= new SideKeys(For, fact => fact.Agents);

        private SideKeys Patients => field ??= new SideKeys(For, fact => fact.Patients);
    }

    /// <summary>The parties on one side of a claim, each once.</summary>
    private sealed class SideKeys
    {
        private readonly List<string> _keys = [];

        public SideKeys(IReadOnlyList<Fact> facts, Func<Fact, ImmutableArray<Party>> side)
        {
            foreach (var fact in facts)
                foreach (var party in side(fact))
                    if (!_keys.Contains(party.Key)) _keys.Add(party.Key);
        }

        public bool Exists(string origin) => _keys.Exists(key => Parties.SameSide(key, origin));
    }
}
