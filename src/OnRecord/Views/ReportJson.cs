using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OnRecord.Views;

/// <summary>A situation report as JSON: fields in fixed order, days as ISO dates, null where the record does not know.</summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Render(SituationReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("asOf", Day(report.AsOf));
            json.WriteString("knownAt", Day(report.KnownAt));
            if (report.Since is { } since) json.WriteString("since", Day(since));
            json.WriteString("area", report.Area);
            json.WriteStartArray("sections");
            foreach (var section in report.Sections) Write(json, section);
            json.WriteEndArray();
            json.WriteStartArray("references");
            foreach (var reference in report.References) Write(json, reference);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, ReportSection section)
    {
        json.WriteStartObject();
        json.WriteString("key", section.Key);
        json.WriteString("title", section.Title);
        json.WriteString("nothing", section.Nothing);
        json.WriteStartArray("lines");
        foreach (var line in section.Lines)
        {
            json.WriteStartObject();
            json.WriteString("id", line.Id);
            json.WriteString("text", line.Text);
            json.WriteStartArray("references");
            foreach (var number in line.References) json.WriteNumberValue(number);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("leftOut", section.LeftOut);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Reference reference)
    {
        json.WriteStartObject();
        json.WriteNumber("number", reference.Number);
        json.WriteString("entry", reference.Entry);
        json.WriteString("outlet", reference.Outlet);
        json.WriteString("published", Day(reference.Published));
        json.WriteString("title", reference.Title);
        json.WriteString("url", reference.Url);
        json.WriteString("words", reference.Words);
        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
