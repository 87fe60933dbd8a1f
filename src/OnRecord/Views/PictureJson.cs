using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.Pictures;
using OnRecord.Statements;

namespace OnRecord.Views;

/// <summary>A picture and its parts as JSON: fields in fixed order, days as ISO dates, ids for evidence; the same picture always gives the same bytes.</summary>
public sealed class PictureJson
{
    private readonly JsonSerializerOptions _whole;
    private readonly JsonSerializerOptions _line;

    /// <summary>Makes ready to write parts of a picture, with the names of private persons left out unless <paramref name="names"/> is true.</summary>
    public PictureJson(Picture picture, bool names = false)
    {
        _whole = new JsonSerializerOptions(PictureJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
        if (!names) _whole.Converters.Add(new Hiding(PrivateWords(picture)));
        _line = new JsonSerializerOptions(_whole) { WriteIndented = false };
    }

    /// <summary>The UTF-8 bytes of a picture, with the names of private persons left out unless <paramref name="names"/> is true.</summary>
    public static byte[] Render(Picture picture, bool names = false) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(picture, new PictureJson(picture, names)._whole.GetTypeInfo(typeof(Picture))), (byte)'\n'];

    /// <summary>A part of the picture on one line.</summary>
    public string Line(object part) => JsonSerializer.Serialize(part, _line.GetTypeInfo(part.GetType()));

    // Every string under which a private person may stand in the picture: the name, its key, its origin.
    private static Dictionary<string, string> PrivateWords(Picture picture)
    {
        var hidden = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = PublicPersons.Of(picture.Evidence);
        foreach (var statement in picture.Evidence.Ids.Select(id => picture.Evidence.Entry(id).Statement))
        {
            foreach (var participant in statement.Agent.Concat(statement.Patient).Where(p => p.Actor is null && Privacy.IsPerson(p.Name) && !known.Contains(p.Name)))
                hidden[participant.Name] = hidden[Parties.Of(participant).Key] = "a person";
            foreach (var source in statement.Sources.Where(s => s.Actor is null && s.Role is null && Privacy.IsPerson(s.Name) && !known.Contains(s.Name)))
                hidden[source.Name] = hidden[Origins.Key(source.Name)] = "a named source";
        }
        return hidden;
    }

    private sealed class Hiding(Dictionary<string, string> hidden) : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(hidden.GetValueOrDefault(value, value));
    }
}

/// <summary>How the parts of a picture are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters =
    [typeof(Words<Standing>), typeof(Words<ControlAct>), typeof(Words<CommitmentState>), typeof(Words<MovementState>), typeof(Words<Mode>), typeof(Words<Language.Mentions.PlaceKind>)])]
[JsonSerializable(typeof(Picture))]
internal sealed partial class PictureJsonContext : JsonSerializerContext;

/// <summary>Enumerations by name, lower case, words apart by hyphens.</summary>
internal sealed class Words<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower) where T : struct, Enum;
