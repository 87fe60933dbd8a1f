using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>A statement as one line of JSON for storage: fields in fixed order, what is empty left out, ranges as [start, end]; the id is kept beside it.</summary>
public static class StatementJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The UTF-8 bytes; the same statement always gives the same.</summary>
    public static byte[] Write(Statement statement)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Compact)) Write(json, statement);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The statement of these bytes, or what is wrong with them.</summary>
    public static Outcome<Statement> Read(string id, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Statement(id, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or IndexOutOfRangeException)
        {
            return new Problem($"the stored statement cannot be read ({e.Message.Split('\n')[0].TrimEnd()})", $"entry {id}", "the file may be damaged");
        }
    }

    private static void Write(Utf8JsonWriter json, Statement s)
    {
        json.WriteStartObject();
        json.WriteString("type", s.Type);
        Range(json, "trigger", s.Trigger);
        Range(json, "span", s.Span);
        if (s.Mode != Mode.Actual) json.WriteString("mode", Word(s.Mode));
        if (s.Polarity != Polarity.Positive) json.WriteString("polarity", Word(s.Polarity));
        Participants(json, "agent", s.Agent);
        Participants(json, "patient", s.Patient);
        if (s.Place is { } place) Write(json, place);
        if (s.Quantity is { } quantity)
        {
            json.WriteStartObject("quantity");
            json.WriteString("text", quantity.Text);
            if (quantity.Low is { } low) json.WriteNumber("low", low);
            if (quantity.High is { } high) json.WriteNumber("high", high);
            json.WriteString("unit", quantity.Unit);
            Range(json, "at", quantity.Span);
            json.WriteEndObject();
        }
        if (s.Time is { } time)
        {
            json.WriteStartObject("time");
            Day(json, "from", time.From);
            Day(json, "to", time.To);
            Range(json, "at", time.Span);
            json.WriteEndObject();
        }
        if (s.Deadline is { } deadline)
        {
            json.WriteStartObject("deadline");
            Day(json, "day", deadline.Day);
            Range(json, "at", deadline.Span);
            json.WriteEndObject();
        }
        if (s.Sources.Length > 0)
        {
            json.WriteStartArray("sources");
            foreach (var source in s.Sources)
            {
                json.WriteStartObject();
                json.WriteString("name", source.Name);
                if (source.Role is not null) json.WriteString("role", source.Role);
                if (source.Actor is not null) json.WriteString("actor", source.Actor);
                Range(json, "at", source.Span);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (s.Stance != Stance.None) json.WriteString("stance", Word(s.Stance));
        if (s.Cues.Length > 0)
        {
            json.WriteStartArray("cues");
            foreach (var cue in s.Cues)
            {
                json.WriteStartObject();
                json.WriteString("field", cue.Field);
                json.WriteString("why", cue.Why);
                Range(json, "at", cue.Span);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StatementPlace place)
    {
        json.WriteStartObject("place");
        json.WriteString("name", place.Name);
        if (place.Unresolved is not null) json.WriteString("unresolved", place.Unresolved);
        Range(json, "at", place.Span);
        if (place.Place is { } known) Write(json, "place", known);
        if (place.Within is { } around) Write(json, "within", around);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Place known)
    {
        json.WriteStartObject(name);
        json.WriteString("name", known.Name);
        json.WriteString("kind", Word(known.Kind));
        json.WriteString("admin1", known.Admin1);
        json.WriteString("country", known.Country);
        json.WriteNumber("lat", known.Lat);
        json.WriteNumber("lon", known.Lon);
        json.WriteNumber("population", known.Population);
        if (known.Geonames is { } geonames) json.WriteNumber("geonames", geonames);
        json.WriteString("code", known.Code);
        if (known.Capital.Length > 0) json.WriteString("capital", known.Capital);
        if (known.Approximate) json.WriteBoolean("approximate", true);
        json.WriteEndObject();
    }

    private static void Participants(Utf8JsonWriter json, string name, ImmutableArray<Participant> participants)
    {
        if (participants.Length == 0) return;
        json.WriteStartArray(name);
        foreach (var participant in participants)
        {
            json.WriteStartObject();
            json.WriteString("name", participant.Name);
            if (participant.Actor is not null) json.WriteString("actor", participant.Actor);
            Range(json, "at", participant.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Range(Utf8JsonWriter json, string name, TextSpan span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known) json.WriteString(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static Statement Statement(string id, JsonElement json) => new()
    {
        Id = id,
        Type = json.GetProperty("type").GetString()!,
        Trigger = Range(json, "trigger"),
        Span = Range(json, "span"),
        Mode = Enum<Mode>(json, "mode"),
        Polarity = Enum<Polarity>(json, "polarity"),
        Agent = Items(json, "agent", Participant),
        Patient = Items(json, "patient", Participant),
        Place = Part(json, "place", Place),
        Quantity = Part(json, "quantity", q => new Quantity(Text(q, "text")!, Number(q, "low"), Number(q, "high"), Text(q, "unit")!, Range(q, "at"))),
        Time = Part(json, "time", t => new TimeRange(Day(t, "from"), Day(t, "to"), Range(t, "at"))),
        Deadline = Part(json, "deadline", d => new Deadline(Day(d, "day")!.Value, Range(d, "at"))),
        Sources = Items(json, "sources", s => new Source(Text(s, "name")!, Text(s, "role"), Text(s, "actor"), Range(s, "at"))),
        Stance = Enum<Stance>(json, "stance"),
        Cues = Items(json, "cues", c => new Cue(Text(c, "field")!, Text(c, "why")!, Range(c, "at"))),
    };

    private static Participant Participant(JsonElement json) => new(Text(json, "name")!, Text(json, "actor"), Range(json, "at"));

    private static StatementPlace Place(JsonElement json) => new(Text(json, "name")!, Part(json, "place", Known), Text(json, "unresolved"), Range(json, "at")) { Within = Part(json, "within", Known) };

    private static Place Known(JsonElement json) => new(Text(json, "name")!, Enum<PlaceKind>(json, "kind"), Text(json, "admin1")!, Text(json, "country")!,
        Number(json, "lat")!.Value, Number(json, "lon")!.Value, json.GetProperty("population").GetInt64(),
        json.TryGetProperty("geonames", out var geonames) ? geonames.GetInt64() : null, Text(json, "code")!)
    { Capital = Text(json, "capital") ?? "", Approximate = json.TryGetProperty("approximate", out var approximate) && approximate.GetBoolean() };

    private static T? Part<T>(JsonElement json, string name, Func<JsonElement, T> read) where T : class =>
        json.TryGetProperty(name, out var part) ? read(part) : null;

    private static ImmutableArray<T> Items<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) ? [.. items.EnumerateArray().Select(read)] : [];

    private static TextSpan Range(JsonElement json, string name)
    {
        var ends = json.GetProperty(name);
        return new TextSpan(ends[0].GetInt32(), ends[1].GetInt32());
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out var number) ? number.GetDouble() : null;

    private static DateOnly? Day(JsonElement json, string name) =>
        Text(json, name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static T Enum<T>(JsonElement json, string name) where T : struct, Enum =>
        Text(json, name) is { } word ? System.Enum.Parse<T>(word, ignoreCase: true) : default;
}
