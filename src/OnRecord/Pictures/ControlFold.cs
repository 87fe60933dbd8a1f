using System.Collections.Immutable;

namespace OnRecord.Pictures;

/// <summary>Folds the words about one place, in order of day, into the spans in which it was held.</summary>
/// <param name="words">The words about who holds it.</param>
/// <param name="fights">The words of fighting there.</param>
/// <param name="before">The spans of a fold of nearly the same words, or nothing: what is the same there is not made again.</param>
internal sealed class ControlFold(ImmutableArray<ToldOfPlace> words, ImmutableArray<Fact> fights, ImmutableArray<HeldSpan> before)
{
    // Reports of one taking trickle in; one that names no taker is of the taking next to it.
    private const int TrickleDays = 3;

    // Word that somebody else holds it must outweigh what is said of the holder around the same time.
    private const int HoldDays = 7;

    // Fighting makes a place contested for as long as it is news.
    public const int FightDays = 7;

    // Who is said to take what it was said to hold has not been heard of there for this long: it was lost in between, or not held at all.
    private const int SilenceDays = 14;

    private readonly List<HeldSpan> _spans = [];
    private readonly List<Fact> _denials = [];
    private readonly List<ToldOfPlace> _takings = [];

    /// <summary>The spans as of a day.</summary>
    public ImmutableArray<HeldSpan> Spans(DateOnly asOf)
    {
        foreach (var told in words)
        {
            if (told.IsDenial) _denials.Add(told.Fact);
            if (told.Names && told.Act is ControlAct.Capture or ControlAct.HandOver or ControlAct.Hold) _takings.Add(told);
        }
        foreach (var told in words) Fold(told);
        // Where "the city" or another sentence's place is meant, a word bears out what is known, and opens nothing.
        foreach (var told in words)
            if (!told.Names && told.Fact.Positive && told.Fact.Said.Type is "capture" or "hold") BearOut(told.Fact);
        var next = 0;
        for (var i = 0; i < _spans.Count; i++)
        {
            var span = _spans[i];
            AddDenials(span);
            if (i + 1 == _spans.Count && span.Until is null && span.Holder is not null) AddFights(span, asOf);
            // Days go on: nearly all spans are what they were, each after the one before it.
            var at = next;
            while (at < before.Length && !ReferenceEquals(before[at].First, span.First)) at++;
            if (at < before.Length) next = at + 1;
            if (at < before.Length && before[at].Same(span)) _spans[i] = before[at];
            else span.Made = Made(span);
        }
        return [.. _spans];
    }

    private void BearOut(Fact fact)
    {
        for (var i = _spans.Count - 1; i >= 0; i--)
        {
            if (_spans[i] is not { Holder: { } holder } span || !fact.Agents.IsEmpty && !Parties.SameSide(holder.Key, fact.Agents[0].Key) || fact.Latest < span.First.Start || fact.Latest > span.Until) continue;
            span.Facts.Add(fact);
            return;
        }
    }

    private void AddDenials(HeldSpan span)
    {
        if (_denials.Count == 0 || span.Holder is not { } holder) return;
        foreach (var fact in _denials)
            if (fact.Latest >= span.First.Start && !(fact.Latest > span.Until) && IsOf(fact, holder)) (span.Denied ??= []).Add(fact);
    }

    private void AddFights(HeldSpan span, DateOnly asOf)
    {
        if (fights.IsEmpty) return;
        var latest = span.Facts.Where(IsTaking).DefaultIfEmpty(span.First).Max(fact => fact.Latest);
        foreach (var fight in fights)
            if (fight.Latest > latest && fight.Latest.Plus(FightDays) >= asOf && Against(fight, span.Holder!)) (span.Fights ??= []).Add(fight);
    }

    private static bool IsTaking(Fact fact) => fact.Said.Type is "capture" or "surrender";

    private static bool IsOf(Fact fact, Party holder)
    {
        foreach (var agent in fact.Agents)
            if (Parties.SameSide(agent.Key, holder.Key)) return true;
        return false;
    }

    private void Fold(ToldOfPlace told)
    {
        if (!told.Names && told.Act is not ControlAct.Retreat and not ControlAct.Denial) return;
        switch (told.Act)
        {
            case ControlAct.Fall: Fall(told); break;
            case ControlAct.Capture or ControlAct.HandOver or ControlAct.Hold: Take(told.Side, told); break;
            case ControlAct.Retreat: Leave(told.Fact); break;
            case ControlAct.Denial when told.Fact.Said.Type == "hold": Leave(told.Fact); break;
        }
    }

    // "The town fell", with no word of to whom: the taker named in the reports next to it. Told long after and without a day, it is the fall that is known.
    private void Fall(ToldOfPlace told)
    {
        if (!told.Fact.Dated && !told.Fact.News && _spans is [.., { Until: null, Began: not ControlAct.Hold } now] && told.Latest > now.First.Latest.Plus(TrickleDays)) now.Facts.Add(told.Fact);
        else Take(Near(told), told);
    }

    private Party? Near(ToldOfPlace told)
    {
        int? best = null;
        for (var i = After(told.Latest.Plus(-TrickleDays)); i < _takings.Count && _takings[i].Latest <= told.Latest.Plus(TrickleDays); i++)
            if (_takings[i].Act == ControlAct.Capture && (best is not { } nearest || Days.Between(_takings[i].Latest, told.Latest) < Days.Between(_takings[nearest].Latest, told.Latest))) best = i;
        return best is { } found ? _takings[found].Side : null;
    }

    private void Take(Party? holder, ToldOfPlace told)
    {
        if (_spans is [.., { Until: null } now])
        {
            if (!Anew(now, holder, told) && (Same(now.Holder, holder) || holder is not null && now.Holder is not null && MayBe(now.Holder, holder)))
            {
                if (now.Holder is not null && ControlWords.IsNameless(now.Holder)) now.Holder = holder;
                now.Facts.Add(told.Fact);
                return;
            }
            if (holder is not null && now.Holder is not null && !Same(now.Holder, holder) && Outweighed(holder, now.Holder, told))
            {
                (now.Against ??= []).Add(told.Fact);
                return;
            }
            now.Until = told.Latest;
        }
        var act = told.Act;
        // Who is named by the report next to it has taken it; who takes it again after another has retaken it.
        if (act == ControlAct.Fall && holder is not null) act = ControlAct.Capture;
        if (act == ControlAct.Capture && holder is not null && HeldBefore(holder)) act = ControlAct.Recapture;
        _spans.Add(new HeldSpan(holder, act, told.Fact));
    }

    private bool HeldBefore(Party holder)
    {
        foreach (var span in _spans)
            if (Same(span.Holder, holder)) return true;
        return false;
    }

    // Taken anew by its own holder, as news of the day and after a silence: what was said before does not reach as far as this.
    private static bool Anew(HeldSpan now, Party? holder, ToldOfPlace told) => told.Act is ControlAct.Capture or ControlAct.Fall
        && holder is not null && Same(now.Holder, holder) && told.Fact.News && told.Latest > now.Facts[^1].Latest.Plus(SilenceDays);

    // One slip must not turn a town over: the words of the same days are weighed against each other.
    private bool Outweighed(Party holder, Party rival, ToldOfPlace told)
    {
        var (from, to) = told.Act == ControlAct.Hold ? (told.Latest.Plus(-TrickleDays), told.Latest.Plus(HoldDays)) : (told.Latest, told.Latest.Plus(TrickleDays));
        List<Fact>? mine = null, theirs = null;
        for (var i = After(from); i < _takings.Count && _takings[i].Latest <= to; i++)
        {
            var side = _takings[i].Side!;
            if (Parties.SameSide(side.Key, holder.Key)) (mine ??= []).Add(_takings[i].Fact);
            else if (Parties.SameSide(side.Key, rival.Key)) (theirs ??= []).Add(_takings[i].Fact);
        }
        return theirs is not null && ControlWords.Together(theirs) > ControlWords.Together(mine ?? []);
    }

    // The first of the takings on or after a day.
    private int After(DateOnly day)
    {
        var (low, high) = (0, _takings.Count);
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
        if (_spans is [.., { Until: null, Holder: { } holder } now] && IsOf(fact, holder))
        {
            now.Until = fact.Latest;
            now.Facts.Add(fact);
        }
    }

    // "The group" may be any that is no state.
    private static bool MayBe(Party a, Party b) => ControlWords.IsNameless(a) && !Parties.IsState(b.Key) || ControlWords.IsNameless(b) && !Parties.IsState(a.Key);

    private static bool Same(Party? a, Party? b) => a is null || b is null ? a is null && b is null : Parties.SameSide(a.Key, b.Key);

    private static ControlSpan Made(HeldSpan span)
    {
        if (span is { Facts: [var only], Against: null, Denied: null, Fights: null } && SaysHolder(only))
            return new ControlSpan(string.Concat("con-", only.Id.AsSpan(0, 10)), span.Holder, Begin(span.Facts), span.Until, false, [only.Id], StandingRules.Judge(span.Facts, []))
            {
                Began = span.Began,
                Words = [ControlWords.Word(only, span.Began)],
            };
        var said = Weightier([.. span.Facts.Where(SaysHolder)]);
        var (against, denied, fights) = (span.Against ?? [], span.Denied ?? [], span.Fights ?? []);
        return new ControlSpan("con-" + First(span.Facts).Id[..10], span.Holder, Begin(said), span.Until, fights.Count > 0,
            Happenings.Ids(span.Facts.Concat(fights)), StandingRules.Judge(said, denied))
        {
            Began = span.Began,
            Words = ControlWords.Sorted(span.Facts.Concat(against).Concat(denied).Distinct().Select(fact => ControlWords.Word(fact, ReferenceEquals(fact, span.First) ? span.Began : ControlWords.Act(fact)))
                .Concat(fights.Select(fight => ControlWords.Word(fight, ControlAct.Contest)))),
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
}
