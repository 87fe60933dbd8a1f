using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Who held which place and when, from the statements of taking, holding, leaving and giving up.</summary>
internal static class Control
{
    // Reports of one taking trickle in; one that names no taker is of the taking next to it.
    private const int TrickleDays = 3;

    // Fighting makes a place contested for as long as it is news.
    private const int FightDays = 7;

    // About as far as a sentence goes on after a clause.
    private const int SentenceReach = 120;

    /// <summary>The places in order of key, with their spans as of a day.</summary>
    public static ImmutableArray<PlaceControl> Of(IReadOnlyList<Fact> facts, DateOnly asOf)
    {
        var told = facts.Where(fact => !fact.TakenBack && fact.Said.Mode == Mode.Actual && fact.Place?.Place is not null && OfOnePlace(fact)).ToList();
        var towns = told.Where(fact => IsWordOfControl(fact) && Spots.Kind(fact.Place!) > PlaceKind.Admin1).ToLookup(fact => fact.Entry.ArticleId, StringComparer.Ordinal);
        var fights = told.Where(fact => Families.IsCombat(fact.Said.Type) && fact.Positive).ToLookup(fact => fact.Place!.Key, StringComparer.Ordinal);
        return [.. told.Where(fact => IsWordOfControl(fact) && !IsFrame(fact, towns)).GroupBy(fact => fact.Place!.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Place([.. group.Order(Fact.Order)], [.. fights[group.Key]], asOf))
            .Where(place => place.Spans.Length > 0)];
    }

    /// <summary>True where a fact is of one town or division: not of a country, nor of a number or a share of places in it.</summary>
    public static bool OfOnePlace(Fact fact) =>
        Spots.Kind(fact.Place!) >= PlaceKind.Admin1 && (fact.Said.Quantity is not { } quantity || !(quantity.Low > 1 || quantity.Unit == "share" || quantity.High > 1));

    // The house of a governor is not the town it stands in.
    private static bool IsWordOfControl(Fact fact) => fact.Said.Type is "capture" or "hold" or "retreat" or "surrender" && fact.Said.Stance != Stance.Denied
        && (fact.Said.Type != "capture" || OfTown(fact)) && (fact.Said.Type != "hold" || !fact.Agents.IsEmpty);

    /// <summary>True where a capture is of the place itself, not of things in it.</summary>
    public static bool OfTown(Fact fact) => fact.Patients.IsEmpty || fact.Patients.Any(party => Parties.IsSide(party) || Parties.StandsForTown(party));

    // "Took the town, capital of the province": the province, near the town in the same report, says where the town lies.
    private static bool IsFrame(Fact fact, ILookup<string, Fact> towns) => Spots.Kind(fact.Place!) == PlaceKind.Admin1
        && towns[fact.Entry.ArticleId].Any(town => Spots.Inside(town.Place!, fact.Place!) && Near(town.Said, fact.Said));

    private static bool Near(Statement a, Statement b) => a.Span.Start <= b.Place!.Span.End && b.Place.Span.Start <= a.Span.End + SentenceReach;

    private static PlaceControl Place(ImmutableArray<Fact> words, ImmutableArray<Fact> fights, DateOnly asOf)
    {
        var spans = new List<Span>();
        foreach (var fact in words)
        {
            if (!fact.Names && fact.Said.Type is "capture" or "hold" or "surrender") continue;
            if (fact.Said.Type is "capture" or "hold" && fact.Positive) Take(spans, Taker(fact, words), fact);
            else if (fact.Said.Type == "surrender" && fact.Positive && !fact.Patients.IsEmpty) Take(spans, fact.Patients[0], fact);
            else if (!fact.Agents.IsEmpty && (fact.Positive ? fact.Said.Type is "retreat" or "surrender" : fact.Said.Type == "hold")) Leave(spans, fact);
        }
        // Where "the city" or another sentence's place is meant, a word bears out what is known, and opens nothing.
        foreach (var fact in words.Where(fact => !fact.Names && fact.Positive && fact.Said.Type is "capture" or "hold"))
            spans.FindLast(span => span.Holder is { } holder && (fact.Agents.IsEmpty || Parties.SameSide(holder.Key, fact.Agents[0].Key))
                && fact.Latest >= span.Facts[0].Start && !(fact.Latest > span.Until))?.Facts.Add(fact);
        return new PlaceControl(words[0].Place!, [.. spans.Select((span, i) => Made(span, i + 1 == spans.Count, words, fights, asOf))]);
    }

    // "The town fell", with no word of to whom: the taker named in the reports next to it.
    private static Party? Taker(Fact fact, ImmutableArray<Fact> words) => !fact.Agents.IsEmpty
        ? fact.Agents[0]
        : words.Where(other => other.Said.Type == "capture" && other.Positive && !other.Agents.IsEmpty && Distance(other, fact) <= TrickleDays)
            .MinBy(other => Distance(other, fact))?.Agents[0];

    private static int Distance(Fact a, Fact b) => Math.Abs(a.Latest.DayNumber - b.Latest.DayNumber);

    private static void Take(List<Span> spans, Party? holder, Fact fact)
    {
        if (spans is [.., { Until: null } now] && Same(now.Holder, holder))
        {
            now.Facts.Add(fact);
            return;
        }
        if (spans is [.., { Until: null } before]) before.Until = fact.Latest;
        spans.Add(new Span(holder) { Facts = { fact } });
    }

    private static void Leave(List<Span> spans, Fact fact)
    {
        if (spans is [.., { Until: null, Holder: { } holder } now] && fact.Agents.Any(agent => Parties.SameSide(agent.Key, holder.Key)))
        {
            now.Until = fact.Latest;
            now.Facts.Add(fact);
        }
    }

    private static bool Same(Party? a, Party? b) => a is null || b is null ? a is null && b is null : Parties.SameSide(a.Key, b.Key);

    private static ControlSpan Made(Span span, bool last, ImmutableArray<Fact> words, ImmutableArray<Fact> fights, DateOnly asOf)
    {
        var begins = span.Facts.Where(fact => fact.Said.Type is "capture" or "surrender").DefaultIfEmpty(span.Facts[0]).ToList();
        var latest = begins.Max(fact => fact.Latest);
        var fighting = last && span.Until is null
            ? fights.Where(fight => fight.Latest > latest && fight.Latest.AddDays(FightDays) >= asOf && span.Holder is not null && Against(fight, span.Holder)).ToList()
            : [];
        var said = span.Facts.Where(fact => fact.Said.Type is "capture" or "hold" || fact.Said.Type == "surrender" && !fact.Patients.IsEmpty).ToList();
        var denied = words.Where(fact => !fact.Positive && fact.Said.Type is "capture" or "hold" && span.Holder is not null
            && fact.Agents.Any(agent => Parties.SameSide(agent.Key, span.Holder.Key)) && fact.Latest >= span.Facts[0].Start).ToList();
        return new ControlSpan("con-" + span.Facts[0].Id[..10], span.Holder, Begin(said), span.Until, fighting.Count > 0,
            Happenings.Ids(span.Facts.Concat(fighting)), StandingRules.Judge(said, denied));
    }

    // Fighting that the holder is part of, or that nobody is named for.
    private static bool Against(Fact fight, Party holder) =>
        fight.Agents.IsEmpty || fight.Agents.Concat(fight.Patients).Any(party => !Parties.SameSide(party.Key, holder.Key));

    private static DayRange Begin(List<Fact> facts)
    {
        // A day that is said outright counts before the day of a report that says none.
        var days = facts.Where(SaysBegin).Select(Began).ToList();
        var latest = days.Count > 0 ? Earlier(days.Min(), facts[0].Latest) : facts[0].Latest;
        var from = facts.Where(fact => fact.From is not null).Min(fact => fact.From);
        return new DayRange(from > latest ? latest : from, latest);
    }

    private static bool SaysBegin(Fact fact) => fact.Dated && (fact.Said.Type is "capture" or "surrender" || fact.Said.Type == "hold" && fact.Said.Time is { From: not null, To: null });

    // "Taken on Sunday" began on Sunday, "held since Sunday" too.
    private static DateOnly Began(Fact fact) => fact.Said.Type == "hold" ? fact.From!.Value : fact.Latest;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private sealed class Span(Party? holder)
    {
        public Party? Holder { get; } = holder;

        public List<Fact> Facts { get; } = [];

        public DateOnly? Until { get; set; }
    }
}
