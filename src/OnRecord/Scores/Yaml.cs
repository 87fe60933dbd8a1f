using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OnRecord.Scores;

/// <summary>What is wrong with a gold document and on which line; never leaves <see cref="GoldFile"/>.</summary>
internal sealed class GoldException(string message, long line) : Exception(message)
{
    public long Line { get; } = line;
}

/// <summary>A YAML mapping, asked field by field.</summary>
internal sealed class Yaml
{
    private readonly YamlMappingNode _node;

    private Yaml(YamlMappingNode node) => _node = node;

    public long Line => _node.Start.Line;

    public static Yaml Map(YamlNode node) => node is YamlMappingNode map ? new Yaml(map) : throw new GoldException("a mapping was expected", node.Start.Line);

    public static bool IsNull(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    public string? Text(string key) => Node(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        var node => throw new GoldException($"{key} must be text", node.Start.Line),
    };

    public string Required(string key) => Text(key) is { Length: > 0 } text ? text : throw new GoldException($"{key} is missing", Line);

    public Yaml? Optional(string key) => Node(key) is { } node ? Map(node) : null;

    public IEnumerable<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var node => throw new GoldException($"{key} must be a list", node.Start.Line),
    };

    public ImmutableArray<string> Names(string key) => [.. Items(key).Select(item =>
        item is YamlScalarNode scalar ? scalar.Value ?? "" : throw new GoldException($"{key} must be a list of names", item.Start.Line))];

    public double? Number(string key) => Text(key) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new GoldException($"{key} must be a number, not \"{text}\"", Line);

    public DateOnly? Day(string key) => Text(key) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new GoldException($"{key} must be a day like 2021-08-13, not \"{text}\"", Line);

    public T Choice<T>(string key) where T : struct, Enum
    {
        var text = Required(key);
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase)) return value;
        throw new GoldException($"{key} cannot be \"{text}\"; it is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}", Line);
    }

    private YamlNode? Node(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var node) && !IsNull(node) ? node : null;
}
