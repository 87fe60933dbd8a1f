using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Scores;
using OnRecord.Statements;

namespace OnRecord.Tests.Scores;

/// <summary>A small annotated report of our own, and the statements that a perfect reader would find in it.</summary>
internal static class GoldSample
{
    public const string Yaml = """
        id: sample-1
        origin: written for the tests
        licence: MIT
        article: {title: Border town changes hands, outlet: Sample Wire, published: 2021-08-09, dateline: Kunduz}
        text: |-
          The militia took Taloqan on Sunday, and the army's spokesman told Radio Example that 20 soldiers died.

          Officials denied that shells fell on Aybak; shells fell on Kunduz, Baghlan and Faizabad.
        statements:
        - anchor: took Taloqan
          trigger: took
          type: capture
          mode: actual
          polarity: positive
          agent: [the militia]
          patient: []
          place: [Taloqan, Takhar, AF]
          quantity: null
          time: {from: 2021-08-08, to: 2021-08-08}
          deadline: null
          sources: []
          stance: ""
        - anchor: 20 soldiers died
          trigger: died
          type: kill
          mode: actual
          polarity: positive
          agent: []
          patient: [soldiers]
          place: []
          quantity: {text: "20", low: 20, high: 20, unit: soldiers}
          time: null
          deadline: null
          sources: [army spokesman (Example Army), Radio Example]
          stance: said
        - anchor: shells fell
          trigger: shells fell
          type: shelling
          mode: actual
          polarity: negative
          agent: []
          patient: []
          place: [Aybak, Samangan, AF]
          quantity: null
          time: null
          deadline: null
          sources: [Officials]
          stance: denied
        - anchor: shells fell
          trigger: shells fell
          type: shelling
          mode: actual
          polarity: positive
          agent: []
          patient: []
          place: [Kunduz, Kunduz, AF]
          quantity: null
          time: null
          deadline: null
          sources: []
          stance: ''
        - anchor: shells fell on Kunduz, Baghlan and Faizabad
          trigger: shells fell
          type: shelling
          mode: actual
          polarity: positive
          agent: []
          patient: []
          place: [Faizabad, Badakhshan, AF]
          quantity: null
          time: null
          deadline: null
          sources: []
          stance: ''
        """;

    public static readonly Place Taloqan = new("Taloqan", PlaceKind.City, "Takhar", "AF", 36.736, 69.534, 64256, 1123004, "");

    public static readonly Place Afghanistan = new("Afghanistan", PlaceKind.Country, "", "AF", 33, 66, 0, 1149361, "AF");

    public static Identities World { get; } = new(
        (a, b) => a is "ISIL" or "Islamic State" && b is "ISIL" or "Islamic State",
        (name, _, _) => name switch { "Taloqan" => Taloqan, "Afghanistan" => Afghanistan, _ => null });

    public static GoldDocument Document { get; } = GoldFile.Parse(Yaml, "sample.yaml").Value!.Documents[0];

    /// <summary>What a reader would return that found exactly the statement meant.</summary>
    public static Statement Perfect(GoldStatement gold) => new()
    {
        Id = $"s{gold.Trigger.Start}",
        Trigger = gold.Trigger,
        Span = gold.Anchor,
        Type = gold.Type,
        Mode = gold.Mode,
        Polarity = gold.Polarity,
        Agent = [.. gold.Agent.Select(n => new Participant(n, null, gold.Anchor))],
        Patient = [.. gold.Patient.Select(n => new Participant(n, null, gold.Anchor))],
        Place = gold.Place is { } p ? new StatementPlace(p.Name, new Place(p.Name, PlaceKind.City, p.Admin1, p.Country, 0, 0, 0, null, ""), null, gold.Anchor) : null,
        Quantity = gold.Quantity is { } q ? new Quantity(q.Text, q.Low, q.High, q.Unit, gold.Anchor) : null,
        Time = gold.Time is { } t ? new TimeRange(t.From, t.To, gold.Anchor) : null,
        Deadline = gold.Deadline is { } d ? new Deadline(d, gold.Anchor) : null,
        Sources = [.. gold.Sources.Select(s => new Source(s, null, null, gold.Anchor))],
        Stance = gold.Stance,
    };

    public static ImmutableArray<Statement> AllPerfect => [.. Document.Statements.Select(Perfect)];

    public static TextSpan At(string words)
    {
        var start = Document.Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
