using System.Text.Json;
using System.Text.RegularExpressions;

namespace OnRecord.Tests.Cli;

/// <summary>As much of JSON Schema as the published schemas use; a keyword that it does not know is a mistake in the schema.</summary>
internal static class JsonSchema
{
    /// <summary>What does not hold, each with its path; nothing where all does.</summary>
    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema, JsonElement root, string path = "$")
    {
        if (schema.ValueKind is JsonValueKind.True) yield break;
        foreach (var keyword in schema.EnumerateObject())
            foreach (var fault in Faults(value, schema, keyword, root, path)) yield return fault;
    }

    private static IEnumerable<string> Faults(JsonElement value, JsonElement schema, JsonProperty keyword, JsonElement root, string path)
    {
        var rule = keyword.Value;
        switch (keyword.Name)
        {
            case "type":
                string[] types = rule.ValueKind == JsonValueKind.Array ? [.. rule.EnumerateArray().Select(type => type.GetString()!)] : [rule.GetString()!];
                return types.Any(type => Is(value, type)) ? [] : [$"{path}: {value.ValueKind} where {string.Join(" or ", types)} should be"];
            case "enum":
                return rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [] : [$"{path}: {value} is none of {rule}"];
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!) ? [] : [$"{path}: {value} is not of the form {rule}"];
            case "required":
                return value.ValueKind != JsonValueKind.Object ? [] : rule.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: {name} is missing");
            case "properties":
                return value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().Where(member => rule.TryGetProperty(member.Name, out _))
                    .SelectMany(member => Faults(member.Value, rule.GetProperty(member.Name), root, $"{path}.{member.Name}"));
            case "items":
                return value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) => Faults(item, rule, root, $"{path}[{i}]"));
            case "$ref":
                return Faults(value, Find(root, rule.GetString()!), root, path);
            case "$schema" or "title" or "description" or "format" or "default":
                return [];
            default:
                return [$"{path}: the schema has {keyword.Name}, which is not known"];
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new ArgumentException(type),
    };

    private static JsonElement Find(JsonElement root, string reference)
    {
        var at = root;
        foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(step)] : at.GetProperty(step.Replace("~1", "/").Replace("~0", "~"));
        return at;
    }
}
