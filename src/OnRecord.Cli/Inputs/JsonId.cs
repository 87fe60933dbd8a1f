using System.Text;
using System.Text.Json;

namespace OnRecord.Cli.Inputs;

/// <summary>Finds the "id" of a line of JSON as it is written there, so that the answer can repeat it to the letter even where the rest of the line is broken.</summary>
internal static class JsonId
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The JSON string or number, or null where there is none.</summary>
    public static string? Of(ReadOnlySpan<byte> line)
    {
        string? id = null;
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                    id = Strict.GetString(line[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
                else reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            // Whoever parses the line says what is wrong with it.
        }
        return id;
    }
}
