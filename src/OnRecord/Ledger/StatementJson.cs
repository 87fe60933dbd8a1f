using System.Buffers;
using System.Collections.Frozen;
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
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Compact)) Write(json, statement);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the same bytes with a writer that is used again and again; it must be one of <see cref="Writer"/>.</summary>
    public static void Write(Utf8JsonWriter json, IBufferWriter<byte> buffer, Statement statement)
    {
        json.Reset(buffer);
        Write(json, statement);
        json.Flush();
    }

    /// <summary>A writer for <see cref="Write(Utf8JsonWriter, IBufferWriter{byte}, Statement)"/>.</summary>
    public static Utf8JsonWriter Writer(IBufferWriter<byte> buffer) => new(buffer, Compact);

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
        json.WriteString("type"u8, s.Type);
        Range(json, "trigger"u8, s.Trigger);
        Range(json, "span"u8, s.Span);
        if (s.Mode != Mode.Actual) json.WriteString("mode"u8, Word(s.Mode));
        if (s.Polarity != Polarity.Positive) json.WriteString("polarity"u8, Word(s.Polarity));
        Participants(json, "agent"u8, s.Agent);
        Participants(json, "patient"u8, s.Patient);
        if (s.Place is { } place) Write(json, place);
        if (s.Quantity is { } quantity)
        {
            json.WriteStartObject("quantity"u8);
            json.WriteString("text"u8, quantity.Text);
            if (quantity.Low is { } low) json.WriteNumber("low"u8, low);
            if (quantity.High is { } high) json.WriteNumber("high"u8, high);
            json.WriteString("unit"u8, quantity.Unit);
            Range(json, "at"u8, quantity.Span);
            json.WriteEndObject();
        }
        if (s.Time is { } time)
        {
            json.WriteStartObject("time"u8);
            Day(json, "from"u8, time.From);
            Day(json, "to"u8, time.To);
            Range(json, "at"u8, time.Span);
            json.WriteEndObject();
        }
        if (s.Deadline is { } deadline)
        {
            json.WriteStartObject("deadline"u8);
            Day(json, "day"u8, deadline.Day);
            Range(json, "at"u8, deadline.Span);
            json.WriteEndObject();
        }
        if (s.Sources.Length > 0)
        {
            json.WriteStartArray("sources"u8);
            foreach (var source in s.Sources)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, source.Name);
                if (source.Role is not null) json.WriteString("role"u8, source.Role);
                if (source.Actor is not null) json.WriteString("actor"u8, source.Actor);
                Range(json, "at"u8, source.Span);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (s.Stance != Stance.None) json.WriteString("stance"u8, Word(s.Stance));
        if (s.Cues.Length > 0)
        {
            json.WriteStartArray("cues"u8);
            foreach (var cue in s.Cues)
            {
                json.WriteStartObject();
                json.WriteString("field"u8, cue.Field);
                json.WriteString("why"u8, cue.Why);
                Range(json, "at"u8, cue.Span);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StatementPlace place)
    {
        json.WriteStartObject("place"u8);
        json.WriteString("name"u8, place.Name);
        if (place.Unresolved is not null) json.WriteString("unresolved"u8, place.Unresolved);
        Range(json, "at"u8, place.Span);
        if (place.Place is { } known) Write(json, "place"u8, known);
        if (place.Within is { } around) Write(json, "within"u8, around);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, Place known)
    {
        json.WriteStartObject(name);
        json.WriteString("name"u8, known.Name);
        json.WriteString("kind"u8, Word(known.Kind));
        json.WriteString("admin1"u8, known.Admin1);
        json.WriteString("country"u8, known.Country);
        json.WriteNumber("lat"u8, known.Lat);
        json.WriteNumber("lon"u8, known.Lon);
        json.WriteNumber("population"u8, known.Population);
        if (known.Geonames is { } geonames) json.WriteNumber("geonames"u8, geonames);
        json.WriteString("code"u8, known.Code);
        if (known.Capital.Length > 0) json.WriteString("capital"u8, known.Capital);
        if (known.Approximate) json.WriteBoolean("approximate"u8, true);
        json.WriteEndObject();
    }

    private static void Participants(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<Participant> participants)
    {
        if (participants.Length == 0) return;
        json.WriteStartArray(name);
        foreach (var participant in participants)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, participant.Name);
            if (participant.Actor is not null) json.WriteString("actor"u8, participant.Actor);
            Range(json, "at"u8, participant.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Range(Utf8JsonWriter json, ReadOnlySpan<byte> name, TextSpan span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void Day(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? day)
    {
        Span<byte> letters = stackalloc byte[10];
        if (day is { } known && known.TryFormat(letters, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture)) json.WriteString(name, letters);
    }

    private static string Word<T>(T value) where T : struct, Enum => Names<T>.Of.TryGetValue(value, out var name) ? name : value.ToString().ToLowerInvariant();

    // Each name is made once.
    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = System.Enum.GetValues<T>().ToFrozenDictionary(value => value, value => value.ToString().ToLowerInvariant());
    }

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
