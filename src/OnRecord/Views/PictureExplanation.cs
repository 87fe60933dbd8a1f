using System.Collections.Immutable;
using System.Text.Json;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>A part of an explanation: its title and its lines.</summary>
public sealed record ExplainedPart(string Title, ImmutableArray<string> Lines);

/// <summary>Why the picture has something as it has it: the rule, the evidence, which reports count as one origin, and what else is known of it.</summary>
/// <param name="Asked">The id that was asked for.</param>
/// <param name="Id">The id of what it belongs to now; ids that something had before still lead to it.</param>
/// <param name="Line">What it is, in one line.</param>
/// <param name="Parts">The parts of the explanation, in order.</param>
/// <param name="Record">The record as one line of JSON.</param>
public sealed record PictureExplanation(string Asked, string Id, string Line, ImmutableArray<ExplainedPart> Parts, string Record)
{
    /// <summary>The explanation of an id or the beginning of one, or null where the picture has none, or more than one, of it.</summary>
    public static PictureExplanation? Of(Picture picture, string id, bool names = false) => new PictureExplainer(picture, names).Explain(id);

    /// <summary>True where an id is of something in a picture, not of a statement.</summary>
    public static bool IsPictureId(string id) => id.Length > 4 && id[3] == '-' && PictureExplainer.Prefixes.Contains(id[..3]);

    /// <summary>As text.</summary>
    public string ToText()
    {
        var text = new System.Text.StringBuilder(Asked == Id || Id.StartsWith(Asked, StringComparison.Ordinal) ? Id : $"{Asked} is now {Id}").Append('\n').Append(Line).Append('\n');
        foreach (var part in Parts)
        {
            text.Append('\n').Append(part.Title).Append('\n');
            foreach (var line in part.Lines) text.Append("  ").Append(line).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>As one line of JSON.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id", Id);
            json.WriteString("line", Line);
            json.WriteStartArray("parts");
            foreach (var part in Parts)
            {
                json.WriteStartObject();
                json.WriteString("title", part.Title);
                json.WriteStartArray("lines");
                foreach (var line in part.Lines) json.WriteStringValue(line);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WritePropertyName("record");
            json.WriteRawValue(Record);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
