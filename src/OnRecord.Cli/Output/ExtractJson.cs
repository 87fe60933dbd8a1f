using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord.Cli.Output;

/// <summary>Writes statements as <c>extract</c> hands them on; docs/reference/extract.md describes each field.</summary>
internal static class ExtractJson
{
    /// <summary>The statement as a JSON object; <paramref name="text"/> is the article's text.</summary>
    public static JsonWriter Statement(this JsonWriter json, Statement s, string text) => json.Object(o => o.StatementMembers(s, text));

    /// <summary>The members of the object, for objects that have more of their own.</summary>
    public static JsonWriter StatementMembers(this JsonWriter json, Statement s, string text) => json
        .Name("id").Value(s.Id)
        .Name("trigger").Object(t => t.Ends(s.Trigger).Name("text").Value(s.Trigger.Of(text)))
        .Name("span").Object(t => t.Ends(s.Span))
        .Name("type").Value(s.Type)
        .Name("mode").Value(s.Mode.Label())
        .Name("polarity").Value(s.Polarity.Label())
        .Name("agent").Array(s.Agent, Participant)
        .Name("patient").Array(s.Patient, Participant)
        .Name("place").Place(s.Place)
        .Name("quantity").Quantity(s.Quantity)
        .Name("time").Time(s.Time)
        .Name("deadline").Value(s.Deadline?.Day)
        .Name("sources").Array(s.Sources, Source)
        .Name("stance").Value(s.Stance.Label());

    private static JsonWriter Ends(this JsonWriter json, TextSpan span) => json.Name("start").Value(span.Start).Name("end").Value(span.End);

    private static void Participant(JsonWriter json, Participant p) => json.Object(o =>
    {
        o.Name("name").Value(p.Name);
        if (p.Actor is not null) o.Name("actor").Value(p.Actor);
    });

    private static void Source(JsonWriter json, Source s) => json.Object(o =>
    {
        o.Name("name").Value(s.Name);
        if (s.Role is not null) o.Name("role").Value(s.Role);
    });

    private static JsonWriter Place(this JsonWriter json, StatementPlace? place) => place is null ? json.Null() : json.Object(o =>
    {
        var at = place.Place;
        o.Name("name").Value(at?.Name ?? place.Name).Name("admin1").Value(place.Admin1).Name("country").Value(place.Country)
            .Name("lat").Value(at is null or { Approximate: true } ? null : Math.Round(at.Lat, 5)).Name("lon").Value(at is null or { Approximate: true } ? null : Math.Round(at.Lon, 5));
        if (at?.Geonames is { } id) o.Name("geonames").Value(id);
    });

    private static JsonWriter Quantity(this JsonWriter json, Quantity? q) => q is null ? json.Null() : json.Object(o =>
        o.Name("text").Value(q.Text).Name("low").Value(q.Low).Name("high").Value(q.High).Name("unit").Value(q.Unit));

    private static JsonWriter Time(this JsonWriter json, TimeRange? time) => time is null ? json.Null() : json.Object(o =>
        o.Name("from").Value(time.From).Name("to").Value(time.To));
}
