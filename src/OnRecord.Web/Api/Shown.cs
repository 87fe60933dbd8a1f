using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;
using OnRecord.Views;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>Puts the parts of a picture into the shapes of the answers, private persons' names left out.</summary>
internal sealed class Shown(Snapshot snapshot, Drawn drawn)
{
    private const int WordsLength = 220;
    private const int RowLength = 140;

    private static readonly ImmutableDictionary<string, string> RuleSentences = StandingRules.All.ToImmutableDictionary(rule => rule.Id, rule => rule.Sentence);

    public HappeningItem Of(Happening h) => new(h.Id, Line(drawn.Phrases.Did(h.Types[0], h.Agents, h.Patients, h.Place is null ? [] : [h.Place], Main(h.Numbers), h.Entries[0]), h.Entries), h.Types[0], h.Types,
        h.Positive, Parties(h.Agents), Parties(h.Patients), Place(h.Place, h.Types[0]), h.When.From, h.When.To, Numbers(h.Numbers), Harm(h), Standing(h.Standing, h.Entries, h.Denials), h.Entries, h.Denials);

    public ControlItem Of(PlaceControl place) => new(Place(place.Place)!, place.Now is { } now ? Of(now) : null, [.. place.Spans.Select(Of)]);

    public SpanItem Of(ControlSpan span) => new(span.Id, span.Holder is { } holder ? Party(holder) with { Name = Holder(holder) } : null, span.From.From, span.From.To, span.Until, span.Contested,
        Standing(span.Standing, span.Entries, []), span.Entries);

    public CommitmentItem Of(Commitment c) => new(c.Id, Line(drawn.Phrases.ToDo(c), c.Entries), StatementTable.Word(c.Mode), c.Type, c.Positive, Parties(c.Agents), Parties(c.Patients), Place(c.Place), c.Quantity,
        c.Said, c.Due, StatementTable.Word(c.State), c.Timing, c.Settled, c.State == CommitmentState.Pending && c.Due is { } due ? due.DayNumber - drawn.Picture.AsOf.DayNumber : null, c.Rule,
        drawn.Phrases.Speakers(c.Entries), c.Entries, c.Moved);

    public MovementItem Of(Movement m) => new(m.Id, Line(drawn.Phrases.Did(m.Type, m.Force, m.Whom, m.Place is null ? [] : [m.Place], Main(m.Numbers), m.Entries[0]), m.Entries), m.Type,
        StatementTable.Word(m.State), Parties(m.Force), Parties(m.Whom), Place(m.Place, m.Type), m.When.From, m.When.To, Standing(m.Standing, m.Entries, []), m.Entries);

    public HarmItem Of(Harm h) => new(h.Id, Line(drawn.Phrases.Did(h.Types[0], h.Alleged, h.Victims, h.Place is null ? [] : [h.Place], Main(h.Numbers), h.Entries[0]), h.Entries), h.Types,
        Parties(h.Alleged), Parties(h.Victims), Place(h.Place, h.Types[0]), h.When.From, h.When.To, Numbers(h.Numbers), drawn.Phrases.Speakers(h.Entries),
        h.DeniedBy.IsEmpty ? null : Deniers(h), Standing(h.Standing, h.Entries, []), h.Entries);

    public DisagreementItem Of(Disagreement d) => new(d.Id, d.Kind, About(d), Place(d.Place), d.When.From, d.When.To,
        [.. d.Sides.Select(side => new SideItem(Says(d, side), drawn.Phrases.Speakers(side.Entries), side.Origins.Length, side.Entries))]);

    public TallyItem Of(Tally t) => new(t.Text, t.Side is { } side ? snapshot.Privacy.Show(side) : null, t.Unit, Place(t.Place), snapshot.ById[t.Entry].Known, t.OwnCount, drawn.Phrases.Speakers([t.Entry]), [t.Entry]);

    public ClaimItem Of(Claim c) => new(c.About, c.Type, Parties(c.Agents), Place(c.Place, c.Type), Standing(c.Standing, c.Standing.Entries, []));

    public StatementRow Row(LedgerEntry entry)
    {
        var s = entry.Statement;
        var article = snapshot.Articles.GetValueOrDefault(entry.ArticleId);
        return new StatementRow(s.Id, entry.Known, s.Type, StatementTable.Word(s.Mode), StatementTable.Word(s.Polarity), Names(s.Agent), Names(s.Patient),
            s.Place is null ? "" : s.Place.Place is { } known ? known.Kind > PlaceKind.Admin1 && known.Admin1.Length > 0 && known.Admin1 != known.Name ? $"{known.Name} ({known.Admin1})" : known.Name : s.Place.Name,
            s.Quantity is { } q ? $"{q.Text} {(q.Unit == "share" ? "" : q.Unit)}".Trim() : null, When(s), string.Join(" ← ", s.Sources.Select(snapshot.Privacy.Show)), StatementTable.Word(s.Stance), entry.Outlet,
            article is null ? "" : snapshot.Redaction.Words(article, s.Span, RowLength), entry.ArticleId);
    }

    public EvidenceItem Evidence(LedgerEntry entry)
    {
        var s = entry.Statement;
        var article = snapshot.Articles.GetValueOrDefault(entry.ArticleId);
        return new EvidenceItem(s.Id, s.Type, StatementTable.Word(s.Mode), StatementTable.Word(s.Polarity), StatementTable.Word(s.Stance), entry.Outlet, entry.Published, entry.ArticleId,
            article is null ? null : snapshot.Redaction.Of(article).Title, Address(article?.Url), article is null ? "" : snapshot.Redaction.Words(article, s.Span, WordsLength), Chain(entry), Origin(entry));
    }

    /// <summary>From the origin to the outlet: each voice, then the agency, the outlet, and how many copies of the story there are.</summary>
    public ImmutableArray<Voice> Chain(LedgerEntry entry)
    {
        var chain = entry.Statement.Sources.Select((source, i) => new Voice(snapshot.Privacy.Show(source), source.Role, i == 0 ? "origin" : "relay")).ToList();
        var article = snapshot.Articles.GetValueOrDefault(entry.ArticleId);
        if (article?.Agency is { } agency && agency != entry.Outlet) chain.Add(new Voice(agency, null, "agency"));
        chain.Add(new Voice(entry.Outlet ?? "an outlet not named", null, chain.Count == 0 ? "origin" : "outlet"));
        return [.. chain];
    }

    /// <summary>The independent origin, as it may be printed.</summary>
    public string Origin(LedgerEntry entry) => drawn.Phrases.Voices([entry.Statement.Id]);

    public ImmutableArray<NamedParty> Parties(ImmutableArray<Party> parties) => [.. parties.Select(Party)];

    public NamedParty Party(Party party) => snapshot.Privacy.Show(party) is var name && name == party.Name ? new NamedParty(party.Key, name, snapshot.Sides.Of(party)) : new NamedParty("person", name, null);

    public string Holder(Party holder) => snapshot.Sides.Name(holder) ?? drawn.Phrases.Holder(holder);

    /// <summary>A place; of people driven out no point finer than their division is given.</summary>
    public static Where? Place(Spot? spot, string type = "")
    {
        if (spot is null) return null;
        if (spot.Place is not { } known) return new Where(spot.Key, spot.Name, "unresolved", null, null, null, null, null);
        var coarse = type == "displace" && known.Kind > PlaceKind.Admin2;
        return coarse
            ? new Where($"{known.Country}/{known.Admin1}", known.Admin1.Length > 0 ? known.Admin1 : Countries.Name(known.Country), "admin1", known.Admin1, known.Country, null, null, null)
            : new Where(spot.Key, spot.Name, StatementTable.Word(known.Kind), known.Admin1.Length > 0 ? known.Admin1 : known.Kind == PlaceKind.Admin1 ? known.Name : null, known.Country.Length > 0 ? known.Country : null,
                Math.Round(known.Lat, 3), Math.Round(known.Lon, 3), known.Capital.Length > 0 ? known.Capital : null);
    }

    /// <summary>An address that may be made a link: nothing but web pages.</summary>
    public static string? Address(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    private string Line(string line, ImmutableArray<string> entries) => Phrases.Upper(snapshot.Redaction.Line(line, entries));

    private string Deniers(Harm h)
    {
        var happening = drawn.Picture.Happenings.FirstOrDefault(one => one.Id == "hap-" + h.Id[4..]);
        return happening is { Denials.IsEmpty: false } ? drawn.Phrases.Speakers(happening.Denials) : "a source";
    }

    private string About(Disagreement d) => d.Kind switch
    {
        "holder" => $"Who holds {Phrases.Where(d.Place)}",
        "stay" => $"Stay or leave{(d.Place is null ? "" : $": {Phrases.Where(d.Place)}")}",
        _ => drawn.Picture.Happenings.FirstOrDefault(h => h.Id == d.About) is { } about ? Of(about).Line : Phrases.Where(d.Place),
    };

    private string Says(Disagreement d, Side side) => d.Kind == "holder" && snapshot.ById.TryGetValue(side.Entries[0], out var entry) && entry.Statement.Agent is [var agent, ..] ? snapshot.Privacy.Show(agent) : side.Says;

    private Stands Standing(Verdict verdict, ImmutableArray<string> said, ImmutableArray<string> denied) =>
        new(StatementTable.Word(verdict.Standing), verdict.Rule, RuleSentences.GetValueOrDefault(verdict.Rule, ""), drawn.Phrases.Standing(verdict, said, denied), verdict.Origins.Length);

    private string Names(ImmutableArray<Participant> participants) => string.Join(", ", participants.Select(snapshot.Privacy.Show).Distinct());

    private static string? When(Statement s) => s.Time is { } time
        ? (time.From, time.To) switch { ({ } a, { } b) when a == b => Iso(a), ({ } a, { } b) => $"{Iso(a)} – {Iso(b)}", ({ } a, null) => $"from {Iso(a)}", (null, { } b) => $"by {Iso(b)}", _ => null }
        : s.Deadline is { } deadline ? $"by {Iso(deadline.Day)}" : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ImmutableArray<Number> Numbers(ImmutableArray<NumberRange> numbers) => [.. numbers.Select(n => new Number(n.Unit, Phrases.Count(n), n.Low, n.Best, n.High))];

    private static NumberRange? Main(ImmutableArray<NumberRange> numbers) => numbers.MaxBy(number => number.By.Length);

    // How many persons were killed, hurt, taken or driven out: what a point on the map is sized by.
    private static double Harm(Happening h) => Families.IsHarm(h.Types[0]) && h.Positive ? Math.Max(1, h.Numbers.Where(n => n.Unit != "share").Max(n => n.Best ?? n.High ?? n.Low) ?? 1) : 0;
}
