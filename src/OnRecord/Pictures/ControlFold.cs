using System.Collections.Immutable;

namespace OnRecord.Pictures;

/// <summary>Folds the words about one place, in order of day, into the spans in which it was held.</summary>
internal sealed class ControlFold(ImmutableArray<Fact> words, ImmutableArray<Fact> fights)
{
    // Reports of one taking trickle in; one that names no taker is of the taking next to it.
    private const int TrickleDays = 3;

    // Word that somebody else holds it must outweigh what is said of the holder around the same time.
    private const int HoldDays = 7;

    // Fighting makes a place contested for as long as it is news.
    public const int FightDays = 7;

    // Who is said to take what it was said to hold has not been heard of there for this long: it was lost in between, or not held at all.
    private const int SilenceDays = 14;

    private readonly List<Span> _spans = [];
    private readonly ImmutableArray<Fact> _denials = [.. words.Where(fact => !fact.Positive && fact.Said.Type is "capture" or "hold")];
    private readonly ImmutableArray<Fact> _takings = [.. words.Where(fact => fact.Names && ControlWords.Act(fact) is ControlAct.Capture or ControlAct.HandOver or ControlAct.Hold)];

    public PlaceControl Place(DateOnly asOf)
    {
        foreach (var fact in words) Fold(fact);
        // Where "the city" or another sentence's place is meant, a word bears out what is known, and opens nothing.
        foreach (var fact in words.Where(fact => !fact.Names && fact.Positive && fact.Said.Type is "capture" or "hold"))
            _spans.FindLast(span => span.Holder is { } holder && (fact.Agents.IsEmpty || Parties.SameSide(holder.Key, fact.Agents[0].Key))
                && fact.Latest >= span.Facts[0].Start && !(fact.Latest > span.Until))?.Facts.Add(fact);
        return new PlaceControl(words[0].Place!, [.. _spans.Select((span, i) => Made(span, i, asOf))]);
    }

    private void Fold(Fact fact)
    {
        var act = ControlWords.Act(fact);
        if (!fact.Names && act is not ControlAct.Retreat and not ControlAct.Denial) return;
        switch (act)
        {
            case ControlAct.Fall: Fall(fact); break;
            case ControlAct.Capture or ControlAct.HandOver or ControlAct.Hold: Take(ControlWords.Side(fact), fact); break;
            case ControlAct.Retreat: Leave(fact); break;
            case ControlAct.Denial when fact.Said.Type == "hold": Leave(fact); break;
        }
    }

    // "The town fell", with no word of to whom: the taker named in the reports next to it. Told long after and without a day, it is the fall that is known.
    private void Fall(Fact fact)
    {
        if (!fact.Dated && !fact.News && _spans is [.., { Until: null, Began: not ControlAct.Hold } now] && fact.Latest > now.Facts[0].Latest.Plus(TrickleDays)) now.Facts.Add(fact);
        else Take(Near(fact) is { } taking ? ControlWords.Side(taking) : null, fact);
    }

    private Fact? Near(Fact fact)
    {
        Fact? best = null;
        for (var i = After(fact.Latest.Plus(-TrickleDays)); i < _takings.Length && _takings[i].Latest <= fact.Latest.Plus(TrickleDays); i++)
            if (ControlWords.Act(_takings[i]) == ControlAct.Capture && (best is null || Distance(_takings[i], fact) < Distance(best, fact))) best = _takings[i];
        return best;
    }

    private static int Distance(Fact a, Fact b) => Math.Abs(a.Latest.DayNumber - b.Latest.DayNumber);

    private void Take(Party? holder, Fact fact)
    {
        if (_spans is [.., { Until: null } now])
        {
            if (!Anew(now, holder, fact) && (Same(now.Holder, holder) || holder is not null && now.Holder is not null && MayBe(now.Holder, holder)))
            {
                if (now.Holder is not null && ControlWords.IsNameless(now.Holder)) now.Holder = holder;
                now.Facts.Add(fact);
                return;
            }
            if (holder is not null && now.Holder is not null && !Same(now.Holder, holder) && Outweighed(holder, now.Holder, fact))
            {
                now.Against.Add(fact);
                return;
            }
            now.Until = fact.Latest;
        }
        var act = ControlWords.Act(fact);
        // Who is named by the report next to it has taken it; who takes it again after another has retaken it.
        if (act == ControlAct.Fall && holder is not null) act = ControlAct.Capture;
        if (act == ControlAct.Capture && holder is not null && _spans.Exists(span => Same(span.Holder, holder))) act = ControlAct.Recapture;
        _spans.Add(new Span(holder, act) { Facts = { fact } });
    }

    // Taken anew by its own holder, as news of the day and after a silence: what was said before does not reach as far as this.
    private static bool Anew(Span now, Party? holder, Fact fact) => fact.News && ControlWords.Act(fact) is ControlAct.Capture or ControlAct.Fall
        && holder is not null && Same(now.Holder, holder) && fact.Latest > now.Facts.Max(told => told.Latest).Plus(SilenceDays);

    // One slip must not turn a town over: the words of the same days are weighed against each other.
    private bool Outweighed(Party holder, Party rival, Fact fact)
    {
        var days = ControlWords.Act(fact) == ControlAct.Hold ? HoldDays : TrickleDays;
        var (from, to) = (ControlWords.Act(fact) == ControlAct.Hold ? fact.Latest.Plus(-TrickleDays) : fact.Latest, fact.Latest.Plus(days));
        List<Fact> mine = [], theirs = [];
        for (var i = After(from); i < _takings.Length && _takings[i].Latest <= to; i++)
        {
            var side = ControlWords.Side(_takings[i])!;
            if (Parties.SameSide(side.Key, holder.Key)) mine.Add(_takings[i]);
            else if (Parties.SameSide(side.Key, rival.Key)) theirs.Add(_takings[i]);
        }
        return theirs.Count > 0 && ControlWords.Together(theirs) > ControlWords.Together(mine);
    }

    // The first of the takings on or after a day.
    private int After(DateOnly day)
    {
        var (low, high) = (0, _takings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_takings[middle].Latest < day) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void Leave(Fact fact)
    {
        if (_spans is [.., { Until: null, Holder: { } holder } now] && fact.Agents.Any(agent => Parties.SameSide(agent.Key, holder.Key)))
        {
            now.Until = fact.Latest;
            now.Facts.Add(fact);
        }
    }

    // "The group" may be any that is no state.
    private static bool MayBe(Party a, Party b) => ControlWords.IsNameless(a) && !Parties.IsState(b.Key) || ControlWords.IsNameless(b) && !Parties.IsState(a.Key);

    private static bool Same(Party? a, Party? b) => a is null || b is null ? a is null && b is null : Parties.SameSide(a.Key, b.Key);

    private ControlSpan Made(Span span, int index, DateOnly asOf)
    {
        if (span is { Facts: [var only], Against.Count: 0 } && _denials.IsEmpty && (fights.IsEmpty || index + 1 < _spans.Count || span.Until is not null) && SaysHolder(only))
            return new ControlSpan(string.Concat("con-", only.Id.AsSpan(0, 10)), span.Holder, Begin(span.Facts), span.Until, false, [only.Id], StandingRules.Judge(span.Facts, []))
            {
                Began = span.Began,
                Words = [ControlWords.Word(only, span.Began)],
            };
        var begins = span.Facts.Where(fact => fact.Said.Type is "capture" or "surrender").DefaultIfEmpty(span.Facts[0]).ToList();
        var latest = begins.Max(fact => fact.Latest);
        var fighting = index + 1 == _spans.Count && span.Until is null && span.Holder is not null
            ? fights.Where(fight => fight.Latest > latest && fight.Latest.Plus(FightDays) >= asOf && Against(fight, span.Holder)).ToList()
            : [];
        var said = span.Facts.Where(SaysHolder).ToList();
        var denied = _denials.Where(fact => span.Holder is not null
            && fact.Agents.Any(agent => Parties.SameSide(agent.Key, span.Holder.Key)) && fact.Latest >= span.Facts[0].Start && !(fact.Latest > span.Until)).ToList();
        said = Weightier(said);
        return new ControlSpan("con-" + First(span.Facts).Id[..10], span.Holder, Begin(said), span.Until, fighting.Count > 0,
            Happenings.Ids(span.Facts.Concat(fighting)), StandingRules.Judge(said, denied))
        {
            Began = span.Began,
            Words = ControlWords.Sorted(span.Facts.Concat(span.Against).Concat(denied).Distinct().Select(fact => ControlWords.Word(fact, ReferenceEquals(fact, span.Facts[0]) ? span.Began : ControlWords.Act(fact)))
                .Concat(fighting.Select(fight => ControlWords.Word(fight, ControlAct.Contest)))),
        };
    }

    private static bool SaysHolder(Fact fact) => fact.Said.Type is "capture" or "hold" && fact.Positive || fact.Said.Type == "surrender" && !fact.Patients.IsEmpty;

    // The word that was known first names the span, so that later reports do not rename it.
    private static Fact First(List<Fact> facts) => facts.OrderBy(fact => fact.Known).ThenBy(fact => fact.Id, StringComparer.Ordinal).First();

    // Fighting that the holder is part of, or that nobody is named for.
    private static bool Against(Fact fight, Party holder) =>
        fight.Agents.IsEmpty || fight.Agents.Concat(fight.Patients).Any(party => !Parties.SameSide(party.Key, holder.Key));

    private static DayRange Begin(List<Fact> facts)
    {
        // A day that is said outright counts before the day of a report that says none.
        var days = facts.Where(SaysBegin).Select(Began).ToList();
        var first = facts.Min(fact => fact.Latest);
        var latest = days.Count > 0 && days.Min() is var said && said < first ? said : first;
        var from = facts.Where(fact => fact.From is not null).Min(fact => fact.From);
        return new DayRange(from > latest ? latest : from, latest);
    }

    // Who is said to have taken it did not hold it before, as far as the words of the taking weigh more; a boast or a doubtful word is no taking where others tell of a later one.
    private static List<Fact> Weightier(List<Fact> facts)
    {
        var takings = facts.Where(fact => ControlWords.Act(fact) is ControlAct.Capture or ControlAct.HandOver && !IsWeak(fact)).ToList();
        if (takings.Count == 0) return facts;
        var taken = takings.Min(fact => fact.Latest);
        var before = facts.Where(fact => fact.Latest < taken && !SaysBegin(fact) && (ControlWords.Act(fact) == ControlAct.Hold || IsWeak(fact))).ToList();
        return before.Count > 0 && ControlWords.Together(takings.Where(fact => fact.Latest <= taken.Plus(TrickleDays))) > ControlWords.Together(before) ? [.. facts.Except(before)] : facts;
    }

    private static bool IsWeak(Fact fact) => ControlWords.Weight(fact) < ControlWords.Of(ControlWords.Act(fact));

    private static bool SaysBegin(Fact fact) => fact.Dated && (fact.Said.Type is "capture" or "surrender" || fact.Said.Type == "hold" && fact.Said.Time is { From: not null, To: null });

    // "Taken on Sunday" began on Sunday, "held since Sunday" too.
    private static DateOnly Began(Fact fact) => fact.Said.Type == "hold" ? fact.From!.Value : fact.Latest;

    private sealed class Span(Party? holder, ControlAct began)
    {
        public Party? Holder { get; set; } = holder;

        public ControlAct Began { get; } = began;

        public List<Fact> Facts { get; } = [];

        /// <summary>Words that somebody else holds it, which do not weigh enough.</summary>
        public List<Fact> Against { get; } = [];

        public DateOnly? Until { get; set; }
    }
}
