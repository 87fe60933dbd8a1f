using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OnRecord.Language.Articles;

/// <summary>The value of a JSON string with every escape as written: an unpaired surrogate stays what it is, where the framework would refuse it.</summary>
internal static class JsonText
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The string or number the reader stands at, or null where it is not valid UTF-8.</summary>
    public static string? Of(ref Utf8JsonReader reader)
    {
        var raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        string text;
        try
        {
            text = Strict.GetString(raw);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        return reader.ValueIsEscaped ? Unescape(text) : text;
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\') { text.Append(raw[i]); continue; }
            switch (raw[++i])
            {
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case 'u':
                    text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default: text.Append(raw[i]); break;
            }
        }
        return text.ToString();
    }
}
