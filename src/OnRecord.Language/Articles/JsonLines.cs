using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace OnRecord.Language.Articles;

/// <summary>Reads articles from JSON lines: an object a line with "id", "text" and what else is known.</summary>
internal static class JsonLines
{
    private const string Form = """a line is an object such as {"id": "a1", "text": "..."}""";

    public static ImmutableArray<Outcome<Article>> Read(ReadOnlyMemory<byte> bytes, ArticleHints hints)
    {
        var rest = bytes.Span;
        if (rest.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) rest = rest[3..];
        else if (rest.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || rest.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            rest = Encoding.UTF8.GetBytes(TextDecoder.Decode(bytes.Span, null));

        // One object written over several lines is a document of its own.
        if (IsOneObject(rest)) return [ReadLine(rest, hints, 1)];
        hints = hints with { Id = null };
        var articles = ImmutableArray.CreateBuilder<Outcome<Article>>();
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.IsEmpty) articles.Add(ReadLine(line, hints, number));
        }
        if (articles.Count == 0) articles.Add(new Problem("holds no lines", hints.Where, Form));
        return articles.DrainToImmutable();
    }

    public static Outcome<Article> ReadLine(ReadOnlySpan<byte> line, ArticleHints hints, int number)
    {
        var where = $"{hints.Where}:{number}";
        var input = new ArticleInput { Text = "" };
        var hasText = false;
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return new Problem("is not a JSON object", where, Form);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = JsonText.Of(ref reader);
                reader.Read();
                if (!Known(name)) { reader.Skip(); continue; }
                if (reader.TokenType == JsonTokenType.Null) continue;
                var isText = reader.TokenType == JsonTokenType.String || (name == "id" && reader.TokenType == JsonTokenType.Number);
                if (!isText) return new Problem($"\"{name}\" is not a string", where, Form);
                if (JsonText.Of(ref reader) is not { } value) return new Problem($"\"{name}\" is not valid UTF-8", where, "save the file as UTF-8");
                hasText |= name == "text";
                input = With(input, name!, value);
            }
            if (reader.Read()) return new Problem("holds more than one value", where, "write one object a line");
        }
        catch (JsonException e)
        {
            return new Problem("is not valid JSON" + (e.BytePositionInLine is { } at ? $" at byte {at + 1}" : ""), where, Form);
        }
        return hasText
            ? ArticleBuilder.Build(input, hints with { Path = where, Id = null })
            : new Problem("has no \"text\"", where, Form);
    }

    private static bool IsOneObject(ReadOnlySpan<byte> bytes)
    {
        var firstLine = bytes.TrimStart(" \t\r\n"u8);
        var end = firstLine.IndexOf((byte)'\n');
        // A first line that closes what it opens is one of many; only an unfinished one is worth a look at the whole.
        if (end < 0 || firstLine[..end].TrimEnd(" \t\r"u8).EndsWith("}"u8)) return false;
        try
        {
            var reader = new Utf8JsonReader(bytes);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Known(string? name) => name is "id" or "text" or "title" or "outlet" or "published" or "dateline" or "url" or "language" or "byline";

    private static ArticleInput With(ArticleInput input, string name, string value) => name switch
    {
        "text" => input with { Text = value },
        _ when value.Length == 0 => input,
        "id" => input with { Id = value },
        "title" => input with { Title = value },
        "outlet" => input with { Outlet = value },
        "published" => input with { Published = value },
        "dateline" => input with { Dateline = value },
        "byline" => input with { Byline = value },
        "url" => input with { Url = value },
        "language" => input with { Language = value },
        _ => input,
    };
}
