using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Makes entries ready for the fold; the same party and the same place are made once.</summary>
internal sealed class FactMaker
{
    // Word of the day before yesterday is still news.
    private const int FreshDays = 3;

    private static readonly string[] Past = ["took", "taken", "fell", "fallen", "won", "lost", "gained", "overran", "made"];

    // How words begin that say of a mission that it goes on; the others that the codebook has for it say that it closes or shrinks.
    private static readonly string[] Staying = ["remain", "stay", "continu", "operat", "keep", "kept", "maintain", "open", "reopen", "resum", "expan", "establish", "staff"];

    private readonly Dictionary<(string Name, string? Actor), Party> _parties = [];
    private readonly Dictionary<string, Spot> _spots = new(StringComparer.Ordinal);

    public Fact Of(LedgerEntry entry, ArticleEntry? article)
    {
        var s = entry.Statement;
        // A day that is not said is at the latest that of publication.
        var latest = s.Time?.To ?? Later(entry.Known, s.Time?.From);
        return new Fact(entry, Families.Of(s.Type), Parties(s.Agent), Parties(s.Patient), Spot(s.Place), s.Time?.From, latest, s.Time is not null,
            article is null || Spots.IsNamed(s, article.Text), Voice.Of(s))
        {
            Way = article is not null && (Families.IsMove(s.Type) || s.Type == "displace") ? Ways.Of(s, article.Text) : null,
            Stays = s.Type == "mission" && s.Polarity == Polarity.Positive == (article is not null && GoesOn(s, article.Text)),
            News = s.Time is { From: not null, To: { } day } ? Days.Between(day, entry.Known) <= FreshDays : article is not null && IsPresent(s, article.Text),
        };
    }

    // "Rebels seize the town", "captures the city": as headlines and items of the day have it. What lies back is told in the past.
    private static bool IsPresent(Statement s, string text)
    {
        if (s.Trigger.Start < 0 || s.Trigger.End > text.Length || s.Trigger.Length == 0) return false;
        var word = s.Trigger.Of(text);
        if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)) return true;
        return !word.EndsWith("ed", StringComparison.Ordinal) && !Past.Any(past => word.EndsWith(past, StringComparison.OrdinalIgnoreCase))
            && s.Agent.Any(agent => agent.Span.End < s.Trigger.Start && text.AsSpan(agent.Span.End, s.Trigger.Start - agent.Span.End).IsWhiteSpace());
    }

    private static bool GoesOn(Statement s, string text) =>
        s.Trigger.Start >= 0 && s.Trigger.End <= text.Length && Staying.Any(beginning => s.Trigger.Of(text).StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    private ImmutableArray<Party> Parties(ImmutableArray<Participant> participants)
    {
        if (participants.IsEmpty) return [];
        if (participants.Length == 1) return [Party(participants[0])];
        return [.. participants.Select(Party).DistinctBy(party => party.Key).OrderBy(party => party.Key, StringComparer.Ordinal)];
    }

    private Party Party(Participant participant) => _parties.TryGetValue((participant.Name, participant.Actor), out var known) ? known
        : _parties[(participant.Name, participant.Actor)] = Pictures.Parties.Of(participant);

    private Spot? Spot(StatementPlace? place)
    {
        if (Spots.Of(place) is not { } spot) return null;
        if (_spots.TryGetValue(spot.Key, out var known) && known.Name == spot.Name && known.Place == spot.Place) return known;
        return _spots[spot.Key] = spot;
    }

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
