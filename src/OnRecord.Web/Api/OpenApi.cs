using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace OnRecord.Web.Api;

/// <summary>The OpenAPI document, written from the table of routes, so that it cannot differ from what is served.</summary>
internal static class OpenApi
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["asOf"] = "The day whose state is shown (default: the last day on record).",
        ["known"] = "Only what had come to be known by this day counts (default: all of it).",
        ["from"] = "From this day on.",
        ["to"] = "Up to this day.",
        ["area"] = "A place, first-order division or country, by name or ISO code.",
        ["actor"] = "A side or group, by key or name.",
        ["type"] = "A type of the codebook (\"capture\").",
        ["standing"] = "conceded, corroborated, reported, claimed, doubted, disputed or withdrawn.",
        ["source"] = "A source or an outlet, by name.",
        ["mode"] = "actual, planned, aim, threat, pledge, demand, appeal, forecast or possible.",
        ["polarity"] = "positive or negative.",
        ["stance"] = "How the last source stands to it: none, said, claimed, reported, confirmed, denied or doubted.",
        ["state"] = "pending, met, broken, lapsed or withdrawn.",
        ["kind"] = "holder, number, denial or stay.",
        ["q"] = "Words, \"phrases\" and beginnings* that the statement's clause or its names hold, whatever their endings; the last word may be unfinished.",
        ["by"] = "place or actor.",
        ["order"] = "newest or oldest.",
        ["ids"] = "Ids of entries, apart by commas.",
        ["id"] = "The id.",
        ["days"] = "How many days before asOf count as lately.",
        ["limit"] = "How many at most.",
        ["offset"] = "How many to skip.",
        ["cursor"] = "The \"next\" of the page before.",
    };

    public static byte[] Document(IReadOnlyList<ApiRoute> routes)
    {
        var paths = new JsonObject();
        foreach (var route in routes) paths["/api/" + route.Path] = new JsonObject { ["get"] = Operation(route) };
        paths["/api/read"] = new JsonObject { ["post"] = Read() };
        paths["/api/jobs"] = new JsonObject { ["get"] = Plain("The reports handed in and how far each is.", "application/json", Schema(AnswerJson.Default.Taken)) };
        paths["/api/events"] = new JsonObject { ["get"] = Plain("Server-sent events: \"record\" when the record has grown, \"job\" when a report that was handed in comes further.", "text/event-stream", new JsonObject { ["type"] = "string" }) };
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "OnRecord", ["version"] = "1", ["description"] = "Who says that what happened, where and when, by whose word, and what became of it." },
            ["paths"] = paths,
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, JsonNodeContext.Default.JsonObject);
    }

    private static JsonObject Operation(ApiRoute route)
    {
        var parameters = new JsonArray();
        if (route.Path.Contains("{id}", StringComparison.Ordinal)) parameters.Add(Parameter("id", "path"));
        foreach (var name in route.Parameters) parameters.Add(Parameter(name, "query"));
        var operation = Plain(route.Summary, route.MediaType.Split(';')[0], route.Answer is { } type ? Schema(type) : new JsonObject { ["type"] = route.MediaType.StartsWith("text", StringComparison.Ordinal) ? "string" : "object" });
        operation["parameters"] = parameters;
        ((JsonObject)operation["responses"]!)["304"] = new JsonObject { ["description"] = "Nothing has changed since the ETag given." };
        ((JsonObject)operation["responses"]!)["400"] = new JsonObject { ["description"] = "A parameter is not valid; the answer says which." };
        return operation;
    }

    private static JsonObject Read()
    {
        var operation = Plain("Hands a report in to be read. Text, Markdown, HTML or JSON lines, at most 4 MB; answers at once, events tell how it goes.", "application/json", Schema(AnswerJson.Default.Taken));
        operation["parameters"] = new JsonArray(
            new JsonObject { ["name"] = "name", ["in"] = "query", ["description"] = "What the report is called.", ["schema"] = new JsonObject { ["type"] = "string", ["maxLength"] = Ask.LongestText } },
            new JsonObject { ["name"] = "outlet", ["in"] = "query", ["description"] = "Who published it, where it does not say so.", ["schema"] = new JsonObject { ["type"] = "string", ["maxLength"] = Ask.LongestText } },
            new JsonObject { ["name"] = "published", ["in"] = "query", ["description"] = "When, where it does not say so.", ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "date" } });
        operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["text/plain"] = new JsonObject(), ["text/html"] = new JsonObject(), ["application/x-ndjson"] = new JsonObject() } };
        return operation;
    }

    private static JsonObject Plain(string summary, string mediaType, JsonNode schema) => new()
    {
        ["summary"] = summary,
        ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "The answer.", ["content"] = new JsonObject { [mediaType] = new JsonObject { ["schema"] = schema } } } },
    };

    private static JsonObject Parameter(string name, string where)
    {
        var schema = name is "limit" or "offset" or "days" ? new JsonObject { ["type"] = "integer", ["minimum"] = name == "offset" ? 0 : 1 }
            : name is "asOf" or "known" or "from" or "to" ? new JsonObject { ["type"] = "string", ["format"] = "date" }
            : new JsonObject { ["type"] = "string", ["maxLength"] = Ask.LongestText };
        return new JsonObject { ["name"] = name, ["in"] = where, ["required"] = where == "path", ["description"] = Meanings[name], ["schema"] = schema };
    }

    private static JsonNode Schema(System.Text.Json.Serialization.Metadata.JsonTypeInfo type) => JsonSchemaExporter.GetJsonSchemaAsNode(type);
}

/// <summary>How the document itself is written.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonObject))]
internal sealed partial class JsonNodeContext : System.Text.Json.Serialization.JsonSerializerContext;
